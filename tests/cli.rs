//! The command as a whole: see `tests/cmd/README.md` for the cases that are folders.

use std::collections::BTreeSet;
use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

fn whodid(folder: &Path, arguments: &[&str], stdin: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_whodid"))
        .args(arguments)
        .current_dir(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut pipe = child.stdin.take().unwrap();
    let stdin = stdin.to_vec();
    // A child that has failed does not read it.
    let feeder = std::thread::spawn(move || drop(pipe.write_all(&stdin)));
    let output = child.wait_with_output().unwrap();
    feeder.join().unwrap();
    output
}

/// A folder of its own for a test, gone at its end.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Folder {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        Folder(path)
    }

    fn write(&self, name: &str, content: &str) {
        fs::write(self.0.join(name), content).unwrap();
    }

    fn names(&self) -> Vec<String> {
        let names = fs::read_dir(&self.0).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
        names.collect::<BTreeSet<_>>().into_iter().collect()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn articles(number: usize) -> String {
    let line = |i| {
        format!(
            "{{\"id\":\"a{i}\",\"date\":\"2021-05-0{}\",\"text\":\"Gunmen killed {i} soldiers in Lagos on Monday. \
             Police arrested {} suspects, the ministry said.\"}}\n",
            i % 9 + 1,
            i % 7
        )
    };
    (0..number).map(line).collect()
}

/// The ids of a JSON Lines output, without the repeats of an article's many events.
fn ids(output: &[u8]) -> String {
    let mut ids: Vec<String> = Vec::new();
    for line in std::str::from_utf8(output).unwrap().lines() {
        let record: serde_json::Value = serde_json::from_str(line).unwrap();
        let id = record.get("doc").unwrap_or(&record["id"]).as_str().unwrap().to_string();
        if ids.last() != Some(&id) {
            ids.push(id);
        }
    }
    ids.iter().map(|id| format!("{id}\n")).collect()
}

/// Standard error with no more than the articles and the errors of the closing line.
fn messages(stderr: &[u8]) -> String {
    let text = std::str::from_utf8(stderr).unwrap();
    let plain = |line: &str| match line.split_once(" articles") {
        Some((articles, rest)) if rest.contains(" MB/s") => {
            let errors = rest.split_once(" errors;").unwrap().0.rsplit(' ').next().unwrap();
            format!("{articles} articles, {errors} errors\n")
        }
        _ => format!("{line}\n"),
    };
    text.lines().map(plain).collect()
}

#[test]
fn cases() {
    let mut failed = Vec::new();
    let mut folders: Vec<_> = fs::read_dir("tests/cmd").unwrap().map(|entry| entry.unwrap().path()).collect();
    folders.sort();
    for folder in folders.iter().filter(|path| path.is_dir()) {
        let file = |name: &str| fs::read_to_string(folder.join(name)).ok();
        let command = file("cmd").expect("a case has a file `cmd`");
        let stdin = file("stdin").unwrap_or_default();
        let output = whodid(folder, &command.split_whitespace().collect::<Vec<_>>(), stdin.as_bytes());
        let status = file("status").map_or(0, |status| status.trim().parse().unwrap());
        let mut compare = |what: &str, expected: Option<String>, found: String| {
            if expected.as_ref().is_some_and(|expected| *expected != found) {
                failed.push(format!("{}: {what}\nexpected:\n{}\nfound:\n{found}", folder.display(), expected.unwrap()));
            }
        };
        compare("status", Some(format!("{status}")), format!("{}", output.status.code().unwrap()));
        compare("stdout", file("stdout"), String::from_utf8_lossy(&output.stdout).into_owned());
        compare("ids", file("ids"), ids(&output.stdout));
        compare("stderr", file("stderr"), messages(&output.stderr));
    }
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}

#[test]
fn the_output_is_the_same_for_any_number_of_threads() {
    let folder = Folder::new("threads");
    // Several blocks, with errors in between.
    folder.write("a.jsonl", &(articles(8000) + "{broken\n" + &articles(4000)));
    folder.write("b.txt", "Gunmen killed two soldiers.");
    for command in ["annotate", "extract"] {
        let one = whodid(&folder.0, &[command, "-j", "1", "."], b"");
        assert_eq!(one.status.code(), Some(1));
        assert_eq!(messages(&one.stderr).lines().last(), Some("12001 articles, 1 errors"));
        for threads in ["2", "4"] {
            let more = whodid(&folder.0, &[command, "-j", threads, "."], b"");
            assert!(one.stdout == more.stdout, "{command} -j {threads}");
            assert_eq!(messages(&one.stderr), messages(&more.stderr));
        }
    }
}

#[test]
fn the_counts_of_the_closing_line_add_up() {
    let folder = Folder::new("counts");
    folder.write("a.jsonl", &(articles(50) + "{\n{\"id\":\"x\",\"text\":\"\"}\n"));
    let output = whodid(&folder.0, &["extract", "a.jsonl"], b"");
    let text = String::from_utf8(output.stderr).unwrap();
    let closing = text.lines().last().unwrap();
    let before = |word: &str| -> usize {
        let at = closing.rfind(word).unwrap_or_else(|| panic!("{word}: {closing}"));
        closing[..at].trim_end().rsplit([' ', '(']).next().unwrap().parse().unwrap()
    };
    assert_eq!((before("articles"), before("errors")), (51, 1));
    assert_eq!(before("with events") + before("without"), 51);
    assert_eq!(before("events, "), output.stdout.iter().filter(|&&byte| byte == b'\n').count());
}

#[test]
fn an_output_file_appears_whole() {
    let folder = Folder::new("output");
    folder.write("a.jsonl", &articles(20));
    let to_stdout = whodid(&folder.0, &["annotate", "a.jsonl"], b"");
    folder.write("out.jsonl", "of an earlier run");
    let output = whodid(&folder.0, &["annotate", "a.jsonl", "-o", "out.jsonl"], b"");
    assert_eq!((output.status.code(), output.stdout.len()), (Some(0), 0));
    assert_eq!(fs::read(folder.0.join("out.jsonl")).unwrap(), to_stdout.stdout);
    assert_eq!(folder.names(), ["a.jsonl", "out.jsonl"]);

    let output = whodid(&folder.0, &["annotate", "a.jsonl", "-o", "nowhere/out.jsonl"], b"");
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8(output.stderr).unwrap().starts_with("whodid: cannot write nowhere/out.jsonl"));
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_is_status_2() {
    let folder = Folder::new("full");
    folder.write("a.jsonl", &articles(20));
    let output = whodid(&folder.0, &["annotate", "a.jsonl", "-o", "/dev/full"], b"");
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8(output.stderr).unwrap().starts_with("whodid: cannot write /dev/full: No space left"));
}

