//! Datelines: "WARSAW, Poland (AP) — ", "SALVADOR, Feb 26 - ", "(CNN) -- ".

use super::cues::Cues;
use super::marks::is_dash;
use super::{LetterCase, Shape, Token, TokenKind};

/// A dateline has no more tokens than this.
const MAX_TOKENS: usize = 24;
/// A place that stands before the dash without date or agency has at least this many letters: "LONDON -", not "EU -".
const SHORTEST_PLACE: u32 = 4;

/// Number of tokens of the dateline that the unit `tokens` starts with, its dash included; 0 where there is none. It is
/// less than the number of tokens.
pub(super) fn dateline_length(text: &str, tokens: &[Token], cues: &Cues, case: LetterCase) -> usize {
    let Some(first) = tokens.first() else {
        return 0;
    };
    let bracket = text.as_bytes()[first.start as usize] == b'(';
    let name = matches!(first.shape, Shape::Upper | Shape::Title) && cues.word(word(text, tokens, 0)).is_none();
    if !bracket && !name {
        return 0;
    }
    let end = Dateline { text, tokens, cues, case }.end();
    let body = skip_slugs(text, tokens, end);
    if body < tokens.len() { body } else { 0 }
}

struct Dateline<'a> {
    text: &'a str,
    tokens: &'a [Token],
    cues: &'a Cues,
    case: LetterCase,
}

impl Dateline<'_> {
    fn word(&self, index: usize) -> &[u8] {
        word(self.text, self.tokens, index)
    }

    /// Index of the first token behind the dateline, 0 where there is none.
    fn end(&self) -> usize {
        let first = self.tokens[0];
        let place = first.shape == Shape::Upper && first.end - first.start >= SHORTEST_PLACE;
        // The place is in capitals, up to the comma: that tells something only if the rest is not.
        let mut capitals = place && self.case == LetterCase::Mixed;
        let (mut agency, mut numbers, mut comma) = (false, false, false);
        let mut open = None;
        for index in 0..self.tokens.len().min(MAX_TOKENS) {
            let token = &self.tokens[index];
            match (self.word(index), token.kind, open) {
                (b"(" | b"/" | b"[", _, None) => open = Some(index),
                (b")" | b"/" | b"]", _, Some(start)) => {
                    open = None;
                    let known = self.is_agency(start + 1, index);
                    agency |= known;
                    if known && !self.is_dash_at(index + 1) {
                        return self.end_without_dash(index);
                    }
                }
                (_, TokenKind::Number, _) => numbers = true,
                (_, _, Some(_)) => {}
                (b";" | b":", _, None) => return if agency { index + 1 } else { 0 },
                (_, TokenKind::Punct, None) if index > 0 && self.is_dash_at(index) => {
                    let spaced = self.word(index) != b"-" || self.tokens[index - 1].end < token.start;
                    let dated = numbers && first.shape == Shape::Upper && (comma || place);
                    let placed = capitals && (index == 1 || comma || numbers) && self.starts_sentence(index + 1);
                    return if spaced && (agency || dated || placed) { index + 1 } else { 0 };
                }
                (b",", _, None) => comma = true,
                (b"." | b"|", _, None) => {}
                (_, TokenKind::Word, None) if matches!(token.shape, Shape::Upper | Shape::Title) => {
                    capitals &= token.shape == Shape::Upper || comma;
                }
                (b"am" | b"pm", _, None) if numbers => {}
                _ => return 0,
            }
        }
        0
    }

    /// Whether `start..end` names an agency, or holds its name: "AP", "News 1st", "Agence France-Presse/AFP".
    fn is_agency(&self, start: usize, end: usize) -> bool {
        let whole = match (self.tokens.get(start), end.checked_sub(1)) {
            (Some(first), Some(last)) if start < end => first.start as usize..self.tokens[last].end as usize,
            _ => return false,
        };
        self.cues.is_agency(&self.text.as_bytes()[whole])
            || (start..end).any(|index| self.cues.is_agency(self.word(index)))
    }

    fn is_dash_at(&self, index: usize) -> bool {
        index < self.tokens.len() && (is_dash(self.word(index)) || matches!(self.word(index), b";" | b":"))
    }

    /// The agency closed at `index`, and no dash follows: "London (CNN)The suspect", "MOSCOW, April 2 /TASS/. The".
    fn end_without_dash(&self, index: usize) -> usize {
        let Some(next) = self.tokens.get(index + 1) else {
            return 0;
        };
        match self.word(index + 1) {
            b"." => index + 2,
            _ if self.word(index) == b")" && matches!(next.shape, Shape::Title | Shape::Upper) => index + 1,
            _ => 0,
        }
    }

    fn starts_sentence(&self, index: usize) -> bool {
        self.tokens.get(index).is_some_and(|token| token.shape != Shape::Lower)
    }
}

/// Behind the dateline, slugs in square brackets: "[REPORT] [TEXT]".
fn skip_slugs(text: &str, tokens: &[Token], mut index: usize) -> usize {
    while index > 0 && index < tokens.len() && word(text, tokens, index) == b"[" {
        let close = (index..tokens.len().min(index + MAX_TOKENS)).find(|&at| word(text, tokens, at) == b"]");
        let Some(close) = close else {
            break;
        };
        index = close + 1;
    }
    index
}

fn word<'t>(text: &'t str, tokens: &[Token], index: usize) -> &'t [u8] {
    &text.as_bytes()[tokens[index].start as usize..tokens[index].end as usize]
}
