//! Sentences as the layers above the tags get them, kept.

use whodid::grammar::{Tag, Words};
use whodid::lexicon::{Item, Lexicon};
use whodid::segment::Token;
use whodid::{Extractor, Workspace};

/// The token ranges of a sentence's time expressions.
pub type Busy = Vec<(usize, usize)>;

/// One sentence.
pub struct Sentence<'a> {
    text: &'a str,
    tokens: Vec<Token>,
    hashes: Vec<u64>,
    items: Vec<Option<&'a Item>>,
    tags: Vec<Tag>,
    capitals: bool,
}

impl Sentence<'_> {
    pub fn words<'s>(&'s self, lexicon: &'s Lexicon) -> Words<'s, 's> {
        let Sentence { text, tokens, hashes, items, tags, capitals, .. } = self;
        Words { text, lexicon, tokens, hashes, items, tags, capitals: *capitals }
    }
}

/// The sentences of each text, with their time expressions.
pub fn prepare<'a>(extractor: &'a Extractor, texts: &'a [String]) -> Vec<Vec<(Sentence<'a>, Busy)>> {
    let mut workspace = Workspace::default();
    let mut prepare = |text: &'a String| {
        let mut sentences = Vec::new();
        extractor.tagged(text, None, &mut workspace, |words, busy| {
            let sentence = Sentence {
                text: words.text,
                tokens: words.tokens.to_vec(),
                hashes: words.hashes.to_vec(),
                items: words.items.to_vec(),
                tags: words.tags.to_vec(),
                capitals: words.capitals,
            };
            sentences.push((sentence, busy.to_vec()));
        });
        sentences
    };
    texts.iter().map(&mut prepare).collect()
}
