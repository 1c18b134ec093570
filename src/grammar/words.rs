//! A sentence as the stages after the lexicon see it.

use super::Tag;
use crate::lexicon::{Item, Lexicon, join_hash};
use crate::segment::Token;

/// The words of one sentence: tokens, their hashes, what the lexicon knows of each, and their tags. All slices have one
/// entry a token; indices are token numbers within the sentence.
#[derive(Clone, Copy)]
pub struct Words<'s, 'a> {
    /// The whole article's text: tokens' offsets are bytes of it.
    pub text: &'a str,
    pub lexicon: &'a Lexicon,
    pub tokens: &'s [Token],
    pub hashes: &'s [u64],
    pub items: &'s [Option<&'a Item>],
    pub tags: &'s [Tag],
    /// Whether capitals mean anything: false in a sentence that has only one case.
    pub capitals: bool,
}

impl<'s, 'a> Words<'s, 'a> {
    /// Number of tokens.
    pub fn len(&self) -> usize {
        self.tokens.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.tokens.is_empty()
    }

    /// The token's characters.
    pub fn word(&self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |token| token.of(self.text))
    }

    /// The characters from the first token's start to the last one's end (`last` exclusive).
    pub fn slice(&self, first: usize, last: usize) -> &'a str {
        match self.tokens.get(first..last) {
            Some([only]) => only.of(self.text),
            Some([start, .., end]) => &self.text[start.start as usize..end.end as usize],
            _ => "",
        }
    }

    /// The token's tag; punctuation beyond the sentence.
    pub fn tag(&self, at: usize) -> Tag {
        self.tags.get(at).copied().unwrap_or(Tag::PUNCT)
    }

    /// Whether the word bears one of these word classes.
    pub fn is(&self, at: usize, classes: u64) -> bool {
        self.items.get(at).copied().flatten().is_some_and(|item| item.is(classes))
    }

    /// The value of the word in this class.
    pub fn value(&self, at: usize, class: u64) -> Option<&'a str> {
        self.items.get(at).copied().flatten()?.value(class)
    }

    /// Phrases of two and more words that begin at this token, shortest first: what the lexicon knows of each, and
    /// the token after its last.
    pub fn phrases(self, at: usize) -> impl Iterator<Item = (&'a Item, usize)> + use<'s, 'a> {
        let longest = self.items.get(at).copied().flatten().map_or(0, |item| item.longest as usize);
        let mut hash = self.hashes.get(at).copied().unwrap_or(0);
        (at + 1..(at + longest).min(self.len())).filter_map(move |next| {
            hash = join_hash(hash, self.hashes[next]);
            Some((self.lexicon.get(hash)?, next + 1))
        })
    }

    /// The longest phrase or word from this token that bears one of these classes: the token after its last, and the
    /// item.
    pub fn longest(self, at: usize, classes: u64) -> Option<(&'a Item, usize)> {
        let word = self.items.get(at).copied().flatten()?;
        let phrase = (word.phrase_classes & classes != 0)
            .then(|| self.phrases(at).filter(|(item, _)| item.is(classes)).last())
            .flatten();
        phrase.or_else(|| word.is(classes).then_some((word, at + 1)))
    }
}
