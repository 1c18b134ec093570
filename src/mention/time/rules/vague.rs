//! References without a calendar: "now", "recently", "the future".

use super::Match;
use crate::mention::time::atom::Joint;
use crate::mention::time::meaning::Meaning;
use crate::mention::time::scan::Scan;
use crate::mention::time::sense::Sense;

/// A vague reference.
pub(super) fn reference(scan: &Scan, at: usize) -> Option<Match> {
    let plain = scan.joint(at) == Joint::Space && scan.joint(at + 1) != Joint::Hyphen;
    if let Some(value) = scan.find(at, |sense| match *sense {
        Sense::Ref(value) => Some(value),
        _ => None,
    }) {
        let value = ["PAST_REF", "PRESENT_REF", "FUTURE_REF"].into_iter().find(|known| *known == value)?;
        return plain.then(|| Match::new(Meaning::Ref(value), at + 1, "ref.word")).flatten();
    }
    if scan.is(at, Sense::Future) && plain && !scan.tag(at + 1).is_noun() {
        return Match::new(Meaning::Ref("FUTURE_REF"), at + 1, "ref.future");
    }
    if scan.is(at, Sense::The)
        && scan.is(at + 1, Sense::Past)
        && !scan.tag(at + 2).is_noun()
        && scan.unit(at + 2).is_none()
        && scan.amount(at + 2).is_none()
    {
        return Match::new(Meaning::Ref("PAST_REF"), at + 2, "ref.past");
    }
    None
}
