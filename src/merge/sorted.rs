//! Lines in the order of their days, however many: sorted runs on disk, merged as they are read.

use jiff::civil::Date;
use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};

/// The runs that this process has written, for their names.
static RUNS: AtomicU64 = AtomicU64::new(0);

/// Takes lines in any order and gives them by day.
pub(super) struct Sorter {
    lines: Vec<(SortKey, String)>,
    bytes: usize,
    most: usize,
    runs: Vec<Run>,
    taken: u64,
}

/// Day, then number in the input; those without a day last.
type SortKey = (bool, Option<Date>, u64);

/// A sorted run on disk, removed when it is dropped.
struct Run {
    path: PathBuf,
}

impl Drop for Run {
    fn drop(&mut self) {
        // What cannot be removed stays in the folder for temporary files.
        let _ = std::fs::remove_file(&self.path);
    }
}

impl Sorter {
    /// A sorter that holds at most so many bytes of lines in memory.
    pub fn new(most: usize) -> Sorter {
        Sorter { lines: Vec::new(), bytes: 0, most, runs: Vec::new(), taken: 0 }
    }

    /// Takes a line without its end.
    pub fn push(&mut self, day: Option<Date>, line: String) -> io::Result<()> {
        self.bytes += line.len();
        self.lines.push(((day.is_none(), day, self.taken), line));
        self.taken += 1;
        if self.bytes >= self.most { self.spill() } else { Ok(()) }
    }

    fn spill(&mut self) -> io::Result<()> {
        self.lines.sort_unstable_by_key(|(key, _)| *key);
        let number = RUNS.fetch_add(1, Ordering::Relaxed);
        let name = format!("whodid-dedup-{}-{number}", std::process::id());
        let run = Run { path: std::env::temp_dir().join(name) };
        let mut file = BufWriter::new(File::create_new(&run.path)?);
        for ((_, day, number), line) in self.lines.drain(..) {
            let day = day.map_or(String::new(), |day| day.to_string());
            writeln!(file, "{day}\t{number}\t{line}")?;
        }
        file.flush()?;
        self.runs.push(run);
        self.bytes = 0;
        Ok(())
    }

    /// All lines, by day.
    pub fn finish(mut self) -> io::Result<Sorted> {
        if self.runs.is_empty() {
            self.lines.sort_unstable_by_key(|(key, _)| Reverse(*key));
            return Ok(Sorted { lines: self.lines, heap: BinaryHeap::new(), readers: Vec::new(), _runs: Vec::new() });
        }
        if !self.lines.is_empty() {
            self.spill()?;
        }
        let mut readers = Vec::with_capacity(self.runs.len());
        let mut heap = BinaryHeap::new();
        for (at, run) in self.runs.iter().enumerate() {
            let mut reader = BufReader::new(File::open(&run.path)?);
            if let Some((key, line)) = next(&mut reader)? {
                heap.push(Reverse((key, at, line)));
            }
            readers.push(reader);
        }
        Ok(Sorted { lines: Vec::new(), heap, readers, _runs: self.runs })
    }
}

/// The lines by day.
pub(super) struct Sorted {
    /// All of them, last first, where no run was needed.
    lines: Vec<(SortKey, String)>,
    heap: BinaryHeap<Reverse<(SortKey, usize, String)>>,
    readers: Vec<BufReader<File>>,
    _runs: Vec<Run>,
}

impl Iterator for Sorted {
    type Item = io::Result<(Option<Date>, String)>;

    fn next(&mut self) -> Option<Self::Item> {
        if let Some(((_, day, _), line)) = self.lines.pop() {
            return Some(Ok((day, line)));
        }
        let Reverse(((_, day, _), run, line)) = self.heap.pop()?;
        match next(&mut self.readers[run]) {
            Ok(Some((key, line))) => self.heap.push(Reverse((key, run, line))),
            Ok(None) => {}
            Err(error) => return Some(Err(error)),
        }
        Some(Ok((day, line)))
    }
}

/// The next line of a run.
fn next(reader: &mut BufReader<File>) -> io::Result<Option<(SortKey, String)>> {
    let mut text = String::new();
    if reader.read_line(&mut text)? == 0 {
        return Ok(None);
    }
    let damaged = || io::Error::new(io::ErrorKind::InvalidData, "a temporary file was changed");
    let mut parts = text.trim_end_matches('\n').splitn(3, '\t');
    let (Some(day), Some(number), Some(line)) = (parts.next(), parts.next(), parts.next()) else {
        return Err(damaged());
    };
    let day: Option<Date> = if day.is_empty() { None } else { Some(day.parse().map_err(|_| damaged())?) };
    Ok(Some(((day.is_none(), day, number.parse().map_err(|_| damaged())?), line.to_string())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn runs_on_disk_and_lines_in_memory_come_alike() {
        let sorted = |most| {
            let mut sorter = Sorter::new(most);
            for number in 0..100_i16 {
                let day = (number % 7 != 0).then(|| date(2024, 1, (number * 13 % 28 + 1) as i8));
                sorter.push(day, format!("{number}")).unwrap();
            }
            sorter.finish().unwrap().map(Result::unwrap).collect::<Vec<_>>()
        };
        let all = sorted(1 << 20);
        assert_eq!(all.len(), 100);
        assert_eq!(all[99].0, None);
        assert!(all.windows(2).all(|pair| pair[1].0.is_none() || pair[0].0 <= pair[1].0));
        assert_eq!(sorted(20), all);
    }
}
