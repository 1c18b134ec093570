//! Dates that name a month, a day, a year, a quarter, a season, a decade, a holiday.

use super::Match;
use crate::grammar::Tag;
use crate::mention::time::atom::Joint;
use crate::mention::time::meaning::{Meaning, Origin, YearOf};
use crate::mention::time::period::Unit;
use crate::mention::time::scan::Scan;
use crate::mention::time::sense::Sense;

/// A weekday, a month, a year, in any written order.
pub(super) fn date(scan: &Scan, at: usize) -> Option<Match> {
    if let Some((day, sure, plural)) = scan.weekday(at) {
        return weekday(scan, at, day, sure, plural);
    }
    if let Some(found) = month_first(scan, at).or_else(|| day_first(scan, at)).or_else(|| year_first(scan, at)) {
        return Some(weekday_behind(scan, found));
    }
    None
}

/// "Saturday, April 25", "Friday the 13th", "Friday".
fn weekday(scan: &Scan, at: usize, day: i8, sure: bool, plural: bool) -> Option<Match> {
    if let Some(found) = super::sets::weekday_parts(scan, at) {
        return Some(found);
    }
    let comma = scan.skip(at + 1, Sense::Comma);
    let inner = month_first(scan, comma).or_else(|| day_first(scan, scan.skip(comma, Sense::The)));
    if let Some(Match { meaning: Meaning::Date { year, month: Some(month), day: Some(number), .. }, next, .. }) = inner
    {
        let meaning = Meaning::Date { year, month: Some(month), day: Some(number), weekday: Some(day) };
        return Match::new(meaning, next, "date.weekday_month_day");
    }
    if plural {
        return Match::new(Meaning::Set(format!("XXXX-WXX-{day}")), at + 1, "set.weekdays");
    }
    if scan.is(at + 1, Sense::The)
        && scan.get(at + 2).is_some_and(|atom| atom.digits == 0)
        && let Some(number) = scan.day(at + 2)
    {
        return Match::new(Meaning::DayOfMonth(number), at + 3, "date.weekday_day");
    }
    let next = at + 1;
    if let Some((shift, next)) = week_behind(scan, next) {
        let meaning = Meaning::Weekday { day, shift: Some(shift), origin: Origin::Now };
        return Match::new(meaning, next, "date.weekday_week");
    }
    if !sure && !short_weekday(scan, at) {
        return None;
    }
    Match::new(Meaning::Weekday { day, shift: None, origin: Origin::Now }, next, "date.weekday")
}

/// "last week" in "Monday last week", "of next week" in "Tuesday of next week": the days on, and the atom after it.
fn week_behind(scan: &Scan, at: usize) -> Option<(i32, usize)> {
    let week = scan.skip(at, Sense::Of);
    let shift = scan.shift(week).filter(|_| scan.joint(week) == Joint::Space)?;
    (scan.unit(week + 1) == Some((Unit::Week, false))).then_some((shift * 7, week + 2))
}

/// "sat", "sun", "wed" are weekdays with a capital of their own, or beside other time words.
fn short_weekday(scan: &Scan, at: usize) -> bool {
    if scan.text(at).ends_with('.') && scan.capital(at) {
        return true;
    }
    let lead = at.checked_sub(1);
    let led =
        lead.is_some_and(|lead| scan.is(lead, Sense::On) || scan.shift(lead).is_some() || scan.is(lead, Sense::Each));
    let timed = scan.part(at + 1).is_some() || super::clock::clock(scan, scan.skip(at + 1, Sense::Comma)).is_some();
    let ordinary = matches!(scan.tag(at), Tag::VBD | Tag::VBN | Tag::VB);
    !ordinary && (led || timed)
}

