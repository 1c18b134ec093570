//! What became of those counted: killed, injured, arrested, missing, gathered …
//!
//! The evidence is looked for in this order: the noun group itself ("54 dead", "40 people killed", "917 deaths"), the
//! verb or noun it is the object of ("killing 13", "the deaths of six"), the verb it is the subject of ("were wounded").

use super::classes::{Classes, Part, ending_at, part_named};
use super::subject;
use super::unit::quote;
use crate::grammar::{Tag, Words};

/// All statuses a lexicon line may name, in alphabetical order.
pub const STATUSES: [&str; 51] = [
    "abandoned",
    "aboard",
    "affected",
    "arrested",
    "casualty",
    "charged",
    "closed",
    "collapsed",
    "collided",
    "convicted",
    "crashed",
    "damaged",
    "deployed",
    "deported",
    "derailed",
    "destroyed",
    "displaced",
    "elected",
    "evacuated",
    "exploded",
    "fired",
    "flown",
    "found",
    "gathered",
    "hijacked",
    "infected",
    "injured",
    "kidnapped",
    "killed",
    "laid off",
    "missing",
    "protest",
    "quarantined",
    "raped",
    "recovered",
    "recruited",
    "released",
    "rescued",
    "returned",
    "sanctioned",
    "seized",
    "sentenced",
    "shot",
    "stolen",
    "sunk",
    "surrendered",
    "suspended",
    "trained",
    "trapped",
    "vaccinated",
    "wanted",
];

/// The harm that makes "a soldier" a count of one.
pub(super) fn is_harm(status: &str) -> bool {
    matches!(
        status,
        "killed"
            | "injured"
            | "arrested"
            | "kidnapped"
            | "missing"
            | "shot"
            | "casualty"
            | "raped"
            | "trapped"
            | "charged"
    )
}

/// The part of a verb's clause that a status is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Object,
    Subject,
    Either,
}

pub(super) fn named(name: &str) -> Option<&'static str> {
    STATUSES.binary_search(&name).ok().map(|at| STATUSES[at])
}

/// The status a verb gives, and to whom: the first of its values that holds for people, or for things.
fn verb(value: &str, people: bool) -> Option<(&'static str, Side)> {
    value.split('|').find_map(|value| {
        let (name, side) = value.rsplit_once(' ')?;
        let side = match side {
            "o" => Side::Object,
            "op" if people => Side::Object,
            "s" => Side::Subject,
            "e" => Side::Either,
            _ => return None,
        };
        Some((named(name)?, side))
    })
}

fn noun(value: &str) -> Option<(&'static str, bool)> {
    match value.rsplit_once(' ') {
        Some((name, "w" | "t")) => Some((named(name)?, true)),
        _ => Some((named(value)?, false)),
    }
}

/// Two statuses of one group: "killed or injured" is a casualty, "kidnapped and killed" killed.
fn joined(first: &'static str, second: &'static str) -> &'static str {
    match (first, second) {
        ("killed", "injured") | ("injured", "killed") | ("casualty", _) | (_, "casualty") => "casualty",
        ("killed", _) | (_, "killed") => "killed",
        _ => second,
    }
}

/// The place of a counted group in its sentence.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    /// With hedge, number and noun.
    pub tokens: (usize, usize),
    /// First token behind the number where modifiers may be.
    pub after_number: usize,
    pub head: Option<usize>,
    pub people: bool,
    /// Whether it may be a subject: "a third of the 900 workers" is of another number.
    pub subject: bool,
}

/// Reads statuses for one sentence.
pub(super) struct StatusReader<'a, 's> {
    pub words: &'a Words<'a, 's>,
    pub classes: &'a Classes,
}

