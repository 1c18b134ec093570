//! Files to blocks.

use super::block::{Content, Origin, Piece};
use super::input::extension;
use super::{Block, Input, ReadOptions, Reason};
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;
use std::sync::Arc;

/// Reads the inputs one after the other, a block at a time.
///
/// An input that cannot be opened or read to its end is no end: the error comes out as a record in its place, and the
/// reader goes on with the next input.
pub struct Reader {
    inputs: std::vec::IntoIter<Input>,
    options: Arc<ReadOptions>,
    /// The JSON Lines input that the last block ended in.
    open: Option<Lines>,
}

/// Pieces of a block at most: a folder of a million empty files is to be no single block.
const PIECES: usize = 1024;
/// Bytes asked of an input at a time.
const CHUNK: usize = 64 << 10;

impl Reader {
    pub fn new(inputs: Vec<Input>, options: ReadOptions) -> Reader {
        Reader { inputs: inputs.into_iter(), options: Arc::new(options), open: None }
    }
}

impl Iterator for Reader {
    type Item = Block;

    fn next(&mut self) -> Option<Block> {
        let options = Arc::clone(&self.options);
        let mut block = Block { bytes: Vec::new(), pieces: Vec::new(), options, input_bytes: 0 };
        while block.bytes.len() < self.options.block_size && block.pieces.len() < PIECES {
            if let Some(mut lines) = self.open.take() {
                let more = lines.fill(&mut block);
                let live = lines.live;
                self.open = more.then_some(lines);
                if live && !block.pieces.is_empty() {
                    break;
                }
            } else if let Some(input) = self.inputs.next() {
                self.open = start(&input, &mut block);
            } else {
                break;
            }
        }
        (!block.pieces.is_empty()).then_some(block)
    }
}

/// An input of JSON Lines, read up to the end of a line.
struct Lines {
    origin: Arc<Origin>,
    source: Box<dyn Read + Send>,
    /// What was read of the next line.
    rest: Vec<u8>,
    /// Number of the next line, from 1.
    line: u64,
    /// Somebody may be waiting for what is there: a block is not held back until it is full.
    live: bool,
}

/// Opens an input and finds out what it is. A text goes into the block at once.
fn start(input: &Input, block: &mut Block) -> Option<Lines> {
    let origin = Arc::new(origin(input));
    let opened = match input {
        Input::Stdin => Ok(Box::new(io::stdin()) as Box<dyn Read + Send>),
        Input::File(path) => open(path),
    };
    let mut fail = |reason| {
        block.pieces.push(Piece { origin: Arc::clone(&origin), content: Content::Failed { line: None, reason } });
        None
    };
    let (mut source, head) = match opened.and_then(|mut source| head(&mut source).map(|head| (source, head))) {
        Ok(opened) => opened,
        Err(error) => return fail(error.into()),
    };
    if let Some(format) = foreign(&head) {
        return fail(Reason::Format(format));
    }
    let mark = if head.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK.len() } else { 0 };
    let head = &head[mark..];
    let first = head.iter().find(|byte| !byte.is_ascii_whitespace());
    let kind = match input {
        Input::Stdin => None,
        Input::File(path) => extension(path),
    };
    let json = match kind.as_deref() {
        Some("jsonl" | "ndjson" | "json") if first == Some(&b'[') => return fail(Reason::Format("a JSON array")),
        Some("jsonl" | "ndjson" | "json") if over_lines(head) => {
            return fail(Reason::Format("JSON over several lines"));
        }
        Some("jsonl" | "ndjson" | "json") => true,
        Some("txt") => false,
        _ => first == Some(&b'{'),
    };
    if json {
        let live = *input == Input::Stdin;
        block.input_bytes += mark as u64;
        return Some(Lines { origin, source, rest: head.to_vec(), line: 1, live });
    }
    let (start, limit) = (block.bytes.len(), block.options.longest_record);
    block.bytes.extend_from_slice(head);
    // One byte more than is allowed tells a file that is too long.
    let room = (limit + 1).saturating_sub(head.len()) as u64;
    let read = source.by_ref().take(room).read_to_end(&mut block.bytes);
    block.input_bytes += (mark + block.bytes.len() - start) as u64;
    let content = match read {
        Ok(_) if block.bytes.len() - start <= limit => Content::Text { bytes: start..block.bytes.len() },
        Ok(_) => Content::Failed { line: None, reason: Reason::TooLong { limit } },
        Err(error) => Content::Failed { line: None, reason: error.into() },
    };
    if matches!(content, Content::Failed { .. }) {
        block.bytes.truncate(start);
    }
    block.pieces.push(Piece { origin, content });
    None
}

