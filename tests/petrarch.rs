//! PETRARCH and TABARI dictionaries over the lexicons: the files in `tests/petrarch/`.

use jiff::civil::{Date, date};
use proptest::prelude::*;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::LazyLock;
use whodid::lexicon::Lexicon;
use whodid::lexicon::petrarch::{Dictionaries, DictionaryKind, LineCounts, Quirk};
use whodid::{Argument, Article, Event, Extractor, Layers, Workspace};

fn read(folder: &str) -> (Dictionaries, Lexicon) {
    let mut dictionaries = Dictionaries::read(&[PathBuf::from("tests/petrarch").join(folder)]).unwrap();
    let mut lexicon = Lexicon::built_in();
    lexicon.add_petrarch(&mut dictionaries);
    (dictionaries, lexicon)
}

/// An extractor with the dictionaries in `plain`.
static EXTRACTOR: LazyLock<Extractor> = LazyLock::new(|| Extractor::new(read("plain").1));

fn article(text: &str, published: Option<Date>) -> Article<'_> {
    Article { id: "a".into(), published, text: text.into(), ..Article::default() }
}

/// Name, country and sector of the one actor in "… attacked the village.", on a day.
fn actor(subject: &str, day: Option<Date>) -> String {
    argument(&format!("{subject} attacked the village."), day, |event| event.actor.as_ref())
}

/// The same of the one target in "Gunmen attacked …".
fn target(object: &str, day: Option<Date>) -> String {
    argument(&format!("Gunmen attacked {object}."), day, |event| event.target.as_ref())
}

fn argument(text: &str, day: Option<Date>, which: for<'e> fn(&'e Event<'_>) -> Option<&'e Argument<'e>>) -> String {
    let mut found = Vec::new();
    EXTRACTOR.extract(&article(text, day), &mut Workspace::default(), &mut |event| {
        let argument = which(event).map(|argument| {
            let slots = [&argument.name, &argument.country, &argument.sector];
            slots.map(|slot| slot.as_deref().unwrap_or("-")).join(" ")
        });
        found.push(argument.unwrap_or_default());
    });
    found.join("; ")
}

#[test]
fn every_line_is_accounted_for() {
    let (dictionaries, _) = read("plain");
    let lines: Vec<_> = dictionaries.files.iter().map(|file| (file.kind, file.lines)).collect();
    let none = LineCounts::default();
    let expected = [
        (DictionaryKind::Actors, LineCounts { phrases: 9, synonyms: 2, codes: 7, comments: 4, blank: 4, ..none }),
        (DictionaryKind::Agents, LineCounts { phrases: 7, sets: 1, ..none }),
        (DictionaryKind::Discards, LineCounts { phrases: 2, ..none }),
        (DictionaryKind::Issues, LineCounts { phrases: 4, exclusions: 3, tags: 4, ..none }),
    ];
    assert_eq!(lines, expected);
    for file in &dictionaries.files {
        assert_eq!(file.lines.all(), std::fs::read_to_string(&file.path).unwrap().lines().count(), "{file}");
    }
    let actors = &dictionaries.files[0];
    assert_eq!((actors.codes, actors.dated_codes), (14, 6));
    assert_eq!(dictionaries.passed_over, [PathBuf::from("tests/petrarch/plain/notes.txt")]);
    let unknown: Vec<_> = actors.findings.iter().map(|finding| (finding.line, finding.quirk, &*finding.text)).collect();
    assert_eq!(unknown, [(5, Quirk::UnknownCode, "ORL")]);
}

