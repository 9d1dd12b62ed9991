//! Reports, format by format, on comparisons made by hand.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout, reason = "a failed unwrap is a failed test")]

mod csv;
mod html;
mod markdown;
mod options;

use std::sync::Arc;

use counterpoint::model::{
    Alignment, Block, BlockKind, Caveats, CheckerId, Comparison, DateBasis, Decision, Detail, Document, Kind, Mentions,
    Origin, Pair, PublicationDate, Reason, Relation, Review, Ruling, Source, SourceId, Span, Statement, StatementId,
    StatementKind, StatementRef, Strength, Verdict,
};
use counterpoint::report;
use jiff::civil::date;
use proptest::prelude::*;

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

fn pair(at: u32, relation: Relation, strength: Strength, what: &str, mark: Span) -> Pair {
    let end = |source| StatementRef { source: SourceId(source), statement: StatementId(at) };
    between(end(0), end(1), relation, strength, what, mark)
}

/// A pair with one reason, "what: here (A) or there (B)"; the words at `mark` decide on both sides.
fn between(
    left: StatementRef,
    right: StatementRef,
    relation: Relation,
    strength: Strength,
    what: &str,
    mark: Span,
) -> Pair {
    let given = |word: &str| Some(word.to_owned());
    let reason = Reason {
        checker: CheckerId::Place,
        // What explains a difference, and only that, argues that two statements are related.
        kind: if relation == Relation::Related { Kind::Dispute } else { Kind::Place },
        left: mark,
        right: mark,
        detail: Detail::Differ { what: given(what), left: given("here"), right: given("there") },
        caveats: Caveats::default(),
    };
    Pair {
        alignment: Alignment::new(left, right, 0.5),
        verdict: Verdict { relation, strength, confidence: 0.5, reasons: vec![reason] },
    }
}

/// Two sources whose first five statements pair up in every way, with `text` wherever the reader or an article speaks.
fn comparison(text: &str, mark: Span) -> (Comparison, Review) {
    // Statements have to differ, or a decision on one would be a decision on all.
    let paragraphs: Vec<String> = (0..6).map(|i| format!("{text} {i}")).collect();
    let pairs = vec![
        pair(0, Relation::Contradiction, Strength::Clear, text, mark),
        pair(1, Relation::Contradiction, Strength::Possible, &format!("perhaps {text}"), mark),
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

fn render(format: &str, comparison: &Comparison, review: &Review, options: &report::Options) -> String {
    report::by_name(format).unwrap().render(comparison, review, options)
}

fn markdown(comparison: &Comparison, review: &Review) -> String {
    render("markdown", comparison, review, &report::Options::on(date(2025, 12, 24)))
}

fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Text that tries to be something else: pieces of markup, in any order.
fn hostile() -> impl Strategy<Value = String> {
    let pieces = include_str!("../data/report/hostile.txt").lines().filter(|l| !l.is_empty()).collect::<Vec<_>>();
    let piece = prop_oneof![
        prop::sample::select(pieces).prop_map(str::to_owned),
        "[ \\n\\t|*_`#>\\-+=~<>\\[\\]()!&$:.0-9a-z]{1,8}",
        "\\PC{1,8}",
    ];
    prop::collection::vec(piece, 1..6).prop_map(|pieces| pieces.concat())
}
