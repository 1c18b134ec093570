//! The stage as a whole.

use super::abbreviations::Abbreviations;
use super::cues::Cues;
use super::dateline::dateline_length;
use super::layout::{Unit, find_units};
use super::sentences::Splitter;
use super::tokens::tokenize;
use super::{LetterCase, Segments, Sentence, SentenceKind, Token, TokenKind};

/// A line with more tokens than this is no headline.
const LONGEST_HEADLINE: usize = 40;

/// Cuts texts into sentences and tokens. Build one and use it for all texts, from any number of threads.
#[derive(Clone, Debug)]
pub struct Segmenter {
    abbreviations: Abbreviations,
    cues: Cues,
}

impl Segmenter {
    /// A segmenter with the knowledge of the lexicons.
    pub fn new(abbreviations: Abbreviations, cues: Cues) -> Self {
        Self {
            abbreviations,
            cues,
        }
    }

    /// A segmenter with the built-in lexicons.
    pub fn built_in() -> Self {
        let abbreviations = entries(include_str!("../../lexicons/abbreviations.tsv"));
        let cues = entries(include_str!("../../lexicons/furniture.tsv"))
            .chain(entries(include_str!("../../lexicons/sentences.tsv")));
        Self::new(
            Abbreviations::from_entries(abbreviations),
            Cues::from_entries(cues),
        )
    }

    /// Cuts `text` into `out`, whose content is replaced. Offsets are 32 bits wide: of a text over 4 GiB only the
    /// whole characters below that are read.
    pub fn segment(&self, text: &str, out: &mut Segments) {
        let text = &text[..text.floor_char_boundary(u32::MAX as usize)];
        let mut scratch = std::mem::take(&mut out.scratch);
        out.sentences.clear();
        out.tokens.clear();
        let case = LetterCase::of(text);
        find_units(text, case, &mut scratch.lines, &mut scratch.units);
        scratch.furniture.clear();
        self.cues.find_furniture(text, &mut scratch.furniture);
        for unit in &scratch.units {
            self.segment_unit(text, unit, case, &mut scratch.stops, out);
        }
        mark_furniture(&scratch.furniture, &mut out.sentences);
        out.scratch = scratch;
    }

    fn segment_unit(
        &self,
        text: &str,
        unit: &Unit,
        case: LetterCase,
        stops: &mut Vec<u32>,
        out: &mut Segments,
    ) {
        let base = out.tokens.len();
        stops.clear();
        let any_case = case == LetterCase::Lower;
        let text = &text[..unit.end as usize];
        tokenize(
            text,
            unit.start as usize,
            &self.abbreviations,
            any_case,
            &mut out.tokens,
            stops,
        );
        let tokens = &out.tokens[base..];
        if tokens.is_empty() {
            return;
        }
        let splitter = Splitter {
            text,
            tokens,
            abbreviations: &self.abbreviations,
            cues: &self.cues,
            case,
        };
        let body = dateline_length(text, tokens, &self.cues, case);
        let mut first = 0;
        let sentences = &mut out.sentences;
        let mut push = |first: usize, end: usize, kind: SentenceKind| {
            let start = tokens[first].start;
            let body = if first == 0 && body > 0 {
                tokens[body].start
            } else {
                start
            };
            sentences.push(Sentence {
                start,
                end: tokens[end - 1].end,
                body,
                kind,
                tokens: ((base + first) as u32, (base + end) as u32),
                opens_paragraph: first == 0 && unit.opens_paragraph,
            });
        };
        for &stop in stops.iter() {
            let stop = stop as usize - base;
            if stop < first || stop < body {
                continue;
            }
            if let Some(next) = splitter.next_start(first, stop) {
                push(first, next, SentenceKind::Prose);
                first = next;
            }
        }
        let headline =
            first == 0 && tokens.len() <= LONGEST_HEADLINE && !has_final_stop(text, tokens);
        let kind = if headline {
            SentenceKind::Headline
        } else {
            SentenceKind::Prose
        };
        push(first, tokens.len(), kind);
    }
}

/// Whether the unit ends with a stop or a colon, closing quotes and brackets aside.
fn has_final_stop(text: &str, tokens: &[Token]) -> bool {
    let word = |token: &Token| &text[token.start as usize..token.end as usize];
    let last = tokens
        .iter()
        .rev()
        .find(|token| !matches!(word(token), "\"" | "'" | "''" | "”" | "’" | "»" | ")" | "]"));
    last.is_some_and(|token| match token.kind {
        TokenKind::Number => false,
        _ => word(token).ends_with(['.', '!', '?', '…', ':', ';']),
    })
}

/// Marks the sentences that hold a furniture phrase.
fn mark_furniture(hits: &[super::cues::FurnitureHit], sentences: &mut [Sentence]) {
    for hit in hits {
        let index = sentences.partition_point(|sentence| sentence.end < hit.end);
        let Some(sentence) = sentences
            .get_mut(index)
            .filter(|sentence| sentence.start <= hit.start)
        else {
            continue;
        };
        if !hit.at_start || hit.start == sentence.start {
            sentence.kind = SentenceKind::Furniture;
        }
    }
}

/// The first two cells of the entries of a lexicon file.
fn entries(file: &str) -> impl Iterator<Item = (&str, &str)> + Clone {
    file.lines()
        .filter(|line| !line.starts_with('#'))
        .skip(1)
        .filter_map(|line| {
            let mut cells = line.split('\t');
            Some((cells.next()?, cells.next()?))
        })
}
