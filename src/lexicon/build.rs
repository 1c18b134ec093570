//! From the files' rows to the index.

use super::action::ActionPos;
use super::actions::{self, Actions, text};
use super::hash::exact_hash;
use super::inflect::Inflector;
use super::item::{Head, Item, form};
use super::name::{Kind, Name, NameForm, NameRef, Role};
use super::table::{self, Cells, LexiconError, Row, Table};
use super::trigger::{BARE, IDIOM};
use super::{Classes, Lexicon, Ready, join_hash, word_hash};
use crate::segment::{Abbreviations, Cues, Segmenter, Segments};
use jiff::civil::Date;
use std::collections::HashMap;
use std::hash::BuildHasherDefault;
use std::path::PathBuf;
use std::thread;
use thin_vec::ThinVec;

/// Errors with their places in the order in which they are told: those of reading by file, then those of [`ENTRIES`],
/// then those of [`ACTIONS`].
type Told = Vec<(usize, LexiconError)>;

const ENTRIES: usize = usize::MAX - 1;
const ACTIONS: usize = usize::MAX;

/// Builds a lexicon from files in order. What is wrong is told in `errors` and left out.
///
/// The actions are half of the work and touch the index only at the end: all else has a thread of its own. (It is not
/// the actions that have it, as the system's allocator has more to do for small pieces outside the main thread.)
pub(super) fn build(files: &[(PathBuf, &str)], errors: &mut Vec<LexiconError>) -> Lexicon {
    let mut told = Told::new();
    let mut tables = Vec::with_capacity(files.len());
    for (place, (file, text)) in files.iter().enumerate() {
        let mut errors = Vec::new();
        tables.extend(Table::open(file, text, &mut errors).map(|table| (place, table)));
        told.extend(errors.into_iter().map(|error| (place, error)));
    }
    let mut inflector = Inflector::default();
    entries(&tables, "verb", &mut told).iter().for_each(|row| inflector.add_verb(&row.cells()));
    entries(&tables, "noun", &mut told).iter().for_each(|row| inflector.add_noun(&row.cells()));
    let mut noun_classes = Classes::default();
    let mut classes = Vec::new();
    for row in entries(&tables, "class", &mut told) {
        let cells = row.cells();
        match noun_classes.intern(cells.cell(0)) {
            Some(bit) => classes.push((bit, cells)),
            None => told.push((ENTRIES, row.error("no room for one more noun class".into()))),
        }
    }
    let read_entries = || {
        let mut told = Told::new();
        (build_entries(&tables, &inflector, &classes, &mut told), told)
    };
    let ((mut lexicon, entries_told), actions) = thread::scope(|scope| {
        let thread = thread::Builder::new().spawn_scoped(scope, read_entries);
        let rows = entries(&tables, "action", &mut told);
        let mut errors = Vec::new();
        let actions = actions::read(&rows, &inflector, &noun_classes, &mut errors);
        told.extend(errors.into_iter().map(|error| (ACTIONS, error)));
        let lexicon = match thread {
            Ok(thread) => thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)),
            Err(_) => read_entries(),
        };
        (lexicon, actions)
    });
    lexicon.noun_classes = noun_classes;
    let classes = |names: &[&str]| names.iter().fold(0, |bits, name| bits | lexicon.noun_class(name));
    lexicon.things = super::Things {
        localities: classes(&["locality"]),
        objects: classes(&["building", "installation", "vehicle", "weapon", "projectile"]),
    };
    lexicon.add_actions(actions);
    lexicon.items.iter_mut().for_each(Item::sign);
    told.extend(entries_told);
    told.sort_by_key(|(place, _)| *place);
    errors.extend(told.into_iter().map(|(_, error)| error));
    lexicon
}

