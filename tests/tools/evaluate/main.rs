//! Measures comparisons against gold statement pairs.
//!
//!     cargo run --example evaluate -- [-v] [--no-model] PATH...
//!
//! A path is a gold file, or a folder: every `gold.json` below it is taken, with the other files beside it as sources. A
//! gold file of another name, `NAME.json`, takes the files of a folder `NAME` beside it or one level up.
//!
//! How a predicted pair meets a gold row, and what counts as right, is told in [`score`].

#![allow(clippy::print_stdout, reason = "printing is what this tool is for")]

mod gold;
mod score;

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Instant;

use clap::Parser;
use counterpoint::engine::Engine;
use counterpoint::import;
use counterpoint::model::{Cancel, Settings};
use gold::Story;
use score::Tally;

/// Measures comparisons against gold statement pairs.
#[derive(Parser)]
struct Arguments {
    /// Gold files, or folders that hold them.
    #[arg(required = true)]
    paths: Vec<PathBuf>,
    /// Compare by words alone.
    #[arg(long)]
    no_model: bool,
    /// List what was missed, and every wrong pair: once contradictions, twice agreements too.
    #[arg(short, action = clap::ArgAction::Count)]
    verbose: u8,
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let arguments = Arguments::parse();
    let (engine, settings) = (Engine::new(), Settings { use_model: !arguments.no_model, ..Settings::default() });
    let mut rows = Vec::new();
    let mut total = Tally::default();
    let start = Instant::now();
    for story in gold::stories(&arguments.paths)? {
        let tally = evaluate(&engine, &settings, &story, arguments.verbose)?;
        total.add(&tally);
        rows.push((story.name, tally));
    }
    if rows.len() > 1 {
        rows.push(("all".to_owned(), total));
    }
    table(&rows);
    println!("{:.1} s", start.elapsed().as_secs_f32());
    Ok(())
}

fn evaluate(
    engine: &Engine,
    settings: &Settings,
    story: &Story,
    verbose: u8,
) -> Result<Tally, Box<dyn std::error::Error>> {
    let mut documents = Vec::new();
    for path in &story.files {
        documents.push(Arc::new(import::read(path)?));
    }
    let comparison = engine.compare(&documents, settings, &Cancel::default(), &|_| ())?;
    let tally = score::score(&comparison, &story.rows);
    if verbose > 0 {
        for note in tally.notes.iter().filter(|note| verbose > 1 || note.about_contradiction) {
            println!("{} {}", story.name, note.text);
        }
    }
    Ok(tally)
}

fn table(rows: &[(String, Tally)]) {
    println!("\n{:16} | {:35} | {:35} | clear", "", "agree", "contradict");
    let (long, short) = ("gold found pred     P     R    F1", "found pred     P     R");
    println!("{:16} | {long:>35} | {long:>35} | {short:>24}", "");
    for (name, tally) in rows {
        let (agree, contradict) = (tally.agree.line(), tally.contradict.line());
        println!("{name:16} | {agree:>35} | {contradict:>35} | {:>24}", tally.clear.short_line());
    }
    if let Some((_, total)) = rows.last() {
        let kinds: BTreeMap<&str, String> =
            total.kinds.iter().map(|(kind, (found, gold))| (kind.as_str(), format!("{found}/{gold}"))).collect();
        println!("\ncontradictions found, by kind of the gold row: {kinds:?}");
        println!("rows labelled none were judged: {:?}", total.traps);
    }
}