impl Lines {
    /// Adds whole lines to the block until it is full. Returns whether there may be more.
    fn fill(&mut self, block: &mut Block) -> bool {
        self.lines(block).unwrap_or_else(|error| {
            self.push(block, Content::Failed { line: Some(self.line), reason: error.into() });
            false
        })
    }

    fn lines(&mut self, block: &mut Block) -> io::Result<bool> {
        let (start, size, limit) = (block.bytes.len(), block.options.block_size, block.options.longest_record);
        block.bytes.append(&mut self.rest);
        // End of the last whole line, and up to where it was sought.
        let (mut end, mut searched) = (start, start);
        let outcome = loop {
            if let Some(feed) = block.bytes[searched..].iter().rposition(|&byte| byte == b'\n') {
                end = searched + feed + 1;
            }
            searched = block.bytes.len();
            if end > start && (searched >= size || self.live) {
                break Ok(true);
            }
            if end == start && searched - start > limit {
                self.rest = block.bytes.split_off(start);
                block.bytes.shrink_to(size);
                self.push(block, Content::Failed { line: Some(self.line), reason: Reason::TooLong { limit } });
                return self.pass_over_line(block);
            }
            match read_some(&mut self.source, &mut block.bytes) {
                Ok(0) => {
                    end = searched;
                    break Ok(false);
                }
                Ok(_) => {}
                // The line that was torn off is lost with the rest of the file, and the error says where.
                Err(error) => break Err(error),
            }
        };
        self.rest = block.bytes.split_off(end);
        if end > start {
            let (bytes, first_line) = (start..end, self.line);
            block.input_bytes += bytes.len() as u64;
            self.line += block.bytes[bytes.clone()].iter().filter(|&&byte| byte == b'\n').count() as u64;
            self.push(block, Content::Lines { bytes, first_line });
        }
        outcome
    }

    /// Reads on to the end of a line without keeping it.
    fn pass_over_line(&mut self, block: &mut Block) -> io::Result<bool> {
        loop {
            if let Some(feed) = self.rest.iter().position(|&byte| byte == b'\n') {
                block.input_bytes += feed as u64 + 1;
                self.rest.drain(..=feed);
                self.line += 1;
                return Ok(true);
            }
            block.input_bytes += self.rest.len() as u64;
            self.rest.clear();
            if read_some(&mut self.source, &mut self.rest)? == 0 {
                return Ok(false);
            }
        }
    }

    fn push(&self, block: &mut Block, content: Content) {
        block.pieces.push(Piece { origin: Arc::clone(&self.origin), content });
    }
}

/// Appends what one read gives; 0 at the end.
fn read_some(source: &mut dyn Read, bytes: &mut Vec<u8>) -> io::Result<usize> {
    let start = bytes.len();
    bytes.resize(start + CHUNK, 0);
    let read = loop {
        match source.read(&mut bytes[start..]) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            read => break read,
        }
    };
    bytes.truncate(start + *read.as_ref().unwrap_or(&0));
    read
}

fn open(path: &Path) -> io::Result<Box<dyn Read + Send>> {
    Ok(Box::new(File::open(path)?))
}

/// The beginning of an input: enough to tell what it is.
fn head(source: &mut dyn Read) -> io::Result<Vec<u8>> {
    let mut head = Vec::new();
    while head.len() < 8 || (head.len() < CHUNK && head[3..].iter().all(u8::is_ascii_whitespace)) {
        if read_some(source, &mut head)? == 0 {
            break;
        }
    }
    Ok(head)
}

const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// First bytes of what would only be read as nonsense.
const FOREIGN: [(&[u8], &str); 9] = [
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
    (b"\x1f\x8b", "gzip"),
    (b"\x28\xb5\x2f\xfd", "zstd"),
    (b"\xfd7zXZ\0", "xz"),
    (b"BZh", "bzip2"),
    (b"PK\x03\x04", "zip"),
    (b"PAR1", "Parquet"),
    (b"%PDF-", "PDF"),
];

