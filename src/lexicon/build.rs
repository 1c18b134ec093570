//! From the files' rows to the index.

use super::action::{ActionPos, Condition, EventType, NounTest, PatternPart, Sense, Slot, Test};
use super::hash::exact_hash;
use super::inflect::{Inflector, VerbForms};
use super::item::{Head, Item, form};
use super::name::{Kind, Name, NameForm, NameRef, Role};
use super::table::{self, LexiconError, Row};
use super::trigger::Listed;
use super::{Lexicon, Ready, join_hash, word_hash};
use crate::segment::{Abbreviations, Cues, Segmenter, Segments};
use jiff::civil::Date;
use std::collections::HashMap;
use std::hash::BuildHasherDefault;
use std::path::{Path, PathBuf};

/// A row and the file it stands in; later rows replace earlier ones with the same key.
struct Entry<'t> {
    file: &'t Path,
    row: Row<'t>,
}

/// Builds a lexicon from files in order. What is wrong is told in `errors` and left out.
pub(super) fn build(files: &[(PathBuf, &str)], errors: &mut Vec<LexiconError>) -> Lexicon {
    let mut tables: HashMap<&str, Vec<Entry>> = HashMap::new();
    let mut places: HashMap<u64, usize, BuildHasherDefault<Ready>> = HashMap::default();
    for (file, text) in files {
        let Some(table) = table::parse(file, text, errors) else { continue };
        for row in table.rows {
            let key = key(table.kind, &row);
            let entries = tables.entry(table.kind).or_default();
            match places.get(&key) {
                Some(&at) => entries[at] = Entry { file, row },
                None => {
                    places.insert(key, entries.len());
                    entries.push(Entry { file, row });
                }
            }
        }
    }
    let mut rows = |kind: &str| tables.remove(kind).unwrap_or_default();
    let abbreviations = Abbreviations::from_entries(
        rows("abbreviation").iter().flat_map(|e| e.row.values(1).map(|class| (e.row.cell(0), class))),
    );
    let mut inflector = Inflector::default();
    for Entry { row, .. } in rows("verb") {
        let [third, past, participle, ing] = [1, 2, 3, 4].map(|i| row.values(i).map(str::to_string).collect());
        inflector.verbs.insert(row.cell(0).to_string(), VerbForms { third, past, participle, ing });
    }
    for Entry { row, .. } in rows("noun") {
        let plurals: Vec<String> = row.values(1).map(str::to_string).collect();
        let plurals = if plurals.is_empty() { vec![row.cell(0).to_string()] } else { plurals };
        inflector.nouns.insert(row.cell(0).to_string(), plurals);
    }
    let words = rows("word");
    let cues = Cues::from_entries(words.iter().map(|entry| (entry.row.cell(0), entry.row.cell(1))));
    let lexicon = Lexicon::empty(Segmenter::new(abbreviations, cues));
    let mut builder = Builder { lexicon, inflector, groups: HashMap::default(), segments: Segments::default(), errors };
    rows("class").iter().for_each(|entry| builder.class(entry));
    words.iter().for_each(|entry| builder.word(entry));
    rows("role").iter().for_each(|entry| builder.role(entry));
    rows("country").iter().for_each(|entry| builder.country(entry));
    rows("city").iter().for_each(|entry| builder.city(entry));
    rows("organization").iter().for_each(|entry| builder.organization(entry));
    rows("person").iter().for_each(|entry| builder.person(entry));
    rows("action").iter().for_each(|entry| builder.action(entry));
    builder.order_senses();
    builder.lexicon.mark_triggers();
    builder.lexicon
}

/// What makes two rows the same entry: the hash of the cells that name it.
fn key(kind: &str, row: &Row) -> u64 {
    let columns: &[usize] = match kind {
        "action" => &[0, 1, 7],
        "person" => &[0, 4],
        "organization" => &[0, 5],
        "country" => &[0, 6],
        "city" | "word" | "abbreviation" => &[0, 1],
        _ => &[0],
    };
    columns.iter().fold(exact_hash(kind), |hash, &column| join_hash(hash, exact_hash(row.cell(column))))
}

