//! Inputs to articles.
//!
//! [`Inputs::find`] lists what is to be read, a [`Reader`] cuts it into [`Block`]s of whole records, and
//! [`Block::records`] gives the articles of a block, borrowed from its bytes wherever they can be. Only the reader does
//! input and output; parsing is left to whoever holds the block, so that it runs on many threads.
//!
//! Two kinds of input are known: plain text, one article a file, and JSON Lines, one article a line. Nothing is lost in
//! silence: a record, a file or a rest of a file that cannot be read comes out as a [`RecordError`] in its place.

mod block;
mod date;
mod error;
mod input;
mod json;
mod reader;

pub use block::{Block, Record};
pub use date::iso_date;
pub use error::{InputError, Reason, RecordError};
pub use input::{Input, Inputs};
pub use reader::Reader;

use jiff::civil::Date;

/// How inputs are read.
#[derive(Clone, Debug)]
pub struct ReadOptions {
    /// Names of the JSON fields.
    pub fields: Fields,
    /// The publication day of articles that do not give their own.
    pub date: Option<Date>,
    /// Longest line or text file that is read, in bytes; a longer one is an error.
    pub longest_record: usize,
    /// Size that a block is filled up to, in bytes.
    pub block_size: usize,
}

impl Default for ReadOptions {
    fn default() -> ReadOptions {
        ReadOptions { fields: Fields::default(), date: None, longest_record: 32 << 20, block_size: 256 << 10 }
    }
}

/// The names of the JSON fields that make an article. Other fields are passed over.
#[derive(Clone, Debug)]
pub struct Fields {
    pub id: String,
    /// The first of these that is there and not null.
    pub date: Vec<String>,
    pub source: String,
    pub title: String,
    pub text: String,
}

impl Default for Fields {
    fn default() -> Fields {
        let name = String::from;
        Fields {
            id: name("id"),
            date: vec![name("date"), name("published")],
            source: name("source"),
            title: name("title"),
            text: name("text"),
        }
    }
}
