//! What in an article is no news: credits, bylines, contributor lines, links.

use super::cues::{Cues, FurnitureHit};
use super::{Sentence, SentenceKind, Shape, Token, TokenKind};

/// A sentence of more tokens that is mostly small words is news with a credit in it, not a credit.
const LONGEST_PROSE: usize = 25;
/// A sentence of more tokens is never furniture.
const LONGEST_FURNITURE: usize = 400;
/// The names in a signature are no more tokens than this.
const LONGEST_SIGNATURE: usize = 4;
/// A byline has no more tokens than this.
const LONGEST_BYLINE: usize = 16;
/// And no more small words ("and", "in").
const MOST_SMALL_WORDS: usize = 2;

/// Marks the sentences that hold a furniture phrase, found in `hits`, or start with one.
pub(super) fn mark_phrases(hits: &[FurnitureHit], sentences: &mut [Sentence], tokens: &[Token]) {
    for hit in hits {
        let index = sentences.partition_point(|sentence| sentence.end < hit.end);
        if let Some(sentence) = sentences.get_mut(index)
            && sentence.start <= hit.start
            && !is_prose(&tokens[sentence.tokens.0 as usize..sentence.tokens.1 as usize])
        {
            sentence.kind = SentenceKind::Furniture;
        }
    }
}

/// Whether the unit `tokens` opens with furniture: then its first sentence, `..end`, is furniture.
pub(super) fn opens_furniture(text: &str, tokens: &[Token], end: usize, cues: &Cues) -> bool {
    let Some(first) = tokens.first() else {
        return false;
    };
    let sentence = &tokens[..end];
    cues.starts_furniture(&text[first.start as usize..]) && !is_prose(sentence)
        || end == tokens.len() && is_byline(text, tokens, cues)
}

/// Whether the sentence is long and mostly small words.
fn is_prose(tokens: &[Token]) -> bool {
    if tokens.len() > LONGEST_FURNITURE {
        return true;
    }
    let small = tokens.iter().filter(|token| token.shape == Shape::Lower).count();
    let words = tokens.iter().filter(|token| token.kind == TokenKind::Word).count();
    tokens.len() > LONGEST_PROSE && small * 2 > words
}

/// Whether the last sentence of a unit is no more than who wrote it: "(Reuters)", "(YOHAN PERERA)".
pub(super) fn is_signature(text: &str, sentence: &[Token]) -> bool {
    let word = |token: &Token| &text.as_bytes()[token.start as usize..token.end as usize];
    match sentence {
        [open, names @ .., close] => {
            word(open) == b"("
                && word(close) == b")"
                && (1..=LONGEST_SIGNATURE).contains(&names.len())
                && names.iter().all(|token| token.kind == TokenKind::Word && token.shape != Shape::Lower)
        }
        _ => false,
    }
}

/// "By VANESSA GERA, Associated Press": a line of names after the word for a byline, without a stop.
fn is_byline(text: &str, tokens: &[Token], cues: &Cues) -> bool {
    let word = |token: &Token| &text.as_bytes()[token.start as usize..token.end as usize];
    if !(2..=LONGEST_BYLINE).contains(&tokens.len()) || !cues.is_byline(word(&tokens[0])) {
        return false;
    }
    let small = tokens[1..].iter().filter(|token| token.shape == Shape::Lower).count();
    let name = matches!(tokens[1].shape, Shape::Title | Shape::Upper | Shape::Mixed);
    name && small <= MOST_SMALL_WORDS && !matches!(word(&tokens[tokens.len() - 1]), b"." | b"!" | b"?")
}