#[test]
fn a_reader_that_has_enough_is_no_error() {
    let folder = Folder::new("pipe");
    folder.write("a.jsonl", &articles(60_000));
    let mut child = Command::new(env!("CARGO_BIN_EXE_whodid"))
        .args(["annotate", "a.jsonl"])
        .current_dir(&folder.0)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut first = [0; 10];
    child.stdout.take().unwrap().read_exact(&mut first).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
}

#[test]
fn a_stream_is_answered_before_it_ends() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_whodid"))
        .args(["annotate", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let (mut stdin, mut stdout) = (child.stdin.take().unwrap(), child.stdout.take().unwrap());
    for _ in 0..3 {
        stdin.write_all(b"{\"id\":\"a\",\"text\":\"Rebels fled.\"}\n").unwrap();
        let mut first = [0; 7];
        stdout.read_exact(&mut first).unwrap();
        assert_eq!(&first, b"{\"id\":\"");
        // The rest of the line.
        let mut byte = [0];
        while byte != *b"\n" {
            stdout.read_exact(&mut byte).unwrap();
        }
    }
    drop(stdin);
    assert!(child.wait().unwrap().success());
}

#[test]
fn wrong_usage_is_status_2() {
    let folder = Folder::new("usage");
    for arguments in [
        &["extract", "-j", "0", "-"][..],
        &["extract", "--date", "yesterday", "-"],
        &["annotate", "--layers", "verbs", "-"],
        &["guess"],
        &[],
    ] {
        let output = whodid(&folder.0, arguments, b"");
        assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0), "{arguments:?}");
    }
    assert_eq!(whodid(&folder.0, &["--version"], b"").status.code(), Some(0));
}

