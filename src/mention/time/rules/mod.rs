//! The rules: each looks at the atoms from one place on and says what it understands, up to where.
//!
//! Of the rules that match at a place the longest match wins, the earlier rule where two are equal.

mod bare;
mod calendar;
mod clock;
mod duration;
pub(super) mod lists;
mod numeric;
mod relative;
mod sets;
mod vague;

use super::atom::Joint;
use super::meaning::{Meaning, Reading};
use super::scan::Scan;
use super::sense::Sense;
use crate::grammar::Tag;

/// What a rule found: the meaning, the atom after it, and the rule's name.
pub(super) struct Match {
    pub meaning: Meaning,
    pub clock: Option<String>,
    pub next: usize,
    pub rule: &'static str,
}

impl Match {
    fn new(meaning: Meaning, next: usize, rule: &'static str) -> Option<Match> {
        Some(Match { meaning, clock: None, next, rule })
    }
}

type Rule = fn(&Scan, usize) -> Option<Match>;

/// The rules for days and longer.
const DATES: [Rule; 11] = [
    relative::part_of,
    lists::day_behind,
    lists::day_ahead,
    lists::short_year,
    numeric::numeric,
    calendar::date,
    calendar::fraction_of_year,
    relative::relative,
    relative::told,
    calendar::era,
    relative::away,
];

/// The rest, but for lengths of time.
const OTHERS: [Rule; 4] = [vague::reference, clock::moment, bare::bare, bare::adjective];

/// The longest of several rules' matches.
fn longest(rules: &[Rule], scan: &Scan, at: usize) -> Option<Match> {
    let mut best: Option<Match> = None;
    for found in rules.iter().filter_map(|rule| rule(scan, at)) {
        if best.as_ref().is_none_or(|best| found.next > best.next) {
            best = Some(found);
        }
    }
    best
}

/// A date without its time of day or what stands before it.
fn core(scan: &Scan, at: usize) -> Option<Match> {
    longest(&DATES, scan, at)
}

/// What begins at an atom.
pub(super) enum Read {
    Nothing,
    /// "24-year-old", "nineteen years old": the atom behind it.
    Age(usize),
    Expression(Reading),
}

/// Reads what begins at this atom.
pub(super) fn read(scan: &Scan, at: usize) -> Read {
    let length = duration::duration(scan, at);
    if let Some(found) = length.as_ref().filter(|found| scan.is(found.next, Sense::Old)) {
        return Read::Age(found.next + 1);
    }
    expression(scan, at, length).map_or(Read::Nothing, Read::Expression)
}

/// The expression that begins at this atom, where a length of time does or does not.
fn expression(scan: &Scan, at: usize, length: Option<Match>) -> Option<Reading> {
    let atom = scan.get(at)?;
    if atom.is_blank() && !scan.text(at).starts_with(|c: char| c.is_ascii_digit() || "'’‘".contains(c)) {
        return None;
    }
    if at > 0 && scan.text(at - 1) == "#" {
        return None;
    }
    let mut best = staged(scan, at);
    let others = [clock::with_date(scan, at), sets::set(scan, at), length, longest(&OTHERS, scan, at)];
    for found in others.into_iter().flatten() {
        if best.as_ref().is_none_or(|best| found.next > best.next) {
            best = Some(found);
        }
    }
    let found = best?;
    // "24-year-old" and "24 years old" are ages.
    if scan.is(found.next, Sense::Old) {
        return None;
    }
    Some(Reading { meaning: found.meaning, clock: found.clock, atoms: (at, found.next), rule: found.rule })
}

/// A date with what may stand before it ("about", "the end of", "early") and its part of the day behind it.
fn staged(scan: &Scan, at: usize) -> Option<Match> {
    let mut best = dated(scan, at);
    let mut keep = |found: Option<Match>| {
        if let Some(found) = found
            && best.as_ref().is_none_or(|best| found.next > best.next)
        {
            best = Some(found);
        }
    };
    let hedged = scan.skip(at, Sense::Hedge);
    let the = scan.skip(hedged, Sense::The);
    if hedged > at {
        keep(dated(scan, hedged).filter(|found| hedge_fits(scan, at, found)));
    }
    if scan.is(the, Sense::Stage) {
        let inner = scan.skip(scan.skip(the + 1, Sense::In), Sense::The);
        let inner = if scan.is(the + 1, Sense::In) && !scan.is(the, Sense::Stage) { the + 1 } else { inner };
        keep(dated(scan, inner).filter(stage_fits));
        if inner > the + 1 {
            keep(dated(scan, the + 1).filter(stage_fits));
        }
    } else if the > at && (hedged == at || !scan.is(at, Sense::Prep)) {
        keep(dated(scan, the).filter(|found| the_fits(found) && !modifies(scan, found)));
    }
    // "the end of November", "the beginning of the year"
    if scan.is(the, Sense::StageNoun) && scan.is(the + 1, Sense::Of) {
        keep(dated(scan, the + 2).filter(stage_fits));
        if scan.is(the + 2, Sense::The) {
            keep(dated(scan, the + 3).filter(stage_fits));
            keep(relative::the_unit(scan, the + 3));
        }
    }
    best
}

/// Whether the last word is joined to the noun behind it, as in "the third-quarter loss": the article is the noun's.
fn modifies(scan: &Scan, found: &Match) -> bool {
    scan.joint(found.next - 1) == Joint::Hyphen && (scan.tag(found.next).is_noun() || scan.tag(found.next) == Tag::JJ)
}

fn hedge_fits(scan: &Scan, hedge: usize, found: &Match) -> bool {
    match found.meaning {
        Meaning::Away { .. } | Meaning::YearAgo => true,
        // "over the weekend", "about 1990" but not "over Christmas"
        Meaning::Date { .. } => !scan.is(hedge, Sense::Over),
        _ => false,
    }
}

fn stage_fits(found: &Match) -> bool {
    !matches!(found.meaning, Meaning::Away { .. } | Meaning::YearAgo | Meaning::Set(_) | Meaning::Duration { .. })
}

fn the_fits(found: &Match) -> bool {
    matches!(
        found.meaning,
        Meaning::Quarter { .. }
            | Meaning::Half { .. }
            | Meaning::SeasonOf { .. }
            | Meaning::Decade { .. }
            | Meaning::Century { .. }
            | Meaning::Shift { .. }
            | Meaning::Told(_)
            | Meaning::WeekOf(_)
            | Meaning::DayOfMonth(_)
            | Meaning::QuarterIn(_)
            | Meaning::PartOf { .. }
            | Meaning::YearAgo
            | Meaning::Duration { .. }
            | Meaning::Weekday { origin: super::meaning::Origin::Told, .. }
    ) || found.rule == "date.day_month"
        || found.rule == "date.year_word"
}

/// A date, and a part of the day or a clock time before or behind it.
fn dated(scan: &Scan, at: usize) -> Option<Match> {
    let mut found = core(scan, at);
    if let Some(found) = &mut found {
        clock::behind(scan, found);
    }
    match clock::part_before(scan, at) {
        Some(part) if found.as_ref().is_none_or(|found| part.next > found.next) => Some(part),
        _ => found,
    }
}

/// Whether the atoms are joined by a hyphen or a space (not by nothing).
fn apart(scan: &Scan, at: usize) -> bool {
    scan.joint(at) != Joint::Glued
}
