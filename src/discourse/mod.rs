//! The article as a whole: whom pronouns stand for.
mod reference;

pub use reference::{Mention, Mentions};
