//! `whodid dedup`.

use super::arguments::DedupArguments;
use super::output::Output;
use super::run::Outcome;
use super::say;
use anyhow::{Context, Result};
use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};
use whodid::merge::{Dedup, DedupError, DedupOptions, dedup};

/// Reads the events, joins them and writes them, and closes with a line on standard error.
pub fn run(arguments: &DedupArguments) -> Result<Outcome> {
    let mut events = dedup(DedupOptions { days: arguments.days, ..DedupOptions::default() });
    let stdin = [PathBuf::from("-")];
    let inputs = if arguments.inputs.is_empty() { &stdin[..] } else { &arguments.inputs };
    let mut errors = 0;
    for input in inputs {
        errors += read(input, &mut events)?;
    }
    let mut output = Output::open(arguments.output.as_deref())?;
    let name = output.name();
    let mut writer = BufWriter::new(&mut output);
    let done = events.finish(&mut |event| {
        serde_json::to_writer(&mut writer, event)?;
        writer.write_all(b"\n")
    });
    let done = done.and_then(|summary| writer.flush().map(|()| summary).map_err(DedupError::Write));
    let summary = done.with_context(|| name)?;
    drop(writer);
    output.finish()?;
    say(format_args!("{} records, {} events, {errors} errors", summary.records, summary.events));
    Ok(if errors == 0 { Outcome::AllRead } else { Outcome::SomeFailed })
}

/// Takes in the lines of a file; those that are no events are told, and their number returned.
fn read(path: &Path, events: &mut Dedup) -> Result<u64> {
    let cannot = || format!("cannot read {}", path.display());
    let mut reader: Box<dyn BufRead> = if path.as_os_str() == "-" {
        Box::new(io::stdin().lock())
    } else {
        Box::new(BufReader::new(File::open(path).with_context(cannot)?))
    };
    let mut line = Vec::new();
    let (mut number, mut errors) = (0u64, 0);
    loop {
        line.clear();
        if reader.read_until(b'\n', &mut line).with_context(cannot)? == 0 {
            return Ok(errors);
        }
        number += 1;
        let text = String::from_utf8_lossy(&line);
        if text.trim().is_empty() {
            continue;
        }
        match events.push(&text) {
            Ok(()) => {}
            Err(DedupError::Record(error)) => {
                errors += 1;
                say(format_args!("error: {}:{number}: not an event: {error}", path.display()));
            }
            Err(error) => return Err(error.into()),
        }
    }
}
