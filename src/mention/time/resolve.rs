//! From meanings to TIMEX3 values and days.

use super::anchor::{Anchor, Tense};
use super::length::duration_value;
use super::meaning::{Meaning, Origin, YearOf};
use super::period::{Period, Season, Unit, add, days, year_text};
use jiff::civil::Date;
use std::cmp::Reverse;

/// What an expression comes to.
pub(super) enum Resolved {
    /// A stretch of the calendar.
    Period(Period),
    /// A value with unknown parts: "XXXX-03-07".
    Partial(String),
    Duration(String),
    Set(String),
    Ref(&'static str),
}

/// Days from the middle of a quarter to its end.
const MIDDLE_OF_QUARTER: i32 = 45;
/// A distance against the verb's tense counts this many times.
const AGAINST_TENSE: i64 = 6;
/// Days that a weekday can be back when the tense does not rule it out.
const LATELY: i32 = 2;
/// Without a tense the news is of what has been.
const AGAINST_NEWS: i64 = 2;

/// Resolves a meaning. `None` where there is no such day.
pub(super) fn resolve(meaning: &Meaning, tense: Tense, anchor: &Anchor) -> Option<Resolved> {
    let period = |period: Option<Period>| period.map(Resolved::Period);
    let partial = |text: String| Some(Resolved::Partial(text));
    let now = anchor.published;
    match *meaning {
        Meaning::Date { year, month, day, .. } => date(year, month, day, tense, anchor),
        Meaning::Weekday { day, shift, origin } => weekday(day, shift, origin, tense, anchor),
        Meaning::MonthShift { month, shift } => {
            let Some(today) = now else { return partial(format!("XXXX-{month:02}")) };
            let year = match shift {
                0 => today.year(),
                s if s < 0 => today.year() - i16::from(month >= today.month()),
                _ => today.year() + i16::from(month <= today.month()),
            };
            period(Some(Period::Month(year, month)))
        }
        Meaning::Day(count) => match now {
            Some(today) => period(Some(Period::Day(add(today, days(count)?)?))),
            None => partial("XXXX-XX-XX".into()),
        },
        Meaning::Overnight => match now {
            Some(today) if !anchor.narrates() => {
                period(Some(Period::Day(if tense.is_ahead() { today } else { today.yesterday().ok()? })))
            }
            _ => resolve(&Meaning::Told(Unit::Day), tense, anchor),
        },
        Meaning::Quarter { quarter, year } => match year_of(year, anchor) {
            Some(year) => period(Some(Period::Quarter(year, quarter))),
            None => match anchor_day(anchor) {
                Some(day) => {
                    let tense = if tense == Tense::Open { Tense::Past } else { tense };
                    let quarters =
                        (-1..=1).filter_map(|by| Some(Period::Quarter(day.year().checked_add(by)?, quarter)));
                    period(nearest(quarters, day, tense))
                }
                None => partial(format!("XXXX-Q{quarter}")),
            },
        },
        Meaning::Half { half, year } => match year_of(year, anchor).or(anchor_day(anchor).map(Date::year)) {
            Some(year) => period(Some(Period::Half(year, half))),
            None => partial(format!("XXXX-H{half}")),
        },
        Meaning::SeasonOf { season, year, shift } => season_of(season, year, shift, tense, anchor),
        Meaning::Decade { year, century } => {
            let year = if century { year } else { 1900 + year };
            period(Some(Period::Decade(year)))
        }
        Meaning::Century { number, before_christ } => {
            period(Some(Period::Century(if before_christ { -number * 100 } else { (number - 1) * 100 })))
        }
        Meaning::HolidayOf { holiday, year, shift } => {
            let in_year = |year: i16| holiday.in_year(year).map(Period::Day);
            match (year_of(year, anchor), anchor_day(anchor)) {
                (Some(year), _) => period(in_year(year)),
                (None, Some(day)) => {
                    let tense = match shift {
                        Some(s) if s < 0 => return period(latest(day, -1, in_year)),
                        Some(s) if s > 0 => return period(latest(day, 1, in_year)),
                        _ => tense,
                    };
                    period(nearest((-1..=1).filter_map(|by| in_year(day.year().checked_add(by)?)), day, tense))
                }
                (None, None) => {
                    let day = holiday.in_year(2001)?;
                    let fixed = matches!(holiday, super::holiday::Holiday::Fixed(..));
                    partial(if fixed {
                        format!("XXXX-{:02}-{:02}", day.month(), day.day())
                    } else {
                        "XXXX-XX-XX".into()
                    })
                }
            }
        }
        Meaning::IslamicMonth { month, year } => {
            let first = |year: i16| {
                let first = super::holiday::islamic(year, month, 1)?;
                Some(Period::Span(first, add(first, days(28 + i32::from(month % 2))?)?))
            };
            match (year_of(year, anchor), anchor_day(anchor)) {
                (Some(year), _) => period(first(year)),
                (None, Some(day)) => {
                    period(nearest((-1..=1).filter_map(|by| first(day.year().checked_add(by)?)), day, tense))
                }
                (None, None) => partial("XXXX-XX".into()),
            }
        }
        Meaning::Shift { unit, count, origin } => shifted(unit, count, origin, anchor),
        Meaning::Away { amount, unit, sign, origin } => away(amount, unit, sign, origin, anchor),
        Meaning::Offset { amount, unit, sign, ref base } => match resolve(base, tense, anchor)? {
            Resolved::Period(base) => {
                let from = Anchor::new(Some(base.span()?.0));
                match away(amount, unit, sign, Origin::Now, &from)? {
                    Resolved::Period(period) => Some(Resolved::Period(period)),
                    _ => None,
                }
            }
            _ => duration_value(Some(amount), unit).map(Resolved::Duration),
        },
        Meaning::YearAgo => {
            if let (Some(quarter), false, false) = (anchor.quarter, anchor.months_told, anchor.narrates()) {
                return period(quarter.shift(-4));
            }
            let from = if anchor.narrates() { anchor.told } else { now.map(Period::Day) };
            match from.and_then(Period::span) {
                Some((day, _)) => period(Some(Period::Year(day.year().checked_sub(1)?))),
                None => partial("XXXX".into()),
            }
        }
        Meaning::QuarterIn(year) => match (year_of(year, anchor), anchor.quarter) {
            (Some(year), Some(Period::Quarter(_, quarter))) if !anchor.months_told => {
                period(Some(Period::Quarter(year, quarter)))
            }
            (Some(year), _) => period(Some(Period::Year(year))),
            (None, _) => partial("XXXX".into()),
        },
        Meaning::QuarterEnded(ref end) => {
            let Resolved::Period(end) = resolve(end, Tense::Past, anchor)? else { return partial("XXXX-QX".into()) };
            // The quarter of its middle: one that ends on 29 September is the third.
            let middle = add(end.span()?.1, days(-MIDDLE_OF_QUARTER)?)?;
            let quarter = Period::containing(middle, Unit::Quarter);
            match anchor.quarter {
                // The quarters of this fiscal year have other numbers.
                Some(told) if told != quarter => partial(format!("{}-QX", year_text(middle.year()))),
                _ => period(Some(quarter)),
            }
        }
        Meaning::Told(Unit::Quarter) => match anchor.quarter {
            Some(quarter) => period(Some(quarter)),
            // Reports are of the quarter before.
            None => shifted(Unit::Quarter, -1, Origin::Now, anchor),
        },
        Meaning::Told(Unit::Weekend) => weekend(tense, anchor),
        Meaning::Told(Unit::Day) => match (anchor.told, now) {
            (Some(Period::Day(day)), _) => period(Some(Period::Day(day))),
            (_, Some(day)) if !anchor.narrates() => period(Some(Period::Day(day))),
            _ => partial("XXXX-XX-XX".into()),
        },
        Meaning::Told(unit) => shifted(unit, 0, Origin::Told, anchor),
        Meaning::DayOfMonth(day) => {
            let Some((first, _)) = anchor.told_or_published().and_then(Period::span) else {
                return partial(format!("XXXX-XX-{day:02}"));
            };
            period(Date::new(first.year(), first.month(), day).ok().map(Period::Day))
        }
        Meaning::WeekOf(ref inner) => match resolve(inner, tense, anchor)? {
            Resolved::Period(inner) => period(Some(Period::containing(inner.span()?.0, Unit::Week))),
            _ => partial("XXXX-WXX".into()),
        },
        Meaning::PartOf { nth, unit, ref whole } => match resolve(whole, tense, anchor)? {
            Resolved::Period(whole) => {
                let (first, last) = whole.span()?;
                let (from, by) = if nth < 0 { (last, nth + 1) } else { (first, nth - 1) };
                // The first week of a year is the one that ISO counts as such; it holds 4 January.
                let whole_weeks = unit == Unit::Week && matches!(whole, Period::Year(_));
                let from = match (whole_weeks, nth < 0) {
                    (true, true) => Date::new(first.year(), 12, 28).ok()?,
                    (true, false) => Date::new(first.year(), 1, 4).ok()?,
                    _ => from,
                };
                period(Period::containing(from, unit).shift(by))
            }
            other => Some(other),
        },
        Meaning::LastDay(unit) => match now {
            Some(day) => period(Some(Period::Day(Period::containing(day, unit).span()?.1))),
            None => partial("XXXX-XX-XX".into()),
        },
        Meaning::Duration { amount, unit } => duration_value(amount, unit).map(Resolved::Duration),
        Meaning::Stretch { amount, unit, .. } => duration_value(amount, unit).map(Resolved::Duration),
        Meaning::Set(ref value) => Some(Resolved::Set(value.clone())),
        Meaning::Ref(value) => Some(Resolved::Ref(value)),
    }
}

/// The day that open dates are nearest to.
fn anchor_day(anchor: &Anchor) -> Option<Date> {
    if anchor.narrates() {
        anchor.told.and_then(Period::span).map(|(first, _)| first).or(anchor.published)
    } else {
        anchor.published
    }
}

fn year_of(year: YearOf, anchor: &Anchor) -> Option<i16> {
    match year {
        YearOf::Open => None,
        YearOf::Year(year) => Some(year),
        YearOf::Shift(by) => i16::try_from(i32::from(anchor.published?.year()) + by).ok(),
        YearOf::Step(by) => i16::try_from(i32::from(anchor.told_or_published()?.span()?.0.year()) + by).ok(),
    }
}

/// Of several periods the one nearest to a day; those against the tense count as farther.
fn nearest(periods: impl Iterator<Item = Period>, day: Date, tense: Tense) -> Option<Period> {
    let distance = |period: &Period| {
        let Some((first, last)) = period.span() else { return i64::MAX };
        let gap = |from: Date, to: Date| i64::from((to - from).get_days());
        if day < first {
            gap(day, first)
                * match tense {
                    Tense::Past => AGAINST_TENSE,
                    Tense::Open | Tense::Present => AGAINST_NEWS,
                    Tense::Future | Tense::Conditional => 1,
                }
        } else if last < day {
            gap(last, day) * if tense.is_ahead() { AGAINST_TENSE } else { 1 }
        } else {
            0
        }
    };
    periods.min_by_key(|period| (distance(period), Reverse(period.span().map(|span| span.0))))
}

/// The last one before a day, or the first one after it.
fn latest(day: Date, sign: i16, in_year: impl Fn(i16) -> Option<Period>) -> Option<Period> {
    let mut years: [i16; 3] = [day.year().checked_add(sign)?, day.year(), day.year().checked_sub(sign)?];
    years.reverse();
    let mut found = years
        .into_iter()
        .filter_map(in_year)
        .filter(|period| period.span().is_some_and(|(first, last)| if sign < 0 { last < day } else { first > day }));
    if sign < 0 { found.max_by_key(|period| period.span().map(|span| span.0)) } else { found.next() }
}

fn date(year: YearOf, month: Option<i8>, day: Option<i8>, tense: Tense, anchor: &Anchor) -> Option<Resolved> {
    let known = year_of(year, anchor);
    let period = match (known, month, day) {
        (Some(year), Some(month), Some(day)) => Period::Day(Date::new(year, month, day).ok()?),
        (Some(year), Some(month), None) => Period::Month(year, month),
        (Some(year), None, _) => Period::Year(year),
        (None, Some(month), day) => {
            let in_year = |year: i16| match day {
                Some(day) => Date::new(year, month, day).ok().map(Period::Day),
                None => Some(Period::Month(year, month)),
            };
            match anchor_day(anchor) {
                Some(near) if anchor.narrates() => {
                    // The story goes on: the year told of, unless that were a long way back.
                    let back = near.month() - month;
                    in_year(near.year() + i16::from(back >= 8)).or_else(|| in_year(near.year()))?
                }
                Some(near) => nearest((-4..=4).filter_map(|by| in_year(near.year().checked_add(by)?)), near, tense)?,
                None => {
                    // A leap year, so that 29 February counts.
                    in_year(2000)?;
                    return Some(Resolved::Partial(match day {
                        Some(day) => format!("XXXX-{month:02}-{day:02}"),
                        None => format!("XXXX-{month:02}"),
                    }));
                }
            }
        }
        (None, None, _) => return Some(Resolved::Partial("XXXX".into())),
    };
    Some(Resolved::Period(period))
}

fn weekday(number: i8, shift: Option<i32>, origin: Origin, tense: Tense, anchor: &Anchor) -> Option<Resolved> {
    // "Last Tuesday" looks back from now, in a story too.
    let told = origin == Origin::Told || shift.is_none() && anchor.narrates();
    let story = anchor.told.and_then(Period::span).map(|span| span.0);
    let base = if told { story.or(anchor.published) } else { anchor.published.or(story) };
    let Some(base) = base else { return Some(Resolved::Partial(format!("XXXX-WXX-{number}"))) };
    let today = base.weekday().to_monday_one_offset();
    let ahead = i32::from((number - today).rem_euclid(7));
    let back = i32::from((today - number).rem_euclid(7));
    let by = match shift {
        Some(7) => i32::from(number - today) + 7,
        Some(-7) => i32::from(number - today) - 7,
        Some(s) if s < 0 => {
            if back == 0 {
                -7
            } else {
                -back
            }
        }
        Some(s) if s > 0 => {
            if ahead == 0 {
                7
            } else {
                ahead
            }
        }
        Some(_) => {
            if tense == Tense::Past {
                -back
            } else {
                ahead
            }
        }
        None if told => ahead,
        None => match tense {
            Tense::Future => ahead,
            // Without a plain future, the day that was lately is meant before the one that is nearly a week away.
            Tense::Conditional | Tense::Present if back > LATELY => ahead,
            Tense::Open if ahead == 1 => ahead,
            _ => -back,
        },
    };
    add(base, days(by)?).map(|day| Resolved::Period(Period::Day(day)))
}

fn weekend(tense: Tense, anchor: &Anchor) -> Option<Resolved> {
    let Some(day) = anchor_day(anchor) else { return Some(Resolved::Partial("XXXX-WXX-WE".into())) };
    let this = Period::containing(day, Unit::Weekend);
    let started = day.weekday().to_monday_one_offset() >= 6;
    let period = if tense.is_ahead() || started { this } else { this.shift(-1)? };
    Some(Resolved::Period(period))
}

fn season_of(season: Season, year: YearOf, shift: Option<i32>, tense: Tense, anchor: &Anchor) -> Option<Resolved> {
    let in_year = |year: i16| Some(Period::Season(year, season));
    if let Some(year) = year_of(year, anchor) {
        return Some(Resolved::Period(in_year(year)?));
    }
    let Some(day) = anchor_day(anchor) else { return Some(Resolved::Partial(format!("XXXX-{}", season.code()))) };
    let period = match shift {
        Some(s) if s < 0 => latest(day, -1, in_year),
        Some(s) if s > 0 => latest(day, 1, in_year),
        _ if anchor.narrates() => in_year(day.year() + i16::from(season == Season::Winter && day.month() > 8)),
        _ => nearest((-1..=1).filter_map(|by| in_year(day.year().checked_add(by)?)), day, tense),
    };
    period.map(Resolved::Period)
}

fn shifted(unit: Unit, count: i32, origin: Origin, anchor: &Anchor) -> Option<Resolved> {
    let base = match origin {
        // In a story "this year" is the year told of.
        Origin::Now if count == 0 && anchor.narrates() => anchor.told.and_then(Period::span).map(|span| span.0),
        Origin::Now => anchor.published,
        Origin::Told if anchor.narrates() => anchor.told.and_then(Period::span).map(|span| span.0),
        Origin::Told => anchor.told_or_published().and_then(Period::span).map(|span| span.0),
    };
    let Some(base) = base else {
        return Some(Resolved::Partial(
            match unit {
                Unit::Day => "XXXX-XX-XX",
                Unit::Week => "XXXX-WXX",
                Unit::Weekend => "XXXX-WXX-WE",
                Unit::Month => "XXXX-XX",
                Unit::Quarter => "XXXX-QX",
                Unit::Decade => "XXX",
                Unit::Century => "XX",
                _ => "XXXX",
            }
            .into(),
        ));
    };
    Period::containing(base, unit).shift(count).map(Resolved::Period)
}

fn away(amount: f64, unit: Unit, sign: i32, origin: Origin, anchor: &Anchor) -> Option<Resolved> {
    let base = match origin {
        Origin::Now => anchor.published.map(Period::Day),
        Origin::Told => anchor.told_or_published(),
    };
    let open = || Some(Resolved::Duration(duration_value(Some(amount), unit)?));
    if unit.is_clock() {
        return open();
    }
    let Some((base, _)) = base.and_then(Period::span) else { return open() };
    if amount > 20_000.0 {
        return Some(Resolved::Ref(if sign < 0 { "PAST_REF" } else { "FUTURE_REF" }));
    }
    let (unit, steps) = match unit {
        Unit::Decade => (Unit::Year, amount * 10.0),
        Unit::Century => (Unit::Year, amount * 100.0),
        Unit::Fortnight => (Unit::Week, amount * 2.0),
        Unit::Night => (Unit::Day, amount),
        Unit::Year if amount.fract() != 0.0 => (Unit::Month, amount * 12.0),
        unit => (unit, amount),
    };
    Period::containing(base, unit).shift(sign * steps.round() as i32).map(Resolved::Period)
}

/// The value of a period with a time of day.
pub(super) fn at_clock(period: Period, clock: &str) -> Option<String> {
    match period {
        Period::Day(_) => Some(format!("{}T{clock}", period.value())),
        _ => None,
    }
}
