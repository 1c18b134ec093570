//! The layers under the events: sentences, tokens, times, counts, entities.

use jiff::civil::Date;
use serde::Serialize;

/// Which layers `annotate` gives.
#[derive(Clone, Copy, Debug)]
pub struct Layers {
    pub sentences: bool,
    pub tokens: bool,
    pub times: bool,
    pub counts: bool,
    pub entities: bool,
    /// Only where the lexicon has issues, from PETRARCH's dictionaries.
    pub issues: bool,
}

/// The layers of one article; those not asked for are left out. All offsets are code points, end exclusive.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Annotation<'a> {
    /// The article's id.
    pub id: &'a str,
    /// Start and end of each sentence.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sentences: Option<Vec<(u32, u32)>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tokens: Option<Vec<TokenSpan>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub times: Option<Vec<TimeSpan<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub counts: Option<Vec<CountSpan<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entities: Option<Vec<EntitySpan<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issues: Option<Vec<IssueSpan<'a>>>,
}

/// A token and its part of speech.
#[derive(Clone, Debug, Serialize)]
pub struct TokenSpan {
    pub start: u32,
    pub end: u32,
    /// Penn Treebank tag; `PUNCT` for punctuation, `SC` for subordinating conjunctions.
    pub tag: &'static str,
}

/// A time expression.
#[derive(Clone, Debug, Serialize)]
pub struct TimeSpan<'a> {
    pub start: u32,
    pub end: u32,
    pub text: &'a str,
    /// TIMEX3 type.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// TIMEX3 value.
    pub value: String,
    /// First and last day, where it has a place in the calendar.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<Date>,
}

/// A quantity of countable things.
#[derive(Clone, Debug, Serialize)]
pub struct CountSpan<'a> {
    pub start: u32,
    pub end: u32,
    pub text: &'a str,
    pub value: u64,
    pub min: Option<u64>,
    pub max: Option<u64>,
    /// The counted noun.
    pub unit: Option<&'a str>,
    /// What became of the counted: "killed", "injured" …
    pub status: Option<&'static str>,
}

/// A name or a role.
#[derive(Clone, Debug, Serialize)]
pub struct EntitySpan<'a> {
    pub start: u32,
    pub end: u32,
    pub text: &'a str,
    pub name: Option<&'a str>,
    pub kind: Option<&'static str>,
    pub country: Option<&'a str>,
    pub sector: Option<&'a str>,
}

/// What a sentence is about, by a phrase of PETRARCH's list of issues.
#[derive(Clone, Debug, Serialize)]
pub struct IssueSpan<'a> {
    pub start: u32,
    pub end: u32,
    pub text: &'a str,
    /// The section of the list.
    pub category: &'a str,
    pub code: &'a str,
}
