//! A small map from short words to values, looked up without allocating.

/// Longest word, in bytes, that a [`WordMap`] holds; longer ones are never found.
const MAX_WORD: usize = 16;

/// A map keyed by words of up to sixteen bytes, blind to the case of ASCII letters.
///
/// A word is packed into one `u128`, so a lookup is a binary search over integers.
#[derive(Clone, Debug)]
pub(super) struct WordMap<V> {
    entries: Vec<(u128, V)>,
}

impl<V> Default for WordMap<V> {
    fn default() -> Self {
        Self {
            entries: Vec::new(),
        }
    }
}

impl<V: Copy> WordMap<V> {
    /// Builds the map; of two entries for one word the later wins. Words that do not fit are left out.
    pub fn from_entries<'a>(entries: impl Iterator<Item = (&'a str, V)>) -> Self {
        let mut packed: Vec<(u128, V)> = entries
            .filter_map(|(word, value)| Some((pack(word.as_bytes())?, value)))
            .collect();
        packed.reverse();
        packed.sort_by_key(|entry| entry.0);
        packed.dedup_by_key(|entry| entry.0);
        Self { entries: packed }
    }

    /// The value of `word`, in any case.
    pub fn get(&self, word: &[u8]) -> Option<V> {
        let key = pack(word)?;
        let index = self
            .entries
            .binary_search_by_key(&key, |entry| entry.0)
            .ok()?;
        Some(self.entries[index].1)
    }
}

/// The word in lower case as a number; `None` where it is empty or too long.
fn pack(word: &[u8]) -> Option<u128> {
    if word.is_empty() || word.len() > MAX_WORD {
        return None;
    }
    let mut bytes = [0; MAX_WORD];
    for (slot, byte) in bytes.iter_mut().zip(word) {
        *slot = byte.to_ascii_lowercase();
    }
    Some(u128::from_le_bytes(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_words_in_any_case_and_takes_the_later_entry() {
        let map = WordMap::from_entries([("Gen", 1), ("inc", 2), ("gen", 3)].into_iter());
        assert_eq!(map.get(b"GEN"), Some(3));
        assert_eq!(map.get(b"Inc"), Some(2));
        assert_eq!(map.get(b"In"), None);
    }

    #[test]
    fn words_too_long_or_empty_are_not_found() {
        let map = WordMap::from_entries([("", 1), ("seventeen-letters", 2)].into_iter());
        assert_eq!(map.get(b""), None);
        assert_eq!(map.get(b"seventeen-letters"), None);
    }
}
