//! What the whole program makes of articles, as a person would read it.
//!
//! A changed report of a sample fails. If the change is meant, accept it with
//! `INSTA_UPDATE=always cargo test --test golden` and read the difference before it is committed.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout, reason = "a failed unwrap is a failed test")]

use std::path::{Path, PathBuf};
use std::sync::Arc;

use counterpoint::engine::Engine;
use counterpoint::model::{
    Cancel, CheckerId, Comparison, DateBasis, Pair, PublicationDate, Relation, Review, Settings, Strength,
};
use counterpoint::{import, report};
use jiff::civil::date;

/// Compares all files of a folder. Dates that would be assumed, and so change with the day, are set.
fn compare(folder: &Path) -> Arc<Comparison> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    assert!(files.len() > 1, "{} holds {} files", folder.display(), files.len());
    let documents: Vec<_> = files
        .iter()
        .map(|file| {
            let mut document = import::read(file).unwrap();
            if document.origin.published.is_none_or(PublicationDate::is_assumed) {
                document.origin.published = Some(PublicationDate { date: date(2025, 12, 3), basis: DateBasis::Reader });
            }
            Arc::new(document)
        })
        .collect();
    Engine::new().compare(&documents, &Settings::default(), &Cancel::default(), &|_| {}).unwrap()
}

/// A snapshot for each format that people read; the fields of JSON are checked in `json_contract.rs`.
fn check(name: &str) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("resources/samples").join(name);
    let comparison = compare(&folder);
    let options = report::Options::on(date(2025, 12, 24));
    for format in ["markdown", "html", "csv"] {
        let text = report::by_name(format).unwrap().render(&comparison, &Review::default(), &options);
        let snapshot = if format == "markdown" { name.to_owned() } else { format!("{name}-{format}") };
        insta::with_settings!({ snapshot_path => "data/golden", prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!(snapshot, text);
        });
    }
}

#[test]
fn sample_peace_talks() {
    check("peace-talks");
}

#[test]
fn sample_ferry() {
    check("ferry");
}

/// Five real articles that lie beside the repository on the authors' machines, of three months of one story. No words of
/// theirs are kept. What is held here is that two of them place the announced talks in two cities, that vague prose of many
/// speakers is not cried wolf at, and that what they share is seen.
#[test]
fn the_articles_beside_the_repository() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/articles");
    if !folder.is_dir() {
        println!("skipped: ../shared/articles is not there");
        return;
    }
    let comparison = compare(&folder);
    let count = |relation, strength| comparison.count(relation, strength);
    let told = count(Relation::Contradiction, Strength::Clear) + count(Relation::Contradiction, Strength::Possible);
    assert!(told <= 12, "{told} contradictions told");
    let venues = |pair: &&Pair| pair.verdict.reasons.iter().any(|r| r.checker == CheckerId::Place);
    let told = |pair: &&Pair| pair.verdict.relation == Relation::Contradiction;
    assert!(comparison.pairs.iter().filter(told).any(|pair| venues(&pair)), "Moscow or the United States");
    assert!(count(Relation::Agreement, Strength::Clear) >= 10);
}
