//! Events told by nouns: "Russian airstrikes against IS hideouts", "the deaths of 12 miners", "held talks with".

use super::event::{Frame, Voice};
use super::phrase::Phrase;
use super::sense::Around;
use super::sentence::Sentence;
use crate::grammar::{ClauseKind, Tag};
use crate::lexicon::{ActionPos, EventType, Head, Item, Kind, NameForm, NounTest, Slot};
use crate::segment::Shape;

/// How an event noun stands to the verb of its clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Governing {
    /// "carried out an attack": the verb's subject did it.
    Light(usize),
    /// "an attack was carried out by".
    LightPassive(usize),
    /// "an attack took place".
    Happen(usize),
    /// "came under attack": the verb's subject suffered it.
    Undergo(usize),
    None,
}

impl<'a> Sentence<'_, 'a> {
    /// The event of a noun unit's head, if it tells one.
    pub(super) fn noun_frame(&self, unit: usize, claimed_by: Option<Phrase>) -> Option<Frame<'a>> {
        let token = self.units[unit].head();
        let heads: &[Head] = &self.words.items[token]?.nouns;
        if heads.is_empty() {
            return None;
        }
        // "the National Logistics Awards": part of a name.
        let capital = self.words.tokens[token].shape != Shape::Lower;
        if self.words.capitals && capital && self.words.tag(token).is_name() && token > group_start(self, unit) {
            return None;
        }
        let governing = self.governing(unit);
        let verb = match governing {
            Governing::Light(c) | Governing::LightPassive(c) | Governing::Happen(c) | Governing::Undergo(c) => Some(c),
            Governing::None => None,
        };
        let end = self.run_end(unit);
        let around = Around {
            subject: verb.and_then(|c| self.clauses[c].subject),
            object: None,
            from: unit + 1,
            to: end,
            ..Around::default()
        };
        let found = self.sense(heads, ActionPos::Noun, token, |_| around)?;
        let sense = found.sense;
        sense.kind?;
        // The verb's own phrases count as the noun's: "carried out an attack yesterday on a convoy".
        let reach = match governing {
            Governing::Light(c) | Governing::Undergo(c) => (unit + 1, self.clauses[c].end.max(end)),
            Governing::LightPassive(c) | Governing::Happen(c) => {
                if self.clauses[c].verb > unit {
                    (unit + 1, self.clauses[c].end)
                } else {
                    (unit + 1, end)
                }
            }
            Governing::None => (unit + 1, end),
        };
        let mut taken = None;
        let mut actor = match governing {
            Governing::Light(c) => self.clauses[c].subject.filter(|&s| s != unit).map(|noun| self.phrase(noun)),
            _ => None,
        };
        if actor.is_none() {
            actor = self.noun_argument(unit, found.first, &sense.actor, reach, true, &mut taken);
        }
        let mut target = match governing {
            Governing::Undergo(c) => self.clauses[c].subject.map(|noun| self.phrase(noun)),
            _ => None,
        };
        if target.is_none() {
            let same = |phrase: &Phrase| actor.is_some_and(|actor| actor.first == phrase.first);
            target =
                self.noun_argument(unit, found.first, &sense.target, reach, false, &mut taken).filter(|p| !same(p));
        }
        let actor = actor.or(claimed_by).or_else(|| self.took_part(unit, sense.kind));
        let own_time = self.noun_time(unit);
        let clause = self.clause_of(unit);
        // The clause's date is the noun's where the verb only carries it, or where it tells how the act was done.
        let manner = || self.is_under(unit, &self.classes.same_time);
        let subject = |c: usize| self.clauses[c].subject == Some(unit);
        let time = own_time.or_else(|| match verb {
            Some(c) => self.clause_time(c),
            None => {
                clause.filter(|&c| (manner() || subject(c)) && !self.only_reports(c)).and_then(|c| self.clause_time(c))
            }
        });
        let rule = match governing {
            Governing::Light(_) => "noun.light",
            Governing::LightPassive(_) => "noun.light.passive",
            Governing::Happen(_) => "noun.happen",
            Governing::Undergo(_) => "noun.undergo",
            Governing::None => "noun",
        };
        let frame = Frame {
            sense,
            token,
            first: found.first,
            last: found.last,
            voice: Voice::Nominal,
            status: self.noun_status(unit, found.first, verb),
            actor,
            target,
            time,
            count: None,
            place: self.place(reach.0, reach.1),
            attribution: self.attribution(verb.or(clause), actor.and_then(|actor| actor.unit)),
            clause: verb.or(clause),
            rule,
        };
        // A noun that brings nothing of its own only refers back.
        let counted =
            self.quantities_in(self.units[unit].start(), self.units[unit].end()).any(|q| !self.quantities[q].article);
        let brings = frame.actor.is_some() || frame.target.is_some() || own_time.is_some() || counted;
        // "Clashes resumed" tells it; "the attack came later" goes back to it.
        let known = self.words.is(self.units[unit].start(), self.classes.article)
            && !self.words.is(self.units[unit].start(), self.classes.indefinite)
            || self.units[unit].has_possessor();
        let told = matches!(governing, Governing::Happen(_) | Governing::LightPassive(_)) && !known;
        (brings || verb.is_some() && (told || frame.time.is_some())).then_some(frame)
    }

    /// "After a summit with Putin, Van Rompuy admitted …", "told reporters at the end of a trip": the clause's subject
    /// took part.
    fn took_part(&self, unit: usize, kind: Option<EventType>) -> Option<Phrase> {
        if kind != Some(EventType::Consult) || self.governor(unit).is_none() {
            return None;
        }
        let first = self.clauses.first().filter(|clause| clause.kind == ClauseKind::Main)?;
        let fronted = || unit == 1 && first.subject.is_some_and(|subject| subject > unit);
        let behind = || {
            let clause = &self.clauses[self.clause_of(unit)?];
            let beside = clause.verb < unit && !self.units[clause.verb].verb.passive;
            let there = beside && self.is_under(unit, &self.classes.taking_part);
            clause.subject.filter(|&subject| there && self.passes(subject, &[NounTest::Person]))
        };
        if fronted() { first.subject } else { behind() }.map(|subject| self.phrase(subject))
    }

    /// The light verb, or verb of happening, that this noun belongs to.
    fn governing(&self, unit: usize) -> Governing {
        for (c, clause) in self.clauses.iter().enumerate() {
            let verb = &self.units[clause.verb];
            let object = clause.verb < unit && unit < clause.end;
            if !object && clause.gap != Some(unit) && clause.subject != Some(unit) {
                continue;
            }
            let end = self.units.get(clause.verb + 1).map_or(self.words.len(), |next| next.end());
            let is = |class: u64| {
                let at = verb.head();
                self.words.is(at, class) || self.words.phrases(at).any(|(item, last)| last <= end + 1 && item.is(class))
            };
            if object && self.governor(unit).is_none() && !verb.verb.passive {
                if is(self.classes.light) && self.first_object(clause.verb, clause.end) == Some(unit) {
                    return Governing::Light(c);
                }
                if is(self.classes.undergo) && self.first_object(clause.verb, clause.end) == Some(unit) {
                    return Governing::Undergo(c);
                }
            }
            // "took part in an attack", "came under attack": the preposition belongs to the verb.
            if object && self.governor(unit).is_some() && unit <= clause.verb + 2 {
                let before = self.units[unit].start();
                let phrase =
                    |class: u64| self.words.phrases(verb.head()).any(|(item, last)| last == before && item.is(class));
                if phrase(self.classes.light) {
                    return Governing::Light(c);
                }
                if phrase(self.classes.undergo) {
                    return Governing::Undergo(c);
                }
            }
            if clause.gap == Some(unit) && is(self.classes.light) {
                return Governing::Light(c);
            }
            if clause.subject == Some(unit) {
                if verb.verb.passive && (is(self.classes.light) || is(self.classes.perceive)) {
                    return Governing::LightPassive(c);
                }
                if !verb.verb.passive && is(self.classes.happen) {
                    return Governing::Happen(c);
                }
            }
        }
        Governing::None
    }

    fn first_object(&self, verb: usize, end: usize) -> Option<usize> {
        self.objects(verb + 1, end).next()
    }

    /// The first of these slots that is filled, for an event noun. `taken` is the noun unit an earlier argument used.
    fn noun_argument(
        &self,
        unit: usize,
        first: usize,
        slots: &[Slot],
        reach: (usize, usize),
        actor: bool,
        taken: &mut Option<usize>,
    ) -> Option<Phrase> {
        let group = &self.units[unit];
        let possessor = usize::from(group.possessor);
        for slot in slots {
            let phrase = match slot {
                Slot::Preposition(hash) => {
                    let found = self.phrases(reach.0, reach.1).find(|&(preposition, noun)| {
                        // "a demonstration ahead of a visit by": what stands behind another event is that one's.
                        let other = |host: usize| host > unit && self.is_noun(host) && self.is_event(host);
                        preposition == *hash
                            && *taken != Some(noun)
                            && !self.is_time(noun)
                            && !(actor && noun >= 2 && other(noun - 2))
                    });
                    found.map(|(_, noun)| {
                        *taken = Some(noun);
                        self.phrase(noun)
                    })
                }
                Slot::Possessive => self.possessor(unit),
                Slot::Modifier => self.modifier(possessor.max(group.start()), first, actor),
                _ => None,
            };
            if phrase.is_some() {
                return phrase;
            }
        }
        None
    }

    /// Who owns a noun group: "Russia's FSB", "their attack".
    pub(super) fn possessor(&self, unit: usize) -> Option<Phrase> {
        let group = &self.units[unit];
        if group.has_possessor() {
            let last = usize::from(group.possessor) - 1;
            let start = self.skip_article(group.start(), last);
            let named_by_time = self.times.iter().any(|time| time.tokens.1 == last);
            return (last > start && !named_by_time).then(|| part(start, last, last - 1));
        }
        (self.words.tag(group.start()) == Tag::PRPS).then(|| part(group.start(), group.start() + 1, group.start()))
    }

    fn is_time(&self, noun: usize) -> bool {
        let unit = &self.units[noun];
        self.times.iter().any(|time| time.tokens.0 <= unit.head() && unit.head() < time.tokens.1)
    }

    fn skip_article(&self, first: usize, last: usize) -> usize {
        if first < last && self.words.is(first, self.classes.article) { first + 1 } else { first }
    }

    /// A word before the event noun that is an argument of it. As an actor only nationalities, organisations and
    /// roles count; as a target any noun but those.
    fn modifier(&self, from: usize, to: usize, actor: bool) -> Option<Phrase> {
        let words = &self.words;
        let acts = |at: usize| {
            words.items[at].is_some_and(|item| {
                item.role.is_some()
                    || item.names.iter().any(|&name| {
                        let entry = words.lexicon.name(name);
                        let kind = matches!(entry.kind, Kind::Organization | Kind::Group | Kind::Person);
                        (kind || entry.kind == Kind::Country && name.form != NameForm::Capital)
                            && name.fits_case(words.word(at), words.capitals)
                    })
            })
        };
        let in_time = |at: usize| self.times.iter().any(|time| time.tokens.0 <= at && at < time.tokens.1);
        if actor {
            let at = (from..to).find(|&at| acts(at) && !in_time(at))?;
            // The whole name: "Islamic State", "security forces".
            let mut last = words
                .phrases(at)
                .filter(|(item, end)| *end <= to && (!item.names.is_empty() || item.role.is_some()))
                .map(|(_, end)| end)
                .last()
                .unwrap_or(at + 1);
            while last < to && acts(last) {
                last += 1;
            }
            return Some(part(at, last, last - 1));
        }
        let last = (from..to).rev().find(|&at| words.tag(at).is_noun() && !in_time(at))? + 1;
        if words.items[last - 1].is_some_and(Item::is_event) || !(from..last).any(|at| !acts(at)) {
            return None;
        }
        let mut start = last - 1;
        while start > from
            && (words.tag(start - 1).is_noun() || words.tag(start - 1) == Tag::JJ)
            && !in_time(start - 1)
            && !acts(start - 1)
        {
            start -= 1;
        }
        Some(part(start, last, last - 1))
    }
}

fn group_start(sentence: &Sentence, unit: usize) -> usize {
    usize::from(sentence.units[unit].possessor)
}

fn part(first: usize, last: usize, head: usize) -> Phrase {
    Phrase { first, last, head, unit: None, unit_end: 0 }
}
