//! A small map from short words to values, looked up without allocating.

/// Longest word, in bytes, that a [`WordMap`] holds; longer ones are never found.
const MAX_WORD: usize = 16;

/// A map keyed by words of up to sixteen bytes.
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
            .filter_map(|(word, value)| Some((pack(word.as_bytes(), |_, byte| byte)?, value)))
            .collect();
        packed.reverse();
        packed.sort_by_key(|entry| entry.0);
        packed.dedup_by_key(|entry| entry.0);
        Self { entries: packed }
    }

    /// The value of `word` as it is written.
    pub fn get(&self, word: &[u8]) -> Option<V> {
        self.find(pack(word, |_, byte| byte)?)
    }

    /// The value of `word` in small letters.
    pub fn get_lower(&self, word: &[u8]) -> Option<V> {
        self.find(pack(word, |_, byte| byte.to_ascii_lowercase())?)
    }

    /// The value of `word` in small letters after a capital.
    pub fn get_title(&self, word: &[u8]) -> Option<V> {
        self.find(pack(word, |index, byte| match index {
            0 => byte.to_ascii_uppercase(),
            _ => byte.to_ascii_lowercase(),
        })?)
    }

    /// The value of `word` in capitals.
    pub fn get_upper(&self, word: &[u8]) -> Option<V> {
        self.find(pack(word, |_, byte| byte.to_ascii_uppercase())?)
    }

    fn find(&self, key: u128) -> Option<V> {
        let index = self
            .entries
            .binary_search_by_key(&key, |entry| entry.0)
            .ok()?;
        Some(self.entries[index].1)
    }
}

/// The word as a number, each byte written as `case` says; `None` where it is empty or too long.
fn pack(word: &[u8], case: impl Fn(usize, u8) -> u8) -> Option<u128> {
    if word.is_empty() || word.len() > MAX_WORD {
        return None;
    }
    let mut bytes = [0; MAX_WORD];
    for (index, byte) in word.iter().enumerate() {
        bytes[index] = case(index, *byte);
    }
    Some(u128::from_le_bytes(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_words_as_written_and_takes_the_later_entry() {
        let map = WordMap::from_entries([("Gen", 1), ("inc", 2), ("Gen", 3)].into_iter());
        assert_eq!(map.get(b"Gen"), Some(3));
        assert_eq!(map.get(b"GEN"), None);
        assert_eq!(map.get_title(b"GEN"), Some(3));
        assert_eq!(map.get_lower(b"Inc"), Some(2));
        assert_eq!(map.get_upper(b"Inc"), None);
        assert_eq!(map.get(b"In"), None);
    }

    #[test]
    fn words_too_long_or_empty_are_not_found() {
        let map = WordMap::from_entries([("", 1), ("seventeen-letters", 2)].into_iter());
        assert_eq!(map.get(b""), None);
        assert_eq!(map.get(b"seventeen-letters"), None);
    }
}
