//! JSON Lines: one object an event, or one an article's annotation.

use crate::batch::Task;
use crate::{Article, Extractor, Layers, Tally, Workspace};

/// Each event as a line. An event is written the moment it is found; none is kept.
pub struct ExtractJsonLines<'e>(pub &'e Extractor);

impl Task for ExtractJsonLines<'_> {
    type Workspace = Workspace;

    fn run(
        &self,
        article: &Article<'_>,
        workspace: &mut Workspace,
        output: &mut Vec<u8>,
    ) -> Result<Tally, serde_json::Error> {
        let mut written = Ok(());
        let tally = self.0.extract(article, workspace, &mut |event| {
            if written.is_ok() {
                written = serde_json::to_writer(&mut *output, event);
                output.push(b'\n');
            }
        });
        written.map(|()| tally)
    }
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
