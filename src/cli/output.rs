//! Where the output goes: standard output, or a file that appears whole or not at all.

use anyhow::{Context, Result};
use std::fs::File;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

pub enum Output {
    Stdout(io::StdoutLock<'static>),
    /// A device or a pipe: it has no temporary name.
    Direct {
        file: File,
        path: PathBuf,
    },
    /// Written as `partial`, then renamed to `path`.
    File {
        file: File,
        partial: PathBuf,
        path: PathBuf,
    },
}

impl Output {
    pub fn open(path: Option<&Path>) -> Result<Output> {
        let Some(path) = path.filter(|path| path.as_os_str() != "-") else {
            return Ok(Output::Stdout(io::stdout().lock()));
        };
        let create = |path: &Path| File::create(path).with_context(|| format!("cannot write {}", path.display()));
        match std::fs::metadata(path) {
            Ok(about) if !about.is_file() => Ok(Output::Direct { file: create(path)?, path: path.to_path_buf() }),
            _ => {
                let mut partial = path.as_os_str().to_owned();
                partial.push(".partial");
                let partial = PathBuf::from(partial);
                Ok(Output::File { file: create(&partial)?, partial, path: path.to_path_buf() })
            }
        }
    }

    /// The name to give in messages.
    pub fn name(&self) -> String {
        match self {
            Output::Stdout(_) => "standard output".to_string(),
            Output::Direct { path, .. } | Output::File { partial: path, .. } => path.display().to_string(),
        }
    }

    /// All is written: gives the file its name.
    pub fn finish(mut self) -> Result<()> {
        self.flush()?;
        if let Output::File { file, partial, path } = self {
            file.sync_all().with_context(|| format!("cannot write {}", partial.display()))?;
            std::fs::rename(&partial, &path)
                .with_context(|| format!("cannot rename {} to {}", partial.display(), path.display()))?;
        }
        Ok(())
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Output::Stdout(stdout) => stdout.write(bytes),
            Output::Direct { file, .. } | Output::File { file, .. } => file.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Output::Stdout(stdout) => stdout.flush(),
            Output::Direct { file, .. } | Output::File { file, .. } => file.flush(),
        }
    }
}
