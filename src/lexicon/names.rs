//! From the rows of countries, cities, organisations and persons to names with their codes by period.

use super::build::{Builder, push};
use super::hash::exact_hash;
use super::join_hash;
use super::name::{Code, Kind, Name, NameForm, NameRef, Period};
use super::table::{self, Cells, Row};
use jiff::civil::Date;
use std::collections::HashMap;

/// Which columns of a kind of file say what of a name; the first one is its text.
pub(super) struct Columns {
    kind: KindOf,
    pub country: usize,
    pub sector: Option<usize>,
    /// First and last day.
    pub dates: Option<(usize, usize)>,
    pub forms: &'static [(usize, NameForm)],
    /// Those whose cells make two rows the same entry.
    pub key: &'static [usize],
}

impl Columns {
    /// The columns of this kind of file, if it is one of names.
    pub fn of(kind: &str) -> Option<&'static Columns> {
        NAMED.iter().find(|(named, _)| *named == kind).map(|(_, columns)| columns)
    }
}

/// How the kind of a name is told.
enum KindOf {
    Is(Kind),
    /// A people without a state is a group.
    StateOrPeople,
    Column(usize),
}

/// The kinds of files that have names, in the order in which they are read.
pub(super) static NAMED: [(&str, Columns); 4] = [
    (
        "country",
        Columns {
            kind: KindOf::StateOrPeople,
            country: 1,
            sector: None,
            dates: Some((6, 7)),
            forms: &[(2, NameForm::Proper), (3, NameForm::Adjective), (4, NameForm::People), (5, NameForm::Capital)],
            key: &[0, 6],
        },
    ),
    (
        "city",
        Columns {
            kind: KindOf::Is(Kind::Place),
            country: 1,
            sector: None,
            dates: None,
            forms: &[(3, NameForm::Proper)],
            key: &[0, 1],
        },
    ),
    (
        "organization",
        Columns {
            kind: KindOf::Column(1),
            country: 2,
            sector: Some(3),
            dates: Some((5, 6)),
            forms: &[(4, NameForm::Proper)],
            key: &[0, 5],
        },
    ),
    (
        "person",
        Columns {
            kind: KindOf::Is(Kind::Person),
            country: 1,
            sector: Some(2),
            dates: Some((4, 5)),
            forms: &[(6, NameForm::Proper)],
            key: &[0, 4],
        },
    ),
];

impl Builder<'_, '_> {
    /// Takes the names of one kind of file. Rows with the same name and forms are periods of one name; so are those
    /// that name no forms with the first row of that name.
    pub fn named(&mut self, rows: Vec<Row>, columns: &Columns) {
        if columns.dates.is_none() {
            return rows.iter().for_each(|row| self.name_of(&[*row], columns));
        }
        let mut numbers: HashMap<u64, usize> = HashMap::with_capacity(rows.len());
        let mut rows: Vec<(usize, Row)> = rows
            .into_iter()
            .enumerate()
            .map(|(next, row)| {
                let cells = row.cells();
                let name = exact_hash(cells.cell(0)) ^ u64::from(row.layer());
                let first = *numbers.entry(name).or_insert(next);
                let bare = columns.forms.iter().all(|&(column, _)| cells.cell(column).is_empty());
                let forms = columns.forms.iter().map(|&(column, _)| exact_hash(cells.cell(column)));
                let number = if bare { first } else { *numbers.entry(forms.fold(name, join_hash)).or_insert(first) };
                (number, row)
            })
            .collect();
        rows.sort_by_key(|(number, _)| *number);
        let mut same = Vec::new();
        for rows in rows.chunk_by(|left, right| left.0 == right.0) {
            same.clear();
            same.extend(rows.iter().map(|(_, row)| *row));
            self.name_of(&same, columns);
        }
    }

