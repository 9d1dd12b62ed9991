//! Measures comparisons against gold statement pairs, and the entailment model against labelled pairs of sentences.
//!
//!     cargo run --release --example evaluate -- PATH... [--ablate [PART]] [--json OUT] [-v] [--sample N] [--both-ways]
//!         [--sentences]
//!
//! A path is a gold file, or a folder: every `gold.json` below it is taken, with the other files beside it as sources. A
//! gold file of another name, `NAME.json`, takes the files of a folder `NAME` beside it or one level up. A path that
//! ends in `.jsonl` or `.jsonl.gz`, or a folder of such files, holds entailment pairs ([`entailment`]); with `--sentences`
//! the whole program compares each such pair as two reports of one sentence ([`sentences`]).
//!
//! How a predicted pair meets a gold row, and what counts as right, is told in [`score`]. Figures are printed for each
//! story and for all; then contradictions found by kind, what traps were taken for, and how many verdicts of each
//! confidence were right ([`reliability`]). With `--ablate` alone, stories are compared in full and without each part in
//! turn, and the table has a row for each way; weights are those of the full program, or, where the entailment model does
//! not run, those fitted without it. `resources/models/fit_judge.py --figures` fits them anew for each row, on other
//! stories than those it scores.

#![allow(clippy::print_stdout, reason = "printing is what this tool is for")]

mod ablate;
mod entailment;
mod gold;
mod inputs;
mod reliability;
mod score;
mod sentences;
mod tables;

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Instant;

use ablate::Part;
use clap::{Parser, ValueEnum};
use counterpoint::engine::Engine;
use counterpoint::import;
use counterpoint::model::{Cancel, Document, Settings};
use counterpoint::neural::CrossEncoder;
use gold::Story;
use inputs::Inputs;
use score::Tally;
use serde_json::{Value, json};

type Failure = Box<dyn std::error::Error>;

/// Measures comparisons against gold statement pairs, and the entailment model against labelled pairs of sentences.
#[derive(Parser)]
struct Arguments {
    /// Gold files, files of entailment pairs (.jsonl, .jsonl.gz), or folders that hold them.
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
    /// Of each file of entailment pairs take so many at random, the same ones each time.
    #[arg(long, value_name = "N")]
    sample: Option<usize>,
    /// Ask the entailment model in the other direction, too: what it is worth that both must rule each other out.
    #[arg(long)]
    both_ways: bool,
    /// Compare each entailment pair as two reports of one sentence, instead of asking the entailment model alone.
    #[arg(long)]
    sentences: bool,
    /// List missed contradictions; twice: missed and wrong agreements, too; thrice: right contradictions, too. False alarms
    /// are always listed.
    #[arg(short, action = clap::ArgAction::Count)]
    verbose: u8,
}

fn main() -> Result<(), Failure> {
    let arguments = Arguments::parse();
    let inputs = Inputs::sort(&arguments.paths)?;
    let start = Instant::now();
    let mut out = json!({});
    if !inputs.golds.is_empty() {
        let stories = gold::stories(&inputs.golds)?;
        let stories =
            stories.iter().map(|story| Ok((story, documents(story)?))).collect::<Result<Vec<_>, Failure>>()?;
        let engine = Engine::new();
        engine.memory().keep_in(arguments.cache.as_deref());
        out["gold"] = match arguments.ablate {
            Some(None) => ablations(&engine, &stories),
            part => json!([whole(&engine, &stories, part.flatten(), arguments.verbose)]),
        };
    }
    if arguments.sentences {
        let engine = Engine::new();
        for path in &inputs.entailment {
            let stories = sentences::stories(path, arguments.sample)?;
            let stories: Vec<_> = stories.iter().map(|(story, documents)| (story, documents.clone())).collect();
            println!("\n{}", path.display());
            let figures = together(&engine, &stories, arguments.ablate.flatten(), arguments.verbose);
            out["sentences"][path.display().to_string()] = figures;
        }
    } else if !inputs.entailment.is_empty() {
        let model = CrossEncoder::load()?;
        let mut measured = Vec::new();
        for path in &inputs.entailment {
            let file = entailment::measure(path, &model, arguments.sample, arguments.both_ways)?;
            file.print();
            measured.push(file.json());
        }
        out["entailment"] = measured.into();
    }
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

/// The same of many short stories: figures of all together alone.
fn together(engine: &Engine, stories: &[Read<'_>], part: Option<Part>, verbose: u8) -> Value {
    let settings = Part::left_out(part);
    let mut total = Tally::default();
    for (story, documents) in stories {
        let tally = evaluate(engine, &settings, story, documents);
        tables::print_notes(&story.name, &tally.notes, verbose);
        total.add(&tally);
    }
    let rows = [("all".to_owned(), total)];
    tables::print(&rows);
    reliability::print(&rows[0].1.told);
    json!({"way": Part::title(part), "all": tables::json(&rows[0].1)})
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
