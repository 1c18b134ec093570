//! The commands at work.

use super::arguments::{Command, Common, Layer, UserLexicons};
use super::output::Output;
use super::progress::Progress;
use super::say;
use anyhow::{Context, Result, bail};
use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;
use std::time::{Duration, Instant};
use whodid::Extractor;
use whodid::batch::{self, Summary, Task};
use whodid::lexicon::Lexicon;
use whodid::lexicon::petrarch::{Dictionaries, Finding};
use whodid::read::{Inputs, Reader};
use whodid::write::{AnnotateJsonLines, ExtractJsonLines};

/// How a run ended that came to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    AllRead,
    SomeFailed,
}

/// Carries a command out. That who reads the output has enough of it is no error.
pub fn run(command: Command) -> Result<Outcome> {
    let has_enough = |error: &anyhow::Error| {
        let mut causes = error.chain().filter_map(|cause| cause.downcast_ref::<io::Error>());
        causes.any(|cause| cause.kind() == io::ErrorKind::BrokenPipe)
    };
    match carry_out(command) {
        Err(error) if has_enough(&error) => Ok(Outcome::AllRead),
        result => result,
    }
}

fn carry_out(command: Command) -> Result<Outcome> {
    match command {
        Command::Dedup(arguments) => super::dedup::run(&arguments),
        Command::Extract { merge, common } => {
            let extractor = extractor(&common.user)?;
            process(&common, &ExtractJsonLines { extractor, merge }, |summary| {
                let Summary { with_events, without_events, sentences, events, .. } = summary;
                format!(
                    " ({with_events} with events, {without_events} without), {sentences} sentences, {events} events"
                )
            })
        }
        Command::Annotate { common, layers } => {
            let extractor = extractor(&common.user)?;
            let task = AnnotateJsonLines { extractor, layers: Layer::choose(&layers) };
            process(&common, &task, |_| String::new())
        }
        Command::Lexicon { command } => super::lexicon::run(command),
    }
}

/// The extractor with the user's lexicons and dictionaries; what is wrong in them is said and passed over.
fn extractor(user: &UserLexicons) -> Result<&'static Extractor> {
    let (mut lexicon, errors) = Lexicon::with_folders(&user.folders)?;
    for error in errors {
        say(format_args!("lexicon: {error}"));
    }
    if !user.dictionaries.is_empty() {
        let mut dictionaries = Dictionaries::read(&user.dictionaries)?;
        lexicon.add_petrarch(&mut dictionaries);
        tell(&dictionaries);
    }
    // It lives as long as the process: taking it apart at the end would only cost time.
    Ok(Box::leak(Box::new(Extractor::new(lexicon))))
}

/// Says what was read of dictionaries: a line for each file, and one for each kind of quirk in it.
fn tell(dictionaries: &Dictionaries) {
    for file in &dictionaries.files {
        say(format_args!("petrarch: {file}"));
        for (Finding { line, quirk, text }, count) in file.grouped() {
            let others = if count == 1 { String::new() } else { format!(" (and {} more)", count - 1) };
            say(format_args!("petrarch: {}:{line}: {text:?}: {quirk}{others}", file.path.display()));
        }
    }
    for path in &dictionaries.passed_over {
        say(format_args!("petrarch: passed over, neither actors, agents, discards nor issues: {}", path.display()));
    }
}

/// Reads the inputs, runs the task, writes the output and closes with a line on standard error; `found` words what the
/// task found.
fn process<T: Task>(common: &Common, task: &T, found: impl Fn(&Summary) -> String) -> Result<Outcome> {
    let start = Instant::now();
    let inputs = find(common)?;
    let mut output = Output::open(common.output.as_deref())?;
    let threads = match common.jobs {
        Some(jobs) => jobs.get(),
        None => std::thread::available_parallelism().map_or(1, |cores| cores.get()),
    };
    let progress = Progress::start(inputs.bytes);
    let reader = Reader::new(inputs.inputs, common.read_options());
    let mut articles = 0;
    let result = batch::run(reader, task, threads, &mut |finished| {
        for error in &finished.errors {
            progress.say(format_args!("error: {error}"));
        }
        output.write_all(&finished.output)?;
        output.flush()?;
        articles += finished.summary.articles();
        progress.advance(finished.summary.bytes, articles);
        Ok(())
    });
    drop(progress);
    let summary = result.with_context(|| format!("cannot write {}", output.name()))?;
    output.finish()?;
    close(&summary, &inputs.passed_over, &found(&summary), start.elapsed());
    Ok(if summary.errors == 0 { Outcome::AllRead } else { Outcome::SomeFailed })
}

fn find(common: &Common) -> Result<Inputs> {
    if !common.inputs.is_empty() {
        return Ok(Inputs::find(&common.inputs)?);
    }
    if std::io::stdin().is_terminal() {
        bail!("no INPUT: name files or folders, or - for standard input");
    }
    Ok(Inputs::find(&[PathBuf::from("-")])?)
}

fn close(summary: &Summary, passed_over: &[PathBuf], found: &str, time: Duration) {
    if let [first, rest @ ..] = passed_over {
        let others = if rest.is_empty() { String::new() } else { format!(" and {} more", rest.len()) };
        say(format_args!("note: passed over in folders, not *.txt, *.jsonl or *.ndjson: {}{others}", first.display()));
    }
    if summary.mended > 0 {
        say(format_args!("note: articles in which invalid UTF-8 was replaced by U+FFFD: {}", summary.mended));
    }
    if summary.discarded > 0 {
        say(format_args!("note: sentences left out because of a discard phrase: {}", summary.discarded));
    }
    let (megabytes, seconds) = (summary.bytes as f64 / 1e6, time.as_secs_f64());
    say(format_args!(
        "{} articles{found}, {} errors; {megabytes:.2} MB in {seconds:.2} s, {:.1} MB/s",
        summary.articles(),
        summary.errors,
        megabytes / seconds.max(1e-9),
    ));
}
