//! What is wrong with lexicons, beyond what cannot be read at all.

use super::action::{Condition, PatternPart, Sense, Test};
use super::build::{is_removed, key};
use super::file::LexiconFile;
use super::names::{Columns, parse_day};
use super::table::{Cells, LexiconError, Row, Table, values};
use super::{ActionPos, Lexicon, NameForm, Period};
use crate::segment::AbbreviationClass;
use jiff::civil::{Date, date};
use std::collections::HashMap;
use std::ops::RangeInclusive;

/// The classes of `word` files that a stage asks for.
#[rustfmt::skip]
pub(super) const WORD_CLASSES: &[&str] = &[
    "apart_in_time", "article", "be.verb", "byline", "control.verb", "currency", "dateline_agency", "definite",
    "do.verb", "doubt", "fraction", "furniture", "furniture_start", "gender", "get.verb", "happen.verb", "have.verb",
    "hedge", "hedge_after", "increment", "indefinite", "light.verb", "link.verb", "modal", "negation",
    "no_count.noun", "none", "number", "number_cue", "number_label", "number_part", "number_scale", "number_suffix",
    "object_control.verb", "of_noun", "other.verb", "perceive.verb", "place_preposition", "plan", "plan.noun",
    "preposition", "preposition_variant", "pronoun", "relative", "report.verb", "sentence_start",
    "sentence_start_any_case", "speech_verb", "status", "status.noun", "status.verb", "subordinator", "subset",
    "time", "time_aid", "time_clause", "time_prospect", "toll.noun", "undergo.verb", "utterance", "vague", "verb_aux",
];

/// The days on which something that the news tells of can begin or end.
const DAYS: RangeInclusive<Date> = date(1000, 1, 1)..=date(2100, 12, 31);

/// Checks a lexicon of these files in one pass: what cannot be read, duplicates, conflicts, impossible dates, patterns
/// that nothing can reach, and unknown codes, types, modes, sectors and classes. In the order of the files.
pub fn check(files: &[LexiconFile]) -> Vec<LexiconError> {
    let (lexicon, mut findings) = Lexicon::from_files(files);
    // What is wrong in a header is told already.
    let tables: Vec<Table> =
        files.iter().zip(0..).filter_map(|(file, number)| Table::open(file, number, &mut Vec::new())).collect();
    let mut rows: Vec<(Row, Cells)> = Vec::new();
    for table in &tables {
        table.read(&mut Vec::new(), |row| rows.push((row, row.cells())));
    }
    let mut checker = Checker { lexicon: &lexicon, codes: HashMap::new(), findings: Vec::new() };
    checker.learn_codes(&rows);
    checker.repeated(&rows);
    for (row, cells) in rows.iter().filter(|(row, _)| !row.removes) {
        checker.codes(row, cells);
        checker.dates(row, cells);
        checker.forms(row, cells);
    }
    checker.periods(files);
    checker.shared_forms(&rows);
    checker.unreachable(files);
    findings.append(&mut checker.findings);
    let place = |finding: &LexiconError| files.iter().position(|file| file.path == finding.file);
    findings.sort_by_cached_key(|finding| (place(finding), finding.line));
    findings
}

struct Checker<'l, 't> {
    lexicon: &'l Lexicon,
    /// Types that go with each code, by scheme and code.
    codes: HashMap<(&'t str, &'t str), &'t str>,
    findings: Vec<LexiconError>,
}

/// An entry's file and line, as a finding about another one names it.
fn place(row: &Row) -> String {
    let LexiconError { file, line, .. } = row.error(String::new());
    format!("{}:{line}", file.display())
}

