//! Whom pronouns, bare descriptors, surnames and acronyms stand for.
//!
//! An antecedent must agree; of those that do the best by nearness and place in the sentence is taken, and none where
//! two fit alike.

use super::mention::{Harm, Mention, Mentions};
use crate::lexicon::Kind;

/// How a noun group refers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form<'a> {
    /// Its class in the lexicon: "person", "plural", "thing", "self".
    Pronoun(&'a str),
    /// "the group", "those militants": a definite noun with nothing of its own.
    Descriptor,
    /// A proper name.
    Name,
    /// "a rebel group": it names, and does not refer.
    Description,
}

/// Something that may stand for an earlier mention.
#[derive(Clone, Copy, Debug)]
pub(super) struct Anaphor<'a> {
    pub form: Form<'a>,
    /// It is a possessive pronoun, which may stand for a part of its own clause.
    pub possessive: bool,
    /// What it would be by itself: its place, number, gender, kind, sector.
    pub like: Mention<'a>,
}

/// How far back an antecedent is sought, in sentences: of a pronoun, of a descriptor of some kind ("the militants"),
/// and of a name or descriptor whose word the antecedent has ("the ministry").
const PRONOUN_REACH: usize = 3;
const KIND_REACH: usize = 5;
const WORD_REACH: usize = 40;

/// The sectors of the state.
const STATE: [&str; 6] = ["GOV", "MIL", "COP", "SPY", "JUD", "LEG"];

/// What it is worth that a word tells the same of both: "Mrs." and "she".
const GENDER: i32 = 5;

/// What a sentence between costs, in the points that a place in the sentence gives.
const SENTENCE: i32 = 4;

impl<'a> Mentions<'a> {
    /// The mention that an anaphor stands for.
    pub(super) fn antecedent(&self, anaphor: &Anaphor<'a>) -> Option<Mention<'a>> {
        match anaphor.form {
            Form::Pronoun(class) => self.of_pronoun(anaphor, class),
            Form::Descriptor => {
                let bare = anaphor.like.entity.name.is_none() && anaphor.like.entity.country.is_none();
                if bare { self.same_word(&anaphor.like).or_else(|| self.same_kind(&anaphor.like)) } else { None }
            }
            Form::Name => self.full_name(&anaphor.like),
            Form::Description => None,
        }
    }

    fn near(&self, like: &Mention, reach: usize) -> impl Iterator<Item = &Mention<'a>> {
        let sentence = like.sentence;
        self.all.iter().rev().take_while(move |mention| mention.sentence + reach >= sentence)
    }

