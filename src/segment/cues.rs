//! The words and phrases of `lexicons/` that the segment stage asks for.

use super::LetterCase;
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
    furniture: Furniture,
    /// The phrases in capitals, for text that is.
    furniture_upper: Furniture,
    /// By [`opening`], sorted.
    furniture_starts: Vec<(u32, String)>,
    /// A bit for each [`filter_bit`] of them: most lines need no more than this.
    furniture_filter: Box<[u64; 64]>,
}

impl Cues {
    /// Builds the cues from `(word, class)` pairs; pairs of other classes are left out.
    pub fn from_entries<'a>(entries: impl Iterator<Item = (&'a str, &'a str)> + Clone) -> Self {
        let words = WordMap::from_entries(entries.clone().filter_map(|(word, class)| match class {
            "sentence_start_any_case" => Some((word, WordCue::SentenceStartAnyCase)),
            "sentence_start" => Some((word, WordCue::SentenceStart)),
            "speech_verb" => Some((word, WordCue::Speech)),
            _ => None,
        }));
        let set = |wanted: &'static str| {
            WordMap::from_entries(entries.clone().filter(move |entry| entry.1 == wanted).map(|(word, _)| (word, ())))
        };
        let agencies = set("dateline_agency");
        let bylines = set("byline");
        let phrases = |wanted: &'static str| {
            entries
                .clone()
                .filter(move |(word, class)| *class == wanted && !word.is_empty())
                .map(|(word, _)| word.to_owned())
        };
        let mut furniture_starts: Vec<(u32, String)> = phrases("furniture_start")
            .flat_map(|phrase| [phrase.to_uppercase(), phrase])
            .map(|phrase| (opening(&phrase), phrase))
            .collect();
        furniture_starts.sort();
        let mut furniture_filter = Box::new([0; 64]);
        for (opening, _) in &furniture_starts {
            let bit = filter_bit(*opening);
            furniture_filter[bit >> 6] |= 1 << (bit & 63);
        }
        let furniture: Vec<String> = phrases("furniture").collect();
        let upper: Vec<String> = furniture.iter().map(|phrase| phrase.to_uppercase()).collect();
        Self {
            words,
            agencies,
            bylines,
            furniture: Furniture::new(&furniture),
            furniture_upper: Furniture::new(&upper),
            furniture_starts,
            furniture_filter,
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

    /// All furniture phrases in `text`.
    pub(super) fn find_furniture(&self, text: &str, case: LetterCase, hits: &mut Vec<FurnitureHit>) {
        let furniture = match case {
            LetterCase::Upper => &self.furniture_upper,
            _ => &self.furniture,
        };
        for found in furniture.automata.iter().flat_map(|automaton| automaton.find_iter(text)) {
            if !cuts_word(text, found.start()) && !cuts_word(text, found.end()) {
                hits.push(FurnitureHit { start: found.start() as u32, end: found.end() as u32 });
            }
        }
    }

    /// Whether `line` starts with a phrase that marks furniture there.
    pub(super) fn starts_furniture(&self, line: &str) -> bool {
        let opening = opening(line);
        let bit = filter_bit(opening);
        if self.furniture_filter[bit >> 6] >> (bit & 63) & 1 == 0 {
            return false;
        }
        let from = self.furniture_starts.partition_point(|start| start.0 < opening);
        self.furniture_starts[from..]
            .iter()
            .take_while(|start| start.0 == opening)
            .any(|(_, phrase)| line.starts_with(phrase) && !cuts_word(line, phrase.len()))
    }
}

/// The first four bytes as a number, or, where a sign such as "©" is first, that alone.
fn opening(text: &str) -> u32 {
    match text.as_bytes() {
        [a, b, ..] if !a.is_ascii() => u32::from_be_bytes([*a, *b, 0, 0]),
        [a, b, c, d, ..] => u32::from_be_bytes([*a, *b, *c, *d]),
        _ => 0,
    }
}

fn filter_bit(opening: u32) -> usize {
    (opening.wrapping_mul(0x9E37_79B1) >> 20) as usize
}

/// Phrases sought anywhere.
#[derive(Clone, Debug)]
struct Furniture {
    automata: Vec<AhoCorasick>,
}

impl Furniture {
    /// Up to this many phrases an automaton searches with vector instructions alone; a hundred in one automaton are
    /// eight times slower than in two.
    const PHRASES: usize = 60;

    fn new(phrases: &[String]) -> Self {
        // Building fails only beyond the automaton's limit of states, far above any list of cues.
        let build = |chunk| AhoCorasick::builder().match_kind(MatchKind::LeftmostFirst).build(chunk).ok();
        Self { automata: phrases.chunks(Self::PHRASES).filter_map(build).collect() }
    }
}

/// Whether a word goes on over the byte offset `at`.
fn cuts_word(text: &str, at: usize) -> bool {
    let bytes = text.as_bytes();
    let inside = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_alphanumeric);
    at > 0 && inside(at - 1) && inside(at)
}
