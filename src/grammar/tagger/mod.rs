//! Part-of-speech tagging with an averaged perceptron (Collins 2002) over hashed features.
//!
//! Greedy, left to right. Features are hashed straight into a table of weight rows, one signed byte a tag: no feature
//! names are kept, nothing is built at start-up, and a feature costs one row of additions. A table says of words by
//! themselves what they can be, and which bear one tag nearly always. `models/README.md` tells the data, the licence and
//! the command that [trains](train) `models/tagger.bin`.

pub mod train;

use super::Tag;
use crate::lexicon::Item;
use crate::segment::Shape;

/// Rows of the weight table; a power of two.
const ROWS: usize = 1 << 17;
/// Bytes of a row: one line of the processor's cache.
const STRIDE: usize = 64;
/// Weights of a row: the tags, padded to a multiple of 8. Behind them stands the mark of the feature they are of.
const WIDTH: usize = 40;
/// Slots of the table of known words, four bytes each; a power of two.
const KNOWN: usize = 1 << 17;
/// Features that the tags before a token have no part in, and those that they have.
const STILL: usize = 15;
const MOVING: usize = 8;
/// How many tokens ahead the rows of the still features are fetched.
const AHEAD: usize = 3;
/// No word: beyond the sentence's edge.
const EDGE: u64 = 0x0ed6_e000;

/// Aligned so that each row is one cache line.
#[repr(C, align(64))]
struct Aligned<T: ?Sized>(T);

static BUILT_IN: &Aligned<[u8]> = &Aligned(*include_bytes!("../../../models/tagger.bin"));

/// What the tagger sees of a token.
#[derive(Clone, Copy, Debug)]
pub struct TagInput {
    /// [`crate::lexicon::word_hash`] of the token.
    pub hash: u64,
    /// The last four bytes of the token in small letters, the last one lowest.
    pub ending: u32,
    /// The first byte, in small letters.
    pub initial: u8,
    /// How it is written; [`Shape::None`] in text where capitals say nothing.
    pub shape: Shape,
    /// Digits or hyphens inside.
    pub digit: bool,
    pub hyphen: bool,
    /// What the lexicon holds the word to be: [`Item::signature`].
    pub signature: u16,
    /// Which parts of speech the form can be.
    pub forms: u16,
    /// The tag where the token itself settles it (punctuation, numbers in digits, words with one tag nearly always).
    pub fixed: Option<Tag>,
}

/// What the tagger knows of a word without its neighbours.
#[derive(Clone, Copy, Debug, Default)]
pub struct Known {
    /// Bits: which parts of speech the form can be, as `models/words.tsv` has them.
    forms: u16,
    /// The tag that it bears nearly always.
    tag: Option<Tag>,
}

/// The letters of `models/words.tsv`, in the order of their bits; behind them `c`, for words that training has seen as
/// one of a closed class.
const FORMS: &str = "nsvzdpgarNVc";
const NOUN: u16 = 1;
const PLURAL: u16 = 1 << 1;
const BASE: u16 = 1 << 2;
const THIRD: u16 = 1 << 3;
const PAST: u16 = 1 << 4;
const PARTICIPLE: u16 = 1 << 5;
const ING: u16 = 1 << 6;
const CLOSED: u16 = 1 << 11;

impl TagInput {
    /// Looks at one token. `capitals` says whether capitals mean anything in this sentence.
    pub fn new(
        text: &str,
        hash: u64,
        item: Option<&Item>,
        known: Known,
        shape: Shape,
        fixed: Option<Tag>,
        capitals: bool,
    ) -> TagInput {
        let shape = if capitals { shape } else { Shape::None };
        // A capital may make a name of any word.
        let sure = known.tag.filter(|_| !matches!(shape, Shape::Title | Shape::Upper));
        let bytes = text.as_bytes();
        let last = |from_end: usize| bytes.len().checked_sub(from_end).map_or(0, |at| bytes[at].to_ascii_lowercase());
        let has = |sought: fn(u8) -> bool| bytes.iter().fold(false, |has, &byte| has | sought(byte));
        TagInput {
            hash,
            ending: u32::from_be_bytes([last(4), last(3), last(2), last(1)]),
            initial: bytes.first().map_or(0, u8::to_ascii_lowercase),
            shape,
            digit: has(|byte| byte.is_ascii_digit()),
            hyphen: has(|byte| byte == b'-'),
            signature: item.map_or(0, |item| item.signature),
            forms: known.forms,
            fixed: fixed.or(sure),
        }
    }

