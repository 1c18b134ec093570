//! Prints what is wrong in the built-in lexicons, and how large they are.

fn main() {
    let (lexicon, errors) = whodid::lexicon::Lexicon::from_files(&whodid::lexicon::LexiconFile::built_in());
    eprintln!("words and phrases, senses, names, roles: {:?}; {} errors", lexicon.sizes(), errors.len());
    for error in &errors {
        println!("{error}");
    }
    for word in std::env::args().skip(1) {
        println!("{word}: {:#?}", lexicon.get(whodid::lexicon::word_hash(&word)));
    }
}
