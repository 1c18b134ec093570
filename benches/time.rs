//! Throughput of the time layer alone over real news: sentences are segmented, looked up and tagged before the clock
//! starts. The rate is in bytes of the texts.
//!
//! The texts are in `../shared/news` (or `$WHODID_NEWS`), which is no part of the project: without it the benchmark says
//! so and measures nothing. `xz` must be at hand.

mod news;
mod rate;
mod tagged;

use criterion::{Criterion, Throughput};
use jiff::civil::date;
use news::texts;
use rate::mean_time;
use whodid::Extractor;
use whodid::lexicon::Lexicon;
use whodid::mention::time::{Anchor, TimeGrammar};

/// Texts of a file are taken up to this many bytes.
const ENOUGH: usize = 8 << 20;

fn main() {
    let mut criterion = Criterion::default().sample_size(10).configure_from_args();
    let (lexicon, extractor) = (Lexicon::built_in(), Extractor::built_in());
    let grammar = TimeGrammar::new(&lexicon);
    let mut summary = Vec::new();
    for name in ["conflict", "lk_news_2022"] {
        let texts = match texts(name, ENOUGH) {
            Ok(texts) => texts,
            Err(reason) => {
                eprintln!("time/{name}: skipped: {reason}");
                continue;
            }
        };
        let bytes: usize = texts.iter().map(String::len).sum();
        let articles = tagged::prepare(&extractor, &texts);
        let mut group = criterion.benchmark_group(format!("time/{name}"));
        group.throughput(Throughput::Bytes(bytes as u64));
        let mut found = Vec::new();
        let mut times = 0;
        let seconds = mean_time(&mut group, "times", || {
            times = 0;
            for sentences in &articles {
                let mut anchor = Anchor::new(Some(date(2024, 3, 23)));
                for (sentence, _) in sentences {
                    found.clear();
                    grammar.find(&sentence.words(&lexicon), &mut anchor, &mut found);
                    times += found.len();
                }
            }
            times
        });
        group.finish();
        if seconds.is_finite() {
            let rate = bytes as f64 / seconds / 1e6;
            summary.push(format!("{name} {rate:.0} MB/s, {times} times"));
        }
    }
    criterion.final_summary();
    if !summary.is_empty() {
        println!("time layer alone: {}", summary.join("; "));
    }
}
