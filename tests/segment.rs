//! Sentences, tokens and layout of the segment stage.

use proptest::prelude::*;
use std::sync::LazyLock;
use whodid::segment::oracle::check;
use whodid::segment::{Segmenter, Segments, Sentence, SentenceKind, TokenKind};

fn segment(text: &str) -> Segments {
    let mut segments = Segments::default();
    Segmenter::built_in().segment(text, &mut segments);
    segments
}

fn written<'t>(text: &'t str, sentence: &Sentence) -> &'t str {
    &text[sentence.start as usize..sentence.end as usize]
}

/// The sentences of `text`, with " | " between them and wrapped lines joined.
fn sentences(text: &str) -> String {
    let found = segment(text);
    let written: Vec<String> =
        found.sentences.iter().map(|sentence| written(text, sentence).replace('\n', " ")).collect();
    written.join(" | ")
}

/// Kind and text of each sentence.
fn kinds(text: &str) -> Vec<(SentenceKind, &str)> {
    segment(text).sentences.iter().map(|sentence| (sentence.kind, written(text, sentence))).collect()
}

/// The dateline of the first sentence.
fn dateline(text: &str) -> &str {
    let first = segment(text).sentences[0];
    &text[first.start as usize..first.body as usize]
}

/// Each text has " | " where a sentence ends.
#[track_caller]
fn assert_sentences(expected: &[&str]) {
    for &expected in expected {
        assert_eq!(sentences(&expected.replace(" | ", " ")), expected);
    }
}

#[test]
fn abbreviations_end_a_sentence_by_their_class() {
    assert_sentences(&[
        "Gen. Qassem Soleimani was killed. | Dr. Smith spoke.",
        "The U.S. officials left. | He lives in the U.S. | The war goes on.",
        "He works for Acme Corp. | It makes guns for Acme Corp. officials.",
        "It met on Jan. 5 in Boston, Mass., and ended in Aug. | He left.",
        "Dunkin' is based in Randolph, Mass. | Cara, a food firm, owns it.",
        "They came at 5 p.m. | The talks began. | At 5 a.m. Mr. Smith left.",
        "See No. 5, p. 55 and Fig. 2. | No. | He said no. | Then he left.",
        "A.L. Williams met George W. Bush. | He met J. Smith, e.g. at noon.",
    ]);
}

#[test]
fn quotations_are_split_inside_but_not_before_who_says_it() {
    assert_sentences(&[
        "“It is over. | They are gone,” he said.",
        "\"How could this happen?\" Clinton asked. | \"Nobody knows.\" | She left.",
        "She turned to him, \"This is great.\" she said.",
        "He said: “There are no red lines. | It is ready.” | (This is in brackets.) | End.",
        "Russia has it .... | There are no lines.",
    ]);
}

#[test]
fn notes_stay_with_the_sentence_before() {
    assert_sentences(&[
        "He was born in 1788. [6] [7] | Later he left. [8]",
        "They have rights. 4 | Even though it rained.",
    ]);
}

#[test]
fn missing_spaces_are_made_up_for() {
    let text = "He was killed.The police said example.com is down.Nobody knows.";
    assert_eq!(sentences(text), "He was killed. | The police said example.com is down. | Nobody knows.");
}

#[test]
fn text_without_capitals_does_not_collapse() {
    let text = "The U.S. army said Gen. Smith of Acme Corp. and Mr. Jones left. It was 5 p.m. in Iraq. Nobody knows.";
    for text in [text.to_lowercase(), text.to_uppercase()] {
        assert_eq!(segment(&text).sentences.len(), 3, "{}", sentences(&text));
    }
}

#[test]
fn lists_are_split_at_their_items() {
    assert_sentences(&[
        "1.) The first item | 2.) The second item",
        "1. The first item. | 2. The second item.",
        "a. The first item | b. The second item | c. The third list item",
        "• 9. The first item | • 10. The second item",
    ]);
}

#[test]
fn datelines_stand_before_the_body() {
    for (line, body) in [
        ("WARSAW, Poland (AP) — ", "The group has claimed it."),
        ("SALVADOR, Feb 26 - ", "Showers continued."),
        ("(CNN) -- ", "The army left."),
        ("Tripoli, Libya (CNN) -- ", "The army left."),
        ("WASHINGTON, D.C. (Reuters) - ", "The army left."),
        ("MOSCOW, April 2 /TASS/. ", "The army left."),
        ("COLOMBO (News 1st); ", "8 suspects were arrested."),
        ("SAN SALVADOR, 3 JAN 90 (DPA) -- [TEXT] ", "THE ARMY LEFT."),
        ("ECONOMYNEXT – ", "Sri Lanka has no fuel."),
        ("London (CNN)", "The suspect is dead."),
    ] {
        assert_eq!(dateline(&format!("{line}{body}")), line);
    }
}

#[test]
fn what_only_looks_like_a_dateline_is_none() {
    for text in [
        "BREAKING: The army left.",
        "NATO, the EU and others - all of them - left.",
        "The Central Province (CP) The army left.",
        "KABUL, Afghanistan (AP)",
        "ISIS - which is armed - left.",
        "He left (AP) today.",
    ] {
        assert_eq!(dateline(text), "", "{text}");
    }
}

