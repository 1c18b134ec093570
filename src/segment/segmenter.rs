//! The stage as a whole.

use super::abbreviations::Abbreviations;
use super::cues::Cues;
use super::dateline::dateline_length;
use super::furniture::{is_signature, mark_phrases, opens_furniture};
use super::layout::{Unit, find_units};
use super::lists::find_items;
use super::marks::{is_closing_quote, is_ellipsis};
use super::sentences::Splitter;
use super::tokens::tokenize;
use super::{LetterCase, Scratch, Segments, Sentence, SentenceKind, Token, TokenKind};

/// A line with more tokens than this is no headline.
const LONGEST_HEADLINE: usize = 30;

/// Cuts texts into sentences and tokens. Build one and use it for all texts, from any number of threads.
#[derive(Clone, Debug)]
pub struct Segmenter {
    abbreviations: Abbreviations,
    cues: Cues,
}

impl Segmenter {
    /// A segmenter with the knowledge of the lexicons.
    pub fn new(abbreviations: Abbreviations, cues: Cues) -> Self {
        Self { abbreviations, cues }
    }

    /// A segmenter with the built-in lexicons.
    pub fn built_in() -> Self {
        let abbreviations = entries(include_str!("../../lexicons/abbreviations.tsv"));
        let cues = entries(include_str!("../../lexicons/furniture.tsv"))
            .chain(entries(include_str!("../../lexicons/sentences.tsv")));
        Self::new(Abbreviations::from_entries(abbreviations), Cues::from_entries(cues))
    }

    pub(super) fn abbreviations(&self) -> &Abbreviations {
        &self.abbreviations
    }

    /// Cuts `text` into `out`, whose content is replaced. Offsets are 32 bits wide: of a text over 4 GiB only the
    /// whole characters below that are read.
    pub fn segment(&self, text: &str, out: &mut Segments) {
        let text = addressable(text);
        let mut scratch = std::mem::take(&mut out.scratch);
        out.sentences.clear();
        out.tokens.clear();
        let case = LetterCase::of(text);
        find_units(text, case, &mut scratch.lines, &mut scratch.units);
        scratch.furniture.clear();
        self.cues.find_furniture(text, case, &mut scratch.furniture);
        let units = std::mem::take(&mut scratch.units);
        for unit in &units {
            self.segment_unit(text, unit, case, &mut scratch, out);
        }
        scratch.units = units;
        mark_phrases(&scratch.furniture, &mut out.sentences, &out.tokens);
        out.scratch = scratch;
    }

    fn segment_unit(&self, text: &str, unit: &Unit, case: LetterCase, scratch: &mut Scratch, out: &mut Segments) {
        let base = out.tokens.len();
        scratch.stops.clear();
        tokenize::<true>(
            text,
            unit.start as usize..unit.end as usize,
            &self.abbreviations,
            case,
            &mut out.tokens,
            &mut scratch.stops,
        );
        let tokens = &out.tokens[base..];
        if tokens.is_empty() {
            return;
        }
        find_items(text, tokens, &mut scratch.items);
        let body = dateline_length(text, tokens, &self.cues, case);
        let splitter = Splitter { text, tokens, abbreviations: &self.abbreviations, cues: &self.cues, case };
        let mut first = 0;
        let mut push = |next: usize, kind: SentenceKind| {
            let start = tokens[first].start;
            out.sentences.push(Sentence {
                start,
                end: tokens[next - 1].end,
                body: if first == 0 { tokens[body].start } else { start },
                kind: if first == 0 && opens_furniture(text, tokens, next, &self.cues) {
                    SentenceKind::Furniture
                } else {
                    kind
                },
                tokens: ((base + first) as u32, (base + next) as u32),
                opens_paragraph: first == 0 && unit.opens_paragraph,
            });
            first = next;
            next
        };
        let mut start = 0;
        let mut items = scratch.items.iter().map(|&item| item as usize).peekable();
        let stops = scratch.stops.iter().map(|&stop| stop as usize - base);
        for stop in stops.chain([tokens.len()]) {
            while let Some(item) = items.next_if(|&item| item <= stop) {
                if item > start.max(body) {
                    start = push(item, SentenceKind::Prose);
                }
            }
            if stop < start.max(body) || stop == tokens.len() {
                continue;
            }
            if let Some(next) = splitter.next_start(start, stop) {
                start = push(next, SentenceKind::Prose);
            }
        }
        let kind = if start > 0 {
            match is_signature(text, &tokens[start..]) {
                true => SentenceKind::Furniture,
                false => SentenceKind::Prose,
            }
        } else if tokens.len() <= LONGEST_HEADLINE && !has_final_stop(text, tokens) {
            SentenceKind::Headline
        } else {
            SentenceKind::Prose
        };
        push(tokens.len(), kind);
    }
}

/// As much of the text as 32 bits can address.
fn addressable(text: &str) -> &str {
    let mut end = text.len().min(u32::MAX as usize);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// Whether the unit ends with a stop or a colon, closing quotes and brackets aside.
fn has_final_stop(text: &str, tokens: &[Token]) -> bool {
    let word = |token: &Token| &text.as_bytes()[token.start as usize..token.end as usize];
    let closes = |mark: &[u8]| is_closing_quote(mark) || matches!(mark, b")" | b"]");
    let last = tokens.iter().rev().find(|token| !closes(word(token)));
    last.is_some_and(|token| {
        let written = word(token);
        let mark = matches!(written, [.., b'.' | b'!' | b'?' | b':' | b';']);
        token.kind != TokenKind::Number && (mark || is_ellipsis(written))
    })
}

/// The first two cells of the entries of a lexicon file.
fn entries(file: &str) -> impl Iterator<Item = (&str, &str)> + Clone {
    file.lines().filter(|line| !line.starts_with('#')).skip(1).filter_map(|line| {
        let mut cells = line.split('\t');
        Some((cells.next()?, cells.next()?))
    })
}
