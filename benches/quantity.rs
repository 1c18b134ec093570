//! Throughput of the quantity layer alone over real news: sentences are segmented, looked up and tagged, and their times
//! found, before the clock starts. The rate is in bytes of the texts.
//!
//! The texts are in `../shared/news` (or `$WHODID_NEWS`), which is no part of the project: without it the benchmark says
//! so and measures nothing. `xz` must be at hand.

mod news;
mod rate;
mod tagged;

use rate::{mean_time, over_news};
use whodid::Extractor;
use whodid::lexicon::Lexicon;
use whodid::mention::quantity::QuantityGrammar;

/// Texts of a file are taken up to this many bytes.
const ENOUGH: usize = 8 << 20;

fn main() {
    let (lexicon, extractor) = (Lexicon::built_in(), Extractor::built_in());
    let grammar = QuantityGrammar::new(&lexicon);
    over_news("quantity", "quantity layer alone", ENOUGH, |group, texts, bytes| {
        let sentences: Vec<_> = tagged::prepare(&extractor, texts).into_iter().flatten().collect();
        let mut found = Vec::new();
        let mut counts = 0;
        let seconds = mean_time(group, "counts", || {
            counts = 0;
            for (sentence, busy) in &sentences {
                found.clear();
                grammar.find(&sentence.words(&lexicon), busy, &mut found);
                counts += found.len();
            }
            counts
        });
        let rate = bytes / seconds / 1e6;
        let number = sentences.len();
        seconds.is_finite().then(|| format!("{rate:.0} MB/s, {counts} counts in {number} sentences"))
    });
}
