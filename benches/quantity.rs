//! Throughput of the quantity layer alone over real news: sentences are segmented, looked up and tagged, and their times
//! found, before the clock starts. The rate is in bytes of the texts.
//!
//! The texts are in `../shared/news` (or `$WHODID_NEWS`), which is no part of the project: without it the benchmark says
//! so and measures nothing. `xz` must be at hand.

mod news;
mod rate;
mod tagged;

use criterion::{Criterion, Throughput};
use news::texts;
use rate::mean_time;
use whodid::Extractor;
use whodid::lexicon::Lexicon;
use whodid::mention::quantity::QuantityGrammar;

/// Texts of a file are taken up to this many bytes.
const ENOUGH: usize = 8 << 20;

fn main() {
    let mut criterion = Criterion::default().sample_size(10).configure_from_args();
    let (lexicon, extractor) = (Lexicon::built_in(), Extractor::built_in());
    let grammar = QuantityGrammar::new(&lexicon);
    let mut summary = Vec::new();
    for name in ["conflict", "lk_news_2022"] {
        let texts = match texts(name, ENOUGH) {
            Ok(texts) => texts,
            Err(reason) => {
                eprintln!("quantity/{name}: skipped: {reason}");
                continue;
            }
        };
        let bytes: usize = texts.iter().map(String::len).sum();
        let sentences: Vec<_> = tagged::prepare(&extractor, &texts).into_iter().flatten().collect();
        let mut group = criterion.benchmark_group(format!("quantity/{name}"));
        group.throughput(Throughput::Bytes(bytes as u64));
        let mut found = Vec::new();
        let mut counts = 0;
        let seconds = mean_time(&mut group, "counts", || {
            counts = 0;
            for (sentence, busy) in &sentences {
                found.clear();
                grammar.find(&sentence.words(&lexicon), busy, &mut found);
                counts += found.len();
            }
            counts
        });
        group.finish();
        if seconds.is_finite() {
            let rate = bytes as f64 / seconds / 1e6;
            summary.push(format!("{name} {rate:.0} MB/s, {counts} counts in {} sentences", sentences.len()));
        }
    }
    criterion.final_summary();
    if !summary.is_empty() {
        println!("quantity layer alone: {}", summary.join("; "));
    }
}
