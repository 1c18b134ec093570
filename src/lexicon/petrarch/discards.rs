//! Discards: phrases that say of a sentence or of a whole article that it tells no events.

use super::lines::{lines, phrase};
use super::phrases::PhraseIndex;
use super::report::DictionaryFile;
use crate::lexicon::Lexicon;
use crate::segment::Segments;

/// A phrase of sport, history, culture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Discard {
    pub phrase: Box<str>,
    /// Whether the whole article is left out, not the sentence only.
    pub article: bool,
}

/// Appends the discards of a file.
pub(super) fn read(text: &str, file: &mut DictionaryFile, discards: &mut Vec<Discard>) {
    lines(text, file, |file, line, text| {
        let (words, article) = text.strip_prefix('+').map_or((text, false), |words| (words, true));
        match phrase(words, file, line) {
            Some(phrase) => {
                file.lines.phrases += 1;
                discards.push(Discard { phrase: phrase.into(), article });
            }
            None => file.lines.unused += 1,
        }
    });
}

/// Discards to be looked for.
#[derive(Debug, Default)]
pub struct DiscardList {
    /// The value says whether the article is left out.
    phrases: PhraseIndex<bool>,
    articles: bool,
}

impl DiscardList {
    /// A list of these discards, by the tokens that the lexicon's segmenter finds.
    pub(super) fn new(discards: &[Discard], lexicon: &Lexicon) -> DiscardList {
        let mut list = DiscardList::default();
        let mut segments = Segments::default();
        for Discard { phrase, article } in discards {
            list.phrases.add(phrase, *article, lexicon, &mut segments);
            list.articles |= article;
        }
        list
    }

    /// Whether there is nothing to look for.
    pub fn is_empty(&self) -> bool {
        self.phrases.is_empty()
    }

    /// Whether some discard leaves out whole articles.
    pub fn has_articles(&self) -> bool {
        self.articles
    }

    /// Whether a sentence with these words' hashes is left out; `article` asks whether the whole article is.
    pub fn finds(&self, hashes: &[u64], article: bool) -> bool {
        self.phrases.find(hashes).any(|(_, _, of_article)| of_article || !article)
    }
}
