//! Labelled pairs of sentences as stories: each pair is two reports of one sentence, compared by the whole program.
//!
//! Gold stories are few, and their writers know what they are for. Labelled sentences of others are many and real, and
//! tell how often the checkers cry wolf. Labels: entailment and same_event are agreement, contradiction is contradiction,
//! neutral and different_event are neither; other labels are left out. Of two sentences on one event many conflict, so
//! contradictions told between them are to be read, not counted.

use std::path::Path;
use std::sync::Arc;

use counterpoint::import;
use counterpoint::model::Document;

use super::entailment::{self, Row};
use super::gold::{self, Story};

/// A story with its sources.
type Read = (Story, Vec<Arc<Document>>);

/// The pairs of a file, or a sample of them. Pairs of which a side has no sentence are left out.
pub(crate) fn stories(path: &Path, sample: Option<usize>) -> Result<Vec<Read>, Box<dyn std::error::Error>> {
    let mut rows = entailment::rows(path).map_err(|e| format!("{}: {e}", path.display()))?;
    if let Some(size) = sample {
        entailment::thin(&mut rows, size);
    }
    Ok(rows.iter().enumerate().filter_map(|(index, row)| story(index, row)).collect())
}

fn story(index: usize, row: &Row) -> Option<Read> {
    let label = match row.label.as_str() {
        "entailment" | "same_event" => "agree",
        "contradiction" => "contradict",
        "neutral" | "different_event" => "none",
        _ => return None,
    };
    let (a, b) = (written(&row.premise), written(&row.hypothesis));
    let read = |text: &str| import::read_bytes("sentence.txt", text.as_bytes()).ok().map(Arc::new);
    let documents = vec![read(&a)?, read(&b)?];
    let gold = gold::Row {
        a_source: String::new(),
        b_source: String::new(),
        a,
        b,
        label: label.to_owned(),
        kind: "sentence".to_owned(),
        note: None,
    };
    Some((Story { name: index.to_string(), files: Vec::new(), rows: vec![gold] }, documents))
}

/// A sentence as people write it: data sets put spaces before marks, and leave out the last one.
fn written(sentence: &str) -> String {
    let mut out = sentence.trim().replace("-LRB- ", "(").replace(" -RRB-", ")");
    for mark in [",", ".", ";", ":", "!", "?", ")", "%", "'s", "n't"] {
        out = out.replace(&format!(" {mark}"), mark);
    }
    for mark in ["(", "$", "£"] {
        out = out.replace(&format!("{mark} "), mark);
    }
    if !out.ends_with(['.', '!', '?', '"', '\u{201d}']) {
        out.push('.');
    }
    out
}
