//! Runs of ASCII letters, eight bytes at a time.

use super::Shape;

const LOW_BITS: u64 = 0x0101_0101_0101_0101;
const HIGH_BITS: u64 = 0x80 * LOW_BITS;
/// The bit that sets small letters apart from capitals.
const SMALL_BITS: u64 = 0x20 * LOW_BITS;

/// The end of the run of ASCII letters that starts at `start`, and its shape.
#[inline]
pub(super) fn letter_run(bytes: &[u8], start: usize) -> (usize, Shape) {
    let mut at = start;
    let (mut small, mut capitals) = (0, 0);
    loop {
        let rest = bytes.get(at..).unwrap_or_default();
        let (chunk, length) = match rest.first_chunk() {
            Some(chunk) => (*chunk, 8),
            None => {
                let mut chunk = [0; 8];
                chunk[..rest.len()].copy_from_slice(rest);
                (chunk, rest.len())
            }
        };
        let chunk = u64::from_le_bytes(chunk);
        let others = !letters(chunk) & HIGH_BITS;
        let run = others.trailing_zeros() as usize / 8;
        let inside = if run == 8 {
            u64::MAX
        } else {
            (1 << (run * 8)) - 1
        };
        // The first letter is told apart below.
        let counted = if at == start { inside & !0xFF } else { inside };
        small |= chunk & counted & SMALL_BITS;
        capitals |= !chunk & counted & SMALL_BITS;
        at += run;
        if run < 8 || length < 8 {
            break;
        }
    }
    let first_capital = bytes.get(start).is_some_and(|first| first & 0x20 == 0);
    let shape = match (first_capital, capitals != 0, small != 0) {
        _ if at == start => Shape::None,
        (false, false, _) => Shape::Lower,
        (true, false, _) => Shape::Title,
        (true, true, false) => Shape::Upper,
        _ => Shape::Mixed,
    };
    (at, shape)
}

/// The high bit of each byte that is an ASCII letter; the other bits mean nothing.
#[inline]
fn letters(chunk: u64) -> u64 {
    let seven_bits = (chunk | SMALL_BITS) & !HIGH_BITS;
    // No sum carries into the next byte: 0x7F + 0x1F < 0x100.
    let from_a = seven_bits + (0x80 - b'a' as u64) * LOW_BITS;
    let past_z = seven_bits + (0x80 - (b'z' as u64 + 1)) * LOW_BITS;
    from_a & !past_z & !chunk
}

/// Numbers of ASCII capitals and small letters in the text.
pub(super) fn count_letters(text: &str) -> (usize, usize) {
    // A byte holds the count of up to 255, and lets the compiler count sixteen at once.
    text.as_bytes()
        .chunks(255)
        .fold((0, 0), |(capitals, small), chunk| {
            let count = |from: u8| {
                chunk
                    .iter()
                    .map(|byte| u8::from(byte.wrapping_sub(from) < 26))
                    .sum::<u8>()
            };
            (
                capitals + usize::from(count(b'A')),
                small + usize::from(count(b'a')),
            )
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn simple_run(bytes: &[u8], start: usize) -> (usize, Shape) {
        let run: Vec<u8> = bytes[start..]
            .iter()
            .copied()
            .take_while(u8::is_ascii_alphabetic)
            .collect();
        let capitals = run.iter().filter(|byte| byte.is_ascii_uppercase()).count();
        let shape = match (run.len(), capitals) {
            (0, _) => Shape::None,
            (_, 0) => Shape::Lower,
            (_, 1) if run[0].is_ascii_uppercase() => Shape::Title,
            (all, some) if all == some => Shape::Upper,
            _ => Shape::Mixed,
        };
        (start + run.len(), shape)
    }

    #[test]
    fn every_byte_is_told_apart() {
        for byte in 0..=u8::MAX {
            let bytes = [b'x', byte, b'Y', byte];
            for start in 0..4 {
                assert_eq!(
                    letter_run(&bytes, start),
                    simple_run(&bytes, start),
                    "{bytes:?} {start}"
                );
            }
        }
    }

    proptest! {
        #[test]
        fn agrees_with_the_simple_way(text in "([a-z]{0,12}|[A-Z]{0,12}|[A-Z][a-z]{0,20}|[A-Za-z]{0,20})(\\PC[A-Za-z]{0,9})?") {
            prop_assert_eq!(letter_run(text.as_bytes(), 0), simple_run(text.as_bytes(), 0));
            let capitals = text.bytes().filter(u8::is_ascii_uppercase).count();
            let small = text.bytes().filter(u8::is_ascii_lowercase).count();
            prop_assert_eq!(count_letters(&text), (capitals, small));
        }
    }
}
