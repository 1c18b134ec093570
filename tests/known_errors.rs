//! `docs/known-errors.md`: what the extractor gets wrong, and whether it still does.

mod common;
use common::{events, parse};

/// The sentences of the document's blocks, with the right lines and those it gives instead.
#[test]
fn the_document_reads_as_cases() {
    let document = std::fs::read_to_string("docs/known-errors.md").unwrap();
    let blocks: String =
        document.split("```").skip(1).step_by(2).map(|block| block.trim_start_matches("text\n")).collect();
    let expectations: String =
        blocks.lines().filter(|line| !line.starts_with("< ")).map(|line| format!("{line}\n")).collect();
    let cases = parse(&expectations);
    assert!(!cases.is_empty());
    let mended: Vec<&str> = cases
        .iter()
        .filter(|(sentence, expected)| events(sentence) == *expected)
        .map(|(sentence, _)| *sentence)
        .collect();
    // No failure: who mends one need not know of this file. `cargo test --test known_errors -- --nocapture` shows them,
    // and all cases as they come out now, to bring the document up to date.
    println!("{} known errors, {} of them mended:\n{}", cases.len(), mended.len(), mended.join("\n"));
    for (sentence, _) in &cases {
        println!("NOW {sentence}");
        events(sentence).iter().for_each(|line| println!("< {line}"));
    }
}
