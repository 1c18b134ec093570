//! Events to bytes.

mod json_lines;

pub use json_lines::{AnnotateJsonLines, ExtractJsonLines};
