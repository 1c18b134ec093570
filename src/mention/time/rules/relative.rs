//! Dates that need another one: "last week", "two years ago", "the following day", "that month", "the weekend".

use super::{Match, duration};
use crate::grammar::Tag;
use crate::mention::time::atom::Joint;
use crate::mention::time::meaning::{Meaning, Origin, YearOf};
use crate::mention::time::period::Unit;
use crate::mention::time::scan::Scan;
use crate::mention::time::sense::Sense;

/// "yesterday", "last week", "this month", "next Friday", "last March".
pub(super) fn relative(scan: &Scan, at: usize) -> Option<Match> {
    let day = |at: usize| {
        scan.find(at, |sense| match *sense {
            Sense::Day(count) => Some(count),
            _ => None,
        })
    };
    if let Some(count) = day(at) {
        return Match::new(Meaning::Day(count), at + 1, "date.today");
    }
    let shift = scan.shift(at)?;
    let next = at + 1;
    if scan.joint(next) != Joint::Space {
        return None;
    }
    // "last week's", "this coming Sunday": one word more.
    let inner = if scan.shift(next).is_some() && shift == 0 { next + 1 } else { next };
    let shift = if inner > next { scan.shift(next)? } else { shift };
    let fiscal = scan.skip(inner, Sense::Fiscal);
    if let Some((unit, false)) = scan.unit(fiscal) {
        return match unit {
            Unit::While | Unit::Second | Unit::Minute | Unit::Hour | Unit::Night => None,
            Unit::Day if shift != 0 => None,
            // "This Week" is a broadcast.
            _ if scan.named(fiscal) => None,
            Unit::Decade | Unit::Century if shift > 0 || shift < 0 && scan.is(at, Sense::Past) => None,
            _ => Match::new(Meaning::Shift { unit, count: shift, origin: Origin::Now }, fiscal + 1, "date.last_unit"),
        };
    }
    if let Some((day, _, false)) = scan.weekday(inner) {
        return Match::new(
            Meaning::Weekday { day, shift: Some(shift), origin: Origin::Now },
            inner + 1,
            "date.last_weekday",
        );
    }
    if let Some((month, _)) = scan.month(inner).filter(|_| !scan.words.capitals || scan.capital(inner))
        && scan.four(inner + 1).is_none()
        && scan.day(inner + 1).is_none()
    {
        return Match::new(Meaning::MonthShift { month, shift }, inner + 1, "date.last_month");
    }
    None
}

