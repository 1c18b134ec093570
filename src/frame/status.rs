//! Whether it happened: modals, negation, plans, conditions and doubts above an action.

use super::event::Status;
use super::sentence::Sentence;
use crate::grammar::{ClauseKind, Tag, VerbForm};

/// No sentence nests deeper than this; a loop of parents ends here too.
const DEEPEST: usize = 12;

impl Sentence<'_, '_> {
    /// The status of a clause's verb.
    pub(super) fn clause_status(&self, clause: usize) -> Status {
        let mut status = self.own_status(clause);
        let mut at = clause;
        for _ in 0..DEEPEST {
            let Some(outer) = self.outer_status(at) else { break };
            let (parent, outer) = outer;
            status = status.under(outer);
            at = parent;
        }
        status
    }

    /// What the verb group itself says, with the word beside it that doubts.
    fn own_status(&self, clause: usize) -> Status {
        let verb = &self.units[self.clauses[clause].verb];
        let words = &self.words;
        let mut status = Status::Asserted;
        if let Some(modal) = verb.verb.modal {
            let value = words.value(usize::from(modal), self.classes.modal);
            status = value.map_or(Status::Possible, Status::from_name);
        }
        let from = verb.start().saturating_sub(1);
        for at in from..(verb.end() + 1).min(words.len()) {
            if words.tag(at) == Tag::RB && words.is(at, self.classes.doubt) {
                status = status.under(Status::Possible);
            }
        }
        if verb.verb.negated || self.subject_denies(clause) {
            status = status.under(Status::Negated);
        }
        if let Some(opener) = self.clauses[clause].opener
            && let Some(value) = words.value(self.units[opener].head(), self.classes.subordinator)
        {
            status = status.under(Status::from_name(value));
        }
        status
    }

    /// "No group claimed responsibility", "nobody was hurt".
    fn subject_denies(&self, clause: usize) -> bool {
        self.clauses[clause].subject.is_some_and(|noun| self.denies(noun))
    }

    /// Whether a noun group begins with "no", "neither".
    pub(super) fn denies(&self, noun: usize) -> bool {
        let unit = &self.units[noun];
        self.words.is(unit.start(), self.classes.negation)
    }

    /// Whether what an infinitive tells is still to come: planned, asked for.
    pub(super) fn lies_ahead(&self, clause: usize) -> bool {
        self.outer_status(clause).is_some_and(|(_, status)| status == Status::Planned)
    }

    /// What the clause above makes of this one, and which it is.
    fn outer_status(&self, clause: usize) -> Option<(usize, Status)> {
        let this = &self.clauses[clause];
        let words = &self.words;
        let parent = this.parent.filter(|&parent| parent != clause);
        match this.kind {
            ClauseKind::Infinitive => {
                // "plans to attack", "ready to kill": the noun or adjective right before it speaks first.
                let before = self.units[this.verb].start().checked_sub(1);
                let plan = before.and_then(|at| {
                    words.value(at, self.classes.plan).or_else(|| words.value(at, self.classes.plan_noun))
                });
                let Some(parent) = parent else {
                    return plan.map(|value| (clause, Status::from_name(value)));
                };
                let above = &self.units[self.clauses[parent].verb];
                let value = plan.or_else(|| words.value(above.head(), self.classes.control));
                let own = value.map_or(Status::Planned, Status::from_name);
                let negated = if above.verb.negated { Status::Negated } else { Status::Asserted };
                let own =
                    if above.verb.form == VerbForm::Finite || above.verb.negated { own.under(negated) } else { own };
                // What somebody was forced to do has the status of the forcing; a plan stays a plan.
                if own == Status::Asserted { Some((parent, self.own_status(parent))) } else { Some((parent, own)) }
            }
            ClauseKind::Complement => {
                let parent = parent?;
                let above = &self.units[self.clauses[parent].verb];
                let value = words.value(above.head(), self.classes.report);
                Some((parent, value.map_or(Status::Asserted, Status::from_name)))
            }
            ClauseKind::Participial => {
                let parent = parent?;
                // "denied shelling", "avoided killing".
                let above = &self.units[self.clauses[parent].verb];
                let right_after = this.opener.is_none() && this.start == self.clauses[parent].verb + 1;
                let denied =
                    words.value(above.head(), self.classes.report).filter(|value| right_after && *value == "denied");
                let own = denied.map_or(Status::Asserted, Status::from_name);
                Some((parent, own.under(self.own_status(parent))))
            }
            _ => None,
        }
    }

    /// The status of an event noun: its modifiers, its determiner, and the light verb or plan above it.
    pub(super) fn noun_status(&self, unit: usize, token: usize, verb: Option<usize>) -> Status {
        let words = &self.words;
        let mut status = Status::Asserted;
        if self.denies(unit) {
            status = Status::Negated;
        }
        for at in self.units[unit].start()..token {
            if let Some(value) = words.value(at, self.classes.doubt) {
                status = status.under(Status::from_name(value));
            }
        }
        // "plans for an attack", "the threat of a strike".
        if unit >= 2
            && self.governor(unit).is_some()
            && self.is_noun(unit - 2)
            && let Some(value) = words.value(self.units[unit - 2].head(), self.classes.plan_noun)
        {
            status = status.under(Status::from_name(value));
        }
        if let Some(clause) = verb {
            status = status.under(self.clause_status(clause));
            let head = self.units[self.clauses[clause].verb].head();
            if let Some(value) = words.value(head, self.classes.light) {
                status = status.under(Status::from_name(value));
            }
        }
        status
    }
}
