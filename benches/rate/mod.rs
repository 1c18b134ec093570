//! The mean time of a piece of work.

use criterion::BenchmarkGroup;
use criterion::measurement::WallTime;
use std::hint::black_box;
use std::time::Instant;

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
