//! Punctuation marks by what they do. All take a token as written.

/// A quotation mark that may close: `"`, `'`, `''`, `”`, `’`, `»`.
#[inline]
pub(super) fn is_closing_quote(mark: &[u8]) -> bool {
    matches!(mark, [b'"'] | [b'\''] | [b'\'', b'\''] | [0xE2, 0x80, 0x9D | 0x99] | [0xC2, 0xBB])
}

/// A quotation mark that may open: `"`, `'`, two backticks, `“`, `‘`, `«`.
#[inline]
pub(super) fn is_opening_quote(mark: &[u8]) -> bool {
    matches!(mark, [b'"'] | [b'\''] | [b'`', b'`'] | [0xE2, 0x80, 0x9C | 0x98] | [0xC2, 0xAB])
}

/// `-`, `--`, `–`, `—`.
#[inline]
pub(super) fn is_dash(mark: &[u8]) -> bool {
    matches!(mark, [b'-'] | [b'-', b'-'] | [0xE2, 0x80, 0x93 | 0x94])
}

/// `...` of any length above one, `…`.
#[inline]
pub(super) fn is_ellipsis(mark: &[u8]) -> bool {
    matches!(mark, [b'.', b'.', ..] | [0xE2, 0x80, 0xA6])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_told_apart() {
        for mark in ["\"", "'", "''", "”", "’", "»"] {
            assert!(is_closing_quote(mark.as_bytes()), "{mark}");
        }
        for mark in ["\"", "'", "``", "“", "‘", "«"] {
            assert!(is_opening_quote(mark.as_bytes()), "{mark}");
        }
        for mark in ["-", "--", "–", "—"] {
            assert!(is_dash(mark.as_bytes()), "{mark}");
        }
        assert!(is_ellipsis("…".as_bytes()) && is_ellipsis(b"....") && !is_ellipsis(b"."));
        assert!(!is_closing_quote("“".as_bytes()) && !is_opening_quote("”".as_bytes()));
    }
}
