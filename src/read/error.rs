//! What can go wrong on the way in.

use std::fmt;
use std::io;
use std::path::PathBuf;

/// An input that was named but cannot be had; nothing was read yet.
#[derive(Debug, thiserror::Error)]
#[error("cannot read {}", path.display())]
pub struct InputError {
    pub path: PathBuf,
    pub source: io::Error,
}

/// A record that became no article: where it stands and why.
#[derive(Debug)]
pub struct RecordError {
    /// The file as it was named, or "stdin".
    pub file: String,
    /// Its line, from 1; `None` where the whole file is meant.
    pub line: Option<u64>,
    /// The record's id, where it was read.
    pub id: Option<String>,
    pub reason: Reason,
}

/// Why a record became no article.
#[derive(Debug, thiserror::Error)]
pub enum Reason {
    #[error("not JSON: {0}")]
    NotJson(String),
    #[error("no field \"{0}\"")]
    NoField(String),
    #[error("field \"{field}\" is {found}, not a string")]
    NotAString { field: String, found: &'static str },
    #[error("field \"{field}\" holds no ISO date: \"{value}\"")]
    NoDate { field: String, value: String },
    #[error("longer than {limit} bytes")]
    TooLong { limit: usize },
    #[error("{0}, which is not read")]
    Format(&'static str),
    #[error("{0}")]
    Io(#[from] io::Error),
    #[error("cannot be written: {0}")]
    NotWritten(serde_json::Error),
    #[error("a fault of whodid: panic: {0}")]
    Panic(String),
}

impl fmt::Display for RecordError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        write!(f, ": ")?;
        if let Some(id) = &self.id {
            write!(f, "record \"{id}\": ")?;
        }
        self.reason.fmt(f)
    }
}

impl std::error::Error for RecordError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.reason)
    }
}
