//! From the files' rows to the index.

use super::action::ActionPos;
use super::actions::{self, Actions};
use super::file::LexiconFile;
use super::hash::exact_hash;
use super::inflect::Inflector;
use super::item::{Head, Item, form};
use super::name::{Kind, Role};
use super::names::{Columns, NAMED};
use super::table::{self, Cells, LexiconError, Row, Table};
use super::trigger::{BARE, IDIOM};
use super::{Classes, Lexicon, Ready, join_hash, word_hash};
use crate::segment::{Abbreviations, Cues, Segmenter, Segments};
use std::collections::HashMap;
use std::hash::BuildHasherDefault;
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
pub(super) fn build(files: &[LexiconFile], errors: &mut Vec<LexiconError>) -> Lexicon {
    let mut told = Told::new();
    let mut tables = Vec::with_capacity(files.len());
    for (place, file) in files.iter().enumerate() {
        let mut errors = Vec::new();
        tables.extend(Table::open(file, place as u16, &mut errors).map(|table| (place, table)));
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
    lexicon.files = files.iter().map(|file| file.path.clone()).collect();
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

/// The entries of one kind. Rows of later layers replace earlier ones with the same key; one that removes takes out
/// those before it with the same name and, where it has more cells of the key, the same ones.
fn entries<'a, 't>(tables: &'a [(usize, Table<'t>)], kind: &str, told: &mut Told) -> Vec<Row<'a, 't>> {
    let tables = || tables.iter().filter(|(_, table)| table.kind == kind);
    let most = tables().map(|(_, table)| table.most_rows()).sum();
    let mut rows: Vec<Row> = Vec::with_capacity(most);
    // The files of one layer have no entry twice; `check` tells of those that do.
    let layered = tables().any(|(_, table)| table.layer() > 0);
    let mut places: HashMap<u64, u32, BuildHasherDefault<Ready>> =
        HashMap::with_capacity_and_hasher(if layered { most } else { 0 }, BuildHasherDefault::default());
    for (place, table) in tables() {
        let mut errors = Vec::new();
        let mut unknown = Vec::new();
        table.read(&mut errors, |row| {
            if row.removes {
                let count = rows.len();
                let removal = row.cells();
                rows.retain(|other| !is_removed(kind, &other.cells(), &removal));
                places.clear();
                places.extend(rows.iter().zip(0..).map(|(row, at)| (key(kind, &row.cells()), at)));
                if rows.len() == count {
                    unknown.push(row.error(format!("there is no entry {:?} to remove", removal.cell(0))));
                }
                return;
            }
            let next = rows.len() as u32;
            let at = if layered { *places.entry(key(kind, &row.cells())).or_insert(next) } else { next };
            match rows.get_mut(at as usize) {
                Some(earlier) => *earlier = row,
                None => rows.push(row),
            }
        });
        told.extend(errors.into_iter().chain(unknown).map(|error| (*place, error)));
    }
    rows
}

/// What makes two rows the same entry: the hash of the cells that name it.
pub(super) fn key(kind: &str, cells: &Cells) -> u64 {
    key_columns(kind).iter().fold(0, |hash, &column| join_hash(hash, exact_hash(cells.cell(column))))
}

/// Whether an entry is one of those that `removal` takes out.
pub(super) fn is_removed(kind: &str, entry: &Cells, removal: &Cells) -> bool {
    let columns = key_columns(kind);
    entry.cell(0) == removal.cell(0)
        && columns.iter().all(|&column| removal.cell(column).is_empty() || removal.cell(column) == entry.cell(column))
}

/// The columns whose cells make two rows the same entry.
fn key_columns(kind: &str) -> &'static [usize] {
    match kind {
        "action" => &[0, 1, 7],
        "word" | "abbreviation" => &[0, 1],
        _ => Columns::of(kind).map_or(&[0], |columns| columns.key),
    }
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
    for (kind, columns) in &NAMED {
        let rows = entries(tables, kind, builder.told);
        builder.named(rows, columns);
    }
    builder.lexicon
}

pub(super) struct Builder<'e, 't> {
    pub lexicon: Lexicon,
    inflector: &'e Inflector<'t>,
    segments: Segments,
    /// For inflected forms.
    buffer: String,
    told: &'e mut Told,
}

impl Builder<'_, '_> {
    pub fn error(&mut self, row: &Row, reason: String) {
        self.told.push((ENTRIES, row.error(reason)));
    }

    /// The item of a word or phrase, made if new. The words of a phrase are the tokens it has in a text.
    pub fn item(&mut self, text: &str) -> &mut Item {
        self.item_of_class(text, 0)
    }

    /// The same for one of these word classes; the first word of a phrase is told of them.
    fn item_of_class(&mut self, text: &str, classes: u64) -> &mut Item {
        self.lexicon.phrase_mut(text, classes, &mut self.segments)
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
        let sector = self.code(row, "sector", cells.cell(2));
        let index = self.lexicon.roles.len() as u32;
        self.lexicon.roles.push(Role { lemma: lemma.into(), kind, sector, source: row.source() });
        match cells.cell(3) {
            "" => self.plurals(lemma, |builder, plural| builder.item(plural).role = Some((index, true))),
            "-" => {}
            _ => cells.values(3).for_each(|plural| self.item(plural).role = Some((index, true))),
        }
        // "Police", which has no other plural, is one.
        self.item(lemma).role = Some((index, kind == Kind::Group && cells.cell(3) == "-"));
    }
}

impl Lexicon {
    /// The item of a word or phrase, made if new. The words of a phrase are the tokens it has in a text; the first one is
    /// told of these word classes.
    pub(super) fn phrase_mut(&mut self, text: &str, classes: u64, segments: &mut Segments) -> &mut Item {
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
            self.segmenter.segment(text, segments);
            segments.tokens.iter().for_each(|token| add(token.of(text)));
        }
        if words > 1 {
            let head = self.item_mut(first);
            head.longest = head.longest.max(words.min(255) as u8);
            head.phrase_classes |= classes;
        }
        self.item_mut(phrase)
    }

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
pub(super) fn push<T>(list: &mut ThinVec<T>, value: T) {
    if list.is_empty() {
        list.reserve_exact(1);
    }
    list.push(value);
}
