//! Trains or tests the part-of-speech tagger on Universal Dependencies tables.
//!
//!     cargo run --release --example train_tagger -- train TRAIN.tsv models/words.tsv models/tagger.bin
//!     cargo run --release --example train_tagger -- test DEV.tsv
//!
//! A table has a token a line (id, form, lemma, UPOS, XPOS, head, relation) and a blank line after each sentence.

use std::time::Instant;
use whodid::grammar::{Known, Tag, TagInput, Tagger, train};
use whodid::lexicon::{Lexicon, word_hash};
use whodid::segment::Shape;

#[derive(Clone)]
struct Row {
    id: usize,
    head: usize,
    lemma: String,
    form: String,
    upos: String,
    xpos: String,
    relation: String,
}

fn main() -> anyhow::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["train", table, words, model] => {
            let sentences = read(table)?;
            let lexicon = Lexicon::built_in();
            let told_now: Vec<_> = sentences.iter().filter_map(|s| in_the_present(s)).map(join_hyphens).collect();
            let sentences: Vec<_> = sentences.into_iter().map(join_hyphens).collect();
            let tagged = sentences.iter().chain(&told_now).flatten().map(|row| {
                let capital = matches!(shape(&row.form), Shape::Title | Shape::Upper);
                (word_hash(&row.form), gold(row), capital)
            });
            let words = train::Words::new(&std::fs::read_to_string(words)?, tagged);
            let inputs = |rows: &Vec<Row>, capitals| inputs(&lexicon, |hash| words.known(hash), rows, capitals);
            let mut examples: Vec<_> = sentences.iter().chain(&told_now).map(|s| inputs(s, true)).collect();
            let headlines: Vec<_> = sentences
                .iter()
                .chain(&told_now)
                .step_by(4)
                .enumerate()
                .map(|(at, s)| headline(s, at % 2 == 0))
                .collect();
            examples.extend(headlines.iter().map(|s| inputs(s, true)));
            // Upper-case and lower-case news has no capitals to go by: every fifth sentence is learnt without them too.
            examples.extend(sentences.iter().step_by(5).map(|s| inputs(s, false)));
            std::fs::write(model, train::train(&examples, &words, 8))?;
        }
        ["test", table] => test(&read(table)?.into_iter().map(join_hyphens).collect::<Vec<_>>()),
        _ => anyhow::bail!("usage: train_tagger train TABLE WORDS MODEL | test TABLE"),
    }
    Ok(())
}

fn read(path: &str) -> anyhow::Result<Vec<Vec<Row>>> {
    let mut sentences = vec![Vec::new()];
    for line in std::fs::read_to_string(path)?.lines() {
        let cells: Vec<&str> = line.split('\t').collect();
        if let [id, form, lemma, upos, xpos, head, relation] = cells[..] {
            let row = |s: &str| s.to_string();
            sentences.last_mut().unwrap().push(Row {
                id: id.parse().unwrap_or(0),
                head: head.parse().unwrap_or(0),
                lemma: row(lemma),
                form: row(form),
                upos: row(upos),
                xpos: row(xpos),
                relation: row(relation),
            });
        } else if line.is_empty() {
            sentences.push(Vec::new());
        }
    }
    sentences.retain(|s| !s.is_empty());
    Ok(sentences)
}

/// The sentence with its past tense verbs in the present, as headlines and event lists have it ("Police kill two
/// militants"): the tables hold too little of that. Nothing where no verb's subject tells its number.
fn in_the_present(sentence: &[Row]) -> Option<Vec<Row>> {
    let mut rows = sentence.to_vec();
    let mut changed = false;
    for row in &mut rows {
        if row.xpos != "VBD" || matches!(row.lemma.as_str(), "be" | "have" | "do") {
            continue;
        }
        let subject = sentence.iter().find(|other| other.head == row.id && other.relation == "nsubj");
        let coordinated =
            |subject: &Row| sentence.iter().any(|other| other.head == subject.id && other.relation == "conj");
        let plural = match subject {
            Some(subject) => match subject.xpos.as_str() {
                _ if coordinated(subject) => true,
                "NNS" | "NNPS" | "CD" => true,
                "NN" | "NNP" => false,
                "PRP" if matches!(subject.form.to_lowercase().as_str(), "he" | "she" | "it") => false,
                "PRP" => true,
                _ => continue,
            },
            None => continue,
        };
        changed = true;
        (row.form, row.xpos) = if plural {
            (row.lemma.clone(), "VBP".into())
        } else if row.lemma.ends_with(['s', 'x', 'z', 'o']) || row.lemma.ends_with("ch") || row.lemma.ends_with("sh") {
            (format!("{}es", row.lemma), "VBZ".into())
        } else if row.lemma.ends_with('y') && !is_vowel_y(&row.lemma) {
            (format!("{}ies", &row.lemma[..row.lemma.len() - 1]), "VBZ".into())
        } else {
            (format!("{}s", row.lemma), "VBZ".into())
        };
    }
    changed.then_some(rows)
}

/// The sentence as a headline has it, without articles and `be`, forms of *be* ("Dozens killed in attack on market").
fn headline(sentence: &[Row], be: bool) -> Vec<Row> {
    let left_out = |row: &Row| {
        be && row.upos == "AUX" && row.lemma == "be"
            || row.xpos == "DT" && matches!(row.form.to_lowercase().as_str(), "a" | "an" | "the")
    };
    sentence.iter().filter(|row| !left_out(row)).cloned().collect()
}

