//! Times, quantities and entities in a sentence.
pub mod entity;
pub mod quantity;
pub mod time;

pub use entity::{Entity, EntityMention};
pub use quantity::Quantity;
pub use time::{TimeKind, Timex};
