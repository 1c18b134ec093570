//! Argument spans: from a noun group to the whole noun phrase that names the argument.

use super::sentence::Sentence;
use crate::grammar::{Tag, UnitKind};

/// An argument as tokens of the sentence: `first..last`, its head, and the noun unit it grew from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Phrase {
    pub first: usize,
    pub last: usize,
    pub head: usize,
    /// The noun unit; `None` for a part of a group ("Russian" in "Russian airstrikes").
    pub unit: Option<usize>,
    /// One past the last unit that belongs to it.
    pub unit_end: usize,
}

/// The longest coordination that is read.
const MOST_MEMBERS: usize = 24;

impl Sentence<'_, '_> {
    /// The noun phrase of a unit: without its leading article and hedge, with "of" phrases that name it, and with its
    /// coordinated parts.
    pub fn phrase(&self, noun: usize) -> Phrase {
        let mut phrase = self.member_phrase(noun);
        let mut members = 1;
        while members < MOST_MEMBERS
            && let Some(next) = self.next_member(phrase.unit_end, noun)
        {
            phrase.last = self.units[next].end();
            phrase.unit_end = next + 1;
            self.take_of(&mut phrase);
            members += 1;
        }
        phrase
    }

    /// The noun phrase of a unit alone, without the parts coordinated to it.
    pub fn member_phrase(&self, noun: usize) -> Phrase {
        let unit = &self.units[noun];
        let mut phrase = Phrase {
            first: self.after_article(unit.start(), unit.head()),
            last: unit.end(),
            head: unit.head(),
            unit: Some(noun),
            unit_end: noun + 1,
        };
        self.take_of(&mut phrase);
        phrase
    }

    /// The noun units of a phrase's coordination; one where it is none.
    pub fn members(&self, phrase: &Phrase) -> Vec<usize> {
        let Some(first) = phrase.unit else { return Vec::new() };
        let mut members = vec![first];
        members.extend((first + 1..phrase.unit_end).filter(|&at| self.is_noun(at) && self.governor(at).is_none()));
        members
    }

    fn after_article(&self, start: usize, head: usize) -> usize {
        let words = &self.words;
        let mut first = start;
        while first < head
            && (words.tag(first) == Tag::DT && words.is(first, self.classes.article)
                || matches!(words.tag(first), Tag::PDT | Tag::PUNCT))
        {
            first += 1;
        }
        // "at least 133 people": without the hedge.
        let hedged = self.quantities.iter().find(|quantity| quantity.tokens.0 == first && !quantity.article);
        hedged.map_or(first, |quantity| quantity.number.0.min(head))
    }

    fn take_of(&self, phrase: &mut Phrase) {
        while self.kind(phrase.unit_end) == Some(UnitKind::Preposition)
            && self.preposition(phrase.unit_end) == self.classes.of
            && self.is_noun(phrase.unit_end + 1)
        {
            phrase.last = self.units[phrase.unit_end + 1].end();
            phrase.unit_end += 2;
        }
    }

    /// The next part of a list after `at`: ", B" (when "and C" follows further on) or "and B", and not the subject of
    /// a verb of its own.
    fn next_member(&self, at: usize, first: usize) -> Option<usize> {
        let opens_clause = |noun: usize| {
            self.clauses
                .iter()
                .any(|clause| clause.start == noun || clause.subject == Some(noun) && clause.subject != Some(first))
        };
        match self.kind(at)? {
            UnitKind::Conjunction if !self.words.word(self.units[at].head()).eq_ignore_ascii_case("but") => {
                (self.is_noun(at + 1) && !opens_clause(at + 1)).then_some(at + 1)
            }
            UnitKind::Comma => {
                if self.kind(at + 1) == Some(UnitKind::Conjunction) {
                    return (self.is_noun(at + 2) && !opens_clause(at + 2)).then_some(at + 2);
                }
                if !self.is_noun(at + 1) || opens_clause(at + 1) {
                    return None;
                }
                // A comma alone may be an apposition: a list has "and" before its last part.
                let mut next = at + 2;
                let mut steps = 0;
                while steps < MOST_MEMBERS {
                    match self.kind(next)? {
                        UnitKind::Conjunction => {
                            return (self.is_noun(next + 1) && !opens_clause(next + 1)).then_some(at + 1);
                        }
                        UnitKind::Comma if self.is_noun(next + 1) && !opens_clause(next + 1) => next += 2,
                        UnitKind::Comma if self.kind(next + 1) == Some(UnitKind::Conjunction) => next += 1,
                        UnitKind::Preposition
                            if self.preposition(next) == self.classes.of && self.is_noun(next + 1) =>
                        {
                            next += 2;
                        }
                        _ => return None,
                    }
                    steps += 1;
                }
                None
            }
            _ => None,
        }
    }
}
