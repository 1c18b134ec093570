//! From the rows of actions to senses, and the words that can be their heads.

use super::action::{ActionPos, Condition, EventType, NounTest, PatternPart, Sense, Slot, Test};
use super::inflect::Inflector;
use super::item::form;
use super::table::{self, LexiconError, Row, trim};
use super::trigger::{Listed, first_word};
use super::{Classes, Ready, join_hash, word_hash};
use std::collections::{HashMap, HashSet};
use std::hash::BuildHasherDefault;

/// A word that can be the head of an action.
pub(super) struct HeadWord {
    /// Its [`word_hash`].
    pub hash: u64,
    pub group: u32,
    pub pos: ActionPos,
    /// Bits of [`form`] for verbs; 0 for others.
    pub forms: u8,
}

/// All actions, but for the index.
#[derive(Default)]
pub(super) struct Actions {
    pub senses: Vec<Sense>,
    /// Lists of senses by head word and part of speech.
    pub groups: Vec<Vec<Listed>>,
    /// Whether a sense of the group needs no other word to be an event.
    pub bare: Vec<bool>,
    pub idioms: HashSet<u64, BuildHasherDefault<Ready>>,
    /// In the order in which the index takes them.
    pub heads: Vec<HeadWord>,
}

/// Reads the actions.
pub(super) fn read(rows: &[Row], inflector: &Inflector, classes: &Classes, errors: &mut Vec<LexiconError>) -> Actions {
    let mut reader = Reader {
        inflector,
        classes,
        groups: HashMap::with_capacity_and_hasher(rows.len(), BuildHasherDefault::default()),
        buffer: String::new(),
        out: Actions {
            senses: Vec::with_capacity(rows.len()),
            groups: Vec::with_capacity(rows.len()),
            bare: Vec::with_capacity(rows.len()),
            idioms: HashSet::with_capacity_and_hasher(rows.len(), BuildHasherDefault::default()),
            heads: Vec::with_capacity(rows.len() * 2),
        },
    };
    for row in rows {
        match reader.sense(row) {
            Ok(sense) => reader.add(sense),
            Err(reason) => errors.push(row.error(reason)),
        }
    }
    let Actions { groups, senses, .. } = &mut reader.out;
    // Longer entries first, then those with conditions; the file's order within.
    for group in groups {
        group.sort_by_key(|listed| {
            let sense = &senses[listed.sense as usize];
            (std::cmp::Reverse(sense.pattern.len()), sense.when.is_empty())
        });
    }
    reader.out
}

struct Reader<'a, 't> {
    inflector: &'a Inflector<'t>,
    classes: &'a Classes,
    /// The groups' numbers by head and part of speech.
    groups: HashMap<u64, u32, BuildHasherDefault<Ready>>,
    /// For inflected forms.
    buffer: String,
    out: Actions,
}

impl Reader<'_, '_> {
    fn add(&mut self, sense: Sense) {
        let (before, after) = (sense.lemma.split_once(' '), sense.lemma.rsplit_once(' '));
        let head = match sense.pos {
            ActionPos::Noun => after.map_or(&*sense.lemma, |(_, head)| head),
            ActionPos::Verb | ActionPos::Adjective => before.map_or(&*sense.lemma, |(head, _)| head),
        };
        let key = join_hash(word_hash(head), sense.pos as u64);
        let next = self.out.groups.len() as u32;
        let group = *self.groups.entry(key).or_insert(next);
        if group == next {
            self.out.groups.push(Vec::new());
            self.out.bare.push(false);
            self.add_heads(head, sense.pos, group);
        }
        if sense.kind.is_some() {
            match first_word(&sense) {
                None => self.out.bare[group as usize] = true,
                Some(hashes) => {
                    self.out.idioms.extend(hashes.iter().map(|&hash| join_hash(u64::from(group), hash)));
                }
            }
        }
        self.out.groups[group as usize].push(Listed::new(self.out.senses.len() as u32, &sense));
        self.out.senses.push(sense);
    }

    /// The forms of a new group's head.
    fn add_heads(&mut self, head: &str, pos: ActionPos, group: u32) {
        let Reader { inflector, buffer, out, .. } = self;
        let mut add = |text: &str, forms| out.heads.push(HeadWord { hash: word_hash(text), group, pos, forms });
        match pos {
            ActionPos::Verb => {
                add(head, form::BASE);
                inflector.verb(head, buffer, add);
            }
            ActionPos::Noun => {
                add(head, 0);
                inflector.plurals(head, buffer, |plural| add(plural, 0));
            }
            ActionPos::Adjective => add(head, 0),
        }
    }

