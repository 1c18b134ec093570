//! All stages, called in order for one article.

use crate::{Article, Event};
use serde::Serialize;

/// Buffers that are kept from article to article; one a thread.
#[derive(Default)]
pub struct Workspace {}

/// Reads articles and writes events. Cheap to share between threads.
pub struct Extractor {}

/// The layers under the events of one article; what was not asked for is left out. Offsets are code points.
#[derive(Debug, Default, Serialize)]
pub struct Annotation<'a> {
    pub id: &'a str,
}

/// Which layers `annotate` gives.
#[derive(Clone, Copy, Debug)]
pub struct Layers {
    pub sentences: bool,
    pub tokens: bool,
    pub times: bool,
    pub counts: bool,
    pub entities: bool,
}

/// What happened to an article beside its events.
#[derive(Clone, Copy, Debug, Default)]
pub struct Tally {
    pub sentences: u64,
    pub events: u64,
}

impl Extractor {
    /// An extractor with the lexicons in the binary.
    pub fn built_in() -> Extractor {
        Extractor {}
    }

    /// An extractor with the lexicons in the binary and those of the folders, merged over them in order.
    pub fn with_lexicons(folders: &[std::path::PathBuf]) -> Result<Extractor, std::io::Error> {
        let _ = folders;
        Ok(Extractor::built_in())
    }

    /// The events of one article, in the order of their actions in the text. `emit` gets each one.
    pub fn extract<'a>(
        &'a self,
        article: &'a Article<'a>,
        workspace: &mut Workspace,
        emit: &mut dyn FnMut(&Event<'_>),
    ) -> Tally {
        let _ = (article, workspace, emit);
        Tally::default()
    }

    /// The layers under the events.
    pub fn annotate<'a>(
        &'a self,
        article: &'a Article<'a>,
        layers: Layers,
        workspace: &mut Workspace,
    ) -> Annotation<'a> {
        let _ = (layers, workspace);
        Annotation { id: &article.id }
    }
}
