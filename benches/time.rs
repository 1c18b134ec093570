//! Throughput of the time layer alone over news: sentences that are cut into tokens, looked up and tagged beforehand.
//!
//! The news is `../shared/news/conflict.jsonl.xz` (or in `$WHODID_NEWS`), which is no part of the project and needs `xz`;
//! without it, the articles in `corpus/`.

use criterion::{Criterion, Throughput};
use jiff::civil::Date;
use serde::Deserialize;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::process::Command;
use whodid::grammar::{Tag, TagInput, Tagger, Words};
use whodid::lexicon::{Item, Lexicon, word_hash};
use whodid::mention::time::{Anchor, TimeGrammar};
use whodid::segment::{Segments, TokenKind};

/// Articles are taken up to this many bytes of text.
const ENOUGH: usize = 8 << 20;

#[derive(Deserialize)]
struct Article {
    date: Option<Date>,
    text: String,
}

/// A sentence as the time layer gets it; all vectors have one entry a token.
struct Prepared<'a> {
    tokens: (usize, usize),
    hashes: Vec<u64>,
    items: Vec<Option<&'a Item>>,
    tags: Vec<Tag>,
}

/// The articles of a JSON Lines text, up to [`ENOUGH`] bytes.
fn articles(lines: &[u8]) -> Vec<Article> {
    let mut bytes = 0;
    lines
        .split(|byte| *byte == b'\n')
        .filter_map(|line| serde_json::from_slice::<Article>(line).ok())
        .take_while(|article| {
            bytes += article.text.len();
            bytes <= ENOUGH
        })
        .collect()
}

/// The conflict news where it is at hand.
fn news() -> Option<Vec<u8>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = std::env::var_os("WHODID_NEWS")
        .map(PathBuf::from)
        .or_else(|| root.ancestors().map(|above| above.join("shared/news")).find(|news| news.is_dir()))?;
    let unpacked = Command::new("xz").arg("-dc").arg(folder.join("conflict.jsonl.xz")).output().ok()?;
    unpacked.status.success().then_some(unpacked.stdout)
}

fn main() {
    let mut criterion = Criterion::default().sample_size(10).configure_from_args();
    let (name, lines) = match news() {
        Some(lines) => ("conflict", lines),
        None => (
            "corpus",
            std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/articles.jsonl")).unwrap_or_default(),
        ),
    };
    let articles = articles(&lines);
    let bytes: usize = articles.iter().map(|article| article.text.len()).sum();
    if bytes == 0 {
        eprintln!("time: skipped: no articles");
        return;
    }
    let (lexicon, tagger) = (Lexicon::built_in(), Tagger::built_in());
    let times = TimeGrammar::new(&lexicon);
    let prepared: Vec<_> = articles.iter().map(|article| prepare(&lexicon, &tagger, &article.text)).collect();
    let mut found = Vec::new();
    let mut group = criterion.benchmark_group("time");
    group.throughput(Throughput::Bytes(bytes as u64));
    group.bench_function(name, |bencher| {
        bencher.iter(|| {
            let mut count = 0;
            for (article, (segments, sentences)) in articles.iter().zip(&prepared) {
                let mut anchor = Anchor::new(article.date);
                for Prepared { tokens, hashes, items, tags } in sentences {
                    let tokens = &segments.tokens[tokens.0..tokens.1];
                    let words =
                        Words { text: &article.text, lexicon: &lexicon, tokens, hashes, items, tags, capitals: true };
                    found.clear();
                    times.find(&words, &mut anchor, &mut found);
                    count += found.len();
                }
            }
            black_box(count)
        });
    });
    group.finish();
    criterion.final_summary();
}

/// Cuts a text into sentences and tokens, looks the tokens up and tags them.
fn prepare<'a>(lexicon: &'a Lexicon, tagger: &Tagger, text: &str) -> (Segments, Vec<Prepared<'a>>) {
    let mut segments = Segments::default();
    lexicon.segmenter().segment(text, &mut segments);
    let mut others = Vec::new();
    let sentences = segments.sentences.iter().map(|sentence| {
        let span = (sentence.tokens.0 as usize, sentence.tokens.1 as usize);
        let tokens = &segments.tokens[span.0..span.1];
        let word = |at: usize| &text[tokens[at].start as usize..tokens[at].end as usize];
        let hashes: Vec<u64> = (0..tokens.len()).map(|at| word_hash(word(at))).collect();
        let items: Vec<_> = hashes.iter().map(|&hash| lexicon.get(hash)).collect();
        let fixed = |at: usize| match tokens[at].kind {
            TokenKind::Punct => Some(Tag::PUNCT),
            TokenKind::Symbol => Some(Tag::SYM),
            TokenKind::Number => Some(Tag::CD),
            TokenKind::Word => None,
        };
        let input = |at| TagInput::new(word(at), hashes[at], items[at], tokens[at].shape, fixed(at), true);
        let inputs: Vec<_> = (0..tokens.len()).map(input).collect();
        let mut tags = Vec::new();
        tagger.tag(&inputs, &mut tags, &mut others);
        Prepared { tokens: span, hashes, items, tags }
    });
    let sentences = sentences.collect();
    (segments, sentences)
}