    /// Whether the form is known to be able to have this tag.
    pub fn can_be(&self, tag: Tag) -> bool {
        self.forms & !CLOSED != 0 && can_be(self.forms, tag)
    }
}

/// The finite verb that a token could have been: how far the scores of [`Alternative::TAGS`] lie behind that of the tag
/// chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Alternative {
    pub behind: [i16; 3],
}

impl Alternative {
    /// The tags of finite verbs.
    pub const TAGS: [Tag; 3] = [Tag::VBD, Tag::VBP, Tag::VBZ];
    /// The token cannot be a verb.
    pub const NONE: Alternative = Alternative { behind: [i16::MAX; 3] };
}

/// A trained tagger: borrowed tables.
#[derive(Clone, Copy)]
pub struct Tagger {
    weights: &'static [u8],
    known: &'static [u8],
}

impl Tagger {
    /// The tagger in the binary.
    pub fn built_in() -> Tagger {
        Tagger::from_bytes(&BUILT_IN.0).unwrap_or(Tagger { weights: &[], known: &[] })
    }

    fn from_bytes(bytes: &'static [u8]) -> Option<Tagger> {
        let (weights, known) = bytes.split_at_checked(ROWS * STRIDE)?;
        (known.len() == KNOWN * 4).then_some(Tagger { weights, known })
    }

    /// What is known of the word with this [`crate::lexicon::word_hash`].
    #[inline]
    pub fn known(&self, hash: u64) -> Known {
        let slots = self.known.as_chunks::<4>().0;
        let (mut at, print) = known_key(hash);
        while let Some(&slot) = slots.get(at) {
            let slot = u32::from_le_bytes(slot);
            if slot == 0 {
                break;
            }
            if slot >> 18 == print {
                let tag = usize::from((slot >> 12) as u8 & 63).checked_sub(1);
                return Known { forms: slot as u16 & 0xfff, tag: tag.and_then(|tag| Tag::ALL.get(tag).copied()) };
            }
            at = (at + 1) & (KNOWN - 1);
        }
        Known::default()
    }

    /// Tags one sentence: `tags` gets one tag a token, `others` the best finite verb tag that each could have had.
    pub fn tag(&self, tokens: &[TagInput], tags: &mut Vec<Tag>, others: &mut Vec<Alternative>) {
        tags.clear();
        others.clear();
        let rows = self.weights.as_chunks::<STRIDE>().0;
        if rows.len() != ROWS {
            tags.resize(tokens.len(), Tag::NN);
            others.resize(tokens.len(), Alternative::NONE);
            return;
        }
        // The rows lie all over the table: those of the tokens to come are on their way while one is decided.
        let mut coming = [[0; STILL]; AHEAD + 1];
        let fetch = |i: usize, coming: &mut [[u64; STILL]]| {
            if tokens.get(i).is_some_and(|token| token.fixed.is_none()) {
                let features = still_features(&window(tokens, i), i == 0);
                features.iter().for_each(|&feature| prefetch(&rows[row(feature)]));
                coming[i % (AHEAD + 1)] = features;
            }
        };
        (0..AHEAD).for_each(|i| fetch(i, &mut coming));
        let (mut before, mut before_that) = (Tag::PUNCT, Tag::PUNCT);
        for (i, token) in tokens.iter().enumerate() {
            fetch(i + AHEAD, &mut coming);
            let still = &coming[i % (AHEAD + 1)];
            let (tag, other) = match token.fixed {
                Some(tag) => (tag, Alternative::NONE),
                None => {
                    let moving = moving_features(&window(tokens, i), i == 0, before, before_that);
                    moving.iter().for_each(|&feature| prefetch(&rows[row(feature)]));
                    let mut sums = [0; WIDTH];
                    still.iter().for_each(|&feature| add(&mut sums, &rows[row(feature)], feature));
                    moving.iter().for_each(|&feature| add(&mut sums, &rows[row(feature)], feature));
                    best(token, sums)
                }
            };
            tags.push(tag);
            others.push(other);
            (before_that, before) = (before, tag);
        }
    }
}

