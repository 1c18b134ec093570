//! Sentences in, their events as lines out.
//!
//! A case is a sentence and, under it, a line `> …` for each of its events:
//!
//! ```text
//! Russian jets bombed a hospital in Aleppo on Tuesday.
//! > ASSAULT bombed | actor: Russian jets | target: hospital | date: 2024-03-19 | asserted
//! ```
//!
//! Slots that are empty are left out, and so is the place; `count: 12 target` says what is counted.

#![allow(dead_code, reason = "no test uses all of it")]

use jiff::civil::{Date, date};
use std::fmt::Write;
use std::sync::LazyLock;
use whodid::{Argument, Article, Event, Extractor, Workspace};

/// The day on which the sentences were published, a Saturday.
pub const PUBLISHED: Date = date(2024, 3, 23);

/// The extractor with the built-in lexicons.
pub static EXTRACTOR: LazyLock<Extractor> = LazyLock::new(Extractor::built_in);

/// A text as an article of the day.
pub fn article(text: &str) -> Article<'_> {
    Article { id: "a".into(), published: Some(PUBLISHED), text: text.into(), ..Article::default() }
}

/// A line for each event of a text.
pub fn events(text: &str) -> Vec<String> {
    let mut lines = Vec::new();
    EXTRACTOR.extract(&article(text), &mut Workspace::default(), &mut |event| lines.push(line(event)));
    lines
}

fn line(event: &Event) -> String {
    let mut line = format!("{} {}", event.action.kind, event.action.text);
    let mut argument = |name: &str, argument: &Option<Argument>| {
        if let Some(argument) = argument {
            write!(line, " | {name}: {}", argument.text).unwrap();
            if let Some(resolved) = &argument.resolved {
                write!(line, " = {resolved}").unwrap();
            }
        }
    };
    argument("actor", &event.actor);
    argument("target", &event.target);
    if let Some(date) = event.date.as_ref().filter(|date| date.basis == "text") {
        write!(line, " | date: {}", date.value).unwrap();
    }
    if let Some(count) = &event.count {
        write!(line, " | count: {} {}", count.value, count.of).unwrap();
    }
    if let Some(source) = &event.attribution {
        write!(line, " | source: {}", source.text).unwrap();
    }
    write!(line, " | {}", event.action.status).unwrap();
    line
}

/// The cases of a block: each sentence with its expected lines.
pub fn parse(block: &str) -> Vec<(&str, Vec<&str>)> {
    let mut cases: Vec<(&str, Vec<&str>)> = Vec::new();
    for line in block.lines().map(str::trim).filter(|line| !line.is_empty()) {
        match line.strip_prefix("> ") {
            Some(event) => cases.last_mut().expect("a sentence stands before its events").1.push(event),
            None => cases.push((line, Vec::new())),
        }
    }
    cases
}

/// Panics unless every sentence of the block gives just the events under it; says what the others give.
#[track_caller]
pub fn check(block: &str) {
    let mut wrong = String::new();
    for (sentence, expected) in parse(block) {
        compare(sentence, &expected, &mut wrong);
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// Panics unless the text as a whole gives just these events.
#[track_caller]
pub fn check_text(text: &str, expected: &[&str]) {
    let mut wrong = String::new();
    compare(text, expected, &mut wrong);
    assert!(wrong.is_empty(), "{wrong}");
}

fn compare(text: &str, expected: &[&str], wrong: &mut String) {
    let found = events(text);
    if found != expected {
        writeln!(wrong, "\n{text}").unwrap();
        expected.iter().for_each(|line| writeln!(wrong, "expected > {line}").unwrap());
        found.iter().for_each(|line| writeln!(wrong, "found    > {line}").unwrap());
    }
}
