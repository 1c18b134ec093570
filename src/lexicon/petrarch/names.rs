//! The entries of dictionaries over those of a lexicon.

use super::actors::{Actor, NO_CODE};
use super::cameo::{Codes, Coding};
use super::report::{Place, Quirk};
use super::{Agent, Dictionaries, DiscardList, IssueList};
use crate::lexicon::item::Item;
use crate::lexicon::name::{Kind, Name, NameForm, NameRef, Period, Role, Source};
use crate::lexicon::{Lexicon, word_hash};
use crate::segment::Segments;
use jiff::civil::Date;

/// The layer of names from dictionaries: they win over those of all folders.
const LAYER: u8 = u8::MAX;

impl Lexicon {
    /// Puts the dictionaries' actors, agents, discards and issues over the lexicon's own entries. Codes that begin with
    /// nothing known are added to the findings.
    ///
    /// Where the lexicon has a phrase as a name already, the dictionary's codes come first on the days for which it has
    /// any; a phrase that both have for the same country, without more, is left as it is.
    pub fn add_petrarch(&mut self, dictionaries: &mut Dictionaries) {
        let Dictionaries { actors, agents, discards, issues, files, .. } = dictionaries;
        let states = self.names.iter().filter(|name| name.kind == Kind::Country);
        let codes = Codes::new(states.flat_map(|name| self.periods(name)).filter_map(|period| period.country));
        let first_file = self.files.len();
        self.files.extend(files.iter().map(|file| file.path.clone()));
        let source = |Place { file, line }| Source { file: (first_file + file) as u16, line: line as u32 };
        let mut segments = Segments::default();
        for actor in actors.iter() {
            let place = actor.phrases[0].place;
            let coded = coded(actor, &codes);
            for coded in coded.iter().filter(|coded| coded.code != NO_CODE && !coded.says.known) {
                files[place.file].find(place.line, Quirk::UnknownCode, coded.code);
            }
            self.add_actor(actor, &coded, source(place), &mut segments);
        }
        for agent in agents.iter() {
            self.add_agent(agent, codes.agent(&agent.code), source(agent.place), &mut segments);
        }
        self.discards = DiscardList::new(discards, self);
        self.issues = IssueList::new(issues, self);
        self.items.iter_mut().for_each(Item::sign);
    }

    fn add_actor(&mut self, actor: &Actor, coded: &[Coded], source: Source, segments: &mut Segments) {
        if coded.is_empty() {
            return;
        }
        let text = &actor.phrases[0].text;
        let kind = self.kind(text, coded);
        let first = self.periods.len() as u32;
        self.periods.extend(coded.iter().map(|Coded { says, from, to, .. }| Period {
            country: says.country,
            sector: says.sector,
            from: *from,
            to: *to,
            source,
        }));
        let name = |lexicon: &mut Lexicon| {
            let periods = (first, lexicon.periods.len() as u32);
            lexicon.names.push(Name { text: text.clone(), kind, periods });
            lexicon.names.len() as u32 - 1
        };
        let over_known = name(self);
        let has_default = coded.iter().any(|coded| coded.from.is_none() && coded.to.is_none());
        let alone = if has_default {
            over_known
        } else {
            // Outside of all its periods an actor has no code.
            self.periods.push(Period { country: None, sector: None, from: None, to: None, source });
            name(self)
        };
        let state = match coded {
            [only] if has_default && only.says.sector.is_none() => only.says.country,
            _ => None,
        };
        for phrase in actor.phrases.iter().filter(|phrase| !phrase.replaced) {
            let known = self.phrase_mut(&phrase.text, 0, segments).names.clone();
            let is_state = |name: &NameRef| self.periods(self.name(*name)).iter().any(|period| period.country == state);
            if state.is_some() && known.iter().any(is_state) {
                continue;
            }
            let form = known.iter().map(|name| name.form).min();
            let item = self.phrase_mut(&phrase.text, 0, segments);
            let common = form.is_none() && is_common(item);
            let name = if form.is_some() { over_known } else { alone };
            item.names.push(written(name, form.unwrap_or(NameForm::Proper), &phrase.text, common));
        }
    }

    /// What kind of thing a phrase names: what its last word means ("…_COMMISSION"); else a country, if no code says a
    /// role; else a person, if a code is for a period; else what the code says.
    fn kind(&self, phrase: &str, coded: &[Coded]) -> Kind {
        let last = phrase.rsplit(' ').next().unwrap_or_default();
        if let Some((role, _)) = self.get(word_hash(last)).and_then(|item| item.role) {
            return self.roles[role as usize].kind;
        }
        let roles = || coded.iter().filter(|coded| coded.says.sector.is_some());
        if roles().next().is_none() && coded.iter().any(|coded| coded.says.country.is_some()) {
            return Kind::Country;
        }
        if coded.iter().any(|coded| coded.from.is_some() || coded.to.is_some()) {
            return Kind::Person;
        }
        roles().find_map(|coded| coded.says.kind).unwrap_or(Kind::Organization)
    }

    fn add_agent(&mut self, agent: &Agent, says: Coding, source: Source, segments: &mut Segments) {
        let known = self.phrase_mut(&agent.phrase, 0, segments).role;
        let role = match known.map(|(role, _)| &self.roles[role as usize]) {
            Some(role) => Role { sector: says.sector.or(role.sector), source, ..role.clone() },
            None => {
                let role = |word| self.get(word_hash(word))?.role;
                let kind = agent.phrase.rsplit(' ').find_map(role).map(|(role, _)| self.roles[role as usize].kind);
                let (lemma, kind) = (agent.phrase.to_lowercase().into(), kind.unwrap_or(Kind::Person));
                Role { lemma, kind, sector: says.sector, source }
            }
        };
        self.roles.push(role);
        let role = self.roles.len() as u32 - 1;
        let plural = known.map_or(agent.plural, |(_, plural)| plural);
        self.phrase_mut(&agent.phrase, 0, segments).role = Some((role, plural));
    }
}

/// A code of an actor and what it says.
struct Coded<'l> {
    code: &'l str,
    says: Coding,
    from: Option<Date>,
    to: Option<Date>,
}

/// The codes of an actor in the order in which they count: those for a period, then the last one for all times.
fn coded<'l>(actor: &'l Actor, codes: &Codes) -> Vec<Coded<'l>> {
    let dated = actor.codes.iter().filter(|code| code.is_dated());
    let default = actor.codes.iter().rev().find(|code| !code.is_dated());
    let coded = dated.chain(default);
    coded.map(|code| Coded { code: &code.code, says: codes.actor(&code.code), from: code.from, to: code.to }).collect()
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
    NameRef { name, form, acronym, capital: false, some_capital: true, layer: LAYER }
}
