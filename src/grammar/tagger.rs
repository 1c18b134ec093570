//! Part-of-speech tagging with an averaged perceptron (Collins 2002) over hashed features.
//!
//! Greedy, left to right. Features are hashed straight into a table of weight rows, one signed byte a tag: no feature
//! names are kept, nothing is built at start-up, and a feature costs one row of additions. Words that bear one tag
//! nearly always are in a dictionary in front of it. `models/README.md` tells the data, the licence and the command
//! that trains `models/tagger.bin`.

use super::Tag;
use crate::lexicon::Item;
use crate::segment::Shape;

/// Rows of the weight table; a power of two.
const ROWS: usize = 1 << 17;
/// Bytes of a row: one line of the processor's cache.
const STRIDE: usize = 64;
/// Weights of a row that are used: the tags, padded to a multiple of 8.
const WIDTH: usize = 40;
/// Slots of the dictionary of words with one tag; a power of two.
const DICTIONARY: usize = 1 << 13;
/// Features that the tags before a token have no part in, and those that they have.
const STILL: usize = 13;
const MOVING: usize = 6;
/// How many tokens ahead the rows of the still features are fetched.
const AHEAD: usize = 2;
/// No word: beyond the sentence's edge.
const EDGE: u64 = 0x0ed6_e000;

/// Aligned so that each row is one cache line.
#[repr(C, align(64))]
struct Aligned<T: ?Sized>(T);

static BUILT_IN: &Aligned<[u8]> = &Aligned(*include_bytes!("../../models/tagger.bin"));

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
    /// The tag where the token itself settles it (punctuation, numbers in digits).
    pub fixed: Option<Tag>,
}

impl TagInput {
    /// Looks at one token. `capitals` says whether capitals mean anything in this sentence.
    pub fn new(
        text: &str,
        hash: u64,
        item: Option<&Item>,
        shape: Shape,
        fixed: Option<Tag>,
        capitals: bool,
    ) -> TagInput {
        let bytes = text.as_bytes();
        let last = |from_end: usize| bytes.len().checked_sub(from_end).map_or(0, |at| bytes[at].to_ascii_lowercase());
        let has = |sought: fn(u8) -> bool| bytes.iter().fold(false, |has, &byte| has | sought(byte));
        TagInput {
            hash,
            ending: u32::from_be_bytes([last(4), last(3), last(2), last(1)]),
            initial: bytes.first().map_or(0, u8::to_ascii_lowercase),
            shape: if capitals { shape } else { Shape::None },
            digit: has(|byte| byte.is_ascii_digit()),
            hyphen: has(|byte| byte == b'-'),
            signature: item.map_or(0, |item| item.signature),
            fixed,
        }
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
    /// `(hash fingerprint u32, tag u8)` split in two arrays.
    keys: &'static [u8],
    tags: &'static [u8],
    weights: &'static [u8],
}

impl Tagger {
    /// The tagger in the binary.
    pub fn built_in() -> Tagger {
        Tagger::from_bytes(&BUILT_IN.0).unwrap_or(Tagger { keys: &[], tags: &[], weights: &[] })
    }

    fn from_bytes(bytes: &'static [u8]) -> Option<Tagger> {
        let (weights, rest) = bytes.split_at_checked(ROWS * STRIDE)?;
        let (keys, tags) = rest.split_at_checked(DICTIONARY * 4)?;
        (tags.len() == DICTIONARY).then_some(Tagger { keys, tags, weights })
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
        let sure = |token: &TagInput| token.fixed.or_else(|| self.dictionary(token));
        // The rows lie all over the table: those of the tokens to come are on their way while one is decided.
        let mut coming = [(None, [0; STILL]); AHEAD + 1];
        let fetch = |i: usize, coming: &mut [(Option<Tag>, [usize; STILL])]| {
            let Some(token) = tokens.get(i) else { return };
            let slot = &mut coming[i % (AHEAD + 1)];
            slot.0 = sure(token);
            if slot.0.is_none() {
                slot.1 = still_features(&window(tokens, i), i == 0).map(row);
                slot.1.iter().for_each(|&place| prefetch(&rows[place]));
            }
        };
        (0..AHEAD).for_each(|i| fetch(i, &mut coming));
        let (mut before, mut before_that) = (Tag::PUNCT, Tag::PUNCT);
        for (i, token) in tokens.iter().enumerate() {
            fetch(i + AHEAD, &mut coming);
            let (known, still) = &coming[i % (AHEAD + 1)];
            let (tag, other) = match *known {
                Some(tag) => (tag, Alternative::NONE),
                None => {
                    let moving = moving_features(&window(tokens, i), i == 0, before, before_that).map(row);
                    let mut sums = [0; WIDTH];
                    still.iter().for_each(|&place| add(&mut sums, &rows[place]));
                    moving.iter().for_each(|&place| add(&mut sums, &rows[place]));
                    best(token, sums)
                }
            };
            tags.push(tag);
            others.push(other);
            (before_that, before) = (before, tag);
        }
    }

