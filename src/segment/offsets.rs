//! Byte offsets to code point offsets.

/// Turns byte offsets of one text into code point offsets.
///
/// On ASCII text it costs nothing. Elsewhere it counts on from the offset asked before, so that offsets asked in
/// rising order cost one pass over the text in all; an earlier offset starts over from the nearer end.
#[derive(Debug)]
pub struct CodePoints<'t> {
    bytes: &'t [u8],
    ascii: bool,
    byte: usize,
    point: usize,
}

impl<'t> CodePoints<'t> {
    /// A map for `text`.
    pub fn new(text: &'t str) -> Self {
        Self { bytes: text.as_bytes(), ascii: text.is_ascii(), byte: 0, point: 0 }
    }

    /// The number of code points before the byte offset `byte`; an offset past the end counts as the end.
    pub fn at(&mut self, byte: u32) -> u32 {
        let byte = (byte as usize).min(self.bytes.len());
        if self.ascii {
            return byte as u32;
        }
        if byte >= self.byte {
            self.point += count(&self.bytes[self.byte..byte]);
        } else if byte >= self.byte / 2 {
            self.point -= count(&self.bytes[byte..self.byte]);
        } else {
            self.point = count(&self.bytes[..byte]);
        }
        self.byte = byte;
        self.point as u32
    }
}

/// Number of code points that start in `bytes`.
fn count(bytes: &[u8]) -> usize {
    bytes.iter().filter(|&&byte| byte & 0xC0 != 0x80).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_forwards_and_backwards() {
        let text = "a“é”—z";
        let mut points = CodePoints::new(text);
        let offsets: Vec<u32> = text.char_indices().map(|(byte, _)| byte as u32).collect();
        for (point, &byte) in offsets.iter().enumerate() {
            assert_eq!(points.at(byte), point as u32);
        }
        for (point, &byte) in offsets.iter().enumerate().rev() {
            assert_eq!(points.at(byte), point as u32);
        }
        assert_eq!(points.at(1000), 6);
    }
}
