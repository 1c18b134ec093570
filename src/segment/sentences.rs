//! Tokens to sentences: which stops end one.

use super::abbreviations::{AbbreviationClass, Abbreviations};
use super::cues::{Cues, WordCue};
use super::tokens::is_acronym;
use super::{LetterCase, Shape, Token, TokenKind};

/// A sentence this short before a time or a title is only its beginning: "At 5 a.m. Mr. Smith …".
const FRAGMENT: usize = 3;

/// Decides about the stops of one unit.
pub(super) struct Splitter<'a> {
    pub text: &'a str,
    /// The tokens of the unit.
    pub tokens: &'a [Token],
    pub abbreviations: &'a Abbreviations,
    pub cues: &'a Cues,
    pub case: LetterCase,
}

impl Splitter<'_> {
    /// The index of the first token of the sentence that follows the stop at `stop`; `None` where no sentence ends
    /// there. `first` is the index of the first token of the sentence so far.
    pub fn next_start(&self, first: usize, stop: usize) -> Option<usize> {
        let mut next = stop + 1;
        let mut quoted = false;
        let mut bracketed = false;
        while next < self.tokens.len() && self.adjacent(next) {
            match self.word(next) {
                b"." | b"?" | b"!" => {}
                b"\"" | b"'" | b"''" => quoted = true,
                b")" | b"]" | b"}" => bracketed = true,
                mark if mark == "”".as_bytes()
                    || mark == "’".as_bytes()
                    || mark == "»".as_bytes() =>
                {
                    quoted = true
                }
                mark if mark.starts_with(b"!") || mark.starts_with(b"?") => {}
                _ => break,
            }
            next += 1;
        }
        if next >= self.tokens.len() {
            return None;
        }
        let ends = if self.tokens[stop].kind == TokenKind::Word {
            self.abbreviation_ends(first, stop, next, quoted, bracketed)
        } else {
            self.mark_ends(stop, next, quoted)
        };
        ends.then_some(next)
    }

    fn word(&self, index: usize) -> &[u8] {
        let token = &self.tokens[index];
        &self.text.as_bytes()[token.start as usize..token.end as usize]
    }

    /// Whether nothing is between the token and the one before it.
    fn adjacent(&self, index: usize) -> bool {
        self.tokens[index - 1].end == self.tokens[index].start
    }

    /// Whether a sentence ends at the punctuation mark `stop`.
    fn mark_ends(&self, stop: usize, next: usize, quoted: bool) -> bool {
        let mark = self.word(stop);
        if self.adjacent(next) {
            // A missing space: "killed.The".
            let before = stop > 0 && self.tokens[stop - 1].shape != Shape::Upper;
            return mark == b"." && before && self.tokens[next].shape == Shape::Title;
        }
        if !self.can_start(next) {
            return false;
        }
        match mark {
            b"." => true,
            _ if mark[0] == b'.' || mark[0] == 0xE2 => true,
            _ => !(quoted && self.speech_follows(next)),
        }
    }

    /// Whether the stop of an abbreviation ends the sentence too.
    fn abbreviation_ends(
        &self,
        first: usize,
        stop: usize,
        next: usize,
        quoted: bool,
        bracketed: bool,
    ) -> bool {
        if self.adjacent(next) || bracketed || !self.can_start(next) {
            return false;
        }
        let written = self.word(stop);
        let word = &written[..written.len() - 1];
        let starts = quoted || self.is_starter(next);
        match self.class(word) {
            None => starts,
            Some(class) => match class {
                AbbreviationClass::Title
                | AbbreviationClass::Given
                | AbbreviationClass::Latin
                | AbbreviationClass::Number => false,
                AbbreviationClass::Month | AbbreviationClass::Day => {
                    starts && self.tokens[next].kind != TokenKind::Number
                }
                AbbreviationClass::Time => {
                    stop - first >= FRAGMENT && (starts || self.is_title(next))
                }
                _ => starts,
            },
        }
    }

    fn class(&self, word: &[u8]) -> Option<AbbreviationClass> {
        let any_case = self.case == LetterCase::Lower;
        self.abbreviations
            .class(word, any_case)
            .or_else(|| is_acronym(word).then_some(AbbreviationClass::Country))
    }

    /// The index of the first word at or after `index`, behind opening quotes and brackets.
    fn opened(&self, index: usize) -> usize {
        let mut at = index;
        while at + 1 < self.tokens.len() && self.is_opener(at) {
            at += 1;
        }
        at
    }

    fn is_opener(&self, index: usize) -> bool {
        match self.word(index) {
            b"\"" | b"'" | b"``" | b"(" | b"[" | b"-" | b"--" => true,
            mark => ["“", "‘", "«", "—", "–"]
                .iter()
                .any(|opener| mark == opener.as_bytes()),
        }
    }

    /// Whether a sentence can start with the token: a capital, a number, a symbol.
    fn can_start(&self, index: usize) -> bool {
        let at = self.opened(index);
        let token = &self.tokens[at];
        match token.kind {
            TokenKind::Word => token.shape != Shape::Lower || self.case == LetterCase::Lower,
            TokenKind::Number | TokenKind::Symbol => true,
            TokenKind::Punct => false,
        }
    }

    /// Whether the token is a word that starts sentences rather than names.
    fn is_starter(&self, index: usize) -> bool {
        let at = self.opened(index);
        at > index || self.cues.word(self.word(at)) == Some(WordCue::SentenceStart)
    }

    /// Whether the token is a title before a name: "Mr.".
    fn is_title(&self, index: usize) -> bool {
        let word = self.word(index);
        word.strip_suffix(b".")
            .is_some_and(|word| self.class(word) == Some(AbbreviationClass::Title))
    }

    /// Whether the words from `index` say who said what was quoted: "Clinton asked".
    fn speech_follows(&self, index: usize) -> bool {
        (index..self.tokens.len().min(index + 5))
            .take_while(|&at| self.tokens[at].kind == TokenKind::Word)
            .any(|at| self.cues.word(self.word(at)) == Some(WordCue::Speech))
    }
}
