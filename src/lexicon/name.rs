//! Named things: countries, cities, organisations, persons, with their codes by period; and the common nouns for actors.

use super::Lexicon;
use jiff::civil::Date;
use std::cmp::Reverse;

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

/// A code of three capital letters: a country's (ISO 3166 alpha-3) or a sector's (PLOVER).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Code([u8; 3]);

impl Code {
    /// The code that is written so; `None` for anything but three capital letters.
    ///
    /// ```
    /// use whodid::lexicon::Code;
    /// assert_eq!(Code::parse("USA").unwrap().as_str(), "USA");
    /// assert_eq!(Code::parse("Usa"), None);
    /// ```
    pub fn parse(text: &str) -> Option<Code> {
        let letters: [u8; 3] = text.as_bytes().try_into().ok()?;
        letters.iter().all(u8::is_ascii_uppercase).then_some(Code(letters))
    }

    /// The code as it is written.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

/// Where an entry stands: a file, by its number in [`Lexicon::files`], and a line, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs, reason = "plain names")]
pub struct Source {
    pub file: u16,
    pub line: u32,
}

/// What a name stands for from one day to another.
#[derive(Clone, Copy, Debug)]
pub struct Period {
    /// ISO 3166 alpha-3.
    pub country: Option<Code>,
    /// PLOVER sector.
    pub sector: Option<Code>,
    /// The first day; `None`: ever since.
    pub from: Option<Date>,
    /// The last day; `None`: still.
    pub to: Option<Date>,
    pub source: Source,
}

/// How a day stands to a period, the nearer before the farther.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// The day is in it, or there is no day.
    Within,
    /// It is over.
    Past,
    /// It is yet to come.
    Future,
}

impl Period {
    /// How a day stands to it; any period holds without a day.
    pub fn standing(&self, day: Option<Date>) -> Standing {
        match day {
            Some(day) if self.to.is_some_and(|to| to < day) => Standing::Past,
            Some(day) if self.from.is_some_and(|from| day < from) => Standing::Future,
            _ => Standing::Within,
        }
    }
}

/// A named thing.
#[derive(Clone, Debug)]
pub struct Name {
    /// Its usual name.
    pub text: Box<str>,
    pub kind: Kind,
    /// Its periods are these of the lexicon's: the first, and one past the last.
    pub(super) periods: (u32, u32),
}

/// How a form stands to the name, the nearer before the farther.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
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

/// A form of a name, as the lexicon's index holds it.
#[derive(Clone, Copy, Debug)]
pub struct NameRef {
    /// Index of the name, for [`Lexicon::name`].
    pub name: u32,
    pub form: NameForm,
    /// The form is written in capitals only: it is matched in capitals only.
    pub acronym: bool,
    /// The form begins with a capital: the text must too.
    pub capital: bool,
    /// How the form is written is not known: some letter of the text must be a capital ("the Red Cross", "al-Qaida").
    pub some_capital: bool,
    /// Of which folder the name is: 0 for the built-in ones, then the user's in their order. Later ones win.
    pub layer: u8,
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

/// What a name stands for on a day.
#[derive(Clone, Copy, Debug)]
pub struct Meaning<'l> {
    pub name: &'l Name,
    pub form: NameForm,
    /// The period that was chosen, and how the day stands to it.
    pub period: &'l Period,
    pub standing: Standing,
}

/// The sector of somebody who was in office before.
static FORMER: Code = Code(*b"ELI");

impl<'l> Meaning<'l> {
    /// Country on the day.
    pub fn country(&self) -> Option<&'l Code> {
        self.period.country.as_ref()
    }

    /// Sector on the day. Somebody whose office is over is of the former elite, and nothing yet before the first one;
    /// other names have the sector of the nearest period.
    pub fn sector(&self) -> Option<&'l Code> {
        match (self.name.kind, self.standing) {
            (Kind::Person, Standing::Past) => Some(&FORMER),
            (Kind::Person, Standing::Future) => None,
            _ => self.period.sector.as_ref(),
        }
    }
}

impl Lexicon {
    /// The name of a reference.
    pub fn name(&self, reference: NameRef) -> &Name {
        &self.names[reference.name as usize]
    }

    /// The codes of a name by period, in the order of the files. There is at least one.
    pub fn periods(&self, name: &Name) -> &[Period] {
        &self.periods[name.periods.0 as usize..name.periods.1 as usize]
    }

    /// What a form of several names stands for on a day. A period that holds comes first, then the last one before
    /// the day, then the first one after it; of those that hold, the latest folder's, that of the nearest form, one with
    /// dates, the first. Without a day it is the present one.
    pub fn meaning(&self, names: impl IntoIterator<Item = NameRef>, day: Option<Date>) -> Option<Meaning<'_>> {
        let of = |reference: NameRef| {
            let name = self.name(reference);
            self.periods(name).iter().map(move |period| {
                let meaning = Meaning { name, form: reference.form, period, standing: period.standing(day) };
                (reference.layer, meaning)
            })
        };
        let key = |(layer, meaning): &(u8, Meaning)| {
            let Period { from, to, .. } = meaning.period;
            let (first, last) = (number(from.unwrap_or(Date::MIN)), number(to.unwrap_or(Date::MAX)));
            let nearest = match meaning.standing {
                Standing::Within if day.is_some() => (i32::from(from.is_none() && to.is_none()), 0),
                Standing::Within | Standing::Past => (-last, -first),
                Standing::Future => (first, 0),
            };
            (meaning.standing, Reverse(*layer), meaning.form, nearest)
        };
        names.into_iter().flat_map(of).min_by_key(key).map(|(_, meaning)| meaning)
    }
}

/// A number that grows with the date.
fn number(date: Date) -> i32 {
    (i32::from(date.year()) * 16 + i32::from(date.month())) * 32 + i32::from(date.day())
}

/// A common noun for an actor: "gunman", "foreign ministry".
#[derive(Clone, Debug)]
pub struct Role {
    pub lemma: Box<str>,
    pub kind: Kind,
    pub sector: Option<Code>,
    pub source: Source,
}
