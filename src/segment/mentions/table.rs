//! Reads the tables of examples in `tests/data/mentions`, for the tests of this module.
//!
//! A row holds a text, a tab, and what must be found in it, parted by `;`. A second column that is empty or missing means
//! that nothing may be found. `#` begins a comment.

use proptest::prelude::*;

use crate::model::Span;

/// The rows of a table, columns apart.
pub(super) fn rows(name: &str) -> Vec<Vec<String>> {
    let path = format!("{}/tests/data/mentions/{name}.tsv", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{path}: {e}"));
    text.lines()
        .filter(|line| !line.starts_with('#') && !line.trim().is_empty())
        .map(|line| line.split('\t').map(|cell| cell.trim().to_owned()).collect())
        .collect()
}

/// Rows of a table that failed, collected so that one run shows them all.
#[derive(Default)]
pub(super) struct Failures(Vec<String>);

impl Failures {
    /// Compares what was found with the second column.
    pub(super) fn check(&mut self, row: &[String], found: &[String]) {
        let cell = row.get(1).map_or("", String::as_str);
        let expected: Vec<&str> = cell.split(';').map(str::trim).filter(|s| !s.is_empty()).collect();
        if !expected.iter().copied().eq(found.iter().map(|f| f.trim())) {
            self.0.push(format!("{}\n   expected {expected:?}\n   found    {found:?}", row[0]));
        }
    }
}

impl Drop for Failures {
    fn drop(&mut self) {
        assert!(self.0.is_empty() || std::thread::panicking(), "{} rows fail\n{}", self.0.len(), self.0.join("\n"));
    }
}

/// Arbitrary text with the words and marks that the finders look at.
pub(super) fn any_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("not "),
        Just("said "),
        Just("“"),
        Just("”"),
        Just("\""),
        Just("’"),
        Just("‘"),
        Just("'"),
        Just("May "),
        Just("according to "),
        Just("no"),
        Just(" former "),
        Just("President "),
        Just("denied"),
        Just(", "),
        Just(". "),
        Just("Éva "),
        Just("İ"),
        Just("ﬁ"),
        Just("Müller's "),
        Just("nor "),
        Just("told "),
        Just("(EU) "),
        Just("if "),
        Just("🙂"),
        Just("the "),
        Just("U.S. "),
        Just("who "),
        Just("will "),
        Just("–"),
        Just("\n"),
        Just("until "),
    ];
    prop_oneof![
        ".{0,60}".prop_map(String::from),
        proptest::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat()),
    ]
}

/// Asserts that a span lies in the text and on its character boundaries.
pub(super) fn in_bounds(text: &str, span: Span) {
    assert!(text.get(span.start..span.end).is_some(), "{span:?} of {text:?}");
}
