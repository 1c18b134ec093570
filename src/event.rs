//! The output: one event tuple, schema version 2.
//!
//! Every key is always present and of one type; what the article does not say is `null`. All offsets are Unicode code
//! points into [`Article::text`](crate::Article), end exclusive.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// One event mention: who did what to whom, when, and how many.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Event<'a> {
    /// `doc`, `#`, and the event's number in the article, from 1.
    pub id: String,
    /// The `id` of the first mention in the article of the same event: its own where it is the first.
    pub event: String,
    /// The article's id.
    pub doc: Cow<'a, str>,
    /// The day the article was published.
    pub published: Option<Date>,
    pub source: Option<Cow<'a, str>>,
    pub sentence: SentenceSpan,
    pub action: Action<'a>,
    /// Who did it, or what caused it.
    pub actor: Option<Argument<'a>>,
    /// Whom or what it was done to.
    pub target: Option<Argument<'a>>,
    pub date: Option<EventDate<'a>>,
    pub count: Option<Count<'a>>,
    /// Where.
    pub place: Option<Argument<'a>>,
    /// The weapon or means.
    pub instrument: Option<Argument<'a>>,
    /// What became of the target: "killed", "injured", "kidnapped", "damaged", "destroyed", "none".
    pub effect: Option<Cow<'a, str>>,
    /// The source that the sentence names for the event.
    pub attribution: Option<Argument<'a>>,
    /// Name of the pattern that fired.
    pub rule: Cow<'a, str>,
    /// The number in the article, from 0, of the event that the target stands for: what was claimed.
    #[serde(skip)]
    pub(crate) target_event: Option<usize>,
}

/// The sentence an event stands in.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct SentenceSpan {
    /// Number of the sentence in the article, from 0.
    pub index: usize,
    pub start: usize,
    pub end: usize,
}

/// What was done.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Action<'a> {
    /// The whole verb group, idiom or event noun.
    pub text: Cow<'a, str>,
    pub start: usize,
    pub end: usize,
    /// The lexicon entry that matched, in its base form: "claim responsibility".
    pub lemma: Cow<'a, str>,
    /// One of the 25 types, "ASSAULT" …
    #[serde(rename = "type")]
    pub kind: Cow<'a, str>,
    /// PLOVER mode.
    pub mode: Option<Cow<'a, str>>,
    /// CAMEO code of the entry.
    pub cameo: Option<Cow<'a, str>>,
    /// Quad class: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.
    pub quad: Option<u8>,
    /// "active", "passive", or "nominal".
    pub voice: Cow<'a, str>,
    /// "asserted", "negated", "planned", "possible" or "denied".
    pub status: Cow<'a, str>,
}

/// An actor, a target, a place or a source: a noun phrase and what is known of it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Argument<'a> {
    pub text: Cow<'a, str>,
    pub start: usize,
    pub end: usize,
    /// The head word, as it stands in the text.
    pub head: Cow<'a, str>,
    /// The lexicon's name for it, or the full name the article gave before.
    pub name: Option<Cow<'a, str>>,
    /// "person", "organization", "group", "place", "object" or "event".
    pub kind: Option<Cow<'a, str>>,
    /// ISO 3166 alpha-3, on the article's date.
    pub country: Option<Cow<'a, str>>,
    /// PLOVER sector.
    pub sector: Option<Cow<'a, str>>,
    /// The parts of a coordination.
    pub members: Option<Vec<Cow<'a, str>>>,
    /// For a pronoun, a bare descriptor ("the group"), a surname, an acronym, or an event told before ("the attack"): the
    /// words it stands for, from earlier in the article; for "its fighters" those that "its" stands for.
    pub resolved: Option<Cow<'a, str>>,
}

impl<'a> Argument<'a> {
    /// Makes a pronoun stand for another argument: words, name, kind, country and sector.
    pub(crate) fn stand_for(&mut self, other: &Argument<'a>) {
        self.resolved = Some(other.resolved.clone().unwrap_or_else(|| other.text.clone()));
        self.name = other.name.clone();
        self.kind = other.kind.clone();
        self.country = other.country.clone();
        self.sector = other.sector.clone();
    }
}

/// When.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct EventDate<'a> {
    /// The words that say it, in an earlier sentence where `basis` is "context"; `null` where the date is the article's own.
    pub text: Option<Cow<'a, str>>,
    pub start: Option<usize>,
    pub end: Option<usize>,
    /// TIMEX3 value.
    pub value: String,
    /// First and last day, where the value is one interval of the calendar.
    pub from: Option<Date>,
    pub to: Option<Date>,
    /// "text", "context" or "published".
    pub basis: Cow<'a, str>,
}

/// How many.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Count<'a> {
    pub text: Cow<'a, str>,
    pub start: usize,
    pub end: usize,
    /// The best single number.
    pub value: u64,
    /// The bounds the words give; `null` = open.
    pub min: Option<u64>,
    pub max: Option<u64>,
    pub approx: bool,
    /// The counted noun.
    pub unit: Option<Cow<'a, str>>,
    /// "target", "actor" or "action".
    pub of: Cow<'a, str>,
}
