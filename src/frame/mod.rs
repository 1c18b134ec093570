//! From clauses to events: which words are the action, who did it, to whom.
mod count;
mod describe;
mod event;
mod finder;
mod incident;
mod noun;
mod phrase;
mod sense;
mod sentence;
mod source;
mod status;
mod verb;
mod when;

pub use event::{Counted, Frame, Status, Voice};
pub use finder::find;
pub use phrase::Phrase;
pub use sentence::{FrameWords, Sentence};
