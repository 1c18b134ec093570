//! Shows how sentences are analysed: tokens with tags, groups, clauses.
//!
//!     echo "Gunmen killed 13 people." | cargo run --release --example parse

use std::io::Read;

fn main() -> std::io::Result<()> {
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text)?;
    let extractor = whodid::Extractor::built_in();
    let mut workspace = whodid::Workspace::default();
    for line in text.lines() {
        print!("{}", extractor.parse(line, None, &mut workspace));
    }
    Ok(())
}
