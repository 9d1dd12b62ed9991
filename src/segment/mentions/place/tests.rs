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

/// First readings of the places of a document of several statements.
fn settled(texts: &[&str]) -> Vec<Vec<String>> {
    let mut found: Vec<_> = texts.iter().map(|text| find(text)).collect();
    let mut statements: Vec<_> = texts.iter().copied().zip(found.iter_mut()).collect();
    settle(&mut statements);
    let readings = |mention: &PlaceMention| {
        let names = mention.candidates.iter();
        names.map(|place| place.region.as_deref().unwrap_or("-").to_owned()).collect::<Vec<_>>().join("+")
    };
    found.iter().map(|mentions| mentions.iter().map(readings).collect()).collect()
}

#[test]
fn what_a_document_names_decides_between_namesakes() {
    let with_state = settled(&["A storm hit Paris, Texas, on Monday.", "Shops in Paris stayed shut."]);
    assert_eq!(with_state, [["Texas"], ["Texas"]]);
    let alone = settled(&["Shops in Paris stayed shut."]);
    assert!(alone[0][0].starts_with("Île-de-France") && !alone[0][0].contains("Texas"), "{alone:?}");
    let region = settled(&["Fires burned across Texas.", "Homes in Paris were lost."]);
    assert!(region[1][0].contains("Texas"), "{region:?}");
    let claimed = settled(&["A base in Crimea was hit."]);
    assert_eq!(claimed, [["Crimea+Crimea"]]);
}
