//! Lists inside one unit: "1. The first item 2. The second item", "• One • Two".

use super::{Shape, Token, TokenKind};

/// How the items of a list are marked.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Style {
    /// "•".
    Bullet(u8),
    /// "1.", "1)", "1.)": whether it has the stop and the bracket.
    Number { stop: bool, bracket: bool },
    /// "a.", "a)".
    Letter { stop: bool, bracket: bool },
}

#[derive(Clone, Copy, PartialEq, Eq)]
struct Marker {
    style: Style,
    ordinal: u32,
    /// Tokens it has.
    length: usize,
}

/// If the unit `tokens` starts with the marker of a first item, appends to `breaks` the index of the token that starts
/// each of the other items.
pub(super) fn find_items(text: &str, tokens: &[Token], breaks: &mut Vec<u32>) {
    breaks.clear();
    let Some(first) = marker_at(text, tokens, 0) else {
        return;
    };
    let mut wanted = first.ordinal + 1;
    for index in first.length + 1..tokens.len() {
        if tokens[index - 1].end == tokens[index].start {
            continue;
        }
        let Some(marker) = marker_at(text, tokens, index) else {
            continue;
        };
        if marker.style != first.style || (marker.ordinal != wanted && !matches!(marker.style, Style::Bullet(_))) {
            continue;
        }
        let capital = tokens
            .get(index + marker.length)
            .is_some_and(|next| matches!(next.shape, Shape::Title | Shape::Upper | Shape::Mixed));
        if capital || matches!(marker.style, Style::Bullet(_)) {
            breaks.push(index as u32);
            wanted += 1;
        }
    }
}

/// The item marker that starts at `index`.
fn marker_at(text: &str, tokens: &[Token], index: usize) -> Option<Marker> {
    let token = tokens[index];
    let written = token.of(text);
    if token.kind != TokenKind::Number && token.kind != TokenKind::Word {
        let bullet = ["•", "⁃", "‣", "▪", "●", "◦", "■"].iter().position(|bullet| *bullet == written)?;
        return Some(Marker { style: Style::Bullet(bullet as u8), ordinal: 0, length: 1 });
    }
    if written.len() > 3 {
        return None;
    }
    let bare = written.strip_suffix('.').unwrap_or(written);
    let mut stop = bare.len() < written.len();
    let mut length = 1;
    let next = |length: usize| {
        let token = tokens.get(index + length).filter(|next| next.start == tokens[index + length - 1].end)?;
        Some(token.of(text))
    };
    if !stop && next(length) == Some(".") {
        stop = true;
        length += 1;
    }
    let bracket = next(length) == Some(")");
    length += usize::from(bracket);
    if !stop && !bracket {
        return None;
    }
    let marker = |style, ordinal| Some(Marker { style, ordinal, length });
    match (token.kind, bare.as_bytes()) {
        (TokenKind::Number, _) => marker(Style::Number { stop, bracket }, bare.parse().ok()?),
        (_, [letter]) if letter.is_ascii_alphabetic() => {
            marker(Style::Letter { stop, bracket }, u32::from(letter.to_ascii_lowercase()))
        }
        _ => None,
    }
}
