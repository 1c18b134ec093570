//! What holds of any text, checked: for the property tests and the fuzz target, and no part of the public interface.

use super::tokens::tokenize;
use super::words::next_boundary;
use super::{CodePoints, LetterCase, Segmenter, Segments, Token};
use unicode_segmentation::UnicodeSegmentation;

/// Cuts `text` into `segments`.
///
/// # Panics
/// Where words are not those of `unicode-segmentation`, tokens are not those of the way without short cuts, or the
/// sentences are not sound.
pub fn check(segmenter: &Segmenter, segments: &mut Segments, text: &str) {
    check_words(text);
    check_tokens(segmenter, text);
    segmenter.segment(text, segments);
    check_spans(segments, text);
    check_sentences(segments);
}

/// Words are the segments that the crate finds.
pub(super) fn check_words(text: &str) {
    let mut at = 0;
    for (start, segment) in text.split_word_bound_indices() {
        assert_eq!(at, start, "{text:?}");
        at = next_boundary(text, start);
        assert_eq!(at, start + segment.len(), "{text:?}");
    }
    assert_eq!(at, text.len(), "{text:?}");
}

/// Tokens are the same without the short ways and with all word boundaries from the crate.
fn check_tokens(segmenter: &Segmenter, text: &str) {
    for case in [LetterCase::Mixed, LetterCase::Lower] {
        assert_eq!(tokens::<true>(segmenter, text, case), tokens::<false>(segmenter, text, case), "{text:?}");
    }
}

/// The tokens of the text as one unit, and those that may end a sentence.
fn tokens<const FAST: bool>(segmenter: &Segmenter, text: &str, case: LetterCase) -> (Vec<Token>, Vec<u32>) {
    let (mut tokens, mut stops) = Default::default();
    tokenize::<FAST>(text, 0..text.len(), segmenter.abbreviations(), case, &mut tokens, &mut stops);
    (tokens, stops)
}

/// Tokens are in order, at character boundaries, and leave out only white space and controls.
fn check_spans(segments: &Segments, text: &str) {
    let is_left_out = |c: char| c.is_whitespace() || c.is_control();
    let mut points = CodePoints::new(text);
    let (mut end, mut count) = (0, 0);
    for token in &segments.tokens {
        let (gap, written) = (&text[end..token.start as usize], token.of(text));
        assert!(gap.chars().all(is_left_out), "{gap:?} before {written:?} in {text:?}");
        assert!(!written.is_empty(), "{text:?}");
        count += gap.chars().count();
        assert_eq!(points.at(token.start) as usize, count, "{text:?}");
        count += written.chars().count();
        end = token.end as usize;
    }
    assert!(text[end..].chars().all(is_left_out), "{text:?}");
}

/// Sentences are in order, each begins and ends with a token, and together they hold all tokens.
fn check_sentences(segments: &Segments) {
    let mut next = 0;
    for sentence in &segments.sentences {
        assert_eq!(sentence.tokens.0, next);
        assert!(sentence.tokens.1 > next);
        next = sentence.tokens.1;
        let inside = &segments.tokens[sentence.tokens.0 as usize..next as usize];
        assert_eq!((inside[0].start, inside[inside.len() - 1].end), (sentence.start, sentence.end));
        assert!(inside.iter().any(|token| token.start == sentence.body), "no token at the body of {sentence:?}");
    }
    assert_eq!(next as usize, segments.tokens.len());
}