    fn sense(&mut self, row: &Row) -> Result<Sense, String> {
        let cells = row.cells();
        let lemma = cells.cell(0);
        let pos = match cells.cell(1) {
            "verb" => ActionPos::Verb,
            "noun" => ActionPos::Noun,
            "adj" => ActionPos::Adjective,
            other => return Err(format!("unknown part of speech {other:?}")),
        };
        let kind = match cells.cell(2) {
            "NONE" => None,
            name => Some(EventType::from_name(name).ok_or_else(|| format!("unknown type {name:?}"))?),
        };
        let (actor, target) = match pos {
            ActionPos::Verb => ("subj", "obj"),
            ActionPos::Noun => ("by|poss|mod", "on|against|of|mod"),
            ActionPos::Adjective => ("-", "subj"),
        };
        let mut when = list(cells.cell(7), b'&');
        for condition in parts(cells.cell(7), b'&') {
            when.push(self.condition(condition)?);
        }
        Ok(Sense {
            lemma: lemma.into(),
            pos,
            kind,
            mode: text(cells.cell(3)),
            cameo: text(cells.cell(4)),
            actor: slots(cells.cell(5), actor)?,
            target: slots(cells.cell(6), target)?,
            when,
            pattern: self.pattern(lemma, pos),
            source: row.source(),
        })
    }

    /// The words beside the head. A fixed noun may stand in the plural.
    fn pattern(&mut self, lemma: &str, pos: ActionPos) -> Vec<PatternPart> {
        let words = || table::split(lemma, b' ').filter(|word| !word.is_empty());
        let count = words().count() - 1;
        let skipped = usize::from(pos != ActionPos::Noun);
        let mut pattern = Vec::with_capacity(count);
        pattern.extend(words().skip(skipped).take(count).map(|word| match word {
            "..." => PatternPart::Gap,
            _ => {
                let mut hashes = Vec::with_capacity(2);
                hashes.push(word_hash(word));
                self.inflector.plurals(word, &mut self.buffer, |plural| hashes.push(word_hash(plural)));
                PatternPart::Word(hashes)
            }
        }));
        pattern
    }

    fn condition(&mut self, text: &str) -> Result<Condition, String> {
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
            Some(("pp", words)) => {
                let mut prepositions = list(words, b',');
                prepositions.extend(table::split(words, b',').map(|word| word_hash(trim(word))));
                Test::Prepositions(prepositions)
            }
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

    fn nouns(&mut self, words: &str) -> Result<Vec<NounTest>, String> {
        // A noun is two tests.
        let mut tests = Vec::with_capacity(2 * table::split(words, b',').count());
        for word in parts(words, b',') {
            let test = match word.strip_prefix('@') {
                Some("person") => NounTest::Person,
                Some("organization") => NounTest::Organization,
                Some("country") => NounTest::Country,
                Some("place") => NounTest::Place,
                Some("event") => NounTest::Event,
                Some("number") => NounTest::Number,
                Some("money") => NounTest::Money,
                Some(class) => match self.classes.bit(class) {
                    0 => return Err(format!("unknown class @{class}")),
                    bit => NounTest::Class(bit),
                },
                None => {
                    let plurals = |plural: &str| tests.push(NounTest::Word(word_hash(plural)));
                    self.inflector.plurals(word, &mut self.buffer, plurals);
                    NounTest::Word(word_hash(word))
                }
            };
            tests.push(test);
        }
        Ok(tests)
    }
}

/// The parts of a list that are not empty.
fn parts(cell: &str, separator: u8) -> impl Iterator<Item = &str> {
    table::split(cell, separator).map(trim).filter(|part| !part.is_empty())
}

/// An empty list with room for the cell's parts.
fn list<T>(cell: &str, separator: u8) -> Vec<T> {
    if cell.is_empty() { Vec::new() } else { Vec::with_capacity(table::split(cell, separator).count()) }
}

/// The places of an argument; `default` stands for an empty cell.
fn slots(cell: &str, default: &str) -> Result<Vec<Slot>, String> {
    let cell = if cell.is_empty() { default } else { cell };
    if cell == "-" {
        return Ok(Vec::new());
    }
    let mut slots = list(cell, b'|');
    for place in table::split(cell, b'|').filter(|place| *place != "-") {
        slots.push(Slot::parse(trim(place)).ok_or_else(|| format!("unknown place {place:?}"))?);
    }
    Ok(slots)
}

/// The text, if there is any.
pub(super) fn text(cell: &str) -> Option<Box<str>> {
    (!cell.is_empty()).then(|| cell.into())
}
