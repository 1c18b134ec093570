//! The word classes the grammar asks for, resolved once.

use crate::grammar::Words;
use crate::lexicon::{Item, Kind, Lexicon, NameForm, join_hash, word_hash};

/// Small words inside numbers and ranges.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    And,
    Or,
    But,
    Article,
    The,
    Point,
    Of,
    To,
    Between,
    From,
    In,
    OutOf,
    Each,
    With,
    Along,
    Initially,
}

/// Bits of the word classes of `lexicons/numbers.tsv`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Classes {
    pub number: u64,
    pub scale: u64,
    pub suffix: u64,
    pub fraction: u64,
    pub part: u64,
    pub vague: u64,
    pub cue: u64,
    pub hedge: u64,
    pub hedge_after: u64,
    pub none: u64,
    pub increment: u64,
    pub subset: u64,
    pub no_count: u64,
    pub label: u64,
    pub aux: u64,
    pub link: u64,
    pub status_verb: u64,
    pub status_noun: u64,
    pub status: u64,
    pub toll: u64,
    /// A noun class: names of diseases.
    pub disease: u64,
}

impl Classes {
    pub fn new(lexicon: &Lexicon) -> Classes {
        Classes {
            number: lexicon.class("number"),
            scale: lexicon.class("number_scale"),
            suffix: lexicon.class("number_suffix"),
            fraction: lexicon.class("fraction"),
            part: lexicon.class("number_part"),
            vague: lexicon.class("vague"),
            cue: lexicon.class("number_cue"),
            hedge: lexicon.class("hedge"),
            hedge_after: lexicon.class("hedge_after"),
            none: lexicon.class("none"),
            increment: lexicon.class("increment"),
            subset: lexicon.class("subset"),
            no_count: lexicon.class("no_count.noun"),
            label: lexicon.class("number_label"),
            aux: lexicon.class("verb_aux"),
            link: lexicon.class("link.verb"),
            status_verb: lexicon.class("status.verb"),
            status_noun: lexicon.class("status.noun"),
            status: lexicon.class("status"),
            toll: lexicon.class("toll.noun"),
            disease: lexicon.noun_class("disease"),
        }
    }

    /// The small word at this token.
    pub fn part(&self, words: &Words, at: usize) -> Option<Part> {
        part_named(words.value(at, self.part)?)
    }

    /// The longest small word or phrase from this token, and the token after it.
    pub fn long_part(&self, words: &Words, at: usize) -> Option<(Part, usize)> {
        let (item, end) = words.longest(at, self.part)?;
        Some((part_named(item.value(self.part)?)?, end))
    }
}

pub(super) fn part_named(name: &str) -> Option<Part> {
    Some(match name {
        "and" => Part::And,
        "or" => Part::Or,
        "but" => Part::But,
        "article" => Part::Article,
        "the" => Part::The,
        "point" => Part::Point,
        "of" => Part::Of,
        "to" => Part::To,
        "between" => Part::Between,
        "from" => Part::From,
        "in" => Part::In,
        "out_of" => Part::OutOf,
        "each" => Part::Each,
        "with" => Part::With,
        "along" => Part::Along,
        "initially" => Part::Initially,
        _ => return None,
    })
}

/// The item of the longest phrase or word from `from` that ends with token `at`, if one has such a class.
pub(super) fn ending_at<'s>(words: &Words<'_, 's>, at: usize, classes: u64) -> Option<(&'s Item, usize)> {
    (at.saturating_sub(3)..at)
        .find_map(|from| phrase(words, from, at).filter(|item| item.is(classes)).map(|item| (item, from)))
        .or_else(|| words.items.get(at).copied().flatten().filter(|item| item.is(classes)).map(|item| (item, at)))
}

/// Whether the noun at `at` means people: a role, or the people of a country. `plural` asks for the plural only.
pub(super) fn is_people(words: &Words, at: usize, plural: bool) -> bool {
    let role = |item: &Item| {
        item.role.is_some_and(|(role, many)| {
            (many || !plural) && matches!(words.lexicon.role(role).kind, Kind::Person | Kind::Group)
        })
    };
    let people = |item: &Item| {
        item.names.iter().any(|name| {
            matches!(name.form, NameForm::People | NameForm::Adjective)
                && name.fits_case(words.word(at), words.capitals)
        })
    };
    let joined = || {
        let (_, last) = words.word(at).rsplit_once('-')?;
        words.lexicon.get(word_hash(last))
    };
    words.items.get(at).copied().flatten().is_some_and(|item| role(item) || people(item))
        || joined().is_some_and(role)
        || (at > 0 && phrase_role(words, at, plural))
}

/// A role of two or three words that ends at `at` ("police officer").
fn phrase_role(words: &Words, at: usize, plural: bool) -> bool {
    (at.saturating_sub(2)..at).any(|from| {
        let role = phrase(words, from, at).and_then(|item| item.role);
        role.is_some_and(|(role, many)| {
            (many || !plural) && matches!(words.lexicon.role(role).kind, Kind::Person | Kind::Group)
        })
    })
}

/// The item of the phrase from token `from` to token `last`.
fn phrase<'s>(words: &Words<'_, 's>, from: usize, last: usize) -> Option<&'s Item> {
    words.items[from].filter(|item| usize::from(item.longest) > last - from)?;
    let hash = words.hashes[from + 1..=last].iter().fold(words.hashes[from], |hash, &word| join_hash(hash, word));
    words.lexicon.get(hash)
}

/// Whether the role is one person, not a group.
pub(super) fn is_person(words: &Words, at: usize) -> bool {
    let item = words.items.get(at).copied().flatten();
    let role = item.and_then(|item| item.role).is_some_and(|(role, _)| words.lexicon.role(role).kind == Kind::Person);
    role || item.is_some_and(|item| !item.names.is_empty()) || phrase_role(words, at, false)
}
