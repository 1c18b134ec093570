//! Many articles: in parallel, in order, in bounded memory.
//!
//! One thread reads blocks and hands each to the pool; the receivers of their results stand in a queue of bounded
//! length, in the order of reading, and the calling thread takes them from there. So at most a few blocks a thread are
//! alive at a time whatever the size of the input, a slow reader or writer holds up the rest and nothing piles up, and
//! the output is the same, byte for byte, for any number of threads.

use crate::read::{Block, Reason, RecordError};
use crate::{Article, Tally};
use std::any::Any;
use std::io;
use std::ops::AddAssign;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, sync_channel};
use std::sync::{Mutex, PoisonError};

/// What is done to each article.
pub trait Task: Sync {
    /// Buffers kept from article to article; made afresh after a panic.
    type Workspace: Default + Send;

    /// Appends the article's output to `output`.
    fn run(
        &self,
        article: &Article<'_>,
        workspace: &mut Self::Workspace,
        output: &mut Vec<u8>,
    ) -> Result<Tally, serde_json::Error>;
}

/// What came of some records. `with_events + without_events + errors` is the number of records.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    pub with_events: u64,
    pub without_events: u64,
    /// Records that ended as an error.
    pub errors: u64,
    pub sentences: u64,
    pub events: u64,
    /// Sentences left out because of a discard phrase.
    pub discarded: u64,
    /// Bytes of input.
    pub bytes: u64,
    /// Records in which invalid UTF-8 was replaced.
    pub mended: u64,
}

impl Summary {
    /// Records that were read as articles.
    pub fn articles(&self) -> u64 {
        self.with_events + self.without_events
    }
}

impl AddAssign for Summary {
    fn add_assign(&mut self, other: Summary) {
        let Summary { with_events, without_events, errors, sentences, events, discarded, bytes, mended } = other;
        self.with_events += with_events;
        self.without_events += without_events;
        self.errors += errors;
        self.sentences += sentences;
        self.events += events;
        self.discarded += discarded;
        self.bytes += bytes;
        self.mended += mended;
    }
}

/// One block's results.
#[derive(Debug, Default)]
pub struct Finished {
    pub output: Vec<u8>,
    pub errors: Vec<RecordError>,
    pub summary: Summary,
}

/// Blocks that are being worked on or wait for their turn to be written, per thread.
const QUEUE: usize = 2;

/// Runs the task over all the blocks on `threads` threads and gives the results to `sink` in the order of the blocks.
///
/// A panic in the task is caught and becomes that article's error; its output is dropped as a whole. Fails if the
/// threads cannot be started or `sink` fails; reading stops then.
pub fn run<T: Task>(
    blocks: impl Iterator<Item = Block> + Send,
    task: &T,
    threads: usize,
    sink: &mut dyn FnMut(Finished) -> io::Result<()>,
) -> io::Result<Summary> {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().map_err(io::Error::other)?;
    let workspaces = Mutex::new(Vec::new());
    let workspaces = &workspaces;
    pool.in_place_scope(|work| {
        let (queue, results) = sync_channel::<Receiver<Finished>>(threads * QUEUE);
        std::thread::scope(|io| {
            io.spawn(move || {
                for block in blocks {
                    let (done, result) = sync_channel(1);
                    work.spawn(move |_| {
                        let lock = || workspaces.lock().unwrap_or_else(PoisonError::into_inner);
                        let mut workspace = lock().pop().unwrap_or_default();
                        let finished = process(block, task, &mut workspace);
                        lock().push(workspace);
                        // Nobody waits for it if the sink has failed.
                        let _ = done.send(finished);
                    });
                    if queue.send(result).is_err() {
                        break;
                    }
                }
            });
            let mut total = Summary::default();
            for result in results {
                // No result is a panic outside the articles: the scope passes it on.
                let Ok(finished) = result.recv() else { break };
                total += finished.summary;
                sink(finished)?;
            }
            Ok(total)
        })
    })
}

