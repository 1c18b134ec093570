//! What the lexicon knows of one word or phrase.

use super::name::{NameForm, NameRef};
use thin_vec::ThinVec;

/// Forms of a verb, as bits: one word can be several ("put").
#[allow(missing_docs, reason = "plain names")]
pub mod form {
    pub const BASE: u8 = 1;
    pub const THIRD: u8 = 2;
    pub const PAST: u8 = 4;
    pub const PARTICIPLE: u8 = 8;
    pub const ING: u8 = 16;
}

/// The senses of one action word, and which form of it this is.
#[derive(Clone, Copy, Debug)]
pub struct Head {
    /// Index of the senses' list, for [`Lexicon::senses`](super::Lexicon::senses).
    pub group: u32,
    /// Bits of [`form`] for verbs; 0 for others.
    pub forms: u8,
}

/// A word or phrase: all that the lexicons say of it. The lists are thin: most are empty, and there are many items.
#[derive(Clone, Debug, Default)]
pub struct Item {
    /// Bits of the word classes (`word` files).
    pub classes: u64,
    /// The word classes of the phrases that begin with this word.
    pub phrase_classes: u64,
    /// Bits of the noun classes (`class` files).
    pub noun_classes: u64,
    /// The longest phrase that begins with this word, in words; 0 where none does.
    pub longest: u8,
    /// All of it in short, for the tagger: see [`Item::sign`].
    pub signature: u16,
    /// Bits of [`acts`].
    pub acts: u8,
    /// Names it can be.
    pub names: ThinVec<NameRef>,
    /// The role it is, and whether in the plural.
    pub role: Option<(u32, bool)>,
    /// Bits of [`form`]: the forms of verbs it can be, actions or not.
    pub verb_forms: u8,
    /// Actions whose head it can be.
    pub verbs: ThinVec<Head>,
    pub nouns: ThinVec<Head>,
    pub adjectives: ThinVec<Head>,
    /// Values by word class: `(class bit, value)`.
    pub values: ThinVec<(u64, Box<str>)>,
}

/// What a word can be in an event, as bits.
#[allow(missing_docs, reason = "plain names")]
pub mod acts {
    pub const VERB: u8 = 1;
    pub const NOUN: u8 = 2;
    pub const ADJECTIVE: u8 = 4;
    /// A role or a name.
    pub const ENTITY: u8 = 8;
}

impl Item {
    /// Sums the item up in `signature` and `acts`, which cost no look at its lists. The signature has the verb forms it
    /// can be as an action, event noun, action adjective, role in the singular or plural, name, and class member.
    pub(super) fn sign(&mut self) {
        let verbs = self.verbs.iter().fold(0, |bits, head| bits | head.forms);
        let role = match self.role {
            None => 0,
            Some((_, false)) => 1,
            Some((_, true)) => 2,
        };
        self.signature = u16::from(verbs)
            | u16::from(!self.nouns.is_empty()) << 5
            | u16::from(!self.adjectives.is_empty()) << 6
            | role << 7
            | u16::from(self.names.iter().any(|name| name.form == NameForm::Adjective)) << 9
            | u16::from(self.names.iter().any(|name| name.form != NameForm::Adjective)) << 10
            | u16::from(self.noun_classes != 0) << 11
            | 1 << 12;
        let bit = |holds: bool, bit: u8| if holds { bit } else { 0 };
        self.acts = bit(!self.verbs.is_empty(), acts::VERB)
            | bit(!self.nouns.is_empty(), acts::NOUN)
            | bit(!self.adjectives.is_empty(), acts::ADJECTIVE)
            | bit(self.role.is_some() || !self.names.is_empty(), acts::ENTITY);
    }

    /// Whether it has one of these word classes (bits).
    pub fn is(&self, classes: u64) -> bool {
        self.classes & classes != 0
    }

    /// The value that a `word` file gives it in this class.
    pub fn value(&self, class: u64) -> Option<&str> {
        self.values.iter().find(|(bit, _)| *bit == class).map(|(_, value)| &**value)
    }

    /// Whether it is the noun of an event: "attack".
    #[inline]
    pub fn is_event(&self) -> bool {
        !self.nouns.is_empty()
    }

    /// Whether it is a role of many: "soldiers", "police".
    pub fn is_plural_role(&self) -> bool {
        self.role.is_some_and(|(_, plural)| plural)
    }

    /// Whether no lexicon has it as a verb.
    pub fn is_no_verb(&self) -> bool {
        self.verbs.is_empty() && self.verb_forms == 0
    }
}
