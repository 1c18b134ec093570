//! What a word as written is: its kind and shape, and what is put together in it.

use super::{Shape, TokenKind};

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
pub(super) fn describe(word: &str) -> (TokenKind, Shape) {
    let mut counts = Counts::default();
    if word.is_ascii() {
        for byte in word.bytes() {
            match byte {
                b'0'..=b'9' => counts.digits += 1,
                b'A'..=b'Z' => counts.letter(true),
                b'a'..=b'z' => counts.letter(false),
                b'.' | b',' | b'-' | b'+' | b'/' | b':' => {}
                _ => counts.others += 1,
            }
        }
    } else {
        for c in word.chars() {
            match c {
                '0'..='9' => counts.digits += 1,
                '.' | ',' | '-' | '+' | '/' | ':' => {}
                _ if c.is_alphabetic() => counts.letter(c.is_uppercase()),
                _ => counts.others += 1,
            }
        }
    }
    let number =
        counts.digits > 0 && counts.others == 0 && (counts.letters == 0 || counts.letters == 2 && ends_ordinal(word));
    let kind = if number { TokenKind::Number } else { TokenKind::Word };
    (kind, letter_shape(counts.letters, counts.capitals, counts.first_capital))
}

#[derive(Default)]
struct Counts {
    letters: usize,
    capitals: usize,
    first_capital: bool,
    digits: usize,
    /// Neither letters, digits nor separators.
    others: usize,
}

impl Counts {
    fn letter(&mut self, capital: bool) {
        self.first_capital |= capital && self.letters == 0;
        self.capitals += usize::from(capital);
        self.letters += 1;
    }
}

fn ends_ordinal(word: &str) -> bool {
    let tail = &word.as_bytes()[word.len() - 2..];
    [b"st", b"nd", b"rd", b"th"].iter().any(|suffix| tail.eq_ignore_ascii_case(*suffix))
}

/// Punctuation or symbol?
pub(super) fn mark_kind(mark: char) -> TokenKind {
    match mark {
        '!' | '"' | '\'' | '(' | ')' | ',' | '-' | '.' | '/' | ':' | ';' | '?' | '[' | ']' | '_' | '`' | '{' | '}' => {
            TokenKind::Punct
        }
        '¡' | '«' | '»' | '¿' | '\u{2010}'..='\u{2027}' | '\u{2032}'..='\u{205E}' | '\u{3001}'..='\u{301F}' => {
            TokenKind::Punct
        }
        _ => TokenKind::Symbol,
    }
}

/// Whether the word is single letters with stops between them: "U.S", "a.m".
pub(super) fn is_acronym(word: &[u8]) -> bool {
    word.len() >= 3
        && word.len() % 2 == 1
        && word.iter().enumerate().all(
            |(index, byte)| {
                if index % 2 == 0 { byte.is_ascii_alphabetic() } else { *byte == b'.' }
            },
        )
}

/// Number of ASCII letters that `bytes` starts with.
pub(super) fn letters_ahead(bytes: &[u8]) -> usize {
    bytes.iter().take_while(|byte| byte.is_ascii_alphabetic()).count()
}

/// Where the clitic at the end of `word` starts: 0 where it is all of it.
pub(super) fn clitic(word: &[u8]) -> Option<usize> {
    let letters = word.iter().rev().take_while(|byte| byte.is_ascii_alphabetic()).count();
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
pub(super) fn missing_space(word: &[u8]) -> Option<usize> {
    word.windows(5)
        .position(|window| match *window {
            [a, b, b'.', c, d] => {
                a.is_ascii_lowercase() && b.is_ascii_lowercase() && c.is_ascii_uppercase() && d.is_ascii_lowercase()
            }
            _ => false,
        })
        .map(|at| at + 2)
}
