//! Shows the numbers of texts, counts or not: reads JSON Lines with `text`, writes the values of each as one JSON list.
//!
//!     echo '{"text": "two hundred and five of 1.7 million"}' | cargo run --release --example numerals

use serde::Deserialize;
use std::io::BufRead;
use whodid::lexicon::Lexicon;
use whodid::mention::quantity::QuantityGrammar;
use whodid::{Extractor, Workspace};

#[derive(Deserialize)]
struct Record {
    text: String,
}

fn main() -> anyhow::Result<()> {
    let grammar = QuantityGrammar::new(&Lexicon::built_in());
    let extractor = Extractor::built_in();
    let mut workspace = Workspace::default();
    for line in std::io::stdin().lock().lines() {
        let Record { text } = serde_json::from_str(&line?)?;
        let mut found = Vec::new();
        extractor.tagged(&text, None, &mut workspace, |words, _| grammar.numerals(words, &mut found));
        let values: Vec<f64> = found.iter().map(|numeral| numeral.value.to_f64()).collect();
        println!("{}", serde_json::to_string(&values)?);
    }
    Ok(())
}
