//! Prints the features of all candidate pairs, a JSON object a line: what `resources/models/fit_align.py` fits weights on.
//!
//!     cargo run --example align_features -- FOLDER... > features.jsonl
//!
//! Each folder is one story: its files, but for .json, are the sources.

#![allow(clippy::print_stdout, reason = "printing is what this tool is for")]

use std::path::Path;
use std::sync::Arc;

use counterpoint::neural::{MiniLm, SentenceEncoder};
use counterpoint::{align, import, model::Cancel, model::Source, segment::segment};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let encoder = MiniLm::load()?;
    for folder in std::env::args().skip(1) {
        let mut files = std::fs::read_dir(&folder)?.map(|e| e.map(|e| e.path())).collect::<Result<Vec<_>, _>>()?;
        files.retain(|file| file.extension().is_none_or(|extension| extension != "json"));
        files.sort();
        let mut sources = Vec::new();
        for file in &files {
            sources.push(segment(Arc::new(import::read(file)?)));
        }
        let texts = |source: &Source| -> Vec<String> {
            source.statements.iter().map(|s| source.text_of(s).to_owned()).collect()
        };
        let all =
            sources.iter().map(|source| encoder.encode(&texts(source).iter().map(String::as_str).collect::<Vec<_>>()));
        let embeddings = all.collect::<Result<Vec<_>, _>>()?;
        for (mode, embeddings) in [("model", Some(&embeddings)), ("words", None)] {
            for candidate in align::candidates(&sources, embeddings, &Cancel::default())? {
                let end = |at: counterpoint::model::StatementRef| {
                    let source = &sources[at.source.0 as usize];
                    let stem =
                        files[at.source.0 as usize].file_stem().unwrap_or_default().to_string_lossy().into_owned();
                    (stem, at.statement.0, source.text_of(&source.statements[at.statement.0 as usize]).to_owned())
                };
                let (a, b) = (end(candidate.alignment.left), end(candidate.alignment.right));
                println!(
                    "{}",
                    serde_json::json!({
                        "story": Path::new(&folder).file_name().unwrap_or_default().to_string_lossy(),
                        "mode": mode, "a_source": a.0, "b_source": b.0, "a_id": a.1, "b_id": b.1, "a": a.2, "b": b.2,
                        "similarity": candidate.alignment.similarity, "features": candidate.features,
                    })
                );
            }
        }
    }
    Ok(())
}
