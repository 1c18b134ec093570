//! Throughput of the quantity layer alone over real news: sentences are segmented, looked up and tagged, and their times
//! found, before the clock starts. The rate is in bytes of the texts.
//!
//! The texts are in `../shared/news` (or `$WHODID_NEWS`), which is no part of the project: without it the benchmark says
//! so and measures nothing. `xz` must be at hand.

mod common;

use common::{mean_time, texts};
use criterion::{Criterion, Throughput};
use whodid::grammar::{Tag, Words};
use whodid::lexicon::{Item, Lexicon};
use whodid::mention::quantity::QuantityGrammar;
use whodid::segment::Token;
use whodid::{Extractor, Workspace};

/// Texts of a file are taken up to this many bytes.
const ENOUGH: usize = 8 << 20;

/// A sentence as the layers above the tags get it, kept.
struct Sentence<'a> {
    text: &'a str,
    tokens: Vec<Token>,
    hashes: Vec<u64>,
    items: Vec<Option<&'a Item>>,
    tags: Vec<Tag>,
    capitals: bool,
    busy: Vec<(usize, usize)>,
}

impl Sentence<'_> {
    fn words<'s>(&'s self, lexicon: &'s Lexicon) -> Words<'s, 's> {
        let Sentence { text, tokens, hashes, items, tags, capitals, .. } = self;
        Words { text, lexicon, tokens, hashes, items, tags, capitals: *capitals }
    }
}

fn prepare<'a>(extractor: &'a Extractor, texts: &'a [String]) -> Vec<Sentence<'a>> {
    let mut workspace = Workspace::default();
    let mut sentences = Vec::new();
    for text in texts {
        extractor.tagged(text, None, &mut workspace, |words, busy| {
            sentences.push(Sentence {
                text: words.text,
                tokens: words.tokens.to_vec(),
                hashes: words.hashes.to_vec(),
                items: words.items.to_vec(),
                tags: words.tags.to_vec(),
                capitals: words.capitals,
                busy: busy.to_vec(),
            });
        });
    }
    sentences
}

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
        let sentences = prepare(&extractor, &texts);
        let mut group = criterion.benchmark_group(format!("quantity/{name}"));
        group.throughput(Throughput::Bytes(bytes as u64));
        let mut found = Vec::new();
        let mut counts = 0;
        let seconds = mean_time(&mut group, "counts", || {
            counts = 0;
            for sentence in &sentences {
                found.clear();
                grammar.find(&sentence.words(&lexicon), &sentence.busy, &mut found);
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
