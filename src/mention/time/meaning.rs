//! What the rules understand, before it is resolved against a calendar.

use super::holiday::Holiday;
use super::period::{Season, Unit};

/// A number of units; `None` for "several".
pub(super) type Amount = Option<f64>;

/// Which year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum YearOf {
    /// Not said.
    Open,
    Year(i16),
    /// Last, this or next year, from now.
    Shift(i32),
    /// From the year told of: that year, the following year.
    Step(i32),
}

/// Where a count of units starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Origin {
    /// The article's day.
    Now,
    /// The time the text tells of.
    Told,
}

/// An expression's meaning.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Meaning {
    /// A day or month or year with what is said of it.
    Date {
        year: YearOf,
        month: Option<i8>,
        day: Option<i8>,
        weekday: Option<i8>,
    },
    /// A weekday: last, this, next, or by the verb's tense.
    Weekday {
        day: i8,
        shift: Option<i32>,
        origin: Origin,
    },
    /// A month: last March.
    MonthShift {
        month: i8,
        shift: i32,
    },
    Day(i32),
    /// The night before or after the day of publication, by the tense.
    Overnight,
    Quarter {
        quarter: i8,
        year: YearOf,
    },
    Half {
        half: i8,
        year: YearOf,
    },
    SeasonOf {
        season: Season,
        year: YearOf,
        shift: Option<i32>,
    },
    Decade {
        year: i16,
        century: bool,
    },
    Century {
        number: i16,
        before_christ: bool,
    },
    HolidayOf {
        holiday: Holiday,
        year: YearOf,
        shift: Option<i32>,
    },
    IslamicMonth {
        month: i8,
        year: YearOf,
    },
    /// This, last, next unit.
    Shift {
        unit: Unit,
        count: i32,
        origin: Origin,
    },
    /// Units ago, earlier, later.
    Away {
        amount: f64,
        unit: Unit,
        sign: i32,
        origin: Origin,
    },
    /// Units before or after another date: "two days after Christmas".
    Offset {
        amount: f64,
        unit: Unit,
        sign: i32,
        base: Box<Meaning>,
    },
    /// A year before the quarter (or year) told of.
    YearAgo,
    /// The unit told of: the quarter, that year.
    Told(Unit),
    /// The day of that month number: "the 13th".
    DayOfMonth(i8),
    /// Week that holds a date.
    WeekOf(Box<Meaning>),
    /// A unit within a period: "the last week of August". Counted from its end where negative.
    PartOf {
        nth: i32,
        unit: Unit,
        whole: Box<Meaning>,
    },
    /// The last day of a period: year-end.
    LastDay(Unit),
    Duration {
        amount: Amount,
        unit: Unit,
    },
    /// A length up to the day of publication, or from it: "the past three days".
    Stretch {
        amount: Amount,
        unit: Unit,
        sign: i32,
    },
    /// The quarter told of, in another year: "the 1988 period".
    QuarterIn(YearOf),
    /// The quarter that ends on a date.
    QuarterEnded(Box<Meaning>),
    Set(String),
    Ref(&'static str),
}

impl Meaning {
    /// Whether the tense of the verb beside it can say more.
    pub fn leans_on_tense(&self) -> bool {
        match self {
            Meaning::Date { year: YearOf::Year(_), .. }
            | Meaning::MonthShift { .. }
            | Meaning::Day(_)
            | Meaning::Decade { .. }
            | Meaning::Century { .. }
            | Meaning::Shift { .. }
            | Meaning::Away { .. }
            | Meaning::YearAgo
            | Meaning::Duration { .. }
            | Meaning::Stretch { .. }
            | Meaning::Set(_) => false,
            Meaning::Told(unit) => *unit == Unit::Weekend,
            Meaning::Ref(value) => *value == "FUTURE_REF",
            _ => true,
        }
    }
}

/// A meaning with a time of day.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Reading {
    pub meaning: Meaning,
    /// What stands behind the `T` of the value: "22:00", "MO".
    pub clock: Option<String>,
    /// Atoms, first and past last.
    pub atoms: (usize, usize),
    pub rule: &'static str,
}
