//! The text format of the lexicon files: tab-separated lines with a header. See `lexicons/README.md`.

use super::file::LexiconFile;
use super::name::Source;
use std::path::PathBuf;

/// Something wrong in a lexicon file. The line is left out, all others are read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}:{line}: {reason}", file.display())]
pub struct LexiconError {
    pub file: PathBuf,
    /// Line number, from 1.
    pub line: usize,
    pub reason: String,
}

/// The most columns that a kind of file has.
const COLUMNS: usize = 8;

/// The cells of one entry, in the order of the kind's columns; those that the file does not have are empty.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct Cells<'t>([&'t str; COLUMNS]);

impl<'t> Cells<'t> {
    /// The cell of a column.
    pub fn cell(&self, column: usize) -> &'t str {
        self.0[column]
    }

    /// The values of a cell with several.
    pub fn values(&self, column: usize) -> impl Iterator<Item = &'t str> + use<'t> {
        values(self.0[column])
    }
}

/// The values of a cell with several.
pub(super) fn values(cell: &str) -> impl Iterator<Item = &str> {
    split(cell, b'|').map(trim).filter(|value| !value.is_empty())
}

/// The parts of a text between the bytes that are `separator`, a character of ASCII.
pub(super) fn split(text: &str, separator: u8) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let text = rest?;
        // Most parts are a few bytes long: a plain loop over them is faster than a search that has to be set up.
        let Some(at) = text.bytes().position(|byte| byte == separator) else { return rest.take() };
        rest = Some(&text[at + 1..]);
        Some(&text[..at])
    })
}

/// The text without white space around it; there seldom is any.
pub(super) fn trim(text: &str) -> &str {
    let is_plain = |byte: &u8| byte.is_ascii_graphic();
    match text.as_bytes() {
        [] => text,
        bytes if bytes.first().is_some_and(is_plain) && bytes.last().is_some_and(is_plain) => text,
        _ => text.trim(),
    }
}

/// One entry of a file.
#[derive(Clone, Copy)]
pub(super) struct Row<'a, 't> {
    table: &'a Table<'t>,
    line: usize,
    text: &'t str,
    /// It takes entries out instead of adding one: the line begins with `!`.
    pub removes: bool,
}

impl<'t> Row<'_, 't> {
    /// The cells, cut.
    pub fn cells(&self) -> Cells<'t> {
        self.table.cut(self.text)
    }

    /// What kind of entry it is: the name of the first column.
    pub fn kind(&self) -> &'static str {
        self.table.kind
    }

    /// Where it stands.
    pub fn source(&self) -> Source {
        Source { file: self.table.number, line: self.line as u32 }
    }

    /// Of which folder it is: 0 for the built-in files.
    pub fn layer(&self) -> u8 {
        self.table.layer()
    }

    /// An error in this line.
    pub fn error(&self, reason: String) -> LexiconError {
        self.table.error(self.line, reason)
    }
}

/// A file whose header is read.
pub(super) struct Table<'t> {
    file: &'t LexiconFile,
    /// Its number among all files.
    number: u16,
    /// The name of the first column.
    pub kind: &'static str,
    /// For each column of the file, the column of the kind that it is; [`COLUMNS`] for none.
    places: Vec<usize>,
    /// What stands behind the header, and how many lines up to there.
    body: &'t str,
    before: usize,
}

/// The columns of each kind of file, in order. The first one names the kind.
const KINDS: [&[&str]; 13] = [
    &["country", "iso3", "forms", "adjectives", "people", "capital", "from", "to"],
    &["city", "iso3", "region", "forms"],
    &["organization", "kind", "iso3", "sector", "forms", "from", "to"],
    &["person", "iso3", "sector", "office", "from", "to", "forms"],
    &["role", "kind", "sector", "plural"],
    &["class", "nouns"],
    &["code", "scheme", "types", "meaning"],
    &["abbreviation", "class"],
    &["word", "class", "value"],
    &["verb", "third", "past", "participle", "ing"],
    &["noun", "plural"],
    &["cameo", "name", "iso3", "sector", "kind", "seat", "weak"],
    &["action", "pos", "type", "mode", "cameo", "actor", "target", "when"],
];

/// The lines of a text that are neither empty nor comments, with their numbers and what stands behind them.
fn lines(text: &str, before: usize) -> impl Iterator<Item = (usize, &str, &str)> {
    let mut rest = text;
    let mut number = before;
    std::iter::from_fn(move || {
        while !rest.is_empty() {
            let at = memchr::memchr(b'\n', rest.as_bytes());
            let line = rest[..at.unwrap_or(rest.len())].trim_end_matches('\r');
            rest = at.map_or("", |at| &rest[at + 1..]);
            number += 1;
            if !line.starts_with('#') && !trim(line).is_empty() {
                return Some((number, line, rest));
            }
        }
        None
    })
}

