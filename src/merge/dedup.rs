//! The same event in several articles.
//!
//! Records are sorted by day, on disk where they are many, and a window of days is kept open. A record is compared only
//! with the events of the window that share a name or head word with it. So memory depends on the days and not on the
//! input.

use super::merged::Merged;
use super::sorted::Sorter;
use crate::same::{Report, is_short, last_word, points, same_day, share_a_name};
use jiff::Unit;
use jiff::civil::Date;
use std::collections::{HashMap, VecDeque};
use std::io;

/// How far apart the days of one event may be, and how much memory sorting takes.
#[derive(Clone, Copy, Debug)]
pub struct DedupOptions {
    /// Days.
    pub days: u16,
    /// Bytes of records sorted in memory; beyond them they go to temporary files.
    pub memory: usize,
}

impl Default for DedupOptions {
    fn default() -> DedupOptions {
        DedupOptions { days: 1, memory: 256 << 20 }
    }
}

/// What came of the records.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DedupSummary {
    pub records: u64,
    pub events: u64,
}

/// Why records could not be joined.
#[derive(Debug, thiserror::Error)]
pub enum DedupError {
    /// Temporary files.
    #[error("cannot sort the records: {0}")]
    Sort(#[source] io::Error),
    /// What `emit` says.
    #[error("cannot write: {0}")]
    Write(#[source] io::Error),
    /// A record that could be read before.
    #[error("a record was changed in sorting: {0}")]
    Record(#[from] serde_json::Error),
}

/// Takes records in any order.
pub struct Dedup {
    options: DedupOptions,
    sorter: Sorter,
    records: u64,
}

/// The points that make two records of different articles one: of the same day, and where the text gives no day and the
/// articles are of different ones.
const ENOUGH: u32 = 7;
const ENOUGH_LATER: u32 = 9;

/// With how many events that share a word with it a record is compared, the latest ones.
const MOST_COMPARED: usize = 64;

/// The most events that are kept open; beyond them the oldest are closed early.
const MOST_OPEN: usize = 200_000;

/// Nothing read yet.
pub fn dedup(options: DedupOptions) -> Dedup {
    Dedup { options, sorter: Sorter::new(options.memory), records: 0 }
}

impl Dedup {
    /// Takes in a line: an event, or a record that joins several.
    ///
    /// # Errors
    /// When it is not one, or a temporary file cannot be written.
    pub fn push(&mut self, line: &str) -> Result<(), DedupError> {
        let record: Merged = serde_json::from_str(line)?;
        self.records += 1;
        self.sorter.push(day(&record), line.trim_end().to_string()).map_err(DedupError::Sort)
    }

    /// Gives out the events, by their first day.
    ///
    /// # Errors
    /// When temporary files cannot be read or `emit` fails.
    pub fn finish(self, emit: &mut dyn FnMut(&Merged) -> io::Result<()>) -> Result<DedupSummary, DedupError> {
        let mut window = Window { days: i64::from(self.options.days), ..Window::default() };
        for next in self.sorter.finish().map_err(DedupError::Sort)? {
            let (day, line) = next.map_err(DedupError::Sort)?;
            let mut record: Merged<'static> = serde_json::from_str(&line)?;
            if record.mentions.is_empty() {
                record = Merged::from(record.event);
            }
            window.close(day, emit).map_err(DedupError::Write)?;
            window.take(day, record);
        }
        while window.open.front().is_some() {
            window.close_first(emit).map_err(DedupError::Write)?;
        }
        Ok(DedupSummary { records: self.records, events: window.closed })
    }
}

/// The points that speak for a record being a report of an event, if they are enough.
fn enough(event: &Merged, record: &Merged, days: i64) -> Option<u32> {
    let (one, other) = (Report::of(&event.event), Report::of(&record.event));
    let same_day = same_day(&one, &other, days) || event.event.published == record.event.published;
    let enough = if same_day { ENOUGH } else { ENOUGH_LATER };
    points(&one, &other, days).filter(|&points| points >= enough && share_a_name(&one, &other))
}

/// The day of an event: its own if the text gives it to a week, else that of its first report.
fn day(record: &Merged) -> Option<Date> {
    let own = record.event.date.as_ref().filter(|date| is_short(date));
    own.and_then(|date| date.from).or(record.event.published)
}

/// The events that records may still join.
#[derive(Default)]
struct Window {
    days: i64,
    /// Each with its latest day, in the order of their first.
    open: VecDeque<(Option<Date>, Merged<'static>)>,
    /// The number of events given out: the number of the first open one.
    closed: u64,
    /// For each word, the numbers of the events that have it.
    words: HashMap<String, VecDeque<u64>>,
}

impl Window {
    /// Joins a record to the event it is a report of, or opens an event.
    fn take(&mut self, day: Option<Date>, record: Merged<'static>) {
        // What has no day is joined with nothing.
        let keys = if day.is_some() { keys(&record) } else { Vec::new() };
        let mut best: Option<(u32, u64)> = None;
        for key in &keys {
            for &number in self.words.get(key).into_iter().flatten().rev().take(MOST_COMPARED) {
                let Some((_, event)) = number.checked_sub(self.closed).and_then(|at| self.open.get(at as usize)) else {
                    break;
                };
                let apart = event.event.doc != record.event.doc || event.mentions.len() > 1;
                let found = enough(event, &record, self.days).filter(|_| apart);
                best = best.max(found.map(|points| (points, number)));
            }
        }
        let number = match best {
            Some((_, number)) => {
                let (latest, event) = &mut self.open[(number - self.closed) as usize];
                *latest = day.max(*latest);
                event.join(record);
                number
            }
            None => {
                self.open.push_back((day, record));
                self.closed + self.open.len() as u64 - 1
            }
        };
        for key in keys {
            let numbers = self.words.entry(key).or_default();
            if numbers.back() != Some(&number) {
                numbers.push_back(number);
            }
        }
    }

    /// Gives out the events that no record from `day` on can join.
    fn close(&mut self, day: Option<Date>, emit: &mut dyn FnMut(&Merged) -> io::Result<()>) -> io::Result<()> {
        let over = |latest: Option<Date>| match (latest, day) {
            (Some(latest), Some(day)) => {
                latest.until((Unit::Day, day)).is_ok_and(|span| i64::from(span.get_days()) > self.days)
            }
            (Some(_), None) => true,
            _ => false,
        };
        let mut first = 0;
        while self.open.get(first).is_some_and(|(latest, _)| over(*latest)) {
            first += 1;
        }
        let too_many = self.open.len().saturating_sub(MOST_OPEN);
        for _ in 0..first.max(too_many) {
            self.close_first(emit)?;
        }
        Ok(())
    }

    fn close_first(&mut self, emit: &mut dyn FnMut(&Merged) -> io::Result<()>) -> io::Result<()> {
        let Some((_, event)) = self.open.pop_front() else { return Ok(()) };
        self.closed += 1;
        for key in keys(&event) {
            if let Some(numbers) = self.words.get_mut(&key) {
                while numbers.front().is_some_and(|&number| number < self.closed) {
                    numbers.pop_front();
                }
                if numbers.is_empty() {
                    self.words.remove(&key);
                }
            }
        }
        emit(&event)
    }
}

/// The words by which reports of one event are found: names, else head words, of its arguments.
fn keys(record: &Merged) -> Vec<String> {
    let event = &record.event;
    let arguments = [("a", &event.actor), ("t", &event.target), ("p", &event.place)];
    let named = arguments.into_iter().filter_map(|(slot, argument)| {
        let argument = argument.as_ref()?;
        let words = argument.name.as_deref().or(argument.resolved.as_deref()).unwrap_or(&argument.head);
        Some(format!("{slot}{}", last_word(words).to_lowercase().trim_end_matches('s')))
    });
    named.collect()
}
