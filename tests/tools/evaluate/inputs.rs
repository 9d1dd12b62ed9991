//! What the paths on the command line hold.

use std::path::{Path, PathBuf};

/// Gold files and files of entailment pairs.
#[derive(Default)]
pub(crate) struct Inputs {
    /// Gold files and folders of them, for [`crate::gold::stories`].
    pub(crate) golds: Vec<PathBuf>,
    /// Files of premise, hypothesis and label.
    pub(crate) entailment: Vec<PathBuf>,
}

impl Inputs {
    /// Sorts the paths: `.jsonl` and `.jsonl.gz` hold entailment pairs, and so does a folder with such files in it; all
    /// else is gold.
    pub(crate) fn sort(paths: &[PathBuf]) -> std::io::Result<Self> {
        let mut out = Self::default();
        for path in paths {
            let mut lines = Vec::new();
            if path.is_dir() {
                for entry in std::fs::read_dir(path)? {
                    lines.push(entry?.path());
                }
                lines.retain(|entry| holds_lines(entry));
                lines.sort();
            } else if holds_lines(path) {
                lines.push(path.clone());
            }
            if lines.is_empty() {
                out.golds.push(path.clone());
            }
            out.entailment.append(&mut lines);
        }
        Ok(out)
    }
}

fn holds_lines(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    name.ends_with(".jsonl") || name.ends_with(".jsonl.gz")
}
