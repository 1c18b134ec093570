//! What the words mean.
mod hash;

pub use hash::{join_hash, word_hash};
