use std::time::Instant;
use whodid::segment::{Segmenter, Segments};
fn main() {
    let path = std::env::args().nth(1).unwrap();
    let texts: Vec<String> = std::fs::read_to_string(path)
        .unwrap()
        .lines()
        .map(|l| {
            serde_json::from_str::<serde_json::Value>(l).unwrap()["text"]
                .as_str()
                .unwrap_or("")
                .to_owned()
        })
        .collect();
    let bytes: usize = texts.iter().map(|t| t.len()).sum();
    let s = Segmenter::built_in();
    let mut seg = Segments::default();
    let mut best = f64::MAX;
    let reps: usize = std::env::args().nth(2).map_or(5, |r| r.parse().unwrap());
    let mut n = 0;
    for _ in 0..reps {
        let t = Instant::now();
        n = 0;
        for text in &texts {
            s.segment(text, &mut seg);
            n += seg.tokens.len();
        }
        best = best.min(t.elapsed().as_secs_f64());
    }
    println!(
        "{bytes} bytes {n} tokens best {:.1} MB/s",
        bytes as f64 / best / 1e6
    );
}
