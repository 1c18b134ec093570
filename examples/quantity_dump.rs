//! The counts of texts, for `score_counts.py`: JSON Lines `{"id","text"}` in, `{"id","counts":[…]}` out, offsets in code
//! points.
//!
//!     cargo run --release --example quantity_dump < TEXTS.jsonl > COUNTS.jsonl
//!
//! With `--numerals` all numbers are written, counts or not. With `--speed` the time of the layer alone is told.

use serde_json::{Value, json};
use std::io::{BufRead, Write};
use std::time::{Duration, Instant};
use whodid::grammar::{Tag, TagInput, Tagger, Words};
use whodid::lexicon::{Item, Lexicon, word_hash};
use whodid::mention::quantity::{QuantityGrammar, Rel};
use whodid::segment::{Segments, Shape, TokenKind};

fn main() -> anyhow::Result<()> {
    let numerals = std::env::args().any(|argument| argument == "--numerals");
    let speed = std::env::args().any(|argument| argument == "--speed");
    let lexicon = Lexicon::built_in();
    let tagger = Tagger::built_in();
    let grammar = QuantityGrammar::new(&lexicon);
    let mut segments = Segments::default();
    let (mut bytes, mut time) = (0, Duration::ZERO);
    let mut stdout = std::io::BufWriter::new(std::io::stdout().lock());
    for line in std::io::stdin().lock().lines() {
        let record: Value = serde_json::from_str(&line?)?;
        let text = record["text"].as_str().unwrap_or("");
        lexicon.segmenter().segment(text, &mut segments);
        let point = |byte: u32| text[..byte as usize].chars().count();
        let mut counts = Vec::new();
        for sentence in &segments.sentences {
            let tokens = &segments.tokens[sentence.tokens.0 as usize..sentence.tokens.1 as usize];
            let word = |at: usize| &text[tokens[at].start as usize..tokens[at].end as usize];
            let hashes: Vec<u64> = (0..tokens.len()).map(|at| word_hash(word(at))).collect();
            let items: Vec<Option<&Item>> = hashes.iter().map(|&hash| lexicon.get(hash)).collect();
            let lower = tokens.iter().any(|token| matches!(token.shape, Shape::Lower));
            let upper = tokens.iter().any(|token| matches!(token.shape, Shape::Title | Shape::Upper));
            let capitals = lower && upper;
            let inputs: Vec<TagInput> = (0..tokens.len())
                .map(|at| {
                    let fixed = match tokens[at].kind {
                        TokenKind::Punct => Some(Tag::PUNCT),
                        TokenKind::Symbol => Some(Tag::SYM),
                        TokenKind::Number if !word(at).contains(char::is_alphabetic) => Some(Tag::CD),
                        _ => None,
                    };
                    TagInput::new(word(at), hashes[at], tokens[at].shape, fixed, capitals)
                })
                .collect();
            let mut tags = Vec::new();
            tagger.tag(&inputs, &mut tags);
            let words =
                Words { text, lexicon: &lexicon, tokens, hashes: &hashes, items: &items, tags: &tags, capitals };
            if numerals {
                let mut found = Vec::new();
                grammar.numerals(&words, &mut found);
                counts.extend(found.iter().map(|numeral| {
                    let (start, end) = (tokens[numeral.tokens.0].start, tokens[numeral.tokens.1 - 1].end);
                    json!({"start": point(start), "end": point(end), "text": &text[start as usize..end as usize],
                           "value": numeral.value.to_f64()})
                }));
                continue;
            }
            let mut found = Vec::new();
            if speed {
                // The best of ten: other work on the machine only adds.
                let best = (0..10).map(|_| {
                    found.clear();
                    let start = Instant::now();
                    grammar.find(&words, &[], &mut found);
                    start.elapsed()
                });
                time += best.min().unwrap_or_default();
                bytes += (sentence.end - sentence.start) as usize;
                continue;
            }
            grammar.find(&words, &[], &mut found);
            // The gold does not count "including a child".
            found.retain(|quantity| !(quantity.article && quantity.rel == Rel::Subset));
            counts.extend(found.iter().map(|quantity| {
                let (start, end) = (tokens[quantity.tokens.0].start, tokens[quantity.tokens.1 - 1].end);
                json!({"start": point(start), "end": point(end), "text": &text[start as usize..end as usize],
                       "value": quantity.value, "min": quantity.min, "max": quantity.max,
                       "unit": quantity.unit.map(word), "status": quantity.status,
                       "rel": format!("{:?}", quantity.rel), "rule": quantity.rule})
            }));
        }
        if !speed {
            writeln!(stdout, "{}", json!({"id": record["id"], "counts": counts}))?;
        }
    }
    if speed {
        println!("{bytes} bytes in {time:?}: {:.0} MB/s", bytes as f64 / 1e6 / time.as_secs_f64());
    }
    Ok(())
}
