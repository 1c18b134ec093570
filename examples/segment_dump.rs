//! Reads JSON Lines with `id` and `text` from standard input and writes the spans of sentences and tokens, in code
//! points: `{"id":…,"sents":[[start,end],…],"tokens":[[start,end],…]}`. With `--show` it writes them to read instead.

use serde::Deserialize;
use std::io::{self, BufRead, Write};
use whodid::segment::{CodePoints, Segmenter, Segments};

#[derive(Deserialize)]
struct Record {
    id: String,
    text: String,
}

fn main() -> anyhow::Result<()> {
    let show = std::env::args().any(|argument| argument == "--show");
    let segmenter = Segmenter::built_in();
    let mut segments = Segments::default();
    let mut out = io::BufWriter::new(io::stdout().lock());
    for line in io::stdin().lock().lines() {
        let record: Record = serde_json::from_str(&line?)?;
        segmenter.segment(&record.text, &mut segments);
        if show {
            writeln!(out, "== {}", record.id)?;
            for sentence in &segments.sentences {
                let paragraph = if sentence.opens_paragraph { '¶' } else { ' ' };
                let dateline = &record.text[sentence.start as usize..sentence.body as usize];
                let body = &record.text[sentence.body as usize..sentence.end as usize];
                writeln!(out, "{paragraph} {:?} [{dateline}] {body:?}", sentence.kind)?;
            }
            continue;
        }
        let mut points = CodePoints::new(&record.text);
        let sents: Vec<_> = segments.sentences.iter().map(|s| [points.at(s.start), points.at(s.end)]).collect();
        let tokens: Vec<_> = segments.tokens.iter().map(|t| [points.at(t.start), points.at(t.end)]).collect();
        serde_json::to_writer(&mut out, &serde_json::json!({"id": record.id, "sents": sents, "tokens": tokens}))?;
        writeln!(out)?;
    }
    Ok(())
}
