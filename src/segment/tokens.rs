//! The tokeniser: UAX #29 words, joined and cut where the field writes otherwise.
//!
//! A token is a segment of [`next_boundary`](super::words::next_boundary) that is not white space, but for the
//! differences that the documentation of [`crate::segment`] names.

use super::abbreviations::{AbbreviationClass, Abbreviations};
use super::forms::{clitic, describe, is_acronym, letters_ahead, mark_kind, missing_space};
use super::words::{WordClass, byte_class, class_at, crate_boundary, next_boundary};
use super::{LetterCase, Shape, Token, TokenKind};
use std::ops::Range;

/// Cuts `text[range]`, behind which white space or the end of the text follows, into tokens and appends them to
/// `tokens`; appends to `stops` the index of each token that may end a sentence. `FAST` is false only in the
/// [`oracle`](super::oracle): then all word boundaries are those of the crate and nothing is taken on a short way.
pub(super) fn tokenize<const FAST: bool>(
    text: &str,
    range: Range<usize>,
    abbreviations: &Abbreviations,
    case: LetterCase,
    tokens: &mut Vec<Token>,
    stops: &mut Vec<u32>,
) {
    let unit = &text[..range.end];
    Tokenizer::<FAST> {
        text: unit,
        beyond: text.as_bytes(),
        bytes: unit.as_bytes(),
        abbreviations,
        any_case: case == LetterCase::Lower,
        first: tokens.len(),
        tokens,
        stops,
    }
    .run(range.start);
}

/// The tokeniser at work.
pub(super) struct Tokenizer<'a, const FAST: bool> {
    /// The text up to the end of the unit.
    pub(super) text: &'a str,
    /// The whole text: white space follows the unit, so that no word goes on there.
    pub(super) beyond: &'a [u8],
    pub(super) bytes: &'a [u8],
    pub(super) abbreviations: &'a Abbreviations,
    pub(super) any_case: bool,
    /// Index of the unit's first token.
    pub(super) first: usize,
    pub(super) tokens: &'a mut Vec<Token>,
    pub(super) stops: &'a mut Vec<u32>,
}

