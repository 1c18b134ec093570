//! The speed of the quantity layer alone, over a piece of news: `cargo bench --bench quantity`.

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use std::hint::black_box;
use whodid::grammar::{Tag, TagInput, Tagger, Words};
use whodid::lexicon::{Item, Lexicon, word_hash};
use whodid::mention::quantity::QuantityGrammar;
use whodid::segment::{Segments, Shape, TokenKind};

/// News with more counts than most: nine of its eleven sentences have a number, "no", or a harm.
const TEXT: &str = "At least 133 people were killed in an attack on a concert hall near the capital on Friday, officials \
said. The president vowed to punish those behind it, and flags were lowered to half-mast across the country. Police \
detained 11 suspects, including four gunmen, as they drove towards the border. The foreign ministry thanked its \
partners for their messages of support and said that an investigation was under way. Tens of thousands of residents \
left flowers at the gates. \"We did not know what was happening,\" said a witness who had been in the hall with her \
family. The death toll, initially put at 60, rose to 115 by Saturday evening and is expected to rise further. Talks \
between the two governments had been planned for next week. Markets fell 1.7 percent in early trading, and the \
central bank said that it stood ready to act. No casualties were reported in a second incident in the north.";

fn quantities(criterion: &mut Criterion) {
    let lexicon = Lexicon::built_in();
    let grammar = QuantityGrammar::new(&lexicon);
    let tagger = Tagger::built_in();
    let mut segments = Segments::default();
    lexicon.segmenter().segment(TEXT, &mut segments);
    let word = |at: usize| &TEXT[segments.tokens[at].start as usize..segments.tokens[at].end as usize];
    let hashes: Vec<u64> = (0..segments.tokens.len()).map(|at| word_hash(word(at))).collect();
    let items: Vec<Option<&Item>> = hashes.iter().map(|&hash| lexicon.get(hash)).collect();
    let mut tags = Vec::new();
    for sentence in &segments.sentences {
        let inputs: Vec<TagInput> = (sentence.tokens.0 as usize..sentence.tokens.1 as usize)
            .map(|at| {
                let fixed = match segments.tokens[at].kind {
                    TokenKind::Punct => Some(Tag::PUNCT),
                    TokenKind::Symbol => Some(Tag::SYM),
                    TokenKind::Number => Some(Tag::CD),
                    TokenKind::Word => None,
                };
                TagInput::new(word(at), hashes[at], segments.tokens[at].shape, fixed, true)
            })
            .collect();
        let mut sentence_tags = Vec::new();
        tagger.tag(&inputs, &mut sentence_tags);
        tags.append(&mut sentence_tags);
    }
    let mut group = criterion.benchmark_group("quantity");
    group.throughput(Throughput::Bytes(TEXT.len() as u64));
    group.bench_function("find", |bencher| {
        let mut out = Vec::new();
        bencher.iter(|| {
            out.clear();
            for sentence in &segments.sentences {
                let range = sentence.tokens.0 as usize..sentence.tokens.1 as usize;
                let tokens = &segments.tokens[range.clone()];
                let capitals = tokens.iter().any(|token| token.shape == Shape::Lower);
                let (hashes, items, tags) = (&hashes[range.clone()], &items[range.clone()], &tags[range]);
                let words = Words { text: TEXT, lexicon: &lexicon, tokens, hashes, items, tags, capitals };
                grammar.find(&words, &[], &mut out);
            }
            black_box(out.len())
        });
    });
    group.finish();
}

criterion_group!(benches, quantities);
criterion_main!(benches);