fn foreign(head: &[u8]) -> Option<&'static str> {
    FOREIGN.iter().find(|(magic, _)| head.starts_with(magic)).map(|(_, name)| *name)
}

/// Whether the first line is a brace alone, as in JSON that was written for people to read.
fn over_lines(head: &[u8]) -> bool {
    let head = head.trim_ascii_start();
    head.iter().position(|&byte| byte == b'\n').is_some_and(|end| head[..end].trim_ascii() == b"{")
}

fn origin(input: &Input) -> Origin {
    match input {
        Input::Stdin => Origin { path: "stdin".into(), name: "stdin".into(), stem: "stdin".into() },
        Input::File(path) => {
            let part = |part: Option<&std::ffi::OsStr>| part.unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
            Origin { path: path.display().to_string(), name: part(path.file_name()), stem: part(path.file_stem()) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A source that gives a few bytes at a time and may break off.
    struct Drip {
        bytes: Vec<u8>,
        at: usize,
        breaks: bool,
    }

    impl Read for Drip {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            let end = (self.at + 7).min(self.bytes.len()).min(self.at + buffer.len());
            if end == self.at && self.breaks {
                return Err(io::Error::other("gone"));
            }
            buffer[..end - self.at].copy_from_slice(&self.bytes[self.at..end]);
            Ok(end - std::mem::replace(&mut self.at, end))
        }
    }

    /// What comes out of lines: ids, or errors.
    fn records(text: &[u8], breaks: bool, options: ReadOptions) -> Vec<String> {
        let origin = Arc::new(Origin { path: "d/f.jsonl".into(), name: "f.jsonl".into(), stem: "f".into() });
        let source = Box::new(Drip { bytes: text.to_vec(), at: 0, breaks });
        let open = Some(Lines { origin, source, rest: Vec::new(), line: 1, live: false });
        let reader = Reader { inputs: Vec::new().into_iter(), options: Arc::new(options), open };
        let (mut out, mut bytes) = (Vec::new(), 0);
        for block in reader {
            bytes += block.input_bytes();
            block.records(&mut |record| {
                out.push(match record.article {
                    Ok(article) => format!("{}+{}", article.id, record.replaced),
                    Err(error) => error.to_string(),
                });
            });
        }
        if !breaks {
            assert_eq!(bytes, text.len() as u64);
        }
        out
    }

    const TEXT: &[u8] = b"{\"id\":\"a\",\"text\":\"x\"}\r\n\n{\"text\":\"\xff\xfe\"}\n{}\n{\"text\":\"\\ud83d\"}";

    #[test]
    fn lines_come_out_the_same_whatever_the_block_size() {
        let expected =
            ["a+0", "f.jsonl:3+2", "d/f.jsonl:4: no field \"text\"", "f.jsonl:5+1"].map(String::from).to_vec();
        for block_size in 1..100 {
            let options = ReadOptions { block_size, ..ReadOptions::default() };
            assert_eq!(records(TEXT, false, options), expected, "{block_size}");
        }
    }

    #[test]
    fn a_line_too_long_is_passed_over() {
        let long =
            format!("{{\"text\":\"{}\"}}\n{{\"text\":\"x\"}}\n{{\"text\":\"{}\"}}", "y".repeat(90), "z".repeat(90));
        let expected =
            ["d/f.jsonl:1: longer than 50 bytes", "f.jsonl:2+0", "d/f.jsonl:3: longer than 50 bytes"].map(String::from);
        for block_size in [1, 20, 100, 1000] {
            let options = ReadOptions { block_size, longest_record: 50, ..ReadOptions::default() };
            assert_eq!(records(long.as_bytes(), false, options), expected, "{block_size}");
        }
    }

    #[test]
    fn what_was_read_before_an_error_is_kept() {
        let expected = ["a+0", "f.jsonl:3+2", "d/f.jsonl:4: no field \"text\"", "d/f.jsonl:5: gone"].map(String::from);
        assert_eq!(records(TEXT, true, ReadOptions::default()), expected);
    }

    #[test]
    fn other_formats_are_refused_by_name() {
        assert_eq!(foreign(b"\x1f\x8b\x08rest"), Some("gzip"));
        assert_eq!(foreign(b"{\"id\""), None);
    }
}
