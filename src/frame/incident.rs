//! The slots of an incident: with what it was done, and what became of the target.

use super::event::{Frame, Status};
use super::phrase::Phrase;
use super::sentence::Sentence;
use crate::grammar::{ClauseKind, UnitKind};
use crate::lexicon::{EventType, NounTest, Slot};

/// What can become of a target.
const EFFECTS: [&str; 5] = ["killed", "injured", "kidnapped", "damaged", "destroyed"];

impl Sentence<'_, '_> {
    /// What the action does to its target, by the status that `numbers.tsv` gives its words: "killed", "injured",
    /// "kidnapped", "damaged", "destroyed"; "none" where the sentence says that it did not.
    pub fn effect(&self, frame: &Frame) -> Option<&'static str> {
        if !matches!(frame.sense.kind, Some(EventType::Assault | EventType::Casualty | EventType::Disaster)) {
            return None;
        }
        let patient = if frame.sense.target.contains(&Slot::Subject) { 's' } else { 'o' };
        let effect = (frame.token..frame.last.max(frame.token + 1)).find_map(|at| self.effect_of(at, patient))?;
        let nobody = frame.status == Status::Negated
            || frame.count.is_some_and(|(quantity, _)| self.quantities[quantity].max == Some(0));
        Some(if nobody { "none" } else { effect })
    }

    /// The effect that the word or phrase at this token names; a verb must have it on its `patient`, subject or object.
    fn effect_of(&self, at: usize, patient: char) -> Option<&'static str> {
        let classes = self.classes.status | self.classes.status_noun | self.classes.status_verb;
        let (item, _) = self.words.longest(at, classes)?;
        let verb = |value: &str| {
            value.split('|').find_map(|part| {
                let (name, side) = part.rsplit_once(' ')?;
                side.starts_with([patient, 'e']).then(|| effect_named(name)).flatten()
            })
        };
        let noun = |value: &str| effect_named(value.split(' ').next().unwrap_or(value));
        item.value(self.classes.status_verb)
            .and_then(verb)
            .or_else(|| item.value(self.classes.status_noun).and_then(noun))
            .or_else(|| item.value(self.classes.status).and_then(effect_named))
    }

    /// The weapon or means of an act of violence: in the event's own words ("a car bomb attack"), as its actor ("a
    /// bomb killed two"), as what is thrown or fired, behind "with" or "in", or in a participle ("using dynamite").
    pub fn instrument(&self, frame: &Frame) -> Option<Phrase> {
        use EventType::{Assault, Casualty, Crime, Disaster, Threaten};
        if !matches!(frame.sense.kind, Some(Assault | Casualty | Crime | Disaster | Threaten)) {
            return None;
        }
        let unit = self.unit_of(frame.token)?;
        if self.is_noun(unit) {
            let own = self.weapon_in(unit);
            return own.or_else(|| self.weapon_behind(unit + 1, self.run_end(unit)));
        }
        if let Some(phrase) = frame.actor.and_then(|actor| self.weapon_in(actor.unit?)) {
            return Some(phrase);
        }
        let clause = &self.clauses[frame.clause?];
        let target = frame.target.and_then(|target| target.unit);
        // "a car full of dynamite exploded"
        let laden = || {
            let from = clause.subject?;
            self.phrases(from + 1, clause.verb).find_map(|(_, noun)| self.weapon_in(noun))
        };
        let held = || {
            let objects = self.objects(clause.verb + 1, clause.end).chain(clause.gap).chain(clause.subject);
            objects.filter(|&noun| Some(noun) != target).find_map(|noun| self.weapon_in(noun))
        };
        held()
            .or_else(|| self.weapon_behind(clause.verb + 1, clause.end))
            .or_else(|| self.weapon_used(frame.clause?))
            .or_else(laden)
            // "threw grenades": what was thrown, where nobody is hit.
            .or_else(|| target.filter(|_| frame.sense.kind != Some(Crime)).and_then(|noun| self.weapon_in(noun)))
    }

    /// The weapon behind "with", "in", "by" in units `from..to`.
    fn weapon_behind(&self, from: usize, to: usize) -> Option<Phrase> {
        self.phrases(from, to)
            .filter(|(preposition, _)| self.classes.instrumental.contains(preposition))
            .find_map(|(_, noun)| self.weapon_in(noun))
    }

    /// The weapon of a participle under a clause: "using dynamite", "armed with rifles", "firing machine guns".
    fn weapon_used(&self, clause: usize) -> Option<Phrase> {
        self.clauses
            .iter()
            .filter(|other| other.parent == Some(clause))
            .filter(|other| matches!(other.kind, ClauseKind::Participial | ClauseKind::Reduced))
            .find_map(|other| {
                let object = self.objects(other.verb + 1, other.end).find_map(|noun| self.weapon_in(noun));
                object.or_else(|| self.weapon_behind(other.verb + 1, other.end))
            })
    }

    /// The weapon that a noun group names: as its head ("an FMLN car bomb"), or before it ("a rocket attack").
    fn weapon_in(&self, noun: usize) -> Option<Phrase> {
        if self.kind(noun) != Some(UnitKind::Noun) {
            return None;
        }
        let unit = &self.units[noun];
        if self.passes(noun, &[NounTest::Class(self.classes.weapon)]) {
            return Some(self.member_phrase(noun));
        }
        let is_weapon = |at: usize| {
            self.words.items[at].is_some_and(|item| item.noun_classes & self.classes.weapon != 0)
                && self.words.tag(at).is_noun()
        };
        // Only before an event: a "bomb squad" is no weapon.
        let last = (unit.start()..unit.head()).rev().find(|&at| is_weapon(at)).filter(|_| self.is_event(noun))?;
        let first = (unit.start()..last).rev().take_while(|&at| self.words.tag(at).is_noun()).last().unwrap_or(last);
        Some(Phrase { first, last: last + 1, head: last, unit: None, unit_end: 0 })
    }
}

fn effect_named(name: &str) -> Option<&'static str> {
    EFFECTS.into_iter().find(|effect| *effect == name)
}