/// The entries of one kind; later rows replace earlier ones with the same key.
fn entries<'a, 't>(tables: &'a [(usize, Table<'t>)], kind: &str, told: &mut Told) -> Vec<Row<'a, 't>> {
    let tables = || tables.iter().filter(|(_, table)| table.kind == kind);
    let most = tables().map(|(_, table)| table.most_rows()).sum();
    let mut rows: Vec<Row> = Vec::with_capacity(most);
    let mut places: HashMap<u64, u32, BuildHasherDefault<Ready>> =
        HashMap::with_capacity_and_hasher(most, BuildHasherDefault::default());
    for (place, table) in tables() {
        let mut errors = Vec::new();
        table.read(&mut errors, |row, cells| {
            let next = rows.len() as u32;
            match *places.entry(key(kind, cells)).or_insert(next) {
                at if at == next => rows.push(row),
                at => rows[at as usize] = row,
            }
        });
        told.extend(errors.into_iter().map(|error| (*place, error)));
    }
    rows
}

/// What makes two rows the same entry: the hash of the cells that name it.
fn key(kind: &str, cells: &Cells) -> u64 {
    let columns: &[usize] = match kind {
        "action" => &[0, 1, 7],
        "person" => &[0, 4],
        "organization" => &[0, 5],
        "country" => &[0, 6],
        "city" | "word" | "abbreviation" => &[0, 1],
        _ => &[0],
    };
    columns.iter().fold(0, |hash, &column| join_hash(hash, exact_hash(cells.cell(column))))
}

