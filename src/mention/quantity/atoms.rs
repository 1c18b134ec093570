//! Tokens to the atoms that numbers are made of: "twenty-one" is two, "1.7m" is two, "and" is one.

use super::classes::{Classes, Part};
use super::rational::Rational;
use crate::grammar::Words;
use crate::lexicon::word_hash;
use crate::segment::TokenKind;

/// A piece of a number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Atom {
    /// Digits as written, separators read: "1,643", "3.5".
    Digits(Rational),
    /// A number word below one hundred.
    Small(u64),
    /// hundred, thousand, dozen …
    Scale(u64),
    /// half, third, quarters, ¾.
    Fraction(Rational),
    And,
    Article,
    Point,
    Of,
}

/// How many atoms one number may have; what is longer is no number of the news.
const MOST: usize = 24;

/// The atoms from one token on.
pub(super) struct Atoms {
    list: [Atom; MOST],
    /// The token after the one that the atom ends; 0 where the token goes on.
    ends: [usize; MOST],
    length: usize,
}

impl Atoms {
    /// Reads atoms from token `at` up to the first token that is none, and not past `limit`.
    pub fn read(words: &Words, classes: &Classes, at: usize, limit: usize) -> Atoms {
        let mut atoms = Atoms { list: [Atom::And; MOST], ends: [0; MOST], length: 0 };
        let mut next = at;
        while next < limit && atoms.length < MOST {
            match atoms.token(words, classes, next) {
                Some(end) => next = end,
                None => break,
            }
        }
        atoms
    }

    pub fn get(&self, index: usize) -> Option<Atom> {
        (index < self.length).then(|| self.list[index])
    }

    /// The token after the atoms before `count`, if a token ends there.
    pub fn end(&self, count: usize) -> Option<usize> {
        let end = *self.ends.get(count.checked_sub(1)?)?;
        (end > 0 && count <= self.length).then_some(end)
    }

    fn push(&mut self, atom: Atom, end: usize) -> Option<()> {
        *self.list.get_mut(self.length)? = atom;
        self.ends[self.length] = end;
        self.length += 1;
        Some(())
    }

    /// Appends the atoms of the token; returns the token after it.
    fn token(&mut self, words: &Words, classes: &Classes, at: usize) -> Option<usize> {
        let word = words.word(at);
        let token = words.tokens.get(at)?;
        if token.kind == TokenKind::Number {
            let (value, end) = grouped(words, at).or_else(|| Some((digits(word)?, at + 1)))?;
            self.push(Atom::Digits(value), end)?;
            return Some(end);
        }
        if !word.is_ascii()
            && word.contains('\u{202f}')
            && let Some(value) = digits(word)
        {
            self.push(Atom::Digits(value), at + 1)?;
            return Some(at + 1);
        }
        if let Some(atom) = known(words, classes, at) {
            self.push(atom, at + 1)?;
            return Some(at + 1);
        }
        // Letters and nothing else are one piece, which the lexicon was asked for.
        if token.kind != TokenKind::Word || word.len() > 60 || word.bytes().all(|byte| byte.is_ascii_alphabetic()) {
            return None;
        }
        let start = self.length;
        let whole = if word.as_bytes()[0].is_ascii_digit() && !word.contains(['-', '\u{2010}', '\u{2011}']) {
            self.suffixed(words, classes, word)
        } else {
            self.hyphened(words, classes, word)
        };
        if whole.is_none() || self.length == start {
            self.length = start;
            return None;
        }
        self.ends[self.length - 1] = at + 1;
        Some(at + 1)
    }

    /// "1.7m", "10k".
    fn suffixed(&mut self, words: &Words, classes: &Classes, word: &str) -> Option<()> {
        let cut = word.find(|c: char| !(c.is_ascii_digit() || c == '.' || c == ','))?;
        let (number, suffix) = word.split_at(cut);
        let scale = words.lexicon.get(word_hash(suffix))?.value(classes.suffix)?.parse().ok()?;
        self.push(Atom::Digits(digits(number)?), 0)?;
        self.push(Atom::Scale(scale), 0)
    }

    /// "twenty-one", "half-million", "two-thirds".
    fn hyphened(&mut self, words: &Words, classes: &Classes, word: &str) -> Option<()> {
        for piece in word.split(['-', '\u{2010}', '\u{2011}']) {
            let atom = match digits(piece) {
                Some(value) => Atom::Digits(value),
                None => {
                    let item = words.lexicon.get(word_hash(piece))?;
                    let number = |class| item.value(class).and_then(|value| value.parse().ok());
                    number(classes.number)
                        .map(Atom::Small)
                        .or_else(|| number(classes.scale).map(Atom::Scale))
                        .or_else(|| item.value(classes.fraction).and_then(digits).map(Atom::Fraction))?
                }
            };
            self.push(atom, 0)?;
        }
        Some(())
    }
}

