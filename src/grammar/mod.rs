//! Tags, groups and clauses.
mod tag;
mod tagger;
mod words;

pub use tag::Tag;
pub use tagger::{TagInput, Tagger, train};
pub use words::Words;