    /// Takes one name: a period from each of its rows, all else from the first.
    fn name_of(&mut self, rows: &[Row], columns: &Columns) {
        let cells = rows[0].cells();
        let kind = match columns.kind {
            KindOf::Is(kind) => kind,
            KindOf::StateOrPeople if cells.cell(columns.country).is_empty() => Kind::Group,
            KindOf::StateOrPeople => Kind::Country,
            KindOf::Column(column) => match Kind::from_name(cells.cell(column)) {
                Some(kind) => kind,
                None => return self.error(&rows[0], format!("unknown kind {:?}", cells.cell(column))),
            },
        };
        let first = self.lexicon.periods.len() as u32;
        for (at, row) in rows.iter().enumerate() {
            let cells = if at == 0 { cells } else { row.cells() };
            let period = self.period(row, &cells, columns);
            self.lexicon.periods.push(period);
        }
        let periods = (first, self.lexicon.periods.len() as u32);
        let name = self.lexicon.names.len() as u32;
        self.lexicon.names.push(Name { text: cells.cell(0).into(), kind, periods });
        let layer = rows[0].layer();
        self.form(name, cells.cell(0), NameForm::Proper, layer);
        for &(column, form) in columns.forms {
            cells.values(column).for_each(|value| self.form(name, value, form, layer));
        }
    }

    fn period(&mut self, row: &Row, cells: &Cells, columns: &Columns) -> Period {
        let mut day = |column: usize, last: bool| {
            let cell = cells.cell(column);
            let day = (!cell.is_empty()).then(|| parse_day(cell, last))?;
            if day.is_none() {
                self.error(row, format!("{cell:?} is no date of the form YYYY, YYYY-MM or YYYY-MM-DD"));
            }
            day
        };
        let (from, to) = columns.dates.map_or((None, None), |(from, to)| (day(from, false), day(to, true)));
        Period {
            country: self.code(row, "country", cells.cell(columns.country)),
            sector: columns.sector.and_then(|column| self.code(row, "sector", cells.cell(column))),
            from,
            to,
            source: row.source(),
        }
    }

    /// The code in a cell, which may be empty; `what` it is a code of, for the error.
    pub fn code(&mut self, row: &Row, what: &str, cell: &str) -> Option<Code> {
        let code = Code::parse(cell);
        if code.is_none() && !cell.is_empty() {
            self.error(row, format!("{cell:?} is no code of a {what}: three capital letters"));
        }
        code
    }

    /// Puts a form of a name into the index.
    pub fn form(&mut self, name: u32, text: &str, form: NameForm, layer: u8) {
        let letters = || text.chars().filter(|c| c.is_alphabetic()).count();
        let acronym = !text.chars().any(char::is_lowercase) && matches!(letters(), 2..=6);
        let capital = text.chars().next().is_some_and(char::is_uppercase);
        let item = self.item(text);
        if !item.names.iter().any(|known| known.name == name && known.form == form) {
            push(&mut item.names, NameRef { name, form, acronym, capital, some_capital: false, layer });
        }
    }
}

/// A date of a lexicon: the first or the last day of the year, month or day that is written.
pub(super) fn parse_day(cell: &str, last: bool) -> Option<Date> {
    let mut parts = table::split(cell, b'-').map(|part| part.parse::<i16>().ok());
    let (year, month, day) = (parts.next()??, parts.next(), parts.next());
    if parts.next().is_some() {
        return None;
    }
    let month = match month {
        Some(month) => i8::try_from(month?).ok()?,
        None => {
            if last {
                12
            } else {
                1
            }
        }
    };
    match day {
        Some(day) => Date::new(year, month, i8::try_from(day?).ok()?).ok(),
        None if last => Date::new(year, month, 1).ok().map(Date::last_of_month),
        None => Date::new(year, month, 1).ok(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn days() {
        assert_eq!(parse_day("1991", false), Some(date(1991, 1, 1)));
        assert_eq!(parse_day("1991", true), Some(date(1991, 12, 31)));
        assert_eq!(parse_day("1992-02", true), Some(date(1992, 2, 29)));
        assert_eq!(parse_day("1992-02-03", true), Some(date(1992, 2, 3)));
        for wrong in ["", "x", "1992-", "1992-13", "1993-02-29", "1992-02-03-04", "1992-02-x"] {
            assert_eq!(parse_day(wrong, true), None, "{wrong}");
        }
    }
}
