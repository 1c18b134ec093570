//! What is counted: the noun group behind an amount.

use super::classes::{Classes, Part, is_people};
use crate::grammar::{Tag, Words};
use crate::lexicon::{Item, word_hash};
use crate::segment::{Shape, TokenKind};

/// What stands behind an amount.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Unit {
    /// The counted noun's head.
    pub head: Option<usize>,
    /// The first token of the noun group with its modifiers.
    pub start: usize,
    /// The token after it; the amount's own end where there is none.
    pub end: usize,
    /// "three of them", "four of the attackers".
    pub partitive: bool,
    /// "12 more".
    pub increment: bool,
    /// "four others", "12 more": the noun is left out, but things are counted.
    pub others: bool,
    /// The head is "others", "them": no noun of its own.
    pub pronoun: bool,
    /// Years, dollars, kilometres: the noun says that this is no count.
    pub no_count: bool,
}

/// Reads the unit from token `at` on, behind a vague quantity or a number.
pub(super) fn unit(words: &Words, classes: &Classes, at: usize, vague: bool) -> Unit {
    let mut unit = Unit { start: at, end: at, ..Unit::default() };
    let mut next = at;
    while let Some((item, end)) = words.longest(next, classes.increment) {
        match item.value(classes.increment) {
            Some("after" | "both") => unit.increment = true,
            Some("others") => {
                return Unit { head: Some(end - 1), end, others: true, pronoun: true, ..unit };
            }
            Some("other") => {}
            _ => break,
        }
        next = end;
        unit.end = end;
        unit.others = true;
        // "two more than"
        if words.hashes.get(end).is_some_and(|_| words.tag(end) == Tag::IN && words.is(end, classes.hedge)) {
            break;
        }
    }
    if classes.part(words, next) == Some(Part::Of) {
        return of(words, classes, next + 1, vague, unit);
    }
    if dated(words, classes, next) {
        return unit;
    }
    if measures(words, classes, next) {
        return Unit { no_count: true, ..unit };
    }
    match noun_group(words, classes, next) {
        Some((head, end)) => {
            Unit { head: Some(head), start: next, end, no_count: measures(words, classes, head), ..unit }
        }
        None => unit,
    }
}

/// "of them", "of the attackers"; "of people" after a vague quantity.
fn of(words: &Words, classes: &Classes, at: usize, vague: bool, unit: Unit) -> Unit {
    let mut next = at;
    while matches!(words.tag(next), Tag::DT | Tag::PDT | Tag::PRPS) {
        next += 1;
    }
    if matches!(words.tag(next), Tag::PRP | Tag::WP | Tag::WDT) {
        return Unit { end: next + 1, partitive: true, others: true, ..unit };
    }
    if next == at && !vague {
        return unit;
    }
    // "dozens of other people", "scores of others"
    let others =
        words.longest(next, classes.increment).filter(|(item, _)| item.value(classes.increment) == Some("others"));
    if let Some((_, end)) = others {
        return Unit {
            head: Some(end - 1),
            start: next,
            end,
            others: true,
            pronoun: true,
            partitive: next > at,
            ..unit
        };
    }
    match noun_group(words, classes, next) {
        Some((head, end)) => Unit {
            head: Some(head),
            start: next,
            end,
            partitive: next > at,
            no_count: measures(words, classes, head),
            ..unit
        },
        // "seven of the dead"
        None if next > at && words.is(next, classes.status) => {
            Unit { head: Some(next), start: next, end: next + 1, partitive: true, ..unit }
        }
        None => unit,
    }
}

/// Whether the word is a unit of time, money or measure.
pub(super) fn measures(words: &Words, classes: &Classes, at: usize) -> bool {
    let Some((item, _)) = words.longest(at, classes.no_count) else { return false };
    match item.value(classes.no_count) {
        // "12 March" is a date, "12 march" are people.
        Some("dimension" | "day" | "day_before") => false,
        Some("month") => words.tokens[at].shape != Shape::Lower || !words.capitals,
        _ => true,
    }
}

/// Whether a date starts here, which belongs to the verb: "killed 12 Friday", "killed 12 last week".
fn dated(words: &Words, classes: &Classes, at: usize) -> bool {
    match words.value(at, classes.no_count) {
        Some("day") => !words.tag(at + 1).is_noun(),
        Some("day_before") => words.is(at + 1, classes.no_count),
        _ => false,
    }
}

