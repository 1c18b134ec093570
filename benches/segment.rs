//! Throughput of the segment stage over real news, and of `unicode-segmentation` over the same texts.
//!
//! The texts are in `../shared/news` (or `$WHODID_NEWS`), which is no part of the project: without it the benchmark says
//! so and measures nothing. `xz` must be at hand.

mod news;
mod rate;

use criterion::{Criterion, Throughput};
use news::texts;
use rate::mean_time;
use unicode_segmentation::UnicodeSegmentation;
use whodid::segment::{Segmenter, Segments};

/// Texts of a file are taken up to this many bytes.
const ENOUGH: usize = 16 << 20;

fn main() {
    let mut criterion = Criterion::default().sample_size(10).configure_from_args();
    let segmenter = Segmenter::built_in();
    let mut segments = Segments::default();
    let mut summary = Vec::new();
    for name in ["conflict", "lk_news_2022"] {
        let texts = match texts(name, ENOUGH) {
            Ok(texts) => texts,
            Err(reason) => {
                eprintln!("segment/{name}: skipped: {reason}");
                continue;
            }
        };
        let bytes: usize = texts.iter().map(String::len).sum();
        let mut group = criterion.benchmark_group(format!("segment/{name}"));
        group.throughput(Throughput::Bytes(bytes as u64));
        let ours = mean_time(&mut group, "whodid: sentences and tokens", || {
            let found = |text: &String| {
                segmenter.segment(text, &mut segments);
                segments.tokens.len() + segments.sentences.len()
            };
            texts.iter().map(found).sum()
        });
        let theirs = mean_time(&mut group, "unicode-segmentation: sentences and words", || {
            texts.iter().map(|text| text.unicode_sentences().count() + text.split_word_bound_indices().count()).sum()
        });
        group.finish();
        if ours.is_finite() && theirs.is_finite() {
            summary.push(format!("{name} {:.0} MB/s, {:.1} times", bytes as f64 / ours / 1e6, theirs / ours));
        }
    }
    criterion.final_summary();
    if !summary.is_empty() {
        println!("whodid, and against unicode-segmentation: {}", summary.join("; "));
    }
}
