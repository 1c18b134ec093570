//! Throughput of the segment stage over real news, and of `unicode-segmentation` over the same texts.
//!
//! The texts are in `../shared/news` (or `$WHODID_NEWS`), which is no part of the project: without it the benchmark says
//! so and measures nothing. `xz` must be at hand.

mod news;
mod rate;

use rate::{mean_time, over_news};
use unicode_segmentation::UnicodeSegmentation;
use whodid::segment::{Segmenter, Segments};

/// Texts of a file are taken up to this many bytes.
const ENOUGH: usize = 16 << 20;

fn main() {
    let segmenter = Segmenter::built_in();
    let mut segments = Segments::default();
    over_news("segment", "whodid, and against unicode-segmentation", ENOUGH, |group, texts, bytes| {
        let ours = mean_time(group, "whodid: sentences and tokens", || {
            let found = |text: &String| {
                segmenter.segment(text, &mut segments);
                segments.tokens.len() + segments.sentences.len()
            };
            texts.iter().map(found).sum()
        });
        let theirs = mean_time(group, "unicode-segmentation: sentences and words", || {
            texts.iter().map(|text| text.unicode_sentences().count() + text.split_word_bound_indices().count()).sum()
        });
        let measured = ours.is_finite() && theirs.is_finite();
        measured.then(|| format!("{:.0} MB/s, {:.1} times", bytes / ours / 1e6, theirs / ours))
    });
}
