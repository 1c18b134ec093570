//! Throughput of the time layer alone over real news: sentences are segmented, looked up and tagged before the clock
//! starts. The rate is in bytes of the texts.
//!
//! The texts are in `../shared/news` (or `$WHODID_NEWS`), which is no part of the project: without it the benchmark says
//! so and measures nothing. `xz` must be at hand.

mod news;
mod rate;
mod tagged;

use jiff::civil::date;
use rate::{mean_time, over_news};
use whodid::Extractor;
use whodid::lexicon::Lexicon;
use whodid::mention::time::{Anchor, TimeGrammar};

/// Texts of a file are taken up to this many bytes.
const ENOUGH: usize = 8 << 20;

fn main() {
    let (lexicon, extractor) = (Lexicon::built_in(), Extractor::built_in());
    let grammar = TimeGrammar::new(&lexicon);
    over_news("time", "time layer alone", ENOUGH, |group, texts, bytes| {
        let articles = tagged::prepare(&extractor, texts);
        let mut found = Vec::new();
        let mut times = 0;
        let seconds = mean_time(group, "times", || {
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
        let rate = bytes / seconds / 1e6;
        seconds.is_finite().then(|| format!("{rate:.0} MB/s, {times} times"))
    });
}
