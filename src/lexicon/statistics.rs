//! How much there is in lexicons.

use super::file::LexiconFile;
use super::names::Columns;
use super::table::Table;
use std::collections::BTreeMap;
use std::path::PathBuf;

/// What one lexicon file holds.
#[derive(Clone, Debug)]
pub struct FileStatistics {
    pub path: PathBuf,
    /// What kind of entries it has: the name of its first column.
    pub kind: &'static str,
    pub entries: usize,
    /// The other forms that the entries of names give.
    pub forms: usize,
    /// Entries with a first or a last day, of those that can have one.
    pub dated: usize,
    /// Entries by what they are: the type of actions, the sector of names and roles, the class of words, the country of
    /// places.
    pub by: BTreeMap<String, usize>,
}

/// Counts the entries of each of these files that can be read.
pub fn statistics(files: &[LexiconFile]) -> Vec<FileStatistics> {
    let mut all = Vec::new();
    for file in files {
        let Some(table) = Table::open(file, 0, &mut Vec::new()) else { continue };
        let named = Columns::of(table.kind);
        let by = match (named, table.kind) {
            (Some(columns), _) => Some(columns.sector.unwrap_or(columns.country)),
            (None, "role" | "action") => Some(2),
            (None, "word" | "abbreviation" | "code") => Some(1),
            _ => None,
        };
        let path = file.path.clone();
        let mut one = FileStatistics { path, kind: table.kind, entries: 0, forms: 0, dated: 0, by: BTreeMap::new() };
        table.read(&mut Vec::new(), |row| {
            if row.removes {
                return;
            }
            let cells = row.cells();
            one.entries += 1;
            if let Some(columns) = named {
                one.forms += columns.forms.iter().map(|&(column, _)| cells.values(column).count()).sum::<usize>();
                let day = |column: usize| !cells.cell(column).is_empty();
                one.dated += usize::from(columns.dates.is_some_and(|(from, to)| day(from) || day(to)));
            }
            if let Some(by) = by {
                *one.by.entry(cells.cell(by).to_string()).or_default() += 1;
            }
        });
        all.push(one);
    }
    all
}
