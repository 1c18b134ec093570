//! Time expressions: found, and turned into TIMEX3 values and days.
//!
//! A sentence goes through three steps. It is read as [atoms](atom), which bear the senses that `lexicons/times.tsv`
//! gives them; [rules] understand the longest run of atoms from a place as a [meaning]; and meanings are
//! [resolved](resolve) against the [`Anchor`]: the article's day, the time told of so far, and the tense of the verb
//! beside the expression. Only sentences with a time word or a digit are looked at.

mod anchor;
mod atom;
mod holiday;
mod length;
mod meaning;
mod period;
mod resolve;
mod rules;
mod scan;
mod sense;

pub use anchor::Anchor;

use crate::grammar::Words;
use crate::lexicon::Lexicon;
use anchor::{Place, Tense};
use jiff::civil::Date;
use meaning::{Meaning, Reading};
use resolve::Resolved;
use scan::Scan;

/// The kinds of time expression of TIMEX3.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeKind {
    /// A day or longer.
    Date,
    /// A time of day.
    Time,
    /// A length of time.
    Duration,
    /// A time that comes again.
    Set,
}

impl TimeKind {
    /// The name in TIMEX3.
    pub fn name(self) -> &'static str {
        ["DATE", "TIME", "DURATION", "SET"][self as usize]
    }
}

/// A time expression of a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timex {
    /// First token, and one past the last.
    pub tokens: (usize, usize),
    /// Bytes of the article's text; less than the tokens where it is a part of one ("three-month" in
    /// "three-month-long").
    pub start: u32,
    pub end: u32,
    pub kind: TimeKind,
    /// The TIMEX3 value: "2024-03-22", "2024-W12", "P2Y", "PAST_REF". Unknown parts are `X`.
    pub value: String,
    /// First and last day, where it has a place in the calendar.
    pub from: Option<Date>,
    pub to: Option<Date>,
    /// The rule that found it.
    pub rule: &'static str,
}

/// Finds time expressions. Make one and use it for all texts.
#[derive(Clone, Copy, Debug)]
pub struct TimeGrammar {
    /// The classes of words that a sentence is searched for, and of those that only stand beside them.
    time: u64,
    aid: u64,
    /// Words that look ahead.
    prospect: u64,
}

/// How many atoms an expression can have before its first strong one ("the very beginning of the first two years").
const REACH: usize = 8;

/// How many atoms can stand before a date that opens its sentence ("But in 1942").
const OPENING: usize = 2;

impl TimeGrammar {
    /// A grammar with the words of a lexicon.
    pub fn new(lexicon: &Lexicon) -> TimeGrammar {
        TimeGrammar {
            time: lexicon.class("time"),
            aid: lexicon.class("time_aid"),
            prospect: lexicon.class("time_prospect"),
        }
    }

    /// Appends the time expressions of a sentence to `out`, in order, and carries the anchor on.
    pub fn find(&self, words: &Words, anchor: &mut Anchor, out: &mut Vec<Timex>) {
        if !self.triggered(words) {
            return;
        }
        let scan =
            Scan { words, atoms: atom::atoms(self, words), history: anchor.published.is_some() && anchor.narrates() };
        let mut at = 0;
        // The next atom that makes an expression: weak ones before it only begin one close by.
        let mut strong = 0;
        while at < scan.atoms.len() {
            while strong < scan.atoms.len() && (strong < at || !scan.atoms[strong].strong) {
                strong += 1;
            }
            if strong == scan.atoms.len() {
                break;
            }
            if at + REACH < strong {
                at = strong - REACH;
            }
            let apostrophe = || scan.text(at).starts_with(['\'', '’', '‘']);
            if !scan.atoms[at].opens() && !apostrophe() || scan.barren(at) {
                at += 1;
                continue;
            }
            let reading = match rules::read(&scan, at) {
                rules::Read::Expression(reading) => reading,
                rules::Read::Age(next) => {
                    at = next;
                    continue;
                }
                rules::Read::Nothing => {
                    at += 1;
                    continue;
                }
            };
            // What does not resolve ("February 30") is passed over whole.
            at = reading.atoms.1.max(at + 1);
            out.extend(timex(&scan, &reading, self.prospect, anchor));
        }
    }

    /// Whether there is a time word or a digit.
    fn triggered(&self, words: &Words) -> bool {
        has_figure(words) || words.items.iter().flatten().any(|item| item.is(self.time))
    }
}

