//! The engine with models of our own: what is asked, in which order things are shown, and how work is stopped.

#![allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use counterpoint::engine::{Engine, Event, Stage};
use counterpoint::import;
use counterpoint::model::{
    Ablation, Cancel, Comparison, DateBasis, Document, Kind, PublicationDate, RelationScores, Settings,
};
use counterpoint::neural::{Answer, NeuralError, RelationModel, Remembering, SentenceEncoder, Store};

/// Calls those pairs clearly neither whose texts have an odd mean length, rounded down, and notes what it was asked.
#[derive(Default)]
struct Fake {
    asked: Mutex<Vec<(String, String)>>,
    /// Raised at the first question.
    cancel: Option<Cancel>,
}

fn clearly_neither(a: &str, b: &str) -> bool {
    (a.len() + b.len()) / 2 % 2 == 1
}

impl RelationModel for Fake {
    fn read(&self, pairs: &[(&str, &str)]) -> Result<Vec<Answer>, NeuralError> {
        if let Some(cancel) = &self.cancel {
            cancel.cancel();
        }
        let mut asked = self.asked.lock().unwrap();
        asked.extend(pairs.iter().map(|&(a, b)| (a.to_owned(), b.to_owned())));
        let answer = |&(a, b): &(&str, &str)| {
            let scores = match clearly_neither(a, b) {
                true => RelationScores { agree: 0.01, neither: 0.98, contradict: 0.01 },
                false => RelationScores { agree: 0.5, neither: 0.4, contradict: 0.1 },
            };
            Answer { scores, kind: Kind::Wording }
        };
        Ok(pairs.iter().map(answer).collect())
    }
}

/// Cannot be run.
struct Broken;

impl RelationModel for Broken {
    fn read(&self, _: &[(&str, &str)]) -> Result<Vec<Answer>, NeuralError> {
        Err(NeuralError::Run { model: "relation model", reason: "it is broken".to_owned() })
    }
}

/// Tells texts apart by their length alone.
struct Lengths(AtomicUsize);

impl SentenceEncoder for Lengths {
    fn encode(&self, texts: &[&str]) -> Result<Vec<Vec<f32>>, NeuralError> {
        self.0.fetch_add(texts.len(), Ordering::Relaxed);
        let vector = |text: &&str| {
            let angle = text.len() as f32 / 40.0;
            vec![angle.cos(), angle.sin()]
        };
        Ok(texts.iter().map(vector).collect())
    }
}

/// Two reports of the same thirty facts.
fn documents() -> [Arc<Document>; 2] {
    let places = ["harbour", "airport", "market hall", "old bridge", "town library", "northern ring road"];
    let fact = |i: usize, paper: usize| {
        let (place, count) = (places[i % places.len()], 20 + 7 * i);
        match paper {
            0 => format!("Some {count} people were led away from the {place} on Monday."),
            _ => format!("On Monday about {count} people had to leave the {place}, the council said."),
        }
    };
    [0, 1].map(|paper| {
        let text: Vec<String> = (0..30).map(|i| fact(i, paper)).collect();
        Arc::new(import::paste(["One", "Other"][paper], &text.join("\n\n")).unwrap())
    })
}

fn engine(relation: Arc<dyn RelationModel>) -> Engine {
    Engine::new().with_encoder(Arc::new(Lengths(AtomicUsize::new(0)))).with_relation(relation)
}

fn compare(engine: &Engine) -> Arc<Comparison> {
    engine.compare(&documents(), &Settings::default(), &Cancel::default(), &|_| ()).unwrap()
}

#[test]
fn the_second_direction_runs_only_where_the_first_is_not_clearly_neither() {
    let fake = Arc::new(Fake::default());
    let comparison = compare(&engine(fake.clone()));
    let (mut there, mut back) = (0, 0);
    for pair in &comparison.pairs {
        let (a, b) = (comparison.text(pair.alignment.left), comparison.text(pair.alignment.right));
        let scores = pair.alignment.answers;
        there += usize::from(scores.ab.is_some());
        back += usize::from(scores.ba.is_some());
        assert!(scores.ab.is_none_or(|_| scores.ba.is_none() == clearly_neither(a, b)), "{a} / {b}");
    }
    let asked = fake.asked.lock().unwrap();
    assert!(there >= 30 && back > 5 && there > back, "{there} there, {back} back");
    let first = comparison.text(comparison.pairs[0].alignment.left);
    assert!(asked.iter().any(|(text, _)| text == first) && asked.len() >= there + back);
}