/// "the weekend", "the week", "that year", "the same day", "the following month", "the day before", "the latest quarter".
pub(super) fn told(scan: &Scan, at: usize) -> Option<Match> {
    let the = scan.skip(at, Sense::The);
    if scan.is(the, Sense::Same) {
        let inner = scan.skip(the + 1, Sense::Same);
        let (unit, plural) = scan.unit(inner)?;
        let fits = !plural && !matches!(unit, Unit::While | Unit::Second | Unit::Minute | Unit::Hour | Unit::Night);
        return fits.then(|| Match::new(Meaning::Told(unit), inner + 1, "date.that_unit")).flatten();
    }
    if let Some(step) = scan.step(the).or_else(|| {
        scan.shift(the).filter(|shift| *shift == 1 && (the > at || scan.unit(the + 1) == Some((Unit::Day, false))))
    }) {
        if let Some((unit, false)) = scan.unit(the + 1) {
            let clock = matches!(unit, Unit::While | Unit::Second | Unit::Minute | Unit::Hour | Unit::Night);
            let from_told = scan.step(the).is_some() || the > at || unit == Unit::Day;
            if !clock && from_told {
                let meaning = Meaning::Shift { unit, count: step, origin: Origin::Told };
                return Match::new(meaning, the + 2, "date.next_unit");
            }
        }
        if let (Some((day, _, false)), Some(step)) = (scan.weekday(the + 1), scan.step(the)) {
            let meaning = Meaning::Weekday { day, shift: Some(step), origin: Origin::Told };
            return Match::new(meaning, the + 2, "date.next_weekday");
        }
    }
    // "the day before", "the day after", "the year before"
    if the > at
        && let Some((unit, false)) = scan.unit(the)
    {
        let sign = if scan.is(the + 1, Sense::Later) { 1 } else { -1 };
        let direction =
            scan.is(the + 1, Sense::Later) || scan.is(the + 1, Sense::Earlier) && scan.is(the + 1, Sense::Prep);
        // "the day before last Tuesday", "the day after Christmas"
        let base = direction.then(|| dated(scan, the + 2)).flatten();
        if let Some(base) = base {
            let meaning = Meaning::Offset { amount: 1.0, unit, sign, base: Box::new(base.meaning) };
            return Match::new(meaning, base.next, "date.the_day_before_date");
        }
        let ends = !scan.tag(the + 2).is_noun() && !scan.is(the + 2, Sense::The) && scan.tag(the + 2) != Tag::VBG;
        if direction && ends && matches!(unit, Unit::Day | Unit::Week | Unit::Month | Unit::Year) {
            let meaning = Meaning::Shift { unit, count: sign, origin: Origin::Told };
            return Match::new(meaning, the + 2, "date.the_day_before");
        }
    }
    // "the corresponding period last year", "the quarter a year ago"
    let period = scan.skip(the, Sense::Comparable);
    if the > at && scan.unit(period).is_some_and(|(unit, _)| matches!(unit, Unit::Quarter | Unit::While)) {
        if let (Some(shift), Some((Unit::Year, false))) = (scan.shift(period + 1), scan.unit(period + 2)) {
            return Match::new(Meaning::QuarterIn(YearOf::Shift(shift)), period + 3, "date.period_last_year");
        }
        if let Some(ago) = away(scan, period + 1).filter(|ago| ago.meaning == Meaning::YearAgo) {
            return Some(ago);
        }
    }
    if scan.is(the, Sense::Latest) {
        let (unit, _) = scan.unit(the + 1)?;
        return matches!(unit, Unit::Quarter | Unit::While)
            .then(|| Match::new(Meaning::Told(Unit::Quarter), the + 2, "date.latest_quarter"))
            .flatten();
    }
    if the > at {
        // "the week of March 6"
        if scan.unit(the) == Some((Unit::Week, false)) && scan.is(the + 1, Sense::Of) {
            let inner = super::calendar::date(scan, the + 2)?;
            return Match::new(Meaning::WeekOf(Box::new(inner.meaning)), inner.next, "date.week_of");
        }
        if scan.unit(the) == Some((Unit::Month, false)) && scan.is(the + 1, Sense::Of) {
            let inner = super::calendar::date(scan, the + 2)?;
            return Some(Match { rule: "date.month_of", ..inner });
        }
        // "on the 13th"
        if let (Some(day), true) = (scan.day(the).filter(|_| scan.ordinal(the).is_some()), scan.before(at, Sense::On)) {
            let next = scan.tag(the + 1);
            if !next.is_noun()
                && !next.is_name()
                && scan.unit(the + 1).is_none()
                && scan.joint(the + 1) != Joint::Hyphen
            {
                return Match::new(Meaning::DayOfMonth(day), the + 1, "date.day_of_month");
            }
        }
        return the_unit(scan, the).filter(|found| alone(scan, found.next)).map(|found| ended(scan, found));
    }
    // "year's end", "month's end", "year end"
    if let Some((unit @ (Unit::Year | Unit::Month), false)) = scan.unit(at) {
        let own = at + 1 + usize::from(scan.owns(at + 1));
        if scan.is(own, Sense::StageNoun) && own > at && scan.joint(at + 1) != Joint::Hyphen {
            return Match::new(Meaning::Told(unit), own + 1, "date.years_end");
        }
    }
    if scan.find(at, |sense| matches!(sense, Sense::YearEnd).then_some(())).is_some() {
        return Match::new(Meaning::LastDay(Unit::Year), at + 1, "date.year_end");
    }
    if scan.find(at, |sense| matches!(sense, Sense::MonthEnd).then_some(())).is_some() {
        return Match::new(Meaning::LastDay(Unit::Month), at + 1, "date.month_end");
    }
    None
}

/// "the last week of August", "the first month of the war" (a length, where the whole is no date).
pub(super) fn part_of(scan: &Scan, at: usize) -> Option<Match> {
    let the = scan.skip(at, Sense::The);
    let nth = match scan.ordinal(the) {
        Some(nth) => i32::from(nth),
        None if scan.shift(the) == Some(-1) || scan.is(the, Sense::Final) => -1,
        None => return None,
    };
    let (unit, plural) = scan.unit(the + 1)?;
    let fits =
        matches!(unit, Unit::Week | Unit::Month | Unit::Year | Unit::Weekend | Unit::Day | Unit::Decade) && !plural;
    if !fits || !scan.is(the + 2, Sense::Of) {
        return None;
    }
    let inner = scan.skip(the + 3, Sense::The);
    let whole = super::calendar::date(scan, the + 3)
        .or_else(|| super::calendar::fraction_of_year(scan, inner))
        .or_else(|| relative(scan, inner))
        .or_else(|| told(scan, the + 3));
    match whole {
        Some(whole) => {
            let meaning = Meaning::PartOf { nth, unit, whole: Box::new(whole.meaning) };
            Match::new(meaning, whole.next, "date.part_of")
        }
        None if unit != Unit::Day => {
            Match::new(Meaning::Duration { amount: Some(1.0), unit }, the + 2, "duration.part_of")
        }
        None => None,
    }
}

/// "year", "quarter", "weekend" behind "the".
pub(super) fn the_unit(scan: &Scan, at: usize) -> Option<Match> {
    let fiscal = scan.skip(scan.skip(at, Sense::Whole), Sense::Fiscal);
    let (unit, plural) = scan.unit(fiscal)?;
    // "later in the day"; "carried the day", "the issues of the day" are sayings.
    if unit == Unit::Day && !plural && fiscal == at {
        let led = at > 1 && (scan.is(at - 2, Sense::In) || scan.is(at - 2, Sense::On));
        if !led && scan.before(at, Sense::The) && !scan.message() {
            return None;
        }
        return Match::new(Meaning::Told(Unit::Day), at + 1, "date.the_day");
    }
    let fits = matches!(
        unit,
        Unit::Weekend | Unit::Week | Unit::Quarter | Unit::Year | Unit::Month | Unit::Decade | Unit::Century
    );
    let meaning = match unit {
        Unit::Weekend | Unit::Quarter => Meaning::Told(unit),
        _ => Meaning::Shift { unit, count: 0, origin: Origin::Now },
    };
    (fits && !plural).then(|| Match::new(meaning, fiscal + 1, "date.the_unit")).flatten()
}

