//! An event as tokens of its sentence.

use super::phrase::Phrase;
use crate::lexicon::{EventType, Sense};

/// Whether an event happened, as the sentence has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs, reason = "ANNOTATION's names")]
pub enum Status {
    Asserted,
    Possible,
    Planned,
    Denied,
    Negated,
}

impl Status {
    /// The name in the output.
    pub fn name(self) -> &'static str {
        match self {
            Status::Asserted => "asserted",
            Status::Possible => "possible",
            Status::Planned => "planned",
            Status::Denied => "denied",
            Status::Negated => "negated",
        }
    }

    /// The status that a lexicon names.
    pub(super) fn from_name(name: &str) -> Status {
        match name {
            "possible" => Status::Possible,
            "planned" => Status::Planned,
            "denied" => Status::Denied,
            "negated" => Status::Negated,
            _ => Status::Asserted,
        }
    }

    /// The status of an act inside another: the weaker of the two; what is denied twice stays denied.
    pub(super) fn under(self, outer: Status) -> Status {
        self.max(outer)
    }
}

/// How an action stands in its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "plain names")]
pub enum Voice {
    Active,
    Passive,
    Nominal,
}

impl Voice {
    /// The name in the output.
    pub fn name(self) -> &'static str {
        match self {
            Voice::Active => "active",
            Voice::Passive => "passive",
            Voice::Nominal => "nominal",
        }
    }
}

/// What a count counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "plain names")]
pub enum Counted {
    Target,
    Actor,
    Action,
}

impl Counted {
    /// The name in the output.
    pub fn name(self) -> &'static str {
        match self {
            Counted::Target => "target",
            Counted::Actor => "actor",
            Counted::Action => "action",
        }
    }
}

/// One event of a sentence. Tokens are numbers within the sentence.
#[derive(Clone, Copy, Debug)]
pub struct Frame<'l> {
    pub sense: &'l Sense,
    /// The action's head word.
    pub token: usize,
    /// The whole action.
    pub first: usize,
    pub last: usize,
    pub voice: Voice,
    pub status: Status,
    pub actor: Option<Phrase>,
    pub target: Option<Phrase>,
    /// Index of the sentence's time expression.
    pub time: Option<usize>,
    /// Index of the sentence's quantity, and what it counts.
    pub count: Option<(usize, Counted)>,
    pub place: Option<Phrase>,
    pub attribution: Option<Phrase>,
    /// The clause whose verb it is, or in which its noun stands.
    pub clause: Option<usize>,
    pub rule: &'static str,
}

impl Frame<'_> {
    /// Whether somebody comes to harm.
    pub fn harms(&self) -> bool {
        self.sense.kind.is_some_and(EventType::harms)
    }
}
