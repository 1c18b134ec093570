//! Times of day: clock times, noon, parts of the day; and the dates beside them.

use super::{Match, core};
use crate::grammar::Tag;
use crate::mention::time::atom::Joint;
use crate::mention::time::meaning::{Meaning, Origin};
use crate::mention::time::period::Unit;
use crate::mention::time::scan::Scan;
use crate::mention::time::sense::Sense;

/// A clock time: its text behind the `T`, and the atom after it.
pub(super) fn clock(scan: &Scan, at: usize) -> Option<(String, usize)> {
    if let Some(hour) = scan.find(at, |sense| match *sense {
        Sense::Clock(hour) => Some(hour),
        _ => None,
    }) {
        // "High Noon"
        return (!scan.named(at)).then(|| (format!("{hour:02}:00"), at + 1));
    }
    let (hour, minute, second, colon) = digits(scan.text(at)).or_else(|| {
        let (amount, next) = scan.amount(at)?;
        let hour = amount.filter(|hour| hour.fract() == 0.0 && (1.0..=12.0).contains(hour))?;
        (next == at + 1).then_some((hour as i8, None, None, false))
    })?;
    let mut next = at + 1;
    let meridian = scan.find(next, |sense| match *sense {
        Sense::Meridian { pm } => Some(pm),
        _ => None,
    });
    let mut hour = hour;
    if let Some(pm) = meridian {
        if !((1..=12).contains(&hour) || hour < 24 && colon) {
            return None;
        }
        next += 1;
        hour = if pm && hour < 12 {
            hour + 12
        } else if !pm && hour == 12 {
            0
        } else {
            hour
        };
    } else if scan.is(next, Sense::OClock) && (1..=12).contains(&hour) {
        next += 1;
    } else if let Some((code, skip)) = in_the_part(scan, next) {
        // "4 in the morning", "nine at night"
        if colon || (1..=12).contains(&hour) {
            next = skip;
            hour = if code != "MO" && hour < 12 { hour + 12 } else { hour };
        } else {
            return None;
        }
    } else if scan.unit(next) == Some((Unit::Hour, true)) && (colon || scan.get(at)?.digits == 4) {
        next += 1;
    } else if colon {
        // A score or a Bible verse has no zero before its minutes' tens, but neither has "10:30".
        if scan.joint(at) != Joint::Space || text_has_decimal(scan.text(at)) {
            return None;
        }
    } else {
        // "1900 GMT"
        let zone = zone(scan, next)?;
        if scan.get(at)?.digits != 4 {
            return None;
        }
        let value = hour_text(hour, minute, second, Some(zone.0));
        return Some((value, zone.1));
    }
    let zone = zone(scan, next);
    let after = zone.map_or(next, |(_, next)| next);
    Some((hour_text(hour, minute, second, zone.map(|(offset, _)| offset)), after))
}

fn text_has_decimal(text: &str) -> bool {
    text.contains(['.', ','])
}

fn hour_text(hour: i8, minute: Option<i8>, second: Option<i8>, zone: Option<&str>) -> String {
    let mut text = format!("{hour:02}:{:02}", minute.unwrap_or(0));
    if let Some(second) = second {
        text += &format!(":{second:02}");
    }
    text + zone.filter(|zone| *zone == "Z").unwrap_or("")
}

/// A time zone: its offset, and the atom after it.
fn zone<'s>(scan: &Scan<'_, 's>, at: usize) -> Option<(&'s str, usize)> {
    let inner = at + usize::from(scan.text(at) == "(");
    let offset = scan.find(inner, |sense| match *sense {
        Sense::Zone(offset) => Some(offset),
        _ => None,
    })?;
    let written = scan.text(inner);
    (written.len() > 5 || !written.bytes().any(|b| b.is_ascii_lowercase()))
        .then_some((offset, inner + 1))
        .filter(|_| inner == at)
}

