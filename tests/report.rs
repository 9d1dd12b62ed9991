//! The Markdown report: what is listed where, and that no article can change its structure.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout, reason = "a failed unwrap is a failed test")]

use std::sync::Arc;

use counterpoint::model::{
    Alignment, Block, BlockKind, Comparison, DateBasis, Decision, Directions, Document, Finding, Kind, Mentions,
    Origin, Pair, PublicationDate, Relation, Review, Ruling, Source, SourceId, Span, Statement, StatementId,
    StatementKind, StatementRef, Strength, Verdict,
};
use counterpoint::report;
use jiff::civil::date;
use proptest::prelude::*;
use pulldown_cmark::{Event, Parser};

/// A source of one-line paragraphs.
fn source(title: &str, paragraphs: &[String]) -> Source {
    let (mut text, mut blocks, mut statements) = (String::new(), Vec::new(), Vec::new());
    for (i, paragraph) in paragraphs.iter().enumerate() {
        let span = Span::new(text.len(), text.len() + paragraph.len());
        text += &format!("{paragraph}\n");
        blocks.push(Block { span, kind: BlockKind::Paragraph });
        statements.push(Statement {
            id: StatementId(i as u32),
            span,
            kind: StatementKind::Sentence,
            block: i as u32,
            label: None,
            mentions: Mentions::default(),
        });
    }
    let origin = Origin {
        path: None,
        file_name: title.to_owned(),
        publisher: Some(title.to_owned()),
        author: Some(title.to_owned()),
        address: Some(title.to_owned()),
        published: Some(PublicationDate { date: date(2025, 12, 2), basis: DateBasis::Metadata }),
        sha256: "0f".repeat(32),
        bytes: 12,
    };
    let document = Document {
        title: title.to_owned(),
        origin,
        language: "en".to_owned(),
        text: text.into(),
        blocks: Vec::new(),
        warnings: vec![title.to_owned()],
    };
    Source { document: Arc::new(document), blocks, statements }
}

fn pair(at: u32, relation: Relation, strength: Strength, because: &str, mark: Span) -> Pair {
    let end = |source| StatementRef { source: SourceId(source), statement: StatementId(at) };
    let finding = Finding {
        checker: "place".into(),
        relation,
        kind: Kind::Place,
        strength,
        left: mark,
        right: mark,
        because: because.to_owned(),
    };
    Pair {
        alignment: Alignment {
            left: end(0),
            right: end(1),
            similarity: 0.5,
            cosine: None,
            entailment: Directions::default(),
        },
        verdict: Verdict { relation, strength, confidence: 0.5, findings: vec![finding] },
    }
}

/// Two sources whose first five statements pair up in every way, with `text` wherever the reader or an article speaks.
fn comparison(text: &str, mark: Span) -> (Comparison, Review) {
    // Statements have to differ, or a decision on one would be a decision on all.
    let paragraphs: Vec<String> = (0..6).map(|i| format!("{text} {i}")).collect();
    let pairs = vec![
        pair(0, Relation::Contradiction, Strength::Clear, text, mark),
        pair(1, Relation::Contradiction, Strength::Possible, text, mark),
        pair(2, Relation::Agreement, Strength::Clear, text, mark),
        pair(3, Relation::Related, Strength::Clear, text, mark),
        pair(4, Relation::Contradiction, Strength::Clear, text, mark),
    ];
    let comparison = Comparison {
        sources: vec![source(text, &paragraphs), source(text, &paragraphs)],
        pairs,
        warnings: vec![text.to_owned()],
        ..Comparison::default()
    };
    let mut review = Review::default();
    let decide = |ruling| Some(Decision { ruling, note: format!("{text} n") });
    review.set(&paragraphs[0], &paragraphs[0], decide(Some(Ruling::Confirmed)));
    review.set(&paragraphs[2], &paragraphs[2], decide(None));
    review.set(&paragraphs[4], &paragraphs[4], decide(Some(Ruling::Dismissed)));
    (comparison, review)
}

fn markdown(comparison: &Comparison, review: &Review) -> String {
    let options = report::Options::on(date(2025, 12, 24));
    report::by_name("markdown").unwrap().render(comparison, review, &options)
}

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

fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Text that tries to be something else: pieces of markup, in any order.
fn hostile() -> impl Strategy<Value = String> {
    let pieces = include_str!("data/report/hostile.txt").lines().filter(|l| !l.is_empty()).collect::<Vec<_>>();
    let piece = prop_oneof![
        prop::sample::select(pieces).prop_map(str::to_owned),
        "[ \\n\\t|*_`#>\\-+=~<>\\[\\]()!&$:.0-9a-z]{1,8}",
        "\\PC{1,8}",
    ];
    prop::collection::vec(piece, 1..6).prop_map(|pieces| pieces.concat())
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
    assert!(section("Sources").contains(&"0f".repeat(32)));
    assert!(section("Sources").contains("2 December 2025 (as the source says)"));
    assert!(section("Summary").contains("| A and B | 1 | 1 | 1 | 0 |"));
    assert!(section("Summary").contains("| A | 6 | 2 |"), "the sixth and the dismissed fifth");
    let clear = section("Contradictions");
    assert!(clear.contains("### 1. Place") && clear.contains("> **A, paragraph 1:** **word** 0"), "{clear}");
    assert!(clear.contains("Clear; confirmed by the reader.") && clear.contains("Reader's note: word n"));
    assert!(!clear.contains("word 4"), "a dismissed pair is still listed as a contradiction");
    assert!(section("Possible contradictions").contains("### 2. Place"));
    assert!(section("Agreements").contains("word 2"));
    assert!(section("Different, but no contradiction").contains("word 3"));
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
