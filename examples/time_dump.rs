//! Finds the time expressions of articles: JSON Lines with `id`, `text` and `dct` or `date` in, `id` and `timex` out.
//!
//!     cargo run --release --example time_dump < gold.jsonl > found.jsonl
//!
//! Offsets are code points. With `--rules` each expression names its rule. `--bench` prints the speed to stderr.

use serde_json::{Value, json};
use std::io::{BufRead, Write};
use std::time::{Duration, Instant};
use whodid::grammar::{Tag, TagInput, Tagger, Words};
use whodid::lexicon::{Lexicon, word_hash};
use whodid::mention::time::{Anchor, TimeGrammar};
use whodid::segment::{CodePoints, Segments, TokenKind};

fn main() -> anyhow::Result<()> {
    let rules = std::env::args().any(|argument| argument == "--rules");
    let lexicon = Lexicon::built_in();
    let grammar = TimeGrammar::new(&lexicon);
    let tagger = Tagger::built_in();
    let mut segments = Segments::default();
    let (mut inputs, mut tags, mut found) = (Vec::new(), Vec::new(), Vec::new());
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    let (mut bytes, mut spent) = (0, Duration::ZERO);
    for line in std::io::stdin().lock().lines() {
        let record: Value = serde_json::from_str(&line?)?;
        let text = record["text"].as_str().unwrap_or("");
        let published = ["dct", "date"].iter().find_map(|key| record[key].as_str()?.get(..10)?.parse().ok());
        let mut anchor = Anchor::new(published);
        let mut points = CodePoints::new(text);
        let mut timex = Vec::new();
        lexicon.segmenter().segment(text, &mut segments);
        for sentence in &segments.sentences {
            let tokens = &segments.tokens[sentence.tokens.0 as usize..sentence.tokens.1 as usize];
            let word = |at: usize| &text[tokens[at].start as usize..tokens[at].end as usize];
            let hashes: Vec<u64> = (0..tokens.len()).map(|at| word_hash(word(at))).collect();
            let items: Vec<_> = hashes.iter().map(|&hash| lexicon.get(hash)).collect();
            let capitals = {
                let upper =
                    text[sentence.start as usize..sentence.end as usize].bytes().any(|b| b.is_ascii_uppercase());
                let lower =
                    text[sentence.start as usize..sentence.end as usize].bytes().any(|b| b.is_ascii_lowercase());
                upper && lower
            };
            inputs.clear();
            inputs.extend(tokens.iter().enumerate().map(|(at, token)| {
                let fixed = match token.kind {
                    TokenKind::Punct => Some(Tag::PUNCT),
                    TokenKind::Symbol => Some(Tag::SYM),
                    TokenKind::Number if !word(at).bytes().any(|b| b.is_ascii_alphabetic()) => Some(Tag::CD),
                    _ => None,
                };
                TagInput::new(word(at), hashes[at], token.shape, fixed, capitals)
            }));
            tagger.tag(&inputs, &mut tags);
            if std::env::var_os("TAGS").is_some() {
                eprintln!(
                    "{}",
                    (0..tokens.len())
                        .map(|at| format!("{}/{}", word(at), tags[at].name()))
                        .collect::<Vec<_>>()
                        .join(" ")
                );
            }
            let words =
                Words { text, lexicon: &lexicon, tokens, hashes: &hashes, items: &items, tags: &tags, capitals };
            found.clear();
            let start = Instant::now();
            grammar.find(&words, &mut anchor, &mut found);
            spent += start.elapsed();
            for time in &found {
                let (start, end) = (points.at(time.start), points.at(time.end));
                let mut entry = json!({"start": start, "end": end, "type": time.kind.name(), "value": time.value});
                if rules {
                    entry["rule"] = json!(time.rule);
                    entry["text"] = json!(&text[time.start as usize..time.end as usize]);
                }
                timex.push(entry);
            }
        }
        bytes += text.len();
        writeln!(out, "{}", json!({"id": record["id"], "timex": timex}))?;
    }
    if std::env::args().any(|argument| argument == "--bench") {
        eprintln!("{bytes} bytes, {:.1} MB/s for the time layer", bytes as f64 / 1e6 / spent.as_secs_f64());
    }
    Ok(())
}