/// The index of all but the actions. `classes` are the noun classes with their bits.
fn build_entries<'t>(
    tables: &[(usize, Table<'t>)],
    inflector: &Inflector<'t>,
    classes: &[(u64, Cells<'t>)],
    told: &mut Told,
) -> Lexicon {
    let abbreviations = entries(tables, "abbreviation", told);
    let abbreviations = Abbreviations::from_entries(abbreviations.iter().flat_map(|row| {
        let cells = row.cells();
        cells.values(1).map(move |class| (cells.cell(0), class))
    }));
    let words = entries(tables, "word", told);
    let cues: Vec<(&str, &str)> = words.iter().map(Row::cells).map(|cells| (cells.cell(0), cells.cell(1))).collect();
    let lexicon = Lexicon::empty(Segmenter::new(abbreviations, Cues::from_entries(cues.into_iter())));
    let segments = Segments::default();
    let mut builder = Builder { lexicon, inflector, segments, buffer: String::new(), told };
    classes.iter().for_each(|(bit, cells)| builder.class(*bit, cells));
    words.iter().for_each(|row| builder.word(row));
    entries(tables, "role", builder.told).iter().for_each(|row| builder.role(row));
    entries(tables, "country", builder.told).iter().for_each(|row| builder.country(row));
    entries(tables, "city", builder.told).iter().for_each(|row| builder.city(row));
    entries(tables, "organization", builder.told).iter().for_each(|row| builder.organization(row));
    entries(tables, "person", builder.told).iter().for_each(|row| builder.person(row));
    builder.lexicon
}

struct Builder<'e, 't> {
    lexicon: Lexicon,
    inflector: &'e Inflector<'t>,
    segments: Segments,
    /// For inflected forms.
    buffer: String,
    told: &'e mut Told,
}

impl Builder<'_, '_> {
    fn error(&mut self, row: &Row, reason: String) {
        self.told.push((ENTRIES, row.error(reason)));
    }

    /// The item of a word or phrase, made if new. The words of a phrase are the tokens it has in a text.
    fn item(&mut self, text: &str) -> &mut Item {
        self.item_of_class(text, 0)
    }

    /// The same for one of these word classes; the first word of a phrase is told of them.
    fn item_of_class(&mut self, text: &str, classes: u64) -> &mut Item {
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
            table::split(text, b' ').filter(|word| !word.is_empty()).for_each(&mut add);
        } else {
            self.lexicon.segmenter.segment(text, &mut self.segments);
            self.segments.tokens.iter().for_each(|token| add(&text[token.start as usize..token.end as usize]));
        }
        if words > 1 {
            let head = self.lexicon.item_mut(first);
            head.longest = head.longest.max(words.min(255) as u8);
            head.phrase_classes |= classes;
        }
        self.lexicon.item_mut(phrase)
    }

    /// Gives all plurals of a noun to `each`.
    fn plurals(&mut self, noun: &str, mut each: impl FnMut(&mut Self, &str)) {
        let mut buffer = std::mem::take(&mut self.buffer);
        self.inflector.plurals(noun, &mut buffer, |plural| each(self, plural));
        self.buffer = buffer;
    }

    /// A word or phrase; those of `.verb` and `.noun` classes inflect.
    fn word(&mut self, row: &Row) {
        let cells = row.cells();
        let (lemma, class) = (cells.cell(0), cells.cell(1));
        let Some(bit) = self.lexicon.word_classes.intern(class) else {
            return self.error(row, format!("no room for one more word class: {class:?}"));
        };
        let add = |builder: &mut Self, form: &str, bits: u8| {
            let item = builder.item_of_class(form, bit);
            item.classes |= bit;
            item.verb_forms |= bits;
            item.values.retain(|(class, _)| *class != bit);
            if !cells.cell(2).is_empty() {
                push(&mut item.values, (bit, cells.cell(2).into()));
            }
        };
        if class.ends_with(".verb") {
            add(self, lemma, form::BASE);
            let (head, rest) = lemma.split_at(lemma.find(' ').unwrap_or(lemma.len()));
            let mut buffer = std::mem::take(&mut self.buffer);
            let mut phrase = String::new();
            self.inflector.verb(head, &mut buffer, |form, bits| {
                phrase.clear();
                phrase.push_str(form);
                phrase.push_str(rest);
                add(self, &phrase, bits);
            });
            self.buffer = buffer;
        } else {
            add(self, lemma, 0);
            if class.ends_with(".noun") {
                self.plurals(lemma, |builder, plural| add(builder, plural, 0));
            }
        }
    }

    fn class(&mut self, bit: u64, cells: &Cells) {
        for noun in cells.values(1) {
            self.item(noun).noun_classes |= bit;
            self.plurals(noun, |builder, plural| builder.item(plural).noun_classes |= bit);
        }
    }

    fn role(&mut self, row: &Row) {
        let cells = row.cells();
        let lemma = cells.cell(0);
        let Some(kind) = Kind::from_name(cells.cell(1)) else {
            return self.error(row, format!("unknown kind {:?}", cells.cell(1)));
        };
        let index = self.lexicon.roles.len() as u32;
        self.lexicon.roles.push(Role { lemma: lemma.into(), kind, sector: text(cells.cell(2)) });
        match cells.cell(3) {
            "" => self.plurals(lemma, |builder, plural| builder.item(plural).role = Some((index, true))),
            "-" => {}
            _ => cells.values(3).for_each(|plural| self.item(plural).role = Some((index, true))),
        }
        // "Police", which has no other plural, is one.
        self.item(lemma).role = Some((index, kind == Kind::Group && cells.cell(3) == "-"));
    }

    fn name(&mut self, name: Name) -> u32 {
        self.lexicon.names.push(name);
        self.lexicon.names.len() as u32 - 1
    }

    fn form(&mut self, name: u32, text: &str, form: NameForm) {
        let letters = || text.chars().filter(|c| c.is_alphabetic()).count();
        let acronym = !text.chars().any(char::is_lowercase) && matches!(letters(), 2..=6);
        let capital = text.chars().next().is_some_and(char::is_uppercase);
        let item = self.item(text);
        if !item.names.iter().any(|known| known.name == name && known.form == form) {
            push(&mut item.names, NameRef { name, form, acronym, capital });
        }
    }

    /// Reads a date of a lexicon: the first or the last day of the year, month or day that is written.
    fn day(&mut self, row: &Row, cell: &str, last: bool) -> Option<Date> {
        if cell.is_empty() {
            return None;
        }
        let mut parts = table::split(cell, b'-').map(|part| part.parse::<i16>().ok());
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
            self.error(row, format!("{cell:?} is no date of the form YYYY, YYYY-MM or YYYY-MM-DD"));
        }
        date
    }

    fn country(&mut self, row: &Row) {
        let cells = row.cells();
        let (from, to) = (self.day(row, cells.cell(6), false), self.day(row, cells.cell(7), true));
        let iso3 = text(cells.cell(1));
        // A people without a state is a group.
        let kind = if iso3.is_some() { Kind::Country } else { Kind::Group };
        let name = self.name(Name { text: cells.cell(0).into(), kind, country: iso3, sector: None, from, to });
        self.form(name, cells.cell(0), NameForm::Proper);
        for (column, form) in
            [(2, NameForm::Proper), (3, NameForm::Adjective), (4, NameForm::People), (5, NameForm::Capital)]
        {
            for value in cells.values(column) {
                self.form(name, value, form);
            }
        }
    }

    fn city(&mut self, row: &Row) {
        let cells = row.cells();
        let name = self.name(Name {
            text: cells.cell(0).into(),
            kind: Kind::Place,
            country: text(cells.cell(1)),
            sector: None,
            from: None,
            to: None,
        });
        self.form(name, cells.cell(0), NameForm::Proper);
        for value in cells.values(3) {
            self.form(name, value, NameForm::Proper);
        }
    }

    fn organization(&mut self, row: &Row) {
        let cells = row.cells();
        let (from, to) = (self.day(row, cells.cell(5), false), self.day(row, cells.cell(6), true));
        let Some(kind) = Kind::from_name(cells.cell(1)) else {
            return self.error(row, format!("unknown kind {:?}", cells.cell(1)));
        };
        let (country, sector) = (text(cells.cell(2)), text(cells.cell(3)));
        let name = self.name(Name { text: cells.cell(0).into(), kind, country, sector, from, to });
        self.form(name, cells.cell(0), NameForm::Proper);
        for value in cells.values(4) {
            self.form(name, value, NameForm::Proper);
        }
    }

    fn person(&mut self, row: &Row) {
        let cells = row.cells();
        let (from, to) = (self.day(row, cells.cell(4), false), self.day(row, cells.cell(5), true));
        let (country, sector) = (text(cells.cell(1)), text(cells.cell(2)));
        let name = self.name(Name { text: cells.cell(0).into(), kind: Kind::Person, country, sector, from, to });
        self.form(name, cells.cell(0), NameForm::Proper);
        for value in cells.values(6) {
            self.form(name, value, NameForm::Proper);
        }
    }
}

impl Lexicon {
    /// Takes the actions: their heads get into the index, with marks of how they can start an event.
    fn add_actions(&mut self, actions: Actions) {
        for word in actions.heads {
            let (number, item) = self.entry(word.hash);
            // A word that can start an event by itself needs no other mark.
            if actions.bare[word.group as usize] {
                *number = *number & !IDIOM | BARE;
            } else if *number & BARE == 0 {
                *number |= IDIOM;
            }
            item.verb_forms |= word.forms;
            let heads = match word.pos {
                ActionPos::Verb => &mut item.verbs,
                ActionPos::Noun => &mut item.nouns,
                ActionPos::Adjective => &mut item.adjectives,
            };
            match heads.iter_mut().find(|head| head.group == word.group) {
                Some(head) => head.forms |= word.forms,
                None => push(heads, Head { group: word.group, forms: word.forms }),
            }
        }
        self.senses = actions.senses;
        self.groups = actions.groups;
        self.idioms = actions.idioms;
    }
}

/// Adds to a list that most often stays alone with its first value.
fn push<T>(list: &mut ThinVec<T>, value: T) {
    if list.is_empty() {
        list.reserve_exact(1);
    }
    list.push(value);
}