#[test]
fn a_pair_is_asked_about_once() {
    let fake = Arc::new(Fake::default());
    struct Shared(Arc<Fake>);
    impl RelationModel for Shared {
        fn read(&self, pairs: &[(&str, &str)]) -> Result<Vec<Answer>, NeuralError> {
            self.0.read(pairs)
        }
    }
    let store = Arc::new(Store::new(Answer::WIDTH, 10_000));
    let engine = engine(Arc::new(Remembering::new(Shared(fake.clone()), "fake", store)));
    let first = compare(&engine);
    let asked = fake.asked.lock().unwrap().len();
    assert!(asked > 0);
    let second = compare(&engine);
    assert_eq!(fake.asked.lock().unwrap().len(), asked, "asked again");
    assert_eq!(first, second);
}

#[test]
fn cancelling_stops_between_two_small_portions() {
    let cancel = Cancel::default();
    let fake = Arc::new(Fake { cancel: Some(cancel.clone()), ..Fake::default() });
    let all = {
        let fake = Arc::new(Fake::default());
        compare(&engine(fake.clone()));
        fake.asked.lock().unwrap().len()
    };
    let result = engine(fake.clone()).compare(&documents(), &Settings::default(), &cancel, &|_| ());
    assert!(result.is_err());
    let asked = fake.asked.lock().unwrap().len();
    assert!(asked > 0 && asked <= 64 && asked < all / 2, "{asked} of {all}");
}

#[test]
fn typed_findings_come_first_and_nothing_jumps() {
    let events = Mutex::new(Vec::new());
    let sink = |event| events.lock().unwrap().push(event);
    let result = engine(Arc::new(Fake::default()))
        .compare(&documents(), &Settings::default(), &Cancel::default(), &sink)
        .unwrap();
    let events = events.into_inner().unwrap();
    let stage = |of| events.iter().position(|e| matches!(e, Event::Progress { stage, .. } if *stage == of)).unwrap();
    let snapshots: Vec<usize> = (0..events.len()).filter(|&i| matches!(events[i], Event::Snapshot(_))).collect();
    assert!(snapshots.len() >= 2);
    assert!(snapshots[0] < stage(Stage::Encode), "by words alone, before the encoder runs");
    assert!(stage(Stage::Encode) < snapshots[1] && snapshots[1] < stage(Stage::Read), "then by meaning");
    let mut done = 0;
    for event in &events {
        match event {
            Event::Snapshot(comparison) => {
                assert_eq!(comparison.sources, result.sources, "ids stay");
                assert!(comparison.pairs.is_sorted_by_key(|p| (p.alignment.left, p.alignment.right)));
            }
            Event::Progress { stage: Stage::Read, done: now, total } => {
                assert!(*now >= done && now <= total);
                done = *now;
            }
            Event::Progress { .. } => {}
        }
    }
}

#[test]
fn a_model_that_fails_is_told_and_the_rest_stands() {
    let comparison = compare(&engine(Arc::new(Broken)));
    assert!(!comparison.pairs.is_empty());
    assert!(comparison.warnings.iter().any(|w| w.contains("relation model") && w.contains("--no-model")));
}

#[test]
fn what_is_ablated_is_not_run() {
    let fake = Arc::new(Fake::default());
    let ablate = |encoder, relation| Settings {
        ablate: Ablation { encoder, relation, ..Ablation::default() },
        ..Settings::default()
    };
    let run = |settings| engine(fake.clone()).compare(&documents(), &settings, &Cancel::default(), &|_| ()).unwrap();
    let without = run(ablate(false, true));
    assert!(without.pairs.iter().all(|p| p.alignment.answers.ab.is_none() && p.alignment.cosine.is_some()));
    assert!(fake.asked.lock().unwrap().is_empty());
    let by_words = run(ablate(true, false));
    assert!(by_words.pairs.iter().all(|p| p.alignment.cosine.is_none()));
    assert!(by_words.pairs.iter().any(|p| p.alignment.answers.ab.is_some()));
}

#[test]
fn given_pairs_are_scored_whole_and_in_order() {
    let fake = Arc::new(Fake::default());
    let pairs: Vec<(String, String)> = (0..20)
        .map(|i| (format!("The ferry sank. It carried {i} people."), format!("The ship carried {} people.", i * 100)))
        .collect();
    let published = PublicationDate { date: jiff::civil::date(2025, 3, 1), basis: DateBasis::Today };
    let judged =
        engine(fake.clone()).judge_pairs(&pairs, published, &Settings::default(), &Cancel::default()).unwrap().unwrap();
    assert_eq!(judged.len(), pairs.len());
    for ((a, b), verdict) in pairs.iter().zip(&judged) {
        assert!(verdict.answers.ab.is_some());
        assert_eq!(verdict.answers.ba.is_none(), clearly_neither(a, b));
    }
    let asked = fake.asked.lock().unwrap();
    assert!(pairs.iter().all(|pair| asked.contains(pair)), "both sentences are read");
}