    fn dictionary(&self, token: &TagInput) -> Option<Tag> {
        // A capital may make a name of any word.
        if token.shape == Shape::Title || token.shape == Shape::Upper {
            return None;
        }
        let (slot, print) = dictionary_key(token.hash);
        let key = self.keys.get(slot * 4..slot * 4 + 4)?;
        (key == print.to_le_bytes()).then(|| Tag::ALL[usize::from(self.tags[slot]) % Tag::COUNT])
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
    let top = sums[..Tag::PUNCT as usize].iter().copied().fold(i16::MIN, i16::max);
    let best = sums.iter().position(|&sum| sum == top).unwrap_or(0);
    let other = Alternative { behind: Alternative::TAGS.map(|tag| top.saturating_sub(sums[tag as usize])) };
    (Tag::ALL[best.min(Tag::COUNT - 1)], other)
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

#[inline]
fn add(sums: &mut [i16; WIDTH], weights: &[u8; STRIDE]) {
    for lane in 0..WIDTH {
        sums[lane] += i16::from(weights[lane] as i8);
    }
}

fn dictionary_key(hash: u64) -> (usize, u32) {
    let print = (hash >> 32) as u32;
    (hash as usize & (DICTIONARY - 1), print.max(1))
}

#[inline]
fn row(feature: u64) -> usize {
    ((feature.wrapping_mul(0x9e37_79b9_7f4a_7c15)) >> 47) as usize & (ROWS - 1)
}

#[inline]
fn feature(kind: u64, value: u64) -> u64 {
    (value ^ kind.wrapping_mul(0xa076_1d64_78bd_642f)).wrapping_mul(0xe703_7ed1_a0b4_28db).rotate_left(23)
}

static OUTSIDE: TagInput = TagInput {
    hash: EDGE,
    ending: 0,
    initial: 0,
    shape: Shape::None,
    digit: false,
    hyphen: false,
    signature: 0,
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
    ]
}

/// Training: used by `examples/train_tagger.rs` only, and here so that both see the same features.
pub mod train {
    use super::*;
    use std::collections::HashMap;

