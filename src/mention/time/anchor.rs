//! What dates are reckoned from, and which way.

use super::meaning::{Meaning, Origin, YearOf};
use super::period::{Period, Unit};
use super::scan::Scan;
use super::sense::Sense;
use crate::grammar::Tag;
use jiff::civil::Date;

/// What the dates of an article are reckoned from. Make one for an article and hand it from sentence to sentence: it
/// carries the time that the text tells of.
#[derive(Clone, Debug, Default)]
pub struct Anchor {
    /// The day the article was published, if known.
    pub published: Option<Date>,
    /// The last date told of: where "two days later" starts.
    pub(super) told: Option<Period>,
    /// The last quarter told of, for "the quarter" and "a year ago" beside it.
    pub(super) quarter: Option<Period>,
    /// How many dates stand by themselves in other years, and how many lean on the day of publication.
    /// Whether a number of months was told of since: "a year earlier" is then a year.
    pub(super) months_told: bool,
    /// The year of an aside.
    doubted: Option<i16>,
    far: u32,
    near: u32,
}

impl Anchor {
    /// The anchor at the beginning of an article.
    pub fn new(published: Option<Date>) -> Anchor {
        Anchor { published, ..Anchor::default() }
    }

    /// Whether the text tells of a time away from its publication: history, biography. Then open dates are reckoned
    /// from the time told of.
    pub(super) fn narrates(&self) -> bool {
        match self.published {
            None => true,
            Some(_) => self.far > 1 && self.far > 3 * self.near,
        }
    }

    /// The period that "later" and "that year" lean on.
    pub(super) fn told_or_published(&self) -> Option<Period> {
        self.told.or(self.published.map(Period::Day))
    }

    /// Takes note of a date.
    pub(super) fn note(&mut self, meaning: &Meaning, period: Period, place: Place) {
        let story = self.narrates();
        let certain = counted_from_now(meaning);
        match meaning {
            Meaning::Date { year: YearOf::Year(year), month, .. } => {
                let years = self.published.map_or(0, |day| (i32::from(day.year()) - i32::from(*year)).abs());
                self.far += u32::from(years > 1)
                    + u32::from(years > LIFETIME && month.is_some() || years > 1 && place == Place::Heading);
            }
            Meaning::Day(_) | Meaning::Weekday { .. } => self.near += 1,
            // In a story, a look back or back at the day of publication does not move it.
            Meaning::Shift { origin: Origin::Now, .. } | Meaning::PartOf { .. } if story => return,
            Meaning::Shift { origin: Origin::Now, .. } => self.near += 1,
            Meaning::Away { sign: -1, .. }
            | Meaning::Shift { count: ..0, origin: Origin::Told, .. }
            | Meaning::YearAgo
            | Meaning::QuarterIn(_) => return,
            Meaning::Quarter { .. } => self.months_told = false,
            _ => {}
        }
        match period {
            Period::Decade(_) | Period::Century(_) => return,
            Period::Quarter(..) => self.report(period),
            _ => {}
        }
        if self.is_told(period) || story && !certain && (place == Place::Ahead || self.leaps(period, place)) {
            return;
        }
        self.told = Some(period);
        self.doubted = None;
    }

    /// Takes a quarter for the one that is reported on: the latest that is over. Others are outlook or comparison.
    fn report(&mut self, quarter: Period) {
        let span = |quarter: Period| quarter.span();
        let over =
            |quarter: Period| span(quarter).zip(self.published).is_none_or(|((_, last), published)| last < published);
        let newer = |told: Period| span(told).map(|span| span.0) <= span(quarter).map(|span| span.0);
        if self.quarter.is_none_or(|told| over(quarter) && (newer(told) || !over(told))) {
            self.quarter = Some(quarter);
        }
    }

    /// Whether what is told of lies in this longer period: "1941" after "7 December 1941" takes nothing back.
    fn is_told(&self, period: Period) -> bool {
        let inside = |told: Period| Some(period.span()?.0 <= told.span()?.0 && told.span()?.1 <= period.span()?.1);
        period.unit() != Unit::Day && self.told.and_then(inside) == Some(true)
    }

