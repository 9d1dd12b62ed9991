//! Names of countries, regions and parts of the world, other names of cities, and what only looks like a place.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use crate::model::{Place, PlaceLevel};

use super::{PlaceName, PlaceNameKind, place_key};

/// What the small files of the gazetteer hold.
#[derive(Default)]
pub(super) struct Table {
    /// What is larger than a city, by key.
    pub(super) names: HashMap<String, Vec<PlaceName>>,
    /// Other names of cities: key of the city and its country, by key.
    pub(super) cities: HashMap<String, Vec<(&'static str, &'static str)>>,
    /// Names of first-level regions by code ("US.TX").
    pub(super) regions: HashMap<&'static str, &'static str>,
    /// Key of the capital and country of seats of government, by key.
    pub(super) seats: HashMap<String, (String, &'static str)>,
    /// Keys of what is no place.
    pub(super) never: HashSet<String>,
    /// Keys that need proof from the words around them.
    pub(super) unsure: HashSet<String>,
    /// Country, its place and the key of its capital, by code.
    countries: HashMap<&'static str, (Place, String)>,
    /// Country that governs or claims another, by the other's code.
    claims: HashMap<&'static str, &'static str>,
}

pub(super) static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table::default();
    table.read_regions(include_str!("../../../resources/gazetteer/regions.tsv"));
    table.read_countries(include_str!("../../../resources/gazetteer/countries.tsv"));
    table.read_names(include_str!("../../../resources/gazetteer/names.tsv"));
    table
});

/// Rows of a file, its comments left out, filled up to `N` columns.
fn rows<const N: usize>(text: &'static str) -> impl Iterator<Item = [&'static str; N]> {
    text.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).map(|line| {
        let mut columns = line.split('\t');
        std::array::from_fn(|_| columns.next().unwrap_or_default())
    })
}

fn region(name: &str, code: &str) -> Place {
    let country = code.split('.').next().map(Into::into);
    let region = Some(name.into());
    Place { name: name.into(), level: PlaceLevel::Region, region, country, beside: None, members: Vec::new() }
}

impl Table {
    fn add(&mut self, name: &str, place: Place, kind: PlaceNameKind) {
        let known = self.names.entry(place_key(name)).or_default();
        // An adjective is met more often than a region of its name ("Somali").
        let at = if kind == PlaceNameKind::Adjective { 0 } else { known.len() };
        known.insert(at, PlaceName { place, kind, population: 0, unsure: false });
    }

    fn read_regions(&mut self, text: &'static str) {
        for [code, names, people, flag] in rows(text) {
            let mut names = names.split('|');
            let Some(usual) = names.next() else { continue };
            self.regions.insert(code, usual);
            if flag == "-" {
                continue;
            }
            for name in std::iter::once(usual).chain(names) {
                let known = self.names.entry(place_key(name)).or_default();
                let (place, population) = (region(usual, code), people.parse().unwrap_or_default());
                known.push(PlaceName { place, kind: PlaceNameKind::Name, population, unsure: flag == "?" });
                known.sort_by_key(|name| std::cmp::Reverse(name.population));
            }
        }
    }

    fn read_countries(&mut self, text: &'static str) {
        for [code, name, _, capital, others, adjectives, claimed_by] in rows(text) {
            let place = Place {
                name: name.into(),
                level: PlaceLevel::Country,
                region: None,
                country: Some(code.into()),
                beside: None,
                members: Vec::new(),
            };
            let split = |names: &'static str| names.split('|').filter(|name| !name.is_empty());
            for name in std::iter::once(name).chain(split(others)) {
                // A country comes before the regions that share its name.
                let known = PlaceName { place: place.clone(), kind: PlaceNameKind::Name, population: 0, unsure: false };
                self.names.entry(place_key(name)).or_default().insert(0, known);
            }
            for name in split(adjectives) {
                self.add(name, place.clone(), PlaceNameKind::Adjective);
            }
            if !claimed_by.is_empty() {
                self.claims.insert(code, claimed_by);
            }
            self.countries.insert(code, (place, place_key(capital)));
        }
    }

