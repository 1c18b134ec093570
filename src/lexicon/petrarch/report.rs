//! What was read of a dictionary, line for line.

use std::fmt;
use std::path::{Path, PathBuf};

/// What a dictionary holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "plain names")]
pub enum DictionaryKind {
    Actors,
    Agents,
    Discards,
    Issues,
}

impl DictionaryKind {
    const NAMES: [(DictionaryKind, &str); 4] = [
        (DictionaryKind::Actors, "actors"),
        (DictionaryKind::Agents, "agents"),
        (DictionaryKind::Discards, "discard"),
        (DictionaryKind::Issues, "issue"),
    ];

    /// The kind that a file's name tells.
    pub fn of_file(path: &Path) -> Option<DictionaryKind> {
        let name = path.file_name()?.to_str()?.to_lowercase();
        DictionaryKind::NAMES.into_iter().find(|(_, word)| name.contains(word)).map(|(kind, _)| kind)
    }

    /// What its phrases are called.
    fn phrases(self) -> &'static str {
        match self {
            DictionaryKind::Actors => "primary phrases",
            DictionaryKind::Agents => "agents",
            DictionaryKind::Discards => "discards",
            DictionaryKind::Issues => "issue phrases",
        }
    }
}

/// What the lines of a file were. Each line is one of these.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LineCounts {
    /// Empty, or white space only.
    pub blank: usize,
    /// Nothing but a comment.
    pub comments: usize,
    /// Phrases: primary ones of actors, agents, discards, issues.
    pub phrases: usize,
    /// `+` synonyms of actors.
    pub synonyms: usize,
    /// Codes of actors by themselves.
    pub codes: usize,
    /// Sets of substitutes (agents).
    pub sets: usize,
    /// `~` phrases that take issues back.
    pub exclusions: usize,
    /// `<ISSUE>` and `</ISSUE>`.
    pub tags: usize,
    /// Lines that could not be used; each is a finding.
    pub unused: usize,
}

impl LineCounts {
    /// All lines of the file.
    pub fn all(&self) -> usize {
        let LineCounts { blank, comments, phrases, synonyms, codes, sets, exclusions, tags, unused } = self;
        blank + comments + phrases + synonyms + codes + sets + exclusions + tags + unused
    }
}

/// A deviation from the format, and what is made of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
pub enum Quirk {
    #[error("an actor without a code is nobody (is it a synonym without its +?)")]
    NoActorCode,
    #[error("no code: the line is passed over")]
    NoCode,
    #[error("a code or a synonym before any phrase is passed over")]
    NoPhrase,
    #[error("a code behind a synonym counts for its actor")]
    SynonymCode,
    #[error("a phrase without letters or figures is passed over")]
    NoLetters,
    #[error("a date of neither six nor eight digits: the first eight count, or the first six")]
    LongDate,
    #[error("no such day: the code is left out")]
    NoDate,
    #[error("the period ends before it begins: the code is left out")]
    Reversed,
    #[error("a date without < or > is taken for >")]
    BareDate,
    #[error("the code is not made of groups of three letters")]
    NotThrees,
    #[error("the code's first letters are no country and no role that is known")]
    UnknownCode,
    #[error("a bracket is missing or too many")]
    Bracket,
    #[error("what stands behind the code is passed over")]
    BehindCode,
    #[error("a character that no news has: the phrase will not be met")]
    Character,
    #[error("a blank of another code page is mended")]
    Blank,
    #[error("given again further on, where it counts")]
    Again,
    #[error("an agent's code has a ~ before or behind it")]
    NoTilde,
    #[error("no such set of substitutes: the line is passed over")]
    NoSet,
    #[error("an issue outside of <ISSUE> … </ISSUE>")]
    NoCategory,
    #[error("a </ISSUE> without its <ISSUE>, or the other way round")]
    Tag,
}

/// A quirk at its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Line number, from 1.
    pub line: usize,
    pub quirk: Quirk,
    /// The words it is about.
    pub text: Box<str>,
}

/// A line of one of the files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// Index of the file.
    pub file: usize,
    pub line: usize,
}

/// What was read of one file.
#[derive(Clone, Debug)]
pub struct DictionaryFile {
    pub path: PathBuf,
    pub kind: DictionaryKind,
    pub lines: LineCounts,
    /// Codes of actors, and how many of them are for a period only.
    pub codes: usize,
    pub dated_codes: usize,
    /// In the order of the lines, but for repeated phrases, which come last.
    pub findings: Vec<Finding>,
}

impl DictionaryFile {
    pub(super) fn new(path: &Path, kind: DictionaryKind) -> DictionaryFile {
        let (lines, findings) = (LineCounts::default(), Vec::new());
        DictionaryFile { path: path.to_path_buf(), kind, lines, codes: 0, dated_codes: 0, findings }
    }

    pub(super) fn find(&mut self, line: usize, quirk: Quirk, text: &str) {
        self.findings.push(Finding { line, quirk, text: text.into() });
    }

    /// The findings by quirk, in the order in which the quirks are first met: the first finding, and how many there are.
    pub fn grouped(&self) -> Vec<(&Finding, usize)> {
        let mut groups: Vec<(&Finding, usize)> = Vec::new();
        for finding in &self.findings {
            match groups.iter_mut().find(|(first, _)| first.quirk == finding.quirk) {
                Some((_, count)) => *count += 1,
                None => groups.push((finding, 1)),
            }
        }
        groups
    }
}

/// "Phoenix.agents.txt: 2369 lines: 2244 agents, 2 lines of sets, 77 comments, 45 blank, 1 unused".
impl fmt::Display for DictionaryFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let LineCounts { blank, comments, phrases, synonyms, codes, sets, exclusions, tags, unused } = self.lines;
        write!(f, "{}: {} lines: {phrases} {}", self.path.display(), self.lines.all(), self.kind.phrases())?;
        let others = [
            (synonyms, "synonyms"),
            (codes, "lines of codes"),
            (sets, "lines of sets"),
            (exclusions, "exclusions"),
            (tags, "tags"),
            (comments, "comments"),
            (blank, "blank"),
            (unused, "unused"),
        ];
        for (count, name) in others {
            if count > 0 {
                write!(f, ", {count} {name}")?;
            }
        }
        if self.codes > 0 {
            write!(f, "; {} codes, {} of them dated", self.codes, self.dated_codes)?;
        }
        Ok(())
    }
}
