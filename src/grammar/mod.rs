//! Tags, groups and clauses.
mod tag;
mod tagger;

pub use tag::Tag;
pub use tagger::{TagInput, Tagger, train};
