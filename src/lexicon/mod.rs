//! What the words mean: one index over everything in `lexicons/`.
//!
//! Every word and phrase is looked up by one hash ([`word_hash`], joined by [`join_hash`] for phrases), which a token
//! is given once. What is known of it is an [`Item`]: the actions it can head, names, roles, word classes. The files'
//! format is in `lexicons/README.md`; the built-in ones are in the binary, and a user's are merged over them.

mod action;
mod actions;
mod build;
mod built_in;
mod check;
mod file;
mod hash;
mod inflect;
mod item;
mod name;
mod names;
pub mod petrarch;
mod statistics;
mod table;
mod trigger;

pub use action::{ActionPos, Condition, EventType, NounTest, PatternPart, Sense, Slot, Test};
pub use check::check;
pub use file::{LexiconFile, LexiconFolderError};
pub use hash::{join_hash, word_hash, word_hashes};
pub use item::{Head, Item, acts, form};
pub use name::{Code, Kind, Meaning, Name, NameForm, NameRef, Period, Role, Source, Standing};
pub use statistics::{FileStatistics, statistics};
pub use table::LexiconError;
pub use trigger::WordSet;

use crate::segment::{Segmenter, Segments};
use petrarch::{DiscardList, IssueList};
use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};
use std::path::{Path, PathBuf};

/// The keys are hashes already.
#[derive(Default)]
struct Ready(u64);

impl Hasher for Ready {
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(byte);
        }
    }
    fn write_u64(&mut self, value: u64) {
        self.0 = value;
    }
}

/// Names of classes, and the bit each has.
#[derive(Default, Clone, Debug)]
struct Classes(Vec<Box<str>>);

impl Classes {
    fn intern(&mut self, name: &str) -> Option<u64> {
        if self.bit(name) == 0 {
            if self.0.len() == 64 {
                return None;
            }
            self.0.push(name.into());
        }
        Some(self.bit(name))
    }

    fn names(&self, bits: u64) -> impl Iterator<Item = &str> {
        self.0.iter().enumerate().filter(move |(at, _)| bits & 1 << at != 0).map(|(_, name)| &**name)
    }

    fn bit(&self, name: &str) -> u64 {
        self.0.iter().position(|known| &**known == name).map_or(0, |at| 1 << at)
    }
}

/// The noun classes (bits) of things that are no actors, by what they are.
#[derive(Clone, Copy, Debug, Default)]
struct Things {
    localities: u64,
    objects: u64,
}

/// All lexicons, indexed.
pub struct Lexicon {
    files: Vec<PathBuf>,
    index: HashMap<u64, u32, BuildHasherDefault<Ready>>,
    items: Vec<Item>,
    names: Vec<Name>,
    periods: Vec<Period>,
    roles: Vec<Role>,
    senses: Vec<Sense>,
    groups: Vec<Vec<trigger::Listed>>,
    /// Pairs of an action's group and a word it needs, joined.
    idioms: HashSet<u64, BuildHasherDefault<Ready>>,
    word_classes: Classes,
    noun_classes: Classes,
    things: Things,
    segmenter: Segmenter,
    discards: DiscardList,
    issues: IssueList,
}

impl Lexicon {
    /// The lexicons in the binary.
    pub fn built_in() -> Lexicon {
        Lexicon::from_files(&LexiconFile::built_in()).0
    }

    /// The built-in lexicons with the `*.tsv` files of these folders merged over them, in order. Lines that are wrong
    /// are left out and returned.
    ///
    /// # Errors
    /// When a folder or a file in it cannot be read.
    pub fn with_folders(folders: &[PathBuf]) -> Result<(Lexicon, Vec<LexiconError>), LexiconFolderError> {
        Ok(Lexicon::from_files(&LexiconFile::with_folders(folders)?))
    }

    /// The lexicon of these files, merged in order. Lines that are wrong are left out and returned.
    pub fn from_files(files: &[LexiconFile]) -> (Lexicon, Vec<LexiconError>) {
        let mut errors = Vec::new();
        let lexicon = build::build(files, &mut errors);
        (lexicon, errors)
    }

