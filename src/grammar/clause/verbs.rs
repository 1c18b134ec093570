//! Verb groups: which subject each takes, and under which clause it hangs.

use super::super::Tag;
use super::super::unit::{UnitKind, VerbForm};
use super::{Clause, ClauseKind, Open, Pass};
use crate::lexicon::{EventType, Slot, form};
use crate::segment::Shape;

impl Pass<'_, '_, '_> {
    pub(super) fn verb(&mut self, at: usize, before: Option<usize>) {
        self.settle(at, before);
        match self.units[at].verb.form {
            VerbForm::Finite => self.finite(at, before),
            VerbForm::Infinitive => self.infinitive(at),
            VerbForm::Ing => self.ing(at, before),
            VerbForm::Participle => self.participle(at, before),
        }
    }

    /// Past tense or participle? The tagger sees words, this sees the clause.
    pub(super) fn settle(&mut self, at: usize, before: Option<usize>) {
        let unit = self.units[at];
        let head = unit.head();
        let alone = (unit.start()..head).all(|token| matches!(self.words.tag(token), Tag::RB | Tag::RBR | Tag::RBS));
        let particle = usize::from(self.units.get(at + 1).is_some_and(|next| self.words.tag(next.head()) == Tag::RP));
        let object_follows = self.kind(at + 1 + particle) == Some(UnitKind::Noun);
        let previous = before.and_then(|at| self.kind(at));
        let top = *self.top();
        let waits = top.clause.is_none() && (top.subject.is_some() || top.antecedent.is_some());
        let bits = self.words.items[head].map_or(0, |item| item.verbs.iter().fold(0, |bits, head| bits | head.forms));
        let words = self.words;
        let transitive = || {
            words.items[head].is_none_or(|item| {
                let senses = item.verbs.iter().flat_map(|&head| words.lexicon.senses(head));
                item.verbs.is_empty()
                    || senses.into_iter().all(|sense| sense.kind.is_none() || sense.target.contains(&Slot::Object))
            })
        };
        let before_past = self.kind(at + 1) == Some(UnitKind::Conjunction)
            && self.units.get(at + 2).is_some_and(|next| {
                next.kind == UnitKind::Verb && next.start() == next.head() && self.words.tag(next.head()) == Tag::VBD
            });
        let counted = |noun: usize| self.is_counted(noun);
        let number = |noun: usize| self.words.tag(self.units[noun].head()) == Tag::CD;
        match unit.verb.form {
            VerbForm::Participle if alone && self.finite_ahead(at).is_none() => {
                let coordinated =
                    matches!(previous, Some(UnitKind::Comma | UnitKind::Conjunction)) && top.clause.is_some();
                let past = bits & form::PAST != 0;
                // "gunmen killed 13"; "questioned and took him away".
                if past && (object_follows && (waits || coordinated) || waits && before_past) {
                    self.units[at].verb.set_past(false);
                } else if waits
                    && top.kind != ClauseKind::Relative
                    && (previous == Some(UnitKind::Noun) || previous == Some(UnitKind::Comma) && !transitive())
                {
                    // A headline, "Five killed in bombing"; or the past of a verb that has no object, "a van collided".
                    self.units[at].verb.set_past(transitive());
                }
            }
            // "8 Killed 25 Injured by …", "135 civilians killed in bombardment": the number is the victims'.
            VerbForm::Finite
                if alone
                    && bits & form::PARTICIPLE != 0
                    && waits
                    && top.subject.is_some_and(counted)
                    && (!object_follows && self.harms(at) && transitive()
                        || self.words.tokens[head].shape == Shape::Title && top.subject.is_some_and(number)) =>
            {
                self.units[at].verb.passive = true;
            }
            VerbForm::Finite if alone && self.words.tag(head) == Tag::VBD && previous == Some(UnitKind::Noun) => {
                let outer = self.finite_ahead(at).is_some();
                // "the operations carried out by the army": no subject waits for a verb, and an agent follows.
                let by = (!waits || outer) && self.agent_follows(at);
                // "people killed in the attack were …".
                let reduced = waits && outer && !object_follows && bits & form::PARTICIPLE != 0;
                if by || reduced {
                    self.units[at].verb.set_participle();
                }
            }
            _ => {}
        }
    }

    /// Whether a noun group has a number in it.
    fn is_counted(&self, noun: usize) -> bool {
        let unit = &self.units[noun];
        (unit.start()..unit.end()).any(|token| self.words.tag(token) == Tag::CD)
    }

    /// A finite verb, or a participle that is the past tense too and has an object.
    pub(super) fn can_be_finite(&self, at: usize) -> bool {
        let unit = &self.units[at];
        let past = || self.words.items[unit.head()].is_some_and(|item| item.verb_forms & form::PAST != 0);
        match unit.verb.form {
            VerbForm::Finite => true,
            VerbForm::Participle => unit.start() == unit.head() && self.kind(at + 1) == Some(UnitKind::Noun) && past(),
            _ => false,
        }
    }

    /// "by" behind the verb and its particle.
    pub(super) fn agent_follows(&self, at: usize) -> bool {
        let is_by = |unit: usize| {
            self.kind(unit) == Some(UnitKind::Preposition)
                && self.words.word(self.units[unit].head()).eq_ignore_ascii_case("by")
        };
        is_by(at + 1) || self.kind(at + 1) == Some(UnitKind::Preposition) && is_by(at + 2)
    }

    /// A finite verb behind this one before any boundary.
    pub(super) fn finite_ahead(&self, at: usize) -> Option<usize> {
        (at + 1..self.units.len())
            .take_while(|&i| {
                matches!(
                    self.units[i].kind,
                    UnitKind::Noun
                        | UnitKind::Preposition
                        | UnitKind::Time
                        | UnitKind::Adverb
                        | UnitKind::Quote
                        | UnitKind::Verb
                )
            })
            .find(|&i| self.units[i].kind == UnitKind::Verb && self.can_be_finite(i))
    }

    pub(super) fn push(&mut self, clause: Clause) -> usize {
        self.clauses.push(clause);
        self.clauses.len() - 1
    }

    pub(super) fn take(&mut self, at: usize) {
        let open = *self.top();
        let subject = open.subject.or(open.antecedent);
        let clause = self.push(Clause {
            kind: open.kind,
            verb: at,
            subject,
            gap: open.gap,
            parent: open.parent,
            shares: None,
            opener: open.opener,
            start: open.start.min(at),
            end: at,
        });
        let top = self.top();
        top.clause = Some(clause);
        top.subject = subject;
        if let Some(initial) = self.initial.take() {
            let waiting = &mut self.clauses[initial];
            waiting.subject = waiting.subject.or(subject);
            waiting.parent = Some(clause);
        }
    }

    pub(super) fn finite(&mut self, at: usize, before: Option<usize>) {
        let previous = before.and_then(|at| self.kind(at));
        let separated = matches!(previous, Some(UnitKind::Comma | UnitKind::Stop | UnitKind::Conjunction));
        let top = *self.top();
        // "to attack and kill", "may attack and kill": a bare form goes with the verb before it.
        let bare = self.words.tag(self.units[at].head()) == Tag::VB && self.units[at].verb.modal.is_none();
        if bare
            && previous != Some(UnitKind::Noun)
            && let Some(last) = self.clauses.len().checked_sub(1)
            && separated
        {
            return self.share(at, last, before);
        }
        let Some(clause) = top.clause else { return self.take(at) };
        let waiting = self.waiting();
        match waiting {
            Some(level) if previous != Some(UnitKind::Conjunction) => {
                self.stack.truncate(level + 1);
                return self.take(at);
            }
            _ => {}
        }
        if separated {
            let level = self.stack.len() - 1;
            self.share(at, clause, before);
            self.stack[level].clause = Some(self.clauses.len() - 1);
            return;
        }
        // A verb that no reading has foreseen: the noun before it is its subject, what is before that reported it.
        let subject = before.filter(|&at| self.kind(at) == Some(UnitKind::Noun));
        let kind = if self.is_report(self.clauses[clause].verb) { ClauseKind::Complement } else { ClauseKind::Main };
        let parent = (kind == ClauseKind::Complement).then_some(clause);
        self.stack.push(Open { subject, parent, ..Open::new(kind, subject.unwrap_or(at)) });
        self.take(at);
    }

    /// A verb that shares the subject of the clause before "and" or a comma.
    pub(super) fn share(&mut self, at: usize, with: usize, before: Option<usize>) {
        let other = self.clauses[with];
        let verb = self.units[other.verb].verb;
        if self.units[at].verb.form == VerbForm::Finite && self.units[at].verb.modal.is_none() {
            let bare = self.words.tag(self.units[at].head()) == Tag::VB;
            let unit = &mut self.units[at].verb;
            if bare {
                unit.modal = verb.modal;
                unit.negated |= verb.negated;
                unit.form = if verb.form == VerbForm::Infinitive { VerbForm::Infinitive } else { unit.form };
            }
        }
        let start = before.unwrap_or(at);
        self.push(Clause { verb: at, gap: None, shares: Some(with), start, end: at, ..other });
    }

    pub(super) fn infinitive(&mut self, at: usize) {
        let controller = self.clauses.len().checked_sub(1);
        let subject = self.subject_for(at).or_else(|| controller.and_then(|c| self.controlled_subject(c, at)));
        self.push(Clause {
            kind: ClauseKind::Infinitive,
            verb: at,
            subject,
            gap: None,
            parent: controller,
            shares: None,
            opener: None,
            start: at,
            end: at,
        });
    }

    /// "for agents to detain": the noun between *for* and the infinitive.
    fn subject_for(&self, at: usize) -> Option<usize> {
        let noun = at.checked_sub(1).filter(|&noun| self.kind(noun) == Some(UnitKind::Noun))?;
        let preposition = noun.checked_sub(1).filter(|&unit| self.kind(unit) == Some(UnitKind::Preposition))?;
        let purpose = self.words.hashes[self.units[preposition].head()] == self.grammar.purpose;
        (purpose && !self.is_event(noun)).then_some(noun)
    }

    /// Whether a clause's subject is the *it* of "it is possible to", "it was proposed to"; not that of "it is ready to".
    fn is_expletive(&self, clause: &Clause) -> bool {
        let verb = &self.units[clause.verb].verb;
        let said = || {
            self.units
                .get(clause.verb + 1)
                .is_some_and(|next| next.kind == UnitKind::Adjective && !self.words.is(next.head(), self.grammar.plan))
        };
        let it = |subject: usize| self.words.word(self.units[subject].head()).eq_ignore_ascii_case("it");
        (verb.passive || verb.copula && said()) && clause.subject.is_some_and(it)
    }

    /// Who does what hangs under this clause's verb: its object where the verb says so, else its subject.
    pub(super) fn controlled_subject(&self, controller: usize, at: usize) -> Option<usize> {
        let clause = &self.clauses[controller];
        let verb = &self.units[clause.verb];
        let controls = self.words.longest(verb.head(), self.grammar.object_control).is_some();
        if controls && !verb.verb.passive {
            let object = (clause.verb + 1..at).find(|&i| self.kind(i) == Some(UnitKind::Noun));
            return object.or(clause.gap).or(clause.subject);
        }
        clause.subject.filter(|_| !self.is_expletive(clause))
    }

    /// Whether a noun is where something happens: "in Temple Trees", "at the airport".
    fn is_setting(&self, noun: usize) -> bool {
        let preposition = noun.checked_sub(1).filter(|&unit| self.kind(unit) == Some(UnitKind::Preposition));
        preposition.is_some_and(|unit| self.words.is(self.units[unit].head(), self.grammar.locative))
            && self.is_name(noun)
            && !self.is_person(noun)
    }

    /// Whether a noun is something said or written by the subject of this clause.
    fn is_said_by(&self, noun: usize, clause: usize) -> bool {
        let clause = &self.clauses[clause];
        clause.verb < noun
            && clause.subject.is_some()
            && !self.units[clause.verb].verb.passive
            && self.words.is(self.units[noun].head(), self.grammar.utterance)
    }

    pub(super) fn ing(&mut self, at: usize, before: Option<usize>) {
        let previous = before.and_then(|at| self.kind(at));
        let last = self.clauses.len().checked_sub(1);
        let mut clause = Clause {
            kind: ClauseKind::Participial,
            verb: at,
            subject: None,
            gap: None,
            parent: last,
            shares: None,
            opener: None,
            start: at,
            end: at,
        };
        match previous {
            // "attacked a post in South Waziristan killing nine": what harms is the act, not the place.
            Some(UnitKind::Noun)
                if last.is_some_and(|last| {
                    let noun = before.unwrap_or(at);
                    self.clauses[last].subject.is_some()
                        && (self.harms(at) && !self.antecedent(at, true).is_some_and(|noun| self.is_person(noun))
                            || self.is_setting(noun)
                            || self.is_said_by(noun, last))
                }) =>
            {
                clause.subject = last.and_then(|last| self.clauses[last].subject);
            }
            Some(UnitKind::Noun) => {
                clause.kind = ClauseKind::Reduced;
                clause.subject = self.antecedent(at, true);
                clause.parent = None;
            }
            Some(UnitKind::Preposition | UnitKind::Subordinator) => {
                clause.opener = before;
                clause.start = before.unwrap_or(at);
                clause.subject = last.and_then(|last| self.controlled_subject(last, at));
            }
            Some(UnitKind::Conjunction)
                if last.is_some_and(|c| self.units[self.clauses[c].verb].verb.form == VerbForm::Ing) =>
            {
                let last = last.unwrap_or_default();
                return self.share(at, last, before);
            }
            _ => {
                clause.start = before.filter(|&b| self.kind(b) == Some(UnitKind::Comma)).unwrap_or(at);
                clause.subject = last.and_then(|last| self.clauses[last].subject);
            }
        }
        if clause.parent.is_none() && clause.kind == ClauseKind::Participial {
            clause.subject = None;
            self.initial = Some(self.clauses.len());
        }
        self.push(clause);
    }

    /// Whether a verb unit tells of harm.
    pub(super) fn harms(&self, at: usize) -> bool {
        self.words.items[self.units[at].head()].is_some_and(|item| {
            item.verbs
                .iter()
                .flat_map(|&head| self.words.lexicon.senses(head))
                .any(|sense| sense.when.is_empty() && sense.kind.is_some_and(EventType::harms))
        })
    }

    pub(super) fn participle(&mut self, at: usize, before: Option<usize>) {
        let previous = before.and_then(|at| self.kind(at));
        let last = self.clauses.len().checked_sub(1);
        if previous == Some(UnitKind::Conjunction)
            && let Some(last) = last
        {
            return self.share(at, last, before);
        }
        let subject = self.antecedent(at, true);
        let mut clause = Clause {
            kind: ClauseKind::Reduced,
            verb: at,
            subject,
            gap: None,
            parent: None,
            shares: None,
            opener: None,
            start: at,
            end: at,
        };
        if subject.is_none() {
            clause.kind = ClauseKind::Participial;
            self.initial = Some(self.clauses.len());
        } else if matches!(previous, Some(UnitKind::Comma)) {
            clause.start = at - 1;
        } else if matches!(previous, Some(UnitKind::Subordinator)) {
            clause.kind = ClauseKind::Participial;
            clause.subject = last.and_then(|last| self.clauses[last].subject).or(subject);
        }
        self.push(clause);
    }
}
