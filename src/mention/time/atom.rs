//! Atoms: the pieces of a sentence as the time rules see them.
//!
//! An atom is a token, a phrase that the lexicon knows ("right now"), or a part of a token with hyphens or digits
//! ("three-month", "430pm", "26nov"). It bears the senses that `lexicons/times.tsv` gives it, and what its digits say.

use super::TimeGrammar;
use super::sense::{Sense, senses};
use crate::grammar::Words;
use crate::lexicon::{Item, word_hash};
use crate::segment::TokenKind;
use std::mem::discriminant;

/// Most atoms that a sentence is read in: what is behind them in a "sentence" longer than that is no prose.
const MOST_ATOMS: usize = 4000;

/// How an atom hangs on the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Joint {
    Space,
    Hyphen,
    /// No space: "7pm".
    Glued,
}

/// A piece of the sentence.
#[derive(Clone, Copy, Debug)]
pub(super) struct Atom<'s> {
    /// First token, and last (inclusive).
    pub tokens: (usize, usize),
    /// Bytes of the article's text.
    pub start: u32,
    pub end: u32,
    pub joint: Joint,
    /// What the lexicon knows of it.
    item: Option<&'s Item>,
    pub senses: [Sense<'s>; 3],
    /// How many digits it has, if it is nothing but digits.
    pub digits: u8,
    /// Whether it makes an expression by itself, or is a figure.
    pub strong: bool,
}

