//! The article as a whole: who is meant, when it was, and which reports are of one event.
mod mention;
mod reference;
mod story;

pub use mention::{DiscourseWords, Mentions};
pub use story::{Story, Told, is_recent};