/// Whether the sentence has a digit or a hyphen.
pub(in crate::mention) fn has_figure(words: &Words) -> bool {
    let text = words.slice(0, words.len()).as_bytes();
    // Without a way out of the inner loop it is done for many bytes at once.
    text.chunks(64).any(|chunk| chunk.iter().fold(false, |any, b| any | b.is_ascii_digit() | (*b == b'-')))
}

/// A date in brackets, or before a noun ("the May 2007 high"), is not the time the text tells of.
fn aside(scan: &Scan, reading: &Reading) -> bool {
    let (first, next) = reading.atoms;
    let year = matches!(reading.meaning, Meaning::Date { month: None, .. });
    let bracket = first > 0 && scan.text(first - 1) == "(" && year;
    bracket
        || scan.tag(next).is_noun()
            && scan.text(next - 1).len() > 1
            && scan.joint(next) == atom::Joint::Space
            && matches!(reading.meaning, Meaning::Date { year: meaning::YearOf::Year(_), .. })
}

/// Whether the sentence is the first of its line.
fn opens_paragraph(scan: &Scan) -> bool {
    let start = scan.words.tokens.first().map_or(0, |token| token.start as usize);
    let before = scan.words.text[..start].trim_end_matches(' ');
    before.is_empty() || before.ends_with('\n')
}

/// Where a date stands, as far as that tells how a story goes on.
fn place(scan: &Scan, reading: &Reading, prospect: u64, anchor: &Anchor) -> Place {
    let (first, next) = reading.atoms;
    let dated = || matches!(reading.meaning, Meaning::Date { year: meaning::YearOf::Year(_), .. });
    if (first, next) == (0, scan.atoms.len()) {
        Place::Heading
    } else if first <= OPENING || opens_paragraph(scan) {
        Place::Opening
    } else if anchor.narrates() && dated() && anchor::tense(scan, reading.atoms, prospect).is_ahead() {
        Place::Ahead
    } else {
        Place::Inside
    }
}

/// Resolves a reading.
fn timex(scan: &Scan, reading: &Reading, prospect: u64, anchor: &mut Anchor) -> Option<Timex> {
    let (first, last) = (scan.get(reading.atoms.0)?, scan.get(reading.atoms.1 - 1)?);
    let tense =
        if reading.meaning.leans_on_tense() { anchor::tense(scan, reading.atoms, prospect) } else { Tense::Open };
    let resolved = resolve::resolve(&reading.meaning, tense, anchor)?;
    // "They soon left" is no future.
    let adverb = reading.rule == "ref.word" && first.tokens.0 == last.tokens.1;
    if !tense.is_ahead() && adverb && reading.meaning == Meaning::Ref("FUTURE_REF") {
        return None;
    }
    let clock = reading.clock.as_deref();
    let mut days = (None, None);
    let (kind, value) = match resolved {
        Resolved::Period(period) => {
            let span = period.span()?;
            days = (Some(span.0), Some(span.1));
            anchor.months_told &= !matches!(reading.meaning, Meaning::Told(period::Unit::Quarter));
            if !matches!(reading.meaning, Meaning::Told(_)) && !aside(scan, reading) {
                anchor.note(&reading.meaning, period, place(scan, reading, prospect, anchor));
            }
            match clock.and_then(|clock| resolve::at_clock(period, clock)) {
                Some(value) => (TimeKind::Time, value),
                None => (TimeKind::Date, period.value()),
            }
        }
        Resolved::Partial(value) => match clock {
            Some(clock) => (TimeKind::Time, format!("{value}T{clock}")),
            None => (TimeKind::Date, value),
        },
        Resolved::Duration(value) => {
            anchor.months_told |= reading.rule == "duration.the_past" || reading.rule == "duration.the_year";
            if let Some((from, to)) = length::stretch(&reading.meaning, anchor) {
                days = (Some(from), Some(to));
            }
            (TimeKind::Duration, value)
        }
        Resolved::Set(value) => (TimeKind::Set, value),
        Resolved::Ref(value) => (TimeKind::Date, value.to_string()),
    };
    Some(Timex {
        tokens: (first.tokens.0, last.tokens.1 + 1),
        start: first.start,
        end: last.end,
        kind,
        value,
        from: days.0,
        to: days.1,
        rule: reading.rule,
    })
}
