//! Lengths of time: their TIMEX3 values, and the days of those that end or begin today.

use super::anchor::Anchor;
use super::meaning::{Amount, Meaning};
use super::period::{Unit, add, days};
use jiff::civil::Date;

/// The first and last day of a stretch that ends or begins on the day of publication.
pub(super) fn stretch(meaning: &Meaning, anchor: &Anchor) -> Option<(Date, Date)> {
    let Meaning::Stretch { amount: Some(amount), unit, sign } = *meaning else { return None };
    let today = anchor.published.filter(|_| !anchor.narrates() && amount < 20_000.0)?;
    let count = sign * amount.ceil() as i32;
    let other = match unit {
        Unit::Hour => add(today, days(sign * (amount / 24.0).ceil() as i32)?)?,
        Unit::Minute | Unit::Second => today,
        Unit::Day | Unit::Night => add(today, days(count)?)?,
        Unit::Week | Unit::Weekend => add(today, days(count * 7)?)?,
        Unit::Fortnight => add(today, days(count * 14)?)?,
        Unit::Month | Unit::Quarter | Unit::HalfYear | Unit::Year | Unit::Decade | Unit::Century => {
            let months = match unit {
                Unit::Month => 1,
                Unit::Quarter => 3,
                Unit::HalfYear => 6,
                Unit::Year => 12,
                Unit::Decade => 120,
                _ => 1200,
            };
            add(today, jiff::Span::new().try_months(i64::from(count) * months).ok()?)?
        }
        Unit::While => return None,
    };
    Some(if sign < 0 { (other, today) } else { (today, other) })
}

/// The TIMEX3 value of a length: `P2Y`, `PT48H`, `PXM`. `None` where it is no length.
pub(super) fn duration_value(amount: Amount, unit: Unit) -> Option<String> {
    let (factor, code) = match unit {
        Unit::Century if amount.is_none() => (1.0, "PC"),
        Unit::Century => (100.0, "PY"),
        Unit::Decade if amount.is_none() => (1.0, "PE"),
        Unit::Decade => (10.0, "PY"),
        Unit::Year => (1.0, "PY"),
        Unit::HalfYear => (6.0, "PM"),
        Unit::Quarter => (1.0, "PQ"),
        Unit::Month => (1.0, "PM"),
        Unit::Fortnight => (2.0, "PW"),
        Unit::Week => (1.0, "PW"),
        Unit::Weekend => (1.0, "PWE"),
        Unit::Day => (1.0, "PD"),
        Unit::Night => (1.0, "PD"),
        Unit::Hour => (1.0, "PTH"),
        Unit::Minute => (1.0, "PTM"),
        Unit::Second => (1.0, "PTS"),
        Unit::While => return Some("PXX".into()),
    };
    let (head, tail) = match code.strip_prefix("PT") {
        Some(tail) => ("PT", tail),
        None => ("P", &code[1..]),
    };
    let Some(amount) = amount.map(|amount| amount * factor) else { return Some(format!("{head}X{tail}")) };
    if !(0.0..1e12).contains(&amount) {
        return None;
    }
    let whole = amount.trunc();
    if amount.fract() == 0.5
        && let Some(rest) = match (head, tail) {
            ("P", "Y") => Some("6M"),
            ("PT", "H") => Some("30M"),
            ("PT", "M") => Some("30S"),
            ("P", "D") => Some("T12H"),
            _ => None,
        }
    {
        return Some(if whole == 0.0 {
            if rest.starts_with('T') { format!("P{rest}") } else { format!("{head}{rest}") }
        } else {
            format!("{head}{whole}{tail}{rest}")
        });
    }
    Some(format!("{head}{amount}{tail}"))
}
