//! One hash a token, shared by every lexicon and by the tagger.
//!
//! The hash is of the word in small letters with straight apostrophes, so "Attack", "ATTACK" and "attack" are one key.

use crate::segment::Token;

const MULTIPLIER: u64 = 0x517c_c1b7_2722_0a95;

/// The key of a word: a 64-bit hash of its small-letter form. `’` counts as `'`.
///
/// ```
/// use whodid::lexicon::word_hash;
/// assert_eq!(word_hash("Kyiv’s"), word_hash("KYIV'S"));
/// assert_eq!(word_hash("ÉLYSÉE"), word_hash("Élysée"));
/// assert_ne!(word_hash("attack"), word_hash("attacks"));
/// ```
pub fn word_hash(word: &str) -> u64 {
    if word.is_ascii() { hash_bytes(word.as_bytes()) } else { hash_other(word) }
}

/// The keys of the words that these tokens of a text are.
pub fn word_hashes(text: &str, tokens: &[Token]) -> impl Iterator<Item = u64> {
    tokens.iter().map(|token| word_hash(token.of(text)))
}

/// A hash of the exact characters.
pub(super) fn exact_hash(text: &str) -> u64 {
    let mut hash = text.len() as u64;
    for chunk in text.as_bytes().chunks(8) {
        let mut eight = [0u8; 8];
        eight[..chunk.len()].copy_from_slice(chunk);
        hash = mix(hash, u64::from_le_bytes(eight));
    }
    finish(hash)
}

/// Continues a hash with one more word: the key of a phrase's first words.
#[inline]
pub fn join_hash(left: u64, right: u64) -> u64 {
    mix(left, right.rotate_left(17) ^ 0x9e37_79b9_7f4a_7c15)
}

#[inline]
fn mix(hash: u64, value: u64) -> u64 {
    (hash.rotate_left(5) ^ value).wrapping_mul(MULTIPLIER)
}

/// Eight ASCII bytes in small letters: bit 5 is set on the bytes from `A` to `Z` (no byte has its top bit set).
#[inline]
fn lower_eight(x: u64) -> u64 {
    const ONES: u64 = 0x0101_0101_0101_0101;
    let from_a = x.wrapping_add(ONES * (0x80 - b'A' as u64));
    let past_z = x.wrapping_add(ONES * (0x80 - b'Z' as u64 - 1));
    x | (((from_a & !past_z) & (ONES * 0x80)) >> 2)
}

fn hash_bytes(bytes: &[u8]) -> u64 {
    let mut hash = bytes.len() as u64;
    let mut chunks = bytes.chunks_exact(8);
    for chunk in &mut chunks {
        let mut eight = [0u8; 8];
        eight.copy_from_slice(chunk);
        hash = mix(hash, lower_eight(u64::from_le_bytes(eight)));
    }
    let rest = chunks.remainder();
    if !rest.is_empty() {
        let mut eight = [0u8; 8];
        eight[..rest.len()].copy_from_slice(rest);
        hash = mix(hash, lower_eight(u64::from_le_bytes(eight)));
    }
    finish(hash)
}

#[inline]
fn finish(hash: u64) -> u64 {
    (hash ^ (hash >> 32)).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

/// The slow way, for words with a letter outside ASCII. Gives the ASCII hash where folding leaves only ASCII.
#[cold]
fn hash_other(word: &str) -> u64 {
    let mut buffer = [0u8; 64];
    let mut length = 0;
    for letter in word.chars() {
        let letter = if letter == '\u{2019}' || letter == '\u{2018}' { '\'' } else { letter };
        for small in letter.to_lowercase() {
            if length + small.len_utf8() > buffer.len() {
                // Longer than any lexicon word: the hash of its beginning and length is key enough.
                return mix(hash_bytes(&buffer[..length]), word.len() as u64);
            }
            length += small.encode_utf8(&mut buffer[length..]).len();
        }
    }
    if buffer[..length].is_ascii() {
        return hash_bytes(&buffer[..length]);
    }
    let mut hash = length as u64;
    for chunk in buffer[..length].chunks(8) {
        let mut eight = [0u8; 8];
        eight[..chunk.len()].copy_from_slice(chunk);
        hash = mix(hash, u64::from_le_bytes(eight));
    }
    finish(hash)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn case_does_not_matter(word in "[a-zA-Z0-9'.@\\[`{-]{0,30}") {
            prop_assert_eq!(word_hash(&word), word_hash(&word.to_ascii_uppercase()));
            prop_assert_eq!(word_hash(&word), word_hash(&word.to_ascii_lowercase()));
        }

        #[test]
        fn any_text_has_a_hash(word in "\\PC*") {
            word_hash(&word);
        }
    }
}
