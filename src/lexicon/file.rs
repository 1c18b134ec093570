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

impl LexiconFolderError {
    /// What happened at this file or folder.
    pub(super) fn at(path: &Path) -> impl FnOnce(std::io::Error) -> LexiconFolderError {
        let path = path.to_path_buf();
        move |source| LexiconFolderError { path, source }
    }
}

/// What is in a folder, in the order of the names.
pub(super) fn in_folder(folder: &Path) -> Result<Vec<PathBuf>, LexiconFolderError> {
    let entries = std::fs::read_dir(folder).map_err(LexiconFolderError::at(folder))?;
    let paths = entries.map(|entry| Ok(entry?.path())).collect::<std::io::Result<Vec<_>>>();
    let mut paths = paths.map_err(LexiconFolderError::at(folder))?;
    paths.sort();
    Ok(paths)
}

/// The bytes of a file.
pub(super) fn bytes_of(path: &Path) -> Result<Vec<u8>, LexiconFolderError> {
    std::fs::read(path).map_err(LexiconFolderError::at(path))
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
            let is_table = |path: &PathBuf| path.extension().is_some_and(|extension| extension == "tsv");
            for path in in_folder(folder)?.into_iter().filter(is_table) {
                let text = String::from_utf8_lossy(&bytes_of(&path)?).into_owned().into();
                files.push(LexiconFile { path, text, layer });
            }
        }
        Ok(files)
    }
}
