//! The short ways of the tokeniser: words of ASCII letters that nothing joins, which most tokens are.
//!
//! They change nothing: the [`oracle`](super::oracle) compares texts cut with and without them.

use super::forms::letters_ahead;
use super::runs::letter_run;
use super::tokens::Tokenizer;
use super::{Shape, TokenKind};

impl<const FAST: bool> Tokenizer<'_, FAST> {
    /// A run of ASCII letters, the common case: anything that could join more to it goes to [`Self::word`]. Returns
    /// where to go on.
    #[inline]
    pub(super) fn letters(&mut self, start: usize) -> usize {
        let (end, shape) = letter_run(self.beyond, start);
        let next = self.bytes.get(end).copied().unwrap_or(b' ');
        if next == b' ' {
            self.push(start, end, TokenKind::Word, shape);
            return end + 1;
        }
        match next {
            b'.' if !self
                .is(end + 1, |byte| byte.is_ascii_alphanumeric() || b"-_'@/&:".contains(byte) || *byte >= 0x80) =>
            {
                let stopped = self.keeps_stop(start, end);
                let end = end + usize::from(stopped);
                self.push(start, end, TokenKind::Word, shape);
                if stopped {
                    self.push_stop();
                }
                end
            }
            b'\'' => self.letters_and_clitic(start, end, end + 1, shape),
            0xE2 if self.is(end + 1, |byte| *byte == 0x80) => match self.bytes.get(end + 2) {
                Some(0x99) => self.letters_and_clitic(start, end, end + 3, shape),
                // Dashes, closing quotes, the ellipsis.
                Some(0x93 | 0x94 | 0x9C | 0x9D | 0xA6) => {
                    self.push(start, end, TokenKind::Word, shape);
                    end
                }
                _ => self.word(start),
            },
            b'-' | b'.' | b':' | b'&' | b'/' | b'@' | b'_' | b'0'..=b'9' | 0x80.. => self.word(start),
            _ => {
                self.push(start, end, TokenKind::Word, shape);
                end
            }
        }
    }

    /// A run of ASCII letters with an apostrophe behind it; `tail` is where the apostrophe ends.
    fn letters_and_clitic(&mut self, start: usize, apostrophe: usize, tail: usize, shape: Shape) -> usize {
        let length = letters_ahead(&self.bytes[tail..]);
        let end = tail + length;
        let plain_end = |byte: &u8| byte.is_ascii() && !byte.is_ascii_alphanumeric() && !b"-'.:_&/@".contains(byte);
        if !(self.bytes.get(end).is_none_or(plain_end)) {
            return self.word(start);
        }
        if length == 0 {
            self.push(start, apostrophe, TokenKind::Word, shape);
            return apostrophe;
        }
        match self.bytes[tail..end] {
            [b's' | b'S' | b'm' | b'd'] => {
                let clitic = letter_run(self.beyond, tail).1;
                self.push(start, apostrophe, TokenKind::Word, shape);
                self.push(apostrophe, end, TokenKind::Word, clitic);
                end
            }
            _ => self.word(start),
        }
    }
}
