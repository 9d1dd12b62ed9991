//! Gold files and the sources they speak of.

use std::path::{Path, PathBuf};

use serde::Deserialize;

/// A gold file with its sources.
pub(crate) struct Story {
    /// Name of its folder, or of the file.
    pub(crate) name: String,
    /// The sources.
    pub(crate) files: Vec<PathBuf>,
    /// What is known of their statements.
    pub(crate) rows: Vec<Row>,
}

/// What is known of a pair of statements.
#[derive(Deserialize)]
pub(crate) struct Row {
    /// File name of the source of `a`, without extension.
    pub(crate) a_source: String,
    /// File name of the source of `b`, without extension.
    pub(crate) b_source: String,
    /// A sentence.
    pub(crate) a: String,
    /// A sentence of the other source.
    pub(crate) b: String,
    /// agree, contradict, tension or none.
    pub(crate) label: String,
    /// Kind of the contradiction, of the trap, …
    #[serde(rename = "type", default)]
    pub(crate) kind: String,
    /// Why.
    #[serde(default)]
    pub(crate) note: Option<String>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum File {
    Bare(Vec<Row>),
    Wrapped { pairs: Vec<Row> },
}

/// All stories at and below the paths, in order of their paths.
pub(crate) fn stories(paths: &[PathBuf]) -> Result<Vec<Story>, Box<dyn std::error::Error>> {
    let mut golds = Vec::new();
    for path in paths {
        find(path, &mut golds)?;
    }
    golds.iter().map(|path| story(path)).collect()
}

fn find(path: &Path, golds: &mut Vec<PathBuf>) -> std::io::Result<()> {
    if !path.is_dir() {
        golds.push(path.to_owned());
        return Ok(());
    }
    let gold = path.join("gold.json");
    if gold.exists() {
        golds.push(gold);
    }
    for entry in listing(path)?.into_iter().filter(|entry| entry.is_dir()) {
        find(&entry, golds)?;
    }
    Ok(())
}

fn listing(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut entries = std::fs::read_dir(folder)?.map(|e| e.map(|e| e.path())).collect::<Result<Vec<_>, _>>()?;
    entries.sort();
    Ok(entries)
}

fn story(gold: &Path) -> Result<Story, Box<dyn std::error::Error>> {
    let named = |e: &dyn std::fmt::Display| format!("{}: {e}", gold.display());
    let text = std::fs::read_to_string(gold).map_err(|e| named(&e))?;
    let rows = match serde_json::from_str(&text).map_err(|e| named(&e))? {
        File::Bare(rows) | File::Wrapped { pairs: rows } => rows,
    };
    let folder = gold.parent().unwrap_or(Path::new("."));
    let stem = gold.file_stem().unwrap_or_default();
    let (name, folder) = if stem == "gold" {
        (folder.file_name().unwrap_or_default(), folder.to_owned())
    } else {
        let places = [folder.join(stem), folder.join("..").join(stem)];
        (stem, places.into_iter().find(|p| p.is_dir()).ok_or_else(|| named(&"found no folder of its sources"))?)
    };
    let mut files = listing(&folder)?;
    files.retain(|file| file.is_file() && file.extension().is_none_or(|extension| extension != "json"));
    Ok(Story { name: name.to_string_lossy().into_owned(), files, rows })
}
