//! Events of single reports, from a table, and conflicts between reports whose pairs are made by hand.

use std::sync::Arc;

use jiff::civil::date;

use super::timeline;
use crate::model::{
    Alignment, Caveats, CheckerId, Claim, ClaimId, Comparison, DateBasis, Decision, Detail, Document, EventId, Kind,
    Origin, Pair, PublicationDate, Reason, Relation, Review, Ruling, Source, SourceId, Span, StatementId, StatementRef,
    Strength, TimelineEvent, Verdict,
};
use crate::segment::segment;

fn source(text: &str, published: Option<PublicationDate>) -> Source {
    segment(Arc::new(Document {
        title: String::new(),
        origin: Origin { published, ..Origin::default() },
        language: "en".to_owned(),
        text: Arc::from(text),
        blocks: Vec::new(),
        warnings: Vec::new(),
    }))
}

fn written(sources: &[Source], event: &TimelineEvent) -> String {
    let source = &sources[event.at.source.0 as usize];
    let words = event.span.of(source.text_of(&source.statements[event.at.statement.0 as usize]));
    let end = |end: Option<jiff::civil::Date>| end.map_or_else(|| "*".to_owned(), |d| event.precision.iso(d));
    let precision = format!("{:?}", event.precision).to_lowercase();
    let of = if event.of.is_empty() { String::new() } else { format!(" of {}", event.of) };
    let relative = if event.relative { " (relative)" } else { "" };
    let assumed = if event.assumed_date { " (assumed)" } else { "" };
    format!("{words} = {}..{} {precision}{of}{relative}{assumed}", end(event.from), end(event.to))
}

