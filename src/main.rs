//! The command: `whodid extract`, `annotate`, `dedup` and `lexicon`.

mod cli;

use clap::Parser;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments = cli::Arguments::parse();
    match cli::run(arguments.command) {
        Ok(cli::Outcome::AllRead) => ExitCode::SUCCESS,
        Ok(cli::Outcome::SomeFailed) => ExitCode::from(1),
        Err(error) => {
            cli::say(format_args!("whodid: {error:#}"));
            ExitCode::from(2)
        }
    }
}
