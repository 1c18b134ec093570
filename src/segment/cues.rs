//! The words and phrases of `lexicons/` that the segment stage asks for.

use super::word_map::WordMap;
use aho_corasick::{AhoCorasick, MatchKind};

/// What a single word tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum WordCue {
    /// "The", "However": it starts a sentence even where there are no capitals to tell.
    SentenceStartAnyCase,
    /// "In", "Some": with a capital it starts a sentence rather than a name.
    SentenceStart,
    /// "said", "asked": after a quotation it goes on with the sentence.
    Speech,
}

/// A phrase that marks furniture, found in the text: its bytes.
#[derive(Clone, Copy, Debug)]
pub(super) struct FurnitureHit {
    pub start: u32,
    pub end: u32,
}

/// The cue words and phrases, by class:
///
/// - `furniture`: anywhere in a sentence it marks the sentence as furniture ("contributed to this report");
/// - `furniture_start`: at the start of a line it does ("Source:", "Read more");
/// - `byline`: at the start of a line of names it marks a byline ("By");
/// - `dateline_agency`: in brackets at the start of a text it ends a dateline ("AP", "Reuters");
/// - `sentence_start`: with a capital it starts a sentence after an abbreviation ("In");
/// - `sentence_start_any_case`: it does so even in text that is all capitals or has none ("the");
/// - `speech_verb`: after a question in quotes it goes on with the sentence ("asked").
#[derive(Clone, Debug)]
pub struct Cues {
    words: WordMap<WordCue>,
    agencies: WordMap<()>,
    bylines: WordMap<()>,
    furniture: Option<AhoCorasick>,
    /// By their first byte.
    furniture_starts: Box<[Vec<String>]>,
}

impl Cues {
    /// Builds the cues from `(word, class)` pairs; pairs of other classes are left out.
    pub fn from_entries<'a>(entries: impl Iterator<Item = (&'a str, &'a str)> + Clone) -> Self {
        let words =
            WordMap::from_entries(entries.clone().filter_map(|(word, class)| match class {
                "sentence_start_any_case" => Some((word, WordCue::SentenceStartAnyCase)),
                "sentence_start" => Some((word, WordCue::SentenceStart)),
                "speech_verb" => Some((word, WordCue::Speech)),
                _ => None,
            }));
        let set = |wanted: &'static str| {
            WordMap::from_entries(
                entries
                    .clone()
                    .filter(move |entry| entry.1 == wanted)
                    .map(|(word, _)| (word, ())),
            )
        };
        let agencies = set("dateline_agency");
        let bylines = set("byline");
        let phrases = |wanted: &'static str| {
            entries
                .clone()
                .filter(move |(word, class)| *class == wanted && !word.is_empty())
                .flat_map(|(word, _)| [word.to_owned(), word.to_uppercase()])
        };
        let mut furniture_starts = vec![Vec::new(); 256].into_boxed_slice();
        for phrase in phrases("furniture_start") {
            furniture_starts[usize::from(phrase.as_bytes()[0])].push(phrase);
        }
        let furniture: Vec<String> = phrases("furniture").collect();
        // Building fails only beyond the automaton's limit of states, far above any list of cues.
        let automaton = AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostFirst)
            .build(&furniture)
            .ok();
        Self {
            words,
            agencies,
            bylines,
            furniture: automaton.filter(|_| !furniture.is_empty()),
            furniture_starts,
        }
    }

    pub(super) fn word(&self, word: &[u8]) -> Option<WordCue> {
        self.words.get_lower(word)
    }

    pub(super) fn is_agency(&self, word: &[u8]) -> bool {
        self.agencies.get(word).is_some()
    }

    pub(super) fn is_byline(&self, word: &[u8]) -> bool {
        self.bylines.get(word).is_some()
    }

    /// All furniture phrases in `text`, in order.
    pub(super) fn find_furniture(&self, text: &str, hits: &mut Vec<FurnitureHit>) {
        let Some(furniture) = &self.furniture else {
            return;
        };
        for found in furniture.find_iter(text) {
            if !cuts_word(text, found.start()) && !cuts_word(text, found.end()) {
                hits.push(FurnitureHit {
                    start: found.start() as u32,
                    end: found.end() as u32,
                });
            }
        }
    }

    /// Whether `line` starts with a phrase that marks furniture there.
    pub(super) fn starts_furniture(&self, line: &str) -> bool {
        let Some(&first) = line.as_bytes().first() else {
            return false;
        };
        self.furniture_starts[usize::from(first)]
            .iter()
            .any(|phrase| line.starts_with(phrase) && !cuts_word(line, phrase.len()))
    }
}

/// Whether a word goes on over the byte offset `at`.
fn cuts_word(text: &str, at: usize) -> bool {
    let bytes = text.as_bytes();
    let inside = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_alphanumeric);
    at > 0 && inside(at - 1) && inside(at)
}
