//! What an action entry says: its type, the words it is made of, where its arguments stand, and when it holds.

use super::{Source, word_hash};

/// The type of an event: PLOVER's, then those that general news needs beyond them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs, reason = "the README's table of types says what each means")]
#[rustfmt::skip]
pub enum EventType {
    Agree, Consult, Support, Concede, Cooperate, Aid, Retreat, Request, Accuse, Reject, Threaten, Protest, Sanction,
    Mobilize, Coerce, Assault, Claim, Justice, Crime, Casualty, Disaster, Displace, Govern, Economy, Health,
}

impl EventType {
    /// All types.
    #[rustfmt::skip]
    pub const ALL: [EventType; 25] = {
        use EventType::*;
        [Agree, Consult, Support, Concede, Cooperate, Aid, Retreat, Request, Accuse, Reject, Threaten, Protest,
         Sanction, Mobilize, Coerce, Assault, Claim, Justice, Crime, Casualty, Disaster, Displace, Govern, Economy,
         Health]
    };

    /// Whether somebody comes to harm; only the presence of an attacker tells the two types apart.
    pub fn harms(self) -> bool {
        matches!(self, EventType::Assault | EventType::Casualty)
    }

    /// The name in the output: "ASSAULT".
    #[rustfmt::skip]
    pub fn name(self) -> &'static str {
        const NAMES: [&str; 25] = [
            "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
            "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "CLAIM", "JUSTICE", "CRIME",
            "CASUALTY", "DISASTER", "DISPLACE", "GOVERN", "ECONOMY", "HEALTH",
        ];
        NAMES[self as usize]
    }

    /// The type of that name.
    pub fn from_name(name: &str) -> Option<EventType> {
        EventType::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// PLOVER's quad class: 1 verbal and 2 material cooperation, 3 verbal and 4 material conflict. Types that are not
    /// PLOVER's have none.
    pub fn quad(self) -> Option<u8> {
        use EventType::*;
        match self {
            Agree | Consult | Support | Concede => Some(1),
            Cooperate | Aid | Retreat => Some(2),
            Request | Accuse | Reject | Threaten => Some(3),
            Protest | Sanction | Mobilize | Coerce | Assault => Some(4),
            _ => None,
        }
    }
}

/// The part of speech of an action word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "plain names")]
pub enum ActionPos {
    Verb,
    Noun,
    Adjective,
}

/// Where an argument stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slot {
    /// The subject (of the active sense: a passive is turned round).
    Subject,
    Object,
    /// The second object of "give somebody something".
    SecondObject,
    /// A possessive before the noun.
    Possessive,
    /// A word before the noun.
    Modifier,
    /// The noun group after this preposition (its word hash).
    Preposition(u64),
}

impl Slot {
    pub(super) fn parse(text: &str) -> Option<Slot> {
        Some(match text {
            "subj" => Slot::Subject,
            "obj" => Slot::Object,
            "obj2" => Slot::SecondObject,
            "poss" => Slot::Possessive,
            "mod" => Slot::Modifier,
            word if !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b == b' ') => {
                Slot::Preposition(word_hash(word))
            }
            _ => return None,
        })
    }
}

/// A noun, or a class of nouns, that a condition names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NounTest {
    /// Hash of the noun; singular and plural both stand.
    Word(u64),
    /// A class of `classes.tsv`: its bit.
    Class(u64),
    Person,
    Organization,
    Country,
    Place,
    Event,
    Number,
    Money,
}

/// What must hold for a sense.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Test {
    /// There is an object, or the verb is passive.
    HasObject,
    Passive,
    /// An infinitive follows.
    Infinitive,
    /// A *that* clause follows.
    That,
    /// One of these prepositions follows.
    Prepositions(Vec<u64>),
    ObjectIs(Vec<NounTest>),
    SubjectIs(Vec<NounTest>),
    ModifierIs(Vec<NounTest>),
}

/// A test, or its denial.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition {
    pub test: Test,
    pub holds: bool,
}

/// A part of an action behind its head.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PatternPart {
    /// One of these words (a word and its plural).
    Word(Vec<u64>),
    /// One noun group.
    Gap,
}

/// One sense of one action word.
#[derive(Clone, Debug)]
pub struct Sense {
    /// The entry as written: "claim responsibility".
    pub lemma: Box<str>,
    pub pos: ActionPos,
    /// `None` for a sense that is no event.
    pub kind: Option<EventType>,
    pub mode: Option<Box<str>>,
    pub cameo: Option<Box<str>>,
    /// Where the actor stands, in the order to try; empty: it has none.
    pub actor: Vec<Slot>,
    pub target: Vec<Slot>,
    pub when: Vec<Condition>,
    /// The words behind a verb's head, before a noun's head.
    pub pattern: Vec<PatternPart>,
    pub source: Source,
}