#[test]
fn the_code_is_that_of_the_day() {
    for (day, expected) in [
        (date(1997, 5, 1), "BORIS TELLBERG SWE ELI"),
        // Both ends belong to a period; of two periods the first one in the file counts.
        (date(1998, 1, 31), "BORIS TELLBERG SWE ELI"),
        (date(1998, 2, 1), "BORIS TELLBERG SWE GOV"),
        (date(2002, 1, 31), "BORIS TELLBERG SWE GOV"),
        (date(2002, 2, 1), "BORIS TELLBERG SWE OPP"),
        (date(2006, 6, 15), "BORIS TELLBERG SWE GOV"),
        (date(2024, 3, 1), "BORIS TELLBERG SWE GOV"),
    ] {
        assert_eq!(actor("Boris Tellberg", Some(day)), expected, "{day}");
    }
    let day = Some(date(2004, 3, 1));
    assert_eq!(actor("President Tellberg", day), "BORIS TELLBERG SWE OPP");
    assert_eq!(actor("BORIS TELLBERG", day), "BORIS TELLBERG SWE OPP");
    assert_eq!(actor("The Printers League", day), "PRINTERS LEAGUE FRA OPP");
    assert_eq!(actor("The Printers League", Some(date(1990, 1, 1))), "PRINTERS LEAGUE FRA LAB");
}

#[test]
fn no_code_is_made_up() {
    // `---`, and a day outside of all periods without a code for the rest.
    assert_eq!(actor("Marta Quill", Some(date(2024, 3, 1))), "MARTA QUILL - -");
    assert_eq!(actor("Marta Quill", Some(date(2011, 3, 1))), "MARTA QUILL NOR GOV");
    assert_eq!(actor("Hjalmar Vest", Some(date(2024, 3, 1))), "HJALMAR VEST - -");
    // The first letters are no country and no role.
    assert_eq!(actor("Orlandia", Some(date(2024, 3, 1))), "ORLANDIA - -");
}

#[test]
fn codes_say_country_and_sector() {
    let day = Some(date(2024, 3, 1));
    assert_eq!(actor("The Lantern Trust", day), "THE LANTERN TRUST USA NGO");
    assert_eq!(actor("The Red Sickle Brigade", day), "RED SICKLE BRIGADE - REB");
    // A name that is a word in small letters is one in capitals only.
    assert_eq!(actor("TRAM", day), "TRAM DEU BUS");
    assert_eq!(actor("Tram", day), "- - -");
    // Known for the same country already: the lexicon's own name stands.
    assert_eq!(actor("Russia", day), "Russia RUS -");
}

#[test]
fn agents_are_roles() {
    let day = Some(date(2024, 3, 1));
    for (agent, sector) in [
        ("a tollkeeper", "GOV"),
        ("tollkeepers", "GOV"),
        ("the bell foundries", "BUS"),
        ("a watchman", "COP"),
        ("watchwomen", "COP"),
        ("two oxherder", "AGR"),
        ("the night guard", "COP"),
        ("a peace caravan", "NGO"),
        // What the lexicon has otherwise.
        ("soldiers", "REB"),
    ] {
        assert_eq!(target(agent, day), format!("- - {sector}"), "{agent}");
    }
    assert_eq!(target("Swedish tollkeepers", day), "- SWE GOV");
}

#[test]
fn discards_take_out_a_sentence_or_the_article() {
    let events =
        |text: &str| EXTRACTOR.extract(&article(text, Some(date(2024, 3, 1))), &mut Workspace::default(), &mut |_| {});
    let (killed, hastings) = ("Gunmen killed a man. ", "Normans killed the king at the Battle of Hastings. ");
    let tally = events(&format!("{killed}{hastings}{killed}"));
    assert_eq!((tally.sentences, tally.events, tally.discarded), (3, 2, 1));
    let tally = events(&format!("{killed}He had seen a snooker tournament. "));
    assert_eq!((tally.sentences, tally.events, tally.discarded), (2, 0, 2));
}

