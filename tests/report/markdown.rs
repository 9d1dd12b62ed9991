//! The Markdown report: what is listed where, and that no article can change its structure.

use std::sync::Arc;

use counterpoint::model::Span;
use proptest::prelude::*;
use pulldown_cmark::{Event, Parser};

use super::{comparison, folded, hostile, markdown};

/// What a viewer sees: every tag in order, and the text between. Bold is left out: it depends on the words that decide.
fn structure(markdown: &str) -> (Vec<String>, Vec<String>) {
    let extensions = pulldown_cmark::Options::all() - pulldown_cmark::Options::ENABLE_SMART_PUNCTUATION;
    let (mut tags, mut texts) = (Vec::new(), vec![String::new()]);
    for event in Parser::new_ext(markdown, extensions) {
        match event {
            Event::Text(text) => texts.last_mut().unwrap().push_str(&text),
            Event::Start(pulldown_cmark::Tag::Strong) | Event::End(pulldown_cmark::TagEnd::Strong) => {}
            other => {
                tags.push(format!("{other:?}"));
                if !texts.last().unwrap().is_empty() {
                    texts.push(String::new());
                }
            }
        }
    }
    (tags, texts)
}

proptest! {
    #[test]
    fn no_article_changes_the_structure(text in hostile(), start in 0usize..40, len in 0usize..40) {
        prop_assume!(!text.trim().is_empty() && !text.contains(['\u{202A}', '\u{202B}', '\u{202C}', '\u{202D}', '\u{202E}',
            '\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}']));
        let plain = comparison("word", Span::new(0, 4));
        let (expected, _) = structure(&markdown(&plain.0, &plain.1));
        let hostile = comparison(&text, Span::new(start, start + len));
        let report = markdown(&hostile.0, &hostile.1);
        let (tags, texts) = structure(&report);
        prop_assert_eq!(tags, expected, "{}", report);
        for i in 0..6 {
            let statement = folded(&format!("{text} {i}"));
            prop_assert!(texts.iter().any(|t| t.contains(&statement)), "{statement:?} is not shown as it is:\n{report}");
        }
    }
}

#[test]
fn sections_hold_what_they_say() {
    let (comparison, review) = comparison("word", Span::new(0, 4));
    let report = markdown(&comparison, &review);
    let section = |name: &str| {
        let start = report.find(&format!("\n## {name}\n")).unwrap_or_else(|| panic!("no section {name}:\n{report}"));
        let rest = &report[start + 1..];
        &rest[..rest.find("\n## ").unwrap_or(rest.len())]
    };
    assert!(section("Sources").contains("2 December 2025 (as the source says)"));
    assert!(section("Files").contains(&"0f".repeat(32)));
    assert!(section("Summary").contains("- 1 contradiction\n- 1 possible contradiction\n"), "{}", section("Summary"));
    assert!(section("Summary").contains("| A | 6 | 1 | 1 | 1 | 2 |"), "the sixth and the dismissed fifth are alone");
    let clear = section("Contradictions");
    assert!(clear.contains("### 1. Word") && clear.contains("> **A, paragraph 1:** **word** 0"), "{clear}");
    assert!(clear.contains("Place; clear; right about half the time; confirmed by the reader."), "{clear}");
    assert!(clear.contains("Reader's note on A, paragraph 1 / B, paragraph 1: word n"), "{clear}");
    assert!(!clear.contains("word 4"), "a dismissed pair is still listed as a contradiction");
    assert!(section("Possible contradictions").contains("### 2. Perhaps word"));
    assert!(section("Agreements").contains("word 2") && section("Agreements").contains("2 independent sources"));
    assert!(section("Different, but no contradiction").contains("**word** 3"));
    assert!(section("Only in one source").contains("- Paragraph 6: word 5"));
    assert!(section("Dismissed by the reader").contains("word 4"));
    let notes = section("Reader's notes");
    assert_eq!(notes.lines().filter(|l| l.starts_with("- ")).count(), 3, "{notes}");
    assert!(report.contains(env!("CARGO_PKG_VERSION")));
}

#[test]
fn a_source_that_is_not_english_says_so_and_lists_nothing() {
    let (mut comparison, review) = comparison("word", Span::new(0, 4));
    comparison.pairs.clear();
    let mut document = (*comparison.sources[1].document).clone();
    document.language = "de".to_owned();
    comparison.sources[1].document = Arc::new(document);
    let report = markdown(&comparison, &review);
    assert!(report.contains("### Only in B\n\nNot judged: the text is not in English."), "{report}");
}