fn is_vowel_y(lemma: &str) -> bool {
    ["ay", "ey", "oy", "uy"].iter().any(|ending| lemma.ends_with(ending))
}

/// The tables split hyphenated words; our tokens keep them whole, with the tag the whole has.
fn join_hyphens(rows: Vec<Row>) -> Vec<Row> {
    let mut joined: Vec<Row> = Vec::new();
    let mut rows = rows.into_iter().peekable();
    while let Some(row) = rows.next() {
        let hyphen = row.form == "-" && (row.xpos == "HYPH" || row.upos == "PUNCT");
        if hyphen && !joined.is_empty() && row.xpos == "HYPH" && rows.peek().is_some() {
            let (left, right) = (joined.pop().unwrap(), rows.next().unwrap());
            let modifies = matches!(right.relation.as_str(), "amod" | "nummod") || left.relation == "amod";
            let xpos = if modifies || right.xpos.starts_with("VB") {
                "JJ".to_string()
            } else if right.xpos == "HYPH" || right.upos == "PUNCT" {
                left.xpos.clone()
            } else {
                right.xpos.clone()
            };
            let upos = if xpos == "JJ" { "ADJ".into() } else { right.upos.clone() };
            let form = format!("{}-{}", left.form, right.form);
            joined.push(Row { form, upos, xpos, ..right });
        } else {
            joined.push(row);
        }
    }
    joined
}

fn gold(row: &Row) -> Tag {
    match row.xpos.as_str() {
        "IN" if row.upos == "SCONJ" => Tag::SC,
        "NFP" | "$" | "#" => Tag::SYM,
        "," | "." | ":" | "``" | "''" | "-LRB-" | "-RRB-" | "HYPH" => Tag::PUNCT,
        "ADD" | "GW" => Tag::NN,
        "AFX" => Tag::JJ,
        "XX" => Tag::FW,
        "LS" => Tag::CD,
        name => Tag::from_name(name).unwrap_or(Tag::NN),
    }
}

fn shape(form: &str) -> Shape {
    let letters: Vec<char> = form.chars().filter(|c| c.is_alphabetic()).collect();
    let upper = letters.iter().filter(|c| c.is_uppercase()).count();
    if letters.is_empty() {
        Shape::None
    } else if upper == 0 {
        Shape::Lower
    } else if upper == letters.len() && upper > 1 {
        Shape::Upper
    } else if upper == 1 && letters[0].is_uppercase() {
        Shape::Title
    } else {
        Shape::Mixed
    }
}

fn inputs(lexicon: &Lexicon, known: impl Fn(u64) -> Known, sentence: &[Row], capitals: bool) -> Vec<(TagInput, Tag)> {
    sentence
        .iter()
        .map(|row| {
            let gold = gold(row);
            let word = row.form.chars().any(char::is_alphanumeric);
            let digits = row.form.starts_with(|c: char| c.is_ascii_digit())
                && row.form.chars().all(|c| c.is_ascii_digit() || ",.:/".contains(c));
            let fixed = if !word {
                Some(if gold == Tag::SYM { Tag::SYM } else { Tag::PUNCT })
            } else if digits {
                Some(Tag::CD)
            } else {
                None
            };
            let hash = word_hash(&row.form);
            (TagInput::new(&row.form, hash, lexicon.get(hash), known(hash), shape(&row.form), fixed, capitals), gold)
        })
        .collect()
}

fn test(sentences: &[Vec<Row>]) {
    let tagger = Tagger::built_in();
    let lexicon = Lexicon::built_in();
    let (mut right, mut total, mut verb, mut verb_right) = (0, 0, 0, 0);
    let mut confusion = std::collections::BTreeMap::<(&str, &str), usize>::new();
    let examples: Vec<_> = sentences.iter().map(|s| inputs(&lexicon, |hash| tagger.known(hash), s, true)).collect();
    let mut tags = Vec::new();
    let mut seconds = 0.0;
    for sentence in &examples {
        let tokens: Vec<TagInput> = sentence.iter().map(|pair| pair.0).collect();
        let start = Instant::now();
        tagger.tag(&tokens, &mut tags, &mut Vec::new());
        seconds += start.elapsed().as_secs_f64();
        for ((_, gold), tag) in sentence.iter().zip(&tags) {
            total += 1;
            right += usize::from(gold == tag);
            if gold.is_verb() {
                verb += 1;
                verb_right += usize::from(tag.is_verb());
            }
            if gold != tag {
                *confusion.entry((gold.name(), tag.name())).or_default() += 1;
            }
        }
    }
    println!(
        "accuracy {:.2} %  verb recall {:.2} %  {} tokens  {:.2} million tokens/s",
        100.0 * right as f64 / total as f64,
        100.0 * verb_right as f64 / verb as f64,
        total,
        total as f64 / seconds / 1e6
    );
    let mut worst: Vec<_> = confusion.into_iter().collect();
    worst.sort_by_key(|entry| std::cmp::Reverse(entry.1));
    for ((gold, tag), n) in worst.into_iter().take(15) {
        println!("  {gold} tagged {tag}: {n}");
    }
}
