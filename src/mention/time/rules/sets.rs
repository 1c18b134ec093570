//! Times that come again: "every Friday", "each year", "daily", "Tuesday nights".

use super::{Match, duration, lists};
use crate::grammar::Tag;
use crate::mention::time::length::duration_value;
use crate::mention::time::meaning::Meaning;
use crate::mention::time::scan::Scan;
use crate::mention::time::sense::Sense;

/// "Tuesday nights"; "Monday" in "Monday and Tuesday nights".
pub(super) fn weekday_parts(scan: &Scan, at: usize) -> Option<Match> {
    let (day, _, _) = scan.weekday(at)?;
    let other = lists::joined(scan, at + 1).filter(|&other| scan.weekday(other).is_some());
    let (parts, next) = other.map_or((at + 1, at + 2), |other| (other + 1, at + 1));
    Match::new(Meaning::Set(format!("XXXX-WXX-{day}T{}", scan.parts(parts)?)), next, "set.weekday_parts")
}

/// A set of times.
pub(super) fn set(scan: &Scan, at: usize) -> Option<Match> {
    let set = |value: String, next: usize, rule: &'static str| Match::new(Meaning::Set(value), next, rule);
    // "daily life" is a set; a "quarterly dividend" or an "annual report" is a kind of dividend or report.
    let common = |value: &str| matches!(value, "P1D" | "P1W");
    if let Some(value) = scan
        .find(at, |sense| match *sense {
            Sense::Set(value) => Some(value),
            _ => None,
        })
        .filter(|value| common(value) || !scan.tag(at + 1).is_noun() && scan.tag(at + 1) != Tag::JJ)
        // "8.5% annually", "10,000 units annually"
        .filter(|value| common(value) || !duration::rate(scan, at))
    {
        return set(value.to_string(), at + 1, "set.adverb");
    }
    let other = scan.is(at, Sense::EveryOther);
    if !other && !scan.is(at, Sense::Each) {
        return None;
    }
    let next = scan.skip(at + 1, Sense::Whole);
    if let Some((unit, false)) = scan.unit(next) {
        return set(duration_value(Some(if other { 2.0 } else { 1.0 }), unit)?, next + 1, "set.every_unit");
    }
    if let Some((day, _, _)) = scan.weekday(next) {
        return Some(match scan.part(next + 1) {
            Some((code, _)) => set(format!("XXXX-WXX-{day}T{code}"), next + 2, "set.every_weekday")?,
            None => set(format!("XXXX-WXX-{day}"), next + 1, "set.every_weekday")?,
        });
    }
    if let Some((month, _)) = scan.month(next) {
        return set(format!("XXXX-{month:02}"), next + 1, "set.every_month");
    }
    if let Some((season, _)) = scan.season(next) {
        return set(format!("XXXX-{}", season.code()), next + 1, "set.every_season");
    }
    if let Some((code, _)) = scan.part(next) {
        return set(format!("XXXX-XX-XXT{code}"), next + 1, "set.every_part");
    }
    let (amount, after) = scan.amount(next)?;
    let (unit, _) = scan.unit(after).filter(|_| amount.is_some())?;
    set(duration_value(amount, unit)?, after + 1, "set.every_units")
}