    /// Trains on sentences of (token, tag) and returns the bytes of a model.
    pub fn train(sentences: &[Vec<(TagInput, Tag)>], epochs: usize) -> Vec<u8> {
        let dictionary = dictionary(sentences);
        let mut weights = vec![0f32; ROWS * WIDTH];
        let mut totals = vec![0f64; ROWS * WIDTH];
        let mut step = 0f64;
        let mut order: Vec<usize> = (0..sentences.len()).collect();
        let mut seed = 42u64;
        for epoch in 0..epochs {
            for i in (1..order.len()).rev() {
                seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                order.swap(i, (seed >> 33) as usize % (i + 1));
            }
            let mut wrong = 0;
            for &index in &order {
                let sentence = &sentences[index];
                let tokens: Vec<TagInput> = sentence.iter().map(|pair| pair.0).collect();
                let (mut before, mut before_that) = (Tag::PUNCT, Tag::PUNCT);
                for (i, (token, gold)) in sentence.iter().enumerate() {
                    let guess = if let Some(tag) = token.fixed {
                        tag
                    } else if let Some(tag) = lookup(&dictionary, token) {
                        tag
                    } else {
                        step += 1.0;
                        let window = window(&tokens, i);
                        let still = still_features(&window, i == 0);
                        let moving = moving_features(&window, i == 0, before, before_that);
                        let features = [&still[..], &moving].concat();
                        let mut sums = [0f32; WIDTH];
                        for &feature in &features {
                            let row = row(feature) * WIDTH;
                            for (sum, weight) in sums.iter_mut().zip(&weights[row..row + WIDTH]) {
                                *sum += weight;
                            }
                        }
                        let mut best = 0;
                        for tag in 1..Tag::PUNCT as usize {
                            if sums[tag] > sums[best] {
                                best = tag;
                            }
                        }
                        if best != *gold as usize {
                            wrong += 1;
                            for &feature in &features {
                                let row = row(feature) * WIDTH;
                                weights[row + *gold as usize] += 1.0;
                                totals[row + *gold as usize] += step;
                                weights[row + best] -= 1.0;
                                totals[row + best] -= step;
                            }
                        }
                        Tag::ALL[best]
                    };
                    (before_that, before) = (before, guess);
                }
            }
            eprintln!("epoch {epoch}: {wrong} updates");
        }
        let averaged: Vec<f32> =
            weights.iter().zip(&totals).map(|(w, total)| w - (*total / step.max(1.0)) as f32).collect();
        // One byte a weight: the scale keeps all but the largest few exact in rank.
        let mut sizes: Vec<f32> = averaged.iter().map(|w| w.abs()).filter(|w| *w > 0.0).collect();
        sizes.sort_by(f32::total_cmp);
        let top = sizes.get(sizes.len().saturating_sub(1 + sizes.len() / 2000)).copied().unwrap_or(1.0);
        let scale = 127.0 / top;
        let mut bytes: Vec<u8> = averaged
            .chunks(WIDTH)
            .flat_map(|row| {
                let mut line = [0u8; STRIDE];
                for (byte, weight) in line.iter_mut().zip(row) {
                    *byte = (weight * scale).round().clamp(-127.0, 127.0) as i8 as u8;
                }
                line
            })
            .collect();
        let mut keys = vec![0u32; DICTIONARY];
        let mut tags = vec![0u8; DICTIONARY];
        for (&hash, &tag) in &dictionary {
            let (slot, print) = dictionary_key(hash);
            keys[slot] = print;
            tags[slot] = tag as u8;
        }
        bytes.extend(keys.iter().flat_map(|key| key.to_le_bytes()));
        bytes.extend(tags);
        bytes
    }

    fn lookup(dictionary: &HashMap<u64, Tag>, token: &TagInput) -> Option<Tag> {
        if token.shape == Shape::Title || token.shape == Shape::Upper {
            return None;
        }
        dictionary.get(&token.hash).copied()
    }

    /// Words seen often with one tag nearly always, one a slot of the table.
    fn dictionary(sentences: &[Vec<(TagInput, Tag)>]) -> HashMap<u64, Tag> {
        let mut seen: HashMap<u64, HashMap<Tag, usize>> = HashMap::new();
        for (token, tag) in sentences.iter().flatten() {
            if token.fixed.is_none() && token.shape != Shape::Title && token.shape != Shape::Upper {
                *seen.entry(token.hash).or_default().entry(*tag).or_default() += 1;
            }
        }
        let mut sure: Vec<(usize, u64, Tag)> = seen
            .into_iter()
            .filter_map(|(hash, tags)| {
                let total: usize = tags.values().sum();
                let (tag, most) = tags.into_iter().max_by_key(|(tag, n)| (*n, *tag as u8))?;
                (total >= 12 && most as f64 >= 0.985 * total as f64).then_some((total, hash, tag))
            })
            .collect();
        sure.sort_by_key(|entry| (std::cmp::Reverse(entry.0), entry.1));
        let mut slots = HashMap::new();
        let mut kept = HashMap::new();
        for (_, hash, tag) in sure {
            slots.entry(dictionary_key(hash).0).or_insert_with(|| {
                kept.insert(hash, tag);
            });
        }
        kept
    }
}
