//! Many phrases, looked for in a sentence by the hashes of its words.

use crate::lexicon::hash::{join_hash, word_hashes};
use crate::lexicon::{Lexicon, Ready};
use crate::segment::Segments;
use std::collections::HashMap;
use std::hash::BuildHasherDefault;

/// Phrases with a value each.
#[derive(Debug)]
pub(super) struct PhraseIndex<T> {
    /// How many words the longest phrase has that begins with a word.
    longest: HashMap<u64, u8, BuildHasherDefault<Ready>>,
    values: HashMap<u64, T, BuildHasherDefault<Ready>>,
}

impl<T> Default for PhraseIndex<T> {
    fn default() -> PhraseIndex<T> {
        PhraseIndex { longest: HashMap::default(), values: HashMap::default() }
    }
}

impl<T: Copy> PhraseIndex<T> {
    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    /// Adds a phrase; its words are the tokens that it has in a text. A later value replaces an earlier one.
    pub fn add(&mut self, phrase: &str, value: T, lexicon: &Lexicon, segments: &mut Segments) {
        lexicon.segmenter().segment(phrase, segments);
        let mut hashes = word_hashes(phrase, &segments.tokens);
        let Some(first) = hashes.next() else { return };
        let mut words = 1;
        let whole = hashes.fold(first, |whole, hash| {
            words += 1;
            join_hash(whole, hash)
        });
        let Ok(words) = u8::try_from(words) else { return };
        let longest = self.longest.entry(first).or_default();
        *longest = words.max(*longest);
        self.values.insert(whole, value);
    }

    /// The phrases in a sentence whose words have these hashes: first word, the one past the last, value. Of those that
    /// begin at one word only the longest.
    pub fn find(&self, hashes: &[u64]) -> impl Iterator<Item = (usize, usize, T)> {
        hashes.iter().enumerate().filter_map(move |(at, &first)| {
            let longest = usize::from(*self.longest.get(&first)?);
            let mut whole = first;
            let mut found = self.values.get(&whole).map(|&value| (at, at + 1, value));
            for (end, &hash) in hashes.iter().enumerate().take(at + longest).skip(at + 1) {
                whole = join_hash(whole, hash);
                found = self.values.get(&whole).map(|&value| (at, end + 1, value)).or(found);
            }
            found
        })
    }
}
