//! Files to articles.

use jiff::civil::{Date, date};
use std::fs;
use std::path::{Path, PathBuf};
use whodid::read::{Inputs, ReadOptions, Reader};

fn folder(name: &str, files: &[(&str, &[u8])]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("reading-{name}"));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    for (name, content) in files {
        fs::write(folder.join(name), content).unwrap();
    }
    folder
}

/// Each article's id, day, text and number of places replaced; or the message.
type Read = Result<(String, Option<Date>, String, u64), String>;

fn read(folder: &Path, options: ReadOptions) -> Vec<Read> {
    let mut out = Vec::new();
    for block in Reader::new(Inputs::find(&[folder.to_path_buf()]).unwrap().inputs, options) {
        block.records(&mut |record| {
            out.push(match record.article {
                Ok(a) => Ok((a.id.to_string(), a.published, a.text.to_string(), record.replaced)),
                Err(error) => Err(error.to_string()),
            });
        });
    }
    out
}

#[test]
fn a_text_file_is_an_article() {
    let folder = folder(
        "text",
        &[
            ("a-2020-05-06.txt", "\u{feff}Headline\r\n\r\nLONDON, March 5, 2021 (Reuters) - Police\r\n".as_bytes()),
            ("b-2020-05-06.txt", b"caf\xe9 \xff\xfe{"),
            ("c.txt", b"{\"id\":\"no JSON by its name\"}"),
        ],
    );
    let a = |day| {
        Ok(("a-2020-05-06".into(), day, "Headline\r\n\r\nLONDON, March 5, 2021 (Reuters) - Police\r\n".into(), 0))
    };
    let b = |day| Ok(("b-2020-05-06".into(), day, "caf\u{fffd} \u{fffd}\u{fffd}{".into(), 3));
    let c = |day| Ok(("c".into(), day, "{\"id\":\"no JSON by its name\"}".into(), 0));
    let found = read(&folder, ReadOptions::default());
    assert_eq!(found, [a(Some(date(2021, 3, 5))), b(Some(date(2020, 5, 6))), c(None)]);
    let day = Some(date(1999, 1, 1));
    assert_eq!(read(&folder, ReadOptions { date: day, ..ReadOptions::default() }), [a(day), b(day), c(day)]);
}

#[test]
fn a_file_that_cannot_be_read_is_an_error_in_its_place() {
    let folder = folder("errors", &[("a.txt", b"x"), ("c.txt", b"longer than is allowed"), ("d.txt", b"y")]);
    #[cfg(unix)]
    std::os::unix::fs::symlink("nowhere", folder.join("b.jsonl")).unwrap();
    let found = read(&folder, ReadOptions { longest_record: 10, ..ReadOptions::default() });
    let messages: Vec<String> = found.into_iter().map(|read| read.map_or_else(|error| error, |a| a.0)).collect();
    let path = |name: &str| folder.join(name).display().to_string();
    assert_eq!(messages.first().unwrap(), "a");
    #[cfg(unix)]
    assert!(messages[1].starts_with(&format!("{}: No such file", path("b.jsonl"))), "{messages:?}");
    assert_eq!(messages[messages.len() - 2..], [format!("{}: longer than 10 bytes", path("c.txt")), "d".to_string()]);
}

#[test]
fn many_small_files_share_blocks_and_keep_their_order() {
    let names: Vec<String> = (1000..3500).map(|i| format!("{i}.txt")).collect();
    let folder = folder("many", &names.iter().map(|name| (name.as_str(), name.as_bytes())).collect::<Vec<_>>());
    let found = read(&folder, ReadOptions::default());
    assert_eq!(found.into_iter().map(|read| read.unwrap().2).collect::<Vec<_>>(), names);
    fs::remove_dir_all(folder).unwrap();
}