/// "10:30", "10:30:15", "7", "430" (before a.m. and p.m.), "7.30", "1900": hour, minute, second, whether with a colon.
fn digits(text: &str) -> Option<(i8, Option<i8>, Option<i8>, bool)> {
    let part = |text: &str| (text.len() <= 2 && !text.is_empty()).then(|| text.parse::<i8>().ok()).flatten();
    let valid = |hour: i8, minute: i8| hour <= 24 && minute < 60;
    if !text.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    if let Some((hour, rest)) = text.split_once(':') {
        let (minute, second) = match rest.split_once(':') {
            Some((minute, second)) => (minute, Some(part(second).filter(|second| *second < 60)?)),
            None => (rest, None),
        };
        let (hour, minute) = (part(hour)?, part(minute).filter(|_| minute.len() == 2)?);
        return valid(hour, minute).then_some((hour, Some(minute), second, true));
    }
    if let Some((hour, minute)) = text.split_once('.') {
        let (hour, minute) = (part(hour)?, part(minute).filter(|_| minute.len() == 2)?);
        return valid(hour, minute).then_some((hour, Some(minute), None, false));
    }
    if !text.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    match text.len() {
        1 | 2 => part(text).filter(|hour| *hour <= 24).map(|hour| (hour, None, None, false)),
        3 | 4 => {
            let (hour, minute) = text.split_at(text.len() - 2);
            let (hour, minute) = (part(hour)?, part(minute)?);
            valid(hour, minute).then_some((hour, Some(minute), None, false))
        }
        _ => None,
    }
}

/// "in the morning", "at night", "Tuesday"-less; the part's code, and the atom after it.
fn in_the_part<'s>(scan: &Scan<'_, 's>, at: usize) -> Option<(&'s str, usize)> {
    let inner = if scan.is(at, Sense::In) && scan.is(at + 1, Sense::The) {
        at + 2
    } else if scan.is(at, Sense::At) {
        at + 1
    } else {
        return None;
    };
    let (code, _) = scan.part(inner)?;
    Some((code, inner + 1))
}

/// Whether a meaning is a day.
fn is_day(meaning: &Meaning) -> bool {
    match meaning {
        Meaning::Date { day, .. } => day.is_some(),
        Meaning::Weekday { .. } | Meaning::Day(_) | Meaning::DayOfMonth(_) | Meaning::HolidayOf { .. } => true,
        Meaning::Shift { unit, .. } => *unit == Unit::Day,
        Meaning::Away { unit, .. } | Meaning::Told(unit) => *unit == Unit::Day,
        _ => false,
    }
}

/// A part of the day or a clock time behind a date: "Tuesday morning", "Sat, 7pm", "Wednesday at 10 p.m.".
pub(super) fn behind(scan: &Scan, found: &mut Match) {
    if found.clock.is_some() || !is_day(&found.meaning) {
        return;
    }
    let next = found.next;
    let stage = scan.skip(next, Sense::Stage);
    let part = scan.part(stage).filter(|_| scan.joint(next) == Joint::Space && scan.parts(stage).is_none());
    if let Some((code, _)) = part {
        found.clock = Some(code.to_string());
        found.next = stage + 1;
    }
    let comma = scan.skip(found.next, Sense::Comma);
    if let Some((clock, next)) = clock(scan, scan.skip(comma, Sense::Hedge)) {
        found.clock = Some(clock);
        found.next = next;
    }
}

/// "the morning of April 19", "the night of …".
pub(super) fn part_before(scan: &Scan, at: usize) -> Option<Match> {
    let the = scan.skip(at, Sense::The);
    let stage = scan.skip(the, Sense::Stage);
    let (code, _) = scan.part(stage)?;
    let inner = scan.skip(scan.skip(stage + 1, Sense::Of), Sense::On);
    if inner == stage + 1 {
        return None;
    }
    let mut found = core(scan, scan.skip(inner, Sense::The)).filter(|found| is_day(&found.meaning))?;
    // "the early hours of Thursday morning"
    found.next += usize::from(scan.part(found.next).is_some() && scan.joint(found.next) == Joint::Space);
    found.clock = Some(code.to_string());
    found.rule = "time.part_of_day";
    Some(found)
}