/// "May 1, Monday"
fn weekday_behind(scan: &Scan, mut found: Match) -> Match {
    let comma = scan.skip(found.next, Sense::Comma);
    if let (Some((number, true, false)), Meaning::Date { day: Some(_), weekday, .. }) =
        (scan.weekday(comma), &mut found.meaning)
    {
        // Only where the weekday is not the next clause's.
        if comma == found.next || !scan.capital(comma) || scan.is(comma + 1, Sense::Comma) {
            *weekday = Some(number);
            found.next = comma + 1;
        }
    }
    found
}

/// "March 7, 2024", "March 7", "March 2024", "March last year", "March".
pub(super) fn month_first(scan: &Scan, at: usize) -> Option<Match> {
    let (month, sure) = scan.month(at)?;
    if scan.joint(at) == Joint::Hyphen
        && at > 0
        && !scan.is(at - 1, Sense::Stage)
        && scan.month(at - 1).is_none()
        && scan.day(at - 1).is_none()
    {
        return None;
    }
    // "he may second": a word with an everyday use, in small letters, is a month only before a figure.
    let plain = !sure && scan.words.capitals && !scan.capital(at);
    if plain && (scan.tag(at) == Tag::MD || scan.get(at + 1).is_none_or(|atom| atom.digits == 0)) {
        return None;
    }
    let the = scan.skip(at + 1, Sense::The);
    let date = |year: YearOf, day: Option<i8>| Meaning::Date { year, month: Some(month), day, weekday: None };
    let number = scan.day(the).filter(|_| {
        let next = the + 1;
        let count = scan.unit(next).is_some_and(|(_, plural)| plural) && scan.joint(next) != Joint::Glued;
        let clock = scan.is(next, Sense::Meridian { pm: true }) || scan.is(next, Sense::Meridian { pm: false });
        !count && !clock && (scan.joint(the) == Joint::Space || scan.joint(the) == Joint::Hyphen)
    });
    if let Some(day) = number {
        let (year, next) = year_behind(scan, the + 1);
        let year = if year == YearOf::Open { super::lists::year_ahead(scan, the + 1, month) } else { year };
        return Match::new(date(year, Some(day)), next, "date.month_day");
    }
    let (year, next) = year_behind(scan, at + 1);
    let ahead = if year == YearOf::Open && (sure || month_alone(scan, at)) {
        super::lists::year_ahead(scan, at + 1, month)
    } else {
        YearOf::Open
    };
    if ahead != YearOf::Open {
        return Match::new(date(ahead, None), at + 1, "date.month");
    }
    if year != YearOf::Open {
        return Match::new(date(year, None), next, "date.month_year");
    }
    if !sure && !month_alone(scan, at) {
        return None;
    }
    Match::new(date(YearOf::Open, None), at + 1, "date.month")
}

/// Whether a word that can be something else ("may", "march", "dec") is a month without a day or year.
fn month_alone(scan: &Scan, at: usize) -> bool {
    let Some(lead) = at.checked_sub(1) else { return false };
    let led = scan.is(lead, Sense::Prep) && !scan.is(lead, Sense::Hedge)
        || scan.shift(lead).is_some()
        || scan.is(lead, Sense::Stage)
        || scan.is(lead, Sense::Each)
        || (scan.is(lead, Sense::And) || scan.is(lead, Sense::Or)) && lead > 0 && scan.month(lead - 1).is_some();
    let clear = !scan.words.capitals || scan.capital(at);
    let name = scan.capital(at + 1) && scan.tag(at + 1).is_name() && !scan.text(at).ends_with('.');
    led && clear && !name && !scan.tag(at + 1).is_name() || scan.text(at).ends_with('.') && scan.capital(at)
}

