//! A small map from short words to values, looked up without allocating.

/// Longest word, in bytes, that a [`WordMap`] holds; longer ones are never found.
const MAX_WORD: usize = 16;

/// A map keyed by words of up to sixteen bytes.
///
/// A word is packed into one `u128`; the table is open-addressed and at most half full.
#[derive(Clone, Debug)]
pub(super) struct WordMap<V> {
    /// A power of two of slots, or none at all.
    slots: Vec<Option<(u128, V)>>,
    /// By the first byte, the lengths of words that start with it, a bit each: most words that are sought are not
    /// there, and need no more than this.
    lengths: Box<[u32; 256]>,
}

impl<V> Default for WordMap<V> {
    fn default() -> Self {
        Self { slots: Vec::new(), lengths: Box::new([0; 256]) }
    }
}

impl<V: Copy> WordMap<V> {
    /// Builds the map; of two entries for one word the later wins. Words that do not fit are left out.
    pub fn from_entries<'a>(entries: impl Iterator<Item = (&'a str, V)>) -> Self {
        let mut lengths = Box::new([0; 256]);
        let packed: Vec<(u128, V)> = entries
            .filter_map(|(word, value)| {
                let key = pack(word.as_bytes(), |_, byte| byte)?;
                lengths[usize::from(word.as_bytes()[0])] |= 1 << word.len();
                Some((key, value))
            })
            .collect();
        let mut map = Self { slots: vec![None; (packed.len() * 2).next_power_of_two()], lengths };
        for (key, value) in packed {
            let slot = map.slot(key);
            map.slots[slot] = Some((key, value));
        }
        map
    }

    /// The value of `word` as it is written.
    pub fn get(&self, word: &[u8]) -> Option<V> {
        self.find(word, |_, byte| byte)
    }

    /// The value of `word` in small letters.
    pub fn get_lower(&self, word: &[u8]) -> Option<V> {
        self.find(word, |_, byte| byte.to_ascii_lowercase())
    }

    /// The value of `word` in small letters after a capital.
    pub fn get_title(&self, word: &[u8]) -> Option<V> {
        self.find(word, |index, byte| match index {
            0 => byte.to_ascii_uppercase(),
            _ => byte.to_ascii_lowercase(),
        })
    }

    /// The value of `word` in capitals.
    pub fn get_upper(&self, word: &[u8]) -> Option<V> {
        self.find(word, |_, byte| byte.to_ascii_uppercase())
    }

    #[inline]
    fn find(&self, word: &[u8], case: impl Fn(usize, u8) -> u8) -> Option<V> {
        let lengths = self.lengths[usize::from(case(0, *word.first()?))];
        if word.len() > MAX_WORD || lengths >> word.len() & 1 == 0 {
            return None;
        }
        self.slots[self.slot(pack(word, case)?)].map(|(_, value)| value)
    }

    /// The slot that holds the key, or the empty one where it belongs.
    fn slot(&self, key: u128) -> usize {
        let mask = self.slots.len() - 1;
        let mixed = (key as u64 ^ ((key >> 64) as u64).rotate_left(29)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        let mut slot = (mixed >> 32) as usize & mask;
        while self.slots[slot].as_ref().is_some_and(|(found, _)| *found != key) {
            slot = (slot + 1) & mask;
        }
        slot
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
