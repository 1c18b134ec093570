//! Real news for the benchmarks: in `../shared/news` (or `$WHODID_NEWS`), which is no part of the project. `xz` must be at hand.

use serde::Deserialize;
use std::path::PathBuf;
use std::process::Command;

#[derive(Deserialize)]
struct Record {
    text: String,
}

/// The texts of `name`, up to `enough` bytes; or what is missing.
pub fn texts(name: &str, enough: usize) -> Result<Vec<String>, String> {
    let folder = std::env::var_os("WHODID_NEWS").map_or_else(
        || {
            let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
            root.ancestors().map(|above| above.join("shared/news")).find(|news| news.is_dir()).unwrap_or_default()
        },
        PathBuf::from,
    );
    let path = folder.join(format!("{name}.jsonl.xz"));
    let unpacked = Command::new("xz").arg("-dc").arg(&path).output().map_err(|error| format!("xz: {error}"))?;
    if !unpacked.status.success() {
        return Err(format!("{} cannot be read", path.display()));
    }
    let mut bytes = 0;
    unpacked
        .stdout
        .split(|byte| *byte == b'\n')
        .filter(|line| !line.is_empty())
        .map(|line| serde_json::from_slice(line).map(|record: Record| record.text))
        .take_while(|text| {
            bytes += text.as_ref().map_or(0, String::len);
            bytes <= enough
        })
        .collect::<Result<_, _>>()
        .map_err(|error| error.to_string())
}
