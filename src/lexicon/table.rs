//! The text format of the lexicon files: tab-separated lines with a header. See `lexicons/README.md`.

use std::path::{Path, PathBuf};

/// Something wrong in a lexicon file. The line is left out, all others are read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}:{line}: {reason}", file.display())]
pub struct LexiconError {
    pub file: PathBuf,
    /// Line number, from 1.
    pub line: usize,
    pub reason: String,
}

/// One entry of a file: its cells in the order of the columns asked for.
pub(super) struct Row<'t> {
    pub line: usize,
    cells: Vec<&'t str>,
}

impl<'t> Row<'t> {
    /// The cell of a column; empty where the line ends before it.
    pub fn cell(&self, column: usize) -> &'t str {
        self.cells.get(column).copied().unwrap_or("").trim()
    }

    /// The values of a cell with several.
    pub fn values(&self, column: usize) -> impl Iterator<Item = &'t str> + use<'t> {
        self.cell(column).split('|').map(str::trim).filter(|value| !value.is_empty())
    }
}

/// A file, read: its kind (the first column's name) and its rows.
pub(super) struct Table<'t> {
    pub kind: &'t str,
    pub rows: Vec<Row<'t>>,
}

/// The columns of each kind of file, in order. The first one names the kind.
const KINDS: [&[&str]; 11] = [
    &["country", "iso3", "forms", "adjectives", "people", "capital", "from", "to"],
    &["city", "iso3", "region", "forms"],
    &["organization", "kind", "iso3", "sector", "forms", "from", "to"],
    &["person", "iso3", "sector", "office", "from", "to", "forms"],
    &["role", "kind", "sector", "plural"],
    &["class", "nouns"],
    &["abbreviation", "class"],
    &["word", "class", "value"],
    &["verb", "third", "past", "participle", "ing"],
    &["noun", "plural"],
    &["action", "pos", "type", "mode", "cameo", "actor", "target", "when"],
];

/// Reads one file's text. Columns may stand in any order; unknown ones are reported once and passed over.
pub(super) fn parse<'t>(file: &Path, text: &'t str, errors: &mut Vec<LexiconError>) -> Option<Table<'t>> {
    let mut error = |line: usize, reason: String| {
        errors.push(LexiconError { file: file.to_path_buf(), line, reason });
    };
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut lines = text
        .lines()
        .enumerate()
        .map(|(i, line)| (i + 1, line.trim_end_matches('\r')))
        .filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#'));
    let Some((at, header)) = lines.next() else {
        error(1, "no header line".into());
        return None;
    };
    let names: Vec<&str> = header.split('\t').map(str::trim).collect();
    let Some(columns) = KINDS.iter().find(|columns| columns[0] == names[0]) else {
        error(at, format!("the first column, {:?}, names no kind of lexicon", names[0]));
        return None;
    };
    for name in names.iter().filter(|name| !columns.contains(name)) {
        error(at, format!("unknown column {name:?}; a {} file has {}", columns[0], columns.join(", ")));
    }
    let order: Vec<Option<usize>> = columns.iter().map(|column| names.iter().position(|name| name == column)).collect();
    let mut rows = Vec::new();
    for (line, text) in lines {
        let cells: Vec<&str> = text.split('\t').collect();
        if cells.len() > names.len() {
            error(line, format!("{} cells, but the header has {} columns", cells.len(), names.len()));
            continue;
        }
        let cells: Vec<&str> = order.iter().map(|at| at.and_then(|i| cells.get(i)).copied().unwrap_or("")).collect();
        if cells[0].trim().is_empty() {
            error(line, "the first cell is empty".into());
            continue;
        }
        rows.push(Row { line, cells });
    }
    Some(Table { kind: columns[0], rows })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_and_errors() {
        let mut errors = Vec::new();
        let text = "# c\nnoun\tplural\n\nman\tmen\n\tx\nox\toxen\tthird\nsheep\r\n";
        let table = parse(Path::new("n.tsv"), text, &mut errors).unwrap();
        assert_eq!(table.kind, "noun");
        let read: Vec<_> = table.rows.iter().map(|row| (row.line, row.cell(0), row.cell(1))).collect();
        assert_eq!(read, [(4, "man", "men"), (7, "sheep", "")]);
        let told: Vec<_> = errors.iter().map(ToString::to_string).collect();
        assert_eq!(told, ["n.tsv:5: the first cell is empty", "n.tsv:6: 3 cells, but the header has 2 columns"]);
    }

    #[test]
    fn unknown_kind() {
        let mut errors = Vec::new();
        assert!(parse(Path::new("n.tsv"), "planet\tsize\n", &mut errors).is_none());
        assert_eq!(errors[0].line, 1);
    }
}
