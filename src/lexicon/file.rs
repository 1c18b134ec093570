//! The files that a lexicon is made of.

use super::built_in;
use std::borrow::Cow;
use std::path::{Path, PathBuf};

/// The text of a lexicon file.
#[derive(Debug, Clone)]
pub struct LexiconFile {
    pub path: PathBuf,
    pub text: Cow<'static, str>,
    /// 0 for the built-in files, then the number of the user's folder. Later layers win.
    pub layer: u8,
}

/// A folder of lexicons that cannot be read.
#[derive(Debug, thiserror::Error)]
#[error("cannot read the lexicon {}: {source}", path.display())]
pub struct LexiconFolderError {
    /// The file or folder.
    pub path: PathBuf,
    /// What the system said.
    pub source: std::io::Error,
}

impl LexiconFile {
    /// The files in the binary.
    pub fn built_in() -> Vec<LexiconFile> {
        let file =
            |&(path, text): &(&str, &'static str)| LexiconFile { path: path.into(), text: text.into(), layer: 0 };
        built_in::FILES.iter().map(file).collect()
    }

    /// The files in the binary, then the `*.tsv` files of these folders by name. Bytes that are no UTF-8 become U+FFFD.
    ///
    /// # Errors
    /// When a folder or a file in it cannot be read.
    pub fn with_folders(folders: &[PathBuf]) -> Result<Vec<LexiconFile>, LexiconFolderError> {
        let mut files = LexiconFile::built_in();
        for (folder, layer) in folders.iter().zip(1..=u8::MAX) {
            let error = |path: &Path| {
                let path = path.to_path_buf();
                move |source| LexiconFolderError { path, source }
            };
            let mut paths = Vec::new();
            for entry in std::fs::read_dir(folder).map_err(error(folder))? {
                let path = entry.map_err(error(folder))?.path();
                if path.extension().is_some_and(|extension| extension == "tsv") {
                    paths.push(path);
                }
            }
            paths.sort();
            for path in paths {
                let bytes = std::fs::read(&path).map_err(error(&path))?;
                files.push(LexiconFile { path, text: String::from_utf8_lossy(&bytes).into_owned().into(), layer });
            }
        }
        Ok(files)
    }
}