    /// Whether a date is years away from the story, or a look back within a sentence: an aside, until a second date
    /// says the same.
    fn leaps(&mut self, period: Period, place: Place) -> bool {
        let year = |period: Period| period.span().map(|(first, _)| first.year());
        let (Some(told), Some(new)) = (self.told.and_then(year), year(period)) else { return false };
        let near = |one: i16, other: i16| (i32::from(one) - i32::from(other)).abs() <= LEAP;
        let looks_back = new < told && place == Place::Inside;
        if near(told, new) && !looks_back || self.doubted.is_some_and(|doubted| near(doubted, new)) {
            return false;
        }
        self.doubted = Some(new);
        true
    }
}

/// Whether a date is certain, however far the story is from now: "last Tuesday", "the day before last Tuesday".
fn counted_from_now(meaning: &Meaning) -> bool {
    match meaning {
        Meaning::Weekday { shift: Some(shift), origin: Origin::Now, .. } => *shift != 0,
        Meaning::Offset { base, .. } => counted_from_now(base),
        _ => false,
    }
}

/// Where a date stands in a story.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// All there is in its line: it tells the time of what follows.
    Heading,
    /// It opens its sentence, or its sentence a paragraph: the story goes on from there.
    Opening,
    /// Behind a verb that looks ahead: a plan, not what comes next.
    Ahead,
    Inside,
}

/// A full date so many years back tells at once that a text is history.
const LIFETIME: i32 = 50;

/// A date more years than this from the last one is an aside at first.
const LEAP: i32 = 3;

/// Which way from the day of publication a clause looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tense {
    Past,
    /// "The trial opens Thursday", "Gunmen kill five on Friday": what is planned, or what a headline tells.
    Present,
    /// "could be found", "would look for", "the first to leave": ahead, or back where a past speaker looked ahead.
    Conditional,
    Future,
    Open,
}

impl Tense {
    /// Whether it looks ahead, surely or not.
    pub fn is_ahead(self) -> bool {
        matches!(self, Tense::Future | Tense::Conditional)
    }
}

/// How far before the expression a verb is sought, in tokens.
const REACH: usize = 12;

/// How far behind it.
const REACH_BEHIND: usize = 24;

/// The tense of the verb that an expression stands by: the nearest one before it, or behind it where a comma or
/// conjunction opens its clause. Words that look ahead ("scheduled", "until") are future whatever their form.
pub(super) fn tense(scan: &Scan, atoms: (usize, usize), prospect: u64) -> Tense {
    let words = scan.words;
    let first = scan.get(atoms.0).map_or(0, |atom| atom.tokens.0);
    let last = scan.get(atoms.1.saturating_sub(1)).map_or(first, |atom| atom.tokens.1);
    let mut lead = first;
    for _ in 0..2 {
        match lead.checked_sub(1).map(|at| words.tag(at)) {
            Some(Tag::IN | Tag::DT | Tag::TO | Tag::SC) => lead -= 1,
            _ => break,
        }
    }
    let until = atoms.0 > 0 && scan.is(atoms.0 - 1, Sense::Until);
    if until && lead > 0 {
        return Tense::Future;
    }
    // "Friday's purchases" are done, unless a plain future tells otherwise.
    let owned = words.tag(last + 1) == Tag::POS && words.tag(last + 2).is_noun();
    let modifies = (words.tag(last + 1).is_noun() || owned) && words.tag(first.saturating_sub(1)) != Tag::IN;
    if modifies {
        return Tense::Open;
    }
    let ahead = |at: usize| {
        let (item, next) = words.longest(at, prospect)?;
        let follows = |tags: &[Tag]| next < first && tags.contains(&words.tag(next));
        let had_been = at > 1 && words.tag(at - 1) == Tag::VBN && words.tag(at - 2) == Tag::VBD;
        match item.value(prospect) {
            Some("is" | "was" | "be" | "have" | "might") => None,
            Some("to") if !follows(&[Tag::TO]) => None,
            Some("plan") if !follows(&[Tag::TO, Tag::DT]) => None,
            _ if had_been => Some(Tense::Past),
            _ => Some(Tense::Future),
        }
    };
    let before =
        || (first.saturating_sub(REACH)..first).rev().find_map(|at| ahead(at).or_else(|| verb(words, prospect, at)));
    // An infinitive behind it is another clause's.
    let infinitive = |at: usize| words.tag(at) == Tag::VB && words.tag(at - 1) == Tag::TO;
    let behind = || {
        (last + 1..(last + 1 + REACH_BEHIND).min(words.len()))
            .filter(|&at| !infinitive(at))
            .find_map(|at| verb(words, prospect, at))
    };
    let opens = lead == 0 || matches!(words.word(lead - 1), ",") || words.tag(lead - 1) == Tag::CC;
    let tense = if opens { behind().or_else(before) } else { before().or_else(behind) }.unwrap_or(Tense::Open);
    // "Until Thursday, they had not called him a suspect."
    match tense {
        Tense::Past | Tense::Future => tense,
        _ if until => Tense::Future,
        _ if owned => Tense::Past,
        _ => tense,
    }
}

