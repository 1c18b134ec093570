//! JSON Lines: one object an event, or one an article's annotation.

use crate::batch::Task;
use crate::merge::merge;
use crate::{Article, Extractor, Layers, Tally, Workspace};
use serde::Serialize;

/// Each event as a line.
pub struct ExtractJsonLines<'e> {
    pub extractor: &'e Extractor,
    /// One line for all mentions of an event in an article, instead of one each.
    pub merge: bool,
}

impl Task for ExtractJsonLines<'_> {
    type Workspace = Workspace;

    fn run(
        &self,
        article: &Article<'_>,
        workspace: &mut Workspace,
        output: &mut Vec<u8>,
    ) -> Result<Tally, serde_json::Error> {
        let (events, mut tally) = self.extractor.events(article, workspace);
        if self.merge {
            let merged = merge(events);
            tally.events = merged.len() as u64;
            lines(&merged, output)?;
        } else {
            lines(&events, output)?;
        }
        Ok(tally)
    }
}

fn lines<T: Serialize>(records: &[T], output: &mut Vec<u8>) -> Result<(), serde_json::Error> {
    for record in records {
        serde_json::to_writer(&mut *output, record)?;
        output.push(b'\n');
    }
    Ok(())
}

/// Each article's annotation as a line.
pub struct AnnotateJsonLines<'e> {
    pub extractor: &'e Extractor,
    pub layers: Layers,
}

impl Task for AnnotateJsonLines<'_> {
    type Workspace = Workspace;

    fn run(
        &self,
        article: &Article<'_>,
        workspace: &mut Workspace,
        output: &mut Vec<u8>,
    ) -> Result<Tally, serde_json::Error> {
        serde_json::to_writer(&mut *output, &self.extractor.annotate(article, self.layers, workspace))?;
        output.push(b'\n');
        Ok(Tally::default())
    }
}
