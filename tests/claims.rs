//! Claims of whole comparisons: every statement in one, the same whatever the order of the sources.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout, reason = "a failed unwrap is a failed test")]

use std::collections::BTreeSet;
use std::sync::Arc;

use counterpoint::engine::{Engine, Event};
use counterpoint::import;
use counterpoint::model::{
    Ablation, Cancel, ClaimStatus, Comparison, Document, Relation, Review, Settings, Stance, StatementKind,
    StatementRef,
};

fn documents() -> Vec<Arc<Document>> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("resources/samples/peace-talks");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files.iter().map(|file| Arc::new(import::read(file).unwrap())).collect()
}

fn compare(documents: &[Arc<Document>]) -> Arc<Comparison> {
    let settings = Settings { use_model: false, ..Settings::default() };
    Engine::new().compare(documents, &settings, &Cancel::default(), &|_| {}).unwrap()
}

/// The claims as sets of words, each statement with the title of its source.
fn partition(comparison: &Comparison) -> BTreeSet<BTreeSet<(String, String)>> {
    let named =
        |&at: &StatementRef| (comparison.source(at.source).document.title.clone(), comparison.text(at).to_owned());
    comparison.claims.iter().map(|claim| claim.statements.iter().map(named).collect()).collect()
}

#[test]
fn every_statement_that_carries_a_claim_is_in_one() {
    let comparison = compare(&documents());
    let mut met: Vec<StatementRef> = Vec::new();
    for (index, claim) in comparison.claims.iter().enumerate() {
        assert_eq!(claim.id.0 as usize, index);
        assert!(claim.statements.is_sorted() && claim.statements.contains(&claim.central), "{}", claim.title);
        for &pair in &claim.pairs {
            let ends = comparison.pairs[pair].alignment;
            assert!(claim.statements.contains(&ends.left) && claim.statements.contains(&ends.right));
        }
        met.extend(&claim.statements);
    }
    let distinct: BTreeSet<StatementRef> = met.iter().copied().collect();
    assert_eq!(distinct.len(), met.len(), "a statement is in two claims");
    for source in &comparison.sources {
        for statement in source.statements.iter().filter(|s| s.kind.carries_claim()) {
            let known = met.iter().any(|&at| {
                Arc::ptr_eq(&comparison.source(at.source).document, &source.document) && at.statement == statement.id
            });
            assert!(known || statement.kind == StatementKind::Heading, "{}", source.text_of(statement));
        }
    }
}

#[test]
fn who_agrees_or_conflicts_with_anybody_is_not_alone() {
    let comparison = compare(&documents());
    let review = Review::default();
    let alone: BTreeSet<StatementRef> =
        comparison.claims.iter().filter(|c| c.statements.len() == 1).map(|c| c.central).collect();
    for pair in &comparison.pairs {
        let ends = [pair.alignment.left, pair.alignment.right];
        if matches!(pair.verdict.relation, Relation::Agreement | Relation::Contradiction) {
            assert!(!ends.iter().any(|end| alone.contains(end)), "{ends:?}");
        }
        if pair.verdict.relation == Relation::Contradiction {
            let claim = comparison.claims.iter().find(|c| c.statements.contains(&ends[0])).unwrap();
            let standing = comparison.claim_standing(claim, &review);
            assert_eq!(standing.status, ClaimStatus::Disputed, "{}", claim.title);
            let cell = standing.cells.iter().find(|cell| cell.statements.contains(&ends[0])).unwrap();
            assert!(matches!(cell.stance, Stance::Conflicts | Stance::Possible), "{}", claim.title);
        }
    }
    let silent = |at: &StatementRef| {
        let claim = comparison.claims.iter().find(|c| c.central == *at).unwrap();
        let standing = comparison.claim_standing(claim, &review);
        (standing.status, standing.cells[0].stance) == (ClaimStatus::SingleSource, Stance::OnlyHere)
    };
    assert!(!alone.is_empty() && alone.iter().all(silent));
}

#[test]
fn claims_do_not_depend_on_the_order_of_the_sources() {
    let mut documents = documents();
    let forwards = partition(&compare(&documents));
    documents.reverse();
    assert_eq!(forwards, partition(&compare(&documents)));
}

#[test]
fn a_snapshot_has_its_claims() {
    let seen = std::sync::Mutex::new(Vec::new());
    let sink = |event: Event| {
        if let Event::Snapshot(snapshot) = event {
            seen.lock().unwrap().push(snapshot.claims.len());
        }
    };
    let ablate = Ablation { relation: true, ..Ablation::default() };
    let settings = Settings { use_model: true, ablate };
    let silent = Engine::new().with_encoder(Arc::new(Mute));
    let last = silent.compare(&documents(), &settings, &Cancel::default(), &sink).unwrap();
    assert!(!last.claims.is_empty());
    let seen = seen.into_inner().unwrap();
    assert!(!seen.is_empty() && seen.iter().all(|&claims| claims > 0), "{seen:?}");
}

/// An encoder to which all is alike.
struct Mute;

impl counterpoint::neural::SentenceEncoder for Mute {
    fn encode(&self, texts: &[&str]) -> Result<Vec<Vec<f32>>, counterpoint::neural::NeuralError> {
        Ok(texts.iter().map(|_| vec![1.0, 0.0]).collect())
    }
}
