//! Dates in digits: "2024-03-23", "3/23/2024", "23.03.2024", "2024-03-23T10:30".
//!
//! With slashes the month is first, as in the United States, unless it cannot be; with points the day is first. A day
//! and a month alone ("3/23") are taken only with slashes and a number that is no common fraction.

use super::Match;
use crate::mention::time::meaning::{Meaning, YearOf};
use crate::mention::time::scan::{Scan, century_of};
use crate::mention::time::sense::Sense;

/// A date in digits.
pub(super) fn numeric(scan: &Scan, at: usize) -> Option<Match> {
    let text = scan.text(at);
    // "9/11" has a date of its own.
    if scan.find(at, |sense| matches!(sense, Sense::Holiday(_)).then_some(())).is_some() {
        return None;
    }
    if !(4..=20).contains(&text.len()) || !text.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let separator = text.chars().find(|c| !c.is_ascii_digit())?;
    if !matches!(separator, '-' | '/' | '.') {
        return None;
    }
    let mut parts = text.split(separator);
    let mut number = || {
        let part = parts.next()?;
        let plain = (1..=4).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        if plain { Some((part.parse::<i16>().ok()?, part.len())) } else { None }
    };
    let (first, second, third) = (number()?, number()?, number());
    if parts.next().is_some() || third.is_none() && text.matches(separator).count() > 1 {
        return None;
    }
    let date = |year: YearOf, month: i16, day: Option<i16>| {
        let month = i8::try_from(month).ok().filter(|month| (1..=12).contains(month))?;
        let day = match day {
            Some(day) => Some(i8::try_from(day).ok().filter(|day| (1..=31).contains(day))?),
            None => None,
        };
        Match::new(Meaning::Date { year, month: Some(month), day, weekday: None }, at + 1, "date.digits")
    };
    let year = |(year, digits): (i16, usize)| match digits {
        4 if (1000..2200).contains(&year) => Some(YearOf::Year(year)),
        2 => Some(YearOf::Year(century_of(year as i8))),
        _ => None,
    };
    match third {
        Some(third) if first.1 == 4 => date(year(first)?, second.0, Some(third.0)),
        Some(third) => {
            let year = year(third).filter(|_| separator != '.' || third.1 == 4)?;
            let day_first = separator == '.' || first.0 > 12;
            if day_first { date(year, second.0, Some(first.0)) } else { date(year, first.0, Some(second.0)) }
        }
        // "2024-03", never "1990-12" for a span of years: the second part would be larger than 12.
        None if separator == '-' && first.1 == 4 && second.1 == 2 => date(year(first)?, second.0, None),
        None if separator == '/' && first.0 <= 12 && second.0 > 9 && second.1 == 2 => {
            date(YearOf::Open, first.0, Some(second.0)).filter(|_| second.0 <= 31)
        }
        None => None,
    }
}
