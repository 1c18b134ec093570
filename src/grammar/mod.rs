//! Tags, groups and clauses.
mod clause;
mod group;
mod repair;
mod tag;
mod tagger;
mod unit;
mod words;

pub use clause::{Clause, ClauseGrammar, ClauseKind, ClauseScratch};
pub use group::GroupGrammar;
pub use repair::repair;
pub use tag::Tag;
pub use tagger::{Alternative, Known, TagInput, Tagger, train};
pub use unit::{Unit, UnitKind, VerbForm, VerbGroup};
pub use words::Words;
