//! Time words that stand for themselves: "a long day", "rainy nights", "the weekend".

use super::Match;
use crate::grammar::Tag;
use crate::mention::time::atom::Joint;
use crate::mention::time::meaning::Meaning;
use crate::mention::time::period::Unit;
use crate::mention::time::scan::Scan;
use crate::mention::time::sense::Sense;
use crate::segment::Shape;

/// A unit, season or part of the day that no other rule took.
pub(super) fn bare(scan: &Scan, at: usize) -> Option<Match> {
    if scan.joint(at) != Joint::Space || scan.joint(at + 1) != Joint::Space || scan.tag(at).is_verb() {
        return None;
    }
    let shape = scan.get(at).and_then(|atom| scan.words.tokens.get(atom.tokens.0)).map(|token| token.shape);
    let name = scan.words.capitals && scan.tag(at).is_name() && shape != Some(Shape::Upper);
    if let Some((unit, plural)) = scan.unit(at) {
        let lead = at.checked_sub(1);
        let taken = lead.is_some_and(|lead| {
            scan.is(lead, Sense::A)
                || scan.is(lead, Sense::Fiscal)
                || scan.is(lead, Sense::Per)
                || scan.get(lead).is_some_and(|atom| atom.digits > 0)
        });
        let counted = scan.is(at + 1, Sense::Earlier) || scan.is(at + 1, Sense::Later);
        let numbered = scan.get(at + 1).is_some_and(|atom| atom.digits > 0);
        if name || taken || counted || numbered || !plural && unit != Unit::Weekend && !scan.message() {
            return None;
        }
        return match unit {
            Unit::Weekend if !plural => Match::new(Meaning::Told(Unit::Weekend), at + 1, "date.weekend"),
            Unit::Weekend => Match::new(Meaning::Set("XXXX-WXX-WE".into()), at + 1, "set.weekends"),
            Unit::Day | Unit::Week | Unit::Month | Unit::Year | Unit::Hour if plural || unit != Unit::Hour => {
                let amount = (!plural).then_some(1.0);
                Match::new(Meaning::Duration { amount, unit }, at + 1, "duration.bare")
            }
            _ => None,
        };
    }
    if let Some((season, true)) = scan.season(at) {
        let meaning = Meaning::SeasonOf { season, year: crate::mention::time::meaning::YearOf::Open, shift: None };
        return Match::new(meaning, at + 1, "date.season_bare");
    }
    let (code, sure) = scan.part(at).filter(|_| scan.message())?;
    (sure && (!name || at == 0)).then_some(Match {
        meaning: Meaning::Told(Unit::Day),
        clock: Some(code.to_string()),
        next: at + 1,
        rule: "time.bare",
    })
}

/// "current", "recent" before a noun.
pub(super) fn adjective(scan: &Scan, at: usize) -> Option<Match> {
    let value = if scan.is(at, Sense::Current) {
        "PRESENT_REF"
    } else if scan.is(at, Sense::Recent) {
        "PAST_REF"
    } else {
        return None;
    };
    (scan.tag(at) == Tag::JJ && scan.tag(at + 1).is_noun())
        .then(|| Match::new(Meaning::Ref(value), at + 1, "ref.adjective"))?
}