#[test]
fn lexicon_commands() {
    let folder = Folder::new("lexicon");
    fs::create_dir(folder.0.join("mine")).unwrap();
    folder
        .write("mine/persons.tsv", "person\tiso3\tsector\toffice\tfrom\tto\nZo Rch\tFRA\tGOV\tminister\t2010\t2012\n");
    let run = |arguments: &[&str]| {
        let output = whodid(&folder.0, arguments, b"");
        (output.status.code(), String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap())
    };
    let (code, out, err) = run(&["lexicon", "check", "--lexicon", "mine"]);
    assert_eq!((code, out.as_str()), (Some(0), ""), "{err}");
    let (code, out, _) = run(&["lexicon", "find", "Zo Rch", "--date", "2013-05-01", "--lexicon", "mine"]);
    assert_eq!(code, Some(0));
    let expected = "Zo Rch on 2013-05-01: person Zo Rch (the name), country FRA, sector ELI; its last period is over\n  \
                    mine/persons.tsv:2: Zo Rch · FRA · GOV · minister · 2010 · 2012\n";
    assert_eq!(out, expected);
    let (code, out, _) = run(&["lexicon", "find", "claim responsibility"]);
    assert!(code == Some(0) && out.contains("claim responsibility · verb · CLAIM"), "{out}");
    let (code, out, _) = run(&["lexicon", "find", "gunmen"]);
    assert!(
        code == Some(0) && out.starts_with("gunmen: role gunman, plural, person, sector REB\n  lexicons/roles.tsv:"),
        "{out}"
    );
    let (code, _, err) = run(&["lexicon", "find", "Zo Rch"]);
    assert_eq!((code, err.as_str()), (Some(1), "\"Zo Rch\" is in no lexicon\n"));
    let (code, out, _) = run(&["lexicon", "stats", "--lexicon", "mine"]);
    assert!(code == Some(0) && out.contains("mine/persons.tsv"), "{out}");

    folder.write("mine/persons.tsv", "person\tiso3\tfrom\tto\nZo Rch\tFRA\t2010\t2009\n");
    let (code, out, err) = run(&["lexicon", "check", "--lexicon", "mine"]);
    assert_eq!(code, Some(1));
    assert_eq!(out, "mine/persons.tsv:2: impossible dates: it ends on 2009-12-31, before it begins on 2010-01-01\n");
    assert!(err.ends_with(" files checked, 1 findings\n"), "{err}");
    assert_eq!(run(&["lexicon", "check", "--lexicon", "nowhere"]).0, Some(2));
}

#[test]
fn extract_merge_and_dedup_in_a_pipe() {
    let folder = Folder::new("dedup");
    let story = |id: &str, source: &str| {
        format!(
            "{{\"id\":\"{id}\",\"date\":\"2024-03-23\",\"source\":\"{source}\",\"text\":\"Gunmen killed 12 soldiers in Mali \
             on Friday. The gunmen killed 12 soldiers in Mali, the army said.\"}}\n"
        )
    };
    folder.write("news.jsonl", &(story("a", "AP") + &story("b", "AFP")));
    let merged = whodid(&folder.0, &["extract", "--merge", "news.jsonl"], b"");
    assert_eq!(merged.stdout.iter().filter(|&&byte| byte == b'\n').count(), 2);
    let joined = whodid(&folder.0, &["dedup", "-"], &merged.stdout);
    assert!(joined.status.success());
    let event: serde_json::Value = serde_json::from_slice(&joined.stdout).unwrap();
    assert_eq!(event["mentions"].as_array().unwrap().len(), 4);
    assert_eq!((&event["source_count"], &event["sources"]), (&2.into(), &serde_json::json!(["AP", "AFP"])));
    assert_eq!(String::from_utf8(joined.stderr).unwrap(), "2 records, 1 events, 0 errors\n");
    // A line that is no event is told and costs itself only.
    let some = whodid(&folder.0, &["dedup"], &[b"no event\n", &merged.stdout[..]].concat());
    assert_eq!(some.status.code(), Some(1));
    assert_eq!(some.stdout, joined.stdout);
    assert!(String::from_utf8(some.stderr).unwrap().starts_with("error: -:1: not an event: "));
    assert_eq!(whodid(&folder.0, &["dedup", "missing"], b"").status.code(), Some(2));
}
