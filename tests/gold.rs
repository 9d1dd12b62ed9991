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

/// Floors a little below what was reached when they were set, and ceilings a little above; tighten them with every gain.
///
/// Nearly all the time goes to the models, so what they computed is kept beside the build, by hash of their weights and
/// of the texts: only the first run, and one with another model, takes a minute of processor time.
#[test]
fn precision_and_recall_stay_where_they_are() {
    let engine = Engine::new();
    engine.memory().keep_in(Some(&Path::new(env!("CARGO_TARGET_TMPDIR")).join("gold")));
    let stories = gold::stories(&[PathBuf::from("tests/data/gold")]).expect("the gold files are there");
    let (mut first, mut total) = (score::Tally::default(), score::Tally::default());
    for (index, story) in stories.iter().enumerate() {
        let read = |path: &PathBuf| Arc::new(import::read(path).expect("gold texts can be read"));
        let documents: Vec<_> = story.files.iter().map(read).collect();
        let tally = score::score(&compare(&engine, &documents, true), &story.rows);
        if index < FIRST {
            first.add(&tally);
        }
        total.add(&tally);
    }
    hold("the first stories", &first, [0.80, 0.58, 0.90, 0.35, 0.97, 0.40, 0.24, 0.45]);
    hold("all stories", &total, [0.78, 0.54, 0.90, 0.22, 0.97, 0.29, 0.13, 0.38]);

    // A trap is a pair written to be mistaken for a contradiction.
    let convicted = |kind: &str| {
        let traps = total.traps.iter().filter(|(name, _)| name.starts_with(kind)).map(|(_, trap)| trap);
        let (rows, wrong) = traps.fold((0, 0), |sum, trap| (sum.0 + trap.rows, sum.1 + trap.contradiction));
        assert!(rows >= 20, "the gold files hold {rows} rows {kind}");
        wrong as f32 / rows as f32
    };
    let ceilings = [
        ("trap", 0.005),
        ("trap-different-event", 0.01),
        ("trap-different-quantity", 0.02),
        ("trap-granularity", 0.01),
        ("trap-hypothetical", 0.04),
        ("trap-opinion", 0.04),
        ("trap-update", 0.07),
    ];
    let high: Vec<_> = ceilings
        .map(|(kind, ceiling)| (kind, convicted(kind), ceiling))
        .into_iter()
        .filter(|(_, got, ceiling)| got > ceiling)
        .collect();
    assert!(high.is_empty(), "above the ceiling (kind, share of rows judged a contradiction, ceiling): {high:?}");
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
            let because = comparison.because(pair, &pair.verdict.reasons[0]);
            alarms.push(format!("{}: {a} / {b}: {because}", path.display()));
        }
    }
    assert!(alarms.is_empty(), "{} false alarms:\n{}", alarms.len(), alarms.join("\n"));
}

/// How many stories were there before those that retell nearly everything in other words.
const FIRST: usize = 16;

/// Holds figures against their floors.
fn hold(of: &str, tally: &score::Tally, floors: [f32; 8]) {
    let found = |kinds: &[&str]| {
        let of = kinds.iter().map(|&kind| tally.kinds.get(kind).copied().unwrap_or_default());
        let (found, gold) = of.fold((0, 0), |sum, (found, gold)| (sum.0 + found, sum.1 + gold));
        found as f32 / gold as f32
    };
    let figures = [
        ("agreements, precision", tally.agree.precision()),
        ("agreements, recall", tally.agree.recall()),
        ("contradictions, precision", tally.contradict.precision()),
        ("contradictions, recall", tally.contradict.recall()),
        ("clear contradictions, precision", tally.clear.precision()),
        ("slots", found(&["date", "duration", "name", "number", "order", "place", "role"])),
        ("opposites", found(&["antonym", "negation", "outcome"])),
        ("speech", found(&["attribution", "quote"])),
    ];
    let low: Vec<_> = figures.iter().zip(floors).filter(|((_, got), floor)| got < floor).collect();
    assert!(low.is_empty(), "{of}: below the floor (name, figure, floor): {low:?}");
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
