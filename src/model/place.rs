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
