//! Throughput of the segment stage over real news, and of `unicode-segmentation` over the same texts.
//!
//! The texts are in `../shared/news` (or `$WHODID_NEWS`), which is no part of the project: without it the benchmark says
//! so and measures nothing. `xz` must be at hand.

use criterion::{Criterion, Throughput};
use serde::Deserialize;
use std::path::PathBuf;
use std::process::Command;
use unicode_segmentation::UnicodeSegmentation;
use whodid::segment::{Segmenter, Segments};

/// Texts of a file are taken up to this many bytes.
const ENOUGH: usize = 16 << 20;

#[derive(Deserialize)]
struct Record {
    text: String,
}

/// The texts of `name`, or what is missing.
fn texts(name: &str) -> Result<Vec<String>, String> {
    let folder = std::env::var_os("WHODID_NEWS").map_or_else(
        || {
            let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
            root.ancestors()
                .map(|above| above.join("shared/news"))
                .find(|news| news.is_dir())
                .unwrap_or_default()
        },
        PathBuf::from,
    );
    let path = folder.join(format!("{name}.jsonl.xz"));
    let unpacked = Command::new("xz")
        .arg("-dc")
        .arg(&path)
        .output()
        .map_err(|error| format!("xz: {error}"))?;
    if !unpacked.status.success() {
        return Err(format!("{} cannot be read", path.display()));
    }
    let mut bytes = 0;
    unpacked
        .stdout
        .split(|byte| *byte == b'\n')
        .filter(|line| !line.is_empty())
        .map(|line| serde_json::from_slice(line).map(|record: Record| record.text))
        .take_while(|text| {
            bytes += text.as_ref().map_or(0, String::len);
            bytes <= ENOUGH
        })
        .collect::<Result<_, _>>()
        .map_err(|error| error.to_string())
}

fn main() {
    let mut criterion = Criterion::default().sample_size(10).configure_from_args();
    let segmenter = Segmenter::built_in();
    let mut segments = Segments::default();
    for name in ["conflict", "lk_news_2022"] {
        let texts = match texts(name) {
            Ok(texts) => texts,
            Err(reason) => {
                eprintln!("segment/{name}: skipped: {reason}");
                continue;
            }
        };
        let mut group = criterion.benchmark_group(format!("segment/{name}"));
        group.throughput(Throughput::Bytes(
            texts.iter().map(|text| text.len() as u64).sum(),
        ));
        group.bench_function("whodid: sentences and tokens", |bencher| {
            bencher.iter(|| {
                texts
                    .iter()
                    .map(|text| {
                        segmenter.segment(text, &mut segments);
                        segments.tokens.len() + segments.sentences.len()
                    })
                    .sum::<usize>()
            });
        });
        group.bench_function("unicode-segmentation: sentences and words", |bencher| {
            bencher.iter(|| {
                texts
                    .iter()
                    .map(|text| {
                        text.unicode_sentences().count() + text.split_word_bound_indices().count()
                    })
                    .sum::<usize>()
            });
        });
        group.finish();
    }
    criterion.final_summary();
}
