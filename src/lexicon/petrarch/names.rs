//! The entries of dictionaries over those of a lexicon.

use super::actors::{Actor, NO_CODE};
use super::cameo::{Codes, Meaning};
use super::report::Quirk;
use super::{Agent, Dictionaries, DiscardList, IssueList};
use crate::lexicon::item::Item;
use crate::lexicon::name::{Kind, Name, NameForm, NameRef, Role};
use crate::lexicon::{Lexicon, word_hash};
use crate::segment::Segments;
use thin_vec::ThinVec;

impl Lexicon {
    /// Puts the dictionaries' actors, agents, discards and issues over the lexicon's own entries. Codes that begin with
    /// nothing known are added to the findings.
    ///
    /// Where the lexicon has a phrase as a name already, the dictionary's codes come first, on the days for which it has
    /// any; a phrase that both have for the same country, without more, is left as it is.
    pub fn add_petrarch(&mut self, dictionaries: &mut Dictionaries) {
        let Dictionaries { actors, agents, discards, issues, files, .. } = dictionaries;
        let states = self.names.iter().filter(|name| name.kind == Kind::Country);
        let states: Vec<Box<str>> = states.filter_map(|name| name.country.clone()).collect();
        let codes = Codes::new(states.iter().map(|state| &**state));
        let mut segments = Segments::default();
        for actor in actors.iter() {
            let meanings = meanings(actor, &codes);
            let place = actor.phrases[0].place;
            for coded in meanings.iter().filter(|coded| coded.code != NO_CODE && !coded.meaning.known) {
                files[place.file].find(place.line, Quirk::UnknownCode, coded.code);
            }
            self.add_actor(actor, &meanings, &mut segments);
        }
        agents.iter().for_each(|agent| self.add_agent(agent, codes.agent(&agent.code), &mut segments));
        self.discards = DiscardList::new(discards, self);
        self.issues = IssueList::new(issues, self);
        self.items.iter_mut().for_each(Item::sign);
    }

    fn add_actor(&mut self, actor: &Actor, coded: &[Coded], segments: &mut Segments) {
        if coded.is_empty() {
            return;
        }
        let text = &actor.phrases[0].text;
        let kind = self.kind(text, coded);
        let first = self.names.len() as u32;
        for Coded { meaning, from, to, .. } in coded {
            self.names.push(Name {
                text: text.clone(),
                kind,
                country: meaning.country.map(Into::into),
                sector: meaning.sector.map(Into::into),
                from: *from,
                to: *to,
            });
        }
        let names = first..self.names.len() as u32;
        // Outside of all its periods an actor has no code.
        let has_default = coded.iter().any(|coded| coded.from.is_none() && coded.to.is_none());
        let uncoded = (!has_default).then(|| {
            self.names.push(Name { text: text.clone(), kind, country: None, sector: None, from: None, to: None });
            names.end
        });
        let state = match coded {
            [only] if has_default && only.meaning.sector.is_none() => only.meaning.country,
            _ => None,
        };
        for phrase in actor.phrases.iter().filter(|phrase| !phrase.replaced) {
            let known = std::mem::take(&mut self.phrase_mut(&phrase.text, 0, segments).names);
            let same = |name: &NameRef| self.names[name.name as usize].country.as_deref() == state;
            let mut merged = ThinVec::new();
            if state.is_none() || !known.iter().any(same) {
                let form =
                    known.iter().map(|name| name.form).min_by_key(|form| form.rank()).unwrap_or(NameForm::Proper);
                let item = self.phrase_mut(&phrase.text, 0, segments);
                let case = |name| written(name, form, &phrase.text, known.is_empty() && is_common(item));
                merged.extend(names.clone().chain(uncoded.filter(|_| known.is_empty())).map(case));
            }
            merged.extend(known);
            self.phrase_mut(&phrase.text, 0, segments).names = merged;
        }
    }

    /// What kind of thing a phrase names: what its last word means ("…_COMMISSION"); else a country, if no code says a
    /// role; else a person, if a code is for a period; else what the code says.
    fn kind(&self, phrase: &str, coded: &[Coded]) -> Kind {
        let last = phrase.rsplit(' ').next().unwrap_or_default();
        if let Some((role, _)) = self.get(word_hash(last)).and_then(|item| item.role) {
            return self.roles[role as usize].kind;
        }
        let roles = || coded.iter().filter(|coded| coded.meaning.sector.is_some());
        if roles().next().is_none() && coded.iter().any(|coded| coded.meaning.country.is_some()) {
            return Kind::Country;
        }
        if coded.iter().any(|coded| coded.from.is_some() || coded.to.is_some()) {
            return Kind::Person;
        }
        roles().find_map(|coded| coded.meaning.kind).unwrap_or(Kind::Organization)
    }

    fn add_agent(&mut self, agent: &Agent, meaning: Meaning, segments: &mut Segments) {
        let known = self.phrase_mut(&agent.phrase, 0, segments).role;
        let role = match known.map(|(role, _)| &self.roles[role as usize]) {
            Some(role) => {
                let sector = meaning.sector.map(Into::into).or_else(|| role.sector.clone());
                Role { lemma: role.lemma.clone(), kind: role.kind, sector }
            }
            None => {
                let role = |word| self.get(word_hash(word))?.role;
                let words = agent.phrase.rsplit(' ').find_map(role).map(|(role, _)| self.roles[role as usize].kind);
                let kind = words.unwrap_or(Kind::Person);
                Role { lemma: agent.phrase.to_lowercase().into(), kind, sector: meaning.sector.map(Into::into) }
            }
        };
        self.roles.push(role);
        let role = self.roles.len() as u32 - 1;
        let plural = known.map_or(agent.plural, |(_, plural)| plural);
        self.phrase_mut(&agent.phrase, 0, segments).role = Some((role, plural));
    }
}

/// A code of an actor with its meaning.
struct Coded<'l> {
    code: &'l str,
    meaning: Meaning<'l>,
    from: Option<jiff::civil::Date>,
    to: Option<jiff::civil::Date>,
}

/// The codes of an actor in the order in which they count: those for a period, then the last one for all times.
fn meanings<'l>(actor: &'l Actor, codes: &Codes<'l>) -> Vec<Coded<'l>> {
    let dated = actor.codes.iter().filter(|code| code.is_dated());
    let default = actor.codes.iter().rev().find(|code| !code.is_dated());
    let coded = dated.chain(default).map(|code| {
        let meaning = codes.actor(&code.code);
        Coded { code: &code.code, meaning, from: code.from, to: code.to }
    });
    coded.collect()
}

/// Whether the word means something else: then only capitals can make it a name.
fn is_common(item: &Item) -> bool {
    let Item { classes, noun_classes, verb_forms, role, .. } = *item;
    classes | noun_classes != 0
        || verb_forms != 0
        || role.is_some()
        || !(item.nouns.is_empty() && item.adjectives.is_empty())
}

/// A form of a name that is written in capitals in the dictionary, whatever it is in a text: a short word, or one that means
/// something else, must be in capitals there; others have a capital somewhere.
fn written(name: u32, form: NameForm, text: &str, common: bool) -> NameRef {
    let short = text.chars().filter(|letter| letter.is_alphabetic()).count() <= 3;
    let acronym = !text.contains(' ') && (short || common);
    NameRef { name, form, acronym, capital: false, some_capital: true }
}
