//! Lexicons: codes by period, and a user's own lexicons merged over the built-in ones.

use jiff::civil::{Date, date};
use whodid::lexicon::{Code, Lexicon, LexiconError, LexiconFile, check, join_hash, statistics, word_hash};

const PERSONS: &str = "person\tiso3\tsector\toffice\tfrom\tto\tforms\n";

/// The built-in files, and these texts over them, each of a folder of its own.
fn files(texts: &[&str]) -> Vec<LexiconFile> {
    let mut files = LexiconFile::built_in();
    files.extend(texts.iter().zip(1..).map(|(text, layer)| LexiconFile {
        path: format!("mine/{layer}.tsv").into(),
        text: text.to_string().into(),
        layer,
    }));
    files
}

fn with(texts: &[&str]) -> (Lexicon, Vec<LexiconError>) {
    Lexicon::from_files(&files(texts))
}

/// What is found in the rows of one file over the built-in ones.
fn findings(header: &str, rows: &str) -> Vec<String> {
    check(&files(&[&format!("{header}\n{rows}")])).iter().map(ToString::to_string).collect()
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

const ACTIONS: &str = "action\tpos\ttype\tmode\tcameo\tactor\ttarget\twhen";
const GROUPS: &str = "organization\tkind\tiso3\tsector\tforms\tfrom\tto";

#[test]
fn the_built_in_lexicons_are_clean() {
    assert_eq!(check(&LexiconFile::built_in()), []);
}

#[test]
fn check_tells_what_cannot_be_read() {
    let rows = "zorch\tverb\tATTACK\nzorch\tadverb\tASSAULT\nzorch\tverb\tASSAULT\t\t\tsubject\n\
                zorch\tverb\tASSAULT\t\t\t\t\tobj:@zorchable\nzorch\tverb\tASSAULT\t\t\t\t\tsometimes\n";
    assert_eq!(
        findings(ACTIONS, rows),
        [
            "mine/1.tsv:2: unknown type \"ATTACK\"",
            "mine/1.tsv:3: unknown part of speech \"adverb\"",
            "mine/1.tsv:4: unknown place \"subject\"",
            "mine/1.tsv:5: unknown class @zorchable",
            "mine/1.tsv:6: unknown condition \"sometimes\"",
        ]
    );
    assert_eq!(findings(GROUPS, "Zorchers\tband\n"), ["mine/1.tsv:2: unknown kind \"band\""]);
    assert_eq!(findings("noun\tplural", "\toxen\n"), ["mine/1.tsv:2: the first cell is empty"]);
}

#[test]
fn check_tells_of_duplicates_and_conflicts() {
    assert_eq!(
        findings("role\tkind\tsector", "zorcher\tperson\tREB\nzorcher\tperson\tREB\nzorcher\tperson\tCRM\n"),
        [
            "mine/1.tsv:3: \"zorcher\" repeats mine/1.tsv:2",
            "mine/1.tsv:4: \"zorcher\" conflicts with mine/1.tsv:3, which it replaces",
        ]
    );
    assert_eq!(
        findings("class\tnouns", "zorches\tzorch|blast|zorch\n"),
        ["mine/1.tsv:2: \"zorch\" stands there twice"]
    );
    assert_eq!(
        findings(GROUPS, "Zorch Front\tgroup\tFRA\tREB\tZOF|Zorch Front\nZorro Forces\tgroup\tESP\tREB\tZOF\n"),
        [
            "mine/1.tsv:2: \"Zorch Front\" stands there twice",
            "mine/1.tsv:3: \"ZOF\" is a form of \"Zorch Front\" too, in mine/1.tsv:2",
        ]
    );
    // To change or remove an entry of an earlier layer is what a user's lexicon is for.
    assert_eq!(findings("role\tkind\tsector", "gunman\tperson\tCRM\n"), [""; 0]);
    assert_eq!(findings("role\tkind\tsector", "!gunman\ngunman\tperson\tCRM\n"), [""; 0]);
    // One form at different times.
    let rows = "Zorch Front\tgroup\tFRA\tREB\tZOF\t1970\t1980\nZorro Forces\tgroup\tESP\tREB\tZOF\t1981\n";
    assert_eq!(findings(GROUPS, rows), [""; 0]);
}

#[test]
fn check_tells_of_impossible_dates() {
    let rows = "Zo Rch\tFRA\tGOV\tminister\t2012\t2010\nZo Rcher\tFRA\tGOV\tminister\t20012\n\
                Zo Rchest\tFRA\tGOV\tminister\t2010-13\nZo Rche\tFRA\tGOV\tminister\t0201-01-02\n";
    assert_eq!(
        findings(PERSONS.trim_end(), rows),
        [
            "mine/1.tsv:2: impossible dates: it ends on 2010-12-31, before it begins on 2012-01-01",
            "mine/1.tsv:3: \"20012\" is no date of the form YYYY, YYYY-MM or YYYY-MM-DD",
            "mine/1.tsv:4: \"2010-13\" is no date of the form YYYY, YYYY-MM or YYYY-MM-DD",
            "mine/1.tsv:5: impossible date: 0201-01-02 is not between 1000-01-01 and 2100-12-31",
        ]
    );
    let rows = "Zo Rch\tFRA\tGOV\tminister\t2010\t2012\nZo Rch\tFRA\tREB\tleader\t2011\t2013\n";
    assert_eq!(
        findings(PERSONS.trim_end(), rows),
        ["mine/1.tsv:3: \"Zo Rch\" has other codes at the same time in mine/1.tsv:2"]
    );
}

#[test]
fn check_tells_of_what_nothing_reaches() {
    let rows = "zorch\tverb\tASSAULT\t\t\t\t\tobj\nzorch\tverb\tCRIME\t\t\t\t\tobj:bank,shop\n\
                zorch\tverb\tNONE\t\t\t\t\tsubj:dog&!subj:dog,cat\n... zorch\tnoun\tASSAULT\n";
    assert_eq!(
        findings(ACTIONS, rows),
        [
            "mine/1.tsv:3: \"zorch\" is never reached: mine/1.tsv:2 holds wherever it does",
            "mine/1.tsv:4: \"zorch\" is never reached: its conditions deny each other",
            "mine/1.tsv:5: \"... zorch\" is never reached: a noun has no gap before it",
        ]
    );
    // The narrower one first; the same condition denied; an idiom.
    let rows = "zorch\tverb\tCRIME\t\t\t\t\tobj:bank,shop\nzorch\tverb\tASSAULT\t\t\t\t\tobj\n\
                zorch\tverb\tNONE\t\t\t\t\t!obj\nzorch up\tverb\tNONE\t\t\t\t\tobj\n";
    assert_eq!(findings(ACTIONS, rows), [""; 0]);
}

#[test]
fn check_tells_of_unknown_codes() {
    let rows = "zorch\tverb\tASSAULT\tzorching\nzorchify\tverb\tASSAULT\tvisit\nzorcher\tnoun\tASSAULT\t\t999\n";
    assert_eq!(
        findings(ACTIONS, rows),
        [
            "mine/1.tsv:2: unknown mode \"zorching\"",
            "mine/1.tsv:3: the mode \"visit\" does not go with ASSAULT",
            "mine/1.tsv:4: unknown CAMEO code \"999\"",
        ]
    );
    assert_eq!(
        findings(GROUPS, "Zorchers\tgroup\tXQX\tZOR\n"),
        ["mine/1.tsv:2: unknown country \"XQX\"", "mine/1.tsv:2: unknown sector \"ZOR\""]
    );
    assert_eq!(findings("city\tiso3", "Zorchville\tXQX\n"), ["mine/1.tsv:2: unknown country \"XQX\""]);
    assert_eq!(findings("role\tkind\tsector", "zorcher\tperson\tZOR\n"), ["mine/1.tsv:2: unknown sector \"ZOR\""]);
    assert_eq!(
        findings("word\tclass", "zorch\tzorchers\n"),
        ["mine/1.tsv:2: unknown class \"zorchers\": no stage asks for it"]
    );
    assert_eq!(
        findings("abbreviation\tclass", "zch.\tzorchers\n"),
        ["mine/1.tsv:2: unknown class \"zorchers\": no stage asks for it"]
    );
    // A user can add codes of his own.
    let own = [format!("{GROUPS}\nZorchers\tgroup\tFRA\tZOR\n"), "code\tscheme\nZOR\tsector\n".to_string()];
    assert_eq!(check(&files(&[&own[0], &own[1]])), []);
}

#[test]
fn statistics_count_by_file() {
    let rows = "Zo Rch\tFRA\tGOV\tminister\t2010\t2012\tRch|Zo\nZo Rch\tFRA\tGOV\tenvoy\n!Barack Obama\n";
    let all = statistics(&files(&[&format!("{PERSONS}{rows}")]));
    let mine = all.last().unwrap();
    assert_eq!((mine.kind, mine.entries, mine.forms, mine.dated, mine.by["GOV"]), ("person", 2, 2, 1, 2));
    assert_eq!(all.len(), LexiconFile::built_in().len() + 1);
}
