//! Times, quantities and entities in a sentence.

pub mod quantity;
