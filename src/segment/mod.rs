//! Text to sentences and tokens.
//!
//! The first stage: it knows nothing of the lexicons but the [`Abbreviations`] and the [`Cues`] it is given. All offsets
//! are byte offsets into the article's text; [`CodePoints`] turns them into code points at the edge.
//!
//! ```
//! use whodid::segment::{Segmenter, Segments};
//!
//! let text = "WARSAW, Poland (AP) — The U.S. says it didn’t know. Nobody else did.";
//! let mut segments = Segments::default();
//! Segmenter::built_in().segment(text, &mut segments);
//! let first = segments.sentences[0];
//! assert_eq!(segments.sentences.len(), 2);
//! assert_eq!(&text[first.body as usize..first.end as usize], "The U.S. says it didn’t know.");
//! ```
//!
//! # Sentences
//!
//! Lines become units that no sentence crosses: wrapped lines are joined, a line that stands by itself is not. In a
//! unit, a sentence ends at a full stop, question or exclamation mark or ellipsis that is followed by what can start a
//! sentence; closing quotes, brackets and notes stay with the sentence before. The stop of an abbreviation ends a
//! sentence by the rules of its class. `docs/segment.md` has the rules and what they score.
//!
//! # Tokens
//!
//! Tokens are the words and marks of Unicode Standard Annex #29, as the `unicode-segmentation` crate finds them, except
//! where the field writes otherwise:
//!
//! | what | example |
//! |---|---|
//! | clitics are tokens of their own | did·n't, Russia·’s, we·'re |
//! | words and numbers around a hyphen are one | 19-year-old, U.S.-led, 2024-03-23 |
//! | an abbreviation keeps its stop | Gen., U.S., J. |
//! | a number keeps its sign, leading point, and the slashes and colons inside | -5, .22, 3/23, 10:30 |
//! | letters around "&" are one | AT&T |
//! | addresses of the web and of mail are one | <https://example.org/a>, jane@example.org |
//! | a run of one mark is one | ..., --, '' |
//! | a missing space after a sentence is made up for | killed·.·The |

mod abbreviations;
mod cues;
mod dateline;
mod forms;
mod furniture;
mod layout;
mod lists;
mod marks;
mod offsets;
#[doc(hidden)]
pub mod oracle;
mod runs;
mod segmenter;
mod sentences;
mod short_ways;
mod tokens;
mod word_map;
mod words;

pub use abbreviations::{AbbreviationClass, Abbreviations};
pub use cues::Cues;
pub use offsets::CodePoints;
pub use segmenter::Segmenter;

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum TokenKind {
    /// Letters, possibly with inner digits, hyphens, apostrophes and the full stops of an abbreviation.
    Word,
    /// A number as written: digits with separators, sign, decimals, ordinal suffix ("1,984", "3.5", "21st").
    Number,
    /// One punctuation mark, or a run of the same one ("...", "--").
    Punct,
    /// Any other symbol ("$", "%", "©").
    Symbol,
}

/// How a token is written in capitals and small letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Shape {
    /// No letters.
    None,
    /// All small letters.
    Lower,
    /// A capital, then small letters.
    Title,
    /// More than one letter, all capitals.
    Upper,
    /// Anything else ("iPhone", "McDonald").
    Mixed,
}

/// One token of a sentence; `start..end` are bytes of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    pub start: u32,
    pub end: u32,
    pub kind: TokenKind,
    pub shape: Shape,
}

impl Token {
    /// The token as it stands in its text.
    #[inline]
    pub fn of(self, text: &str) -> &str {
        &text[self.start as usize..self.end as usize]
    }
}

/// What kind of line a sentence is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SentenceKind {
    /// Running text.
    Prose,
    /// A line without a final stop that stands by itself: a headline, a caption, a list item.
    Headline,
    /// Bylines, photo credits, contributor lines, "Read more": no events are sought in it.
    Furniture,
}

/// One sentence; `start..end` are bytes of the text, without the white space around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence {
    pub start: u32,
    pub end: u32,
    /// First byte after a dateline ("WARSAW, Poland (AP) — "); equal to `start` where there is none.
    pub body: u32,
    pub kind: SentenceKind,
    /// Index of its first token, and one past its last, in [`Segments::tokens`].
    pub tokens: (u32, u32),
    /// Whether it opens a paragraph.
    pub opens_paragraph: bool,
}

/// The sentences and tokens of one text. Reused from article to article so that nothing is allocated in between.
#[derive(Default, Debug)]
pub struct Segments {
    pub sentences: Vec<Sentence>,
    pub tokens: Vec<Token>,
    scratch: Scratch,
}

impl Segments {
    /// The tokens of one of the sentences.
    #[inline]
    pub fn tokens_of(&self, sentence: &Sentence) -> &[Token] {
        &self.tokens[sentence.tokens.0 as usize..sentence.tokens.1 as usize]
    }
}

/// Room to work in, kept from text to text.
#[derive(Default, Debug)]
struct Scratch {
    lines: Vec<layout::Line>,
    units: Vec<layout::Unit>,
    furniture: Vec<cues::FurnitureHit>,
    stops: Vec<u32>,
    items: Vec<u32>,
}

/// Which letters a text is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum LetterCase {
    Mixed,
    /// (Almost) no capitals: they tell nothing about where a sentence starts.
    Lower,
    /// (Almost) all capitals.
    Upper,
}

impl LetterCase {
    fn of(text: &str) -> Self {
        let (upper, lower) = runs::count_letters(text);
        if upper * 500 < lower {
            Self::Lower
        } else if lower * 10 < upper {
            Self::Upper
        } else {
            Self::Mixed
        }
    }
}