fn process<T: Task>(block: Block, task: &T, workspace: &mut T::Workspace) -> Finished {
    let mut finished = Finished::default();
    let Finished { output, errors, summary } = &mut finished;
    summary.bytes = block.input_bytes();
    block.records(&mut |record| {
        summary.mended += u64::from(record.replaced > 0);
        let article = match record.article {
            Ok(article) => article,
            Err(error) => return errors.push(error),
        };
        let before = output.len();
        let reason = match catch_unwind(AssertUnwindSafe(|| task.run(article, workspace, output))) {
            Ok(Ok(tally)) => {
                summary.sentences += tally.sentences;
                summary.events += tally.events;
                summary.discarded += tally.discarded;
                *if tally.events > 0 { &mut summary.with_events } else { &mut summary.without_events } += 1;
                return;
            }
            Ok(Err(error)) => Reason::NotWritten(error),
            Err(panic) => {
                *workspace = T::Workspace::default();
                Reason::Panic(message(&*panic))
            }
        };
        output.truncate(before);
        errors.push(RecordError {
            file: record.file.to_string(),
            line: record.line,
            id: Some(article.id.to_string()),
            reason,
        });
    });
    summary.errors = errors.len() as u64;
    finished
}

fn message(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(|text| text.to_string());
    text.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_else(|| "no message".to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::{Input, ReadOptions, Reader};

    /// Writes the id, and panics at what it is told to.
    struct Fragile;

    impl Task for Fragile {
        type Workspace = usize;
        fn run(
            &self,
            article: &Article<'_>,
            seen: &mut usize,
            output: &mut Vec<u8>,
        ) -> Result<Tally, serde_json::Error> {
            *seen += 1;
            output.extend_from_slice(article.id.as_bytes());
            assert!(article.text != "panic", "told to");
            output.push(b'\n');
            Ok(Tally { sentences: 1, events: u64::from(article.text == "event"), discarded: 0 })
        }
    }

    fn file(name: &str, lines: usize) -> std::path::PathBuf {
        let path = std::env::temp_dir().join(format!("whodid-batch-{name}-{}.jsonl", std::process::id()));
        let text = |i| ["event", "nothing", "panic", "event"][i % 4];
        let lines: String = (0..lines).map(|i| format!("{{\"id\":\"{i}\",\"text\":\"{}\"}}\n", text(i))).collect();
        std::fs::write(&path, lines).unwrap();
        path
    }

    fn reader(path: &std::path::Path) -> Reader {
        Reader::new(vec![Input::File(path.into())], ReadOptions { block_size: 100, ..ReadOptions::default() })
    }

    #[test]
    fn nothing_is_lost_and_the_order_is_kept() {
        let path = file("order", 1000);
        let expected: String = (0..1000).filter(|i| i % 4 != 2).map(|i| format!("{i}\n")).collect();
        for threads in 1..5 {
            let (mut output, mut errors) = (Vec::new(), Vec::new());
            let mut sink = |mut finished: Finished| {
                output.append(&mut finished.output);
                errors.append(&mut finished.errors);
                Ok(())
            };
            let summary = run(reader(&path), &Fragile, threads, &mut sink).unwrap();
            assert_eq!(String::from_utf8(output).unwrap(), expected);
            assert_eq!((summary.with_events, summary.without_events, summary.errors), (500, 250, 250));
            assert_eq!(summary.bytes, std::fs::metadata(&path).unwrap().len());
            let first = errors[0].to_string();
            assert!(first.ends_with(".jsonl:3: record \"2\": a fault of whodid: panic: told to"), "{first}");
        }
        std::fs::remove_file(path).unwrap();
    }

    #[test]
    fn a_sink_that_fails_ends_it() {
        let path = file("sink", 5000);
        let mut left = 3;
        let mut sink = |_| {
            left -= 1;
            if left == 0 { Err(io::ErrorKind::BrokenPipe.into()) } else { Ok(()) }
        };
        let error = run(reader(&path), &Fragile, 2, &mut sink).unwrap_err();
        assert_eq!((error.kind(), left), (io::ErrorKind::BrokenPipe, 0));
        std::fs::remove_file(path).unwrap();
    }
}