/// "the year ended March 31" is a length; "the quarter ended March 31" is that of the calendar, or of a fiscal year.
fn ended(scan: &Scan, found: Match) -> Match {
    match found.meaning {
        Meaning::Told(Unit::Quarter) if matches!(scan.tag(found.next), Tag::VBN | Tag::VBD | Tag::VBG) => {
            match super::calendar::date(scan, found.next + 1) {
                Some(Match { meaning: end @ Meaning::Date { .. }, .. }) => {
                    Match { meaning: Meaning::QuarterEnded(Box::new(end)), rule: "date.quarter_ended", ..found }
                }
                _ => found,
            }
        }
        Meaning::Shift { unit: Unit::Year, .. } if matches!(scan.tag(found.next), Tag::VBN | Tag::VBD | Tag::VBG) => {
            let meaning = Meaning::Duration { amount: Some(1.0), unit: Unit::Year };
            Match { meaning, rule: "duration.the_year", ..found }
        }
        _ => found,
    }
}

/// Whether "the year" stands alone: not "the year of …", "the year before last", "the week-long", "the quarter mile".
fn alone(scan: &Scan, next: usize) -> bool {
    let counted = scan.is(next, Sense::Earlier) || scan.is(next, Sense::Later);
    !scan.is(next, Sense::Of)
        && !counted
        && scan.joint(next) != Joint::Hyphen
        && !scan.tag(next).is_noun()
        && !scan.owns(next)
        && !matches!(scan.tag(next), Tag::WDT | Tag::WRB | Tag::WP)
}

/// A date that other dates are counted from.
fn dated(scan: &Scan, at: usize) -> Option<Match> {
    super::calendar::date(scan, at)
        .or_else(|| super::calendar::fraction_of_year(scan, at))
        .or_else(|| relative(scan, at))
        .filter(|base| !matches!(base.meaning, Meaning::Set(_)))
}

/// "two weeks ago", "a year earlier", "three days later", "a month after", "five years from now", "year-ago".
pub(super) fn away(scan: &Scan, at: usize) -> Option<Match> {
    // "year-ago", "year-earlier", "the comparable year-ago quarter"
    let start = scan.skip(at, Sense::Comparable);
    if let Some((Unit::Year, false)) = scan.unit(start)
        && scan.joint(start + 1) == Joint::Hyphen
        && (scan.is(start + 1, Sense::Ago) || scan.is(start + 1, Sense::Earlier))
    {
        let fiscal = scan.ordinal(start + 2).map_or(start + 2, |_| start + 3);
        let period = scan.unit(fiscal).is_some_and(|(unit, _)| matches!(unit, Unit::Quarter | Unit::While));
        let led = at > 0 && scan.before(at, Sense::The);
        let next = if period && led { fiscal + 1 } else { start + 2 };
        return Match::new(Meaning::YearAgo, next, "date.year_ago");
    }
    let (amount, unit, next) = match scan.unit(at) {
        // "decades ago"
        Some((unit, true)) if scan.joint(at) == Joint::Space => (None, unit, at + 1),
        _ => duration::length(scan, at)?,
    };
    let next = scan.skip(next, Sense::OrSo);
    let (sign, origin) = if scan.is(next, Sense::Ago) {
        (-1, Origin::Now)
    } else if scan.is(next, Sense::Ahead) {
        (1, Origin::Now)
    } else if scan.is(next, Sense::Earlier) {
        (-1, Origin::Told)
    } else if scan.is(next, Sense::Later) {
        (1, Origin::Told)
    } else {
        return None;
    };
    // "two days before the vote", "a year after his death": open, the length alone is certain.
    if scan.is(next, Sense::Prep) && scan.tag(next + 1) != Tag::PUNCT {
        let base = dated(scan, next + 1)?;
        let meaning = Meaning::Offset { amount: amount?, unit, sign, base: Box::new(base.meaning) };
        return Match::new(meaning, base.next, "date.units_from_date");
    }
    let Some(amount) = amount else {
        let meaning = Meaning::Ref(if sign < 0 { "PAST_REF" } else { "FUTURE_REF" });
        return Match::new(meaning, next + 1, "ref.several_ago");
    };
    if unit == Unit::Year && amount == 1.0 && sign < 0 {
        return Match::new(Meaning::YearAgo, next + 1, "date.a_year_ago");
    }
    if matches!(unit, Unit::While) {
        return None;
    }
    Match::new(Meaning::Away { amount, unit, sign, origin }, next + 1, "date.units_away")
}
