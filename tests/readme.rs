//! What the README shows is what comes out.

use serde_json::Value;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

/// The README's blocks of this language.
fn blocks(language: &str) -> Vec<String> {
    let readme = std::fs::read_to_string("README.md").unwrap();
    let open = format!("```{language}\n");
    readme.split(&open).skip(1).map(|rest| rest.split("```").next().unwrap().to_string()).collect()
}

/// The lines of a console block that are typed, run by a shell in `folder`; gives the last one's events.
fn typed(block: &str, folder: &Path) -> Vec<Value> {
    let mut script: String =
        block.lines().filter_map(|line| line.strip_prefix("$ ")).map(|line| format!("{line}\n")).collect();
    script = script.replace("| whodid ", &format!("| '{}' ", env!("CARGO_BIN_EXE_whodid")));
    let mut shell = Command::new("sh")
        .arg("-e")
        .current_dir(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    shell.stdin.take().unwrap().write_all(script.as_bytes()).unwrap();
    let output = shell.wait_with_output().unwrap();
    assert!(output.status.success(), "{script}");
    let lines = String::from_utf8(output.stdout).unwrap();
    lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn folder(name: &str) -> std::path::PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("readme-{name}"));
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

#[test]
#[cfg(unix)]
fn the_first_example() {
    let found = typed(&blocks("console")[0], &folder("example"));
    let shown: Value = serde_json::from_str(&blocks("json")[0]).unwrap();
    assert_eq!(found, [shown]);
}

#[test]
#[cfg(unix)]
fn a_word_of_ones_own() {
    let found = typed(&blocks("console")[1], &folder("word"));
    let [event] = &found[..] else { panic!("{found:?}") };
    assert_eq!((&event["action"]["type"], &event["action"]["lemma"]), (&"ASSAULT".into(), &"waylay".into()));
    assert_eq!(event["actor"]["text"], "LFF fighters");
    assert_eq!((&event["actor"]["country"], &event["actor"]["sector"]), (&"LKA".into(), &"REB".into()));
    assert_eq!(event["target"]["text"], "two policemen");
}

#[test]
fn all_types_are_explained() {
    let readme = std::fs::read_to_string("README.md").unwrap();
    for kind in whodid::lexicon::EventType::ALL {
        assert!(readme.contains(&format!("| {} |", kind.name())), "{}", kind.name());
    }
}
