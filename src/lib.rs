mod article;
pub mod batch;
mod event;
mod extractor;
pub mod frame;
pub mod grammar;
pub mod lexicon;
pub mod mention;
pub mod read;
pub mod segment;
pub mod write;

pub use article::Article;
pub use event::{Action, Argument, Count, Event, EventDate, SentenceSpan};
pub use extractor::{Annotation, Extractor, Layers, Tally, Workspace};
