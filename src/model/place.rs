//! Places and what contains what.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::Span;

/// A place name in a statement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlaceMention {
    /// The name as written.
    pub span: Span,
    /// What it may be, most likely first; never empty.
    pub candidates: Vec<Place>,
    /// How the name is used.
    pub usage: PlaceUsage,
}

/// How a place name is used in its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PlaceUsage {
    /// Where something is: "in Moscow", "Moscow talks", a dateline.
    Location,
    /// Where something goes to or comes from.
    Direction,
    /// The government: "Moscow demands".
    Government,
    /// An adjective of nation: "Russian".
    Nationality,
    /// Named without saying anything is there: "Russia's demands", "the war with Russia".
    Mention,
}

/// A place of the gazetteer.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Place {
    /// Usual English name.
    pub name: Arc<str>,
    /// How large.
    pub level: PlaceLevel,
    /// First-level region (state, province) that holds it, by name; for a region, itself.
    pub region: Option<Arc<str>>,
    /// ISO 3166 code of the country that holds it; `None` only for what spans several.
    pub country: Option<Arc<str>>,
    /// For a city, the much larger one it is a part or a suburb of ("Manhattan": New York City).
    pub beside: Option<Arc<str>>,
    /// What a place that is no unit of its own holds: a continent or part of the world the codes of its countries, a
    /// region of several ("Donbas") the names of its first-level regions. Empty for all others.
    pub members: Vec<Arc<str>>,
}

/// How large a place is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PlaceLevel {
    /// A city or town.
    City,
    /// A state, province, or other first-level region.
    Region,
    /// A country.
    Country,
    /// A continent or a part of the world.
    Continent,
}

/// How two places lie to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PlaceRelation {
    /// One place.
    Same,
    /// One holds the other: a finer place, no conflict.
    Contains,
    /// Neither holds the other.
    Apart,
    /// Cannot be told.
    Unknown,
}

impl PlaceMention {
    /// How two mentions lie to each other, whatever each of them turns out to be; see [`relation_of`].
    pub fn relation(&self, other: &Self) -> PlaceRelation {
        relation_of(&self.candidates, &other.candidates)
    }
}

/// How two names lie to each other when each may be any of its candidates: the same if any two are, apart only if no
/// two can be reconciled.
pub fn relation_of(left: &[Place], right: &[Place]) -> PlaceRelation {
    let relations: Vec<_> = left.iter().flat_map(|a| right.iter().map(|b| a.relation(b))).collect();
    let any = |wanted| relations.contains(&wanted).then_some(wanted);
    any(PlaceRelation::Same)
        .or(any(PlaceRelation::Contains))
        .or(any(PlaceRelation::Unknown))
        .or(any(PlaceRelation::Apart))
        .unwrap_or(PlaceRelation::Unknown)
}

impl Place {
    /// How this place lies to another: city < region < country < continent. Symmetric.
    pub fn relation(&self, other: &Self) -> PlaceRelation {
        use PlaceLevel::{City, Continent, Country, Region};
        let (small, large) = if self.level <= other.level { (self, other) } else { (other, self) };
        let same_country = small.country.is_some() && small.country == large.country;
        match (small.level, large.level) {
            (City, City) => small.to_city(large),
            (Continent, Continent) if small.name == large.name => PlaceRelation::Same,
            (Continent, Continent) => small.to_part_of_world(large),
            (_, Continent) => match &small.country {
                Some(country) if large.members.contains(country) => PlaceRelation::Contains,
                Some(_) if !large.members.is_empty() => PlaceRelation::Apart,
                _ => PlaceRelation::Unknown,
            },
            (Country, Country) if same_country => PlaceRelation::Same,
            (_, Country) if same_country => PlaceRelation::Contains,
            _ if small.country.is_none() || large.country.is_none() => PlaceRelation::Unknown,
            _ if !same_country => PlaceRelation::Apart,
            (City, Region) => large.to_region(small.region.iter()),
            (Region, Region) if small.name == large.name => PlaceRelation::Same,
            (Region, Region) if small.members.is_empty() => large.to_region(small.region.iter()),
            (Region, Region) if large.members.is_empty() => small.to_region(large.region.iter()),
            (Region, Region) => small.to_part_of_world(large),
            _ => PlaceRelation::Unknown,
        }
    }

    fn to_city(&self, other: &Self) -> PlaceRelation {
        let same_region = self.region.is_none() || other.region.is_none() || self.region == other.region;
        let beside = |a: &Self, b: &Self| a.beside.as_ref() == Some(&b.name) && a.country == b.country;
        if self.name == other.name && self.country == other.country && same_region {
            PlaceRelation::Same
        } else if beside(self, other)
            || beside(other, self)
            || (self.beside.is_some() && self.beside == other.beside && self.country == other.country)
        {
            PlaceRelation::Unknown
        } else {
            PlaceRelation::Apart
        }
    }

    /// How this region lies to what lies in the first-level region `inner`, both of one country.
    fn to_region<'a>(&self, mut inner: impl Iterator<Item = &'a Arc<str>>) -> PlaceRelation {
        match inner.next() {
            Some(inner) if *inner == self.name || self.members.contains(inner) => PlaceRelation::Contains,
            Some(_) => PlaceRelation::Apart,
            None => PlaceRelation::Unknown,
        }
    }

    /// How two places that are known by their members lie to each other.
    fn to_part_of_world(&self, other: &Self) -> PlaceRelation {
        let within = |a: &Self, b: &Self| !a.members.is_empty() && a.members.iter().all(|m| b.members.contains(m));
        if within(self, other) || within(other, self) {
            PlaceRelation::Contains
        } else if self.members.is_empty()
            || other.members.is_empty()
            || self.members.iter().any(|m| other.members.contains(m))
        {
            PlaceRelation::Unknown
        } else {
            PlaceRelation::Apart
        }
    }
}