impl<'s> Atom<'s> {
    /// The first sense of this kind.
    pub fn find<T>(&self, pick: impl Fn(&Sense<'s>) -> Option<T>) -> Option<T> {
        self.senses.iter().find_map(pick)
    }

    #[inline]
    pub fn has(&self, sense: Sense) -> bool {
        // Nearly always the kinds differ already.
        let kind = discriminant(&sense);
        self.senses.iter().any(|known| discriminant(known) == kind && *known == sense)
    }

    pub fn is_blank(&self) -> bool {
        self.senses[0] == Sense::Other
    }

    /// Whether an expression can begin with it: not with a preposition or conjunction.
    pub fn opens(&self) -> bool {
        use Sense::*;
        self.strong
            || self.senses.iter().any(|sense| {
                !matches!(
                    sense,
                    Other
                        | Prep
                        | In
                        | On
                        | At
                        | By
                        | For
                        | From
                        | Between
                        | Until
                        | To
                        | Of
                        | And
                        | Or
                        | Comma
                        | Era { .. }
                        | Meridian { .. }
                        | Zone(_)
                        | OClock
                        | Old
                        | More
                        | Ago
                        | Back
                        | Ahead
                        | End
                        | Per
                        | Later
                        | All
                        | Lengthy
                        | Premodifier
                )
            })
    }
}

/// How many atoms before the first strong one, and behind the last, are asked for their senses.
const BEFORE: usize = super::REACH + 8;
const BEHIND: usize = 24;

/// Cuts a sentence into atoms. Those far from any strong one stay without senses: no rule comes to them.
pub(super) fn atoms<'s>(grammar: &TimeGrammar, words: &Words<'_, 's>) -> Vec<Atom<'s>> {
    let mut atoms = Vec::with_capacity(words.len() + 8);
    let classes = grammar.time | grammar.aid;
    let mut at = 0;
    while at < words.len() && atoms.len() < MOST_ATOMS {
        let token = words.tokens[at];
        let mut atom = Atom {
            tokens: (at, at),
            start: token.start,
            end: token.end,
            joint: if glued(words, at) { Joint::Glued } else { Joint::Space },
            item: None,
            senses: [Sense::Other; 3],
            digits: 0,
            strong: false,
        };
        let found = words.items[at].and_then(|item| match item.longest {
            0 => item.is(classes).then_some((item, at + 1)),
            _ => words.longest(at, classes),
        });
        if let Some((item, next)) = found {
            atom.strong = item.is(grammar.time);
            atom.item = Some(item);
            atom.tokens.1 = next - 1;
            atom.end = words.tokens[next - 1].end;
            atoms.push(atom);
            at = next;
            continue;
        }
        let text = words.word(at);
        match token.kind {
            TokenKind::Punct if text == "," => {
                atom.senses[0] = Sense::Comma;
                atoms.push(atom);
            }
            // Most words are letters and nothing else.
            TokenKind::Word | TokenKind::Number if text.bytes().any(cuts) => {
                pieces(grammar, words, text, atom, &mut atoms);
            }
            _ => atoms.push(atom),
        }
        at += 1;
    }
    give_senses(grammar, &mut atoms);
    atoms
}

/// Asks what the atoms mean that a rule may look at.
fn give_senses(grammar: &TimeGrammar, atoms: &mut [Atom]) {
    let (mut from, mut near) = (0, 0);
    for at in 0..atoms.len() {
        if atoms[at].strong {
            from = at.saturating_sub(BEFORE).max(from);
            near = at + BEHIND;
        }
        if at >= near {
            continue;
        }
        for atom in &mut atoms[from..=at] {
            if let Some(item) = atom.item {
                atom.senses = senses(item, grammar);
            }
        }
        from = at + 1;
    }
}

/// Whether a word or number hangs on the one before it: not on a quotation mark, a bracket or a dash.
fn glued(words: &Words, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    if words.tokens[before].end != words.tokens[at].start {
        return false;
    }
    let loose = ['"', '“', '”', '(', '[', '-', '–', '—', '`', '…', ',', ';', '*'];
    let mark = words.word(before).starts_with(loose) || words.word(before) == "''";
    let word = !matches!(words.tokens[at].kind, TokenKind::Punct | TokenKind::Symbol);
    word && !mark
}

/// Whether a word with this byte may have to be cut: a digit, or the first one of a hyphen.
fn cuts(byte: u8) -> bool {
    byte.is_ascii_digit() || matches!(byte, b'-' | 0xe2)
}

/// Cuts a token at its hyphens and between its digits and letters.
fn pieces<'s>(grammar: &TimeGrammar, words: &Words<'_, 's>, text: &'s str, whole: Atom<'s>, atoms: &mut Vec<Atom<'s>>) {
    let bytes = text.as_bytes();
    let digits = bytes.iter().any(u8::is_ascii_digit);
    if text.len() > 40 || !digits && !text.contains(['-', '\u{2010}', '\u{2011}']) {
        atoms.push(whole);
        return;
    }
    // A date or a telephone number in digits stays whole: the calendar rules read it.
    if bytes.iter().all(|b| b.is_ascii_digit() || b"-/.:,".contains(b))
        && bytes.iter().filter(|b| b"-/.".contains(b)).count() != 1
    {
        let mut atom = whole;
        atom.strong = true;
        number(text, &mut atom);
        atoms.push(atom);
        return;
    }
    let mut joint = whole.joint;
    let mut from = 0;
    for part in text.split(['-', '\u{2010}', '\u{2011}']) {
        let start = from + (part.as_ptr() as usize - text[from..].as_ptr() as usize);
        from = start + part.len();
        let mut cut = |start: usize, end: usize, joint: Joint| {
            let mut atom = whole;
            atom.start = whole.start + start as u32;
            atom.end = whole.start + end as u32;
            atom.joint = joint;
            let piece = &text[start..end];
            if piece.starts_with(|c: char| c.is_ascii_digit()) {
                atom.strong = true;
                number(piece, &mut atom);
            } else if let Some(item) =
                words.lexicon.get(word_hash(piece)).filter(|item| item.is(grammar.time | grammar.aid))
            {
                atom.senses = senses(item, grammar);
                atom.strong = item.is(grammar.time);
            }
            atoms.push(atom);
        };
        let digits = part.bytes().take_while(|b| b.is_ascii_digit() || b".:,/".contains(b)).count();
        let letters = &part[digits..];
        let suffix = ["st", "nd", "rd", "th", "s"].iter().any(|suffix| letters.eq_ignore_ascii_case(suffix));
        if digits > 0 && digits < part.len() && !suffix && letters.bytes().all(|b| b.is_ascii_alphabetic() || b == b'.')
        {
            cut(start, start + digits, joint);
            cut(start + digits, start + part.len(), Joint::Glued);
        } else if !part.is_empty() {
            cut(start, start + part.len(), joint);
        }
        joint = Joint::Hyphen;
    }
}

/// What a piece that begins with a digit is.
fn number(text: &str, atom: &mut Atom) {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &text[digits..];
    let value = text[..digits].parse::<f64>().unwrap_or(0.0);
    if rest.is_empty() {
        atom.digits = digits.min(99) as u8;
        atom.senses[0] = Sense::Number(value);
    } else if ["st", "nd", "rd", "th"].iter().any(|suffix| rest.eq_ignore_ascii_case(suffix)) && digits <= 2 {
        atom.senses[0] = Sense::Ordinal(value as i16);
    } else if rest.eq_ignore_ascii_case("s") && (2..=4).contains(&digits) && value as i32 % 10 == 0 {
        atom.senses[0] = Sense::Decade { year: value as i16, century: digits == 4 };
    } else if rest.starts_with('.') && rest.len() > 1 && rest[1..].bytes().all(|b| b.is_ascii_digit()) {
        atom.senses[0] = text.parse().map_or(Sense::Other, Sense::Number);
    } else if rest.starts_with(',') && rest.bytes().all(|b| b.is_ascii_digit() || b == b',') {
        // "1,984" is a count, never a year: `digits` stays 0.
        atom.senses[0] = text.replace(',', "").parse().map_or(Sense::Other, Sense::Number);
    }
}
