//! The articles of `corpus/`: the shape of the records, and how many of the gold tuples are found.

use jiff::civil::Date;
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::LazyLock;
use whodid::batch::{self, Finished};
use whodid::read::{Inputs, ReadOptions, Reader};
use whodid::write::ExtractJsonLines;
use whodid::{Extractor, Layers, Workspace};

static EXTRACTOR: LazyLock<Extractor> = LazyLock::new(Extractor::built_in);

fn reader() -> Reader {
    let inputs = Inputs::find(&[PathBuf::from("corpus")]).unwrap();
    // Small blocks, so that there is something to do for several threads.
    Reader::new(inputs.inputs, ReadOptions { block_size: 1000, ..ReadOptions::default() })
}

/// The output for the corpus, with the summary's articles and errors.
fn output(threads: usize) -> (Vec<u8>, u64, u64) {
    let mut output = Vec::new();
    let mut sink = |mut finished: Finished| {
        output.append(&mut finished.output);
        Ok(())
    };
    let summary =
        batch::run(reader(), &ExtractJsonLines { extractor: &EXTRACTOR, merge: false }, threads, &mut sink).unwrap();
    (output, summary.articles(), summary.errors)
}

fn events() -> Vec<Value> {
    let lines = String::from_utf8(output(2).0).unwrap();
    lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// The text of each article, by id, as code points.
fn texts() -> BTreeMap<String, Vec<char>> {
    let mut texts = BTreeMap::new();
    for block in reader() {
        block.records(&mut |record| {
            let article = record.article.as_ref().unwrap();
            texts.insert(article.id.to_string(), article.text.chars().collect());
        });
    }
    texts
}

fn keys(value: &Value) -> Vec<&str> {
    value.as_object().unwrap().keys().map(String::as_str).collect()
}

#[test]
fn every_article_is_read_and_has_events() {
    let (_, articles, errors) = output(1);
    assert_eq!((articles, errors), (18, 0));
    let with_events: std::collections::BTreeSet<String> =
        events().iter().map(|event| event["doc"].as_str().unwrap().to_string()).collect();
    assert_eq!(with_events.len(), 18);
}

#[test]
fn the_output_is_the_same_for_one_and_three_threads() {
    assert!(output(1).0 == output(3).0);
}

#[test]
fn every_record_has_every_key() {
    // serde_json sorts the keys.
    let top = [
        "action",
        "actor",
        "attribution",
        "count",
        "date",
        "doc",
        "effect",
        "event",
        "id",
        "instrument",
        "place",
        "published",
        "rule",
        "sentence",
        "source",
        "target",
    ];
    let argument = ["country", "end", "head", "kind", "members", "name", "resolved", "sector", "start", "text"];
    for event in events() {
        assert_eq!(keys(&event), top);
        assert_eq!(keys(&event["sentence"]), ["end", "index", "start"]);
        assert_eq!(
            keys(&event["action"]),
            ["cameo", "end", "lemma", "mode", "quad", "start", "status", "text", "type", "voice"]
        );
        for slot in ["actor", "target", "place", "instrument", "attribution"] {
            assert!(event[slot].is_null() || keys(&event[slot]) == argument, "{event}");
        }
        let date = &event["date"];
        assert!(date.is_null() || keys(date) == ["basis", "end", "from", "start", "text", "to", "value"], "{event}");
        let count = &event["count"];
        let of_count = ["approx", "end", "max", "min", "of", "start", "text", "unit", "value"];
        assert!(count.is_null() || keys(count) == of_count, "{event}");
    }
}

#[test]
fn every_offset_slices_to_its_text() {
    let texts = texts();
    for event in events() {
        let text = &texts[event["doc"].as_str().unwrap()];
        let inside = |value: &Value| {
            let (start, end) = (value["start"].as_u64().unwrap() as usize, value["end"].as_u64().unwrap() as usize);
            text[start..end].iter().collect::<String>()
        };
        inside(&event["sentence"]);
        for slot in ["action", "actor", "target", "date", "count", "place", "instrument", "attribution"] {
            if event[slot]["text"].is_string() {
                assert_eq!(inside(&event[slot]), event[slot]["text"].as_str().unwrap(), "{event}");
            }
        }
    }
}

#[test]
fn ids_are_numbered_and_days_are_days() {
    let mut numbers: BTreeMap<String, u64> = BTreeMap::new();
    for event in events() {
        let doc = event["doc"].as_str().unwrap();
        let number = numbers.entry(doc.to_string()).or_default();
        *number += 1;
        assert_eq!(event["id"], format!("{doc}#{number}"));
        // An event is named by its first mention.
        let first: u64 = event["event"].as_str().unwrap().strip_prefix(&format!("{doc}#")).unwrap().parse().unwrap();
        assert!(1 <= first && first <= *number);
        event["published"].as_str().unwrap().parse::<Date>().unwrap();
        for end in ["from", "to"] {
            if let Some(day) = event["date"][end].as_str() {
                day.parse::<Date>().unwrap();
            }
        }
    }
}

#[test]
fn annotations_slice_to_their_text() {
    let layers = Layers { sentences: true, tokens: true, times: true, counts: true, entities: true, issues: true };
    let mut workspace = Workspace::default();
    for block in reader() {
        block.records(&mut |record| {
            let article = record.article.as_ref().unwrap();
            let text: Vec<char> = article.text.chars().collect();
            let annotation = serde_json::to_value(EXTRACTOR.annotate(article, layers, &mut workspace)).unwrap();
            assert_eq!(keys(&annotation), ["counts", "entities", "id", "sentences", "times", "tokens"]);
            for layer in ["times", "counts", "entities"] {
                for item in annotation[layer].as_array().unwrap() {
                    let (start, end) =
                        (item["start"].as_u64().unwrap() as usize, item["end"].as_u64().unwrap() as usize);
                    assert_eq!(text[start..end].iter().collect::<String>(), item["text"].as_str().unwrap());
                }
            }
            let mut last = 0;
            for token in annotation["tokens"].as_array().unwrap() {
                let (start, end) = (token["start"].as_u64().unwrap() as usize, token["end"].as_u64().unwrap() as usize);
                assert!(last <= start && start < end && end <= text.len(), "{token}");
                last = end;
            }
        });
    }
}

/// Whether two spans overlap.
fn overlap(a: &Value, b: &Value) -> bool {
    let at = |value: &Value, key: &str| value[key].as_u64().unwrap();
    at(a, "start") < at(b, "end") && at(b, "start") < at(a, "end")
}

/// Whether an argument is that of the gold: both empty, or it overlaps the span or one of its alternatives.
fn same(found: &Value, gold: &Value) -> bool {
    if found.is_null() || gold.is_null() {
        return found.is_null() && gold.is_null();
    }
    overlap(found, gold) || gold["alt"].as_array().is_some_and(|alt| alt.iter().any(|other| overlap(found, other)))
}

#[test]
fn most_gold_tuples_have_their_action_actor_and_target() {
    let gold: Vec<Value> = std::fs::read_to_string("corpus/gold.tuples")
        .unwrap()
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let found = events();
    let mut taken = vec![false; found.len()];
    let (mut actions, mut right) = (0, 0);
    for tuple in &gold {
        let candidates = || (0..found.len()).filter(|&at| found[at]["doc"] == tuple["doc"]);
        let action = |at: &usize| overlap(&found[*at]["action"], &tuple["action"]);
        actions += usize::from(candidates().any(|at| action(&at)));
        let all = |at: &usize| {
            !taken[*at]
                && action(at)
                && same(&found[*at]["actor"], &tuple["actor"])
                && same(&found[*at]["target"], &tuple["target"])
        };
        if let Some(at) = candidates().find(all) {
            taken[at] = true;
            right += 1;
        }
    }
    println!(
        "{} gold tuples, {actions} with their action, {right} with actor and target too; {} found",
        gold.len(),
        found.len()
    );
    // What was reached when this was last raised, less a few.
    assert!(actions * 100 >= gold.len() * 75, "{actions} of {}", gold.len());
    assert!(right * 100 >= gold.len() * 53, "{right} of {}", gold.len());
}
