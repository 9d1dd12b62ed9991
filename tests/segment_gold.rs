//! The sentences that people marked in articles are found as statements. The articles are not part of the repository;
//! without them the test says so and passes.

#![allow(clippy::unwrap_used, clippy::print_stderr, reason = "a test may fail, and says what it skips")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use counterpoint::import;
use counterpoint::model::Source;
use counterpoint::segment::segment;

fn shared() -> Option<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    root.join("gold/articles.json").exists().then_some(root)
}

/// White space normalised, the pipes around a table row dropped.
fn normal(text: &str) -> String {
    text.trim_matches(|c: char| c == '|' || c.is_whitespace()).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The statements of a source that carry a claim, each with and without its label.
fn statements(source: &Source) -> BTreeSet<String> {
    let mut out = BTreeSet::new();
    for statement in source.statements.iter().filter(|statement| statement.kind.carries_claim()) {
        let text = source.text_of(statement);
        out.insert(normal(text));
        if let Some(label) = statement.label {
            out.insert(normal(&text[label.end..]));
        }
    }
    out
}

/// Distinct gold sentences by source file stem.
fn gold(path: &Path) -> BTreeSet<(String, String)> {
    let text = std::fs::read_to_string(path).unwrap();
    let value: serde_json::Value = serde_json::from_str(&text).unwrap();
    let rows = value.as_array().or_else(|| value.get("pairs").and_then(|pairs| pairs.as_array())).unwrap();
    let field = |row: &serde_json::Value, name: &str| row[name].as_str().unwrap().to_owned();
    rows.iter()
        .flat_map(|row| [(field(row, "a_source"), field(row, "a")), (field(row, "b_source"), field(row, "b"))])
        .collect()
}

#[test]
fn gold_sentences_are_statements() {
    let Some(shared) = shared() else {
        eprintln!("skipped: ../shared is not there");
        return;
    };
    let mut sets = vec![(shared.join("gold/articles.json"), shared.join("articles"))];
    for story in std::fs::read_dir(shared.join("gold/stories")).unwrap() {
        let folder = story.unwrap().path();
        sets.push((folder.join("gold.json"), folder));
    }
    let (mut found, mut all) = (0, 0);
    for (rows, folder) in sets {
        for (stem, sentence) in gold(&rows) {
            let document = import::read(&folder.join(format!("{stem}.txt"))).unwrap();
            all += 1;
            if statements(&segment(Arc::new(document))).contains(&normal(&sentence)) {
                found += 1;
            } else {
                eprintln!("not found in {}: {sentence}", folder.join(stem).display());
            }
        }
    }
    eprintln!("{found} of {all} gold sentences are statements");
    assert!(found * 100 >= all * 97, "{found} of {all}");
}
