//! Blocks of whole records.

use super::{ReadOptions, Reason, RecordError, date, json};
use crate::Article;
use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

/// Some whole records of one or more files, as they were read, not yet parsed.
#[derive(Debug)]
pub struct Block {
    pub(super) bytes: Vec<u8>,
    pub(super) pieces: Vec<Piece>,
    pub(super) options: Arc<ReadOptions>,
    /// Bytes of input that the block stands for, those that were passed over included.
    pub(super) input_bytes: u64,
}

/// What of a block comes from one file.
#[derive(Debug)]
pub(super) struct Piece {
    pub origin: Arc<Origin>,
    pub content: Content,
}

#[derive(Debug)]
pub(super) enum Content {
    /// Lines, the last one perhaps without its line feed.
    Lines { bytes: Range<usize>, first_line: u64 },
    /// A whole text file.
    Text { bytes: Range<usize> },
    /// Something that could not be read.
    Failed { line: Option<u64>, reason: Reason },
}

/// A file's names.
#[derive(Debug)]
pub(super) struct Origin {
    /// As it was named, for messages.
    pub path: String,
    /// Without its folders.
    pub name: String,
    /// Without its extension.
    pub stem: String,
}

/// An article, or why there is none.
#[derive(Debug)]
pub struct Record<'a> {
    /// The file it stands in, as it was named, or "stdin".
    pub file: &'a str,
    /// Its line, from 1; `None` where it is a whole file.
    pub line: Option<u64>,
    pub article: Result<&'a Article<'a>, RecordError>,
    /// Places in it that were no valid UTF-8, or half a surrogate pair in JSON; each is U+FFFD in the article.
    pub replaced: u64,
}

impl Block {
    /// Bytes of input that the block stands for.
    pub fn input_bytes(&self) -> u64 {
        self.input_bytes
    }

    /// Parses the records and gives them to `visit` in their order. Blank lines are no records.
    pub fn records(mut self, visit: &mut dyn FnMut(Record<'_>)) {
        for Piece { origin, content } in std::mem::take(&mut self.pieces) {
            match content {
                Content::Lines { bytes, first_line } => self.lines(&origin, bytes, first_line, visit),
                Content::Text { bytes } => {
                    let (text, replaced) = utf8(&self.bytes[bytes]);
                    visit(origin.record(None, replaced, Ok(&self.text(&origin, text))));
                }
                Content::Failed { line, reason } => visit(origin.record(line, 0, Err((None, reason)))),
            }
        }
    }

    fn text<'a>(&self, origin: &'a Origin, text: Cow<'a, str>) -> Article<'a> {
        let published = self.options.date;
        let published = published.or_else(|| date::dateline_date(&text)).or_else(|| date::file_name_date(&origin.stem));
        Article { id: Cow::Borrowed(&origin.stem), published, source: None, title: None, text }
    }

    fn lines(&self, origin: &Origin, bytes: Range<usize>, first_line: u64, visit: &mut dyn FnMut(Record<'_>)) {
        let bytes = &self.bytes[bytes];
        // One check for all the lines; where it fails, each line is looked at by itself.
        match std::str::from_utf8(bytes) {
            Ok(text) => {
                let lines = text.strip_suffix('\n').unwrap_or(text).split('\n');
                lines.zip(first_line..).for_each(|(line, number)| self.line(origin, number, line, 0, visit));
            }
            Err(_) => {
                let lines = bytes.strip_suffix(b"\n").unwrap_or(bytes).split(|&byte| byte == b'\n');
                for (line, number) in lines.zip(first_line..) {
                    let (text, replaced) = utf8(line);
                    self.line(origin, number, &text, replaced, visit);
                }
            }
        }
    }

    fn line(&self, origin: &Origin, number: u64, line: &str, replaced: u64, visit: &mut dyn FnMut(Record<'_>)) {
        let line = line.trim();
        if line.is_empty() {
            return;
        }
        let at = Some(number);
        let limit = self.options.longest_record;
        if line.len() > limit {
            return visit(origin.record(at, replaced, Err((None, Reason::TooLong { limit }))));
        }
        let name = || format!("{}:{number}", origin.name);
        let parsed = json::parse(line, &self.options, name);
        if let Err((_, Reason::NotJson(_))) = parsed
            && let Some((mended, count)) = json::mend_surrogates(line)
            && let Ok(article) = json::parse(&mended, &self.options, name)
        {
            return visit(origin.record(at, replaced + count, Ok(&article)));
        }
        match parsed {
            Ok(article) => visit(origin.record(at, replaced, Ok(&article))),
            Err(error) => visit(origin.record(at, replaced, Err(error))),
        }
    }
}

impl Origin {
    fn record<'a>(
        &'a self,
        line: Option<u64>,
        replaced: u64,
        article: Result<&'a Article<'a>, (Option<String>, Reason)>,
    ) -> Record<'a> {
        let article = article.map_err(|(id, reason)| RecordError { file: self.path.clone(), line, id, reason });
        Record { file: &self.path, line, article, replaced }
    }
}

/// The text, with each run of bytes that is no UTF-8 replaced by U+FFFD, and the number of these.
fn utf8(bytes: &[u8]) -> (Cow<'_, str>, u64) {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return (Cow::Borrowed(text), 0);
    }
    let (mut text, mut replaced) = (String::with_capacity(bytes.len()), 0);
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        if !chunk.invalid().is_empty() {
            text.push(char::REPLACEMENT_CHARACTER);
            replaced += 1;
        }
    }
    (Cow::Owned(text), replaced)
}