#[test]
fn wrapped_lines_are_joined_and_blank_lines_kept() {
    let text = "Army Attacks Village in the North\n\n\
        The army attacked a village in the north of the country on Monday, and\n\
        at least 12 people were killed, the police said in a statement that was\n\
        read on state television. Nobody has claimed responsibility for it, and\n\
        the government did not comment.\n\n\
        It was the third attack this year.";
    let found = segment(text);
    let opens: Vec<bool> = found.sentences.iter().map(|sentence| sentence.opens_paragraph).collect();
    assert_eq!(opens, [true, true, false, true]);
    assert_eq!(found.sentences[0].kind, SentenceKind::Headline);
    assert!(written(text, &found.sentences[1]).ends_with("state television."));
}

#[test]
fn a_sentence_on_each_line_ends_with_its_line() {
    let text = "Carl Azuz is here with the news of the day\nYou'll find them in the paper.\nHere is the \
        news: the army left the village on Monday after three days of fighting with the rebels of the north.\nNobody knows why";
    assert_eq!(segment(text).sentences.len(), 4);
}

#[test]
fn headlines_and_furniture_are_told_from_prose() {
    let text = "Army attacks village in the north\n\
        Army attacks village in the north © Provided by The Canadian Press\n\n\
        By VANESSA GERA and John Smith, Associated Press\n\n\
        The army attacked a village on Monday.\n\n\
        Associated Press writers Michael Balsamo in Washington and Munir Ahmed in Islamabad contributed to this report.\n\n\
        Source: Vanessa Gera, The Associated Press";
    let found: Vec<SentenceKind> = kinds(text).into_iter().map(|(kind, _)| kind).collect();
    use SentenceKind::{Furniture, Headline, Prose};
    assert_eq!(found, [Headline, Furniture, Furniture, Prose, Furniture, Furniture]);
}

#[test]
fn a_signature_in_brackets_is_furniture() {
    let text = "The army left. (Yohan Perera)";
    assert_eq!(kinds(text)[1], (SentenceKind::Furniture, "(Yohan Perera)"));
    assert_eq!(kinds("The army left. (It came back.)")[1].0, SentenceKind::Prose);
}

#[test]
fn news_that_names_a_credit_is_no_furniture() {
    let text = "Getty Images Staff Photographer Chris Hondros died Wednesday of wounds.";
    assert_eq!(kinds(text), [(SentenceKind::Prose, text)]);
}

#[test]
fn tokens_belong_to_their_sentence() {
    let text = "It didn’t stop. The U.S.-led force of 1,984 men left.";
    let found = segment(text);
    let words: Vec<Vec<&str>> = found
        .sentences
        .iter()
        .map(|sentence| {
            let range = sentence.tokens.0 as usize..sentence.tokens.1 as usize;
            found.tokens[range].iter().map(|token| &text[token.start as usize..token.end as usize]).collect()
        })
        .collect();
    assert_eq!(words[0], ["It", "did", "n’t", "stop", "."]);
    assert_eq!(words[1], ["The", "U.S.-led", "force", "of", "1,984", "men", "left", "."]);
    assert_eq!(found.tokens[9].kind, TokenKind::Number);
}

/// No text costs more than in proportion to its length: a megabyte of any of these is done in well under a second.
#[test]
fn no_text_is_slow() {
    let segmenter = Segmenter::built_in();
    let mut segments = Segments::default();
    for part in [
        ".",
        ". ",
        ".!",
        "! ?",
        ". \" ",
        "$ . ",
        "aa.Aa",
        "aa.Aaa-",
        "[1] ",
        ". [1] ",
        "( ",
        ". ( ",
        "- - ",
        "a-",
        "a.",
        "U.S.",
        "\u{301}",
        "中",
        "’",
        "'s ",
        "@a",
        "://",
        "/Getty Images ",
        "1. A ",
        "\n",
        "a\n",
        "(AP) ",
        "A. ",
        "\u{200d}",
        "🇺",
    ] {
        let text = part.repeat((1 << 20) / part.len());
        let start = std::time::Instant::now();
        segmenter.segment(&text, &mut segments);
        assert!(start.elapsed().as_secs() < 10, "{part:?}: {:?}", start.elapsed());
    }
}

static SEGMENTER: LazyLock<Segmenter> = LazyLock::new(Segmenter::built_in);

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn newslike_texts_are_cut_soundly(texts in prop::collection::vec(
        "(WARSAW|Gen\\.|U\\.S\\.|Inc|No|The|said|a|I|1|\\(AP\\)|[A-Za-z]{1,9}|[0-9]{1,3}|[éöł]|\\[|\\]|[-.,:;'’‘“”\"&/@_()—–…•!?$%€]|\\.\\.\\.|[ \n]|  |\u{a0}|\\PC|\\r\\n){0,60}", 1..4,
    )) {
        let mut segments = Segments::default();
        for text in &texts {
            check(&SEGMENTER, &mut segments, text);
        }
    }

    #[test]
    fn any_text_is_cut_soundly(text in any::<String>()) {
        check(&SEGMENTER, &mut Segments::default(), &text);
    }

    #[test]
    fn any_bytes_are_cut_soundly(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        check(&SEGMENTER, &mut Segments::default(), &String::from_utf8_lossy(&bytes));
    }
}