/// The issues of a text: category, code and words.
fn issues(extractor: &Extractor, text: &str) -> Option<String> {
    let layers = Layers { sentences: false, tokens: false, times: false, counts: false, entities: false, issues: true };
    let article = article(text, None);
    let mut workspace = Workspace::default();
    let found = extractor.annotate(&article, layers, &mut workspace).issues?;
    let shown = found.iter().map(|issue| {
        let words: String = text.chars().skip(issue.start as usize).take((issue.end - issue.start) as usize).collect();
        assert_eq!(words, issue.text);
        format!("{} {} {words}", issue.category, issue.code)
    });
    Some(shown.collect::<Vec<_>>().join("; "))
}

#[test]
fn issues_of_a_sentence() {
    for (text, expected) in [
        ("Two academies sold oil.", "EDUCATION SCHOOLS academies; ENERGY OIL oil"),
        ("“Post-secondary education” it is.", "EDUCATION POSTSECONDARY Post-secondary education"),
        ("She graduated, graduating late.", "EDUCATION GRADUATION graduated; EDUCATION GRADUATION graduating"),
        // Taken back in the sentence, for its section only; the next sentence has its own.
        ("The academy sold olive oil. Oil is oil.", "EDUCATION SCHOOLS academy; ENERGY OIL Oil; ENERGY OIL oil"),
        ("The academy won an academy award for oil.", "ENERGY OIL oil"),
        // Taken back in the whole article.
        ("An academy sold oil. It is a flying school.", "ENERGY OIL oil"),
    ] {
        assert_eq!(issues(&EXTRACTOR, text).as_deref(), Some(expected), "{text}");
    }
    assert_eq!(issues(&Extractor::built_in(), "An academy sold oil."), None);
}

#[test]
fn quirks_are_told_and_survived() {
    let (dictionaries, _) = read("odd");
    let found: Vec<String> = dictionaries
        .files
        .iter()
        .flat_map(|file| {
            file.findings.iter().map(move |finding| format!("{:?} {} {:?}", file.kind, finding.line, finding.quirk))
        })
        .collect();
    let expected = [
        "Actors 1 NoPhrase",
        "Actors 2 NoPhrase",
        "Actors 4 Reversed",
        "Actors 5 LongDate",
        "Actors 6 NoDate",
        "Actors 7 BareDate",
        "Actors 8 SynonymCode",
        "Actors 9 NoLetters",
        "Actors 10 Bracket",
        "Actors 10 Character",
        "Actors 11 NotThrees",
        "Actors 11 Character",
        "Actors 12 BehindCode",
        "Actors 3 NoActorCode",
        "Actors 4 Again",
        "Actors 11 UnknownCode",
        "Agents 1 NoCode",
        "Agents 2 NoSet",
        "Agents 3 NoSet",
        "Agents 4 Bracket",
        "Agents 5 Bracket",
        "Agents 6 NoTilde",
        "Discards 1 NoLetters",
        "Discards 2 NoLetters",
        "Issues 1 NoCategory",
        "Issues 3 NoCode",
        "Issues 4 Blank",
        "Issues 5 BehindCode",
        "Issues 6 Tag",
        "Issues 8 Tag",
    ];
    assert_eq!(found, expected);
    let unused: Vec<usize> = dictionaries.files.iter().map(|file| file.lines.unused).collect();
    assert_eq!(unused, [3, 4, 2, 1]);
    for file in &dictionaries.files {
        assert_eq!(file.lines.all(), std::fs::read_to_string(&file.path).unwrap().lines().count(), "{file}");
    }
    // Of an actor that is given twice the later one counts, and the synonyms of the first stay its own.
    let late: Vec<_> = dictionaries.actors.iter().filter(|actor| &*actor.phrases[0].text == "LATE BLOOM").collect();
    assert!(late[0].phrases[0].replaced && !late[0].phrases[1].replaced && !late[1].phrases[0].replaced);
    assert_eq!(late[0].codes.len(), 3);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]
    #[test]
    fn no_bytes_panic(
        name in prop::sample::select(vec!["actors", "agents", "discards", "issues"]),
        pieces in prop::collection::vec(prop::sample::select(vec![
            "A_B", "+", "\t", "[", "]", "{", "}", "~", "~~", "!S!", "!", "=", ",", "#", ";", "<!--", "-->", "<!", "\n", "\r\n",
            "<ISSUE CATEGORY=\"", "</ISSUE>", "n:", "v:", ":", "---", "USAGOV", "USA", "é", "†", "\u{1a}", "_", " ", "y",
            "<", ">", "-", "19991231", "991231", "9912310", "\u{feff}",
        ]), 0..40),
    ) {
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("petrarch-bytes.{name}"));
        std::fs::write(&path, pieces.concat()).unwrap();
        let dictionaries = Dictionaries::read(&[path]).unwrap();
        let file = &dictionaries.files[0];
        prop_assert_eq!(file.lines.all(), pieces.concat().split_inclusive('\n').count());
    }
}

