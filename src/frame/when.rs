//! When and where: the time expressions and places that reach an action.

use super::phrase::Phrase;
use super::sentence::Sentence;
use crate::grammar::{ClauseKind, UnitKind};
use crate::lexicon::NounTest;
use crate::mention::{TimeKind, Timex};
use crate::segment::TokenKind;

impl Sentence<'_, '_> {
    /// Whether a time expression can date an event: a point or stretch of the calendar, not a length, nor "recently".
    fn dates(&self, time: usize) -> bool {
        let timex = &self.times[time];
        matches!(timex.kind, TimeKind::Date | TimeKind::Time) && !timex.value.ends_with("_REF") && !self.heads(time)
    }

    /// Whether a full date heads the sentence with nothing to tie it to a clause ("3 November 2016 Death toll rises"):
    /// it is the paper's.
    fn heads(&self, time: usize) -> bool {
        let Timex { tokens, from, to, .. } = &self.times[time];
        let by_year = || self.words.tokens[tokens.1 - 1].kind == TokenKind::Number;
        tokens.0 == 0
            && tokens.1 > 2
            && from.is_some()
            && from == to
            && by_year()
            && self.words.tokens.get(tokens.1).is_some_and(|next| next.kind != TokenKind::Punct)
    }

    /// The time expressions with their first token in `first..last` that can date an event.
    fn times_in(&self, first: usize, last: usize) -> impl Iterator<Item = usize> {
        (0..self.times.len()).filter(move |&t| (first..last).contains(&self.times[t].tokens.0) && self.dates(t))
    }

    /// The first of these.
    fn time_in(&self, first: usize, last: usize) -> Option<usize> {
        self.times_in(first, last).next()
    }

    /// The time expression in the tokens `first..last` that dates a verb before them, not just a noun among them.
    fn time_of_verb(&self, first: usize, last: usize) -> Option<usize> {
        self.times_in(first, last).find(|&t| !self.is_noun_time(t))
    }

    /// Whether a time expression dates only the noun it goes with: one that it modifies ("the May 9 attacks"), unless
    /// the noun tells how or when the clause's act happened ("in a Friday raid"), or an event that is said to be another
    /// one ("after the attack on Friday", "charged over the killing in May").
    fn is_noun_time(&self, time: usize) -> bool {
        let Some(unit) = self.unit_of(self.times[time].tokens.0) else { return false };
        if self.is_noun(unit) {
            return !self.is_under(unit, &self.classes.same_time);
        }
        let Some(mut at) = unit.checked_sub(1) else { return false };
        if self.kind(at) == Some(UnitKind::Preposition) {
            // "have come since October", "are closed until Sunday": how long, not when.
            if self.classes.bounding.contains(&self.preposition(at)) {
                return true;
            }
            let Some(before) = at.checked_sub(1) else { return false };
            at = before;
        }
        // Up the phrases that the time stands behind: "after an attack in Kabul on Friday".
        while self.is_noun(at) && self.governor(at).is_some() {
            if self.is_event(at) && self.apart_in_time(at) {
                return true;
            }
            let Some(before) = self.unit_before(at).and_then(|preposition| preposition.checked_sub(1)) else {
                return false;
            };
            at = before;
        }
        false
    }

    /// "after the attack", "over the allegations": the clause's date is not the noun's.
    fn apart_in_time(&self, unit: usize) -> bool {
        self.unit_before(unit).is_some_and(|at| {
            let before = &self.units[at];
            self.words.is(before.head(), self.classes.apart_in_time)
                || self
                    .words
                    .phrases(before.start())
                    .any(|(item, end)| end == before.end() && item.is(self.classes.apart_in_time))
        })
    }

    /// The date of a clause: its own, else that of the clause it goes with. A reporting verb's date stays with it.
    pub(super) fn clause_time(&self, clause: usize) -> Option<usize> {
        let mut at = clause;
        for _ in 0..8 {
            let this = &self.clauses[at];
            let fronted = this.kind == ClauseKind::Main && this.shares.is_none();
            let own =
                self.time_behind(at).or_else(|| self.time_at_end(this.end)).or_else(|| self.time_before(at, fronted));
            if own.is_some() {
                return own;
            }
            // The date may stand with the participle or relative clause that follows: "were killed in an attack on Friday".
            at = match this.kind {
                // What somebody is asked or means to do lies ahead.
                ClauseKind::Infinitive if at == clause && self.lies_ahead(clause) => return None,
                ClauseKind::Participial | ClauseKind::Infinitive | ClauseKind::Adverbial => {
                    this.parent.filter(|&p| p != at)?
                }
                ClauseKind::Main | ClauseKind::Complement => this.shares.filter(|&s| s != at)?,
                ClauseKind::Relative | ClauseKind::Reduced => {
                    let noun = this.subject.or(this.gap)?;
                    return self.noun_time(noun).or_else(|| {
                        let outer = self.clause_holding(noun, at)?;
                        self.clause_time_once(outer)
                    });
                }
            };
        }
        None
    }

    /// A clause's own date, without looking further.
    fn clause_time_once(&self, clause: usize) -> Option<usize> {
        if self.only_reports(clause) {
            return None;
        }
        self.time_behind(clause).or_else(|| self.time_before(clause, false))
    }

