//! Files, folders and standard input.

use super::InputError;
use std::io;
use std::path::{Path, PathBuf};

/// One thing to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    Stdin,
    File(PathBuf),
}

/// What is to be read, in order.
#[derive(Clone, Debug, Default)]
pub struct Inputs {
    pub inputs: Vec<Input>,
    /// Bytes of all the files; `None` where an input has no size that is known before it is read.
    pub bytes: Option<u64>,
    /// Files that were found in folders but are of no kind that is taken from a folder.
    pub passed_over: Vec<PathBuf>,
}

/// Extensions that are taken from a folder. A file that is named itself is read whatever it is called.
const TAKEN: [&str; 3] = ["txt", "jsonl", "ndjson"];

impl Inputs {
    /// Lists the inputs named: files as they are, folders with all that is in them, `-` for standard input.
    ///
    /// A folder is walked in the order of its names, folders in it included. Taken from it are `*.txt`, `*.jsonl` and
    /// `*.ndjson`; hidden files and links to folders are not looked at. Fails if a path is not there or a folder cannot
    /// be listed.
    pub fn find(paths: &[PathBuf]) -> Result<Inputs, InputError> {
        let mut found = Inputs { bytes: Some(0), ..Inputs::default() };
        for path in paths {
            if path.as_os_str() == "-" {
                found.inputs.push(Input::Stdin);
                found.bytes = None;
                continue;
            }
            let about = std::fs::metadata(path).map_err(|source| InputError { path: path.clone(), source })?;
            if about.is_dir() {
                found.walk(path).map_err(|(path, source)| InputError { path, source })?;
            } else {
                found.add(path.clone(), about.is_file().then_some(about.len()));
            }
        }
        Ok(found)
    }

    fn add(&mut self, path: PathBuf, size: Option<u64>) {
        self.bytes = self.bytes.zip(size).map(|(sum, size)| sum + size);
        self.inputs.push(Input::File(path));
    }

    fn walk(&mut self, folder: &Path) -> Result<(), (PathBuf, io::Error)> {
        let in_folder = |error| (folder.to_path_buf(), error);
        let mut names = Vec::new();
        for entry in std::fs::read_dir(folder).map_err(in_folder)? {
            names.push(entry.map_err(in_folder)?.file_name());
        }
        names.sort();
        for name in names {
            if name.as_encoded_bytes().starts_with(b".") {
                continue;
            }
            let path = folder.join(&name);
            let link = path.is_symlink();
            match std::fs::metadata(&path) {
                Ok(about) if about.is_dir() => {
                    // A link may lead back up.
                    if !link {
                        self.walk(&path)?;
                    }
                }
                _ if !extension(&path).is_some_and(|e| TAKEN.contains(&e.as_str())) => self.passed_over.push(path),
                // What cannot be looked at is reported when its turn comes to be read.
                about => self.add(path, about.ok().map(|a| a.len())),
            }
        }
        Ok(())
    }
}

/// The extension in small letters.
pub(super) fn extension(path: &Path) -> Option<String> {
    path.extension().map(|e| e.to_string_lossy().to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_walked_in_order_and_by_extension() {
        let folder = std::env::temp_dir().join(format!("whodid-inputs-{}", std::process::id()));
        std::fs::create_dir_all(folder.join("b")).unwrap();
        for name in ["c.txt", "a.JSONL", "b/x.ndjson", "README.md", ".hidden.txt", "gold.tuples"] {
            std::fs::write(folder.join(name), "x").unwrap();
        }
        let found = Inputs::find(std::slice::from_ref(&folder)).unwrap();
        let file = |name: &str| Input::File(folder.join(name));
        assert_eq!(found.inputs, [file("a.JSONL"), file("b/x.ndjson"), file("c.txt")]);
        assert_eq!(found.bytes, Some(3));
        assert_eq!(found.passed_over, [folder.join("README.md"), folder.join("gold.tuples")]);
        std::fs::remove_dir_all(&folder).unwrap();
        assert!(Inputs::find(&[folder]).is_err());
    }
}
