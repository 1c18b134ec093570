//! One record an event, from the reports of it.
//!
//! [`merge`] joins the events of an article that have one `event` id, [`dedup`] what several articles tell. Each slot has
//! the value that most reports give, and says how many do; numbers that differ stay in a list; no source is lost.

mod dedup;
mod merged;
mod sorted;

pub use dedup::{Dedup, DedupError, DedupOptions, DedupSummary, dedup};
pub use merged::{MentionId, Merged, Support, Supports, Toll, merge};
