//! Pieces of work over real news, and their mean time.

use super::news::texts;
use criterion::measurement::WallTime;
use criterion::{BenchmarkGroup, Criterion, Throughput};
use std::hint::black_box;
use std::time::Instant;

/// Benchmarks `work` over two kinds of news, texts of each up to `enough` bytes, in groups named by `bench`; prints what it
/// says of each, behind `title`. It gets the texts and their bytes.
pub fn over_news(
    bench: &str,
    title: &str,
    enough: usize,
    mut work: impl FnMut(&mut BenchmarkGroup<WallTime>, &[String], f64) -> Option<String>,
) {
    let mut criterion = Criterion::default().sample_size(10).configure_from_args();
    let mut summary = Vec::new();
    for name in ["conflict", "lk_news_2022"] {
        let texts = match texts(name, enough) {
            Ok(texts) => texts,
            Err(reason) => {
                eprintln!("{bench}/{name}: skipped: {reason}");
                continue;
            }
        };
        let bytes: usize = texts.iter().map(String::len).sum();
        let mut group = criterion.benchmark_group(format!("{bench}/{name}"));
        group.throughput(Throughput::Bytes(bytes as u64));
        let said = work(&mut group, &texts, bytes as f64);
        group.finish();
        summary.extend(said.map(|said| format!("{name} {said}")));
    }
    criterion.final_summary();
    if !summary.is_empty() {
        println!("{title}: {}", summary.join("; "));
    }
}

/// Benchmarks `work`; returns the mean seconds of a round, not a number where it was left out.
pub fn mean_time(group: &mut BenchmarkGroup<WallTime>, name: &str, mut work: impl FnMut() -> usize) -> f64 {
    let (mut seconds, mut all_rounds) = (0.0, 0);
    group.bench_function(name, |bencher| {
        bencher.iter_custom(|rounds| {
            let start = Instant::now();
            for _ in 0..rounds {
                black_box(work());
            }
            let elapsed = start.elapsed();
            seconds += elapsed.as_secs_f64();
            all_rounds += rounds;
            elapsed
        });
    });
    seconds / all_rounds as f64
}
