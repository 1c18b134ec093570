//! Running counts: "the death toll rose to 12 from 9", "the number of cases reached 767", "initially 10".

use super::Rel;
use super::classes::{Part, ending_at};
use super::status::StatusReader;
use crate::segment::TokenKind;

/// How far before the number the noun may stand.
const REACH: usize = 24;

/// What a toll before token `at` says of the number that starts there.
/// `noun` says that the number has a noun of its own, which only "to" and "from" tie to a toll.
pub(super) fn toll(reader: &StatusReader, at: usize, noun: bool) -> Option<(&'static str, Rel)> {
    let (words, classes) = (reader.words, reader.classes);
    let tied = matches!(classes.part(words, at.checked_sub(1)?), Some(Part::To | Part::From));
    if noun && !tied {
        return None;
    }
    let mut status = None;
    let mut found = None;
    for before in (at.saturating_sub(REACH)..at).rev() {
        if words.tokens[before].kind == TokenKind::Punct && matches!(words.word(before), ";" | "." | ":") {
            break;
        }
        // "the number of people killed in the protests": what stands nearest to the noun counts.
        status = reader.word(before).or(status);
        if let Some((item, from)) = ending_at(words, before, classes.toll) {
            found = Some(item.value(classes.toll).unwrap_or(""));
            if let Some((longer, _)) = words.longest(from, classes.toll) {
                found = Some(longer.value(classes.toll).unwrap_or(""));
            }
            break;
        }
    }
    let status = match found? {
        "" => status?,
        name => super::status::named(name)?,
    };
    // "initially put at 10"
    let initially = (at.saturating_sub(4)..at).any(|before| classes.part(words, before) == Some(Part::Initially));
    let from = classes.part(words, at.checked_sub(1)?) == Some(Part::From);
    Some((status, if from || initially { Rel::PreviousToll } else { Rel::Toll }))
}