/// The noun group from `at`: its head and the token after it.
pub(super) fn noun_group(words: &Words, classes: &Classes, at: usize) -> Option<(usize, usize)> {
    let mut head: Option<usize> = None;
    let mut next = at;
    while next < words.len() && next < at + 10 {
        let tag = words.tag(next);
        if words.is(next, classes.subset) || dated(words, classes, next) {
            break;
        }
        if words.tokens[next].kind == TokenKind::Punct && !quote(words.word(next)) || tag == Tag::CC {
            // "Syrian and Iraqi soldiers", "Army, Navy and Air Force troops"
            match coordinated(words, classes, at, next, head) {
                Some(end) => {
                    head = Some(end);
                    next = end + 1;
                    continue;
                }
                None => break,
            }
        }
        // Behind a number no verb stands in the third person singular: "eight suspects" is a noun.
        let role = words.items[next].is_some_and(|item| item.role.is_some());
        let last = !words.tag(next + 1).is_noun() && !matches!(words.tag(next + 1), Tag::JJ | Tag::VBN);
        let mistaken = head.is_none()
            && (next == at && tag == Tag::VBZ && words.value(at, classes.aux).is_none()
                || role && tag == Tag::JJ && last && !words.is(next, classes.status));
        if tag.is_noun() || mistaken || (head.is_none() && age_noun(words, classes, next)) {
            if let Some(head) = head {
                // Behind a plural only another plural belongs to the group ("weapons depots"), and no day does.
                let more = !plural(words, head) || tag == Tag::NNS && !is_people(words, head, true);
                let state = words.is(next, classes.status) && !words.tag(next + 1).is_noun();
                if words.is(next, classes.no_count) && !plural(words, head) && is_sum(words, classes, next) {
                    // "2.14 billion Taiwan dollars"
                    return Some((next, next + 1));
                }
                if words.is(next, classes.no_count) || !more || state {
                    break;
                }
            }
            head = Some(next);
        } else if tag == Tag::POS && (1..4).any(|ahead| words.tag(next + ahead).is_noun()) {
            // "the prison's 994 inmates"
            head = None;
        } else if !modifies(words, classes, next, head) {
            break;
        }
        next += 1;
    }
    // "12 more wounded": what became of them, no noun.
    head.filter(|&head| head > at || !words.is(head, classes.status)).map(|head| (head, head + 1))
}

/// Whether the word is a unit of money or measure, which ends the noun group it belongs to.
fn is_sum(words: &Words, classes: &Classes, at: usize) -> bool {
    matches!(words.value(at, classes.no_count), Some("money" | "measure" | "percent"))
}

/// Whether the word may stand in the group after `head`, or before there is one.
fn modifies(words: &Words, classes: &Classes, at: usize, head: Option<usize>) -> bool {
    let tag = words.tag(at);
    let Some(head) = head else {
        return match tag {
            Tag::JJ | Tag::JJR | Tag::JJS | Tag::VBN | Tag::VBG | Tag::CD | Tag::POS | Tag::PUNCT | Tag::SYM => true,
            // Adverbs only before an adjective.
            Tag::RB | Tag::RBR | Tag::RBS | Tag::VBD => !words.is(at, classes.aux) && modifier_follows(words, at + 1),
            _ => false,
        };
    };
    // Behind a noun only what leads to another noun: "gold mining workers", but "people killed".
    let leads = words.tag(at + 1).is_noun() && !words.is(at, classes.status) && !plural(words, head);
    leads && matches!(tag, Tag::JJ | Tag::VBG)
}

/// Where modifiers or names from `at` up to `joint` go on behind "and" or a comma to one plural noun: that noun.
fn coordinated(words: &Words, classes: &Classes, at: usize, joint: usize, head: Option<usize>) -> Option<usize> {
    let names = head.is_some_and(|head| words.tag(head).is_name() && !plural(words, head));
    if joint == at || head.is_some() && !names {
        return None;
    }
    for next in joint + 1..words.len().min(joint + 8) {
        let tag = words.tag(next);
        if tag == Tag::NNS {
            let adjacent = !words.is(next, classes.no_count | classes.status);
            return (adjacent && next > joint + 1).then_some(next);
        }
        let fits = match tag {
            Tag::NNP | Tag::NN | Tag::CC => true,
            Tag::JJ | Tag::VBN => !names || next > joint + 1,
            Tag::PUNCT => words.word(next) == "," && names,
            _ => false,
        };
        if !fits {
            return None;
        }
    }
    None
}

/// A quotation mark.
pub(super) fn quote(word: &str) -> bool {
    matches!(word, "\"" | "“" | "”" | "``" | "''" | "'" | "‘" | "’")
}

fn plural(words: &Words, at: usize) -> bool {
    matches!(words.tag(at), Tag::NNS | Tag::NNPS) || words.items[at].is_some_and(Item::is_plural_role)
}

fn modifier_follows(words: &Words, at: usize) -> bool {
    let tag = words.tag(at);
    (matches!(tag, Tag::JJ | Tag::VBN | Tag::VBG) && (at + 1 < words.len()) && words.tag(at + 1).is_noun())
        || tag.is_noun()
}

/// "a 9-year-old": an age that stands for a person.
pub(super) fn age_noun(words: &Words, classes: &Classes, at: usize) -> bool {
    let word = words.word(at);
    word.as_bytes().first().is_some_and(u8::is_ascii_alphanumeric)
        && word
            .rsplit_once('-')
            .and_then(|(_, last)| words.lexicon.get(word_hash(last)))
            .is_some_and(|item| item.value(classes.no_count) == Some("age"))
}
