//! Reads English news and writes event tuples: who did what to whom, when, and how many.
//!
//! ```
//! use whodid::{Article, Extractor, Workspace};
//!
//! let extractor = Extractor::built_in();
//! let article = Article {
//!     id: "a".into(),
//!     published: Some(jiff::civil::date(2024, 3, 23)),
//!     text: "Gunmen killed at least 12 soldiers in Mali on Friday, the army said.".into(),
//!     ..Article::default()
//! };
//! let mut events = 0;
//! extractor.extract(&article, &mut Workspace::default(), &mut |event| {
//!     events += 1;
//!     assert_eq!(event.action.kind, "ASSAULT");
//!     assert_eq!(event.actor.as_ref().unwrap().text, "Gunmen");
//!     assert_eq!(event.target.as_ref().unwrap().head, "soldiers");
//!     assert_eq!(event.date.as_ref().unwrap().value, "2024-03-22");
//!     assert_eq!(event.count.as_ref().unwrap().value, 12);
//! });
//! assert_eq!(events, 1);
//! ```
//!
//! # Overview
//! - [`Extractor`] holds the lexicons and the grammars. Build one and share it between threads; each thread has a
//!   [`Workspace`]. [`Extractor::extract`] gives the [`Event`]s of an [`Article`], [`Extractor::annotate`] the layers under
//!   them as an [`Annotation`].
//! - [`read`] turns files and streams into articles, [`batch`] works on many of them in parallel and in order, [`mod@write`]
//!   puts the results out as JSON Lines.
//! - [`lexicon`] is what is known of words; a [`lexicon::Lexicon`] of one's own goes into [`Extractor::new`].
//! - [`segment`], [`grammar`], [`mention`] and [`frame`] are the stages, from the text to the events.
//!
//! # Trade-offs
//! Events borrow from the article and are given out one by one; keep what you need of them. Offsets are code points in the
//! output and bytes inside. An extractor takes some 10 ms and tens of megabytes to build, so build it once.

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
pub mod merge;
pub mod read;
mod same;
pub mod segment;
mod telling;
pub mod write;

pub use annotation::{Annotation, CountSpan, EntitySpan, IssueSpan, Layers, TimeSpan, TokenSpan};
pub use article::Article;
pub use event::{Action, Argument, Count, Event, EventDate, SentenceSpan};
pub use extractor::{Extractor, Tally, Workspace};