/// The year behind a month or a day, and the atom after it.
pub(super) fn year_behind(scan: &Scan, at: usize) -> (YearOf, usize) {
    let comma = scan.skip(at, Sense::Comma);
    if let Some((year, next)) = scan.year_beside(comma) {
        let glued = scan.joint(next) == Joint::Glued && scan.get(next).is_some_and(|atom| atom.digits > 0);
        // "In June, 2,000 people": a count has its own comma and is no year.
        if !glued {
            let (year, next) = era_behind(scan, year, next);
            return (YearOf::Year(year), next);
        }
    }
    let of = scan.skip(at, Sense::Of);
    for start in [comma, of] {
        if let Some(year) = scan.get(start).filter(|atom| (1..=4).contains(&atom.digits)).and_then(number) {
            let (year, next) = era_behind(scan, year, start + 1);
            if next > start + 1 {
                return (YearOf::Year(year), next);
            }
        }
    }
    if of > at
        && let Some((year, next)) = scan.year_beside(of)
    {
        return (YearOf::Year(year), next);
    }
    let the = scan.skip(of, Sense::The);
    if scan.is(the, Sense::Same) && scan.unit(the + 1) == Some((Unit::Year, false)) {
        return (YearOf::Step(0), the + 2);
    }
    // "June last year", "January this year", "March of that year"
    if scan.unit(of + 1) == Some((Unit::Year, false))
        && let Some(shift) = scan.shift(of)
    {
        return (YearOf::Shift(shift), of + 2);
    }
    if let (true, Some(step), Some((Unit::Year, false))) =
        (scan.is(of, Sense::The), scan.step(of + 1), scan.unit(of + 2))
    {
        return (YearOf::Step(step), of + 3);
    }
    (YearOf::Open, at)
}

/// "B.C." behind a year.
fn era_behind(scan: &Scan, year: i16, next: usize) -> (i16, usize) {
    if scan.is(next, Sense::Era { before_christ: true }) {
        (1 - year, next + 1)
    } else if scan.is(next, Sense::Era { before_christ: false }) {
        (year, next + 1)
    } else {
        (year, next)
    }
}

/// "7 March 2024", "the 19th of October 1950".
pub(super) fn day_first(scan: &Scan, at: usize) -> Option<Match> {
    let the = scan.skip(at, Sense::The);
    let day = scan.day(the)?;
    let of = scan.skip(the + 1, Sense::Of);
    let (month, sure) = scan.month(of)?;
    if (the > at || of > the + 1) && scan.ordinal(the).is_none() {
        return None;
    }
    if !sure && scan.words.capitals && !scan.capital(of) && scan.joint(of) == Joint::Space {
        return None;
    }
    let (year, next) = year_behind(scan, of + 1);
    let year = if year == YearOf::Open { super::lists::year_ahead(scan, of + 1, month) } else { year };
    Match::new(Meaning::Date { year, month: Some(month), day: Some(day), weekday: None }, next, "date.day_month")
}

/// "1998", "the year 2000", "fiscal 1989", "44 B.C."
fn year_first(scan: &Scan, at: usize) -> Option<Match> {
    let date = |year| Meaning::Date { year: YearOf::Year(year), month: None, day: None, weekday: None };
    let the = scan.skip(at, Sense::The);
    let fiscal = scan.skip(the, Sense::Fiscal);
    let word = if scan.unit(fiscal) == Some((Unit::Year, false)) { fiscal + 1 } else { fiscal };
    if word > the {
        let (year, next) = scan.year_beside(word)?;
        return Match::new(date(year), next, "date.year_word");
    }
    if let Some(atom) = scan.get(at).filter(|atom| (1..=4).contains(&atom.digits)) {
        if let (Some(number), true) = (number(atom), scan.is(at + 1, Sense::Era { before_christ: true })) {
            return Match::new(date(1 - number), at + 2, "date.year_bc");
        }
        if let (Some(number), true) = (number(atom), super::lists::before_christ_ahead(scan, at + 1)) {
            return Match::new(date(1 - number), at + 1, "date.year_bc");
        }
        if let (Some(number), true) = (number(atom), scan.is(at + 1, Sense::Era { before_christ: false })) {
            return (scan.capital(at + 1))
                .then_some(())
                .and_then(|()| Match::new(date(number), at + 2, "date.year_ad"));
        }
    }
    let (year, next) = scan.year(at)?;
    let period = scan.unit(next).is_some_and(|(unit, plural)| !plural && matches!(unit, Unit::Quarter | Unit::While));
    if period && scan.joint(next) == Joint::Space {
        return Match::new(Meaning::QuarterIn(YearOf::Year(year)), next + 1, "date.year_period");
    }
    Match::new(date(year), next, "date.year")
}

