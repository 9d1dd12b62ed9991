//! Cities: a sorted text, searched by halving, of which only what is asked for is ever parsed.

use std::cmp::Ordering;

use crate::model::{Place, PlaceLevel};

use super::names::TABLE;
use super::{PlaceName, PlaceNameKind};

/// Lines sorted by key; those of one key by falling population. Columns: key, name where it is not the key in title
/// case, country and code of the first-level region, population, the larger city beside it, "?" where unsure.
static CITIES: &str = include_str!("../../../resources/gazetteer/cities.tsv");

/// The cities of a key, the largest first.
pub(super) fn find(key: &str) -> impl Iterator<Item = PlaceName> {
    lines_from(key).map_while(move |line| line.strip_prefix(key)?.strip_prefix('\t').map(|_| line)).filter_map(parse)
}

/// The lines from the first one whose key is not less than `key`.
fn lines_from(key: &str) -> std::str::Lines<'static> {
    let (mut low, mut high) = (0, CITIES.len());
    while low < high {
        let middle = line_start((low + high) / 2);
        let line = CITIES[middle..].split('\n').next().unwrap_or_default();
        let found = line.split('\t').next().unwrap_or_default();
        match found.cmp(key) {
            Ordering::Less => low = (middle + line.len() + 1).min(CITIES.len()),
            Ordering::Equal | Ordering::Greater if middle <= low => break,
            Ordering::Equal | Ordering::Greater => high = middle,
        }
    }
    CITIES[line_start(low)..].lines()
}

/// Start of the line that holds a byte.
fn line_start(at: usize) -> usize {
    CITIES.as_bytes()[..at].iter().rposition(|&b| b == b'\n').map_or(0, |newline| newline + 1)
}

fn parse(line: &str) -> Option<PlaceName> {
    let mut columns = line.split('\t');
    let (key, name, code) = (columns.next()?, columns.next()?, columns.next()?);
    let population = columns.next()?.parse().ok()?;
    let beside = columns.next().filter(|beside| !beside.is_empty());
    let name = if name.is_empty() { title_case(key) } else { name.to_owned() };
    let country = code.split('.').next()?;
    let place = Place {
        name: name.into(),
        level: PlaceLevel::City,
        region: TABLE.regions.get(code).map(|&name| name.into()),
        country: Some(country.into()),
        beside: beside.map(Into::into),
        members: Vec::new(),
    };
    Some(PlaceName { place, kind: PlaceNameKind::Name, population, unsure: columns.next() == Some("?") })
}

fn title_case(key: &str) -> String {
    let mut out = String::with_capacity(key.len());
    for word in key.split(' ') {
        if !out.is_empty() {
            out.push(' ');
        }
        let mut chars = word.chars();
        out.extend(chars.next().map(|c| c.to_ascii_uppercase()));
        out.push_str(chars.as_str());
    }
    out
}

/// Every line is in order, can be parsed and is found by its key.
#[cfg(test)]
pub(super) fn check() {
    let mut before = "";
    for line in CITIES.lines() {
        let key = line.split('\t').next().unwrap();
        assert!(before <= key, "{before} comes before {key}");
        before = key;
        let city = parse(line).unwrap_or_else(|| panic!("cannot read {line}"));
        assert!(find(key).any(|found| found == city), "{key} is not found");
        assert!(key.split(' ').count() <= super::LONGEST_PLACE_KEY, "{key} is too long");
    }
    assert!(CITIES.lines().count() > 30_000);
    assert_eq!(find("zzzz").count() + find("").count() + find("mosco").count(), 0);
}
