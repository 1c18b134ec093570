//! How fast names are found in news by lexicons of 1,000 to 200,000 entries, and how long the built-in lexicons take to build.
//!
//! The entries are pairs of words of the built-in places' names, so that many begin like words of the text. Without the
//! texts (see `news/mod.rs`) the benchmark says so and measures the building only.

mod news;

use criterion::{Criterion, Throughput};
use std::collections::BTreeSet;
use std::hint::black_box;
use whodid::lexicon::{Item, Lexicon, LexiconFile, join_hash, word_hashes};
use whodid::segment::{Segmenter, Segments};

/// Texts are taken up to this many bytes.
const ENOUGH: usize = 16 << 20;

/// Numbers of entries.
const SIZES: [usize; 4] = [1_000, 10_000, 50_000, 200_000];

/// A lexicon of so many names of one and two words: the words of the built-in places' names, then pairs of them.
fn lexicon(entries: usize) -> Lexicon {
    let files = LexiconFile::built_in();
    let places = files.iter().filter(|file| file.text.lines().any(|line| line.starts_with("city\t")));
    let words: BTreeSet<&str> = places
        .flat_map(|file| file.text.lines())
        .filter(|line| !line.starts_with('#'))
        .flat_map(|line| line.split('\t').next().unwrap_or_default().split(' '))
        .filter(|word| word.chars().all(char::is_alphabetic) && word.chars().next().is_some_and(char::is_uppercase))
        .collect();
    let words: Vec<&str> = words.into_iter().collect();
    let mut text = String::from("city\tiso3\n");
    for at in 0..entries {
        let first = words[at * 7 % words.len()];
        let second = words[(at * 13 + at / words.len()) % words.len()];
        let second = if at % 2 == 0 { "" } else { second };
        text.push_str(&format!("{first} {second}\tFRA\n"));
    }
    let (lexicon, errors) = Lexicon::from_files(&[LexiconFile { path: "made".into(), text: text.into(), layer: 0 }]);
    assert_eq!(errors, []);
    lexicon
}

/// How many names of one or more words stand in a sentence.
fn names(lexicon: &Lexicon, hashes: &[u64], items: &[Option<&Item>]) -> usize {
    let mut count = 0;
    for (at, item) in items.iter().enumerate() {
        let Some(item) = item else { continue };
        count += usize::from(!item.names.is_empty());
        let mut phrase = hashes[at];
        for &next in hashes[at + 1..].iter().take(usize::from(item.longest).saturating_sub(1)) {
            phrase = join_hash(phrase, next);
            count += usize::from(lexicon.get(phrase).is_some_and(|item| !item.names.is_empty()));
        }
    }
    count
}

fn main() {
    let mut criterion = Criterion::default().sample_size(10).configure_from_args();
    criterion.bench_function("lexicon/build: built-in", |bencher| bencher.iter(|| black_box(Lexicon::built_in())));
    match news::texts("conflict", ENOUGH) {
        Err(reason) => eprintln!("lexicon/conflict: skipped: {reason}"),
        Ok(texts) => {
            let mut group = criterion.benchmark_group("lexicon/conflict");
            group.throughput(Throughput::Bytes(texts.iter().map(|text| text.len() as u64).sum()));
            let segmenter = Segmenter::built_in();
            for entries in SIZES {
                let lexicon = lexicon(entries);
                group.bench_function(format!("tokens, hashes and names of {entries} entries"), |bencher| {
                    bencher.iter(|| {
                        let mut segments = Segments::default();
                        let (mut hashes, mut count) = (Vec::new(), 0);
                        for text in &texts {
                            segmenter.segment(text, &mut segments);
                            hashes.clear();
                            hashes.extend(word_hashes(text, &segments.tokens));
                            let mut items = Vec::with_capacity(hashes.len());
                            black_box(lexicon.look_up(&hashes, &mut items));
                            count += names(&lexicon, &hashes, &items);
                        }
                        black_box(count)
                    });
                });
            }
            group.finish();
        }
    }
    criterion.final_summary();
}