/// What the lexicon says of one token.
fn known(words: &Words, classes: &Classes, at: usize) -> Option<Atom> {
    let item = words.items.get(at).copied().flatten()?;
    if !item.is(classes.number | classes.scale | classes.fraction | classes.part) {
        return None;
    }
    let number = |class| item.value(class).and_then(|value| value.parse().ok());
    number(classes.number)
        .map(Atom::Small)
        .or_else(|| number(classes.scale).map(Atom::Scale))
        .or_else(|| item.value(classes.fraction).and_then(digits).map(Atom::Fraction))
        .or_else(|| match classes.part(words, at)? {
            Part::And => Some(Atom::And),
            Part::Article => Some(Atom::Article),
            Part::Point => Some(Atom::Point),
            Part::Of => Some(Atom::Of),
            _ => None,
        })
}

/// Digits in groups of three with one space between them: "1 234 567", "40 000".
fn grouped(words: &Words, at: usize) -> Option<(Rational, usize)> {
    let first = words.word(at);
    if first.is_empty() || first.len() > 3 || !first.bytes().all(|byte| byte.is_ascii_digit()) || first == "0" {
        return None;
    }
    let mut value: u64 = first.parse().ok()?;
    let mut fraction = None;
    let mut end = at + 1;
    while fraction.is_none() {
        let (Some(before), Some(token)) = (words.tokens.get(end - 1), words.tokens.get(end)) else { break };
        let gap = &words.text[before.end as usize..token.start as usize];
        let (group, decimals) = match words.word(end).split_once('.') {
            Some((group, decimals)) => (group, Some(decimals)),
            None => (words.word(end), None),
        };
        let fits = matches!(gap, " " | "\u{a0}" | "\u{202f}" | "\u{2009}")
            && group.len() == 3
            && group.bytes().all(|byte| byte.is_ascii_digit());
        if !fits {
            break;
        }
        value = value.checked_mul(1000)?.checked_add(group.parse().ok()?)?;
        fraction = decimals;
        end += 1;
    }
    if end == at + 1 {
        return None;
    }
    let whole = Rational::whole(value);
    match fraction {
        Some(decimals) => Some((whole.plus(decimal(decimals)?)?, end)),
        None => Some((whole, end)),
    }
}

/// The value of digits behind the decimal mark.
fn decimal(digits: &str) -> Option<Rational> {
    if digits.is_empty() || digits.len() > 15 {
        return None;
    }
    Rational::new(digits.parse().ok()?, 10u64.checked_pow(digits.len() as u32)?)
}

/// A number in digits: "1,643", "3.5", ".5", "12,34,567.89", "1.111,11", "3/4". Nothing with signs, colons or letters.
pub(super) fn digits(word: &str) -> Option<Rational> {
    if word.contains('\u{202f}') {
        let joined: String = word.chars().filter(|c| *c != '\u{202f}').collect();
        return digits(&joined);
    }
    if word.is_empty() || !word.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b',' | b'/')) {
        return None;
    }
    if let Some((over, under)) = word.split_once('/') {
        return Rational::new(over.parse().ok()?, under.parse().ok()?);
    }
    let mark = word.rfind(['.', ',']);
    let Some(mark) = mark else { return word.parse().ok().map(Rational::whole) };
    let (head, tail) = (&word[..mark], &word[mark + 1..]);
    let tail_is_group = word.as_bytes()[mark] == b',' && tail.len() == 3 && !head.contains('.');
    let (whole, decimals) = if tail_is_group { (word, "") } else { (head, tail) };
    // Groups have three digits, or two before the last one (India).
    let mut value: u64 = 0;
    let mut groups = whole.split([',', '.']).peekable();
    let mut first = true;
    while let Some(group) = groups.next() {
        let last = groups.peek().is_none();
        let fits = if first { !group.is_empty() || last } else { group.len() == 3 || (group.len() == 2 && !last) };
        if !fits || !group.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        for byte in group.bytes() {
            value = value.checked_mul(10)?.checked_add(u64::from(byte - b'0'))?;
        }
        first = false;
    }
    let whole = Rational::whole(value);
    if decimals.is_empty() {
        return (tail_is_group || tail.is_empty()).then_some(whole);
    }
    whole.plus(decimal(decimals)?)
}
