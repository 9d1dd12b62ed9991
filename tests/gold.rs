//! Holds the figures on the gold stories written for this project: what was won is not lost unnoticed.

#![allow(clippy::expect_used, reason = "a test that cannot be set up has failed")]

#[path = "tools/evaluate/gold.rs"]
#[allow(dead_code, reason = "names are printed by the evaluate tool alone")]
mod gold;
#[path = "tools/evaluate/score.rs"]
#[allow(dead_code, reason = "the tables are printed by the evaluate tool alone")]
mod score;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use counterpoint::engine::Engine;
use counterpoint::import;
use counterpoint::model::{Cancel, Comparison, Document, Relation, Settings};

fn compare(engine: &Engine, documents: &[Arc<Document>], use_model: bool) -> Arc<Comparison> {
    let settings = Settings { use_model, ..Settings::default() };
    engine.compare(documents, &settings, &Cancel::default(), &|_| ()).expect("nothing cancels it")
}

/// Floors a little below what was reached when they were set; raise them with every gain.
#[test]
fn precision_and_recall_stay_where_they_are() {
    let engine = Engine::new();
    let mut total = score::Tally::default();
    for story in gold::stories(&[PathBuf::from("tests/data/gold")]).expect("the gold files are there") {
        let read = |path: &PathBuf| Arc::new(import::read(path).expect("gold texts can be read"));
        let documents: Vec<_> = story.files.iter().map(read).collect();
        total.add(&score::score(&compare(&engine, &documents, true), &story.rows));
    }
    let precision = |c: &score::Counts| c.right as f32 / (c.right + c.wrong) as f32;
    let recall = |c: &score::Counts| c.found as f32 / c.gold as f32;
    let figures = [
        ("agreements, precision", precision(&total.agree), 0.72),
        ("agreements, recall", recall(&total.agree), 0.58),
        ("contradictions, precision", precision(&total.contradict), 0.84),
        ("contradictions, recall", recall(&total.contradict), 0.33),
        ("clear contradictions, precision", precision(&total.clear), 0.90),
    ];
    let low: Vec<_> = figures.iter().filter(|(_, got, floor)| got < floor).collect();
    assert!(low.is_empty(), "below the floor (name, figure, floor): {low:?}");
}

/// The cheapest false alarm to find: a report compared with itself, a line longer.
#[test]
fn a_report_does_not_contradict_itself() {
    let engine = Engine::new();
    let mut alarms = Vec::new();
    for path in texts(&["tests/data/gold", "resources/samples"]) {
        let first = import::read(&path).expect("the text can be read");
        let mut second = first.clone();
        second.text = format!("{}\n\nMore follows here soon.\n", first.text).into();
        second.origin.sha256.push('0');
        second.blocks.clear();
        let comparison = compare(&engine, &[Arc::new(first), Arc::new(second)], false);
        for pair in comparison.pairs.iter().filter(|p| p.verdict.relation == Relation::Contradiction) {
            let (a, b) = (comparison.text(pair.alignment.left), comparison.text(pair.alignment.right));
            alarms.push(format!("{}: {a} / {b}: {}", path.display(), pair.verdict.findings[0].because));
        }
    }
    assert!(alarms.is_empty(), "{} false alarms:\n{}", alarms.len(), alarms.join("\n"));
}

/// All plain texts below some folders.
fn texts(folders: &[&str]) -> Vec<PathBuf> {
    fn below(folder: &Path, out: &mut Vec<PathBuf>) {
        for entry in std::fs::read_dir(folder).expect("the folder is there").flatten() {
            let path = entry.path();
            if path.is_dir() {
                below(&path, out);
            } else if path.extension().is_some_and(|e| e == "txt") {
                out.push(path);
            }
        }
    }
    let mut out = Vec::new();
    folders.iter().for_each(|folder| below(Path::new(folder), &mut out));
    out.sort();
    assert!(!out.is_empty(), "there are texts");
    out
}
