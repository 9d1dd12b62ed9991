//! The JSON that other programs read: every field there, every offset true.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout, reason = "a failed unwrap is a failed test")]

use std::collections::BTreeSet;
use std::sync::{Arc, LazyLock};

use counterpoint::engine::Engine;
use counterpoint::model::{Cancel, Comparison, Decision, Review, Ruling, Settings};
use counterpoint::{import, report};
use serde_json::Value;

/// A sample, compared once for all tests.
static COMPARED: LazyLock<Arc<Comparison>> = LazyLock::new(|| {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("resources/samples/peace-talks");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let documents: Vec<_> = files.iter().map(|file| Arc::new(import::read(file).unwrap())).collect();
    Engine::new().compare(&documents, &Settings::default(), &Cancel::default(), &|_| {}).unwrap()
});

fn json(comparison: &Comparison, review: &Review) -> Value {
    let options = report::Options::on(jiff::civil::date(2025, 12, 24));
    let text = report::by_name("json").unwrap().render(comparison, review, &options);
    serde_json::from_str(&text).unwrap()
}

fn keys(value: &Value) -> BTreeSet<&str> {
    value.as_object().unwrap().keys().map(String::as_str).collect()
}

fn one_of(value: &Value, allowed: &[&str]) {
    assert!(value.as_str().is_some_and(|v| allowed.contains(&v)), "{value} is none of {allowed:?}");
}

fn slice<'a>(text: &'a str, start: &Value, end: &Value) -> &'a str {
    let at = |v: &Value| usize::try_from(v.as_u64().unwrap()).unwrap();
    text.get(at(start)..at(end)).expect("offsets lie on characters of the text")
}

#[test]
fn every_field_of_the_contract_is_there() {
    let root = json(&COMPARED, &Review::default());
    let names = ["schema", "generator", "sources", "pairs", "claims", "timeline", "echo", "within", "warnings"];
    assert_eq!(keys(&root), BTreeSet::from(names));
    assert_eq!(root["schema"], 1);
    assert!(root["generator"].as_str().unwrap().starts_with("counterpoint "));
    let sources = root["sources"].as_array().unwrap();
    for (id, source) in sources.iter().enumerate() {
        let names = ["id", "path", "title", "sha256", "published", "assumed_date", "language", "text", "statements"];
        assert_eq!(keys(source), BTreeSet::from(names));
        assert_eq!(source["id"], id);
        assert_eq!(source["sha256"].as_str().unwrap().len(), 64);
        assert!(source["published"].is_null() || source["published"].as_str().unwrap().len() == 10);
        let text = source["text"].as_str().unwrap();
        for (id, statement) in source["statements"].as_array().unwrap().iter().enumerate() {
            assert_eq!(keys(statement), BTreeSet::from(["id", "text", "start", "end", "kind"]));
            assert_eq!(statement["id"], id);
            assert_eq!(statement["text"], slice(text, &statement["start"], &statement["end"]));
            let kinds = ["sentence", "heading", "list-item", "table-cell", "caption", "question", "boilerplate"];
            one_of(&statement["kind"], &kinds);
        }
    }
    let pairs = root["pairs"].as_array().unwrap();
    assert!(!pairs.is_empty());
    for pair in pairs {
        let names = ["a", "b", "similarity", "verdict", "strength", "confidence", "reasons"];
        assert_eq!(keys(pair), BTreeSet::from(names));
        one_of(&pair["verdict"], &["agreement", "contradiction", "related"]);
        one_of(&pair["strength"], &["clear", "possible"]);
        assert!((0.0..=1.0).contains(&pair["confidence"].as_f64().unwrap()), "{pair}");
        assert!((0.0..=1.0).contains(&pair["similarity"].as_f64().unwrap()), "{pair}");
        assert_ne!(pair["a"]["source"], pair["b"]["source"]);
        let statement = |end: &Value| {
            let index = |v: &Value| usize::try_from(v.as_u64().unwrap()).unwrap();
            &sources[index(&end["source"])]["statements"][index(&end["statement"])]
        };
        for reason in pair["reasons"].as_array().unwrap() {
            assert_eq!(keys(reason), BTreeSet::from(["kind", "checker", "a", "b", "because"]));
            for side in ["a", "b"] {
                slice(statement(&pair[side])["text"].as_str().unwrap(), &reason[side][0], &reason[side][1]);
            }
            assert!(!reason["because"].as_str().unwrap().is_empty());
        }
        if pair["verdict"] == "contradiction" {
            assert!(!pair["reasons"].as_array().unwrap().is_empty(), "a contradiction without a reason: {pair}");
        }
    }
}

