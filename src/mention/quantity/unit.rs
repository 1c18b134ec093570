//! What is counted: the noun group behind an amount.

use super::classes::{Classes, Part};
use crate::grammar::{Tag, Words};
use crate::lexicon::word_hash;
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
                return Unit { head: Some(end - 1), end, others: true, ..unit };
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
        return Unit { head: Some(end - 1), start: next, end, others: true, partitive: next > at, ..unit };
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
        None => unit,
    }
}

/// Whether the word is a unit of time, money or measure.
pub(super) fn measures(words: &Words, classes: &Classes, at: usize) -> bool {
    let Some((item, _)) = words.longest(at, classes.no_count) else { return hyphen_measure(words, classes, at) };
    match item.value(classes.no_count) {
        // "12 March" is a date, "12 march" are people.
        Some("month") => words.tokens[at].shape != Shape::Lower || !words.capitals,
        _ => true,
    }
}

/// "60-day", "10-kilometre": the last part is a measure, the first a number.
fn hyphen_measure(words: &Words, classes: &Classes, at: usize) -> bool {
    let _ = (words, classes, at);
    false
}

/// The noun group from `at`: its head and the token after it.
pub(super) fn noun_group(words: &Words, classes: &Classes, at: usize) -> Option<(usize, usize)> {
    let mut head = None;
    let mut next = at;
    while next < words.len() && next < at + 9 {
        let tag = words.tag(next);
        let word = words.word(next);
        if words.is(next, classes.subset) || (words.tokens[next].kind == TokenKind::Punct && !quote(word)) {
            break;
        }
        let modifies = match tag {
            Tag::JJ | Tag::JJR | Tag::JJS | Tag::VBN | Tag::VBG | Tag::CD | Tag::POS | Tag::PUNCT | Tag::SYM => true,
            // "Army, Navy and Air Force troops" is out of reach here; adverbs only before an adjective.
            Tag::RB | Tag::RBR | Tag::RBS => head.is_none() && modifier_follows(words, next + 1),
            Tag::VBD => head.is_none() && modifier_follows(words, next + 1),
            _ => false,
        };
        if tag.is_noun() || (head.is_none() && age_noun(words, classes, next)) {
            let plural_before = head.is_some_and(|head: usize| plural(words, head));
            // A name behind a plural noun belongs to something else, and so do days: "13 people Friday".
            if head.is_some() && (words.is(next, classes.no_count) || plural_before && tag.is_name()) {
                break;
            }
            head = Some(next);
        } else if modifies {
            // Behind the head only what leads to another noun: "gold mining workers", "people killed".
            if let Some(head) = head {
                let name = words.tag(head).is_name();
                let leads = next + 1 < words.len() && words.tag(next + 1).is_noun();
                let open = matches!(tag, Tag::JJ | Tag::VBG | Tag::POS | Tag::VBN | Tag::CD) && !plural(words, head);
                if !(leads && open && (name || tag == Tag::POS || tag == Tag::VBG || tag == Tag::JJ))
                    || words.is(next, classes.status)
                {
                    break;
                }
            }
        } else {
            break;
        }
        next += 1;
    }
    head.map(|head| (head, head + 1))
}

fn quote(word: &str) -> bool {
    matches!(word, "\"" | "“" | "”" | "``" | "''" | "'" | "‘" | "’")
}

fn plural(words: &Words, at: usize) -> bool {
    matches!(words.tag(at), Tag::NNS | Tag::NNPS)
        || words.items[at].and_then(|item| item.role).is_some_and(|(_, plural)| plural)
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