struct Builder<'e> {
    lexicon: Lexicon,
    inflector: Inflector,
    /// Sense lists by head word and part of speech.
    groups: HashMap<u64, u32, BuildHasherDefault<Ready>>,
    segments: Segments,
    errors: &'e mut Vec<LexiconError>,
}

impl Builder<'_> {
    fn error(&mut self, entry: &Entry, reason: String) {
        self.errors.push(LexiconError { file: entry.file.to_path_buf(), line: entry.row.line, reason });
    }

    /// The item of a word or phrase, made if new. The words of a phrase are the tokens it has in a text.
    fn item(&mut self, text: &str) -> &mut Item {
        let plain = text.bytes().all(|byte| byte.is_ascii_alphabetic() || byte == b' ' || byte == b'-');
        let mut words = 0;
        let mut first = 0;
        let mut phrase = 0;
        let mut add = |word: &str| {
            let hash = word_hash(word);
            (words, phrase) = if words == 0 { (1, hash) } else { (words + 1, join_hash(phrase, hash)) };
            if words == 1 {
                first = hash;
            }
        };
        if plain {
            text.split(' ').filter(|word| !word.is_empty()).for_each(&mut add);
        } else {
            self.lexicon.segmenter.segment(text, &mut self.segments);
            self.segments.tokens.iter().for_each(|token| add(&text[token.start as usize..token.end as usize]));
        }
        if words > 1 {
            let head = self.lexicon.item_mut(first);
            head.longest = head.longest.max(words.min(255) as u8);
        }
        self.lexicon.item_mut(phrase)
    }

    /// All forms of a word or phrase of a `word` file, and which form of a verb each is: `.verb` and `.noun` classes
    /// inflect.
    fn forms(&self, text: &str, class: &str) -> Vec<(String, u8)> {
        let mut forms = vec![(text.to_string(), 0)];
        if class.ends_with(".verb") {
            forms[0].1 = form::BASE;
            let (head, rest) = text.split_once(' ').unwrap_or((text, ""));
            let verb = self.inflector.verb(head);
            for (texts, bits) in [
                (verb.third, form::THIRD),
                (verb.past, form::PAST),
                (verb.participle, form::PARTICIPLE),
                (verb.ing, form::ING),
            ] {
                forms.extend(
                    texts
                        .into_iter()
                        .map(|form| if rest.is_empty() { (form, bits) } else { (format!("{form} {rest}"), bits) }),
                );
            }
        } else if class.ends_with(".noun") {
            forms.extend(self.inflector.plurals(text).into_iter().map(|plural| (plural, 0)));
        }
        forms
    }

    fn word(&mut self, entry: &Entry) {
        let class = entry.row.cell(1);
        let Some(bit) = self.lexicon.word_classes.intern(class) else {
            return self.error(entry, format!("no room for one more word class: {class:?}"));
        };
        let value = entry.row.cell(2);
        for (form, bits) in self.forms(entry.row.cell(0), class) {
            let item = self.item(&form);
            item.classes |= bit;
            item.verb_forms |= bits;
            item.values.retain(|(class, _)| *class != bit);
            if !value.is_empty() {
                item.values.push((bit, value.into()));
            }
        }
    }

    fn class(&mut self, entry: &Entry) {
        let Some(bit) = self.lexicon.noun_classes.intern(entry.row.cell(0)) else {
            return self.error(entry, "no room for one more noun class".into());
        };
        for noun in entry.row.values(1) {
            self.item(noun).noun_classes |= bit;
            for plural in self.inflector.plurals(noun) {
                self.item(&plural).noun_classes |= bit;
            }
        }
    }

    fn role(&mut self, entry: &Entry) {
        let lemma = entry.row.cell(0);
        let Some(kind) = Kind::from_name(entry.row.cell(1)) else {
            return self.error(entry, format!("unknown kind {:?}", entry.row.cell(1)));
        };
        let index = self.lexicon.roles.len() as u32;
        self.lexicon.roles.push(Role { lemma: lemma.into(), kind, sector: text(entry.row.cell(2)) });
        let plurals = match entry.row.cell(3) {
            "" => self.inflector.plurals(lemma),
            "-" => Vec::new(),
            _ => entry.row.values(3).map(str::to_string).collect(),
        };
        for plural in plurals {
            self.item(&plural).role = Some((index, true));
        }
        // "Police", which has no other plural, is one.
        self.item(lemma).role = Some((index, kind == Kind::Group && entry.row.cell(3) == "-"));
    }

    fn name(&mut self, name: Name) -> u32 {
        self.lexicon.names.push(name);
        self.lexicon.names.len() as u32 - 1
    }

    fn form(&mut self, name: u32, text: &str, form: NameForm) {
        let letters = text.chars().filter(|c| c.is_alphabetic()).count();
        let acronym = letters > 1 && letters <= 6 && !text.chars().any(char::is_lowercase);
        let capital = text.chars().next().is_some_and(char::is_uppercase);
        let item = self.item(text);
        if !item.names.iter().any(|known| known.name == name && known.form == form) {
            item.names.push(NameRef { name, form, acronym, capital });
        }
    }

    /// Reads a date of a lexicon: the first or the last day of the year, month or day that is written.
    fn day(&mut self, entry: &Entry, column: usize, last: bool) -> Option<Date> {
        let cell = entry.row.cell(column);
        if cell.is_empty() {
            return None;
        }
        let mut parts = cell.split('-').map(|part| part.parse::<i16>().ok());
        let (year, month, day) = (parts.next().flatten(), parts.next().flatten(), parts.next().flatten());
        let date = year.and_then(|year| {
            let month = i8::try_from(month.unwrap_or(if last { 12 } else { 1 })).ok()?;
            match day {
                Some(day) => Date::new(year, month, i8::try_from(day).ok()?).ok(),
                None if last => Date::new(year, month, 1).ok().map(Date::last_of_month),
                None => Date::new(year, month, 1).ok(),
            }
        });
        if date.is_none() {
            self.error(entry, format!("{cell:?} is no date of the form YYYY, YYYY-MM or YYYY-MM-DD"));
        }
        date
    }

    fn country(&mut self, entry: &Entry) {
        let row = &entry.row;
        let (from, to) = (self.day(entry, 6, false), self.day(entry, 7, true));
        let iso3 = text(row.cell(1));
        // A people without a state is a group.
        let kind = if iso3.is_some() { Kind::Country } else { Kind::Group };
        let name = self.name(Name { text: row.cell(0).into(), kind, country: iso3, sector: None, from, to });
        self.form(name, row.cell(0), NameForm::Proper);
        for (column, form) in
            [(2, NameForm::Proper), (3, NameForm::Adjective), (4, NameForm::People), (5, NameForm::Capital)]
        {
            for value in row.values(column) {
                self.form(name, value, form);
            }
        }
    }

    fn city(&mut self, entry: &Entry) {
        let row = &entry.row;
        let name = self.name(Name {
            text: row.cell(0).into(),
            kind: Kind::Place,
            country: text(row.cell(1)),
            sector: None,
            from: None,
            to: None,
        });
        self.form(name, row.cell(0), NameForm::Proper);
        for value in row.values(3) {
            self.form(name, value, NameForm::Proper);
        }
    }

    fn organization(&mut self, entry: &Entry) {
        let row = &entry.row;
        let (from, to) = (self.day(entry, 5, false), self.day(entry, 6, true));
        let Some(kind) = Kind::from_name(row.cell(1)) else {
            return self.error(entry, format!("unknown kind {:?}", row.cell(1)));
        };
        let (country, sector) = (text(row.cell(2)), text(row.cell(3)));
        let name = self.name(Name { text: row.cell(0).into(), kind, country, sector, from, to });
        self.form(name, row.cell(0), NameForm::Proper);
        for value in row.values(4) {
            self.form(name, value, NameForm::Proper);
        }
    }

    fn person(&mut self, entry: &Entry) {
        let row = &entry.row;
        let (from, to) = (self.day(entry, 4, false), self.day(entry, 5, true));
        let (country, sector) = (text(row.cell(1)), text(row.cell(2)));
        let name = self.name(Name { text: row.cell(0).into(), kind: Kind::Person, country, sector, from, to });
        self.form(name, row.cell(0), NameForm::Proper);
        for value in row.values(6) {
            self.form(name, value, NameForm::Proper);
        }
    }

    fn action(&mut self, entry: &Entry) {
        let sense = match self.sense(&entry.row) {
            Ok(sense) => sense,
            Err(reason) => return self.error(entry, reason),
        };
        let (lemma, pos) = (sense.lemma.clone(), sense.pos);
        let id = self.lexicon.senses.len() as u32;
        self.lexicon.senses.push(sense);
        let words: Vec<&str> = lemma.split(' ').collect();
        let head = if pos == ActionPos::Noun { words[words.len() - 1] } else { words[0] };
        let group = match self.groups.get(&group_key(head, pos)) {
            Some(&group) => group,
            None => self.new_group(head, pos),
        };
        let listed = Listed::new(id, &self.lexicon.senses[id as usize]);
        self.lexicon.groups[group as usize].push(listed);
    }

    /// A new list of senses, and its head's forms put into the index.
    fn new_group(&mut self, head: &str, pos: ActionPos) -> u32 {
        let group = self.lexicon.groups.len() as u32;
        self.lexicon.groups.push(Vec::new());
        self.groups.insert(group_key(head, pos), group);
        match pos {
            ActionPos::Verb => {
                let forms = self.inflector.verb(head);
                self.verb_form(head, group, form::BASE);
                for (texts, bits) in [
                    (forms.third, form::THIRD),
                    (forms.past, form::PAST),
                    (forms.participle, form::PARTICIPLE),
                    (forms.ing, form::ING),
                ] {
                    texts.iter().for_each(|text| self.verb_form(text, group, bits));
                }
            }
            ActionPos::Noun => {
                let plurals = self.inflector.plurals(head);
                for text in std::iter::once(head).chain(plurals.iter().map(String::as_str)) {
                    let item = self.lexicon.item_mut(word_hash(text));
                    if !item.nouns.iter().any(|known| known.group == group) {
                        item.nouns.push(Head { group, forms: 0 });
                    }
                }
            }
            ActionPos::Adjective => {
                self.lexicon.item_mut(word_hash(head)).adjectives.push(Head { group, forms: 0 });
            }
        }
        group
    }

    fn verb_form(&mut self, text: &str, group: u32, bits: u8) {
        let item = self.lexicon.item_mut(word_hash(text));
        item.verb_forms |= bits;
        match item.verbs.iter_mut().find(|head| head.group == group) {
            Some(head) => head.forms |= bits,
            None => item.verbs.push(Head { group, forms: bits }),
        }
    }

    fn sense(&mut self, row: &Row) -> Result<Sense, String> {
        let lemma = row.cell(0);
        let pos = match row.cell(1) {
            "verb" => ActionPos::Verb,
            "noun" => ActionPos::Noun,
            "adj" => ActionPos::Adjective,
            other => return Err(format!("unknown part of speech {other:?}")),
        };
        let kind = match row.cell(2) {
            "NONE" => None,
            name => Some(EventType::from_name(name).ok_or_else(|| format!("unknown type {name:?}"))?),
        };
        let slots = |column: usize, default: &str| -> Result<Vec<Slot>, String> {
            match row.cell(column) {
                "-" => Ok(Vec::new()),
                cell => (if cell.is_empty() { default } else { cell })
                    .split('|')
                    .filter(|place| *place != "-")
                    .map(|place| Slot::parse(place.trim()).ok_or_else(|| format!("unknown place {place:?}")))
                    .collect(),
            }
        };
        let (actor, target) = match pos {
            ActionPos::Verb => ("subj", "obj"),
            ActionPos::Noun => ("by|poss|mod", "on|against|of|mod"),
            ActionPos::Adjective => ("-", "subj"),
        };
        let when = row
            .cell(7)
            .split('&')
            .map(str::trim)
            .filter(|condition| !condition.is_empty())
            .map(|condition| self.condition(condition))
            .collect::<Result<_, _>>()?;
        Ok(Sense {
            lemma: lemma.into(),
            pos,
            kind,
            mode: text(row.cell(3)),
            cameo: text(row.cell(4)),
            actor: if row.cell(5).is_empty() && pos == ActionPos::Adjective { Vec::new() } else { slots(5, actor)? },
            target: slots(6, target)?,
            when,
            pattern: self.pattern(lemma, pos),
        })
    }

    /// The words beside the head. A fixed noun may stand in the plural.
    fn pattern(&self, lemma: &str, pos: ActionPos) -> Vec<PatternPart> {
        let words: Vec<&str> = lemma.split(' ').filter(|word| !word.is_empty()).collect();
        let rest = if pos == ActionPos::Noun { &words[..words.len() - 1] } else { &words[1..] };
        rest.iter()
            .map(|&word| match word {
                "..." => PatternPart::Gap,
                _ => {
                    let mut hashes = vec![word_hash(word)];
                    hashes.extend(self.inflector.plurals(word).iter().map(|plural| word_hash(plural)));
                    PatternPart::Word(hashes)
                }
            })
            .collect()
    }

    fn condition(&self, text: &str) -> Result<Condition, String> {
        let (holds, text) = match text.strip_prefix('!') {
            Some(rest) => (false, rest),
            None => (true, text),
        };
        let test = match text.split_once(':') {
            None => match text {
                "obj" => Test::HasObject,
                "passive" => Test::Passive,
                "to" => Test::Infinitive,
                "that" => Test::That,
                _ => return Err(format!("unknown condition {text:?}")),
            },
            Some(("pp", words)) => Test::Prepositions(words.split(',').map(|word| word_hash(word.trim())).collect()),
            Some((place, words)) => {
                let nouns = self.nouns(words)?;
                match place {
                    "obj" => Test::ObjectIs(nouns),
                    "subj" => Test::SubjectIs(nouns),
                    "mod" => Test::ModifierIs(nouns),
                    _ => return Err(format!("unknown condition {text:?}")),
                }
            }
        };
        Ok(Condition { test, holds })
    }

    fn nouns(&self, list: &str) -> Result<Vec<NounTest>, String> {
        let mut tests = Vec::new();
        for word in list.split(',').map(str::trim).filter(|word| !word.is_empty()) {
            let test = match word.strip_prefix('@') {
                Some("person") => NounTest::Person,
                Some("organization") => NounTest::Organization,
                Some("country") => NounTest::Country,
                Some("place") => NounTest::Place,
                Some("event") => NounTest::Event,
                Some("number") => NounTest::Number,
                Some("money") => NounTest::Money,
                Some(class) => match self.lexicon.noun_classes.bit(class) {
                    0 => return Err(format!("unknown class @{class}")),
                    bit => NounTest::Class(bit),
                },
                None => {
                    tests.extend(self.inflector.plurals(word).iter().map(|plural| NounTest::Word(word_hash(plural))));
                    NounTest::Word(word_hash(word))
                }
            };
            tests.push(test);
        }
        Ok(tests)
    }

    /// Longer entries first, then those with conditions; the file's order within.
    fn order_senses(&mut self) {
        let Lexicon { groups, senses, .. } = &mut self.lexicon;
        for group in groups {
            group.sort_by_key(|listed| {
                let sense = &senses[listed.sense as usize];
                (std::cmp::Reverse(sense.pattern.len()), sense.when.is_empty())
            });
        }
    }
}

/// The key of an action's head and part of speech.
fn group_key(head: &str, pos: ActionPos) -> u64 {
    join_hash(word_hash(head), pos as u64)
}

fn text(cell: &str) -> Option<Box<str>> {
    (!cell.is_empty()).then(|| cell.into())
}
