//! A sentence's atoms, and the questions that the rules ask of them.

use super::atom::{Atom, Joint};
use super::meaning::Amount;
use super::period::{Season, Unit};
use super::sense::Sense;
use crate::grammar::{Tag, Words};
use crate::segment::{Shape, Token};

/// The atoms of one sentence.
pub(super) struct Scan<'a, 's> {
    pub words: &'a Words<'a, 's>,
    pub atoms: Vec<Atom<'s>>,
    /// Whether the text tells of a time away from the day it was published.
    pub history: bool,
}

/// A bare year outside these needs more than a preposition to be one.
const LIKELY_YEARS: std::ops::RangeInclusive<i16> = 1900..=2039;

/// Bytes of the longest text that is a message.
const MESSAGE: usize = 300;

/// Words of so few bytes have no capital in a title.
const SMALL_WORD: u32 = 4;

impl<'s> Scan<'_, 's> {
    pub fn get(&self, at: usize) -> Option<&Atom<'s>> {
        self.atoms.get(at)
    }

    pub fn find<T>(&self, at: usize, pick: impl Fn(&Sense<'s>) -> Option<T>) -> Option<T> {
        self.get(at)?.find(pick)
    }

    pub fn is(&self, at: usize, sense: Sense) -> bool {
        self.get(at).is_some_and(|atom| atom.has(sense))
    }

    /// One past `at` if the atom has this sense, else `at`.
    pub fn skip(&self, at: usize, sense: Sense) -> usize {
        at + usize::from(self.is(at, sense))
    }

    /// Whether the atom is this sense, and what is at `at - 1`.
    pub fn before(&self, at: usize, sense: Sense) -> bool {
        at > 0 && self.is(at - 1, sense)
    }

    pub fn joint(&self, at: usize) -> Joint {
        self.get(at).map_or(Joint::Space, |atom| atom.joint)
    }

    /// The characters of an atom.
    pub fn text(&self, at: usize) -> &'s str {
        self.get(at).map_or("", |atom| self.words.text.get(atom.start as usize..atom.end as usize).unwrap_or(""))
    }

    /// Whether it is plain that nothing begins here: a small word or a number with an ordinary word behind it, or an
    /// apostrophe without a figure.
    pub fn barren(&self, at: usize) -> bool {
        use Sense::*;
        let Some(atom) = self.get(at) else { return true };
        if atom.is_blank() && !atom.strong {
            return self.joint(at + 1) != Joint::Glued || self.get(at + 1).is_none_or(Atom::is_blank);
        }
        let figure = atom.digits > 0 && atom.digits != 4 && atom.joint == Joint::Space;
        if atom.strong && !figure {
            return false;
        }
        let word = |atom: &Atom| {
            atom.is_blank()
                && atom.joint == Joint::Space
                && self.words.text.as_bytes()[atom.start as usize].is_ascii_alphabetic()
        };
        if !self.get(at + 1).is_none_or(word) {
            return false;
        }
        // The second of two days ("March 5 and 6") begins something.
        let listed = |back: usize| {
            at.checked_sub(back)
                .and_then(|at| self.get(at))
                .is_some_and(|atom| atom.digits > 0 || atom.senses.iter().any(|sense| matches!(sense, Ordinal(_))))
        };
        atom.senses.iter().all(|sense| match sense {
            Number(_) if atom.digits == 0 => true,
            Number(_) | Ordinal(_) => !listed(1) && !listed(2),
            Other | Scale(_) | Several | Couple | Shift(_) | Step(_) | Same | Latest | Each | EveryOther | Earlier
            | Later | Stage | StageNoun | A | The | Another | Hedge | Over | Prep | In | On | At | By | For | From
            | Between | Until | To | Of | And | Or | Premodifier | Fiscal | More | Whole | All | Comparable
            | Lengthy | Final | Half | Rated => true,
            _ => false,
        })
    }

    /// Whether the atom is the possessive "'s".
    pub fn owns(&self, at: usize) -> bool {
        self.tag(at) == Tag::POS || matches!(self.text(at), "'s" | "’s")
    }

    /// Whether the atom is a dash between the ends of a range.
    pub fn dash(&self, at: usize) -> bool {
        matches!(self.text(at), "-" | "–" | "—")
    }

    /// The tag of the atom's first token.
    pub fn tag(&self, at: usize) -> Tag {
        self.get(at).map_or(Tag::PUNCT, |atom| self.words.tag(atom.tokens.0))
    }

    /// Written with a capital, in a sentence where that tells something.
    pub fn capital(&self, at: usize) -> bool {
        self.text(at).starts_with(|c: char| c.is_uppercase())
    }

    /// Whether the text is a message as short as a tweet, or history: there "a long day", "the second day" is the time
    /// told of. In an article it is a noun like others.
    pub fn message(&self) -> bool {
        self.history || self.words.text.len() <= MESSAGE
    }

    /// Written like a name within a sentence that is no title: "60 Minutes", "This Week".
    pub fn named(&self, at: usize) -> bool {
        let tokens = self.words.tokens;
        let plain = |token: &Token| token.shape == Shape::Lower && token.end - token.start > SMALL_WORD;
        at > 0
            && self.words.capitals
            && self.joint(at) == Joint::Space
            && self.get(at).is_some_and(|atom| tokens[atom.tokens.0].shape == Shape::Title)
            && tokens.iter().any(plain)
    }

    pub fn month(&self, at: usize) -> Option<(i8, bool)> {
        self.find(at, |sense| match *sense {
            Sense::Month { month, sure } => Some((month, sure)),
            _ => None,
        })
    }

    pub fn weekday(&self, at: usize) -> Option<(i8, bool, bool)> {
        self.find(at, |sense| match *sense {
            Sense::Weekday { day, sure, plural } => Some((day, sure, plural)),
            _ => None,
        })
    }

    pub fn unit(&self, at: usize) -> Option<(Unit, bool)> {
        self.find(at, |sense| match *sense {
            Sense::Unit { unit, plural } => Some((unit, plural)),
            _ => None,
        })
    }

    pub fn part(&self, at: usize) -> Option<(&'s str, bool)> {
        self.find(at, |sense| match *sense {
            Sense::Part { code, sure, .. } => Some((code, sure)),
            _ => None,
        })
    }

    /// "mornings", "nights".
    pub fn parts(&self, at: usize) -> Option<&'s str> {
        self.find(at, |sense| match *sense {
            Sense::Part { code, plural: true, .. } => Some(code),
            _ => None,
        })
    }

    pub fn season(&self, at: usize) -> Option<(Season, bool)> {
        self.find(at, |sense| match *sense {
            Sense::Season { season, sure } => Some((season, sure)),
            _ => None,
        })
    }

    pub fn ordinal(&self, at: usize) -> Option<i16> {
        self.find(at, |sense| match *sense {
            Sense::Ordinal(number) => Some(number),
            _ => None,
        })
    }

    pub fn shift(&self, at: usize) -> Option<i32> {
        self.find(at, |sense| match *sense {
            Sense::Shift(count) => Some(count),
            _ => None,
        })
    }

    pub fn step(&self, at: usize) -> Option<i32> {
        self.find(at, |sense| match *sense {
            Sense::Step(count) => Some(count),
            _ => None,
        })
    }

    /// "Q1".
    pub fn quarter_name(&self, at: usize) -> Option<i8> {
        self.find(at, |sense| match *sense {
            Sense::QuarterName(quarter) => Some(quarter),
            _ => None,
        })
    }

    fn plain(&self, at: usize) -> Option<f64> {
        self.find(at, |sense| match *sense {
            Sense::Number(number) => Some(number),
            _ => None,
        })
    }

    /// A whole number in one or two digits.
    pub fn small(&self, at: usize) -> Option<i8> {
        let atom = self.get(at).filter(|atom| matches!(atom.digits, 1 | 2))?;
        atom.find(|sense| match *sense {
            Sense::Number(number) => Some(number as i8),
            _ => None,
        })
    }

    /// A day of a month: "7", "7th", "seventh".
    pub fn day(&self, at: usize) -> Option<i8> {
        let day = self.small(at).or_else(|| self.ordinal(at).and_then(|number| i8::try_from(number).ok()))?;
        (1..=31).contains(&day).then_some(day)
    }

    /// Four digits that could be a year.
    pub fn four(&self, at: usize) -> Option<i16> {
        let atom = self.get(at).filter(|atom| atom.digits == 4)?;
        atom.find(|sense| match *sense {
            Sense::Number(number) if (1000.0..2200.0).contains(&number) => Some(number as i16),
            _ => None,
        })
    }

    /// A year beside a month or another word that makes it one: digits, "'98", or in words.
    pub fn year_beside(&self, at: usize) -> Option<(i16, usize)> {
        if let Some(year) = self.four(at) {
            return Some((year, at + 1));
        }
        if matches!(self.text(at), "'" | "’" | "‘") && self.joint(at + 1) == Joint::Glued {
            let short = self.small(at + 1).filter(|_| self.get(at + 1).is_some_and(|atom| atom.digits == 2))?;
            return Some((century_of(short), at + 2));
        }
        self.year_in_words(at)
    }

    /// "nineteen ninety-six", "two thousand and eight".
    pub fn year_in_words(&self, at: usize) -> Option<(i16, usize)> {
        let word = |at: usize| self.plain(at).filter(|_| self.get(at).is_some_and(|atom| atom.digits == 0));
        let first = word(at)?;
        if (16.0..=20.0).contains(&first) {
            let second = word(at + 1).filter(|second| (10.0..100.0).contains(second))?;
            let third = if second % 10.0 == 0.0 { word(at + 2).filter(|third| *third < 10.0) } else { None };
            let next = at + 2 + usize::from(third.is_some());
            return Some(((first * 100.0 + second + third.unwrap_or(0.0)) as i16, next));
        }
        if first == 2.0 && self.is(at + 1, Sense::Scale(1000.0)) {
            let and = self.skip(at + 2, Sense::And);
            return Some(match word(and).filter(|rest| *rest < 40.0) {
                Some(rest) => (2000 + rest as i16, and + 1),
                None => (2000, at + 2),
            });
        }
        None
    }

    /// A bare year: four digits that nothing around them denies.
    pub fn year(&self, at: usize) -> Option<(i16, usize)> {
        if let Some(year) = self.four(at) {
            return (super::rules::lists::ranged(self, at) || self.bare_year(at, year)).then_some((year, at + 1));
        }
        let (year, next) = self.year_beside(at).filter(|_| self.get(at).is_some_and(|atom| atom.digits == 0))?;
        if !self.text(at).starts_with(['\'', '’', '‘']) {
            let thousand = year == 2000 && next == at + 2;
            let led =
                at > 0 && (self.get(at - 1).is_some_and(leads_in) || self.unit(at - 1) == Some((Unit::Year, false)));
            return (LIKELY_YEARS.contains(&year) && (!thousand || led)).then_some((year, next));
        }
        Some((year, next))
    }

    fn bare_year(&self, at: usize, year: i16) -> bool {
        let likely = LIKELY_YEARS.contains(&year);
        let previous = at.checked_sub(1);
        if let Some(previous) = previous {
            let text = self.text(previous);
            if matches!(text, "$" | "#" | "£" | "€" | "¥" | "." | ":" | "@" | "=" | "*" | "+")
                && (self.joint(at) == Joint::Glued || matches!(text, "$" | "£" | "€"))
            {
                return false;
            }
            if self.joint(at) == Joint::Hyphen
                && !self.four(previous).is_some_and(|_| true)
                && !self.is(previous, Sense::Premodifier)
                && !self.is(previous, Sense::Stage)
            {
                return false;
            }
            if self.is(previous, Sense::Hedge)
                && !self.is(previous, Sense::Prep)
                && self.words.tag(self.atoms[previous].tokens.0) != Tag::IN
            {
                return false;
            }
            // "Boeing 747" has three digits; "Windows 2000", "Area 1950" a name before the number.
            if !likely && !self.get(previous).is_some_and(leads_in) && self.four(previous).is_none() {
                return false;
            }
        } else if !likely {
            return false;
        }
        // A count: "2000 people", "1500 miles", "1990 %".
        let text = self.text(at + 1);
        let zone = self.find(at + 1, |sense| matches!(sense, Sense::Zone(_)).then_some(())).is_some();
        if zone || text == "%" || self.is(at + 1, Sense::Rated) || self.is(at + 1, Sense::Per) {
            return false;
        }
        if self.joint(at + 1) == Joint::Glued
            && self.get(at + 1).is_some_and(|atom| !atom.is_blank() && !atom.has(Sense::Comma))
        {
            return false;
        }
        if let Some(next) = self.get(at + 1) {
            let item = self.words.items.get(next.tokens.0).copied().flatten();
            let people = item.is_some_and(|item| item.role.is_some()) && self.words.tag(next.tokens.0) == Tag::NNS;
            if people
                && (year % 100 == 0
                    || !previous
                        .is_some_and(|previous| self.is(previous, Sense::Prep) || self.is(previous, Sense::The)))
            {
                return false;
            }
            if self.unit(at + 1).is_some_and(|(_, plural)| plural) {
                return false;
            }
            if year % 100 == 0 && year != 2000 && year != 1900 && self.words.tag(next.tokens.0) == Tag::NNS {
                return false;
            }
        }
        true
    }

    /// A number of things: "3", "twenty four", "2 1/2", "a hundred", "several"; and the atom after it.
    pub fn amount(&self, at: usize) -> Option<(Amount, usize)> {
        let mut next = at;
        let mut total;
        if let Some(number) = self.plain(at) {
            total = number;
            next += 1;
            if self.get(at).is_some_and(|atom| atom.digits == 0) {
                // "twenty four"
                if (20.0..100.0).contains(&total)
                    && total % 10.0 == 0.0
                    && let Some(one) = self.plain(next).filter(|one| *one < 10.0)
                {
                    total += one;
                    next += 1;
                }
            } else if let Some(fraction) = fraction(self.text(next)) {
                return Some((Some(total + fraction), next + 1));
            }
        } else if self.is(at, Sense::A) && self.find(at + 1, scale).is_some() {
            total = 1.0;
            next += 1;
        } else if let Some(fraction) = fraction(self.text(at)) {
            return Some((Some(fraction), at + 1));
        } else if self.is(at, Sense::Several) {
            return Some((None, at + 1));
        } else if self.is(at, Sense::A) && self.is(at + 1, Sense::Several) {
            return Some((None, at + 2));
        } else if self.is(at, Sense::A) && self.is(at + 1, Sense::Couple) {
            // "a couple of"
            return Some((Some(2.0), self.skip(at + 2, Sense::Of)));
        } else if self.is(at, Sense::Couple) {
            return Some((Some(2.0), self.skip(at + 1, Sense::Of)));
        } else {
            return None;
        }
        while let Some(scale) = self.find(next, scale) {
            total *= scale;
            next += 1;
        }
        (total < 1e9).then_some((Some(total), next))
    }
}

fn scale(sense: &Sense) -> Option<f64> {
    match *sense {
        Sense::Scale(scale) => Some(scale),
        _ => None,
    }
}

/// "1/2", "½".
fn fraction(text: &str) -> Option<f64> {
    Some(match text {
        "1/2" | "½" => 0.5,
        "1/4" | "¼" => 0.25,
        "3/4" | "¾" => 0.75,
        _ => return None,
    })
}

/// Whether the word before a bare number makes it a year.
fn leads_in(atom: &Atom) -> bool {
    use Sense::*;
    atom.has(Prep) || atom.has(The) || atom.has(Stage) || atom.has(And) || atom.has(Fiscal) || atom.has(Premodifier)
}

/// The century of a year in two digits: "'98", "'08".
pub(super) fn century_of(short: i8) -> i16 {
    if short < 40 { 2000 + i16::from(short) } else { 1900 + i16::from(short) }
}