impl<'t> Table<'t> {
    /// Reads the header of one file's text. Columns may stand in any order; unknown ones are reported once and passed
    /// over.
    pub fn open(file: &'t LexiconFile, number: u16, errors: &mut Vec<LexiconError>) -> Option<Table<'t>> {
        let mut error = |line: usize, reason: String| {
            errors.push(LexiconError { file: file.path.clone(), line, reason });
        };
        let text = file.text.strip_prefix('\u{feff}').unwrap_or(&file.text);
        let Some((before, header, body)) = lines(text, 0).next() else {
            error(1, "no header line".into());
            return None;
        };
        let names: Vec<&str> = header.split('\t').map(str::trim).collect();
        let Some(columns) = KINDS.iter().find(|columns| columns[0] == names[0]) else {
            error(before, format!("the first column, {:?}, names no kind of lexicon", names[0]));
            return None;
        };
        let mut places = vec![COLUMNS; names.len()];
        for (at, name) in names.iter().enumerate() {
            match columns.iter().position(|column| column == name) {
                // Of two columns of one name the first counts.
                Some(place) if !places.contains(&place) => places[at] = place,
                Some(_) => {}
                None => {
                    error(before, format!("unknown column {name:?}; a {} file has {}", columns[0], columns.join(", ")));
                }
            }
        }
        Some(Table { file, number, kind: columns[0], places, body, before })
    }

    /// Of which folder the file is: 0 for the built-in ones.
    pub fn layer(&self) -> u8 {
        self.file.layer
    }

    /// At most so many rows there are.
    pub fn most_rows(&self) -> usize {
        memchr::memchr_iter(b'\n', self.body.as_bytes()).count() + 1
    }

    /// Gives the rows to `each`. A row that removes entries is without its `!`.
    pub fn read<'a>(&'a self, errors: &mut Vec<LexiconError>, mut each: impl FnMut(Row<'a, 't>)) {
        for (line, text, _) in lines(self.body, self.before) {
            let entry = text.strip_prefix('!').filter(|entry| !entry.is_empty() && !entry.starts_with('\t'));
            let (removes, text) = (entry.is_some(), entry.unwrap_or(text));
            let count = memchr::memchr_iter(b'\t', text.as_bytes()).count() + 1;
            if count > self.places.len() {
                let columns = self.places.len();
                errors.push(self.error(line, format!("{count} cells, but the header has {columns} columns")));
            } else if split(text, b'\t').next().is_none_or(|first| trim(first).is_empty()) {
                errors.push(self.error(line, "the first cell is empty".into()));
            } else {
                each(Row { table: self, line, text, removes });
            }
        }
    }

    /// The cells of a line.
    fn cut(&self, line: &'t str) -> Cells<'t> {
        let mut cells = [""; COLUMNS];
        let mut start = 0;
        let ends = memchr::memchr_iter(b'\t', line.as_bytes()).chain(std::iter::once(line.len()));
        for (&place, end) in self.places.iter().zip(ends) {
            if let Some(cell) = cells.get_mut(place) {
                *cell = trim(&line[start..end]);
            }
            start = end + 1;
        }
        Cells(cells)
    }

    fn error(&self, line: usize, reason: String) -> LexiconError {
        LexiconError { file: self.file.path.clone(), line, reason }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(text: &'static str) -> LexiconFile {
        LexiconFile { path: "n.tsv".into(), text: text.into(), layer: 0 }
    }

    #[test]
    fn rows_and_errors() {
        let mut errors = Vec::new();
        let file = file("# c\nnoun\tplural\n\nman\tmen\n\tx\nox\toxen\tthird\nsheep\r\n");
        let table = Table::open(&file, 0, &mut errors).unwrap();
        assert_eq!(table.kind, "noun");
        let mut read = Vec::new();
        table.read(&mut errors, |row| read.push((row.line, row.cells().cell(0), row.cells().cell(1))));
        assert_eq!(read, [(4, "man", "men"), (7, "sheep", "")]);
        let told: Vec<_> = errors.iter().map(ToString::to_string).collect();
        assert_eq!(told, ["n.tsv:5: the first cell is empty", "n.tsv:6: 3 cells, but the header has 2 columns"]);
    }

    #[test]
    fn unknown_kind() {
        let mut errors = Vec::new();
        assert!(Table::open(&file("planet\tsize\n"), 0, &mut errors).is_none());
        assert_eq!(errors[0].line, 1);
    }
}