    /// With room for what the built-in lexicons hold: pages that stay unused cost nothing.
    fn empty(segmenter: Segmenter) -> Lexicon {
        Lexicon {
            files: Vec::new(),
            index: HashMap::with_capacity_and_hasher(7 << 14, BuildHasherDefault::default()),
            items: Vec::with_capacity(1 << 17),
            names: Vec::with_capacity(1 << 16),
            periods: Vec::with_capacity(1 << 16),
            roles: Vec::with_capacity(1 << 13),
            senses: Vec::new(),
            groups: Vec::new(),
            idioms: HashSet::default(),
            word_classes: Classes::default(),
            noun_classes: Classes::default(),
            things: Things::default(),
            segmenter,
            discards: DiscardList::default(),
            issues: IssueList::default(),
        }
    }

    fn item_mut(&mut self, hash: u64) -> &mut Item {
        self.entry(hash).1
    }

    /// The item with this hash, made if new, and its number in the index with its marks.
    fn entry(&mut self, hash: u64) -> (&mut u32, &mut Item) {
        let next = self.items.len() as u32;
        let number = self.index.entry(hash).or_insert(next);
        if *number == next {
            self.items.push(Item::default());
        }
        let at = (*number & trigger::NUMBER) as usize;
        (number, &mut self.items[at])
    }

    /// What is known of the word or phrase with this hash.
    #[inline]
    pub fn get(&self, hash: u64) -> Option<&Item> {
        self.index.get(&hash).map(|&at| &self.items[(at & trigger::NUMBER) as usize])
    }

    /// What is known of a word or phrase as it is written in a text.
    pub fn find(&self, text: &str) -> Option<&Item> {
        let mut segments = Segments::default();
        self.segmenter.segment(text, &mut segments);
        self.get(word_hashes(text, &segments.tokens).reduce(join_hash)?)
    }

    /// The bit of a word class; 0 where no file has it.
    pub fn class(&self, name: &str) -> u64 {
        debug_assert!(check::WORD_CLASSES.contains(&name), "{name} is missing in the list of classes");
        self.word_classes.bit(name)
    }

    /// The bit of a noun class; 0 where no file has it.
    pub fn noun_class(&self, name: &str) -> u64 {
        self.noun_classes.bit(name)
    }

    /// The names of the word classes in these bits.
    pub fn word_classes(&self, bits: u64) -> impl Iterator<Item = &str> {
        self.word_classes.names(bits)
    }

    /// The names of the noun classes in these bits.
    pub fn noun_classes(&self, bits: u64) -> impl Iterator<Item = &str> {
        self.noun_classes.names(bits)
    }

    /// What a common noun of these noun classes is: a place ("village"), or an object ("bridge", "truck", "rifle").
    pub fn thing(&self, noun_classes: u64) -> Option<Kind> {
        let Things { localities, objects } = self.things;
        match noun_classes {
            classes if classes & localities != 0 => Some(Kind::Place),
            classes if classes & objects != 0 => Some(Kind::Object),
            _ => None,
        }
    }

    /// The senses of an action word: longer ones first, then those with conditions.
    pub fn senses(&self, head: Head) -> impl Iterator<Item = &Sense> {
        self.groups[head.group as usize].iter().map(|listed| &self.senses[listed.sense as usize])
    }

    /// The entry of a role.
    pub fn role(&self, index: u32) -> &Role {
        &self.roles[index as usize]
    }

    /// The file of an entry.
    pub fn file(&self, source: Source) -> &Path {
        &self.files[usize::from(source.file)]
    }

    /// The splitter that knows these lexicons' abbreviations.
    pub fn segmenter(&self) -> &Segmenter {
        &self.segmenter
    }

    /// The phrases that say of a sentence or an article that it tells no events; without dictionaries there are none.
    pub fn discards(&self) -> &DiscardList {
        &self.discards
    }

    /// The phrases that say what a sentence is about; without dictionaries there are none.
    pub fn issues(&self) -> &IssueList {
        &self.issues
    }
}
