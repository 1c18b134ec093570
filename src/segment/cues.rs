//! The words and phrases of `lexicons/` that the segment stage asks for.

use super::word_map::WordMap;
use aho_corasick::{AhoCorasick, MatchKind};

/// What a single word tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum WordCue {
    /// "The", "However": with a capital it starts a sentence rather than a name.
    SentenceStart,
    /// "said", "asked": after a quotation it goes on with the sentence.
    Speech,
}

/// A phrase that marks furniture, found in the text.
#[derive(Clone, Copy, Debug)]
pub(super) struct FurnitureHit {
    pub start: u32,
    pub end: u32,
    /// It must stand at the start of its line.
    pub at_start: bool,
}

/// The cue words and phrases, by class:
///
/// - `furniture`: anywhere in a sentence it marks the sentence as furniture ("contributed to this report");
/// - `furniture_start`: at the start of a line it does ("Source:", "Read more");
/// - `dateline_agency`: in brackets at the start of a text it ends a dateline ("AP", "Reuters");
/// - `sentence_start`: with a capital it starts a sentence after an abbreviation ("The");
/// - `speech_verb`: after a question in quotes it goes on with the sentence ("asked").
#[derive(Clone, Debug)]
pub struct Cues {
    words: WordMap<WordCue>,
    agencies: WordMap<()>,
    furniture: Option<AhoCorasick>,
    at_start: Vec<bool>,
}

impl Cues {
    /// Builds the cues from `(word, class)` pairs; pairs of other classes are left out.
    pub fn from_entries<'a>(entries: impl Iterator<Item = (&'a str, &'a str)> + Clone) -> Self {
        let words =
            WordMap::from_entries(entries.clone().filter_map(|(word, class)| match class {
                "sentence_start" => Some((word, WordCue::SentenceStart)),
                "speech_verb" => Some((word, WordCue::Speech)),
                _ => None,
            }));
        let agencies = WordMap::from_entries(
            entries
                .clone()
                .filter(|entry| entry.1 == "dateline_agency")
                .map(|(word, _)| (word, ())),
        );
        let mut phrases = Vec::new();
        let mut at_start = Vec::new();
        for (word, class) in entries {
            if matches!(class, "furniture" | "furniture_start") && !word.is_empty() {
                phrases.push(word.to_owned());
                phrases.push(word.to_uppercase());
                at_start.extend([class == "furniture_start"; 2]);
            }
        }
        // Building fails only beyond the automaton's limit of states, far above any list of cues.
        let furniture = AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostFirst)
            .build(&phrases)
            .ok();
        Self {
            words,
            agencies,
            furniture: furniture.filter(|_| !phrases.is_empty()),
            at_start,
        }
    }

    pub(super) fn word(&self, word: &[u8]) -> Option<WordCue> {
        self.words.get_lower(word)
    }

    pub(super) fn is_agency(&self, word: &[u8]) -> bool {
        self.agencies.get(word).is_some()
    }

    /// All furniture phrases in `text`, in order.
    pub(super) fn find_furniture(&self, text: &str, hits: &mut Vec<FurnitureHit>) {
        let Some(furniture) = &self.furniture else {
            return;
        };
        let bytes = text.as_bytes();
        let inside = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_alphanumeric);
        for found in furniture.find_iter(text) {
            let cut_in = found.start() > 0 && inside(found.start()) && inside(found.start() - 1);
            if cut_in || (inside(found.end() - 1) && inside(found.end())) {
                continue;
            }
            hits.push(FurnitureHit {
                start: found.start() as u32,
                end: found.end() as u32,
                at_start: self.at_start[found.pattern().as_usize()],
            });
        }
    }
}