impl<'t> Checker<'_, 't> {
    fn tell(&mut self, row: &Row, reason: String) {
        self.findings.push(row.error(reason));
    }

    /// Tells of an entry by its place in the lexicon.
    fn tell_at(&mut self, files: &[LexiconFile], source: super::Source, reason: String) {
        let file = files[usize::from(source.file)].path.clone();
        self.findings.push(LexiconError { file, line: source.line as usize, reason });
    }

    /// The codes that `code` files list, and those of the countries.
    fn learn_codes(&mut self, rows: &[(Row, Cells<'t>)]) {
        for (row, cells) in rows.iter().filter(|(row, _)| !row.removes) {
            match row.kind() {
                "code" => drop(self.codes.insert((cells.cell(1), cells.cell(0)), cells.cell(2))),
                "country" => drop(self.codes.insert(("country", cells.cell(1)), "")),
                _ => {}
            }
        }
    }

    /// Entries that are the same twice in one layer: a later layer may change them.
    fn repeated(&mut self, rows: &[(Row, Cells)]) {
        let mut seen: HashMap<(&str, u8, u64), usize> = HashMap::new();
        for (at, (row, cells)) in rows.iter().enumerate() {
            let kind = row.kind();
            if row.removes {
                seen.retain(|_, &mut at| rows[at].0.kind() != kind || !is_removed(kind, &rows[at].1, cells));
                continue;
            }
            let Some(first) = seen.insert((kind, row.layer(), key(kind, cells)), at) else { continue };
            let (first, others) = &rows[first];
            self.tell(
                row,
                if cells == others {
                    format!("{:?} repeats {}", cells.cell(0), place(first))
                } else {
                    format!("{:?} conflicts with {}, which it replaces", cells.cell(0), place(first))
                },
            );
        }
    }

    fn codes(&mut self, row: &Row, cells: &Cells) {
        let (country, sector) = match row.kind() {
            "role" => (None, Some(2)),
            // What the other countries' codes are checked against.
            "country" => return,
            "action" => return self.action_codes(row, cells),
            "word" => return self.class(row, cells.cell(1), |class| WORD_CLASSES.contains(&class)),
            "abbreviation" => {
                let known = |class: &str| AbbreviationClass::from_name(class).is_some();
                return cells.values(1).for_each(|class| self.class(row, class, known));
            }
            kind => match Columns::of(kind) {
                Some(columns) => (Some(columns.country), columns.sector),
                None => return,
            },
        };
        let country = country.map(|column| ("country", cells.cell(column)));
        let sector = sector.map(|column| ("sector", cells.cell(column)));
        for (scheme, code) in country.into_iter().chain(sector) {
            if !code.is_empty() && !self.codes.contains_key(&(scheme, code)) {
                self.tell(row, format!("unknown {scheme} {code:?}"));
            }
        }
    }

    fn class(&mut self, row: &Row, class: &str, known: impl Fn(&str) -> bool) {
        if !known(class) {
            self.tell(row, format!("unknown class {class:?}: no stage asks for it"));
        }
    }

    fn action_codes(&mut self, row: &Row, cells: &Cells) {
        let (kind, mode, cameo) = (cells.cell(2), cells.cell(3), cells.cell(4));
        if !mode.is_empty() {
            match self.codes.get(&("mode", mode)) {
                None => self.tell(row, format!("unknown mode {mode:?}")),
                Some(types) if !values(types).any(|type_| type_ == kind) => {
                    self.tell(row, format!("the mode {mode:?} does not go with {kind}"));
                }
                Some(_) => {}
            }
        }
        if !cameo.is_empty() && !self.codes.contains_key(&("cameo", cameo)) {
            self.tell(row, format!("unknown CAMEO code {cameo:?}"));
        }
    }

    /// The days of one entry; what is no date at all is told when the entry is read.
    fn dates(&mut self, row: &Row, cells: &Cells) {
        let Some((from, to)) = Columns::of(row.kind()).and_then(|columns| columns.dates) else { return };
        let (from, to) = (parse_day(cells.cell(from), false), parse_day(cells.cell(to), true));
        for day in [from, to].into_iter().flatten().filter(|day| !DAYS.contains(day)) {
            self.tell(row, format!("impossible date: {day} is not between {} and {}", DAYS.start(), DAYS.end()));
        }
        if let (Some(from), Some(to)) = (from, to)
            && to < from
        {
            self.tell(row, format!("impossible dates: it ends on {to}, before it begins on {from}"));
        }
    }

    /// Forms that an entry has twice in one cell, or beside the name itself.
    fn forms(&mut self, row: &Row, cells: &Cells) {
        match Columns::of(row.kind()) {
            Some(columns) => columns.forms.iter().for_each(|&(column, form)| {
                let name = (form == NameForm::Proper).then_some(cells.cell(0));
                self.forms_of(row, name.into_iter().chain(cells.values(column)));
            }),
            None if row.kind() == "class" => self.forms_of(row, cells.values(1)),
            None => {}
        }
    }

    fn forms_of<'f>(&mut self, row: &Row, forms: impl Iterator<Item = &'f str>) {
        let mut seen = Vec::new();
        for form in forms {
            if seen.contains(&form) {
                self.tell(row, format!("{form:?} stands there twice"));
            }
            seen.push(form);
        }
    }

    /// Periods of one name that overlap and have different codes.
    fn periods(&mut self, files: &[LexiconFile]) {
        for name in &self.lexicon.names {
            let periods = self.lexicon.periods(name);
            for (at, later) in periods.iter().enumerate() {
                let codes = |period: &Period| (period.country, period.sector);
                let dated = |period: &Period| period.from.is_some() || period.to.is_some();
                let clash = periods[..at].iter().find(|earlier| {
                    codes(earlier) != codes(later) && dated(earlier) == dated(later) && overlap(earlier, later)
                });
                if let Some(earlier) = clash {
                    let file = files[usize::from(earlier.source.file)].path.display();
                    let reason =
                        format!("{:?} has other codes at the same time in {file}:{}", name.text, earlier.source.line);
                    self.tell_at(files, later.source, reason);
                }
            }
        }
    }

    /// Forms that two organisations, or two countries, of one layer have at the same time: only one of them is found.
    /// (A surname or the name of a town can be several people's or towns'.)
    fn shared_forms(&mut self, rows: &[(Row, Cells)]) {
        let mut seen: HashMap<(&str, u8, &str), Vec<usize>> = HashMap::new();
        for (at, (row, cells)) in rows.iter().enumerate().filter(|(_, (row, _))| !row.removes) {
            let columns = Columns::of(row.kind()).filter(|_| matches!(row.kind(), "country" | "organization"));
            let Some((columns, dates)) = columns.and_then(|columns| Some((columns, columns.dates?))) else { continue };
            let forms = columns.forms.iter().filter(|(_, form)| matches!(form, NameForm::Proper | NameForm::Adjective));
            let span = |cells: &Cells| {
                let day = |column: usize, last, open| parse_day(cells.cell(column), last).unwrap_or(open);
                (day(dates.0, false, Date::MIN), day(dates.1, true, Date::MAX))
            };
            for form in cells.values(0).chain(forms.flat_map(|&(column, _)| cells.values(column))) {
                let same = seen.entry((row.kind(), row.layer(), form)).or_default();
                let clash = same.iter().find(|&&other| {
                    let (theirs, ours) = (span(&rows[other].1), span(cells));
                    let undated = |span: (Date, Date)| span == (Date::MIN, Date::MAX);
                    rows[other].1.cell(0) != cells.cell(0)
                        && undated(theirs) == undated(ours)
                        && theirs.0 <= ours.1
                        && ours.0 <= theirs.1
                });
                if let Some(&other) = clash {
                    let (row_, cells_) = &rows[other];
                    let reason = format!("{form:?} is a form of {:?} too, in {}", cells_.cell(0), place(row_));
                    self.tell(row, reason);
                }
                same.push(at);
            }
        }
    }

    /// Senses that no text can reach: one before them holds wherever they do, or their words cannot stand so.
    fn unreachable(&mut self, files: &[LexiconFile]) {
        let lexicon = self.lexicon;
        for group in &lexicon.groups {
            let senses: Vec<&Sense> = group.iter().map(|listed| &lexicon.senses[listed.sense as usize]).collect();
            for (at, sense) in senses.iter().enumerate() {
                let before = senses[..at].iter().find(|before| {
                    before.pattern == sense.pattern
                        && before.when.iter().all(|test| sense.when.iter().any(|given| implies(given, test)))
                });
                if let Some(before) = before {
                    let file = files[usize::from(before.source.file)].path.display();
                    let line = before.source.line;
                    let reason = format!("{:?} is never reached: {file}:{line} holds wherever it does", sense.lemma);
                    self.tell_at(files, sense.source, reason);
                } else if sense.pos == ActionPos::Noun && sense.pattern.contains(&PatternPart::Gap) {
                    let reason = format!("{:?} is never reached: a noun has no gap before it", sense.lemma);
                    self.tell_at(files, sense.source, reason);
                } else if sense.when.iter().any(|one| denied(one, &sense.when)) {
                    let reason = format!("{:?} is never reached: its conditions deny each other", sense.lemma);
                    self.tell_at(files, sense.source, reason);
                }
            }
        }
    }
}