impl StatusReader<'_, '_> {
    /// The status of the group, and whether it is the group's own (in its noun group, or by its own verb).
    pub fn status(&self, place: Place) -> Option<&'static str> {
        if let Some(status) = self.head(place) {
            return Some(status);
        }
        let inside = self.inside(place);
        if let Some(status) = self.before(place) {
            // "shot three people dead"
            return Some(if inside == Some("killed") { "killed" } else { status });
        }
        // "all 176 aboard" says where they were; the verb what became of them.
        inside
            .filter(|status| *status != "aboard")
            .or_else(|| subject::status(self, place).filter(|_| place.subject))
            .or(inside)
    }

    /// What the noun says where nothing else does: hostages, cases, bodies.
    pub fn weak(&self, head: usize) -> Option<&'static str> {
        let (item, _) = ending_at(self.words, head, self.classes.status_noun)?;
        let value = item.value(self.classes.status_noun)?;
        // "cases" are of a disease where one is named.
        let names_disease =
            || self.words.items.iter().flatten().any(|item| item.noun_classes & self.classes.disease != 0);
        noun(value).filter(|_| !value.ends_with(" t") || names_disease()).map(|(status, _)| status)
    }

    /// The status the word at `at` names in any way.
    pub fn word(&self, at: usize) -> Option<&'static str> {
        let (words, classes) = (self.words, self.classes);
        ending_at(words, at, classes.status | classes.status_noun | classes.status_verb)?;
        let value = |class| ending_at(words, at, class)?.0.value(class);
        value(classes.status)
            .and_then(named)
            .or_else(|| value(classes.status_noun).and_then(|value| named(value.split(' ').next()?)))
            .or_else(|| Some(verb(value(classes.status_verb)?, true)?.0))
    }

    pub(super) fn adjective(&self, at: usize) -> Option<(&'static str, usize)> {
        let (item, end) = self.words.longest(at, self.classes.status)?;
        Some((named(item.value(self.classes.status)?)?, end))
    }

    pub(super) fn verb_at(&self, at: usize, people: bool) -> Option<(&'static str, Side, usize)> {
        let (item, end) = self.words.longest(at, self.classes.status_verb)?;
        let (status, side) = verb(item.value(self.classes.status_verb)?, people)?;
        Some((status, side, end))
    }

    /// A second status joined to the one that ends before `at`: "or injured", "and killed".
    pub(super) fn and_more(&self, status: &'static str, at: usize) -> &'static str {
        if !matches!(self.classes.part(self.words, at), Some(Part::And | Part::Or)) {
            return status;
        }
        let next = self.skip_adverbs(at + 1);
        let second =
            self.verb_at(next, true).map(|found| found.0).or_else(|| self.adjective(next).map(|found| found.0));
        // "killed and 12 injured" is another group.
        second.map_or(status, |second| joined(status, second))
    }

    fn skip_adverbs(&self, at: usize) -> usize {
        let mut next = at;
        while matches!(self.words.tag(next), Tag::RB | Tag::RBR) && self.adjective(next).is_none() {
            next += 1;
        }
        next
    }

    /// What the noun itself says: deaths, injuries, arrests.
    fn head(&self, place: Place) -> Option<&'static str> {
        let (item, _) = ending_at(self.words, place.head?, self.classes.status_noun)?;
        let (status, weak) = noun(item.value(self.classes.status_noun)?)?;
        (!weak).then_some(status)
    }

    /// In the noun group, or right behind it.
    fn inside(&self, place: Place) -> Option<&'static str> {
        let modifiers = place.after_number..place.head.map_or(place.after_number, |head| head + 1);
        for at in modifiers {
            if let Some((status, _)) = self.adjective(at) {
                return Some(status);
            }
        }
        let next = self.skip_adverbs(place.tokens.1);
        if self.classes.part(self.words, next) == Some(Part::With)
            && let Some(status) = self.harm_noun(next + 1)
        {
            return Some(status);
        }
        if let Some((status, end)) = self.adjective(next) {
            // "injured people" behind a number without noun would have been its modifier: "54 dead".
            return Some(self.and_more(status, end));
        }
        let (status, side, end) = self.verb_at(next, place.people)?;
        let participle = matches!(self.words.tag(next), Tag::VBN | Tag::VBD | Tag::JJ | Tag::VB);
        let active = self.object_follows(end);
        (side != Side::Subject && participle && !active && place.head != Some(next)).then(|| self.and_more(status, end))
    }

    /// "serious injuries", "gunshot wounds" from `at`.
    pub(super) fn harm_noun(&self, at: usize) -> Option<&'static str> {
        (at..self.words.len().min(at + 4))
            .take_while(|&at| {
                self.words.tag(at).is_noun()
                    || matches!(self.words.tag(at), Tag::JJ | Tag::RB | Tag::VBG | Tag::VBN | Tag::DT)
            })
            .find_map(|at| noun(self.words.value(at, self.classes.status_noun)?))
            .and_then(|(status, _)| (status == "injured").then_some(status))
    }

    /// Whether a noun group starts at `at`, so that the verb before it is active.
    pub(super) fn object_follows(&self, at: usize) -> bool {
        use Tag::*;
        let number = self.classes.hedge | self.classes.number | self.classes.vague | self.classes.scale;
        if let Some((_, end)) = self.words.longest(at, self.classes.hedge) {
            return self.words.tag(end) == CD || self.words.is(end, number);
        }
        let time = self.words.is(at + usize::from(self.words.tag(at) == DT), self.classes.no_count);
        let starts = matches!(self.words.tag(at), DT | CD | PRP | PRPS | NNP | NNPS | NNS | NN | JJ | PDT);
        starts && !time && !self.words.is(at, self.classes.subset)
    }

    /// The verb or noun whose object the group is.
    fn before(&self, place: Place) -> Option<&'static str> {
        let mut at = place.tokens.0.checked_sub(1)?;
        while at > 0
            && (matches!(self.words.tag(at), Tag::DT | Tag::PDT | Tag::RB | Tag::PRPS) || quote(self.words.word(at)))
            && !self.words.is(at, self.classes.status)
        {
            at -= 1;
        }
        if let Some((item, from)) = ending_at(self.words, at, self.classes.part)
            && item.value(self.classes.part).and_then(part_named) == Some(Part::Along)
        {
            // "was killed along with five bodyguards"
            return self.word(from.checked_sub(1)?);
        }
        if self.words.tag(at) == Tag::CC {
            return self.beside(place, at);
        }
        if self.words.value(at, self.classes.aux) == Some("be") {
            // "among the dead were 20 children"
            let dead = at.checked_sub(1)?;
            ending_at(self.words, dead, self.classes.subset)?;
            return self.word(dead).or(Some("killed"));
        }
        if matches!(self.words.tag(at), Tag::IN | Tag::TO) && !self.words.is(at, self.classes.status_verb) {
            let (item, _) = ending_at(self.words, at.checked_sub(1)?, self.classes.status_noun)?;
            let (status, _) = noun(item.value(self.classes.status_noun)?)?;
            let of = match self.classes.part(self.words, at) {
                Some(Part::Of) => true,
                // "injuries to 12 people", but "the toll of the bombing rose to 12".
                Some(Part::To) => place.head.is_some(),
                _ => false,
            };
            return of.then(|| self.nouns_before(status, at - 1));
        }
        let (item, from) = ending_at(self.words, at, self.classes.status_verb)?;
        let (status, side) = verb(item.value(self.classes.status_verb)?, place.people)?;
        let fits = self.words.tag(from).is_verb()
            || self.words.tag(at).is_verb()
            || self.words.tag(from) == Tag::NNS
            || at + 1 == place.tokens.0;
        // "were killed 12 people" does not occur: a passive verb has no object.
        let passive = self.aux_before(from);
        (side != Side::Subject && fits && !passive).then(|| {
            // "kills or injures 12"
            let first = from.checked_sub(2).filter(|_| self.words.tag(from - 1) == Tag::CC);
            let other = first.and_then(|at| ending_at(self.words, at, self.classes.status_verb));
            let other = other.and_then(|(item, _)| verb(item.value(self.classes.status_verb)?, place.people));
            match other {
                Some((first, _)) => joined(first, status),
                _ => status,
            }
        })
    }

    /// "killed the driver and four passengers": the verb before an uncounted group that "and" at `and` joins to this one.
    fn beside(&self, place: Place, and: usize) -> Option<&'static str> {
        let mut at = and;
        let group = |tag: Tag| tag.is_noun() || matches!(tag, Tag::DT | Tag::JJ | Tag::PRPS | Tag::PRP | Tag::POS);
        while at > 0
            && and - at < 8
            && group(self.words.tag(at - 1))
            && !self.words.is(at - 1, self.classes.status_verb)
        {
            at -= 1;
        }
        if at == and {
            return None;
        }
        let before = at.checked_sub(1)?;
        if self.classes.part(self.words, before) == Some(Part::Of) {
            let (item, _) = ending_at(self.words, before.checked_sub(1)?, self.classes.status_noun)?;
            return noun(item.value(self.classes.status_noun)?).map(|(status, _)| status);
        }
        let (item, from) = ending_at(self.words, before, self.classes.status_verb)?;
        let (status, side) = verb(item.value(self.classes.status_verb)?, place.people)?;
        (side != Side::Subject && !self.aux_before(from)).then_some(status)
    }

    /// "the deaths and injuries of 12".
    fn nouns_before(&self, status: &'static str, at: usize) -> &'static str {
        let other = at.checked_sub(2).filter(|_| self.words.tag(at - 1) == Tag::CC);
        let other = other.and_then(|at| ending_at(self.words, at, self.classes.status_noun));
        match other.and_then(|(item, _)| noun(item.value(self.classes.status_noun)?)) {
            Some((first, false)) => joined(first, status),
            _ => status,
        }
    }

    fn aux_before(&self, at: usize) -> bool {
        let mut at = at;
        while let Some(before) = at.checked_sub(1) {
            if self.words.value(before, self.classes.aux) == Some("be") {
                return true;
            }
            if self.words.tag(before) != Tag::RB {
                return false;
            }
            at = before;
        }
        false
    }
}