    fn of_pronoun(&self, anaphor: &Anaphor<'a>, class: &str) -> Option<Mention<'a>> {
        let like = &anaphor.like;
        let mut best: Option<(i32, &Mention)> = None;
        for mention in self.near(like, PRONOUN_REACH) {
            let here = mention.sentence == like.sentence;
            // "The army shelled it": another than the army. "Rebels shelled their town": the rebels.
            let beside = here && mention.clause == like.clause;
            if beside && !anaphor.possessive || here && mention.unit >= like.unit {
                continue;
            }
            let Some(fit) = agreement(class, like, mention) else { continue };
            let distance = (like.sentence - mention.sentence) as i32;
            let points = fit - SENTENCE * distance
                + if mention.subject { 3 } else { 0 }
                + i32::from(mention.subject == like.subject)
                + i32::from(mention.named)
                + i32::from(mention.refers)
                - if mention.coordinated { 3 } else { 0 };
            if best.is_none_or(|(most, _)| points > most) {
                best = Some((points, mention));
            }
        }
        best.map(|(_, mention)| *mention)
    }

    /// "the ministry" after "Ukraine's Foreign Ministry", "the president" after "President Maamau".
    fn same_word(&self, like: &Mention<'a>) -> Option<Mention<'a>> {
        let person = like.entity.kind == Some(Kind::Person);
        let fits = |mention: &&Mention| {
            mention.plural == like.plural
                && (mention.named || mention.text.len() > like.text.len())
                && mention.unit_differs(like)
                // A person's title is a word before the name.
                && (mention.head_hash == like.head_hash
                    || person
                        && mention.entity.kind == Some(Kind::Person)
                        && mention.text.len() > mention.head.len()
                        && words(mention.text).any(|word| word.eq_ignore_ascii_case(like.head)))
        };
        only(self.near(like, WORD_REACH).filter(fits))
    }

    /// "the group" after a named group, "the militants" after others of their sector, "the attackers" after who attacked.
    fn same_kind(&self, like: &Mention<'a>) -> Option<Mention<'a>> {
        let kind = like.entity.kind?;
        let fits = |mention: &&Mention| {
            let other = mention.entity;
            let agrees = match kind {
                Kind::Group | Kind::Organization if !like.plural => {
                    let some = matches!(other.kind, Some(Kind::Group | Kind::Organization)) && mention.named;
                    // "the group" is no ministry.
                    let state = like.entity.sector.is_none() && other.sector.is_some_and(|s| STATE.contains(&s));
                    some && !mention.plural && !state
                }
                Kind::Person if like.plural => {
                    mention.plural && matches!(other.kind, Some(Kind::Person | Kind::Group))
                        || mention.named && other.kind == Some(Kind::Group)
                }
                Kind::Group => mention.plural && matches!(other.kind, Some(Kind::Person | Kind::Group)),
                _ => false,
            };
            let sector = match (like.entity.sector, other.sector) {
                (None, _) => true,
                (Some("CVL"), _) => mention.harm == Some(Harm::Suffered),
                (Some(one), Some(another)) => one == another,
                (Some("REB" | "CRM"), None) => mention.harm == Some(Harm::Did),
                _ => false,
            };
            let more = mention.named || mention.head_hash != like.head_hash;
            agrees && sector && more && !differs(like.gender, mention.gender) && mention.unit_differs(like)
        };
        only(self.near(like, KIND_REACH).filter(fits))
    }

    /// The full name of a surname, the words of an acronym.
    fn full_name(&self, like: &Mention<'a>) -> Option<Mention<'a>> {
        if like.text != like.head || like.head.len() < 2 {
            return None;
        }
        let acronym = like.head.bytes().all(|byte| byte.is_ascii_uppercase()) && like.head.len() <= 6;
        let surname = like.entity.kind.is_none_or(|kind| kind == Kind::Person) && !like.plural;
        let fits = |mention: &&Mention| {
            mention.named
                && mention.text.len() > like.text.len()
                && mention.unit_differs(like)
                && (surname
                    && mention.head_hash == like.head_hash
                    && mention.entity.kind.is_none_or(|kind| kind == Kind::Person)
                    && ends(mention.text, like.head)
                    || acronym && spells(mention.text, like.head))
        };
        only(self.near(like, WORD_REACH).filter(fits))
    }
}

impl Mention<'_> {
    /// Whether this is another noun group than `like`.
    fn unit_differs(&self, like: &Mention) -> bool {
        self.sentence != like.sentence || self.unit < like.unit
    }
}

/// The nearest of these, unless another of its sentence with another name fits as well and is no worse a subject.
fn only<'m, 'a: 'm>(mut found: impl Iterator<Item = &'m Mention<'a>>) -> Option<Mention<'a>> {
    let mut best = found.next()?;
    for other in found.take_while(|other| other.sentence == best.sentence) {
        let name = best.entity.name;
        if other.text == best.text || other.unit == best.unit || name.is_some() && name == other.entity.name {
            continue;
        }
        match (best.subject, other.subject) {
            (true, false) => {}
            (false, true) => best = other,
            _ => return None,
        }
    }
    Some(*best)
}

/// How well a mention agrees with a pronoun of this class, in points below zero; `None` where it cannot.
fn agreement(class: &str, like: &Mention, mention: &Mention) -> Option<i32> {
    let kind = mention.entity.kind;
    match class {
        "person" if mention.plural || differs(like.gender, mention.gender) => None,
        "person" => match kind {
            Some(Kind::Person) if like.gender.is_some() && like.gender == mention.gender => Some(GENDER),
            Some(Kind::Person) => Some(0),
            // A name that no lexicon has may well be a person's.
            None if mention.named && mention.unknown => Some(-2),
            _ => None,
        },
        "plural" if mention.plural => match kind {
            Some(Kind::Place | Kind::Country) => None,
            Some(Kind::Object | Kind::Event) => Some(-3),
            _ => Some(0),
        },
        "plural" => match kind {
            Some(Kind::Group | Kind::Organization) => Some(-4),
            Some(Kind::Country) => Some(-5),
            _ => None,
        },
        "thing" if mention.plural => None,
        "thing" => match kind {
            Some(Kind::Organization | Kind::Group) => Some(0),
            Some(Kind::Country) => Some(-1),
            Some(Kind::Object) => Some(-1),
            Some(Kind::Place) => Some(-4),
            // A name that no lexicon has is rather a person's.
            None if mention.named && !mention.unknown => Some(-4),
            _ => None,
        },
        _ => None,
    }
}

fn differs(one: Option<&str>, other: Option<&str>) -> bool {
    one.is_some() && other.is_some() && one != other
}

fn words(text: &str) -> impl DoubleEndedIterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric() && c != '-' && c != '\'').filter(|word| !word.is_empty())
}

/// Whether a name's last word is this one, behind others.
fn ends(name: &str, word: &str) -> bool {
    words(name).next_back() == Some(word) && words(name).nth(1).is_some()
}

/// Whether the capitals of a name's words are these letters.
fn spells(name: &str, letters: &str) -> bool {
    let capitals = words(name).filter_map(|word| word.bytes().next()).filter(u8::is_ascii_uppercase);
    words(name).nth(1).is_some() && capitals.eq(letters.bytes())
}
