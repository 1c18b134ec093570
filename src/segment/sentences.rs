//! Tokens to sentences: which stops end one.

use super::abbreviations::{AbbreviationClass, Abbreviations};
use super::cues::{Cues, WordCue};
use super::forms::is_acronym;
use super::marks::{is_closing_quote, is_dash, is_ellipsis, is_opening_quote};
use super::{LetterCase, Shape, Token, TokenKind};

/// With no more tokens than this before a time, the sentence has only begun: "At 5 a.m. Mr. Smith …".
const FRAGMENT: usize = 3;
/// The digits of a bare note number after a stop are no more than this: "rights. 4 Even".
const NOTE_DIGITS: u32 = 3;

/// More marks behind a stop than this are no longer read as its tail, so that a line of marks costs no more than others.
const LONGEST_TAIL: usize = 16;
/// For the same reason an opening quote is sought no further back than this.
const LONGEST_QUOTE: usize = 400;
/// And what a sentence begins with is no more tokens than this.
const LONGEST_BEGINNING: usize = 8;

/// Decides about the stops of one unit.
pub(super) struct Splitter<'a> {
    pub text: &'a str,
    /// The tokens of the unit.
    pub tokens: &'a [Token],
    pub abbreviations: &'a Abbreviations,
    pub cues: &'a Cues,
    pub case: LetterCase,
}

/// What stands between a stop and the next sentence.
#[derive(Default)]
struct Tail {
    /// The first token after it.
    next: usize,
    /// A closing quotation mark is in it.
    quoted: bool,
    /// A closing bracket is in it.
    bracketed: bool,
}

