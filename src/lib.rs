mod annotation;
mod article;
pub mod batch;
mod discourse;
mod event;
mod extractor;
pub mod frame;
pub mod grammar;
pub mod lexicon;
pub mod mention;
pub mod read;
pub mod segment;
pub mod write;

pub use annotation::{Annotation, CountSpan, EntitySpan, Layers, TimeSpan, TokenSpan};
pub use article::Article;
pub use event::{Action, Argument, Count, Event, EventDate, SentenceSpan};
pub use extractor::{Extractor, Tally, Workspace};
