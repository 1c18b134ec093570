//! Lexicons: codes by period, and a user's own lexicons merged over the built-in ones.

use jiff::civil::{Date, date};
use whodid::lexicon::{Code, Lexicon, LexiconError, LexiconFile, join_hash, word_hash};

const PERSONS: &str = "person\tiso3\tsector\toffice\tfrom\tto\tforms\n";

/// The built-in lexicon with these texts over it, each a folder of its own.
fn with(texts: &[&str]) -> (Lexicon, Vec<LexiconError>) {
    let mut files = LexiconFile::built_in();
    files.extend(texts.iter().zip(1..).map(|(text, layer)| LexiconFile {
        path: format!("mine/{layer}.tsv").into(),
        text: text.to_string().into(),
        layer,
    }));
    Lexicon::from_files(&files)
}

/// Name, country and sector of a phrase on a day, as "NAME COUNTRY SECTOR".
fn meaning(lexicon: &Lexicon, phrase: &str, day: Option<Date>) -> Option<String> {
    let hash = phrase.split(' ').map(word_hash).reduce(join_hash)?;
    let meaning = lexicon.meaning(lexicon.get(hash)?.names.iter().copied(), day)?;
    let code = |code: Option<&Code>| code.map_or("-".to_string(), |code| code.as_str().to_string());
    Some(format!("{} {} {}", meaning.name.text, code(meaning.country()), code(meaning.sector())))
}

#[test]
fn codes_go_by_the_day() {
    let (lexicon, errors) = with(&[&format!(
        "{PERSONS}Ann Example\tFRA\tLEG\tdeputy\t2000\t2004-06\tExampla\n\
         Ann Example\tFRA\tGOV\tminister\t2005-03-01\t2009\n\
         Ann Example\t\tIGO\tenvoy\t2012-02-03\t2012-02-03\n"
    )]);
    assert_eq!(errors, []);
    for (day, expected) in [
        (date(1999, 12, 31), "FRA -"),
        (date(2000, 1, 1), "FRA LEG"),
        (date(2004, 6, 30), "FRA LEG"),
        (date(2004, 7, 1), "FRA ELI"),
        (date(2005, 3, 1), "FRA GOV"),
        (date(2009, 12, 31), "FRA GOV"),
        (date(2010, 1, 1), "FRA ELI"),
        (date(2012, 2, 3), "- IGO"),
        (date(2012, 2, 4), "- ELI"),
    ] {
        let expected = Some(format!("Ann Example {expected}"));
        assert_eq!(meaning(&lexicon, "Ann Example", Some(day)), expected, "{day}");
        assert_eq!(meaning(&lexicon, "Exampla", Some(day)), expected, "{day}, a form of the first line");
    }
    // Without a day, the last one.
    assert_eq!(meaning(&lexicon, "Ann Example", None).as_deref(), Some("Ann Example - IGO"));
}

#[test]
fn built_in_persons_and_states_go_by_the_day() {
    let lexicon = Lexicon::built_in();
    for (phrase, day, expected) in [
        ("Barack Obama", date(2012, 5, 1), "Barack Obama USA GOV"),
        ("Barack Obama", date(2019, 5, 1), "Barack Obama USA ELI"),
        ("Moscow", date(1987, 5, 1), "Soviet Union SUN -"),
        ("Moscow", date(2007, 5, 1), "Russia RUS -"),
        ("Bush", date(1990, 5, 1), "George H.W. Bush USA GOV"),
        ("Bush", date(2003, 5, 1), "George W. Bush USA GOV"),
    ] {
        assert_eq!(meaning(&lexicon, phrase, Some(day)).as_deref(), Some(expected), "{phrase} on {day}");
    }
}

#[test]
fn later_folders_win() {
    let first = "organization\tkind\tiso3\tsector\tforms\nBlue Wave\tgroup\tLKA\tREB\tBW\n";
    let second = "organization\tkind\tiso3\tsector\tforms\nBlue Wave\torganization\tLKA\tPTY\tBW\n";
    let third = "organization\tkind\tiso3\tsector\tforms\nBoat Workers\torganization\tIND\tLAB\tBW\n";
    let day = Some(date(2020, 1, 1));
    let of = |texts: &[&str]| meaning(&with(texts).0, "BW", day);
    assert_eq!(of(&[first]).as_deref(), Some("Blue Wave LKA REB"));
    assert_eq!(of(&[first, second]).as_deref(), Some("Blue Wave LKA PTY"));
    assert_eq!(of(&[second, first]).as_deref(), Some("Blue Wave LKA REB"));
    assert_eq!(of(&[second, third]).as_deref(), Some("Boat Workers IND LAB"));
    // A form that the built-in lexicon has for another name.
    let own = "city\tiso3\tregion\tforms\nParis, Texas\tUSA\tTexas\tParis\n";
    assert_eq!(meaning(&with(&[own]).0, "Paris", day).as_deref(), Some("Paris, Texas USA -"));
}

#[test]
fn entries_can_be_removed() {
    let day = Some(date(2012, 5, 1));
    let (lexicon, errors) = with(&[&format!("{PERSONS}!Barack Obama\n")]);
    assert_eq!((meaning(&lexicon, "Barack Obama", day), errors), (None, vec![]));
    // One office only, then another in its place.
    let (lexicon, _) =
        with(&[&format!("{PERSONS}!Barack Obama\t\t\t\t2009-01-20\nBarack Obama\tUSA\tBUS\tbanker\t2009-01-20\n")]);
    assert_eq!(meaning(&lexicon, "Barack Obama", day).as_deref(), Some("Barack Obama USA BUS"));
    // A later folder adds what an earlier one took out.
    let (lexicon, errors) =
        with(&[&format!("{PERSONS}!Barack Obama\n"), &format!("{PERSONS}Barack Obama\tUSA\tLEG\tsenator\n")]);
    assert_eq!((meaning(&lexicon, "Barack Obama", day).as_deref(), errors), (Some("Barack Obama USA LEG"), vec![]));
    // Nothing there to take out.
    let errors = with(&["role\tkind\tsector\n!gunmann\n"]).1;
    let told: Vec<_> = errors.iter().map(ToString::to_string).collect();
    assert_eq!(told, ["mine/1.tsv:2: there is no entry \"gunmann\" to remove"]);
    // An action, one of its senses only, and a role.
    let (lexicon, errors) = with(&["action\tpos\n!kidnap\tverb\n", "role\tkind\n!gunman\n"]);
    assert_eq!(errors, []);
    assert!(lexicon.get(word_hash("kidnapped")).is_none_or(|item| item.verbs.is_empty()));
    assert!(lexicon.get(word_hash("gunmen")).is_none_or(|item| item.role.is_none()));
}

#[test]
fn codes_that_are_none_are_told() {
    let errors = with(&["city\tiso3\nNowhere\tFr\n", "role\tkind\tsector\nfoo\tperson\tgov\n"]).1;
    let told: Vec<_> = errors.iter().map(ToString::to_string).collect();
    assert_eq!(
        told,
        [
            "mine/2.tsv:2: \"gov\" is no code of a sector: three capital letters",
            "mine/1.tsv:2: \"Fr\" is no code of a country: three capital letters",
        ]
    );
}
