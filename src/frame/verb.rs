//! Events told by verbs.

use super::event::{Frame, Status, Voice};
use super::phrase::Phrase;
use super::sense::{Around, Match};
use super::sentence::Sentence;
use crate::grammar::{Clause, ClauseKind, Tag, UnitKind};
use crate::lexicon::{ActionPos, EventType, Head, Item, Slot, form};

impl<'a> Sentence<'_, 'a> {
    /// The event of a clause's verb, if it tells one.
    pub(super) fn verb_frame(&self, clause: usize) -> Option<Frame<'a>> {
        let this = &self.clauses[clause];
        let verb = &self.units[this.verb];
        let token = verb.head();
        let heads: &[Head] = &self.words.items[token]?.verbs;
        if heads.is_empty() {
            return None;
        }
        let found =
            self.sense(self.fitting(heads, token), ActionPos::Verb, token, |found| self.around_verb(clause, found))?;
        let sense = found.sense;
        sense.kind?;
        let passive = verb.verb.passive;
        let actor_noun = self.verb_argument(clause, &found, &sense.actor, true);
        let target_noun =
            self.verb_argument(clause, &found, &sense.target, false).filter(|&noun| Some(noun) != actor_noun);
        let target_noun = target_noun.or_else(|| self.told_of(clause, &found)).or_else(|| self.idiom_object(&found));
        let cause = if actor_noun.is_none() { self.cause(clause, &found, target_noun) } else { None };
        let actor = actor_noun.or(cause);
        let rule = match (this.kind, passive, sense.pattern.is_empty()) {
            (_, true, true) if cause.is_some() => "passive.cause",
            (ClauseKind::Reduced, true, _) => "reduced.passive",
            (ClauseKind::Reduced, ..) => "reduced.active",
            (ClauseKind::Participial, ..) => "participle",
            (ClauseKind::Relative, ..) => "relative",
            (ClauseKind::Infinitive, ..) => "infinitive",
            (_, true, _) => "passive",
            (_, false, false) => "idiom",
            (_, false, true) if this.shares.is_some() => "coordinated",
            _ => "active",
        };
        let end = this.end;
        Some(Frame {
            sense,
            token,
            first: found.first,
            last: found.last,
            voice: if passive { Voice::Passive } else { Voice::Active },
            status: self.clause_status(clause),
            actor: self.planner(clause).or(actor.map(|noun| self.phrase(noun))),
            target: target_noun.map(|noun| self.gap_phrase(noun, &found)),
            time: self.clause_time(clause),
            count: None,
            place: self.place(this.verb + 1, end),
            attribution: self.attribution(Some(clause), actor_noun),
            clause: Some(clause),
            rule,
        })
    }

    /// The heads whose form agrees with the tag: "left" the past of *leave*, not a base form.
    fn fitting<'h>(&self, heads: &'h [Head], token: usize) -> &'h [Head] {
        let wanted = match self.words.tag(token) {
            Tag::VB | Tag::VBP => form::BASE,
            Tag::VBZ => form::THIRD,
            Tag::VBD => form::PAST,
            Tag::VBN => form::PARTICIPLE,
            Tag::VBG => form::ING,
            _ => return heads,
        };
        match heads.iter().position(|head| head.forms & wanted != 0) {
            Some(at) => &heads[at..=at],
            None => heads,
        }
    }

    /// What stands around a verb, for the conditions of its senses.
    fn around_verb(&self, clause: usize, found: &Match) -> Around {
        let this = &self.clauses[clause];
        let verb = &self.units[this.verb].verb;
        let from = self.after(found, this.verb);
        let object = found.gap.or_else(|| self.objects(from, this.end).next()).or(this.gap);
        Around {
            subject: if verb.passive { self.agent(from, this.end) } else { this.subject },
            object: if verb.passive { this.subject } else { object },
            from,
            to: (this.end + 1).min(self.units.len()),
            passive: verb.passive,
            infinitive: self.clause_behind(clause, ClauseKind::Infinitive).is_some(),
            that: self.clause_behind(clause, ClauseKind::Complement).is_some(),
        }
    }

    /// The clause of this kind that hangs under another, right behind its arguments.
    fn clause_behind(&self, clause: usize, kind: ClauseKind) -> Option<&Clause> {
        let end = self.clauses[clause].end;
        self.clauses.iter().find(|other| other.parent == Some(clause) && other.kind == kind && other.start <= end + 1)
    }

    /// The first unit behind the words of a match.
    fn after(&self, found: &Match, verb: usize) -> usize {
        let mut unit = verb + 1;
        while unit < self.units.len() && self.units[unit].start() < found.last && self.units[unit].end() <= found.last {
            unit += 1;
        }
        unit
    }

    /// The agent that "by" names.
    fn agent(&self, from: usize, to: usize) -> Option<usize> {
        let by = self.classes.by;
        self.phrases(from, to).find(|(preposition, _)| *preposition == by).map(|(_, noun)| noun)
    }

    /// The first of these slots that is filled.
    fn verb_argument(&self, clause: usize, found: &Match, slots: &[Slot], actor: bool) -> Option<usize> {
        let this = &self.clauses[clause];
        let passive = self.units[this.verb].verb.passive;
        let from = self.after(found, this.verb);
        slots.iter().find_map(|slot| match slot {
            // An entry that makes its subject the patient (die) has no passive to turn round.
            Slot::Subject if passive && !found.sense.target.contains(&Slot::Subject) => self.agent(from, this.end),
            Slot::Subject => this.subject,
            Slot::Object if passive => this.subject,
            Slot::Object => found
                .gap
                .or_else(|| self.objects(from, this.end).next())
                .or(this.gap)
                .or_else(|| self.shared_object(clause)),
            Slot::SecondObject => self.objects(from, this.end).nth(1),
            Slot::Preposition(hash) => {
                // "died in Suez" names no cause.
                let locates = |noun: usize| actor && self.classes.locating.contains(hash) && !self.is_event(noun);
                // "died in the city of Suez": *of* goes with the noun before it, but for the verb's object.
                let of_noun = |noun: usize| {
                    *hash == self.classes.of
                        && noun >= 2
                        && self.is_noun(noun - 2)
                        && noun - 2 >= from
                        && self.governor(noun - 2).is_some()
                };
                let found = self
                    .phrases(from, this.end)
                    .find(|&(preposition, noun)| preposition == *hash && !locates(noun) && !of_noun(noun));
                found.map(|(_, noun)| noun)
            }
            Slot::Possessive | Slot::Modifier => None,
        })
    }

    /// "raid and close 31 pharmacies": the object behind the second verb.
    fn shared_object(&self, clause: usize) -> Option<usize> {
        let joined = self.clauses[clause].verb + 1;
        let next = self.clauses.iter().find(|other| other.verb == joined + 1 && other.shares == Some(clause))?;
        let active = self.kind(joined) == Some(UnitKind::Conjunction) && !self.units[next.verb].verb.passive;
        active.then(|| self.objects(next.verb + 1, next.end).next()).flatten()
    }

    /// "demands that North Korea cease": whom the demand, the warning, the charge is about.
    fn told_of(&self, clause: usize, found: &Match) -> Option<usize> {
        matches!(found.sense.kind, Some(EventType::Request | EventType::Accuse | EventType::Threaten)).then_some(())?;
        let told = self.clause_behind(clause, ClauseKind::Complement)?;
        told.subject.filter(|&subject| self.clauses[clause].subject != Some(subject))
    }

    /// "defied a government curfew", "tendered his resignation": the noun that ends an idiom is what is acted on, where
    /// it is a noun phrase with words of its own, and no name of the same act ("issued a ruling").
    fn idiom_object(&self, found: &Match) -> Option<usize> {
        let sense = found.sense;
        if sense.pattern.is_empty() || sense.target.contains(&Slot::Subject) {
            return None;
        }
        let head = found.last.checked_sub(1)?;
        let noun = self.unit_of(head).filter(|&unit| self.is_noun(unit) && self.units[unit].head() == head)?;
        let start = self.units[noun].start();
        let own = start < head || self.words.tag(head) == Tag::NNS;
        // "pointed the finger at": the entry has another place for its target.
        let bare = start + 1 == head && self.words.tag(start) == Tag::DT;
        let frozen = bare && sense.target.iter().any(|slot| matches!(slot, Slot::Preposition(_)));
        // "took to the streets".
        let place = self.is_under(noun, &self.classes.locating) || self.is_under(noun, &self.classes.toward);
        let same_act = || {
            let nouns = self.words.items[head].map_or(&[][..], |item| &item.nouns);
            let mut senses = nouns.iter().flat_map(|&noun| self.words.lexicon.senses(noun));
            senses.any(|other| other.kind == sense.kind || other.kind == Some(EventType::Agree))
        };
        (own && !frozen && !place && !same_act()).then_some(noun)
    }

    /// For who is harmed with nobody named: the event that did it ("killed in an attack", "died in road accidents").
    fn cause(&self, clause: usize, found: &Match, target: Option<usize>) -> Option<usize> {
        if !matches!(found.sense.kind, Some(EventType::Assault | EventType::Casualty | EventType::Displace)) {
            return None;
        }
        target?;
        let this = &self.clauses[clause];
        let from = self.after(found, this.verb);
        self.phrases(from, this.end)
            .find(|&(preposition, noun)| {
                let unit = &self.units[noun - 1];
                self.classes.causes.contains(&preposition) && self.is_event(noun)
                    || self
                        .words
                        .longest(unit.start(), self.classes.preposition)
                        .is_some_and(|(item, _)| item.value(self.classes.preposition) == Some("cause"))
            })
            .map(|(_, noun)| noun)
    }

    /// The phrase of an argument; cut before the fixed word where it fills the gap of an idiom.
    fn gap_phrase(&self, noun: usize, found: &Match) -> Phrase {
        match found.gap_end {
            Some(end) if found.gap == Some(noun) => {
                let phrase = self.phrase(noun);
                Phrase { last: end, head: end - 1, unit_end: noun + 1, ..phrase }
            }
            _ => self.phrase(noun),
        }
    }

    /// Who plans what an infinitive says, where the noun before it tells: "Russia's attempts to probe", "an attempt by
    /// Greenpeace to obstruct".
    fn planner(&self, clause: usize) -> Option<Phrase> {
        let this = &self.clauses[clause];
        if this.kind != ClauseKind::Infinitive {
            return None;
        }
        let before = this.verb.checked_sub(1).filter(|&at| self.is_noun(at))?;
        let plans = |noun: usize| self.words.is(self.units[noun].head(), self.classes.plan_noun);
        if plans(before) {
            return self.possessor(before);
        }
        let by = before.checked_sub(2).filter(|&at| self.is_noun(at) && plans(at))?;
        (self.governor(before) == Some(self.classes.by) && plans(by)).then(|| self.phrase(before))
    }

    /// Whether the head of a noun unit is an event noun.
    pub(super) fn is_event(&self, noun: usize) -> bool {
        self.words.items[self.units[noun].head()].is_some_and(Item::is_event)
    }

    /// The event of a predicative adjective ("are missing", "13 dead").
    pub(super) fn adjective_frame(&self, unit: usize) -> Option<Frame<'a>> {
        let token = self.units[unit].head();
        let heads: &[Head] = &self.words.items[token]?.adjectives;
        if heads.is_empty() {
            return None;
        }
        let clause = (0..self.clauses.len()).find(|&c| {
            let this = &self.clauses[c];
            self.units[this.verb].verb.copula && this.verb < unit && unit < this.end
        });
        let before = unit.checked_sub(1).filter(|&at| self.is_noun(at));
        let subject = match clause {
            Some(clause) => self.clauses[clause].subject,
            None => before,
        }?;
        let around =
            Around { subject: Some(subject), from: unit + 1, to: self.units.len().min(unit + 5), ..Around::default() };
        let found = self.sense(heads, ActionPos::Adjective, token, |_| around)?;
        found.sense.kind?;
        let cause = self.preposition_slot(&found.sense.actor, unit + 1, self.run_end(unit));
        Some(Frame {
            sense: found.sense,
            token,
            first: clause.map_or(token, |c| self.units[self.clauses[c].verb].start()),
            last: found.last,
            voice: Voice::Passive,
            status: clause.map_or(Status::Asserted, |c| self.clause_status(c)),
            actor: cause.map(|noun| self.phrase(noun)),
            target: Some(self.phrase(subject)),
            time: clause.and_then(|c| self.clause_time(c)),
            count: None,
            place: self.place(unit + 1, self.run_end(unit)),
            attribution: self.attribution(clause, None),
            clause,
            rule: "adjective",
        })
    }

    /// The noun after the first of the slots' prepositions in `from..to`.
    pub(super) fn preposition_slot(&self, slots: &[Slot], from: usize, to: usize) -> Option<usize> {
        slots.iter().find_map(|slot| match slot {
            Slot::Preposition(hash) => self.phrases(from, to).find(|(p, _)| p == hash).map(|(_, noun)| noun),
            _ => None,
        })
    }
}
