//! From groups to clauses: every verb group gets its subject, its place under another verb, and its reach.
//!
//! One pass from left to right with a stack of open clauses, as FASTUS and later shallow parsers do: a noun group is a
//! subject until a verb takes it, a relative pronoun opens a clause about the noun before it, a comma may close one,
//! and "and" lets verbs share a subject. No clause is ever thrown away; where nothing fits a verb has no subject.

use super::unit::{Unit, UnitKind, VerbForm};
use super::{Tag, Words};
use crate::lexicon::{EventType, Kind, Lexicon, Slot, form};
use crate::segment::Shape;

/// How a clause hangs in the sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClauseKind {
    /// A clause of its own.
    Main,
    /// "… that killed 13", "the alert the embassy issued".
    Relative,
    /// A participle right after its noun: "people killed in the attack".
    Reduced,
    /// A participle set off from what it goes with: ", killing 13", "after detaining 11 suspects".
    Participial,
    /// "to attack".
    Infinitive,
    /// What is said, thought, asked: "that …", or without a word to open it.
    Complement,
    /// "if …", "as …", "because …".
    Adverbial,
}

/// One clause. All numbers are units' indices, but for `parent` and `shares`, which are clauses'.
#[derive(Clone, Copy, Debug)]
pub struct Clause {
    pub kind: ClauseKind,
    pub verb: usize,
    pub subject: Option<usize>,
    /// For relatives without an object of their own: the noun group that is the object.
    pub gap: Option<usize>,
    /// The clause it hangs under.
    pub parent: Option<usize>,
    /// The clause before "and" whose subject it shares.
    pub shares: Option<usize>,
    /// The word that opens it: subordinator, relative pronoun, preposition before an -ing form.
    pub opener: Option<usize>,
    /// Its first unit.
    pub start: usize,
    /// One past the last unit that can be an argument of its verb.
    pub end: usize,
}

/// The word classes that the clauses ask for.
#[derive(Clone, Copy)]
pub struct ClauseGrammar {
    report: u64,
    object_control: u64,
    relative: u64,
    time_clause: u64,
}

/// A clause still open.
#[derive(Clone, Copy)]
struct Open {
    kind: ClauseKind,
    clause: Option<usize>,
    subject: Option<usize>,
    antecedent: Option<usize>,
    gap: Option<usize>,
    parent: Option<usize>,
    opener: Option<usize>,
    start: usize,
}

impl Open {
    fn new(kind: ClauseKind, start: usize) -> Open {
        Open { kind, clause: None, subject: None, antecedent: None, gap: None, parent: None, opener: None, start }
    }
}

/// A bracket with more units than this is read like any other text.
const LONGEST_ASIDE: usize = 14;

/// Buffers of the pass, kept from sentence to sentence.
#[derive(Default)]
pub struct ClauseScratch {
    stack: Vec<Open>,
}

impl ClauseGrammar {
    /// Looks the classes up once.
    pub fn new(lexicon: &Lexicon) -> ClauseGrammar {
        ClauseGrammar {
            report: lexicon.class("report.verb"),
            object_control: lexicon.class("object_control.verb"),
            relative: lexicon.class("relative"),
            time_clause: lexicon.class("time_clause"),
        }
    }

    /// Finds the clauses of a sentence, in the order of their verbs. Ambiguous participles in `units` are settled.
    pub fn find(&self, words: &Words, units: &mut [Unit], scratch: &mut ClauseScratch, clauses: &mut Vec<Clause>) {
        clauses.clear();
        scratch.stack.clear();
        scratch.stack.push(Open::new(ClauseKind::Main, 0));
        let mut pass = Pass { grammar: self, words, units, stack: &mut scratch.stack, clauses, initial: None };
        let mut before = None;
        let mut at = 0;
        while at < pass.units.len() {
            if let Some(end) = pass.aside(at) {
                at = end;
                continue;
            }
            match pass.units[at].kind {
                UnitKind::Noun => pass.noun(at, before),
                UnitKind::Verb => pass.verb(at, before),
                UnitKind::Relative => pass.relative(at, before),
                UnitKind::Subordinator => pass.subordinator(at),
                UnitKind::Stop => pass.stop(at),
                _ => {}
            }
            if !matches!(pass.units[at].kind, UnitKind::Adverb | UnitKind::Quote) {
                before = Some(at);
            }
            at += 1;
        }
        // A verb's arguments end where the next clause starts.
        for at in 0..clauses.len() {
            let verb = clauses[at].verb;
            clauses[at].end =
                clauses.iter().map(|other| other.start).filter(|&start| start > verb).min().unwrap_or(units.len());
        }
    }
}

struct Pass<'p, 's, 'a> {
    grammar: &'p ClauseGrammar,
    words: &'p Words<'s, 'a>,
    units: &'p mut [Unit],
    stack: &'p mut Vec<Open>,
    clauses: &'p mut Vec<Clause>,
    /// A participle at the head of the sentence, waiting for the main subject.
    initial: Option<usize>,
}

