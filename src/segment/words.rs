//! Word boundaries of Unicode Standard Annex #29, fast where news is: ASCII, Latin letters and the usual typographic
//! marks are decided here, every other character is left to `unicode-segmentation`, one segment at a time.
//!
//! [`next_boundary`] gives the crate's answer for every text; the tests hold it to that.

use unicode_segmentation::UnicodeSegmentation;

/// The word-break property of a character, as far as it is decided here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum WordClass {
    /// Stands alone: punctuation, symbols, controls.
    Other,
    Letter,
    Digit,
    /// "_".
    Connector,
    /// Joins letters: "·" (and ":" up to Unicode 15).
    MidLetter,
    /// Joins digits: "," and ";".
    MidNumber,
    /// Joins either: ".", "'", "‘", "’".
    MidBoth,
    /// The ASCII space: runs of it are one segment.
    Space,
    Return,
    Newline,
    /// The first byte of a character outside ASCII; see [`class_at`].
    Lead,
    /// Anything the crate has to decide.
    Unknown,
}

use WordClass::*;

/// Class by first byte.
static CLASSES: [WordClass; 256] = {
    let mut table = [Other; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = match byte as u8 {
            b'a'..=b'z' | b'A'..=b'Z' => Letter,
            b'0'..=b'9' => Digit,
            b'_' => Connector,
            b',' | b';' => MidNumber,
            b':' => MidLetter,
            b'.' | b'\'' => MidBoth,
            b' ' => Space,
            b'\r' => Return,
            b'\n' => Newline,
            0xC2..=0xC9 | 0xE2 => Lead,
            0x80.. => Unknown,
            _ => Other,
        };
        byte += 1;
    }
    table
};

/// Class of an ASCII byte, `Lead` or `Unknown` for others.
#[inline]
pub(super) fn byte_class(byte: u8) -> WordClass {
    CLASSES[byte as usize]
}

/// Class and length in bytes of the character at `at`; the end of the text is `Other` of length 0.
#[inline]
pub(super) fn class_at(bytes: &[u8], at: usize) -> (WordClass, usize) {
    let Some(&byte) = bytes.get(at) else {
        return (Other, 0);
    };
    match byte_class(byte) {
        Lead => wide_class(bytes, at),
        class => (class, 1),
    }
}

/// [`class_at`] for the characters of two and three bytes that are decided here.
fn wide_class(bytes: &[u8], at: usize) -> (WordClass, usize) {
    let second = bytes.get(at + 1).copied().unwrap_or(0);
    match (bytes[at], second) {
        (0xC2, 0xAD) => (Unknown, 2),
        (0xC2, 0xAA | 0xB5 | 0xB8 | 0xBA) => (Letter, 2),
        (0xC2, 0xB7) => (MidLetter, 2),
        (0xC2, _) => (Other, 2),
        (0xC3, 0x97 | 0xB7) => (Other, 2),
        (0xC3..=0xC9, _) => (Letter, 2),
        (0xE2, 0x80) => match bytes.get(at + 2).copied().unwrap_or(0) {
            0x98 | 0x99 => (MidBoth, 3),
            0x93..=0x95 | 0x9A | 0x9C..=0x9E | 0xA0..=0xA2 | 0xA6 => (Other, 3),
            _ => (Unknown, 3),
        },
        (0xE2, 0x82) if bytes.get(at + 2) == Some(&0xAC) => (Other, 3),
        _ => (Unknown, 1),
    }
}

/// End of the segment that starts at `start`, which must be a word boundary of `text` and lie before its end.
pub(super) fn next_boundary(text: &str, start: usize) -> usize {
    fast_boundary(text.as_bytes(), start).unwrap_or_else(|| crate_boundary(text, start))
}

/// [`next_boundary`] as the crate finds it.
pub(super) fn crate_boundary(text: &str, start: usize) -> usize {
    let rest = &text[start..];
    start + rest.split_word_bounds().next().map_or(rest.len(), str::len)
}

/// [`next_boundary`] where every character it depends on is decided here.
fn fast_boundary(bytes: &[u8], start: usize) -> Option<usize> {
    let (first, length) = class_at(bytes, start);
    let mut at = start + length;
    match first {
        Letter | Digit | Connector => word_end(bytes, at, first),
        Space => loop {
            match class_at(bytes, at).0 {
                Space => at += 1,
                Unknown => return None,
                _ => return Some(at),
            }
        },
        Return if bytes.get(at) == Some(&b'\n') => Some(at + 1),
        Return | Newline => Some(at),
        Unknown | Lead => None,
        Other | MidLetter | MidNumber | MidBoth => match class_at(bytes, at).0 {
            Unknown => None,
            _ => Some(at),
        },
    }
}

/// End of a word or number, from behind its first character.
fn word_end(bytes: &[u8], mut at: usize, mut last: WordClass) -> Option<usize> {
    loop {
        let (class, length) = class_at(bytes, at);
        match (last, class) {
            (_, Letter | Digit | Connector) => {
                last = class;
                at += length;
            }
            (_, Unknown) => return None,
            (Letter, MidLetter | MidBoth) | (Digit, MidNumber | MidBoth) => {
                let (next, next_length) = class_at(bytes, at + length);
                if next == last {
                    at += length + next_length;
                } else if next == Unknown {
                    return None;
                } else {
                    return Some(at);
                }
            }
            _ => return Some(at),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::segment::oracle::check_words;

    #[test]
    fn every_pair_and_triple_of_telling_characters() {
        let telling: Vec<char> =
            "aZé0_.,:;'‘’\"“”-–—… \u{a0}\u{ad}\u{b7}\t\r\n\u{85}×ŝ%€©\u{301}\u{200d}\u{202f}א中😀\u{2003}"
                .chars()
                .collect();
        for &a in &telling {
            for &b in &telling {
                for &c in &telling {
                    let text: String = [a, b, c, 'x'].iter().collect();
                    check_words(&text);
                }
            }
        }
    }

    #[test]
    fn every_character_decided_here() {
        for c in ('\0'..='\u{250}').chain('\u{2010}'..='\u{20ad}') {
            for (before, after) in
                [("a", "a"), ("0", "0"), ("a", "0"), (" ", " "), ("_", "_"), ("a.", "a"), ("0,", "0"), ("\r", "\n")]
            {
                let text = format!("{before}{c}{after}");
                check_words(&text);
            }
        }
    }
}