impl<const FAST: bool> Tokenizer<'_, FAST> {
    fn run(&mut self, start: usize) {
        let mut at = start;
        while let Some(&byte) = self.bytes.get(at) {
            if FAST && byte.is_ascii_alphabetic() {
                at = self.letters(at);
                continue;
            }
            at = match byte_class(byte) {
                WordClass::Space | WordClass::Newline | WordClass::Return => at + 1,
                WordClass::Letter | WordClass::Digit | WordClass::Connector => self.word(at),
                _ => self.mark(at),
            };
        }
    }

    /// End of the UAX #29 segment that starts at `start`.
    fn boundary(&self, start: usize) -> usize {
        if FAST { next_boundary(self.text, start) } else { crate_boundary(self.text, start) }
    }

    pub(super) fn push(&mut self, start: usize, end: usize, kind: TokenKind, shape: Shape) {
        self.tokens.push(Token { start: start as u32, end: end as u32, kind, shape });
    }

    /// Marks the last token as one that may end a sentence.
    pub(super) fn push_stop(&mut self) {
        self.stops.push(self.tokens.len() as u32 - 1);
    }

    /// Any word or number, from its first character; returns its end.
    pub(super) fn word(&mut self, start: usize) -> usize {
        self.word_from(start, start)
    }

    /// [`Self::word`] with a sign or point before it, at `begin`. Returns where to go on.
    fn word_from(&mut self, begin: usize, start: usize) -> usize {
        let (end, stopped) = self.word_end(start);
        if let Some(stop) = self.cut_missing_spaces(begin, end) {
            return stop;
        }
        self.push_with_clitic(begin, end);
        if stopped {
            self.push_stop();
        }
        end
    }

    /// Where spaces are missing in `begin..end`, appends all up to the last such stop and returns where that is.
    fn cut_missing_spaces(&mut self, begin: usize, end: usize) -> Option<usize> {
        if self.bytes[begin..end].iter().any(|byte| b"@/".contains(byte)) {
            return None;
        }
        let mut part = begin;
        let mut last = None;
        while let Some(length) = missing_space(&self.bytes[part..end]) {
            if let Some(stop) = last {
                self.push(stop, stop + 1, TokenKind::Punct, Shape::None);
                self.push_stop();
            }
            let stop = part + length;
            self.push_with_clitic(part, stop);
            last = Some(stop);
            part = stop + 1;
        }
        last
    }

    /// Appends a word, and its clitic as a token of its own.
    fn push_with_clitic(&mut self, start: usize, end: usize) {
        match clitic(&self.bytes[start..end]) {
            Some(cut) if cut > 0 => {
                self.push_word(start, start + cut);
                self.push_word(start + cut, end);
            }
            _ => self.push_word(start, end),
        }
    }

    /// End of the word, and whether it is an abbreviation with its stop.
    fn word_end(&self, start: usize) -> (usize, bool) {
        let mut part = start;
        let mut end = self.boundary(start);
        let mut stopped = false;
        loop {
            let before = self.bytes[end - 1];
            match self.bytes.get(end).copied().unwrap_or(0) {
                b'.' if !stopped && self.keeps_stop(part, end) => {
                    end += 1;
                    stopped = true;
                }
                b'-' if self.joins(end + 1) => {
                    part = end + 1;
                    end = self.boundary(part);
                    stopped = false;
                }
                0xE2 if matches!(self.bytes[end..], [_, 0x80, 0x90 | 0x91, ..]) && self.joins(end + 3) => {
                    part = end + 3;
                    end = self.boundary(part);
                    stopped = false;
                }
                b'&' if before.is_ascii_alphabetic() && self.is(end + 1, u8::is_ascii_alphabetic) => {
                    end = self.boundary(end + 1);
                }
                b'/' | b':' if before.is_ascii_digit() && self.is(end + 1, u8::is_ascii_digit) => {
                    end = self.boundary(end + 1);
                }
                b':' if self.bytes[end..].starts_with(b"://") => {
                    return (self.url_end(end + 3), false);
                }
                b'/' if self.bytes[part..end].contains(&b'.')
                    && before.is_ascii_alphabetic()
                    && self.is(end + 1, u8::is_ascii_alphanumeric) =>
                {
                    return (self.url_end(end), false);
                }
                b'@' if self.joins(end + 1) => {
                    return (self.boundary(end + 1), false);
                }
                _ => return (end, stopped),
            }
        }
    }

    pub(super) fn is(&self, at: usize, test: fn(&u8) -> bool) -> bool {
        self.bytes.get(at).is_some_and(test)
    }

    /// Whether a word or number starts at `at`.
    fn joins(&self, at: usize) -> bool {
        match class_at(self.bytes, at).0 {
            WordClass::Letter | WordClass::Digit => true,
            WordClass::Unknown => self.text.get(at..).is_some_and(|rest| rest.starts_with(char::is_alphanumeric)),
            _ => false,
        }
    }

    /// End of a web address that goes on at `at`: up to white space, a quotation mark or a bracket, without the
    /// punctuation at its end.
    fn url_end(&self, at: usize) -> usize {
        let rest = &self.text[at..];
        let length = rest.find(|c: char| c.is_whitespace() || "<>\"“”‘’«»()[]{}".contains(c)).unwrap_or(rest.len());
        at + rest[..length].trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '…']).len()
    }

    /// Whether the stop at `end` belongs to the word `start..end`.
    pub(super) fn keeps_stop(&self, start: usize, end: usize) -> bool {
        let word = &self.bytes[start..end];
        if self.bytes[end..].starts_with(b"...") {
            return false;
        }
        if is_acronym(word) {
            return true;
        }
        let previous = (start == self.word_start(start)).then(|| self.tokens[self.first..].last()).flatten();
        if let [letter] = word
            && (letter.is_ascii_uppercase() || self.any_case && !b"ai".contains(letter))
        {
            // "I" is an initial only in a name: "Albert I. Jones", but "you and I. Did".
            return *letter != b'I' || previous.is_none_or(|token| matches!(token.shape, Shape::Title | Shape::Upper));
        }
        if word.len() == 2 && !word.is_ascii() && self.text[start..end].starts_with(char::is_uppercase) {
            return true;
        }
        let Some(class) = self.abbreviations.class(word, self.any_case) else {
            return false;
        };
        let next = self.bytes[end + 1..].iter().find(|byte| !byte.is_ascii_whitespace());
        let before_digit = next.is_some_and(|byte| byte.is_ascii_digit() || *byte == b'#');
        match class {
            AbbreviationClass::Number => before_digit,
            AbbreviationClass::Unit => {
                // "come in. He" is no measure, "6 in. He" and "etc. and" are abbreviations.
                previous
                    .is_some_and(|token| token.kind == TokenKind::Number || self.bytes[token.end as usize - 1] == b'.')
                    || (!self.any_case && next.is_some_and(|byte| !byte.is_ascii_uppercase()))
            }
            AbbreviationClass::Month if self.any_case => before_digit,
            AbbreviationClass::State | AbbreviationClass::Day if self.any_case => {
                previous.is_some_and(|token| self.bytes[token.start as usize] == b',') || before_digit
            }
            _ => true,
        }
    }

    /// Start of the word whose part starts at `start`: `start` itself unless a hyphen is before it.
    fn word_start(&self, start: usize) -> usize {
        match self.bytes[..start].last() {
            Some(b'-') => start - 1,
            _ => start,
        }
    }

    /// Appends a word or number, whatever its letters.
    fn push_word(&mut self, start: usize, end: usize) {
        let (kind, shape) = describe(&self.text[start..end]);
        self.push(start, end, kind, shape);
    }

    /// Anything that starts with neither an ASCII letter nor a digit; returns its end.
    fn mark(&mut self, start: usize) -> usize {
        let byte = self.bytes[start];
        let next = self.bytes.get(start + 1).copied().unwrap_or(0);
        let opens = start == 0 || !self.bytes[start - 1].is_ascii_alphanumeric();
        match byte {
            b',' | b'"' | b'(' | b')' | b':' | b';' if FAST && next.is_ascii() => {
                self.push(start, start + 1, TokenKind::Punct, Shape::None);
                return start + 1;
            }
            b'.' | b'-' | b'+' if next.is_ascii_digit() && opens && !self.run_before(start) => {
                return self.word_from(start, start + 1);
            }
            b'.' | b'!' | b'?' => {
                let end = self.run_end(start);
                self.push(start, end, TokenKind::Punct, Shape::None);
                self.push_stop();
                return end;
            }
            b'-' | b'=' | b'*' | b'~' | b'`' => {
                let end = self.run_end(start);
                self.push(start, end, mark_kind(char::from(byte)), Shape::None);
                return end;
            }
            b'\'' if next == b'\'' => {
                let end = self.run_end(start);
                self.push(start, end, TokenKind::Punct, Shape::None);
                return end;
            }
            0..=b' ' | 0x7F => return start + 1,
            _ => {}
        }
        let rest = &self.text[start..];
        let Some(first) = rest.chars().next() else {
            return start + 1;
        };
        if first == '\'' || first == '’' {
            let length = first.len_utf8() + letters_ahead(&self.bytes[start + first.len_utf8()..]);
            let end = start + length;
            if clitic(&self.bytes[start..end]) == Some(0)
                && !self.is(end, |byte| byte.is_ascii_alphanumeric() || *byte >= 0xC0)
            {
                self.push_word(start, end);
                return end;
            }
        }
        if first.is_whitespace() {
            return start + first.len_utf8();
        }
        if first.is_alphanumeric() {
            return self.word(start);
        }
        let end = self.boundary(start);
        self.push(start, end, mark_kind(first), Shape::None);
        if first == '…' {
            self.push_stop();
        }
        end
    }

    /// Whether the mark at `start` repeats the one before it.
    fn run_before(&self, start: usize) -> bool {
        start > 0 && self.bytes[start - 1] == self.bytes[start]
    }

    /// End of the run of the byte at `start`.
    fn run_end(&self, start: usize) -> usize {
        let run = self.bytes[start..].iter().take_while(|&&byte| byte == self.bytes[start]);
        start + run.count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(text: &str) -> String {
        let entries =
            [("Gen", "title"), ("Inc", "company"), ("a.m", "time"), ("No", "number"), ("ft", "unit"), ("c", "latin")];
        let abbreviations = Abbreviations::from_entries(entries.into_iter());
        let (mut tokens, mut stops) = (Vec::new(), Vec::new());
        tokenize::<true>(text, 0..text.len(), &abbreviations, LetterCase::Mixed, &mut tokens, &mut stops);
        let words: Vec<&str> = tokens.iter().map(|token| token.of(text)).collect();
        words.join("|")
    }

    #[test]
    fn clitics_are_tokens() {
        assert_eq!(written("It didn’t. He can't. We’re"), "It|did|n’t|.|He|ca|n't|.|We|’re");
        assert_eq!(written("Russia’s U.S.'s jihadists’ RUSSIA'S"), "Russia|’s|U.S.|'s|jihadists|’|RUSSIA|'S");
        assert_eq!(written("O'Brien d’Ivoire ma'am"), "O'Brien|d’Ivoire|ma'am");
    }

    #[test]
    fn hyphens_and_stops_stay() {
        assert_eq!(
            written("a 19-year-old, U.S.-led car-bomb by al-Qaida"),
            "a|19-year-old|,|U.S.-led|car-bomb|by|al-Qaida"
        );
        assert_eq!(written("Gen. J. Smith of Acme Inc. at 5 a.m."), "Gen.|J.|Smith|of|Acme|Inc.|at|5|a.m.");
        assert_eq!(written("you and I. Did Albert I. Jones"), "you|and|I|.|Did|Albert|I.|Jones");
        assert_eq!(written("No. 5 said no. No. He"), "No.|5|said|no|.|No|.|He");
    }

    #[test]
    fn numbers_are_one_token() {
        assert_eq!(
            written("1,984 3.5 -5 .22 3/23/2024 10:30 21st $100.00, 5% £3bn"),
            "1,984|3.5|-5|.22|3/23/2024|10:30|21st|$|100.00|,|5|%|£|3bn"
        );
        assert_eq!(written("2024-03-23 (-3) 1-0"), "2024-03-23|(|-3|)|1-0");
    }

    #[test]
    fn addresses_and_runs_are_one_token() {
        assert_eq!(
            written("See https://a.b/c_d?e=f. Mail Jane.Doe@example.com!"),
            "See|https://a.b/c_d?e=f|.|Mail|Jane.Doe@example.com|!"
        );
        assert_eq!(written("well... -- ``so''"), "well|...|--|``|so|''");
        assert_eq!(written("Gen.@Gen"), "Gen.@Gen");
        assert_eq!(written("AT&T said. killed.The"), "AT&T|said|.|killed|.|The");
    }
}
