//! Prints what the judge weighs for all aligned pairs, a JSON object a line: what `resources/models/fit_judge.py` fits
//! weights on.
//!
//!     cargo run --release --example judge_features -- FOLDER... [--ablate PART] > features.jsonl
//!
//! Each folder is one story: its files, but for .json, are the sources. The table "words" has all pairs, the table
//! "entailment" those that the entailment model is asked about (`asked`). Beside the features stands what else decides a
//! verdict: whether the difference is `explained`, and whether there is a `typed` finding at all. `--ablate` leaves a
//! part out, as in the example `evaluate`; without the model or entailment there is the table "words" alone.

#![allow(clippy::print_stdout, reason = "printing is what this tool is for")]

#[path = "evaluate/ablate.rs"]
#[allow(dead_code, reason = "titles are printed by the evaluate tool alone")]
mod ablate;

use std::path::PathBuf;
use std::sync::Arc;

use clap::Parser;
use counterpoint::judge::{Judge, weighing};
use counterpoint::model::{Alignment, Cancel, Kind, StatementRef};
use counterpoint::neural::{CrossEncoder, MiniLm, SentenceEncoder};
use counterpoint::{align, import, segment::segment};

/// Prints what the judge weighs for all aligned pairs, a JSON object a line.
#[derive(Parser)]
struct Arguments {
    /// Stories.
    #[arg(required = true)]
    folders: Vec<PathBuf>,
    /// Leave a part out.
    #[arg(long, value_name = "PART")]
    ablate: Option<ablate::Part>,
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments = Arguments::parse();
    let settings = ablate::Part::left_out(arguments.ablate);
    let (encoder, entailment) = (MiniLm::load()?, CrossEncoder::load()?);
    for folder in &arguments.folders {
        let mut files = std::fs::read_dir(folder)?.map(|e| e.map(|e| e.path())).collect::<Result<Vec<_>, _>>()?;
        files.retain(|file| file.extension().is_none_or(|extension| extension != "json"));
        files.sort();
        let mut sources = Vec::new();
        for file in &files {
            sources.push(segment(Arc::new(import::read(file)?)));
        }
        let vectors = if settings.encodes() {
            let encoded = sources.iter().map(|source| {
                let texts: Vec<&str> = source.statements.iter().map(|s| source.text_of(s)).collect();
                encoder.encode(&texts)
            });
            Some(encoded.collect::<Result<Vec<_>, _>>()?)
        } else {
            None
        };
        let judge = Judge::new(&sources).without(settings.ablate);
        let pairs = align::align(&sources, vectors.as_ref(), &judge.slot_pairs(), &Cancel::default())?;
        let end = |at: StatementRef| {
            let source = &sources[at.source.0 as usize];
            let stem = files[at.source.0 as usize].file_stem().unwrap_or_default().to_string_lossy().into_owned();
            (stem, source.text_of(&source.statements[at.statement.0 as usize]))
        };
        let asked = if settings.entails() { judge.asks(&pairs) } else { Vec::new() };
        let print = |table: &str, alignments: &[Alignment]| {
            for (index, alignment) in alignments.iter().enumerate() {
                let ((a_source, a), (b_source, b)) = (end(alignment.left), end(alignment.right));
                let reasons = judge.judge(alignment).reasons;
                println!(
                    "{}",
                    serde_json::json!({
                        "story": folder, "table": table, "a_source": a_source, "b_source": b_source, "a": a, "b": b,
                        "similarity": alignment.similarity,
                        "asked": table == "words" && asked.binary_search(&index).is_ok(),
                        "explained":
                            reasons.iter().any(|r| r.kind.explains() && r.kind != Kind::Occasion),
                        "typed": reasons.iter().any(|r| r.kind != Kind::Wording),
                        "names": weighing::FEATURES, "features": judge.features(alignment),
                    })
                );
            }
        };
        print("words", &pairs);
        if settings.entails() {
            let mut closest: Vec<Alignment> = asked.iter().map(|&index| pairs[index]).collect();
            judge.consult(&mut closest, &entailment)?;
            print("entailment", &closest);
        }
    }
    Ok(())
}
