//! Sentences as the layers above the tags get them, kept.

use whodid::grammar::{Tag, Words};
use whodid::lexicon::{Item, Lexicon};
use whodid::segment::Token;
use whodid::{Extractor, Workspace};

/// One sentence, with the token ranges of its time expressions.
pub struct Sentence<'a> {
    text: &'a str,
    tokens: Vec<Token>,
    hashes: Vec<u64>,
    items: Vec<Option<&'a Item>>,
    tags: Vec<Tag>,
    capitals: bool,
    pub busy: Vec<(usize, usize)>,
}

impl Sentence<'_> {
    pub fn words<'s>(&'s self, lexicon: &'s Lexicon) -> Words<'s, 's> {
        let Sentence { text, tokens, hashes, items, tags, capitals, .. } = self;
        Words { text, lexicon, tokens, hashes, items, tags, capitals: *capitals }
    }
}

/// The sentences of each text.
pub fn prepare<'a>(extractor: &'a Extractor, texts: &'a [String]) -> Vec<Vec<Sentence<'a>>> {
    let mut workspace = Workspace::default();
    let mut prepare = |text: &'a String| {
        let mut sentences = Vec::new();
        extractor.tagged(text, None, &mut workspace, |words, busy| {
            sentences.push(Sentence {
                text: words.text,
                tokens: words.tokens.to_vec(),
                hashes: words.hashes.to_vec(),
                items: words.items.to_vec(),
                tags: words.tags.to_vec(),
                capitals: words.capitals,
                busy: busy.to_vec(),
            });
        });
        sentences
    };
    texts.iter().map(&mut prepare).collect()
}
