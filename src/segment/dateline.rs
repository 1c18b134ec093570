//! Datelines: "WARSAW, Poland (AP) — ", "SALVADOR, Feb 26 - ", "(CNN) -- ".

use super::cues::Cues;
use super::{LetterCase, Shape, Token, TokenKind};

/// A dateline has no more tokens than this.
const MAX_TOKENS: usize = 24;

/// Number of tokens of the dateline that the unit `tokens` starts with, its dash included; 0 where there is none.
pub(super) fn dateline_length(
    text: &str,
    tokens: &[Token],
    cues: &Cues,
    case: LetterCase,
) -> usize {
    let word =
        |index: usize| &text.as_bytes()[tokens[index].start as usize..tokens[index].end as usize];
    let Some(first) = tokens.first() else {
        return 0;
    };
    let bracket = word(0) == b"(";
    if !bracket && !matches!(first.shape, Shape::Upper | Shape::Title) {
        return 0;
    }
    let mut capitals = !bracket && first.shape == Shape::Upper && case == LetterCase::Mixed;
    let mut agency = false;
    let mut numbers = false;
    let mut depth = 0;
    let mut comma = false;
    for index in 0..tokens.len().min(MAX_TOKENS) {
        let token = &tokens[index];
        match (word(index), token.kind) {
            (b"(" | b"/" | b"[", _) if depth == 0 => depth = 1,
            (b")" | b"/" | b"]", _) if depth == 1 => {
                depth = 0;
                let known = cues.is_agency(word(index - 1))
                    || (1..index).any(|inner| cues.is_agency(word(inner)));
                agency |= known;
                if known
                    && !tokens
                        .get(index + 1)
                        .is_some_and(|_| ends_dateline(word(index + 1)))
                {
                    // "London (CNN)The suspect", "MOSCOW, April 2 /TASS/. The …"
                    return match tokens.get(index + 1) {
                        Some(_) if word(index + 1) == b"." => index + 2,
                        Some(next)
                            if matches!(next.shape, Shape::Title | Shape::Upper) && index > 1 =>
                        {
                            index + 1
                        }
                        _ => 0,
                    };
                }
            }
            _ if depth == 1 => {}
            (mark, TokenKind::Punct) if ends_dateline(mark) => {
                let spaced = mark != b"-" || tokens[index - 1].end < token.start;
                let enough = agency
                    || capitals && (index <= 2 || comma || numbers)
                    || numbers && first.shape == Shape::Upper;
                return if index > 0 && spaced && enough && index + 1 < tokens.len() {
                    index + 1
                } else {
                    0
                };
            }
            (b",", _) => comma = true,
            (_, TokenKind::Number) => numbers = true,
            (b".", _) => {}
            (_, TokenKind::Word) if matches!(token.shape, Shape::Upper | Shape::Title) => {
                capitals &= token.shape == Shape::Upper || comma;
            }
            _ => return 0,
        }
    }
    0
}

fn ends_dateline(mark: &[u8]) -> bool {
    matches!(mark, b"-" | b"--" | b";" | b":") || mark == "—".as_bytes() || mark == "–".as_bytes()
}
