//! What holds of every segmentation, whatever the text.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

use std::sync::Arc;

use counterpoint::import;
use counterpoint::model::{BlockKind, Document, Origin, Source, Span, StatementKind};
use counterpoint::segment::segment;
use proptest::prelude::*;

fn plain(text: &str) -> Source {
    segment(Arc::new(Document {
        title: String::new(),
        origin: Origin::default(),
        language: "en".to_owned(),
        text: Arc::from(text),
        blocks: Vec::new(),
        warnings: Vec::new(),
    }))
}

/// Checks spans, order and nesting; `gaps_are_blank` where the format has no markup.
fn check(source: &Source, gaps_are_blank: bool) {
    let text = &*source.document.text;
    let mut rebuilt = String::new();
    let mut end = 0;
    for block in &source.blocks {
        assert!(block.span.start >= end && block.span.end <= text.len(), "blocks are ordered and in bounds");
        let gap = text.get(end..block.span.start).unwrap();
        assert!(!gaps_are_blank || gap.trim().is_empty(), "{gap:?} is in no block");
        let words = text.get(block.span.start..block.span.end).unwrap();
        assert!(!words.trim().is_empty() && words.trim() == words, "{words:?}");
        rebuilt.push_str(gap);
        rebuilt.push_str(words);
        end = block.span.end;
    }
    let rest = text.get(end..).unwrap();
    assert!(!gaps_are_blank || rest.trim().is_empty(), "{rest:?} is in no block");
    rebuilt.push_str(rest);
    assert_eq!(rebuilt, text);

    let mut last = Span::default();
    for (index, statement) in source.statements.iter().enumerate() {
        assert_eq!(statement.id.0 as usize, index);
        let block = source.blocks[statement.block as usize];
        assert!(block.span.contains(statement.span), "a statement lies in its block");
        assert!(statement.span.start >= last.end && !statement.span.is_empty());
        let words = text.get(statement.span.start..statement.span.end).unwrap();
        if let Some(label) = statement.label {
            assert!(words.get(label.start..label.end).is_some(), "a label lies in its statement");
        }
        last = statement.span;
    }
    for (index, block) in source.blocks.iter().enumerate().filter(|(_, block)| block.kind != BlockKind::TableRow) {
        let covered: usize =
            source.statements.iter().filter(|s| s.block as usize == index).map(|s| dense(source.text_of(s))).sum();
        assert_eq!(covered, dense(block.span.of(text)), "statements hold every character of a block");
    }
}

/// Number of characters that are not white space.
fn dense(text: &str) -> usize {
    text.chars().filter(|c| !c.is_whitespace()).count()
}

/// Text that looks like an article often enough to reach every branch.
fn article() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("The harbour was closed on Monday. 38 boats wait in the U.S. and in Bergen"),
        Just("“We had ten minutes,” said Sgt. Ann Lee. “No more.”"),
        Just("Who pays?"),
        Just("Size: 1,200 acres"),
        Just("Summary: The fire started at 2 p.m. near Lunde."),
        Just("| Day | Boats |"),
        Just("|---|---|"),
        Just("Key Point Details"),
        Just("Place of Talks Delegates may meet in Oslo soon."),
        Just("• "),
        Just("– "),
        Just("2. "),
        Just("By Ann Lee | 2 May 2025"),
        Just("OSLO, May 3 (Agency) - "),
        Just("You may also like"),
        Just("… "),
        Just("\n"),
        Just("\n\n"),
        Just("\r\n"),
        Just("\t"),
        Just(" "),
        Just("\u{a0}"),
        Just(". "),
        Just("?” "),
        Just("é—ü"),
        Just("。次の文"),
    ];
    prop::collection::vec(prop_oneof![4 => piece.prop_map(str::to_owned), 1 => any::<String>()], 0..24)
        .prop_map(|v| v.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 160, ..ProptestConfig::default() })]

    #[test]
    fn plain_text_is_covered(text in article()) {
        check(&plain(&text), true);
    }

    #[test]
    fn markdown_keeps_its_text(text in article()) {
        let text = format!("# Head\n\n{text}");
        if let Ok(document) = import::read_bytes("a.md", text.as_bytes()) {
            prop_assert_eq!(&*document.text, text.as_str());
            check(&segment(Arc::new(document)), false);
        }
    }

    #[test]
    fn pages_are_covered(text in article()) {
        let page = format!("<html><body><h1>Head</h1><p>{text}</p><ul><li>{text}</li></ul></body></html>");
        if let Ok(document) = import::read_bytes("a.html", page.as_bytes()) {
            check(&segment(Arc::new(document)), true);
        }
    }
}

/// Every article under `tests/data/segment/articles`: its statements, one a line, with their kinds and labels.
#[test]
fn articles_are_read_as_recorded() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/segment/articles");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension != "expected"));
    files.sort();
    assert!(!files.is_empty());
    for path in files {
        let source = segment(Arc::new(import::read(&path).unwrap()));
        let read: Vec<String> = source
            .statements
            .iter()
            .map(|statement| {
                let text = source.text_of(statement);
                let (label, rest) = text.split_at(statement.label.map_or(0, |label| label.end));
                let kind = serde_json::to_string(&statement.kind).unwrap().replace('"', "");
                let label = if label.is_empty() { String::new() } else { format!("<{label}>") };
                format!("{kind}\t{label}{}", rest.replace('\n', "⏎"))
            })
            .collect();
        let expected = std::fs::read_to_string(path.with_extension("expected")).unwrap_or_default();
        let expected: Vec<&str> = expected.lines().collect();
        assert_eq!(read, expected, "{}:\n{}", path.display(), read.join("\n"));
    }
}

#[test]
fn furniture_and_questions_claim_nothing() {
    let source = plain("Storm shuts harbour\n\nWho pays?\n\nThe port pays.\n\nLeave a Comment");
    let claims: Vec<_> =
        source.statements.iter().filter(|s| s.kind.carries_claim()).map(|s| (s.kind, source.text_of(s))).collect();
    assert_eq!(claims, [(StatementKind::Heading, "Storm shuts harbour"), (StatementKind::Sentence, "The port pays.")]);
}
