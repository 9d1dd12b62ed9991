//! Prints what is known of the closest pairs of stories, a JSON object a line: what `resources/models/fit_calibration.py`
//! fits the calibration on, and measures checkers and vetoes by.
//!
//!     cargo run --release --example pair_features -- FOLDER... [--most N] > features.jsonl
//!
//! Each folder is one story: its files, but for .json, are the sources. Of every two sources the N closest pairs are read
//! by the relation model, whatever the program's own limits are.

#![allow(clippy::print_stdout, reason = "printing is what this tool is for")]

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use clap::Parser;
use counterpoint::judge::Judge;
use counterpoint::model::{Cancel, StatementRef};
use counterpoint::neural::{Answer, CrossEncoder, MiniLm, NeuralError, RelationModel, SentenceEncoder};
use counterpoint::{align, import, segment::segment};
use rayon::prelude::*;
use serde_json::json;

/// Prints what is known of the closest pairs of stories, a JSON object a line.
#[derive(Parser)]
struct Arguments {
    /// Stories.
    #[arg(required = true)]
    folders: Vec<PathBuf>,
    /// Read with other weights: a folder that holds relation-int8.onnx and relation-words.bin.
    #[arg(long, value_name = "FOLDER")]
    weights: Option<PathBuf>,
    /// Pairs of two sources read at most.
    #[arg(long, default_value_t = 150)]
    most: usize,
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments = Arguments::parse();
    let encoder = MiniLm::load()?;
    let relation = match &arguments.weights {
        None => CrossEncoder::load()?,
        Some(folder) => {
            // The program's own are static, too; the tool ends with them.
            let read = |name: &str| std::fs::read(folder.join(name)).map(|bytes| &*bytes.leak());
            CrossEncoder::with_weights(read("relation-int8.onnx")?, read("relation-words.bin")?)?
        }
    };
    for folder in &arguments.folders {
        let mut files = std::fs::read_dir(folder)?.map(|e| e.map(|e| e.path())).collect::<Result<Vec<_>, _>>()?;
        files.retain(|file| file.extension().is_none_or(|extension| extension != "json"));
        files.sort();
        let mut sources = Vec::new();
        for file in &files {
            sources.push(segment(Arc::new(import::read(file)?)));
        }
        let vectors = sources.iter().map(|source| {
            let texts: Vec<&str> = source.statements.iter().map(|s| source.text_of(s)).collect();
            encoder.encode(&texts)
        });
        let vectors = vectors.collect::<Result<Vec<_>, _>>()?;
        let judge = Judge::new(&sources);
        let mut pairs = align::align(&sources, Some(&vectors), &Cancel::default())?;
        pairs.sort_by(|a, b| b.similarity.total_cmp(&a.similarity));
        let end = |at: StatementRef| {
            let source = &sources[at.source.0 as usize];
            let stem = files[at.source.0 as usize].file_stem().unwrap_or_default().to_string_lossy().into_owned();
            let before = at.statement.0.checked_sub(1).map(|i| source.text_of(&source.statements[i as usize]));
            json!({ "source": stem, "statement": at.statement.0, "text": source.text_of(&source.statements[at.statement.0 as usize]),
                "before": before })
        };
        let mut counts: BTreeMap<_, usize> = BTreeMap::new();
        let places = pairs.iter().map(|alignment| {
            let place = counts.entry((alignment.left.source, alignment.right.source)).or_default();
            *place += 1;
            *place
        });
        let places: Vec<usize> = places.collect();
        let read = pairs.par_iter().zip(&places).map(|(alignment, &place)| {
            if place > arguments.most {
                return Ok(Vec::new());
            }
            let (a, b) = judge.passages(alignment);
            let mut answers = relation.read(&[(a, b)])?;
            // As the program: the other order only where the first leaves it open. The tool then gives the first twice.
            let open = answers.iter().all(|answer| answer.scores.neither < 0.9);
            answers.extend(if open { relation.read(&[(b, a)])? } else { answers.clone() });
            Ok(answers)
        });
        let read: Vec<Vec<Answer>> = read.collect::<Result<_, NeuralError>>()?;
        for ((alignment, place), answers) in pairs.iter().zip(places).zip(read) {
            let scores: Vec<[f32; 3]> =
                answers.iter().map(|x| [x.scores.agree, x.scores.neither, x.scores.contradict]).collect();
            println!(
                "{}",
                json!({
                    "story": folder, "a": end(alignment.left), "b": end(alignment.right), "place": place,
                    "similarity": alignment.similarity, "cosine": alignment.cosine, "rank": alignment.rank,
                    "margin": alignment.margin, "scores": scores, "kinds": answers.iter().map(|x| x.kind).collect::<Vec<_>>(),
                    "wording": format!("{:?}", judge.wording(alignment)),
                    "findings": judge.findings_of(alignment),
                })
            );
        }
    }
    Ok(())
}
