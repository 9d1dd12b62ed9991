//! What a name means in its document: "Paris" in a report that has "Paris, Texas" elsewhere.

use std::collections::HashSet;

use crate::lexicon::{PlaceName, place_key, places_named};
use crate::model::{Place, PlaceLevel, PlaceMention, PlaceUsage};

/// A reading stands beside the first one only if it is at least this part of its size.
const RIVAL: u32 = 10;

/// From this many people on, a namesake of a country stands beside it.
const LARGE: u32 = 1_000_000;

/// Settles what names may mean by what else the document names: a reading that is spelled out elsewhere ("Paris,
/// Texas") is the only one, and small namesakes in regions that are not named are dropped. `statements` are the texts
/// with the places found in them.
pub(in crate::segment::mentions) fn settle(statements: &mut [(&str, &mut Vec<PlaceMention>)]) {
    let mentions = || statements.iter().flat_map(|(text, places)| places.iter().map(move |place| (*text, place)));
    let mut regions: HashSet<(Place, String)> = HashSet::new();
    for (text, mention) in mentions() {
        let words = mention.span.of(text);
        let named = mention.candidates.first().filter(|_| mention.usage != PlaceUsage::Nationality);
        let Some(first) = named else { continue };
        // The region that follows a city decides for the same city elsewhere; a region alone for all in it.
        let qualified = words.contains(',') && first.level == PlaceLevel::City;
        if first.level == PlaceLevel::Region || qualified {
            regions.insert((first.clone(), if qualified { place_key(city_of(words)) } else { String::new() }));
        }
    }
    for (text, places) in statements {
        for mention in places.iter_mut().filter(|mention| mention.candidates.len() > 1) {
            let key = place_key(city_of(mention.span.of(text)));
            let spelled_out = |place: &Place| {
                let same = |(city, of): &(Place, String)| *of == key && city == place;
                place.level == PlaceLevel::City && regions.iter().any(same)
            };
            if let Some(place) = mention.candidates.iter().find(|place| spelled_out(place)).cloned() {
                mention.candidates = vec![place];
                continue;
            }
            let named = |place: &Place| {
                regions.iter().any(|(region, _)| region.country == place.country && region.region == place.region)
            };
            keep_likely(&mut mention.candidates, &places_named(&key), named);
        }
    }
}

fn city_of(words: &str) -> &str {
    words.split([',', '(']).next().unwrap_or(words)
}

fn keep_likely(candidates: &mut Vec<Place>, names: &[PlaceName], named: impl Fn(&Place) -> bool) {
    let Some(first) = candidates.first().cloned() else { return };
    let people = |place: &Place| names.iter().find(|name| name.place == *place).map_or(0, |name| name.population);
    let sole = first.level >= PlaceLevel::Country || !first.members.is_empty();
    let least = if sole { LARGE } else { people(&first) / RIVAL };
    // Who claims a territory reads it as a place of the same people.
    let claimed = |place: &Place| people(place) == people(&first);
    candidates.retain(|place| {
        place.country == first.country || claimed(place) || named(place) || people(place) >= least.max(1)
    });
}
