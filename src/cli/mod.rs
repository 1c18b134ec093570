//! The command line: arguments, progress, the output file, the closing line.

mod arguments;
mod dedup;
mod lexicon;
mod output;
mod progress;
mod run;

pub use arguments::Arguments;
pub use run::{Outcome, run};

use std::fmt::Arguments as Format;
use std::io::Write;

/// Writes a line to standard error. That nobody listens there is no error.
pub fn say(line: Format<'_>) {
    let _ = writeln!(std::io::stderr().lock(), "{line}");
}