impl Splitter<'_> {
    /// The index of the first token of the sentence that follows the stop at `stop`; `None` where no sentence ends
    /// there. `first` is the index of the first token of the sentence so far.
    pub fn next_start(&self, first: usize, stop: usize) -> Option<usize> {
        if let Some(decision) = self.spaced_ellipsis(first, stop) {
            return decision;
        }
        let mut tail = self.tail(first, stop);
        let spaced = tail.next < self.tokens.len() && !self.adjacent(tail.next);
        let notes = if spaced { self.notes_end(tail.next) } else { tail.next };
        if notes > tail.next {
            // A note belongs to the sentence before it, whatever follows.
            let can_start = notes < self.tokens.len() && self.can_start(notes);
            return can_start.then_some(notes);
        }
        if tail.next >= self.tokens.len() || self.only_begun(first, stop) {
            return None;
        }
        let ends = if self.tokens[stop].kind == TokenKind::Word {
            self.abbreviation_ends(first, stop, &tail)
        } else {
            self.mark_ends(stop, &mut tail)
        };
        ends.then_some(tail.next)
    }

    fn word(&self, index: usize) -> &[u8] {
        let token = &self.tokens[index];
        &self.text.as_bytes()[token.start as usize..token.end as usize]
    }

    /// Whether nothing is between the token and the one before it.
    fn adjacent(&self, index: usize) -> bool {
        index > 0 && self.tokens[index - 1].end == self.tokens[index].start
    }

    /// The marks right behind the stop that stay with it.
    fn tail(&self, first: usize, stop: usize) -> Tail {
        let mut tail = Tail { next: stop + 1, ..Tail::default() };
        while tail.next < self.tokens.len().min(stop + LONGEST_TAIL) {
            let mark = self.word(tail.next);
            if !self.adjacent(tail.next) {
                // In tokenised text a space is before the closing quote too: it closes what is open.
                let closes = match mark {
                    b"\"" => {
                        (first.max(tail.next.saturating_sub(LONGEST_QUOTE))..tail.next)
                            .filter(|&at| self.word(at) == b"\"")
                            .count()
                            % 2
                            == 1
                    }
                    b"''" => true,
                    [0xE2, 0x80, 0x9D] => true,
                    _ => false,
                };
                if !closes {
                    break;
                }
            }
            match mark {
                b")" | b"]" | b"}" => tail.bracketed = true,
                [b'.' | b'!' | b'?', ..] => {}
                _ if is_closing_quote(mark) => tail.quoted = true,
                _ => break,
            }
            tail.next += 1;
        }
        tail
    }

    /// The end of the notes that start at `index`: "[17] [better source needed]", or a bare "4" before a word that
    /// starts sentences. It is `index` where there is none.
    fn notes_end(&self, index: usize) -> usize {
        let mut end = index;
        while end + 2 < self.tokens.len() + 1 && self.tokens.get(end).is_some() && self.word(end) == b"[" {
            let close = (end + 1..self.tokens.len().min(end + 6)).find(|&at| self.word(at) == b"]");
            let Some(close) =
                close.filter(|_| matches!(self.tokens[end + 1].kind, TokenKind::Number | TokenKind::Word))
            else {
                break;
            };
            if self.tokens[end + 1].kind == TokenKind::Word && self.tokens[end + 1].shape != Shape::Lower {
                break;
            }
            end = close + 1;
        }
        let bare = end == index
            && self.tokens[index].kind == TokenKind::Number
            && self.tokens[index].end - self.tokens[index].start <= NOTE_DIGITS
            && self.tokens.get(index + 1).is_some_and(|next| next.shape == Shape::Title)
            && self.is_starter(index + 1);
        if bare { index + 1 } else { end }
    }

    /// Whether `first..stop` is no more than the number or the dots that a sentence starts with: "2.1. The", "... and".
    fn only_begun(&self, first: usize, stop: usize) -> bool {
        if stop - first > LONGEST_BEGINNING {
            return false;
        }
        let mut numbers = 0;
        let opening = (first..stop).all(|at| match self.tokens[at].kind {
            TokenKind::Punct | TokenKind::Symbol => true,
            TokenKind::Number => {
                numbers += 1;
                numbers == 1
            }
            TokenKind::Word => self.tokens[at].end - self.tokens[at].start == 1,
        });
        let mark = self.word(stop);
        opening && (mark[0] == b'.' || mark[0] == 0xE2 || self.tokens[stop].kind == TokenKind::Word)
            // "Figure 1. The": a caption or heading with its number.
            || first + 2 == stop
                && mark == b"."
                && self.tokens[first].shape == Shape::Title
                && self.tokens[first].kind == TokenKind::Word
                && self.tokens[stop - 1].kind == TokenKind::Number
                && self.tokens[stop - 1].end - self.tokens[stop - 1].start <= NOTE_DIGITS
                && first == 0
    }

    /// Decides about a dot of ". . ."; `None` where `stop` is none.
    fn spaced_ellipsis(&self, first: usize, stop: usize) -> Option<Option<usize>> {
        let is_dot = |at: usize| at < self.tokens.len() && self.word(at) == b".";
        if !is_dot(stop) {
            return None;
        }
        let spaced_dot = |at: usize| is_dot(at) && !self.adjacent(at);
        if stop > first && spaced_dot(stop) && is_dot(stop - 1) {
            return Some(None);
        }
        let end = (stop + 1..).find(|&at| !spaced_dot(at))?;
        if end == stop + 1 {
            return None;
        }
        let starts = end < self.tokens.len() && !self.adjacent(end) && self.can_start(end);
        Some(if !starts || self.only_begun(first, stop) {
            None
        } else if self.adjacent(stop) {
            Some(stop + 1)
        } else {
            // Three dots are an omission, four an omission and a full stop.
            (end - stop >= 4).then_some(end)
        })
    }

    /// Whether a sentence ends at the punctuation mark `stop`.
    fn mark_ends(&self, stop: usize, tail: &mut Tail) -> bool {
        let mark = self.word(stop);
        let full_stop = mark == b".";
        let ellipsis = is_ellipsis(mark);
        let next = tail.next;
        let before = stop.checked_sub(1).map(|at| self.tokens[at]);
        if self.adjacent(next) {
            // A missing space: "killed.The".
            let small = before.is_some_and(|token| token.shape == Shape::Lower) || tail.quoted;
            let title = self.tokens[next].shape == Shape::Title && self.tokens[next].kind == TokenKind::Word;
            let bracket = self.word(next) == b"(" && before.is_some_and(|token| token.shape == Shape::Lower);
            return full_stop && bracket || title && (self.is_starter(next) || full_stop && small);
        }
        if ellipsis && before.is_some() && (self.word(stop - 1) == b"[" || (!self.adjacent(stop) && mark.len() <= 3)) {
            return false;
        }
        if full_stop && self.word(next) == b"(" {
            return true;
        }
        if !self.can_start(next) {
            return self.careless_start(stop, tail);
        }
        let dash = is_dash(self.word(next));
        if full_stop {
            // `"… a long game." - Matthew Ingram`, "N°. 1026".
            let number = self.tokens[next].kind == TokenKind::Number
                && before.is_some_and(|token| token.kind == TokenKind::Symbol && self.adjacent(stop - 1));
            return !(number || dash && tail.quoted);
        }
        if ellipsis {
            return true;
        }
        if self.word(next) == b"(" && before.is_some_and(|token| token.shape == Shape::Title) {
            return false;
        }
        !(tail.quoted && self.speech_follows(next))
    }

    /// Whether a sentence starts with a small letter behind the stop, as in careless writing: then the stop must be
    /// a plain one behind a plain word.
    fn careless_start(&self, stop: usize, tail: &Tail) -> bool {
        let next = &self.tokens[tail.next];
        let plain = |at: usize| self.tokens[at].kind == TokenKind::Word && self.tokens[at].shape == Shape::Lower;
        next.kind == TokenKind::Word
            && next.shape == Shape::Lower
            && tail.next == stop + 1
            && stop > 0
            && self.adjacent(stop)
            && plain(stop - 1)
            && matches!(self.word(stop), b"." | b"?" | b"!")
            && self.tokens[stop - 1].end - self.tokens[stop - 1].start > 1
            // "Jane and co. at the party", "on 5th st. near": careless too, but an abbreviation.
            && self.abbreviations.class(self.word(stop - 1), true).is_none()
    }

    /// Whether the stop of an abbreviation ends the sentence too.
    fn abbreviation_ends(&self, first: usize, stop: usize, tail: &Tail) -> bool {
        let next = tail.next;
        if self.adjacent(next) || tail.bracketed || !self.can_start(next) {
            return false;
        }
        // "etc.!"
        if next > stop + 1 && matches!(self.word(stop + 1), b"!" | b"?") {
            return true;
        }
        let written = self.word(stop);
        let word = &written[..written.len() - 1];
        let starts = tail.quoted || self.is_starter(next);
        let title = self.tokens[next].shape == Shape::Title;
        let before = stop.checked_sub(1).map(|at| (self.tokens[at].shape, self.word(at)));
        if word.len() == 1 && (word[0].is_ascii_uppercase() || self.case == LetterCase::Lower) {
            return starts && (title || self.case != LetterCase::Mixed);
        }
        match self.class(word) {
            None => starts,
            Some(class) => match class {
                AbbreviationClass::Title | AbbreviationClass::Given | AbbreviationClass::Number => false,
                AbbreviationClass::Latin => {
                    starts && before.is_none_or(|(shape, _)| shape == Shape::Lower || shape == Shape::None)
                }
                AbbreviationClass::Month | AbbreviationClass::Day => starts,
                AbbreviationClass::Time => stop - first >= FRAGMENT && (starts || self.is_title(next)),
                // "in Randolph, Mass. Cara, a food …": within a sentence a comma would follow.
                AbbreviationClass::State => starts || (title && before.is_some_and(|(_, word)| word == b",")),
                _ => starts,
            },
        }
    }

    fn class(&self, word: &[u8]) -> Option<AbbreviationClass> {
        let any_case = self.case == LetterCase::Lower;
        self.abbreviations.class(word, any_case).or_else(|| is_acronym(word).then_some(AbbreviationClass::Country))
    }

    /// Whether the token is a bracket or dash that may open a sentence.
    fn is_opener(&self, index: usize) -> bool {
        let mark = self.word(index);
        matches!(mark, b"(" | b"[") || is_dash(mark)
    }

    /// The index of the first word at or after `index`, behind opening quotes and brackets.
    fn opened(&self, index: usize) -> usize {
        let mut at = index;
        while at + 1 < self.tokens.len() && (is_opening_quote(self.word(at)) || self.is_opener(at)) {
            at += 1;
        }
        at
    }

    /// Whether a sentence can start with the token: a capital, a number, a symbol.
    fn can_start(&self, index: usize) -> bool {
        let at = self.opened(index);
        let (token, word) = (&self.tokens[at], self.word(at));
        match token.kind {
            TokenKind::Word => token.shape != Shape::Lower || self.case == LetterCase::Lower,
            TokenKind::Number | TokenKind::Symbol => true,
            TokenKind::Punct => word == b"." || is_ellipsis(word),
        }
    }

    /// Whether the token is an opening quote, or a word that starts sentences rather than names.
    fn is_starter(&self, index: usize) -> bool {
        let mixed = self.case == LetterCase::Mixed;
        match self.cues.word(self.word(index)) {
            Some(WordCue::SentenceStartAnyCase) => true,
            Some(WordCue::SentenceStart) => mixed,
            _ => mixed && is_opening_quote(self.word(index)),
        }
    }

    /// Whether the token is a title before a name: "Mr.".
    fn is_title(&self, index: usize) -> bool {
        let word = self.word(index);
        word.strip_suffix(b".").is_some_and(|word| self.class(word) == Some(AbbreviationClass::Title))
    }

    /// Whether the words from `index` say who said what was quoted: "Clinton asked".
    fn speech_follows(&self, index: usize) -> bool {
        (index..self.tokens.len().min(index + 5))
            .take_while(|&at| self.tokens[at].kind == TokenKind::Word)
            .any(|at| self.cues.word(self.word(at)) == Some(WordCue::Speech))
    }
}