impl Pass<'_, '_, '_> {
    fn kind(&self, at: usize) -> Option<UnitKind> {
        self.units.get(at).map(|unit| unit.kind)
    }

    /// One past the end of a short bracket that opens here: what stands in it is no part of the clauses around.
    fn aside(&self, at: usize) -> Option<usize> {
        let opens =
            |unit: usize| self.kind(unit) == Some(UnitKind::Stop) && self.words.word(self.units[unit].head()) == "(";
        let closes =
            |unit: usize| self.kind(unit) == Some(UnitKind::Stop) && self.words.word(self.units[unit].head()) == ")";
        if !opens(at) {
            return None;
        }
        (at + 1..(at + LONGEST_ASIDE).min(self.units.len())).find(|&unit| closes(unit)).map(|end| end + 1)
    }

    fn top(&mut self) -> &mut Open {
        if self.stack.is_empty() {
            self.stack.push(Open::new(ClauseKind::Main, 0));
        }
        let last = self.stack.len() - 1;
        &mut self.stack[last]
    }

    fn is_report(&self, unit: usize) -> bool {
        self.words.is(self.units[unit].head(), self.grammar.report)
    }

    /// The finite verb that this noun group is the subject of, if one follows before a boundary.
    fn verb_ahead(&self, noun: usize) -> Option<usize> {
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
    fn verb_after_subject(&self, noun: usize) -> Option<usize> {
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
    fn goes_on_with_noun(&self, conjunction: usize) -> bool {
        self.units
            .get(conjunction + 1)
            .is_some_and(|next| next.kind == UnitKind::Noun && self.words.tag(next.head()) != Tag::PRP)
    }

    fn governed(&self, before: Option<usize>) -> bool {
        before.is_some_and(|at| self.kind(at) == Some(UnitKind::Preposition))
    }

    fn noun(&mut self, at: usize, before: Option<usize>) {
        if self.governed(before) {
            // "after a bomb attack killed three": not a phrase but a clause.
            let opener = before.filter(|&unit| self.words.is(self.units[unit].head(), self.grammar.time_clause));
            let (Some(opener), Some(verb)) = (opener, self.verb_after_subject(at)) else { return };
            if self.units[verb].verb.form == VerbForm::Participle {
                let verb = &mut self.units[verb].verb;
                (verb.form, verb.passive, verb.past) = (VerbForm::Finite, false, true);
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
    fn is_fronted(&self, subject: usize, at: usize, verb: usize) -> bool {
        subject + 2 == at
            && !(at + 1..verb).any(|i| matches!(self.kind(i), Some(UnitKind::Comma | UnitKind::Conjunction)))
            && !self.is_report(verb)
            && subject == 0
    }

    /// The innermost open clause that has a subject and wants its verb.
    fn waiting(&self) -> Option<usize> {
        (0..self.stack.len()).rev().find(|&i| self.stack[i].clause.is_none() && self.stack[i].subject.is_some())
    }

    fn open_contact(&mut self, at: usize, before: Option<usize>) {
        let open = Open { subject: Some(at), gap: before, ..Open::new(ClauseKind::Relative, at) };
        self.stack.push(open);
    }

    fn relative(&mut self, at: usize, before: Option<usize>) {
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
    fn antecedent(&self, at: usize, person: bool) -> Option<usize> {
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

    fn is_event(&self, noun: usize) -> bool {
        self.words.items[self.units[noun].head()].is_some_and(|item| !item.nouns.is_empty())
    }

    fn is_name(&self, noun: usize) -> bool {
        self.words.tag(self.units[noun].head()).is_name()
    }

    fn is_person(&self, noun: usize) -> bool {
        let head = self.units[noun].head();
        self.words.items[head].is_some_and(|item| {
            item.role.is_some_and(|(role, _)| self.words.lexicon.role(role).kind != Kind::Organization)
                || item.names.iter().any(|&name| self.words.lexicon.name(name).kind == Kind::Person)
        }) || self.words.tag(head) == Tag::PRP
    }

    fn subordinator(&mut self, at: usize) {
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
    fn stop(&mut self, at: usize) {
        while self.stack.len() > 1 && self.top().clause.is_some() {
            self.stack.pop();
        }
        if self.top().clause.is_some() && matches!(self.words.word(self.units[at].head()), ";" | ":") {
            *self.top() = Open::new(ClauseKind::Main, at + 1);
        }
    }

    fn verb(&mut self, at: usize, before: Option<usize>) {
        self.settle(at, before);
        match self.units[at].verb.form {
            VerbForm::Finite => self.finite(at, before),
            VerbForm::Infinitive => self.infinitive(at),
            VerbForm::Ing => self.ing(at, before),
            VerbForm::Participle => self.participle(at, before),
        }
    }

    /// Past tense or participle? The tagger sees words, this sees the clause.
    fn settle(&mut self, at: usize, before: Option<usize>) {
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
        match unit.verb.form {
            VerbForm::Participle if alone && self.finite_ahead(at).is_none() => {
                let verb = &mut self.units[at].verb;
                let coordinated =
                    matches!(previous, Some(UnitKind::Comma | UnitKind::Conjunction)) && top.clause.is_some();
                if object_follows && bits & form::PAST != 0 && (waits || coordinated) {
                    // "gunmen killed 13": active.
                    verb.form = VerbForm::Finite;
                    verb.passive = false;
                    verb.past = true;
                } else if waits && bits & form::PAST != 0 && before_past {
                    // "questioned and took him away".
                    verb.form = VerbForm::Finite;
                    verb.passive = false;
                    verb.past = true;
                } else if waits && previous == Some(UnitKind::Noun) && top.kind != ClauseKind::Relative {
                    // A headline, "Five killed in bombing"; or the past of a verb that has no object, "a van collided".
                    verb.form = VerbForm::Finite;
                    verb.passive = transitive();
                    verb.past = true;
                }
            }
            // "8 Killed 25 Injured by …": the number is the victims'.
            VerbForm::Finite
                if alone
                    && bits & form::PARTICIPLE != 0
                    && self.words.tokens[head].shape == Shape::Title
                    && waits
                    && top.subject.is_some_and(|subject| self.words.tag(self.units[subject].head()) == Tag::CD) =>
            {
                self.units[at].verb.passive = true;
            }
            // "the operations carried out by the army": no subject waits for a verb, and an agent follows.
            VerbForm::Finite
                if alone
                    && self.words.tag(head) == Tag::VBD
                    && !waits
                    && previous == Some(UnitKind::Noun)
                    && self.agent_follows(at) =>
            {
                let verb = &mut self.units[at].verb;
                verb.form = VerbForm::Participle;
                verb.passive = true;
            }
            VerbForm::Finite
                if alone
                    && self.words.tag(head) == Tag::VBD
                    && bits & form::PARTICIPLE != 0
                    && !object_follows
                    && waits
                    && previous == Some(UnitKind::Noun)
                    && self.finite_ahead(at).is_some() =>
            {
                // "people killed in the attack were …".
                let verb = &mut self.units[at].verb;
                verb.form = VerbForm::Participle;
                verb.passive = true;
            }
            _ => {}
        }
    }

    /// A finite verb, or a participle that is the past tense too and has an object.
    fn can_be_finite(&self, at: usize) -> bool {
        let unit = &self.units[at];
        let past = || self.words.items[unit.head()].is_some_and(|item| item.verb_forms & form::PAST != 0);
        match unit.verb.form {
            VerbForm::Finite => true,
            VerbForm::Participle => unit.start() == unit.head() && self.kind(at + 1) == Some(UnitKind::Noun) && past(),
            _ => false,
        }
    }

    /// "by" behind the verb and its particle.
    fn agent_follows(&self, at: usize) -> bool {
        let is_by = |unit: usize| {
            self.kind(unit) == Some(UnitKind::Preposition)
                && self.words.word(self.units[unit].head()).eq_ignore_ascii_case("by")
        };
        is_by(at + 1) || self.kind(at + 1) == Some(UnitKind::Preposition) && is_by(at + 2)
    }

    /// A finite verb behind this one before any boundary.
    fn finite_ahead(&self, at: usize) -> Option<usize> {
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

    fn push(&mut self, clause: Clause) -> usize {
        self.clauses.push(clause);
        self.clauses.len() - 1
    }

    fn take(&mut self, at: usize) {
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

    fn finite(&mut self, at: usize, before: Option<usize>) {
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
    fn share(&mut self, at: usize, with: usize, before: Option<usize>) {
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

    fn infinitive(&mut self, at: usize) {
        let controller = self.clauses.len().checked_sub(1);
        let subject = controller.and_then(|c| self.controlled_subject(c, at));
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

    /// Who does what hangs under this clause's verb: its object where the verb says so, else its subject.
    fn controlled_subject(&self, controller: usize, at: usize) -> Option<usize> {
        let clause = &self.clauses[controller];
        let verb = &self.units[clause.verb];
        let controls = self.words.longest(verb.head(), self.grammar.object_control).is_some();
        if controls && !verb.verb.passive {
            let object = (clause.verb + 1..at).find(|&i| self.kind(i) == Some(UnitKind::Noun));
            return object.or(clause.gap).or(clause.subject);
        }
        clause.subject
    }

    fn ing(&mut self, at: usize, before: Option<usize>) {
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
                if last.is_some_and(|last| self.clauses[last].subject.is_some())
                    && self.harms(at)
                    && !self.antecedent(at, true).is_some_and(|noun| self.is_person(noun)) =>
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
    fn harms(&self, at: usize) -> bool {
        self.words.items[self.units[at].head()].is_some_and(|item| {
            item.verbs.iter().flat_map(|&head| self.words.lexicon.senses(head)).any(|sense| {
                sense.when.is_empty() && matches!(sense.kind, Some(EventType::Assault | EventType::Casualty))
            })
        })
    }

    fn participle(&mut self, at: usize, before: Option<usize>) {
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
