//! Lengths of time: "two years", "a 48-hour curfew", "the past three months", "nearly forty years", "for weeks".

use super::Match;
use crate::grammar::Tag;
use crate::mention::time::atom::Joint;
use crate::mention::time::meaning::{Amount, Meaning};
use crate::mention::time::period::Unit;
use crate::mention::time::scan::Scan;
use crate::mention::time::sense::Sense;

/// A number of units without anything before it: the amount, the unit and the atom after it.
pub(super) fn length(scan: &Scan, at: usize) -> Option<(Amount, Unit, usize)> {
    if let Some((amount, next)) = scan.amount(at) {
        // "20 more years", "two to three weeks", "12 to 18 months"
        let mut next = next;
        while scan.is(next, Sense::More) {
            next += 1;
        }
        if (scan.is(next, Sense::To) || scan.is(next, Sense::Or) || scan.dash(next))
            && let Some((second, after)) = scan.amount(next + 1)
        {
            let after = scan.skip(after, Sense::More);
            if let Some((unit, _)) = scan.unit(after).filter(|_| second.is_some()) {
                return Some((amount, unit, after + 1));
            }
        }
        // "two and a half years"
        if scan.is(next, Sense::And) && scan.is(next + 1, Sense::A) && scan.is(next + 2, Sense::Half) {
            let (unit, _) = scan.unit(next + 3)?;
            return Some((amount.map(|number| number + 0.5), unit, next + 4));
        }
        let (unit, _) = scan.unit(next)?;
        if unit == Unit::While && amount.is_some() {
            return None;
        }
        return Some((amount, unit, next + 1));
    }
    if scan.is(at, Sense::A) || scan.is(at, Sense::Another) {
        let inner = scan.skip(scan.skip(at + 1, Sense::Whole), Sense::More);
        if scan.is(inner, Sense::Half) && scan.unit(inner + 1).is_some_and(|(_, plural)| !plural) {
            return Some((Some(0.5), scan.unit(inner + 1)?.0, inner + 2));
        }
        let (unit, plural) = scan.unit(inner)?;
        return (!plural && unit != Unit::While).then_some((Some(1.0), unit, inner + 1));
    }
    if scan.is(at, Sense::Half) && (scan.is(at + 1, Sense::A)) {
        let (unit, _) = scan.unit(at + 2)?;
        return Some((Some(0.5), unit, at + 3));
    }
    None
}

/// A length of time.
pub(super) fn duration(scan: &Scan, at: usize) -> Option<Match> {
    let hedged = scan.skip(at, Sense::Hedge);
    // "over the past year": a preposition; "in over a year": a hedge.
    let prep = scan.is(at, Sense::Prep)
        && !at.checked_sub(1).is_some_and(|lead| scan.is(lead, Sense::Prep) || scan.is(lead, Sense::The));
    if prep && hedged > at && (scan.shift(scan.skip(hedged, Sense::The)).is_some() || scan.is(at, Sense::Over)) {
        return None;
    }
    let hedged = if scan.amount(at).is_some() && scan.amount(hedged).is_none() { at } else { hedged };
    let the = scan.skip(hedged, Sense::The);
    // "the past three months", "the first nine months", "these two years", "the last few weeks"
    let lead = scan.shift(the).is_some()
        || scan.step(the).is_some()
        || scan.ordinal(the).is_some()
        || scan.is(the, Sense::Final)
        || scan.is(the, Sense::Same);
    let inner = the + usize::from(lead);
    if (lead || the > hedged)
        && let Some((amount, next)) = scan.amount(inner)
    {
        let next = scan.skip(next, Sense::More);
        if let Some((unit, plural)) = scan.unit(next)
            && plural
            && unit != Unit::While
        {
            if let Some(sign) = scan.shift(the).filter(|sign| *sign != 0) {
                let next = scan.skip(next + 1, Sense::OrSo);
                return Match::new(Meaning::Stretch { amount, unit, sign }, next, "duration.stretch");
            }
            return found(scan, amount, unit, next + 1, "duration.the_past");
        }
    }
    // "recent years", "the coming weeks", "the past decade", "the early years"
    let recent = scan.is(the, Sense::Recent);
    let coming = scan.shift(the).is_some_and(|shift| shift != 0) || scan.step(the).is_some();
    if recent || coming {
        let inner = the + 1;
        if let Some((unit, plural)) = scan.unit(inner) {
            if plural && unit != Unit::While {
                // Recent weeks are a length up to now, recent years a vague past.
                if (recent || scan.step(the).is_some()) && unit.is_short() {
                    return found(scan, None, unit, inner + 1, "duration.recent_units");
                }
                let later = scan.shift(the).or(scan.step(the)).is_some_and(|shift| shift > 0);
                let value = if later { "FUTURE_REF" } else { "PAST_REF" };
                return Match::new(Meaning::Ref(value), inner + 1, "ref.recent_units");
            }
            if coming && matches!(unit, Unit::Decade | Unit::Century | Unit::Hour) {
                return found(scan, Some(1.0), unit, inner + 1, "duration.past_decade");
            }
        }
    }
    // "a while", "quite a while"
    if scan.is(at, Sense::A) && scan.is(at + 1, Sense::While) {
        return found(scan, None, Unit::While, at + 2, "duration.while");
    }
    if let Some((amount, unit, next)) = length(scan, hedged) {
        return length_rule(scan, at, hedged, amount, unit, next);
    }
    // "for weeks", "years of war", "weeks or months", "decades-long"
    let (unit, plural) = scan.unit(at)?;
    let long = scan.is(at + 1, Sense::Lengthy) && scan.joint(at + 1) == Joint::Hyphen;
    if long {
        return Match::new(Meaning::Duration { amount: (!plural).then_some(1.0), unit }, at + 2, "duration.long");
    }
    if !plural || matches!(unit, Unit::While | Unit::Second | Unit::Quarter | Unit::Weekend | Unit::Night) {
        return None;
    }
    let lead = at.checked_sub(1)?;
    let led = scan.is(lead, Sense::For)
        || scan.is(lead, Sense::In)
        || scan.is(lead, Sense::Prep)
        || scan.is(lead, Sense::Hedge);
    if (scan.is(at + 1, Sense::Or) || scan.is(at + 1, Sense::And))
        && let Some((_, true)) = scan.unit(at + 2)
    {
        return Match::new(Meaning::Duration { amount: None, unit }, at + 3, "duration.units_or");
    }
    led.then(|| Match::new(Meaning::Duration { amount: None, unit }, at + 1, "duration.units")).flatten()
}

