//! Named things: countries, cities, organisations, persons; and the common nouns for actors.

use jiff::civil::Date;

/// What kind of thing a noun group names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "plain names")]
pub enum Kind {
    Person,
    Organization,
    Group,
    Country,
    Place,
    Object,
    Event,
}

impl Kind {
    /// The name in the output; a country is a place there.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Person => "person",
            Kind::Organization => "organization",
            Kind::Group => "group",
            Kind::Country | Kind::Place => "place",
            Kind::Object => "object",
            Kind::Event => "event",
        }
    }

    pub(super) fn from_name(name: &str) -> Option<Kind> {
        [Kind::Person, Kind::Organization, Kind::Group].into_iter().find(|kind| kind.name() == name)
    }
}

/// A named thing, with its codes in one period.
#[derive(Clone, Debug)]
pub struct Name {
    /// Its usual name.
    pub text: Box<str>,
    pub kind: Kind,
    /// ISO 3166 alpha-3.
    pub country: Option<Box<str>>,
    /// PLOVER sector.
    pub sector: Option<Box<str>>,
    pub from: Option<Date>,
    pub to: Option<Date>,
}

impl Name {
    /// Whether the entry holds on that day. Without a day it holds.
    pub fn holds_on(&self, day: Option<Date>) -> bool {
        day.is_none_or(|day| self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to))
    }
}

/// How a form stands to the name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameForm {
    /// The name itself, or a variant.
    Proper,
    /// An adjective of it: "Russian".
    Adjective,
    /// Its people: "Russian", "Russians".
    People,
    /// The capital, which stands for the government when it acts.
    Capital,
}

impl NameForm {
    /// Of several names with one form the one with the lowest rank is meant.
    pub fn rank(self) -> u8 {
        match self {
            NameForm::Proper => 0,
            NameForm::Adjective | NameForm::People => 1,
            NameForm::Capital => 2,
        }
    }
}

/// A form of a name, as the lexicon's index holds it.
#[derive(Clone, Copy, Debug)]
pub struct NameRef {
    /// Index in [`Lexicon::names`](super::Lexicon::names).
    pub name: u32,
    pub form: NameForm,
    /// The form is written in capitals only: it is matched in capitals only.
    pub acronym: bool,
    /// The form begins with a capital: the text must too.
    pub capital: bool,
    /// How the form is written is not known: some letter of the text must be a capital ("the Red Cross", "al-Qaida").
    pub some_capital: bool,
}

impl NameRef {
    /// Whether words written this way can be this name. `capitals` says whether the sentence has small letters at all.
    pub fn fits_case(&self, text: &str, capitals: bool) -> bool {
        if !capitals {
            return true;
        }
        if self.acronym {
            !text.chars().any(char::is_lowercase)
        } else if self.some_capital {
            text.chars().any(char::is_uppercase)
        } else if self.capital {
            text.chars().next().is_some_and(|first| !first.is_lowercase())
        } else {
            true
        }
    }
}

/// A common noun for an actor: "gunman", "foreign ministry".
#[derive(Clone, Debug)]
pub struct Role {
    pub lemma: Box<str>,
    pub kind: Kind,
    pub sector: Option<Box<str>>,
}
