//! Prints what the judge weighs for all aligned pairs, a JSON object a line: what `resources/models/fit_judge.py` fits
//! weights on.
//!
//!     cargo run --release --example judge_features -- FOLDER... > features.jsonl
//!
//! Each folder is one story: its files, but for .json, are the sources.

#![allow(clippy::print_stdout, reason = "printing is what this tool is for")]

use std::sync::Arc;

use counterpoint::judge::{Judge, weighing};
use counterpoint::model::{Cancel, StatementRef};
use counterpoint::neural::{CrossEncoder, MiniLm, SentenceEncoder};
use counterpoint::{align, import, segment::segment};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let (encoder, entailment) = (MiniLm::load()?, CrossEncoder::load()?);
    for folder in std::env::args().skip(1) {
        let mut files = std::fs::read_dir(&folder)?.map(|e| e.map(|e| e.path())).collect::<Result<Vec<_>, _>>()?;
        files.retain(|file| file.extension().is_none_or(|extension| extension != "json"));
        files.sort();
        let mut sources = Vec::new();
        for file in &files {
            sources.push(segment(Arc::new(import::read(file)?)));
        }
        let mut vectors = Vec::new();
        for source in &sources {
            let texts: Vec<&str> = source.statements.iter().map(|s| source.text_of(s)).collect();
            vectors.push(encoder.encode(&texts)?);
        }
        let judge = Judge::new(&sources);
        let mut alignments = align::align(&sources, Some(&vectors), &judge.slot_pairs(), &Cancel::default())?;
        let end = |at: StatementRef| {
            let source = &sources[at.source.0 as usize];
            let stem = files[at.source.0 as usize].file_stem().unwrap_or_default().to_string_lossy().into_owned();
            (stem, source.text_of(&source.statements[at.statement.0 as usize]))
        };
        for table in ["words", "entailment"] {
            if table == "entailment" {
                judge.consult(&mut alignments, &entailment)?;
            }
            for alignment in &alignments {
                let ((a_source, a), (b_source, b)) = (end(alignment.left), end(alignment.right));
                println!(
                    "{}",
                    serde_json::json!({
                        "story": folder, "table": table, "a_source": a_source, "b_source": b_source, "a": a, "b": b,
                        "names": weighing::FEATURES, "features": judge.features(alignment),
                    })
                );
            }
        }
    }
    Ok(())
}
