//! The timeline of whole reports, through the engine.

#![allow(clippy::unwrap_used, reason = "a failed unwrap in a test is a failed test")]

use std::sync::Arc;

use counterpoint::engine::{Engine, Event};
use counterpoint::import;
use counterpoint::model::{
    Cancel, Comparison, DateBasis, Document, PublicationDate, Relation, Review, Settings, Strength,
};
use jiff::civil::{Date, date};

const GAZETTE: &str = "Envoys met in Lisbon to seek an end to the war in Arvenia. The war in Arvenia began in 2014, when \
    rebels seized the northern mines. Talks resume on Monday.";
const HERALD: &str = "Envoys met in Lisbon to seek an end to the war in Arvenia. The war in Arvenia began in 2022, when \
    rebels seized the northern mines. A truce failed last week.";

fn document(title: &str, text: &str, published: Date, basis: DateBasis) -> Arc<Document> {
    let mut document = import::paste(title, text).unwrap();
    document.origin.published = Some(PublicationDate { date: published, basis });
    Arc::new(document)
}

fn compare(documents: &[Arc<Document>], sink: &(dyn Fn(Event) + Sync)) -> Arc<Comparison> {
    let settings = Settings { use_model: false, ..Settings::default() };
    Engine::new().compare(documents, &settings, &Cancel::default(), sink).unwrap()
}

#[test]
fn two_reports_that_date_a_war_differently_are_linked_as_the_judge_says() {
    let day = date(2026, 5, 22);
    let documents =
        [document("Gazette", GAZETTE, day, DateBasis::Reader), document("Herald", HERALD, day, DateBasis::Reader)];
    let comparison = compare(&documents, &|_| {});
    let conflicts = comparison.time_conflicts(&Review::default());
    let [conflict] = conflicts[..] else { panic!("one conflict: {conflicts:?}") };
    let when = conflict.events.map(|id| comparison.timeline[id.0 as usize].when());
    assert_eq!(when, ["2014", "2022"]);
    assert_eq!(conflict.strength, Strength::Clear);
    let pair = &comparison.pairs[conflict.pair.unwrap()];
    assert_eq!(pair.verdict.relation, Relation::Contradiction);
}

#[test]
fn relative_times_move_with_the_date_and_say_what_they_rest_on() {
    let events = |published, basis| {
        let comparison = compare(&[document("Gazette", GAZETTE, published, basis)], &|_| {});
        let of = |event: &counterpoint::model::TimelineEvent| (event.when(), event.relative, event.assumed_date);
        comparison.timeline.iter().map(of).collect::<Vec<_>>()
    };
    let (began, other) = (("2014".to_owned(), false, false), |when: &str, assumed| (when.to_owned(), true, assumed));
    let assumed = events(date(2026, 5, 22), DateBasis::Today);
    assert_eq!(assumed, [began.clone(), other("25 May 2026", true)]);
    let set = events(date(2025, 12, 5), DateBasis::Reader);
    assert_eq!(set, [began, other("8 Dec 2025", false)]);
}