/// The tag with the highest sum of weights.
#[inline]
fn best(token: &TagInput, mut sums: [i16; WIDTH]) -> (Tag, Alternative) {
    // What the writing rules out: a name in small letters, a possessive without its apostrophe.
    if token.shape == Shape::Lower {
        sums[Tag::NNP as usize] = i16::MIN;
        sums[Tag::NNPS as usize] = i16::MIN;
    }
    if !matches!(token.initial, b'\'' | 0xE2) {
        sums[Tag::POS as usize] = i16::MIN;
    }
    let mut best = highest(&sums);
    // What the form cannot be: "displaces" is no plural, "airport" no verb.
    while sums[best] > i16::MIN && !can_be(token.forms, Tag::ALL[best]) {
        sums[best] = i16::MIN;
        best = highest(&sums);
    }
    let top = sums[best];
    let other = Alternative { behind: Alternative::TAGS.map(|tag| top.saturating_sub(sums[tag as usize])) };
    (Tag::ALL[best], other)
}

/// The tag with the highest of these sums: never one that a token's writing settles.
#[inline]
fn highest(sums: &[i16; WIDTH]) -> usize {
    let top = sums[..Tag::PUNCT as usize].iter().copied().fold(i16::MIN, i16::max);
    sums[..Tag::PUNCT as usize].iter().position(|&sum| sum == top).unwrap_or(0)
}

/// Whether a form that can be these parts of speech can have this tag. Adjectives, adverbs and names are an open house.
fn can_be(forms: u16, tag: Tag) -> bool {
    let any = |bits: u16| forms & bits != 0;
    match tag {
        _ if tag.is_closed() => any(CLOSED),
        _ if forms & !CLOSED == 0 => true,
        Tag::NN => any(NOUN | PLURAL | ING),
        Tag::NNS => any(NOUN | PLURAL) || !any(THIRD),
        Tag::VB | Tag::VBP => any(BASE),
        Tag::VBZ => any(THIRD),
        Tag::VBD => any(PAST),
        Tag::VBN => any(PARTICIPLE),
        Tag::VBG => any(ING),
        _ => true,
    }
}

/// Asks for a row that will be read soon.
#[inline]
fn prefetch(row: &[u8; STRIDE]) {
    #[cfg(target_arch = "x86_64")]
    // SAFETY: a prefetch reads and writes nothing; any address may be given.
    unsafe {
        use std::arch::x86_64::{_MM_HINT_T0, _mm_prefetch};
        _mm_prefetch::<_MM_HINT_T0>(row.as_ptr().cast());
    }
    #[cfg(not(target_arch = "x86_64"))]
    let _ = row;
}

/// Adds a row, if it is this feature's.
#[inline(always)]
fn add(sums: &mut [i16; WIDTH], row: &[u8; STRIDE], feature: u64) {
    if [row[WIDTH], row[WIDTH + 1]] == mark(feature) {
        for lane in 0..WIDTH {
            sums[lane] += i16::from(row[lane] as i8);
        }
    }
}

