//! Whatever the text: no panic, and offsets that slice to what they say.

use jiff::civil::date;
use proptest::prelude::*;
use std::sync::LazyLock;
use whodid::{Argument, Article, Event, Extractor, Layers, Workspace};

static EXTRACTOR: LazyLock<Extractor> = LazyLock::new(Extractor::built_in);

fn check(text: &str, published: bool) {
    let day = published.then(|| date(2024, 2, 29));
    let article = Article { id: "a".into(), published: day, text: text.into(), ..Article::default() };
    let points: Vec<char> = text.chars().collect();
    let slice = |start: usize, end: usize| {
        assert!(start < end && end <= points.len(), "{start}..{end} of {}", points.len());
        points[start..end].iter().collect::<String>()
    };
    let mut workspace = Workspace::default();
    let mut events = 0;
    let tally = EXTRACTOR.extract(&article, &mut workspace, &mut |event: &Event| {
        events += 1;
        assert_eq!(event.id, format!("a#{events}"));
        let (sentence, action) = (event.sentence, &event.action);
        assert!(sentence.start <= action.start && action.end <= sentence.end && sentence.end <= points.len());
        assert_eq!(slice(action.start, action.end), action.text);
        let argument = |argument: &Option<Argument>| {
            if let Some(argument) = argument {
                assert_eq!(slice(argument.start, argument.end), argument.text);
            }
        };
        argument(&event.actor);
        argument(&event.target);
        argument(&event.place);
        argument(&event.instrument);
        argument(&event.attribution);
        if let Some(count) = &event.count {
            assert_eq!(slice(count.start, count.end), count.text);
        }
        if let Some(date) = &event.date {
            assert_eq!(date.text.is_some(), date.basis != "published");
            if let (Some(text), Some(start), Some(end)) = (&date.text, date.start, date.end) {
                assert_eq!(slice(start, end), *text);
            }
        }
        serde_json::to_string(event).unwrap();
    });
    assert_eq!(tally.events, events);
    let layers = Layers { sentences: true, tokens: true, times: true, counts: true, entities: true, issues: true };
    let annotation = EXTRACTOR.annotate(&article, layers, &mut workspace);
    assert_eq!(annotation.sentences.unwrap().len() as u64, tally.sentences);
    let slice = |start: u32, end: u32| slice(start as usize, end as usize);
    for token in annotation.tokens.unwrap() {
        assert!(!slice(token.start, token.end).trim().is_empty());
    }
    for time in annotation.times.unwrap() {
        assert_eq!(slice(time.start, time.end), time.text);
    }
    for count in annotation.counts.unwrap() {
        assert_eq!(slice(count.start, count.end), count.text);
    }
    for entity in annotation.entities.unwrap() {
        assert_eq!(slice(entity.start, entity.end), entity.text);
    }
}

/// Words and signs that the stages look at, in any order: what a grammar stumbles over is rarely random bytes.
const WORDS: [&str; 88] = [
    "Gunmen",
    "Russia",
    "the",
    "a",
    "no",
    "not",
    "Islamic State",
    "its",
    "police",
    "killed",
    "was",
    "were",
    "by",
    "who",
    "that",
    "to",
    "attack",
    "attacked",
    "claimed",
    "responsibility",
    "for",
    "and",
    "or",
    ",",
    ".",
    "\n",
    "\n\n",
    ";",
    ":",
    "—",
    "-",
    "\"",
    "“",
    "”",
    "(",
    ")",
    "’s",
    "'s",
    "said",
    "according to",
    "including",
    "at least",
    "more than",
    "between",
    "10",
    "1,200",
    "two",
    "dozens",
    "hundreds of thousands",
    "of",
    "people",
    "million",
    "percent",
    "$",
    "$3bn",
    "3-2",
    "on",
    "Friday",
    "March",
    "22",
    "2024",
    "last",
    "week",
    "two weeks earlier",
    "1990s",
    "o'clock",
    "p.m.",
    "U.S.",
    "Mr.",
    "Gen.",
    "is",
    "will",
    "may",
    "plan",
    "denied",
    "killing",
    "injured",
    "dead",
    "missing",
    "took",
    "hostage",
    "carried out",
    "opened",
    "fire",
    "death toll",
    "rose",
    "é",
    "😀",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_string(text in "\\PC{0,200}", published: bool) {
        check(&text, published);
    }

    #[test]
    fn any_characters(text in prop::collection::vec(any::<char>(), 0..120), published: bool) {
        check(&text.into_iter().collect::<String>(), published);
    }

    #[test]
    fn any_order_of_words(
        words in prop::collection::vec((prop::sample::select(&WORDS[..]), prop::sample::select(&[" ", " ", " ", "", "\n"][..])), 0..60),
        published: bool,
    ) {
        check(&words.into_iter().flat_map(|(word, gap)| [word, gap]).collect::<String>(), published);
    }
}

#[test]
fn edges() {
    for text in ["", " ", "\n", "\u{feff}", ".", "\0", "\u{301}", "\r\n\r\n", "'s", "killed", "Killed.", "1", "1.", "—"]
    {
        check(text, true);
        check(text, false);
    }
    check(&"killed ".repeat(3000), true);
    check(&"and, ".repeat(3000), true);
    check(&"Police killed two men who said that ".repeat(300), true);
    check(&"(".repeat(5000), true);
    check(&"9".repeat(5000), true);
    check(&"Police killed two men on Friday. ".repeat(500), true);
}
