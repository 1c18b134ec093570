//! Dates in lists and ranges, where one month or year serves for several: "28 and 29 August", "March 5-9, 1918", "April
//! and June 1955", "1915-17", "499 to 493 BC".

use super::{Match, calendar};
use crate::mention::time::atom::Joint;
use crate::mention::time::meaning::{Meaning, YearOf};
use crate::mention::time::scan::Scan;
use crate::mention::time::sense::Sense;

/// The atom after what joins two members of a list; `None` where nothing does.
pub(super) fn joined(scan: &Scan, at: usize) -> Option<usize> {
    if scan.joint(at) == Joint::Hyphen {
        return Some(at);
    }
    let word = scan.is(at, Sense::And) || scan.is(at, Sense::To) || scan.is(at, Sense::Or) || scan.is(at, Sense::Comma);
    (word || scan.dash(at) || matches!(scan.text(at), "/" | "&")).then_some(at + 1)
}

/// The year that a month or day without one shares with the next in its list: "April and June 1955".
pub(super) fn year_ahead(scan: &Scan, at: usize, month: i8) -> YearOf {
    let Some(next) = joined(scan, at).filter(|_| !scan.is(at, Sense::Comma)) else { return YearOf::Open };
    let next = scan.skip(scan.skip(next, Sense::Stage), Sense::The);
    // "5-9, 1918": a second day of the same month.
    if scan.day(next).is_some() && calendar::day_first(scan, next).is_none() {
        return calendar::year_behind(scan, next + 1).0;
    }
    let found = calendar::month_first(scan, next).or_else(|| calendar::day_first(scan, next));
    match found.map(|found| found.meaning) {
        Some(Meaning::Date { year: YearOf::Year(year), month: Some(second), .. }) => {
            YearOf::Year(year - i16::from(second < month))
        }
        _ => YearOf::Open,
    }
}

/// The second of two days with one month: "9" in "March 5-9, 1918", "7th" in "May 6 and 7th".
pub(super) fn day_behind(scan: &Scan, at: usize) -> Option<Match> {
    let day = scan.day(at)?;
    let last = if scan.joint(at) == Joint::Hyphen { at.checked_sub(1)? } else { at.checked_sub(2)? };
    if joined(scan, last + 1)? != at {
        return None;
    }
    scan.day(last)?;
    // Over the days before it to the month.
    let mut first = last;
    while let Some(before) =
        first.checked_sub(2).filter(|&before| scan.day(before).is_some() && joined(scan, before + 1) == Some(first))
    {
        first = before;
    }
    let (month, _) = scan.month(first.checked_sub(1)?)?;
    let next = scan.tag(at + 1);
    if next.is_noun() || next == crate::grammar::Tag::JJ || scan.unit(at + 1).is_some() || scan.month(at + 1).is_some()
    {
        return None;
    }
    let (year, next) = calendar::year_behind(scan, at + 1);
    let meaning = Meaning::Date { year, month: Some(month), day: Some(day), weekday: None };
    Match::new(meaning, next, "date.day_behind")
}

/// The first of two days with one month: "28" in "28 and 29 August".
pub(super) fn day_ahead(scan: &Scan, at: usize) -> Option<Match> {
    let the = scan.skip(at, Sense::The);
    let day = scan.day(the)?;
    let next = joined(scan, the + 1)?;
    let next = scan.skip(next, Sense::The);
    if scan.is(the + 1, Sense::Comma) && scan.day(next + 1).is_none() && joined(scan, next + 1).is_none() {
        return None;
    }
    let found = calendar::day_first(scan, next).or_else(|| day_ahead(scan, next))?;
    match found.meaning {
        Meaning::Date { year, month, day: Some(_), .. } => {
            Match::new(Meaning::Date { year, month, day: Some(day), weekday: None }, the + 1, "date.day_ahead")
        }
        _ => None,
    }
}

/// Whether "B.C." behind the next of a range counts for this year too.
pub(super) fn before_christ_ahead(scan: &Scan, at: usize) -> bool {
    joined(scan, at).is_some_and(|next| {
        scan.get(next).is_some_and(|atom| (1..=4).contains(&atom.digits))
            && scan.is(next + 1, Sense::Era { before_christ: true })
    })
}

/// The second year of a range, in two digits: "17" in "1915-17", "(1984/85)".
pub(super) fn short_year(scan: &Scan, at: usize) -> Option<Match> {
    let atom = scan.get(at).filter(|atom| atom.digits == 2)?;
    let last = if scan.joint(at) == Joint::Hyphen { at.checked_sub(1)? } else { at.checked_sub(2)? };
    let first = scan.four(last)?;
    let hyphen = scan.joint(at) == Joint::Hyphen || scan.dash(at - 1) || scan.text(at - 1) == "/";
    let short = calendar::number(atom)?;
    if !hyphen || short <= first % 100 {
        return None;
    }
    let year = YearOf::Year(first - first % 100 + short);
    Match::new(Meaning::Date { year, month: None, day: None, weekday: None }, at + 1, "date.short_year")
}

/// Whether a year begins a range of years or stands alone in brackets: no word need lead it in.
pub(in crate::mention::time) fn ranged(scan: &Scan, at: usize) -> bool {
    let bracket = at > 0 && scan.text(at - 1) == "(" && scan.text(at + 1) == ")";
    let dash = scan.joint(at + 1) == Joint::Hyphen || scan.dash(at + 1);
    let ahead = dash && joined(scan, at + 1).is_some_and(|next| scan.four(next).is_some());
    let behind = at > 0 && (scan.joint(at) == Joint::Hyphen && scan.four(at - 1).is_some());
    bracket || ahead || behind
}
