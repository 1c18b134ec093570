fn main() {
    let t = std::time::Instant::now();
    let (lexicon, errors) = whodid::lexicon::Lexicon::from_texts(&[]);
    eprintln!("{:?} {:?} {} errors", t.elapsed(), lexicon.sizes(), errors.len());
    for error in errors.iter().take(60) {
        println!("{error}");
    }
}