#[test]
fn claims_hold_every_statement_and_name_their_cells() {
    let comparison = Arc::clone(&COMPARED);
    let root = json(&comparison, &Review::default());
    let claims = root["claims"].as_array().unwrap();
    let mut statements = BTreeSet::new();
    let mut statuses = BTreeSet::new();
    for (id, claim) in claims.iter().enumerate() {
        assert_eq!(keys(claim), BTreeSet::from(["id", "title", "status", "independent", "cells"]));
        assert_eq!(claim["id"], id);
        assert!(!claim["title"].as_str().unwrap().is_empty());
        one_of(&claim["status"], &["corroborated", "disputed", "single-source"]);
        statuses.insert(claim["status"].as_str().unwrap());
        let cells = claim["cells"].as_array().unwrap();
        let independent = claim["independent"].as_u64().unwrap();
        assert!((1..=cells.len() as u64).contains(&independent), "{claim}");
        assert!(claim["status"] != "corroborated" || independent > 1, "{claim}");
        for cell in cells {
            assert_eq!(keys(cell), BTreeSet::from(["source", "stance", "statements", "disputes_itself"]));
            one_of(&cell["stance"], &["agrees", "conflicts", "possible", "only-here"]);
            assert!(cell["disputes_itself"].is_boolean());
            for statement in cell["statements"].as_array().unwrap() {
                assert!(statements.insert((cell["source"].as_u64().unwrap(), statement.as_u64().unwrap())));
            }
        }
        assert!(cells.windows(2).all(|two| two[0]["source"].as_u64() < two[1]["source"].as_u64()), "{claim}");
    }
    assert_eq!(statuses, BTreeSet::from(["corroborated", "disputed", "single-source"]));
    for source in root["sources"].as_array().unwrap() {
        for statement in source["statements"].as_array().unwrap() {
            let carries = !["boilerplate", "question", "heading"].contains(&statement["kind"].as_str().unwrap());
            let at = (source["id"].as_u64().unwrap(), statement["id"].as_u64().unwrap());
            assert!(!carries || statements.contains(&at), "in no claim: {statement}");
        }
    }
}

#[test]
fn sources_with_one_copy_are_one_echo_group() {
    let mut documents = Vec::new();
    for title in ["Harbour", "Port"] {
        let text = "The tug Marigold sank at her berth in the outer harbour of Lessing on Friday night.\n\n\
            Divers found a hole as wide as a hand in the hull below the engine on Saturday morning.\n\n\
            The harbour master closed the northern basin until the last of the oil has been pumped off.";
        let addition = format!("{text}\n\nThis was printed by the {title} Journal in its edition of the weekend.");
        documents.push(Arc::new(import::paste(title, &addition).unwrap()));
    }
    let settings = Settings { use_model: false, ..Settings::default() };
    let comparison = Engine::new().compare(&documents, &settings, &Cancel::default(), &|_| {}).unwrap();
    let root = json(&comparison, &Review::default());
    let groups = root["echo"].as_array().unwrap();
    assert_eq!(groups.len(), 1);
    assert_eq!(keys(&groups[0]), BTreeSet::from(["sources", "passages"]));
    assert_eq!(groups[0]["sources"], serde_json::json!([0, 1]));
    let passages = groups[0]["passages"].as_array().unwrap();
    assert!(passages.len() >= 3, "{passages:?}");
    for passage in passages {
        assert_eq!(keys(passage), BTreeSet::from(["source", "statement", "source_b", "statement_b"]));
    }
    let claims = root["claims"].as_array().unwrap();
    assert!(claims.iter().any(|claim| claim["cells"].as_array().unwrap().len() == 2));
    assert!(claims.iter().all(|claim| claim["independent"] == 1 && claim["status"] != "corroborated"), "{claims:?}");
    assert!(root["warnings"].as_array().unwrap().iter().any(|w| w.as_str().unwrap().contains("count as one source")));
}

#[test]
fn a_decision_is_added_where_there_is_one() {
    let comparison = Arc::clone(&COMPARED);
    let first = comparison.pairs[0].alignment;
    let mut review = Review::default();
    let decision = Decision { ruling: Some(Ruling::Dismissed), note: "not so".to_owned() };
    review.set(comparison.text(first.left), comparison.text(first.right), Some(decision));
    let root = json(&comparison, &review);
    assert_eq!(root["pairs"][0]["decision"]["ruling"], "dismissed");
    assert_eq!(root["pairs"][0]["decision"]["note"], "not so");
    assert_eq!(root["pairs"][0]["verdict"], json(&comparison, &Review::default())["pairs"][0]["verdict"]);
}

#[test]
fn events_point_into_their_statements_and_conflict_both_ways() {
    let root = json(&COMPARED, &Review::default());
    let index = |v: &Value| usize::try_from(v.as_u64().unwrap()).unwrap();
    let events = root["timeline"].as_array().unwrap();
    assert!(!events.is_empty());
    for (id, event) in events.iter().enumerate() {
        let names = ["id", "source", "statement", "span", "from", "to", "precision", "relative", "assumed_date"];
        let names = names.into_iter().chain(["conflicts"]);
        assert_eq!(keys(event), names.collect::<BTreeSet<_>>());
        assert_eq!(event["id"], id);
        one_of(&event["precision"], &["day", "week", "month", "quarter", "year", "decade"]);
        let length = match event["precision"].as_str().unwrap() {
            "day" | "week" => 10,
            "month" | "quarter" => 7,
            _ => 4,
        };
        let ends = ["from", "to"].map(|end| event[end].as_str());
        assert!(ends.iter().flatten().all(|date| date.len() == length) && ends != [None, None], "{event}");
        assert!(event["relative"].as_bool().unwrap() || !event["assumed_date"].as_bool().unwrap());
        let statement = &root["sources"][index(&event["source"])]["statements"][index(&event["statement"])];
        assert!(!slice(statement["text"].as_str().unwrap(), &event["span"][0], &event["span"][1]).is_empty());
        for other in event["conflicts"].as_array().unwrap() {
            let other = &events[index(other)];
            assert_ne!(other["source"], event["source"]);
            assert!(other["conflicts"].as_array().unwrap().iter().any(|back| index(back) == id));
        }
    }
}
