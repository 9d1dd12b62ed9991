//! A source against itself: two statements of one report that cannot both be true.
//!
//! A report that tells of a change, of what was believed before, or of what others say does not contradict itself; so
//! only pairs are read in which a checker that compares slots finds something clear, between what the report itself
//! asserts of one moment. Candidates are statements that fill one slot (see [`slots`]), as between sources.

use std::collections::BTreeSet;

use rayon::prelude::*;

use super::calibration::EXPECTED_DISSENT;
use super::finding::Finding;
use super::frame::Frame;
use super::occasion;
use super::sides::Sides;
use super::slots;
use super::{Judge, checkers};
use crate::model::{Alignment, Answers, Kind, Pair, Relation, Span, StatementKind, StatementRef, Strength};
use crate::text::fold;

/// Kinds in which a report can be shown to contradict itself.
const STRICT: &[Kind] = &[
    Kind::Place,
    Kind::Number,
    Kind::Date,
    Kind::Duration,
    Kind::Role,
    Kind::Name,
    Kind::Negation,
    Kind::Antonym,
    Kind::Outcome,
];

/// Nearness that two statements of one report must have: what is unlike speaks of two things.
const NEAR: f32 = 0.4;

/// Words that tell of a change, of what went before or of what comes after: two such statements are of two moments.
const MOMENTS: &[&str] = &[
    "ago",
    "already",
    "before",
    "but",
    "by",
    "earlier",
    "eventually",
    "finally",
    "first",
    "former",
    "formerly",
    "had",
    "however",
    "initial",
    "initially",
    "instead",
    "later",
    "meanwhile",
    "now",
    "once",
    "original",
    "originally",
    "previous",
    "previously",
    "since",
    "still",
    "subsequently",
    "then",
    "though",
    "until",
    "while",
    "would",
];

/// Contradictions within each source.
pub(super) fn pairs(judge: &Judge<'_>) -> Vec<Pair> {
    let sources: Vec<Vec<Pair>> = judge
        .frames
        .par_iter()
        .map(|frames| {
            let candidates: BTreeSet<(StatementRef, StatementRef)> = slots::pairs(frames);
            candidates.into_iter().filter_map(|(left, right)| judged(judge, left, right)).collect()
        })
        .collect();
    sources.into_iter().flatten().collect()
}

fn judged(judge: &Judge<'_>, left: StatementRef, right: StatementRef) -> Option<Pair> {
    let mut sides = judge.sides(left, right, 0.0);
    sides.similarity = sides.nearness();
    let running =
        |frame: &Frame<'_>| frame.statement.kind == StatementKind::Sentence && !frame.is_unreal(Span::default());
    let alike = fold(sides.left.text) == fold(sides.right.text);
    if sides.similarity < NEAR || alike || !running(sides.left) || !running(sides.right) {
        return None;
    }
    let mut findings = Vec::new();
    for checker in checkers::ALL {
        checker.check(&sides, &mut findings);
    }
    if findings.iter().any(|f| f.argues == Relation::Related && f.strength == Strength::Clear) {
        return None;
    }
    findings.retain(|f| is_shown(&sides, f));
    (!findings.is_empty()).then(|| {
        let alignment = Alignment {
            left,
            right,
            similarity: sides.similarity,
            cosine: Some(sides.similarity),
            rank: 1.0,
            margin: 0.0,
            dissent: EXPECTED_DISSENT,
            answers: Answers::default(),
        };
        Pair { alignment, verdict: judge.judge(&alignment) }
    })
}

/// Whether a finding shows that the report itself says two things of one moment.
fn is_shown(sides: &Sides<'_>, finding: &Finding) -> bool {
    let asserted = |frame: &Frame<'_>, said: &super::voices::Voices, span: Span| {
        let quoted = frame.statement.mentions.quotations.iter().any(|q| q.span.overlaps(span));
        said.at(span).is_none() && !quoted && !frame.is_open(span) && !frame.is_planned(span) && !frame.is_unreal(span)
    };
    let moved = |frame: &Frame<'_>| frame.terms.iter().any(|t| MOMENTS.contains(&t.folded.as_str()));
    finding.argues == Relation::Contradiction
        && finding.strength == Strength::Clear
        && STRICT.contains(&finding.reason.kind)
        && asserted(sides.left, sides.left_said, finding.reason.left)
        && asserted(sides.right, sides.right_said, finding.reason.right)
        && !moved(sides.left)
        && !moved(sides.right)
        && !occasion::differs(sides, finding.reason.left, finding.reason.right)
}