fn whodid(arguments: &[&str]) -> (Option<i32>, String, String) {
    let child = Command::new(env!("CARGO_BIN_EXE_whodid")).args(arguments).stdin(Stdio::null()).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (child.status.code(), text(child.stdout), text(child.stderr))
}

#[test]
fn the_command_tells_what_was_read() {
    for command in ["extract", "annotate"] {
        let (status, _, told) = whodid(&[command, "--petrarch", "tests/petrarch/plain", "-"]);
        assert_eq!(status, Some(0));
        let told: Vec<&str> = told.lines().collect();
        assert_eq!(
            told[0],
            "petrarch: tests/petrarch/plain/own.actors.txt: 26 lines: 9 primary phrases, 2 synonyms, 7 lines of codes, \
             4 comments, 4 blank; 14 codes, 6 of them dated"
        );
        assert_eq!(
            told[1],
            "petrarch: tests/petrarch/plain/own.actors.txt:5: \"ORL\": the code's first letters are no country and no \
             role that is known"
        );
        assert_eq!(told[2], "petrarch: tests/petrarch/plain/own.agents.txt: 8 lines: 7 agents, 1 lines of sets");
    }
    // One file, and none of any kind that is read.
    let (status, _, told) = whodid(&["extract", "--petrarch", "tests/petrarch/plain/own.discards.txt", "-"]);
    assert_eq!(status, Some(0));
    assert!(told.starts_with("petrarch: tests/petrarch/plain/own.discards.txt: 2 lines: 2 discards\n"), "{told}");
    let (status, _, told) = whodid(&["extract", "--petrarch", "tests/petrarch/plain/notes.txt", "-"]);
    assert_eq!(status, Some(2));
    assert!(told.contains("notes.txt"), "{told}");
    assert_eq!(whodid(&["extract", "--petrarch", "tests/petrarch/none", "-"]).0, Some(2));
}

#[test]
fn the_lexicon_commands_know_them() {
    let plain = ["--petrarch", "tests/petrarch/plain"];
    let run = |arguments: &[&str]| whodid(&[arguments, &plain[..]].concat());
    let (status, found, _) = run(&["lexicon", "find", "Boris Tellberg", "--date", "2007-01-01"]);
    assert_eq!(status, Some(0));
    let first: Vec<&str> = found.lines().take(2).collect();
    assert_eq!(
        first,
        [
            "Boris Tellberg on 2007-01-01: person BORIS TELLBERG (the name), country SWE, sector GOV; its period holds",
            "  tests/petrarch/plain/own.actors.txt:8: BORIS_TELLBERG_  # with periods",
        ]
    );
    let (status, found, _) = run(&["lexicon", "check"]);
    assert_eq!(status, Some(1));
    assert!(found.contains("tests/petrarch/plain/own.actors.txt:5: \"ORL\": the code's first letters are no country"));
    let (status, found, _) = run(&["lexicon", "stats"]);
    assert_eq!(status, Some(0));
    assert!(found.contains("tests/petrarch/plain/own.discards.txt: 2 lines: 2 discards\n"), "{found}");
}
