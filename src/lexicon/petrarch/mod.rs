//! Dictionaries of the event coders PETRARCH and TABARI: actors, agents, discards, issues.
//!
//! ```text
//! HAMID_KARZAI_                       actors: a phrase,
//! +PRESIDENT_KARZAI_                  its synonyms,
//!     [AFGGOV 20011222-20140929]      what it is coded as in a period,
//!     [AFGELI]                        and at all other times
//! ATTORNEY_GENERAL {ATTORNEYS_GENERAL} [~GOV]      agents: a role, an irregular plural
//! CONGRESS!PERSON! [~LEG]             with each word of the set !PERSON!
//! +WORLD_CUP                          discards: no events from the story; without +, from the sentence
//! n:refugee [REFUGEES]                issues: what a sentence is about
//! ```
//!
//! [`Dictionaries::read`] takes files and folders and says what each line was; [`Lexicon::add_petrarch`] puts the entries
//! over those of a lexicon. Nothing of it is in the binary, and a run without such dictionaries pays nothing for it.
//! How the format is read, and what is in the public dictionaries, is in `docs/petrarch.md`.
//!
//! [`Lexicon::add_petrarch`]: super::Lexicon::add_petrarch

mod actors;
mod agents;
mod cameo;
mod discards;
mod issues;
mod lines;
mod names;
mod phrases;
mod report;

pub use actors::{Actor, DatedCode, Phrase};
pub use agents::Agent;
pub use discards::{Discard, DiscardList};
pub use issues::{Issue, IssueList, IssueMatch, IssueMeaning};
pub use report::{DictionaryFile, DictionaryKind, Finding, LineCounts, Quirk};

use super::file::{bytes_of, in_folder};
use super::{LexiconError, LexiconFolderError};
use report::Place;
use std::collections::HashMap;
use std::path::{Path, PathBuf};

/// The entries of PETRARCH dictionaries, in the order of the files.
#[derive(Clone, Debug, Default)]
pub struct Dictionaries {
    pub actors: Vec<Actor>,
    pub agents: Vec<Agent>,
    pub discards: Vec<Discard>,
    pub issues: Vec<Issue>,
    /// What was read.
    pub files: Vec<DictionaryFile>,
    /// Files of folders whose names tell no kind of dictionary that is read.
    pub passed_over: Vec<PathBuf>,
}

impl Dictionaries {
    /// Reads files, and the files of folders in the order of their names. The kind of a dictionary is told by its file's
    /// name, which holds `actors`, `agents`, `discard` or `issue`.
    ///
    /// # Errors
    /// When a file or folder cannot be read. A named file of no kind is an error too.
    pub fn read(paths: &[PathBuf]) -> Result<Dictionaries, LexiconFolderError> {
        let mut dictionaries = Dictionaries::default();
        for path in paths {
            if !path.is_dir() {
                let unknown = std::io::Error::other("its name says neither actors, agents, discards nor issues");
                let kind = DictionaryKind::of_file(path).ok_or(unknown).map_err(LexiconFolderError::at(path))?;
                dictionaries.add(path, kind, &bytes_of(path)?);
                continue;
            }
            for file in in_folder(path)?.into_iter().filter(|file| file.is_file()) {
                match DictionaryKind::of_file(&file) {
                    Some(kind) => dictionaries.add(&file, kind, &bytes_of(&file)?),
                    None => dictionaries.passed_over.push(file),
                }
            }
        }
        dictionaries.mark_repeated();
        Ok(dictionaries)
    }

    /// All findings, with their files.
    pub fn errors(&self) -> impl Iterator<Item = LexiconError> {
        self.files.iter().flat_map(|file| {
            file.findings.iter().map(|Finding { line, quirk, text }| LexiconError {
                file: file.path.clone(),
                line: *line,
                reason: format!("{text:?}: {quirk}"),
            })
        })
    }

    /// Takes the entries of one file.
    fn add(&mut self, path: &Path, kind: DictionaryKind, bytes: &[u8]) {
        let mut file = DictionaryFile::new(path, kind);
        let text = String::from_utf8_lossy(bytes);
        let place = self.files.len();
        match kind {
            DictionaryKind::Actors => actors::read(&text, place, &mut file, &mut self.actors),
            DictionaryKind::Agents => agents::read(&text, place, &mut file, &mut self.agents),
            DictionaryKind::Discards => discards::read(&text, &mut file, &mut self.discards),
            DictionaryKind::Issues => issues::read(&text, &mut file, &mut self.issues),
        }
        self.files.push(file);
    }

    /// Of two actors with the same phrase the later one has it.
    fn mark_repeated(&mut self) {
        let mut last: HashMap<Box<str>, (usize, usize)> = HashMap::new();
        for actor in 0..self.actors.len() {
            for phrase in 0..self.actors[actor].phrases.len() {
                let text = self.actors[actor].phrases[phrase].text.clone();
                let Some((before, which)) = last.insert(text, (actor, phrase)) else { continue };
                let earlier = &mut self.actors[before].phrases[which];
                earlier.replaced = true;
                let Place { file, line } = earlier.place;
                self.files[file].find(line, Quirk::Again, &earlier.text);
            }
        }
    }
}
