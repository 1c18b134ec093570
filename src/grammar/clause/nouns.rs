//! Noun groups, and the words that open clauses: who waits for a verb, and which clause a noun begins.

use super::super::Tag;
use super::super::unit::{UnitKind, VerbForm};
use super::{ClauseKind, Open, Pass};
use crate::lexicon::{Item, Kind, form};

impl Pass<'_, '_, '_> {
    /// The finite verb that this noun group is the subject of, if one follows before a boundary.
    pub(super) fn verb_ahead(&self, noun: usize) -> Option<usize> {
        let mut at = noun + 1;
        let mut apposition = false;
        loop {
            match self.kind(at)? {
                UnitKind::Verb => {
                    let verb = &self.units[at];
                    match verb.verb.form {
                        VerbForm::Finite => return Some(at),
                        VerbForm::Infinitive => return None,
                        // "… an alert saying it was", "injuries while covering": what follows is not the noun's.
                        VerbForm::Ing if self.is_report(at) || self.kind(at - 1) == Some(UnitKind::Preposition) => {
                            return None;
                        }
                        // "said their fighters killed six soldiers".
                        VerbForm::Participle if self.can_be_finite(at) && self.finite_ahead(at).is_none() => {
                            return Some(at);
                        }
                        VerbForm::Ing | VerbForm::Participle => at += 1,
                    }
                }
                UnitKind::Preposition => at += 1,
                UnitKind::Noun
                    if self.kind(at - 1) == Some(UnitKind::Verb)
                        && self.words.tag(self.units[at].head()) == Tag::PRP =>
                {
                    return None;
                }
                UnitKind::Noun
                    if matches!(
                        self.kind(at - 1),
                        Some(UnitKind::Preposition | UnitKind::Conjunction | UnitKind::Verb)
                    ) =>
                {
                    at += 1;
                }
                UnitKind::Noun if apposition && self.kind(at - 1) == Some(UnitKind::Comma) => at += 1,
                UnitKind::Conjunction if self.goes_on_with_noun(at) => at += 1,
                UnitKind::Comma if !apposition && self.kind(at + 1) == Some(UnitKind::Noun) => {
                    // ", a security expert," goes with the noun before it; it must close again.
                    let mut end = at + 2;
                    while matches!(self.kind(end), Some(UnitKind::Preposition | UnitKind::Noun | UnitKind::Time)) {
                        end += 1;
                    }
                    if self.kind(end) != Some(UnitKind::Comma) {
                        return None;
                    }
                    apposition = true;
                    at = end + 1;
                }
                UnitKind::Adverb | UnitKind::Time | UnitKind::Quote => at += 1,
                _ => return None,
            }
        }
    }

    /// The verb whose subject a noun group behind "after" is: a finite one, or a participle with an object and an
    /// agent nowhere.
    pub(super) fn verb_after_subject(&self, noun: usize) -> Option<usize> {
        let mut at = noun + 1;
        while matches!(self.kind(at), Some(UnitKind::Preposition | UnitKind::Noun | UnitKind::Adverb)) {
            at += 1;
        }
        let unit = self.units.get(at).filter(|unit| unit.kind == UnitKind::Verb)?;
        let object = self.kind(at + 1) == Some(UnitKind::Noun);
        let past = self.words.items[unit.head()].is_some_and(|item| item.verb_forms & form::PAST != 0);
        match unit.verb.form {
            VerbForm::Finite => Some(at),
            VerbForm::Participle if object && past && unit.start() == unit.head() => Some(at),
            _ => None,
        }
    }

    /// "and soldiers", but not "but it": the conjunction goes on with a list.
    pub(super) fn goes_on_with_noun(&self, conjunction: usize) -> bool {
        self.units
            .get(conjunction + 1)
            .is_some_and(|next| next.kind == UnitKind::Noun && self.words.tag(next.head()) != Tag::PRP)
    }

    pub(super) fn governed(&self, before: Option<usize>) -> bool {
        before.is_some_and(|at| self.kind(at) == Some(UnitKind::Preposition))
    }

    pub(super) fn noun(&mut self, at: usize, before: Option<usize>) {
        if self.governed(before) {
            // "after a bomb attack killed three": not a phrase but a clause.
            let opener = before.filter(|&unit| self.words.is(self.units[unit].head(), self.grammar.time_clause));
            let (Some(opener), Some(verb)) = (opener, self.verb_after_subject(at)) else { return };
            if self.units[verb].verb.form == VerbForm::Participle {
                self.units[verb].verb.set_past(false);
            }
            self.units[opener].kind = UnitKind::Subordinator;
            self.subordinator(opener);
            self.top().subject = Some(at);
            return;
        }
        // The object of a participle that heads the sentence: "Visiting Seoul last week, Trump …".
        if let Some(initial) = self.initial {
            let verb = self.clauses[initial].verb;
            if !(verb..at).any(|i| self.kind(i) == Some(UnitKind::Comma)) {
                return;
            }
        }
        let previous = before.and_then(|at| self.kind(at));
        let separated = matches!(previous, Some(UnitKind::Comma | UnitKind::Stop | UnitKind::Conjunction));
        let ahead = self.verb_ahead(at);
        // ", officials said," stands inside another clause.
        if matches!(previous, Some(UnitKind::Comma | UnitKind::Quote | UnitKind::Stop))
            && let Some(verb) = ahead
            && self.is_report(verb)
            && matches!(
                self.kind(verb + 1),
                None | Some(UnitKind::Comma | UnitKind::Other | UnitKind::Time | UnitKind::Stop)
            )
        {
            let open = Open { subject: Some(at), ..Open::new(ClauseKind::Main, at) };
            self.stack.push(open);
            return;
        }
        let top = *self.top();
        if top.clause.is_none() {
            if top.subject.is_none() {
                let top = self.top();
                top.subject = Some(at);
                top.gap = top.antecedent;
                return;
            }
            match (previous, ahead) {
                (Some(UnitKind::Noun), Some(_)) => self.open_contact(at, before),
                // "After the attack on X, police said": the subject came in a fronted phrase that a comma closed.
                (Some(UnitKind::Comma), Some(verb)) if top.subject.is_some_and(|s| self.is_fronted(s, at, verb)) => {
                    self.top().subject = Some(at);
                }
                _ => {}
            }
            return;
        }
        let Some(_) = ahead else { return };
        // "The attack that killed 133 people was claimed": the verb ahead is the outer subject's.
        if previous == Some(UnitKind::Verb)
            && top.kind == ClauseKind::Relative
            && self.waiting().is_some()
            && !top.clause.is_some_and(|c| self.is_report(self.clauses[c].verb))
        {
            return;
        }
        match previous {
            _ if separated => {
                let conjunction = previous == Some(UnitKind::Conjunction);
                // What hangs on another clause is over; an open one without a verb takes the noun.
                while self.stack.len() > 1
                    && matches!(self.top().kind, ClauseKind::Relative | ClauseKind::Adverbial | ClauseKind::Reduced)
                {
                    self.stack.pop();
                }
                let top = *self.top();
                if top.clause.is_none() {
                    self.top().subject = Some(at);
                    return;
                }
                let open = if conjunction && top.kind == ClauseKind::Complement {
                    Open { subject: Some(at), parent: top.parent, opener: top.opener, ..Open::new(top.kind, at) }
                } else {
                    Open { subject: Some(at), ..Open::new(ClauseKind::Main, at) }
                };
                self.stack.pop();
                self.stack.push(open);
            }
            Some(UnitKind::Noun) if !top.clause.is_some_and(|c| self.is_report(self.clauses[c].verb)) => {
                self.open_contact(at, before);
            }
            _ => {
                let open = Open { subject: Some(at), parent: top.clause, ..Open::new(ClauseKind::Complement, at) };
                self.stack.push(open);
            }
        }
    }

    /// Whether the noun taken for a subject stands alone before the comma: "Friday, police said".
    pub(super) fn is_fronted(&self, subject: usize, at: usize, verb: usize) -> bool {
        subject + 2 == at
            && !(at + 1..verb).any(|i| matches!(self.kind(i), Some(UnitKind::Comma | UnitKind::Conjunction)))
            && !self.is_report(verb)
            && subject == 0
    }

    /// The innermost open clause that has a subject and wants its verb.
    pub(super) fn waiting(&self) -> Option<usize> {
        (0..self.stack.len()).rev().find(|&i| self.stack[i].clause.is_none() && self.stack[i].subject.is_some())
    }

    pub(super) fn open_contact(&mut self, at: usize, before: Option<usize>) {
        let open = Open { subject: Some(at), gap: before, ..Open::new(ClauseKind::Relative, at) };
        self.stack.push(open);
    }

    pub(super) fn relative(&mut self, at: usize, before: Option<usize>) {
        let class = self.words.value(self.units[at].head(), self.grammar.relative);
        let previous = before.and_then(|at| self.kind(at));
        let top = *self.top();
        if !matches!(previous, Some(UnitKind::Noun | UnitKind::Comma | UnitKind::Preposition | UnitKind::Time | UnitKind::Stop))
            || class.is_none()
            // "said on Monday that".
            || previous == Some(UnitKind::Time)
                && top.clause.is_some_and(|c| {
                    let verb = self.clauses[c].verb;
                    self.is_report(verb) && !(verb..at).any(|i| self.kind(i) == Some(UnitKind::Noun))
                })
        {
            // "what happened", "who did it": a clause of its own, an object of the verb before.
            self.stack.push(Open { parent: top.clause, opener: Some(at), ..Open::new(ClauseKind::Complement, at) });
            return;
        }
        let antecedent = self.antecedent(at, class == Some("person"));
        self.stack.push(Open { antecedent, opener: Some(at), ..Open::new(ClauseKind::Relative, at) });
    }

    /// The noun that a relative pronoun or a participle at `at` goes with: the nearest one, or the one it hangs on
    /// ("an attack on a hall that killed 13") when that one is an event, or when only it is a person.
    pub(super) fn antecedent(&self, at: usize, person: bool) -> Option<usize> {
        let nearest = (0..at).rev().find(|&i| self.kind(i) == Some(UnitKind::Noun))?;
        let fits = |noun: usize| {
            if person { self.is_person(noun) } else { self.is_event(noun) }
        };
        if fits(nearest) {
            return Some(nearest);
        }
        let mut noun = nearest;
        while noun >= 2
            && self.kind(noun - 2) == Some(UnitKind::Noun)
            && (self.kind(noun - 1) == Some(UnitKind::Preposition)
                // "in Kerman, Iran": one place.
                || self.kind(noun - 1) == Some(UnitKind::Comma) && self.is_name(noun) && self.is_name(noun - 2))
        {
            noun -= 2;
            if fits(noun) {
                return Some(noun);
            }
        }
        Some(nearest)
    }

    pub(super) fn is_event(&self, noun: usize) -> bool {
        self.words.items[self.units[noun].head()].is_some_and(Item::is_event)
    }

    pub(super) fn is_name(&self, noun: usize) -> bool {
        self.words.tag(self.units[noun].head()).is_name()
    }

    pub(super) fn is_person(&self, noun: usize) -> bool {
        let head = self.units[noun].head();
        self.words.items[head].is_some_and(|item| {
            item.role.is_some_and(|(role, _)| self.words.lexicon.role(role).kind != Kind::Organization)
                || item.names.iter().any(|&name| self.words.lexicon.name(name).kind == Kind::Person)
        }) || self.words.tag(head) == Tag::PRP
    }

    pub(super) fn subordinator(&mut self, at: usize) {
        let top = *self.top();
        let word = self.words.word(self.units[at].head());
        // "after detaining 11 suspects", "when asked": no subject of its own follows.
        if let Some(UnitKind::Verb) = self.kind(at + 1)
            && self.units[at + 1].verb.form != VerbForm::Finite
        {
            return;
        }
        let that = ["that", "whether", "how", "why"].iter().any(|w| word.eq_ignore_ascii_case(w));
        let after_report =
            top.clause.is_some_and(|c| self.is_report(self.clauses[c].verb) && self.clauses[c].verb + 1 == at);
        let kind = if that || after_report { ClauseKind::Complement } else { ClauseKind::Adverbial };
        let parent = top.clause.or_else(|| self.clauses.len().checked_sub(1));
        self.stack.push(Open { parent, opener: Some(at), ..Open::new(kind, at) });
    }

    /// A strong stop ends all clauses that have their verb.
    pub(super) fn stop(&mut self, at: usize) {
        while self.stack.len() > 1 && self.top().clause.is_some() {
            self.stack.pop();
        }
        let mark = self.words.word(self.units[at].head());
        // "Morelia bombing: Eight people are killed": what stands before the colon is a heading.
        let heading = mark == ":" && self.stack.len() == 1 && self.clauses.is_empty();
        if heading || self.top().clause.is_some() && matches!(mark, ";" | ":") {
            *self.top() = Open::new(ClauseKind::Main, at + 1);
        }
    }
}
