//! Throughput of the segment stage over real news, and of `unicode-segmentation` over the same texts.
//!
//! Without the texts (see `news/mod.rs`) the benchmark says so and measures nothing.

mod news;

use criterion::measurement::WallTime;
use criterion::{BenchmarkGroup, Criterion, Throughput};
use std::hint::black_box;
use std::time::Instant;
use unicode_segmentation::UnicodeSegmentation;
use whodid::segment::{Segmenter, Segments};

/// Benchmarks `work` over the texts; returns the mean seconds of a round, not a number where it was left out.
fn mean_time(
    group: &mut BenchmarkGroup<WallTime>,
    name: &str,
    texts: &[String],
    mut work: impl FnMut(&str) -> usize,
) -> f64 {
    let (mut seconds, mut all_rounds) = (0.0, 0);
    group.bench_function(name, |bencher| {
        bencher.iter_custom(|rounds| {
            let start = Instant::now();
            for _ in 0..rounds {
                black_box(texts.iter().map(|text| work(text)).sum::<usize>());
            }
            let elapsed = start.elapsed();
            seconds += elapsed.as_secs_f64();
            all_rounds += rounds;
            elapsed
        });
    });
    seconds / all_rounds as f64
}

fn main() {
    let mut criterion = Criterion::default().sample_size(10).configure_from_args();
    let segmenter = Segmenter::built_in();
    let mut segments = Segments::default();
    let mut summary = Vec::new();
    for name in ["conflict", "lk_news_2022"] {
        let texts = match news::texts(name) {
            Ok(texts) => texts,
            Err(reason) => {
                eprintln!("segment/{name}: skipped: {reason}");
                continue;
            }
        };
        let bytes: usize = texts.iter().map(String::len).sum();
        let mut group = criterion.benchmark_group(format!("segment/{name}"));
        group.throughput(Throughput::Bytes(bytes as u64));
        let ours = mean_time(&mut group, "whodid: sentences and tokens", &texts, |text| {
            segmenter.segment(text, &mut segments);
            segments.tokens.len() + segments.sentences.len()
        });
        let theirs = mean_time(&mut group, "unicode-segmentation: sentences and words", &texts, |text| {
            text.unicode_sentences().count() + text.split_word_bound_indices().count()
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
