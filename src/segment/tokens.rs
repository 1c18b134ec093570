//! The tokeniser: UAX #29 words, joined and cut where the field writes otherwise.
//!
//! A token is a segment of [`next_boundary`](super::words::next_boundary) that is not white space, except that
//!
//! - clitics are tokens of their own: "did|n't", "Russia|'s", "we|'re";
//! - words and numbers with a hyphen between them are one token: "19-year-old", "U.S.-led", "2024-03-23";
//! - an abbreviation keeps its stop: "Gen.", "U.S.", "J.";
//! - a number keeps its sign, its leading point, and slashes and colons between digits: "-5", ".22", "3/23", "10:30";
//! - letters around "&" are one token ("AT&T"), and so are addresses of the web and of mail;
//! - a run of one mark is one token: "...", "--", "''";
//! - a missing space after a sentence is made up for: "killed|.|The".

use super::abbreviations::{AbbreviationClass, Abbreviations};
use super::runs::letter_run;
use super::words::{WordClass, byte_class, class_at, next_boundary};
use super::{LetterCase, Shape, Token, TokenKind};

/// Cuts `text[start..]` into tokens and appends them to `tokens`; appends to `stops` the index of each token that may
/// end a sentence.
pub(super) fn tokenize(
    text: &str,
    start: usize,
    abbreviations: &Abbreviations,
    case: LetterCase,
    tokens: &mut Vec<Token>,
    stops: &mut Vec<u32>,
) {
    let first = tokens.len();
    let mut tokenizer = Tokenizer {
        text,
        bytes: text.as_bytes(),
        abbreviations,
        any_case: case == LetterCase::Lower,
        first,
        tokens,
        stops,
    };
    let mut at = start;
    while let Some(&byte) = tokenizer.bytes.get(at) {
        at = match byte_class(byte) {
            WordClass::Space | WordClass::Newline | WordClass::Return => at + 1,
            WordClass::Letter => tokenizer.letters(at),
            WordClass::Digit | WordClass::Connector => tokenizer.word(at),
            _ => tokenizer.mark(at),
        };
    }
}

struct Tokenizer<'a> {
    /// The text up to the end of the unit.
    text: &'a str,
    bytes: &'a [u8],
    abbreviations: &'a Abbreviations,
    any_case: bool,
    /// Index of the unit's first token.
    first: usize,
    tokens: &'a mut Vec<Token>,
    stops: &'a mut Vec<u32>,
}