pub(super) fn number(atom: &crate::mention::time::atom::Atom) -> Option<i16> {
    atom.find(|sense| match *sense {
        Sense::Number(number) if (1.0..9999.0).contains(&number) => Some(number as i16),
        _ => None,
    })
}

/// "the third quarter of 1984", "third-quarter", "the first half", "the summer of 1955", "spring 2011", "Christmas 2007".
pub(super) fn fraction_of_year(scan: &Scan, at: usize) -> Option<Match> {
    // "the 1988 second quarter", "next year's first quarter"
    let (led, start) = match scan.year_beside(at) {
        Some((year, next))
            if scan.ordinal(next).is_some()
                || scan.unit(next).is_some()
                || scan.season(next).is_some()
                || scan.quarter_name(next).is_some() =>
        {
            (YearOf::Year(year), next)
        }
        _ => match (scan.shift(at), scan.unit(at + 1)) {
            (Some(shift), Some((Unit::Year, false))) if scan.owns(at + 2) => (YearOf::Shift(shift), at + 3),
            _ => (YearOf::Open, at),
        },
    };
    let behind = |next: usize| match led {
        YearOf::Open => year_behind(scan, next),
        _ => (led, next),
    };
    let shift = scan.shift(start).filter(|_| led == YearOf::Open);
    let first = start + usize::from(shift.is_some());
    if let Some((season, sure)) = scan.season(first).filter(|_| apart(scan, first)) {
        let (year, next) = behind(first + 1);
        let lower = !scan.capital(first) || !sure;
        let led = first > 0
            && (scan.is(first - 1, Sense::The)
                || scan.is(first - 1, Sense::Stage)
                || scan.is(first - 1, Sense::In)
                || scan.is(first - 1, Sense::By));
        let clear = year != YearOf::Open || shift.is_some() || led || sure && lower;
        let verb = scan.tag(first).is_verb() && year == YearOf::Open && shift.is_none() && !led;
        let of = scan.is(next, Sense::Of) && !sure;
        if clear && !verb && !of {
            return Match::new(Meaning::SeasonOf { season, year, shift }, next, "date.season");
        }
    }
    if let Some(holiday) = scan.find(first, |sense| match *sense {
        Sense::Holiday(holiday) => Some(holiday),
        _ => None,
    }) {
        let (year, next) = behind(first + 1);
        return Match::new(Meaning::HolidayOf { holiday, year, shift }, next, "date.holiday");
    }
    if let Some(month) = scan.find(first, |sense| match *sense {
        Sense::IslamicMonth(month) => Some(month),
        _ => None,
    }) {
        let (year, next) = behind(first + 1);
        return Match::new(Meaning::IslamicMonth { month, year }, next, "date.islamic_month");
    }
    if let Some(quarter) = scan.quarter_name(start) {
        let (year, next) = behind(start + 1);
        return Match::new(Meaning::Quarter { quarter, year }, next, "date.quarter_name");
    }
    // "last year's quarter"
    if led != YearOf::Open && scan.unit(start).is_some_and(|(unit, _)| matches!(unit, Unit::Quarter | Unit::While)) {
        return Match::new(Meaning::QuarterIn(led), start + 1, "date.period_in_year");
    }
    // "the last half of 1989"
    let last = scan.shift(start) == Some(-1) && scan.is(start + 1, Sense::Half);
    let number = if last { 2 } else { scan.ordinal(start)? };
    let number = i8::try_from(number).ok()?;
    let fiscal = scan.skip(start + 1, Sense::Fiscal);
    match scan.unit(fiscal) {
        Some((Unit::Quarter, false)) if (1..=4).contains(&number) => {
            let (year, next) = behind(fiscal + 1);
            let year = if year == YearOf::Open && scan.is(next, Sense::Of) {
                fiscal_year(scan, next + 1)
            } else {
                Some((year, next))
            };
            let (year, next) = year.unwrap_or((YearOf::Open, fiscal + 1));
            Match::new(Meaning::Quarter { quarter: number, year }, next, "date.quarter")
        }
        _ if scan.is(fiscal, Sense::Half) && (1..=2).contains(&number) => {
            let (year, next) = behind(fiscal + 1);
            if year == YearOf::Open && scan.is(next, Sense::Of) {
                // "the first half of the decade", "of the match"
                let (year, next) = fiscal_year(scan, next + 1)?;
                return Match::new(Meaning::Half { half: number, year }, next, "date.half");
            }
            Match::new(Meaning::Half { half: number, year }, next, "date.half")
        }
        _ => None,
    }
}

