//! The input: one article.

use jiff::civil::Date;
use std::borrow::Cow;

/// One news article. Its strings are borrowed from the reader's buffer where the input allows.
#[derive(Clone, Debug, Default)]
pub struct Article<'a> {
    /// The record's name: from the input, or the file name. It begins the ids of the article's events.
    pub id: Cow<'a, str>,
    /// The day it was published: what "Friday" and "last week" are resolved against.
    pub published: Option<Date>,
    /// Who published it.
    pub source: Option<Cow<'a, str>>,
    /// The headline, if it does not stand in the text. No events are sought in it.
    pub title: Option<Cow<'a, str>>,
    /// The text. All offsets of the output are code points of it.
    pub text: Cow<'a, str>,
}
