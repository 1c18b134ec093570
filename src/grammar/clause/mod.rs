//! From groups to clauses: every verb group gets its subject, its place under another verb, and its reach.
//!
//! One pass from left to right with a stack of open clauses, as FASTUS and later shallow parsers do: a noun group is a
//! subject until a verb takes it, a relative pronoun opens a clause about the noun before it, a comma may close one,
//! and "and" lets verbs share a subject. No clause is ever thrown away; where nothing fits a verb has no subject.

mod nouns;
mod verbs;

use super::Words;
use super::unit::{Unit, UnitKind};
use crate::lexicon::{Lexicon, word_hash};

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
    utterance: u64,
    locative: u64,
    purpose: u64,
    plan: u64,
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
            utterance: lexicon.class("utterance"),
            locative: lexicon.class("place_preposition"),
            purpose: word_hash("for"),
            plan: lexicon.class("plan"),
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
}
