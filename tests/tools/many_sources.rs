//! What a comparison of many sources costs, stage by stage, in processor seconds, and what comes of it.
//! `cargo run --release --example many_sources [--model] [SOURCES...]`; 2, 5, 10 and 20 if none are given.
#![allow(clippy::print_stdout, clippy::unwrap_used, reason = "a tool that prints its result")]

#[path = "../../benches/text/mod.rs"]
mod text;

use counterpoint::engine::Engine;
use counterpoint::judge::Judge;
use counterpoint::model::{Cancel, Comparison, Settings, Source};
use counterpoint::{align, claims, segment};

/// Of each source.
const STATEMENTS: usize = 60;

/// Seconds that all threads have run so far. The pool's threads live as long as the program.
fn clock() -> f64 {
    let nanoseconds = |task: std::fs::DirEntry| {
        let line = std::fs::read_to_string(task.path().join("schedstat")).ok()?;
        line.split(' ').next()?.parse::<f64>().ok()
    };
    let tasks = std::fs::read_dir("/proc/self/task").unwrap();
    tasks.filter_map(|task| nanoseconds(task.ok()?)).sum::<f64>() / 1e9
}

/// The most memory held so far, in MB.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
    line.split_whitespace().next().and_then(|kb| kb.parse::<u64>().ok()).unwrap_or_default() / 1024
}

/// What a stage gives, and what it cost.
fn timed<T>(stage: impl FnOnce() -> T) -> (T, f64) {
    let began = clock();
    let result = stage();
    (result, clock() - began)
}

fn stages(count: usize) {
    let documents: Vec<_> = (0..count).map(|paper| text::report(STATEMENTS, paper)).collect();
    let (sources, segmenting) = timed(|| documents.into_iter().map(segment::segment).collect::<Vec<Source>>());
    let (judge, framing) = timed(|| Judge::new(&sources));
    let (alignments, aligning) = timed(|| align::align(&sources, None, &Cancel::default()).unwrap());
    let (pairs, judging) = timed(|| judge.pairs(&alignments));
    let pairs = pairs.into_iter().filter(|p| p.verdict.relation != counterpoint::model::Relation::Unrelated).collect();
    drop(judge);
    let mut comparison = Comparison { sources, pairs, ..Comparison::default() };
    let (groups, echoing) = timed(|| claims::echo(&comparison.sources));
    comparison.echo = groups;
    let (rows, clustering) = timed(|| claims::claims(&comparison));
    println!(
        "{count:3} sources  segment {segmenting:6.2}  frames {framing:5.2}  align {aligning:6.2}  \
         judge {judging:6.2}  echo {echoing:5.2}  claims {clustering:5.2}  peak {} MB  \
         {} alignments, {} pairs, {} claims (largest {}), {} echo groups",
        peak(),
        alignments.len(),
        comparison.pairs.len(),
        rows.len(),
        rows.iter().map(|claim| claim.statements.len()).max().unwrap_or_default(),
        comparison.echo.len(),
    );
}

fn with_model(count: usize) {
    let documents: Vec<_> = (0..count).map(|paper| text::report(STATEMENTS, paper)).collect();
    let settings = Settings { use_model: true, ..Settings::default() };
    let compare = || Engine::new().compare(&documents, &settings, &Cancel::default(), &|_| {}).unwrap();
    let (comparison, seconds) = timed(compare);
    let (pairs, rows) = (comparison.pairs.len(), comparison.claims.len());
    println!("{count:3} sources  with the models {seconds:7.2}  peak {} MB  {pairs} pairs, {rows} claims", peak());
}

fn main() {
    let given: Vec<String> = std::env::args().skip(1).collect();
    let mut counts: Vec<usize> = given.iter().filter_map(|count| count.parse().ok()).collect();
    if counts.is_empty() {
        counts = vec![2, 5, 10, 20];
    }
    println!("{STATEMENTS} statements a source; processor seconds");
    for count in counts {
        if given.iter().any(|argument| argument == "--model") { with_model(count) } else { stages(count) }
    }
}
