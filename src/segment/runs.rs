//! Runs of ASCII letters, sixteen bytes at a time.

use super::Shape;

/// The end of the run of ASCII letters that starts at `start`, and its shape. There is a letter at `start`.
#[inline]
pub(super) fn letter_run(bytes: &[u8], start: usize) -> (usize, Shape) {
    if let Some(chunk) = bytes.get(start..).and_then(<[u8]>::first_chunk) {
        let masks = Masks::of(chunk);
        let run = masks.letters.trailing_ones();
        if run < 16 {
            let inside = (1 << run) - 1;
            let shape = match masks.capitals & inside {
                0 => Shape::Lower,
                1 => Shape::Title,
                all if all == inside => Shape::Upper,
                _ => Shape::Mixed,
            };
            return (start + run as usize, shape);
        }
    }
    simple_run(bytes, start)
}

/// [`letter_run`] letter by letter: for words of sixteen letters and more, and for the end of the text.
#[cold]
fn simple_run(bytes: &[u8], start: usize) -> (usize, Shape) {
    let rest = bytes.get(start..).unwrap_or_default();
    let length = rest.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
    let word = &rest[..length];
    let capitals = word.iter().filter(|byte| byte.is_ascii_uppercase()).count();
    let shape = match capitals {
        0 => Shape::Lower,
        1 if word[0].is_ascii_uppercase() => Shape::Title,
        _ if capitals == length => Shape::Upper,
        _ => Shape::Mixed,
    };
    (start + length, shape)
}

/// What sixteen bytes are, a bit a byte.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Masks {
    letters: u32,
    /// Of the letters, the capitals; of other bytes it means nothing.
    capitals: u32,
}

impl Masks {
    #[cfg(target_arch = "x86_64")]
    #[inline]
    fn of(chunk: &[u8; 16]) -> Self {
        // SAFETY: SSE2 is part of every x86-64; the function needs nothing else, least of all of memory.
        unsafe { Self::with_sse2(chunk) }
    }

    #[cfg(target_arch = "x86_64")]
    #[target_feature(enable = "sse2")]
    #[inline]
    fn with_sse2(chunk: &[u8; 16]) -> Self {
        use std::arch::x86_64::{
            _mm_add_epi8, _mm_cmplt_epi8, _mm_movemask_epi8, _mm_or_si128, _mm_set_epi64x, _mm_set1_epi8,
            _mm_slli_epi16,
        };
        let whole = u128::from_le_bytes(*chunk);
        let bytes = _mm_set_epi64x((whole >> 64) as i64, whole as i64);
        let small = _mm_or_si128(bytes, _mm_set1_epi8(0x20));
        // Shifts "a"..="z" to the 26 lowest signed bytes.
        let shifted = _mm_add_epi8(small, _mm_set1_epi8((0x80 - b'a') as i8));
        let letters = _mm_cmplt_epi8(shifted, _mm_set1_epi8(-128 + 26));
        // The bit that makes a letter small, moved to the top of its byte.
        let small = _mm_movemask_epi8(_mm_slli_epi16(bytes, 2)) as u32;
        Self { letters: _mm_movemask_epi8(letters) as u32, capitals: !small & 0xFFFF }
    }

    #[cfg(not(target_arch = "x86_64"))]
    #[inline]
    fn of(chunk: &[u8; 16]) -> Self {
        Self::portable(chunk)
    }

    /// [`Self::of`] on any machine.
    #[cfg(any(test, not(target_arch = "x86_64")))]
    fn portable(chunk: &[u8; 16]) -> Self {
        let mask = |test: fn(&u8) -> bool| {
            let bits = chunk.iter().enumerate();
            bits.fold(0, |mask, (index, byte)| mask | u32::from(test(byte)) << index)
        };
        Self { letters: mask(u8::is_ascii_alphabetic), capitals: mask(|byte| byte & 0x20 == 0) }
    }
}

/// Numbers of ASCII capitals and small letters in the text.
pub(super) fn count_letters(text: &str) -> (usize, usize) {
    // A byte holds the count of up to 255, and lets the compiler count sixteen at once.
    text.as_bytes().chunks(255).fold((0, 0), |(capitals, small), chunk| {
        let count = |from: u8| chunk.iter().map(|byte| u8::from(byte.wrapping_sub(from) < 26)).sum::<u8>();
        (capitals + usize::from(count(b'A')), small + usize::from(count(b'a')))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn every_byte_is_told_apart() {
        for byte in 0..=u8::MAX {
            for place in 0..16 {
                let mut bytes = *b"abcDefghIjklMnop";
                bytes[place] = byte;
                assert_eq!(Masks::of(&bytes), Masks::portable(&bytes));
            }
        }
    }

    proptest! {
        #[test]
        fn agrees_with_the_simple_way(
            text in "([a-z]{1,12}|[A-Z]{1,12}|[A-Z][a-z]{0,20}|[A-Za-z]{1,20})(\\PC[A-Za-z ]{0,29})?",
        ) {
            prop_assert_eq!(letter_run(text.as_bytes(), 0), simple_run(text.as_bytes(), 0));
            let capitals = text.bytes().filter(u8::is_ascii_uppercase).count();
            let small = text.bytes().filter(u8::is_ascii_lowercase).count();
            prop_assert_eq!(count_letters(&text), (capitals, small));
        }
    }
}
