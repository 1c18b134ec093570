//! Stretches of the calendar: a day, a week, a month … with their TIMEX3 value and their first and last day.

use jiff::civil::{Date, ISOWeekDate, Weekday};
use jiff::{Span, ToSpan};

/// A unit of calendar or clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Century,
    Decade,
    Year,
    HalfYear,
    Quarter,
    Month,
    Fortnight,
    Week,
    Weekend,
    Day,
    Night,
    Hour,
    Minute,
    Second,
    /// A period, a while: no unit of its own.
    While,
}

impl Unit {
    /// The unit of that code in the lexicon.
    pub fn parse(code: &str) -> Option<Unit> {
        use Unit::*;
        Some(match code {
            "C" => Century,
            "E" => Decade,
            "Y" => Year,
            "HY" => HalfYear,
            "Q" => Quarter,
            "M" => Month,
            "F" => Fortnight,
            "W" => Week,
            "WE" => Weekend,
            "D" => Day,
            "N" => Night,
            "TH" => Hour,
            "TM" => Minute,
            "TS" => Second,
            "X" => While,
            _ => return None,
        })
    }

    /// Whether it is shorter than a year.
    pub fn is_short(self) -> bool {
        !matches!(self, Unit::Century | Unit::Decade | Unit::Year | Unit::While)
    }

    /// Whether it is a part of a day.
    pub fn is_clock(self) -> bool {
        matches!(self, Unit::Hour | Unit::Minute | Unit::Second)
    }
}

/// A season, by the northern year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Season {
    Spring,
    Summer,
    Fall,
    Winter,
}

impl Season {
    pub fn parse(code: &str) -> Option<Season> {
        Some(match code {
            "SP" => Season::Spring,
            "SU" => Season::Summer,
            "FA" => Season::Fall,
            "WI" => Season::Winter,
            _ => return None,
        })
    }

    pub fn code(self) -> &'static str {
        ["SP", "SU", "FA", "WI"][self as usize]
    }
}

/// A stretch of the calendar. Years are astronomical (0 is 1 B.C.).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Period {
    Day(Date),
    /// ISO year and week.
    Week(i16, i8),
    Weekend(i16, i8),
    Month(i16, i8),
    Quarter(i16, i8),
    Half(i16, i8),
    Season(i16, Season),
    Year(i16),
    /// Its first year.
    Decade(i16),
    /// From one day to another.
    Span(Date, Date),
    /// Its first year, as the hundreds stand: 1900 for the twentieth century.
    Century(i16),
}

impl Period {
    /// The period of a unit that holds this day. Units below the day give the day.
    pub fn containing(day: Date, unit: Unit) -> Period {
        let week = day.iso_week_date();
        let year = day.year();
        match unit {
            Unit::Century => Period::Century(year - year.rem_euclid(100)),
            Unit::Decade => Period::Decade(year - year.rem_euclid(10)),
            Unit::Year => Period::Year(year),
            Unit::HalfYear => Period::Half(year, 1 + (day.month() - 1) / 6),
            Unit::Quarter => Period::Quarter(year, 1 + (day.month() - 1) / 3),
            Unit::Month => Period::Month(year, day.month()),
            Unit::Week | Unit::Fortnight => Period::Week(week.year(), week.week()),
            Unit::Weekend => Period::Weekend(week.year(), week.week()),
            _ => Period::Day(day),
        }
    }

    /// Its size.
    pub fn unit(self) -> Unit {
        match self {
            Period::Day(_) => Unit::Day,
            Period::Span(..) => Unit::While,
            Period::Week(..) => Unit::Week,
            Period::Weekend(..) => Unit::Weekend,
            Period::Month(..) => Unit::Month,
            Period::Quarter(..) | Period::Season(..) => Unit::Quarter,
            Period::Half(..) => Unit::HalfYear,
            Period::Year(_) => Unit::Year,
            Period::Decade(_) => Unit::Decade,
            Period::Century(_) => Unit::Century,
        }
    }