fn overlap(left: &Period, right: &Period) -> bool {
    let first = |period: &Period| period.from.unwrap_or(Date::MIN);
    let last = |period: &Period| period.to.unwrap_or(Date::MAX);
    // The day on which one office goes over into another is not counted.
    first(left) < last(right) && first(right) < last(left)
}

/// Whether a condition holds wherever `given` does.
fn implies(given: &Condition, condition: &Condition) -> bool {
    use Test::{HasObject, ModifierIs, ObjectIs, Passive, Prepositions, SubjectIs};
    let within = |left: &[_], right: &[_]| left.iter().all(|noun| right.contains(noun));
    match (&given.test, &condition.test) {
        (ObjectIs(given_), ObjectIs(asked))
        | (SubjectIs(given_), SubjectIs(asked))
        | (ModifierIs(given_), ModifierIs(asked)) => {
            given.holds == condition.holds && if given.holds { within(given_, asked) } else { within(asked, given_) }
        }
        (Prepositions(given_), Prepositions(asked)) => {
            let within = |left: &[u64], right: &[u64]| left.iter().all(|word| right.contains(word));
            given.holds == condition.holds && if given.holds { within(given_, asked) } else { within(asked, given_) }
        }
        (Passive | ObjectIs(_), HasObject) => given.holds && condition.holds,
        (HasObject, Passive) => !given.holds && !condition.holds,
        (given_, asked) => given_ == asked && given.holds == condition.holds,
    }
}

/// Whether one of the conditions says the opposite.
fn denied(one: &Condition, conditions: &[Condition]) -> bool {
    let opposite = Condition { test: one.test.clone(), holds: !one.holds };
    conditions.iter().any(|given| implies(given, &opposite))
}
