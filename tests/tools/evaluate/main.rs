//! Measures comparisons against gold statement pairs.
//!
//!     cargo run --release --example evaluate -- PATH... [--ablate [PART]] [--json OUT] [-v]
//!
//! A path is a gold file, or a folder: every `gold.json` below it is taken, with the other files beside it as sources. A
//! gold file of another name, `NAME.json`, takes the files of a folder `NAME` beside it or one level up.
//!
//! How a predicted pair meets a gold row, and what counts as right, is told in [`score`]. Figures are printed for each
//! story and for all; then contradictions found by kind, what traps were taken for, and how many verdicts of each
//! confidence were right ([`reliability`]). With `--ablate` alone, stories are compared in full and without each part in
//! turn, and the table has a row for each way; the calibration is that of the full program.

#![allow(clippy::print_stdout, reason = "printing is what this tool is for")]

mod ablate;
mod gold;
mod reliability;
mod score;
mod tables;

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Instant;

use ablate::Part;
use clap::{Parser, ValueEnum};
use counterpoint::engine::Engine;
use counterpoint::import;
use counterpoint::model::{Cancel, Document, Settings};
use gold::Story;
use score::Tally;
use serde_json::{Value, json};

type Failure = Box<dyn std::error::Error>;

/// Measures comparisons against gold statement pairs.
#[derive(Parser)]
struct Arguments {
    /// Gold files, or folders that hold them.
    #[arg(required = true)]
    paths: Vec<PathBuf>,
    /// Leave a part out; without naming one: compare in full, then without each part in turn.
    #[arg(long, value_name = "PART")]
    ablate: Option<Option<Part>>,
    /// Write all figures and all that was wrong or missed to a file, as JSON.
    #[arg(long, value_name = "OUT")]
    json: Option<PathBuf>,
    /// Keep in a folder what the models computed on stories, for the next run.
    #[arg(long, value_name = "FOLDER")]
    cache: Option<PathBuf>,
    /// List missed contradictions; twice: missed and wrong agreements, too; thrice: right contradictions, too. False alarms
    /// are always listed.
    #[arg(short, action = clap::ArgAction::Count)]
    verbose: u8,
}

fn main() -> Result<(), Failure> {
    let arguments = Arguments::parse();
    let start = Instant::now();
    let stories = gold::stories(&arguments.paths)?;
    let stories = stories.iter().map(|story| Ok((story, documents(story)?))).collect::<Result<Vec<_>, Failure>>()?;
    let engine = Engine::new();
    engine.memory().keep_in(arguments.cache.as_deref());
    let figures = match arguments.ablate {
        Some(None) => ablations(&engine, &stories),
        part => json!([whole(&engine, &stories, part.flatten(), arguments.verbose)]),
    };
    let out = json!({"gold": figures});
    println!("{:.1} s", start.elapsed().as_secs_f32());
    if let Some(path) = &arguments.json {
        let text = serde_json::to_string_pretty(&out)?;
        std::fs::write(path, text + "\n").map_err(|e| format!("{}: {e}", path.display()))?;
    }
    Ok(())
}

/// A story and its sources.
type Read<'a> = (&'a Story, Vec<Arc<Document>>);

fn documents(story: &Story) -> Result<Vec<Arc<Document>>, Failure> {
    story.files.iter().map(|path| Ok(Arc::new(import::read(path)?))).collect()
}

/// Compares the stories in one way and tells all about it.
fn whole(engine: &Engine, stories: &[Read<'_>], part: Option<Part>, verbose: u8) -> Value {
    let settings = Part::left_out(part);
    let mut total = Tally::default();
    let (mut rows, mut each) = (Vec::new(), Vec::new());
    for (story, documents) in stories {
        let tally = evaluate(engine, &settings, story, documents);
        tables::print_notes(&story.name, &tally.notes, verbose);
        each.push(json!({"story": story.name, "figures": tables::json(&tally)}));
        total.add(&tally);
        rows.push((story.name.clone(), tally));
    }
    rows.push(("all".to_owned(), total));
    tables::print(&rows);
    if let Some((_, total)) = rows.last() {
        tables::print_kinds(total);
        reliability::print(&total.told);
        return json!({"way": Part::title(part), "all": tables::json(total), "stories": each});
    }
    Value::Null
}

/// Compares the stories in full and without each part.
fn ablations(engine: &Engine, stories: &[Read<'_>]) -> Value {
    let ways = std::iter::once(None).chain(Part::value_variants().iter().copied().map(Some));
    let (mut rows, mut out) = (Vec::new(), Vec::new());
    for part in ways {
        let mut total = Tally::default();
        for (story, documents) in stories {
            total.add(&evaluate(engine, &Part::left_out(part), story, documents));
        }
        out.push(json!({"way": Part::title(part), "all": tables::json(&total)}));
        rows.push((Part::title(part), total));
    }
    tables::print(&rows);
    out.into()
}

fn evaluate(engine: &Engine, settings: &Settings, story: &Story, documents: &[Arc<Document>]) -> Tally {
    match engine.compare(documents, settings, &Cancel::default(), &|_| ()) {
        Ok(comparison) => score::score(&comparison, &story.rows),
        Err(cancelled) => unreachable!("nothing cancels it: {cancelled}"),
    }
}