/// "fiscal 1989", "the year", "this year" behind "of".
fn fiscal_year(scan: &Scan, at: usize) -> Option<(YearOf, usize)> {
    let the = scan.skip(at, Sense::The);
    let fiscal = scan.skip(the, Sense::Fiscal);
    if let Some((year, next)) = scan.year_beside(fiscal) {
        return Some((YearOf::Year(year), next));
    }
    if scan.unit(fiscal) == Some((Unit::Year, false)) && the > at {
        return Some((YearOf::Step(0), fiscal + 1));
    }
    let shift = scan.shift(the)?;
    (scan.unit(the + 1) == Some((Unit::Year, false))).then_some((YearOf::Shift(shift), the + 2))
}

/// "the 1980s", "the '90s", "the nineties", "the 20th century", "the 4th century BC".
pub(super) fn era(scan: &Scan, at: usize) -> Option<Match> {
    let decade = |at: usize| {
        scan.find(at, |sense| match *sense {
            Sense::Decade { year, century } => Some((year, century)),
            _ => None,
        })
    };
    if matches!(scan.text(at), "'" | "’" | "‘") {
        let (year, century) = decade(at + 1).filter(|_| scan.joint(at + 1) == Joint::Glued)?;
        return Match::new(Meaning::Decade { year, century }, at + 2, "date.decade");
    }
    if let Some((year, century)) = decade(at) {
        let lead = at.checked_sub(1);
        let led = lead.is_some_and(|lead| scan.is(lead, Sense::The) || scan.is(lead, Sense::Stage));
        if !century && year >= 100 && !scan.is(at + 1, Sense::Era { before_christ: true }) {
            return None;
        }
        if !century && !led || lead.is_some_and(|lead| scan.tag(lead) == Tag::PRPS) {
            return None;
        }
        if scan.is(at + 1, Sense::Era { before_christ: true }) {
            // The years 479 to 470 B.C. are -478 to -469.
            return Match::new(Meaning::Decade { year: -year - 8, century: true }, at + 2, "date.decade_bc");
        }
        return Match::new(Meaning::Decade { year, century }, at + 1, "date.decade");
    }
    // "the 1980's"
    if let Some(year) = scan.four(at).filter(|year| year % 10 == 0) {
        let led = at > 0 && (scan.is(at - 1, Sense::The) || scan.is(at - 1, Sense::Stage));
        if led && scan.owns(at + 1) {
            return Match::new(Meaning::Decade { year, century: true }, at + 2, "date.decade");
        }
        if scan.text(at + 1) == "s" {
            return Match::new(Meaning::Decade { year, century: true }, at + 2, "date.decade");
        }
    }
    let number = scan.ordinal(at)?;
    if scan.unit(at + 1)? != (Unit::Century, false) || !(1..=30).contains(&number) {
        return None;
    }
    let before_christ = scan.is(at + 2, Sense::Era { before_christ: true });
    Match::new(Meaning::Century { number, before_christ }, at + 2 + usize::from(before_christ), "date.century")
}

fn apart(scan: &Scan, at: usize) -> bool {
    super::apart(scan, at)
}