    /// First and last day; `None` beyond the calendar.
    pub fn span(self) -> Option<(Date, Date)> {
        let months = |year: i16, month: i8, count: i64| {
            let first = Date::new(year, month, 1).ok()?;
            Some((first, add(first, count.months())?.yesterday().ok()?))
        };
        match self {
            Period::Day(day) => Some((day, day)),
            Period::Span(first, last) => Some((first, last)),
            Period::Week(year, week) => {
                let first = ISOWeekDate::new(year, week, Weekday::Monday).ok()?.date();
                Some((first, add(first, 6.days())?))
            }
            Period::Weekend(year, week) => {
                let first = ISOWeekDate::new(year, week, Weekday::Saturday).ok()?.date();
                Some((first, add(first, 1.days())?))
            }
            Period::Month(year, month) => months(year, month, 1),
            Period::Quarter(year, quarter) => months(year, quarter * 3 - 2, 3),
            Period::Half(year, half) => months(year, half * 6 - 5, 6),
            Period::Season(year, season) => match season {
                Season::Spring => months(year, 3, 3),
                Season::Summer => months(year, 6, 3),
                Season::Fall => months(year, 9, 3),
                // The winter of a year is the one that ends in it: January and February tell its year.
                Season::Winter => months(year.checked_sub(1)?, 12, 3),
            },
            Period::Year(year) => months(year, 1, 12),
            Period::Decade(year) => Some((months(year, 1, 1)?.0, months(year.checked_add(9)?, 12, 1)?.1)),
            Period::Century(year) => Some((months(year, 1, 1)?.0, months(year.checked_add(99)?, 12, 1)?.1)),
        }
    }

    /// The period of the same size `count` steps on.
    pub fn shift(self, count: i32) -> Option<Period> {
        let years = |year: i16, by: i32| i16::try_from(i32::from(year) + by).ok();
        let parts = |year: i16, part: i8, of: i32| {
            let total = i32::from(year).checked_mul(of)?.checked_add(i32::from(part) - 1)?.checked_add(count)?;
            Some((i16::try_from(total.div_euclid(of)).ok()?, total.rem_euclid(of) as i8 + 1))
        };
        if count.abs() > 20_000_000 {
            return None;
        }
        Some(match self {
            Period::Day(day) => Period::Day(add(day, days(count)?)?),
            Period::Span(..) => return None,
            Period::Week(..) => Period::containing(add(self.span()?.0, days(count.checked_mul(7)?)?)?, Unit::Week),
            Period::Weekend(..) => {
                Period::containing(add(self.span()?.0, days(count.checked_mul(7)?)?)?, Unit::Weekend)
            }
            Period::Month(year, month) => parts(year, month, 12).map(|(y, m)| Period::Month(y, m))?,
            Period::Quarter(year, quarter) => parts(year, quarter, 4).map(|(y, q)| Period::Quarter(y, q))?,
            Period::Half(year, half) => parts(year, half, 2).map(|(y, h)| Period::Half(y, h))?,
            Period::Season(year, season) => Period::Season(years(year, count)?, season),
            Period::Year(year) => Period::Year(years(year, count)?),
            Period::Decade(year) => Period::Decade(years(year, count.checked_mul(10)?)?),
            Period::Century(year) => Period::Century(years(year, count.checked_mul(100)?)?),
        })
    }

    /// The TIMEX3 value.
    pub fn value(self) -> String {
        match self {
            Period::Span(first, last) => format!("{}/{}", Period::Day(first).value(), Period::Day(last).value()),
            Period::Day(day) => format!("{}-{:02}-{:02}", year_text(day.year()), day.month(), day.day()),
            Period::Week(year, week) => format!("{}-W{week:02}", year_text(year)),
            Period::Weekend(year, week) => format!("{}-W{week:02}-WE", year_text(year)),
            Period::Month(year, month) => format!("{}-{month:02}", year_text(year)),
            Period::Quarter(year, quarter) => format!("{}-Q{quarter}", year_text(year)),
            Period::Half(year, half) => format!("{}-H{half}", year_text(year)),
            Period::Season(year, season) => format!("{}-{}", year_text(year), season.code()),
            Period::Year(year) => year_text(year),
            Period::Decade(year) if year >= 0 => format!("{:03}", year / 10),
            Period::Decade(year) => format!("BC{:03}", (1 - i32::from(year)) / 10),
            Period::Century(year) if year >= 0 => format!("{:02}", year / 100),
            Period::Century(year) => format!("BC{:02}", (-i32::from(year) - 1) / 100),
        }
    }
}

/// A year as TIMEX3 writes it: four digits, `BC` before those of the years before Christ.
pub(super) fn year_text(year: i16) -> String {
    if year > 0 { format!("{year:04}") } else { format!("BC{:04}", 1 - i32::from(year)) }
}

/// A day plus a span; `None` beyond the calendar.
pub(super) fn add(day: Date, span: Span) -> Option<Date> {
    day.checked_add(span).ok()
}

/// So many days; `None` where no calendar is that long.
pub(super) fn days(count: i32) -> Option<Span> {
    Span::new().try_days(i64::from(count)).ok()
}

/// A weekday by its ISO number, 1 for Monday.
pub(super) fn weekday(number: i8) -> Weekday {
    Weekday::from_monday_one_offset(number).unwrap_or(Weekday::Monday)
}
