use super::*;
use crate::model::relation_of;

fn usage_name(usage: PlaceUsage) -> &'static str {
    match usage {
        PlaceUsage::Location => "location",
        PlaceUsage::Direction => "direction",
        PlaceUsage::Government => "government",
        PlaceUsage::Nationality => "nationality",
        PlaceUsage::Mention => "mention",
    }
}

/// "words = first candidate, code of its country or "-": usage" for each place.
fn describe(text: &str) -> String {
    let found = find(text).into_iter().map(|mention| {
        let first = &mention.candidates[0];
        let country = first.country.as_deref().unwrap_or("-");
        format!("{} = {}, {country}: {}", mention.span.of(text), first.name, usage_name(mention.usage))
    });
    let all: Vec<_> = found.collect();
    if all.is_empty() { "-".to_owned() } else { all.join(" | ") }
}

#[test]
fn table_of_places() {
    let lines = include_str!("../../../../tests/data/mentions/places.tsv").lines();
    let mut wrong = Vec::new();
    for line in lines.filter(|line| !line.starts_with('#') && !line.is_empty()) {
        let (text, expected) = line.split_once('\t').unwrap();
        let found = describe(text);
        if found != expected {
            wrong.push(format!("{text}\n  expected {expected}\n  found    {found}"));
        }
    }
    assert!(wrong.is_empty(), "{}\n{} wrong", wrong.join("\n"), wrong.len());
}

#[test]
fn table_of_relations() {
    let lines = include_str!("../../../../tests/data/mentions/place-relations.tsv").lines();
    let mut wrong = Vec::new();
    for line in lines.filter(|line| !line.starts_with('#') && !line.is_empty()) {
        let [left, right, expected] = line.split('\t').collect::<Vec<_>>()[..] else { panic!("{line}") };
        let candidates = |name: &str| {
            let found = find(&format!("They met in {name} yesterday."));
            found.into_iter().next().map(|mention| mention.candidates).unwrap_or_default()
        };
        let (a, b) = (candidates(left), candidates(right));
        let found = format!("{:?}", relation_of(&a, &b)).to_lowercase();
        assert_eq!(relation_of(&a, &b), relation_of(&b, &a), "{left} / {right}");
        if found != expected {
            wrong.push(format!("{left} / {right}: expected {expected}, found {found}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn spans_are_in_order_and_on_boundaries() {
    let text = "Élysée aides flew from São Paulo to N’Djamena, Chad, and Zürich’s mayor to Kraków.";
    let found = find(text);
    assert!(found.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start));
    assert!(found.iter().all(|mention| !mention.span.of(text).is_empty() && !mention.candidates.is_empty()));
}