/// The first slot of a word in the table of known words, and its mark there (14 bits, never 0).
fn known_key(hash: u64) -> (usize, u32) {
    (hash as usize & (KNOWN - 1), ((hash >> 50) as u32).max(1))
}

/// The row where a feature's weights are, if it has any.
#[inline]
fn row(feature: u64) -> usize {
    (feature >> 47) as usize & (ROWS - 1)
}

/// What tells a feature from others of its row.
#[inline]
fn mark(feature: u64) -> [u8; 2] {
    ((feature >> 31) as u16).to_le_bytes()
}

#[inline]
fn feature(kind: u64, value: u64) -> u64 {
    (value ^ kind.wrapping_mul(0xa076_1d64_78bd_642f))
        .wrapping_mul(0xe703_7ed1_a0b4_28db)
        .rotate_left(23)
        .wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

static OUTSIDE: TagInput = TagInput {
    hash: EDGE,
    ending: 0,
    initial: 0,
    shape: Shape::None,
    digit: false,
    hyphen: false,
    signature: 0,
    forms: 0,
    fixed: None,
};

/// A token with the two before and the two after it.
#[inline]
fn window(tokens: &[TagInput], i: usize) -> [&TagInput; 5] {
    [i.wrapping_sub(2), i.wrapping_sub(1), i, i + 1, i + 2].map(|j| tokens.get(j).unwrap_or(&OUTSIDE))
}

/// How a token looks; `first` of its sentence or not.
#[inline]
fn look(token: &TagInput, first: bool) -> u64 {
    token.shape as u64 | (token.digit as u64) << 3 | (token.hyphen as u64) << 4 | (first as u64) << 5
}

#[inline]
fn last_three(token: &TagInput) -> u64 {
    u64::from(token.ending & 0x00ff_ffff)
}

/// The features of the middle token of five that its words alone make.
#[inline]
fn still_features(window: &[&TagInput; 5], first: bool) -> [u64; STILL] {
    let [w_2, w_1, w, w1, w2] = window;
    let look = look(w, first);
    [
        feature(1, 0),
        feature(2, w.hash),
        feature(3, u64::from(w.ending) << 8 | (w.shape as u64)),
        feature(4, last_three(w) | look << 32),
        feature(9, w_1.hash),
        feature(10, w1.hash),
        feature(11, w_2.hash),
        feature(12, w2.hash),
        feature(14, w.hash ^ w1.hash.rotate_left(29)),
        feature(15, w.hash ^ w_1.hash.rotate_left(31)),
        feature(16, last_three(w1) | last_three(w) << 24),
        feature(17, u64::from(w.initial) | look << 8),
        feature(19, u64::from(w.signature) | u64::from(w1.signature) << 16 | u64::from(w_1.signature) << 32),
        feature(20, u64::from(w.forms) | u64::from(w1.forms) << 16 | u64::from(w_1.forms) << 32),
        feature(21, u64::from(w.forms) | (w.shape as u64) << 16 | (w_1.shape as u64) << 20 | (w1.shape as u64) << 24),
    ]
}

/// The features that take in the tags of the two tokens before.
#[inline]
fn moving_features(window: &[&TagInput; 5], first: bool, before: Tag, before_that: Tag) -> [u64; MOVING] {
    let [_, _, w, w1, _] = window;
    let (t1, t2) = (before as u64, before_that as u64);
    [
        feature(5, u64::from(w.ending & 0xffff) | t1 << 32),
        feature(6, look(w, first) | t1 << 16),
        feature(7, t1 | t2 << 8),
        feature(8, w.hash ^ t1.rotate_left(50)),
        feature(13, last_three(w1) | (w1.shape as u64) << 32 | t1 << 40),
        feature(18, u64::from(w.signature) | t1 << 16 | (w.shape as u64) << 24),
        feature(22, u64::from(w.forms) | t1 << 16 | u64::from(w1.forms) << 24),
        feature(23, u64::from(w.forms) | t1 << 16 | t2 << 24),
    ]
}
