//! The days that holidays fall on, from the rules in the lexicon.
//!
//! A rule is one of `fixed M-D`, `nth M WEEKDAY N` (N counts from the end where negative), `easter OFFSET` (days from
//! Easter Sunday), `orthodox OFFSET`, `islamic M-D` (tabular calendar), `election` (first Tuesday after the first
//! Monday of November) and `once YYYY-MM-DD` (one day of history).

use super::period::{add, days, weekday};
use jiff::ToSpan;
use jiff::civil::Date;

/// How the day of a holiday is found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Holiday {
    Fixed(i8, i8),
    /// Month, weekday, which.
    Nth(i8, i8, i8),
    Easter(i16),
    Orthodox(i16),
    Islamic(i8, i8),
    Election,
    /// One day of history: "9/11".
    Once(Date),
}

impl Holiday {
    /// Reads a rule.
    pub fn parse(text: &str) -> Option<Holiday> {
        let mut words = text.split(' ');
        let kind = words.next()?;
        if kind == "once" {
            return words.next()?.parse().ok().map(Holiday::Once);
        }
        let mut number = || words.next()?.parse::<i16>().ok();
        let mut small = || number().and_then(|n| i8::try_from(n).ok());
        Some(match kind {
            "fixed" => Holiday::Fixed(small()?, small()?),
            "nth" => Holiday::Nth(small()?, small()?, small()?),
            "easter" => Holiday::Easter(number()?),
            "orthodox" => Holiday::Orthodox(number()?),
            "islamic" => Holiday::Islamic(small()?, small()?),
            "election" => Holiday::Election,
            _ => return None,
        })
    }

    /// The day in that year.
    pub fn in_year(self, year: i16) -> Option<Date> {
        match self {
            Holiday::Fixed(month, day) => Date::new(year, month, day).ok(),
            Holiday::Nth(month, day, nth) => {
                Date::new(year, month, 1).ok()?.nth_weekday_of_month(nth, weekday(day)).ok()
            }
            Holiday::Easter(offset) => add(easter(year)?, days(i32::from(offset))?),
            Holiday::Orthodox(offset) => add(orthodox_easter(year)?, days(i32::from(offset))?),
            Holiday::Islamic(month, day) => islamic(year, month, day),
            Holiday::Once(day) => Some(day),
            Holiday::Election => add(Date::new(year, 11, 1).ok()?.nth_weekday_of_month(1, weekday(1)).ok()?, 1.days()),
        }
    }
}

/// Easter Sunday of the western churches, by the anonymous Gregorian computus (Meeus, Jones, Butcher).
pub(super) fn easter(year: i16) -> Option<Date> {
    if year < 1583 {
        return None;
    }
    let y = i32::from(year);
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let total = h + l - 7 * m + 114;
    Date::new(year, (total / 31) as i8, (total % 31 + 1) as i8).ok()
}

/// Easter Sunday of the eastern churches: Meeus' Julian rule, and the days between the calendars.
pub(super) fn orthodox_easter(year: i16) -> Option<Date> {
    if year < 1583 {
        return None;
    }
    let y = i32::from(year);
    let d = (19 * (y % 19) + 15) % 30;
    let e = (2 * (y % 4) + 4 * (y % 7) - d + 34) % 7;
    let total = d + e + 114;
    let julian = Date::new(year, (total / 31) as i8, (total % 31 + 1) as i8).ok()?;
    add(julian, days(y / 100 - y / 400 - 2)?)
}

/// The day of the tabular Islamic calendar (leap years 2, 5, 7, 10, 13, 16, 18, 21, 24, 26, 29 of thirty) that falls in
/// a Gregorian year; the first where two do. Sightings of the moon may differ by a day.
pub(super) fn islamic(year: i16, month: i8, day: i8) -> Option<Date> {
    // 1 Muharram 1 A.H. is 16 July 622 of the Julian, 19 July of the Gregorian calendar.
    let epoch = Date::new(622, 7, 19).ok()?;
    let about = (i32::from(year) - 622) * 33 / 32;
    (about - 1..=about + 2).filter(|hijri| *hijri >= 1).find_map(|hijri| {
        let whole = (hijri - 1) * 354 + (3 + 11 * hijri) / 30;
        let months = (59 * (i32::from(month) - 1) + 1) / 2;
        let date = add(epoch, days(whole + months + i32::from(day) - 1)?)?;
        (date.year() == year).then_some(date)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn movable_feasts() {
        for (year, month, day) in [(2024, 3, 31), (2025, 4, 20), (2000, 4, 23), (1961, 4, 2), (2038, 4, 25)] {
            assert_eq!(easter(year), Some(date(year, month, day)));
        }
        for (year, month, day) in [(2024, 5, 5), (2025, 4, 20), (2021, 5, 2)] {
            assert_eq!(orthodox_easter(year), Some(date(year, month, day)));
        }
        // Ramadan of 1445, Eid al-Fitr, Eid al-Adha.
        assert_eq!(islamic(2024, 9, 1), Some(date(2024, 3, 11)));
        assert_eq!(islamic(2024, 10, 1), Some(date(2024, 4, 10)));
        assert_eq!(islamic(2024, 12, 10), Some(date(2024, 6, 17)));
        assert_eq!(Holiday::parse("nth 11 4 4").and_then(|h| h.in_year(1999)), Some(date(1999, 11, 25)));
        assert_eq!(Holiday::Election.in_year(2024), Some(date(2024, 11, 5)));
        assert_eq!(Holiday::Nth(5, 1, -1).in_year(2024), Some(date(2024, 5, 27)));
    }
}