    /// The date behind a clause's verb that is the verb's.
    fn time_behind(&self, clause: usize) -> Option<usize> {
        let this = &self.clauses[clause];
        let end = self.units.get(this.end).map_or(self.words.len(), |unit| unit.start());
        self.time_of_verb(self.units[this.verb].end(), end)
    }

    /// A time expression set off at the end: "in Wardak district, Wardak province, yesterday."
    fn time_at_end(&self, end: usize) -> Option<usize> {
        let mut at = end;
        while self.kind(at) == Some(UnitKind::Comma) {
            match self.kind(at + 1)? {
                UnitKind::Time => return self.time_in(self.units[at + 1].start(), self.units[at + 1].end()),
                UnitKind::Noun if self.names_place(at + 1) => at += 2,
                _ => return None,
            }
        }
        None
    }

    /// The clause, other than `not`, in whose reach a noun stands.
    fn clause_holding(&self, noun: usize, not: usize) -> Option<usize> {
        (0..self.clauses.len())
            .filter(|&c| c != not)
            .filter(|&c| {
                let clause = &self.clauses[c];
                clause.subject == Some(noun) || clause.verb < noun && noun < clause.end
            })
            .max_by_key(|&c| self.clauses[c].verb)
    }

    /// A date before a clause's verb: within the clause, or where it may be `fronted` in the phrase before it ("On
    /// Friday, …").
    fn time_before(&self, clause: usize, fronted: bool) -> Option<usize> {
        let this = &self.clauses[clause];
        let (start, verb) = (self.units[this.start.min(this.verb)].start(), self.units[this.verb].start());
        let own = (0..self.times.len()).rev().find(|&t| {
            let tokens = self.times[t].tokens;
            start <= tokens.0 && tokens.1 <= verb && self.dates(t) && self.stands_alone(t)
        });
        if own.is_some() || !fronted {
            return own;
        }
        let first_verb = self.clauses.iter().map(|clause| self.units[clause.verb].start()).min().unwrap_or(verb);
        (0..self.times.len())
            .find(|&t| self.times[t].tokens.1 <= first_verb.min(start) && self.dates(t) && self.stands_alone(t))
    }

    /// Whether a time expression is a unit of its own, not a modifier in a noun group.
    fn stands_alone(&self, time: usize) -> bool {
        self.unit_of(self.times[time].tokens.0).is_some_and(|unit| self.kind(unit) == Some(UnitKind::Time))
    }

    /// The date that a noun group brings itself: among its modifiers, or in the phrases that follow it.
    pub(super) fn noun_time(&self, noun: usize) -> Option<usize> {
        let unit = &self.units[noun];
        self.time_in(unit.start(), unit.end()).or_else(|| {
            let end = self.run_end(noun);
            (noun + 1..end)
                .filter(|&at| {
                    // "during the 2016 election".
                    self.kind(at) == Some(UnitKind::Time)
                        || self.is_noun(at) && self.governor(at) == Some(self.classes.during)
                })
                .find_map(|at| self.time_in(self.units[at].start(), self.units[at].end()))
        })
    }

    /// One past the last unit of the phrases that follow a noun: prepositions with their nouns, times, parts of lists.
    pub(super) fn run_end(&self, noun: usize) -> usize {
        let mut at = noun + 1;
        loop {
            match (self.kind(at), self.kind(at + 1)) {
                (Some(UnitKind::Preposition), Some(UnitKind::Noun | UnitKind::Time)) => at += 2,
                (Some(UnitKind::Preposition), Some(UnitKind::Quote | UnitKind::Adverb)) if self.is_noun(at + 2) => {
                    at += 3
                }
                (Some(UnitKind::Time), _) => at += 1,
                (Some(UnitKind::Conjunction), Some(UnitKind::Noun)) if at > noun + 1 && !self.opens(at + 1) => at += 2,
                (Some(UnitKind::Conjunction), Some(UnitKind::Preposition)) => at += 1,
                // "in Kerman, Iran, in January": the names after commas are one place.
                (Some(UnitKind::Comma), Some(UnitKind::Noun))
                    if self.names_place(at - 1) && self.names_place(at + 1) && !self.opens(at + 1) =>
                {
                    at += 2
                }
                (Some(UnitKind::Comma), Some(UnitKind::Preposition)) if self.names_place(at - 1) && at > noun + 2 => {
                    at += 1
                }
                _ => return at,
            }
        }
    }

    fn opens(&self, noun: usize) -> bool {
        self.clauses.iter().any(|clause| clause.start == noun || clause.subject == Some(noun))
    }

    fn names_place(&self, unit: usize) -> bool {
        self.is_noun(unit) && self.words.tag(self.units[unit].head()).is_name()
    }

    /// Where: the first phrase in `from..to` with a preposition of place before the name or kind of a place.
    pub(super) fn place(&self, from: usize, to: usize) -> Option<Phrase> {
        self.phrases(from, to)
            .filter(|&(_, noun)| {
                let preposition = noun - 1;
                self.kind(preposition) == Some(UnitKind::Preposition)
                    && self.words.is(self.units[preposition].head(), self.classes.place_preposition)
                    && self.passes(noun, &[NounTest::Place, NounTest::Class(self.classes.building)])
            })
            .map(|(_, noun)| self.phrase(noun))
            .next()
    }
}
