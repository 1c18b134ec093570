//! What can be said on the command line.

use clap::{Args, Parser, Subcommand, ValueEnum};
use jiff::civil::Date;
use std::num::NonZeroUsize;
use std::path::PathBuf;
use whodid::Layers;
use whodid::read::{Fields, ReadOptions, iso_date};

/// Reads English news and writes event tuples: who did what to whom, when, and how many.
#[derive(Parser)]
#[command(version, after_help = EXITS)]
pub struct Arguments {
    #[command(subcommand)]
    pub command: Command,
}

const EXITS: &str = "Exit status: 0 when all was read, 1 when some records could not be, 2 when nothing could be done.";

#[derive(Subcommand)]
pub enum Command {
    /// Write the events of the articles, one JSON object a line
    #[command(after_help = EXITS)]
    Extract {
        /// One record an event instead of one a mention: the best-supported slots, and the mentions they rest on
        #[arg(long)]
        merge: bool,
        #[command(flatten)]
        common: Common,
    },
    /// Write what lies under the events (sentences, tokens, times, counts, entities), one JSON object an article
    #[command(after_help = EXITS)]
    Annotate {
        /// Write these layers only
        #[arg(long, value_name = "LAYER,…", value_delimiter = ',', default_values_t = Layer::ALL, hide_default_value = true)]
        layers: Vec<Layer>,
        #[command(flatten)]
        common: Common,
    },
    /// Join the reports of one event in several articles, one JSON object an event
    #[command(after_help = EXITS)]
    Dedup(DedupArguments),
    /// Look at the lexicons: what is wrong in them, what they know of a name or word, how much there is
    Lexicon {
        #[command(subcommand)]
        command: LexiconCommand,
    },
}

/// What `dedup` is told.
#[derive(Args)]
pub struct DedupArguments {
    /// Files of events as `extract` writes them, with or without --merge, or - for standard input, which is also read if
    /// there is no INPUT
    #[arg(value_name = "INPUT")]
    pub inputs: Vec<PathBuf>,
    /// Write to FILE, which appears when all is written (until then: FILE.partial)
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// How many days apart the reports of one event may put it
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub days: u16,
}

#[derive(Subcommand)]
pub enum LexiconCommand {
    /// Tell of duplicates, conflicts, impossible dates, patterns that nothing reaches, unknown codes
    #[command(
        after_help = "Exit status: 0 when nothing was found, 1 when something was, 2 when nothing could be read."
    )]
    Check {
        #[command(flatten)]
        user: UserLexicons,
    },
    /// Tell what a name or word is, and which entry of which file says so
    #[command(
        after_help = "Exit status: 0 when it was found, 1 when it is in no lexicon, 2 when nothing could be read."
    )]
    Find {
        /// A name, role, action or other word, of one word or more
        name: String,
        /// The day on which it is looked up, as YYYY-MM-DD [default: the latest period]
        #[arg(long, value_name = "DAY", value_parser = day)]
        date: Option<Date>,
        #[command(flatten)]
        user: UserLexicons,
    },
    /// Count the entries by file, kind and type, with and without dates
    Stats {
        #[command(flatten)]
        user: UserLexicons,
    },
}

/// What the user puts over the built-in lexicons.
#[derive(Args)]
pub struct UserLexicons {
    /// A folder of lexicons to merge over the built-in ones (may be repeated; later ones win)
    #[arg(long = "lexicon", value_name = "DIR")]
    pub folders: Vec<PathBuf>,
    /// Dictionaries of PETRARCH or TABARI (actors, agents, discards, issues), a folder or a file, to put over the lexicons
    /// (may be repeated; later ones win)
    #[arg(long = "petrarch", value_name = "PATH")]
    pub dictionaries: Vec<PathBuf>,
}

#[derive(Args)]
pub struct Common {
    /// Files of plain text (one article each) or JSON Lines, folders (their *.txt, *.jsonl and *.ndjson, in order), or -
    /// for standard input, which is also read if there is no INPUT
    #[arg(value_name = "INPUT")]
    pub inputs: Vec<PathBuf>,
    /// Write to FILE, which appears when all is written (until then: FILE.partial)
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Number of threads [default: one a core]; the output is the same for any number
    #[arg(short, long, value_name = "N")]
    pub jobs: Option<NonZeroUsize>,
    /// Publication day of the articles that do not give their own, as YYYY-MM-DD
    #[arg(long, value_name = "DAY", value_parser = day)]
    pub date: Option<Date>,
    #[command(flatten)]
    pub user: UserLexicons,
    #[command(flatten)]
    pub names: Names,
}

#[derive(Args)]
#[command(next_help_heading = "Names of the JSON fields")]
pub struct Names {
    #[arg(long, value_name = "NAME", default_value = "id", help = "The article's id")]
    id_field: String,
    #[arg(long, value_name = "NAME", help = "Its publication day [default: date, or else published]")]
    date_field: Option<String>,
    #[arg(long, value_name = "NAME", default_value = "text", help = "Its text")]
    text_field: String,
    #[arg(long, value_name = "NAME", default_value = "title", help = "Its headline")]
    title_field: String,
    #[arg(long, value_name = "NAME", default_value = "source", help = "Its publisher")]
    source_field: String,
}

/// A layer of `annotate`.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Layer {
    Sentences,
    Tokens,
    Times,
    Counts,
    Entities,
    /// Only with the issues of --petrarch
    Issues,
}

impl std::fmt::Display for Layer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.to_possible_value().as_ref().map_or("", |value| value.get_name()))
    }
}

impl Layer {
    const ALL: [Layer; 6] =
        [Layer::Sentences, Layer::Tokens, Layer::Times, Layer::Counts, Layer::Entities, Layer::Issues];

    pub fn choose(layers: &[Layer]) -> Layers {
        let has = |layer| layers.contains(&layer);
        Layers {
            sentences: has(Layer::Sentences),
            tokens: has(Layer::Tokens),
            times: has(Layer::Times),
            counts: has(Layer::Counts),
            entities: has(Layer::Entities),
            issues: has(Layer::Issues),
        }
    }
}

impl Common {
    pub fn read_options(&self) -> ReadOptions {
        let Names { id_field, date_field, text_field, title_field, source_field } = &self.names;
        let fields = Fields {
            id: id_field.clone(),
            date: date_field.clone().map_or_else(|| Fields::default().date, |name| vec![name]),
            source: source_field.clone(),
            title: title_field.clone(),
            text: text_field.clone(),
        };
        ReadOptions { fields, date: self.date, ..ReadOptions::default() }
    }
}

fn day(text: &str) -> Result<Date, String> {
    iso_date(text).ok_or_else(|| "not a day as YYYY-MM-DD".to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_arguments_hang_together() {
        Arguments::command().debug_assert();
    }
}