#[test]
fn events_are_as_the_table_says() {
    let table = include_str!("../../tests/data/timeline/events.tsv");
    let mut wrong = Vec::new();
    for line in table.lines().filter(|line| !line.starts_with('#')) {
        let columns: Vec<&str> = line.split('\t').collect();
        let [day, text, expected] = columns[..] else { panic!("three columns: {line:?}") };
        let basis = if day.ends_with('?') { DateBasis::Today } else { DateBasis::Reader };
        let published = day.trim_end_matches('?').parse().ok().map(|date| PublicationDate { date, basis });
        let comparison = Comparison { sources: vec![source(text, published)], ..Comparison::default() };
        let events = timeline(&comparison);
        assert!(events.iter().enumerate().all(|(i, event)| event.id == EventId(i as u32)));
        let found: Vec<String> = events.iter().map(|event| written(&comparison.sources, event)).collect();
        if found.join("; ") != expected {
            wrong.push(format!("{text}\n  expected {expected}\n  found    {}", found.join("; ")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_is_not_in_english_has_no_events() {
    let mut comparison = Comparison { sources: vec![source("Der Krieg in 2014.", None)], ..Comparison::default() };
    Arc::make_mut(&mut comparison.sources[0].document).language = "de".to_owned();
    assert!(timeline(&comparison).is_empty());
}

const PUBLISHED: PublicationDate = PublicationDate { date: date(2026, 5, 22), basis: DateBasis::Metadata };

fn at(source: u32) -> StatementRef {
    StatementRef { source: SourceId(source), statement: StatementId(0) }
}

/// Reports of one sentence each; with the words of a date finding, a contradiction between the first two.
fn reports(texts: &[&str], found: Option<(&str, &str, Strength)>) -> Comparison {
    let sources = texts.iter().map(|text| source(text, Some(PUBLISHED))).collect();
    let mut comparison = Comparison { sources, ..Comparison::default() };
    if let Some((left, right, strength)) = found {
        let span = |source: usize, words: &str| {
            let start = texts[source].find(words).expect("the words are there");
            Span::new(start, start + words.len())
        };
        let reason = Reason {
            checker: CheckerId::Duration,
            kind: Kind::Duration,
            left: span(0, left),
            right: span(1, right),
            detail: Detail::RuleOut,
            caveats: Caveats::default(),
        };
        comparison.pairs.push(pair(0, 1, Relation::Contradiction, strength, vec![reason]));
    }
    comparison
}

fn pair(left: u32, right: u32, relation: Relation, strength: Strength, reasons: Vec<Reason>) -> Pair {
    let alignment = Alignment::new(at(left), at(right), 0.5);
    Pair { alignment, verdict: Verdict { relation, strength, confidence: 0.5, reasons } }
}

/// One claim of all the reports, with all pairs there are.
fn claim(comparison: &mut Comparison) {
    let statements = (0..comparison.sources.len() as u32).map(at).collect();
    let pairs = (0..comparison.pairs.len()).collect();
    let (id, title, central) = (ClaimId(0), "War".to_owned(), at(0));
    comparison.claims.push(Claim { id, title, central, statements, pairs, crossing: Vec::new(), within: Vec::new() });
}

fn complete(mut comparison: Comparison) -> Comparison {
    comparison.timeline = timeline(&comparison);
    comparison
}

const SINCE_2014: &str = "The war has raged since 2014.";
const TWO_YEARS: &str = "They want an end to the nearly two-year-old war.";
const SINCE_2022: &str = "The war began in 2022.";

#[test]
fn a_judged_contradiction_of_dates_links_its_events() {
    let comparison =
        complete(reports(&[SINCE_2014, TWO_YEARS], Some(("since 2014", "nearly two-year-old", Strength::Clear))));
    let [first, second] = &comparison.timeline[..] else { panic!("{:?}", comparison.timeline) };
    assert_eq!((&first.conflicts[..], &second.conflicts[..]), (&[EventId(1)][..], &[EventId(0)][..]));
    let standing = comparison.time_conflicts(&Review::default());
    assert_eq!(standing.len(), 1);
    assert_eq!((standing[0].strength, standing[0].pair), (Strength::Clear, Some(0)));
    assert_eq!((first.when().as_str(), second.when().as_str()), ("since 2014", "since 2024"));
}

#[test]
fn what_the_reader_dismissed_or_relabelled_no_longer_stands() {
    let comparison =
        complete(reports(&[SINCE_2014, TWO_YEARS], Some(("since 2014", "nearly two-year-old", Strength::Possible))));
    let decided = |ruling| {
        let mut review = Review::default();
        review.set(SINCE_2014, TWO_YEARS, Some(Decision { ruling: Some(ruling), note: String::new() }));
        comparison.time_conflicts(&review).first().map(|conflict| conflict.strength)
    };
    assert_eq!(decided(Ruling::Dismissed), None);
    assert_eq!(decided(Ruling::Relabelled(Relation::Related)), None);
    assert_eq!(decided(Ruling::Confirmed), Some(Strength::Clear));
    assert_eq!(comparison.time_conflicts(&Review::default())[0].strength, Strength::Possible);
}

#[test]
fn beginnings_that_only_a_claim_joins_are_possible_conflicts() {
    let mut comparison = reports(&[SINCE_2014, "The war goes on.", SINCE_2022], None);
    for other in [0, 2] {
        comparison.pairs.push(pair(other.min(1), other.max(1), Relation::Agreement, Strength::Clear, Vec::new()));
    }
    claim(&mut comparison);
    let comparison = complete(comparison);
    let standing = comparison.time_conflicts(&Review::default());
    assert_eq!(standing.len(), 1);
    assert_eq!((standing[0].strength, standing[0].pair), (Strength::Possible, None));
}

#[test]
fn what_the_judge_saw_together_and_let_pass_is_not_linked() {
    let mut comparison = reports(&[SINCE_2014, SINCE_2022], None);
    comparison.pairs.push(pair(0, 1, Relation::Related, Strength::Clear, Vec::new()));
    claim(&mut comparison);
    assert!(complete(comparison).timeline.iter().all(|event| event.conflicts.is_empty()));
}

#[test]
fn two_days_of_one_claim_need_not_be_one_time() {
    let linked = |a: &str, b: &str| {
        let mut comparison = reports(&[a, b], None);
        claim(&mut comparison);
        !complete(comparison).timeline[0].conflicts.is_empty()
    };
    assert!(!linked("Talks were held on 12 May 2025.", "Talks were held on 15 May 2025."), "there may be two rounds");
    assert!(!linked(SINCE_2014, "The war may have begun in 2022."), "hedged");
    assert!(!linked(SINCE_2014, "The war began in 2014, and the siege began in 2022."), "of something else");
    assert!(!linked(SINCE_2014, "The strike began in 2022."), "of something else");
    assert!(linked(SINCE_2014, SINCE_2022));
}