/// A clock time and the date behind it: "10 p.m. Wednesday", "5 p.m. EST, Nov. 6", "noon on Thursday".
pub(super) fn with_date(scan: &Scan, at: usize) -> Option<Match> {
    let start = scan.skip(at, Sense::Hedge);
    let (value, next) = match clock(scan, start) {
        Some(found) => found,
        None => {
            // "mid-afternoon yesterday", "late afternoon Friday", "early morning"
            let stage = scan.skip(start, Sense::Stage);
            let (code, _) = scan.part(stage)?;
            (code.to_string(), stage + 1)
        }
    };
    let comma = scan.skip(next, Sense::Comma);
    let on = scan.skip(comma, Sense::On);
    let found = core(scan, on).filter(|found| is_day(&found.meaning) && found.rule != "date.digits_day");
    if let Some(found) = found.filter(|found| found.clock.is_none()) {
        // "11 a.m. on 11 November" is two expressions; the second one tells the first one's day.
        let next = if on > comma { next } else { found.next };
        return Some(Match { clock: Some(value), next, rule: "time.clock_date", ..found });
    }
    None
}

/// A time of day without a date: "10:30", "noon", "tonight", "last night", "this morning", "the morning".
pub(super) fn moment(scan: &Scan, at: usize) -> Option<Match> {
    let here = |clock: String, next: usize, rule: &'static str| {
        let meaning = Meaning::Told(Unit::Day);
        Some(Match { meaning, clock: Some(clock), next, rule })
    };
    let days = |count: i32, clock: &str, next: usize, rule: &'static str| {
        Some(Match { meaning: Meaning::Day(count), clock: Some(clock.to_string()), next, rule })
    };
    if let Some(night) = scan.find(at, |sense| match *sense {
        Sense::Night(night) => Some(night),
        _ => None,
    }) {
        let meaning = if night == 1 { Meaning::Day(0) } else { Meaning::Overnight };
        let rule = if night == 1 { "time.tonight" } else { "time.overnight" };
        return Some(Match { meaning, clock: Some("NI".to_string()), next: at + 1, rule });
    }
    let stage = scan.skip(scan.skip(at, Sense::The), Sense::Stage);
    let lead = if stage > at && scan.shift(stage).is_some() && !scan.is(at, Sense::The) { stage } else { at };
    if let (Some(shift), Some((code, _))) = (scan.shift(lead), scan.part(lead + 1)) {
        let past = scan.is(lead, Sense::Past);
        return (!past).then(|| days(shift, code, lead + 2, "time.this_part")).flatten();
    }
    if let (true, Some((code, _))) = (scan.is(lead, Sense::Same), scan.part(lead + 1)) {
        return here(code.to_string(), lead + 2, "time.that_part");
    }
    // "the next morning", "early the following evening"
    let the = scan.skip(scan.skip(at, Sense::Stage), Sense::The);
    if let (Some(step), Some((code, _))) =
        (scan.step(the).or_else(|| scan.shift(the).filter(|_| the > at)), scan.part(the + 1))
    {
        let meaning = Meaning::Shift { unit: Unit::Day, count: step, origin: Origin::Told };
        return Some(Match { meaning, clock: Some(code.to_string()), next: the + 2, rule: "time.next_part" });
    }
    let the = scan.skip(at, Sense::The);
    let start = scan.skip(at, Sense::Hedge);
    if let Some((clock, next)) = clock(scan, start) {
        // Midnight by itself is the day's beginning, "midnight Friday" its end.
        let clock = if clock == "24:00" { "00:00".to_string() } else { clock };
        return here(clock, next, "time.clock");
    }
    // "in the evening", "mid-afternoon", "night": a part of the day told of
    let stage = scan.skip(the, Sense::Stage);
    let (code, sure) = scan.part(stage)?;
    let word = scan.tag(stage);
    (sure && word != Tag::NNP && (stage > at || bare_part(scan, stage)))
        .then(|| here(code.to_string(), stage + 1, "time.part"))
        .flatten()
}

/// Whether a part of the day stands alone: not "night club", "morning paper".
fn bare_part(scan: &Scan, at: usize) -> bool {
    let next = scan.tag(at + 1);
    let lead = at.checked_sub(1);
    !next.is_noun()
        && scan.joint(at + 1) == Joint::Space
        && lead.is_some_and(|lead| scan.is(lead, Sense::At) || scan.is(lead, Sense::By) || scan.is(lead, Sense::Prep))
}