/// A length with what may follow: "and a half", "or so", "of fighting".
fn length_rule(scan: &Scan, at: usize, start: usize, amount: Amount, unit: Unit, next: usize) -> Option<Match> {
    let article = scan.is(start, Sense::A);
    // "$5 a year", "twice a day", "15 percent a month": a rate.
    if article && start == at && next == start + 2 && rate(scan, at) {
        return None;
    }
    // "a second", "a minute", "a period", "a term", "a quarter": other words more often than lengths.
    if article
        && matches!(unit, Unit::Second | Unit::Quarter | Unit::While | Unit::Night | Unit::Weekend | Unit::HalfYear)
        && !scan.is(start + 1, Sense::Half)
    {
        return None;
    }
    if matches!(unit, Unit::Weekend | Unit::Second) && amount.is_none() {
        return None;
    }
    // "a third quarter", "two quarter": needs the plural or a hyphen.
    if unit == Unit::Quarter
        && (!scan.unit(next - 1).is_some_and(|(_, plural)| plural) || scan.is(next, Sense::Of) || amount.is_none())
    {
        return None;
    }
    // "60 Minutes"; "24 hours a day"
    let rated = scan.is(next, Sense::A) && !scan.is(next + 1, Sense::Half) && scan.unit(next + 1).is_some();
    if scan.named(next - 1) || rated && rate(scan, next) || scan.is(next, Sense::Per) {
        return None;
    }
    let mut next = next;
    let mut amount = amount;
    if scan.is(next, Sense::And) && scan.is(next + 1, Sense::A) && scan.is(next + 2, Sense::Half) {
        amount = amount.map(|number| number + 0.5);
        next += 3;
    }
    found(scan, amount, unit, next, "duration.units_number")
}

/// Whether "a year" or "annually" here is per year.
pub(super) fn rate(scan: &Scan, at: usize) -> bool {
    let Some(lead) = at.checked_sub(1) else { return false };
    let number = scan.get(lead).is_some_and(|atom| {
        atom.digits > 0
            || atom.find(|sense| matches!(sense, Sense::Number(_) | Sense::Scale(_)).then_some(())).is_some()
    }) || scan.text(lead).starts_with(|c: char| c.is_ascii_digit());
    // "four flights a week"
    let counted =
        scan.tag(lead) == Tag::NNS && lead > 0 && (scan.amount(lead - 1).is_some() || scan.tag(lead - 1) == Tag::CD);
    number || counted || scan.text(lead) == "%" || scan.is(lead, Sense::Rated)
}

fn found(scan: &Scan, amount: Amount, unit: Unit, next: usize, rule: &'static str) -> Option<Match> {
    Match::new(Meaning::Duration { amount, unit }, scan.skip(next, Sense::OrSo), rule)
}