/// The tense of the verb group whose verb is at this token.
fn verb(words: &crate::grammar::Words, prospect: u64, at: usize) -> Option<Tense> {
    let tag = words.tag(at);
    let lead = |back: usize| at.checked_sub(back).map_or(Tag::PUNCT, |at| words.tag(at));
    Some(match tag {
        Tag::VBD => Tense::Past,
        // "may have left"
        Tag::MD if words.value(at + 1, prospect) == Some("have") && words.tag(at + 2) == Tag::VBN => Tense::Past,
        Tag::MD if words.value(at, prospect) == Some("might") => Tense::Conditional,
        Tag::MD => Tense::Future,
        // "plans to meet" looks ahead; "arrived to meet" does not.
        Tag::VB if lead(1) == Tag::TO || lead(2) == Tag::TO => {
            let governor =
                (at.saturating_sub(REACH)..at).rev().find(|&at| words.tag(at).is_verb() && words.tag(at) != Tag::VB);
            let be = governor.and_then(|at| words.value(at, prospect));
            let adjacent = governor.is_some_and(|governor| words.tag(governor + 1) == Tag::TO);
            match governor.and_then(|at| verb(words, prospect, at)) {
                // "They were to meet"; "They are the first to meet."
                _ if be == Some("was") && adjacent || be == Some("is") && !adjacent => Tense::Conditional,
                Some(Tense::Past) => return None,
                None | Some(Tense::Conditional) => Tense::Conditional,
                Some(_) => Tense::Future,
            }
        }
        Tag::VB => match (1..=4).map(&lead).position(|tag| tag == Tag::MD) {
            Some(back) => return verb(words, prospect, at - back - 1),
            None => Tense::Present,
        },
        Tag::VBN => {
            let mut back = (1..=4).filter_map(|back| at.checked_sub(back));
            match back.find(|&at| matches!(words.tag(at), Tag::VBZ | Tag::VBP | Tag::VBD | Tag::VB)) {
                Some(auxiliary) if words.value(auxiliary, prospect) == Some("is") => Tense::Open,
                Some(auxiliary)
                    if words.tag(auxiliary) == Tag::VB && words.value(auxiliary, prospect) == Some("be") =>
                {
                    return verb(words, prospect, auxiliary);
                }
                _ => Tense::Past,
            }
        }
        Tag::VBZ | Tag::VBP => match words.tag(at + 1) {
            Tag::VBN => Tense::Past,
            Tag::RB if words.tag(at + 2) == Tag::VBN => Tense::Past,
            _ => Tense::Present,
        },
        Tag::VBG => match lead(1) {
            Tag::VBZ | Tag::VBP => Tense::Future,
            _ => return None,
        },
        _ => return None,
    })
}
