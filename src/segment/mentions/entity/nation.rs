//! What the gazetteer says of a word in a name.

use crate::lexicon::{PlaceNameKind, place_key, places_named};
use crate::model::PlaceLevel;

/// Whether words are first of all the name of a place, or an adjective of one.
pub(in super::super) fn is_place(words: &str) -> bool {
    places_named(&place_key(words)).first().is_some_and(|name| !name.unsure)
}

/// The country that words name, as a noun or an adjective ("US", "American", "the Kremlin's"): its key, the short form
/// for the three that have one.
pub(in super::super) fn country(words: &str) -> Option<String> {
    let named = places_named(&place_key(words));
    let found = named.iter().find(|name| {
        name.place.level == PlaceLevel::Country
            && !name.unsure
            && matches!(name.kind, PlaceNameKind::Name | PlaceNameKind::Adjective | PlaceNameKind::Capital)
    })?;
    Some(match found.place.country.as_deref() {
        Some("US") => "us".to_owned(),
        Some("GB") => "uk".to_owned(),
        Some("AE") => "uae".to_owned(),
        _ => place_key(&found.place.name),
    })
}

/// Whether a word is an adjective of a place: "Ukrainian", "Texan".
pub(in super::super) fn is_adjective(word: &str) -> bool {
    places_named(&place_key(word)).first().is_some_and(|name| name.kind == PlaceNameKind::Adjective)
}