impl Tokenizer<'_> {
    fn push(&mut self, start: usize, end: usize, kind: TokenKind, shape: Shape) {
        self.tokens.push(Token {
            start: start as u32,
            end: end as u32,
            kind,
            shape,
        });
    }

    /// Marks the last token as one that may end a sentence.
    fn push_stop(&mut self) {
        self.stops.push(self.tokens.len() as u32 - 1);
    }

    /// A run of ASCII letters, the common case: anything that could join more to it goes to [`Self::word`].
    #[inline]
    fn letters(&mut self, start: usize) -> usize {
        let (end, shape) = letter_run(self.bytes, start);
        match self.bytes.get(end).copied().unwrap_or(b' ') {
            b'.' if !self.is(end + 1, |byte| {
                byte.is_ascii_alphanumeric() || b"-_'".contains(byte) || *byte >= 0x80
            }) =>
            {
                let stopped = self.keeps_stop(start, end);
                let end = end + usize::from(stopped);
                self.push(start, end, TokenKind::Word, shape);
                if stopped {
                    self.push_stop();
                }
                end
            }
            b'-' | b'\'' | b'.' | b':' | b'&' | b'/' | b'@' | b'_' | b'0'..=b'9' | 0x80.. => {
                self.word(start)
            }
            _ => {
                self.push(start, end, TokenKind::Word, shape);
                end
            }
        }
    }

    /// Any word or number, from its first character; returns its end.
    fn word(&mut self, start: usize) -> usize {
        self.word_from(start, start)
    }

    /// [`Self::word`] with a sign or point before it, at `begin`.
    fn word_from(&mut self, begin: usize, start: usize) -> usize {
        let (mut end, stopped) = self.word_end(start);
        if let Some(cut) = missing_space(&self.bytes[start..end]) {
            end = start + cut;
        }
        if let Some(cut) = clitic(&self.bytes[start..end]).filter(|&cut| cut > 0) {
            self.push_word(begin, start + cut);
            self.push_word(start + cut, end);
        } else {
            self.push_word(begin, end);
            if stopped {
                self.push_stop();
            }
        }
        end
    }

    /// End of the word, and whether it is an abbreviation with its stop.
    fn word_end(&self, start: usize) -> (usize, bool) {
        let mut part = start;
        let mut end = next_boundary(self.text, start);
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
                    end = next_boundary(self.text, part);
                    stopped = false;
                }
                0xE2 if matches!(self.bytes[end..], [_, 0x80, 0x90 | 0x91, ..])
                    && self.joins(end + 3) =>
                {
                    part = end + 3;
                    end = next_boundary(self.text, part);
                    stopped = false;
                }
                b'&' if before.is_ascii_alphabetic()
                    && self.is(end + 1, u8::is_ascii_alphabetic) =>
                {
                    end = next_boundary(self.text, end + 1);
                }
                b'/' | b':' if before.is_ascii_digit() && self.is(end + 1, u8::is_ascii_digit) => {
                    end = next_boundary(self.text, end + 1);
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
                    return (next_boundary(self.text, end + 1), false);
                }
                _ => return (end, stopped),
            }
        }
    }

    fn is(&self, at: usize, test: fn(&u8) -> bool) -> bool {
        self.bytes.get(at).is_some_and(test)
    }

    /// Whether a word or number starts at `at`.
    fn joins(&self, at: usize) -> bool {
        match class_at(self.bytes, at).0 {
            WordClass::Letter | WordClass::Digit => true,
            WordClass::Unknown => self
                .text
                .get(at..)
                .is_some_and(|rest| rest.starts_with(char::is_alphanumeric)),
            _ => false,
        }
    }

    /// End of a web address that goes on at `at`: up to white space, a quotation mark or a bracket, without the
    /// punctuation at its end.
    fn url_end(&self, at: usize) -> usize {
        let rest = &self.text[at..];
        let length = rest
            .find(|c: char| c.is_whitespace() || "<>\"“”‘’«»()[]{}".contains(c))
            .unwrap_or(rest.len());
        at + rest[..length]
            .trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '…'])
            .len()
    }

    /// Whether the stop at `end` belongs to the word `start..end`.
    fn keeps_stop(&self, start: usize, end: usize) -> bool {
        let word = &self.bytes[start..end];
        if self.bytes[end..].starts_with(b"...") {
            return false;
        }
        if is_acronym(word) {
            return true;
        }
        let previous = (start == self.word_start(start))
            .then(|| self.tokens[self.first..].last())
            .flatten();
        if self.text[start..end].chars().nth(1).is_none()
            && self.text[start..end].starts_with(char::is_uppercase)
        {
            // "I" is an initial only in a name: "Albert I. Jones", but "you and I. Did".
            return word != b"I"
                || previous.is_none_or(|token| matches!(token.shape, Shape::Title | Shape::Upper));
        }
        let Some(class) = self.abbreviations.class(word, self.any_case) else {
            return false;
        };
        let next = self.bytes[end + 1..]
            .iter()
            .find(|byte| !byte.is_ascii_whitespace());
        let before_digit = next.is_some_and(|byte| byte.is_ascii_digit() || *byte == b'#');
        match class {
            AbbreviationClass::Number => before_digit,
            AbbreviationClass::Unit => {
                // "come in. He" is no measure, "6 in. He" and "etc. and" are abbreviations.
                previous.is_some_and(|token| {
                    token.kind == TokenKind::Number || self.bytes[token.end as usize - 1] == b'.'
                }) || (!self.any_case && next.is_some_and(|byte| !byte.is_ascii_uppercase()))
            }

            AbbreviationClass::Month if self.any_case => before_digit,
            AbbreviationClass::State | AbbreviationClass::Day if self.any_case => {
                previous.is_some_and(|token| self.bytes[token.start as usize] == b',')
                    || before_digit
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
        let end = next_boundary(self.text, start);
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
        let run = self.bytes[start..]
            .iter()
            .take_while(|&&byte| byte == self.bytes[start]);
        start + run.count()
    }
}

/// Shape of a word of letters only.
fn letter_shape(letters: usize, capitals: usize, first_capital: bool) -> Shape {
    match (letters, capitals) {
        (0, _) => Shape::None,
        (_, 0) => Shape::Lower,
        (_, 1) if first_capital => Shape::Title,
        _ if letters == capitals => Shape::Upper,
        _ => Shape::Mixed,
    }
}

/// Kind and shape of a word or number.
fn describe(word: &str) -> (TokenKind, Shape) {
    let (mut letters, mut capitals, mut first_capital, mut digits, mut others) =
        (0, 0, false, 0, 0);
    for c in word.chars() {
        if c.is_ascii_digit() {
            digits += 1;
        } else if c.is_alphabetic() {
            if c.is_uppercase() {
                first_capital |= letters == 0;
                capitals += 1;
            }
            letters += 1;
        } else if !matches!(c, '.' | ',' | '-' | '+' | '/' | ':') {
            others += 1;
        }
    }
    let ordinal = letters == 2 && {
        let tail = &word.as_bytes()[word.len() - 2..];
        [b"st", b"nd", b"rd", b"th"]
            .iter()
            .any(|suffix| tail.eq_ignore_ascii_case(*suffix))
    };
    let kind = if digits > 0 && others == 0 && (letters == 0 || ordinal) {
        TokenKind::Number
    } else {
        TokenKind::Word
    };
    (kind, letter_shape(letters, capitals, first_capital))
}

/// Punctuation or symbol?
fn mark_kind(mark: char) -> TokenKind {
    match mark {
        '!' | '"' | '\'' | '(' | ')' | ',' | '-' | '.' | '/' | ':' | ';' | '?' | '[' | ']'
        | '_' | '`' | '{' | '}' => TokenKind::Punct,
        '¡'
        | '«'
        | '»'
        | '¿'
        | '\u{2010}'..='\u{2027}'
        | '\u{2032}'..='\u{205E}'
        | '\u{3001}'..='\u{301F}' => TokenKind::Punct,
        _ => TokenKind::Symbol,
    }
}

/// Whether the word is single letters with stops between them: "U.S", "a.m".
pub(super) fn is_acronym(word: &[u8]) -> bool {
    word.len() >= 3
        && word.len() % 2 == 1
        && word.iter().enumerate().all(|(index, byte)| {
            if index % 2 == 0 {
                byte.is_ascii_alphabetic()
            } else {
                *byte == b'.'
            }
        })
}

/// Number of ASCII letters that `bytes` starts with.
fn letters_ahead(bytes: &[u8]) -> usize {
    bytes
        .iter()
        .take_while(|byte| byte.is_ascii_alphabetic())
        .count()
}

/// Where the clitic at the end of `word` starts: 0 where it is all of it.
fn clitic(word: &[u8]) -> Option<usize> {
    let letters = word
        .iter()
        .rev()
        .take_while(|byte| byte.is_ascii_alphabetic())
        .count();
    if letters == 0 || letters > 2 {
        return None;
    }
    let head = &word[..word.len() - letters];
    let apostrophe = if head.ends_with(b"'") {
        head.len() - 1
    } else if head.ends_with("’".as_bytes()) {
        head.len() - 3
    } else {
        return None;
    };
    let tail = &word[word.len() - letters..];
    if tail.eq_ignore_ascii_case(b"t") {
        let negated = apostrophe > 0 && word[apostrophe - 1].eq_ignore_ascii_case(&b'n');
        return negated.then(|| apostrophe - 1);
    }
    [&b"s"[..], b"m", b"d", b"re", b"ve", b"ll"]
        .iter()
        .any(|known| tail.eq_ignore_ascii_case(known))
        .then_some(apostrophe)
}

/// Where a sentence ends inside `word` for want of a space: "killed.The", but not "example.com".
fn missing_space(word: &[u8]) -> Option<usize> {
    if word.contains(&b'@') || word.contains(&b'/') {
        return None;
    }
    word.windows(5)
        .position(|window| match *window {
            [a, b, b'.', c, d] => {
                a.is_ascii_lowercase()
                    && b.is_ascii_lowercase()
                    && c.is_ascii_uppercase()
                    && d.is_ascii_lowercase()
            }
            _ => false,
        })
        .map(|at| at + 2)
}