    fn read_names(&mut self, text: &'static str) {
        for [name, kind, target] in rows(text) {
            let key = place_key(name);
            match kind {
                "part" => {
                    let members = target.split(' ').map(Into::into).collect();
                    let (level, name) = (PlaceLevel::Continent, name.into());
                    let place = Place { name, level, region: None, country: None, beside: None, members };
                    self.names
                        .entry(key)
                        .or_default()
                        .insert(0, PlaceName { place, kind: PlaceNameKind::Name, population: 0, unsure: false });
                }
                "regions" => {
                    let members = target.split(' ').filter_map(|code| self.regions.get(code)).map(|&n| n.into());
                    let mut place = region(name, target);
                    place.members = members.collect();
                    let known = PlaceName { place, kind: PlaceNameKind::Name, population: 0, unsure: false };
                    self.names.entry(key).or_default().insert(0, known);
                }
                "region" | "abbreviation" => {
                    let Some(usual) = self.regions.get(target) else { continue };
                    let place = region(usual, target);
                    let abbreviation = kind == "abbreviation";
                    let kind = if abbreviation { PlaceNameKind::Abbreviation } else { PlaceNameKind::Name };
                    self.add(name, place, kind);
                }
                "adjective" => {
                    let of_region = self.regions.get(target).map(|usual| region(usual, target));
                    let named = || self.names.get(&place_key(target))?.first().map(|name| name.place.clone());
                    if let Some(place) = of_region.or_else(named) {
                        self.add(name, place, PlaceNameKind::Adjective);
                    }
                }
                "seat" => {
                    if let Some((place, capital)) = self.countries.get(target).cloned() {
                        self.add(name, place, PlaceNameKind::Seat);
                        self.seats.insert(key, (capital, target));
                    }
                }
                "city" => self.cities.entry(key).or_default().extend(target.split_once('@')),
                "never" => drop(self.never.insert(key)),
                _ => drop(self.unsure.insert(key)),
            }
        }
    }

    /// The country whose capital this city is.
    pub(super) fn governed_from(&self, city: &Place) -> Option<Place> {
        let (country, capital) = self.countries.get(city.country.as_deref()?)?;
        let large_enough = city.region.as_deref() != Some("Missouri");
        (large_enough && !capital.is_empty() && place_key(&city.name) == *capital).then(|| country.clone())
    }

    /// The same place as part of the country that governs or claims it: both readings are kept, so that nothing is
    /// apart from a country that may hold it.
    pub(super) fn as_claimed(&self, name: &PlaceName) -> Option<PlaceName> {
        let by = match (name.place.country.as_deref()?, name.place.region.as_deref()) {
            ("UA", Some("Crimea" | "Sevastopol")) => "RU",
            (country, _) => self.claims.get(country)?,
        };
        let mut twin = name.clone();
        twin.place.country = Some(by.into());
        if twin.place.level == PlaceLevel::Country {
            twin.place.level = PlaceLevel::Region;
            twin.place.region = Some(twin.place.name.clone());
        }
        Some(twin)
    }
}

/// Every row of the files means something.
#[cfg(test)]
pub(super) fn check() {
    let kinds = "part regions region abbreviation city seat adjective never unsure";
    for [name, kind, target] in rows(include_str!("../../../resources/gazetteer/names.tsv")) {
        assert!(kinds.split(' ').any(|known| known == kind), "{name}: {kind}");
        let key = place_key(name);
        match kind {
            "never" | "unsure" => {}
            "city" => {
                let (city, country) = target.split_once('@').unwrap();
                let found = super::cities::find(city).any(|city| city.place.country.as_deref() == Some(country));
                assert!(found, "{name}: no {target}");
            }
            "regions" => assert!(target.split(' ').all(|code| TABLE.regions.contains_key(code)), "{name}: {target}"),
            _ => assert!(TABLE.names.contains_key(&key), "{name}"),
        }
        assert!(key.split(' ').count() <= super::LONGEST_PLACE_KEY, "{name} is too long");
    }
    let countries: Vec<_> = rows::<7>(include_str!("../../../resources/gazetteer/countries.tsv")).collect();
    assert!(countries.len() > 235);
    for [code, _, continents, .., claimed_by] in countries {
        assert!(!continents.is_empty(), "{code}");
        assert!(claimed_by.is_empty() || TABLE.countries.contains_key(claimed_by), "{code}: {claimed_by}");
    }
}
