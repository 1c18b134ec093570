//! Whether a sentence can tell an event at all, before anything else is done with it.

use super::{Item, Lexicon, PatternPart, Sense, join_hash};

/// The words of a sentence as a set that may say yes too often (a Bloom filter of one hash), never too seldom.
#[derive(Clone, Copy, Debug)]
pub struct WordSet([u64; 16]);

impl WordSet {
    /// The set of these words' hashes.
    pub fn new(hashes: &[u64]) -> WordSet {
        let mut bits = [0; 16];
        for &hash in hashes {
            let place = WordSet::place(hash);
            bits[usize::from(place >> 6)] |= 1 << (place & 63);
        }
        WordSet(bits)
    }

    fn place(hash: u64) -> u16 {
        (hash >> 54) as u16
    }

    fn has(&self, place: u16) -> bool {
        self.0[usize::from(place >> 6) & 15] & 1 << (place & 63) != 0
    }
}

/// A sense in the list of its head word, with the places of its first fixed word (singular and plural) in a [`WordSet`].
#[derive(Clone, Copy, Debug)]
pub(super) struct Listed {
    pub sense: u32,
    places: [u16; 2],
}

/// Where no fixed word is asked for.
const NONE: u16 = u16::MAX;

impl Listed {
    pub fn new(id: u32, sense: &Sense) -> Listed {
        let mut places = [NONE; 2];
        if let Some(hashes) = first_word(sense) {
            let last = hashes.len() - 1;
            // More than two forms are rare: then the sense is always looked at.
            if hashes.len() <= 2 {
                places = [WordSet::place(hashes[0]), WordSet::place(hashes[last])];
            }
        }
        Listed { sense: id, places }
    }

    fn may_match(&self, words: &WordSet) -> bool {
        self.places[0] == NONE || words.has(self.places[0]) || words.has(self.places[1])
    }
}

/// The first fixed word of a sense: its hash and its plural's.
pub(super) fn first_word(sense: &Sense) -> Option<&[u64]> {
    sense.pattern.iter().find_map(|part| match part {
        PatternPart::Word(hashes) if !hashes.is_empty() => Some(hashes.as_slice()),
        _ => None,
    })
}

/// How a word can start an event, in the bits of the index that its item's number leaves free.
pub(super) const BARE: u32 = 1 << 31;
pub(super) const IDIOM: u32 = 1 << 30;
pub(super) const NUMBER: u32 = IDIOM - 1;

impl Lexicon {
    /// The senses of an action word whose fixed words the sentence may hold, in their order.
    pub fn candidates(&self, head: super::Head, words: &WordSet) -> impl Iterator<Item = &Sense> {
        self.groups[head.group as usize]
            .iter()
            .filter(move |listed| listed.may_match(words))
            .map(|listed| &self.senses[listed.sense as usize])
    }

    /// Looks a sentence's words up: appends what is known of each to `items` and says whether any event can be in it.
    pub fn look_up<'a>(&'a self, hashes: &[u64], items: &mut Vec<Option<&'a Item>>) -> bool {
        let (mut bare, mut idiom) = (0, 0);
        for hash in hashes {
            let number = self.index.get(hash).copied();
            let flags = number.unwrap_or(0);
            bare |= flags & BARE;
            idiom |= flags & IDIOM;
            items.push(number.map(|number| &self.items[(number & NUMBER) as usize]));
        }
        bare != 0 || idiom != 0 && self.has_idiom(hashes, items)
    }

    /// Whether the sentence has both words of some idiom: a noun's stand right before it, a verb's anywhere behind.
    fn has_idiom(&self, hashes: &[u64], items: &[Option<&Item>]) -> bool {
        let has = |group: u32, hash: u64| self.idioms.contains(&join_hash(u64::from(group), hash));
        items.iter().enumerate().any(|(at, item)| {
            let Some(item) = item else { return false };
            let before = at.checked_sub(1).map(|before| hashes[before]);
            item.verbs
                .iter()
                .chain(&item.adjectives)
                .any(|head| hashes[at + 1..].iter().any(|&hash| has(head.group, hash)))
                || item.nouns.iter().any(|head| before.is_some_and(|hash| has(head.group, hash)))
        })
    }
}
