//! Places, told from what only looks like one, and how each is used.
//!
//! Names of the gazetteer are matched longest first ([`Hit`]); `traps` drops those that are part of another name;
//! `usage` reads the words around for how the place is used and how well they show that it is one; what follows a
//! comma ("Paris, Texas") narrows what it may be. A name that is also a common word or a person's needs proof.

mod cues;
mod settle;
mod traps;
mod usage;

use crate::lexicon::{LONGEST_PLACE_KEY, PlaceName, PlaceNameKind, is_no_place, place_key, places_named};
use crate::model::{Place, PlaceLevel, PlaceMention, PlaceRelation, PlaceUsage, Span};

use super::token::{Token, Tokens, is_plain};
pub(super) use settle::settle;
use usage::Proof;

/// A name of the gazetteer in a statement.
struct Hit {
    /// Its words.
    words: std::ops::Range<usize>,
    /// What it may stand for.
    names: Vec<PlaceName>,
}

/// Names that are written as initials, beside those of two letters.
const INITIALS: &[&str] = &["usa", "uae", "prc", "drc", "dprk", "nyc"];

/// How many readings of a name are kept.
const MOST_CANDIDATES: usize = 8;

/// Places in a statement, in reading order.
pub(super) fn find(text: &str) -> Vec<PlaceMention> {
    let tokens = Tokens::new(text);
    let title_case = traps::is_title_case(&tokens);
    let mut found: Vec<(Hit, PlaceUsage)> = Vec::new();
    let mut out = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let Some((end, hit)) = match_at(&tokens, at) else {
            at += 1;
            continue;
        };
        at = end;
        let Some(mut hit) = hit else { continue };
        let qualifier = narrow(&tokens, &mut hit);
        let end = qualifier.unwrap_or(hit.words.end);
        let before = found.last().map(|(hit, usage)| (hit, *usage));
        if traps::is_part_of_another_name(&tokens, &hit, end, before.map(|(hit, _)| hit), title_case) {
            continue;
        }
        let (usage, mut proof) = usage::read(&tokens, &hit, end, before);
        if qualifier.is_some() {
            proof = Proof::Strong;
        }
        // In a heading a common word has a capital as well.
        let heading = title_case && qualifier.is_none() && needed(&hit) == Proof::Strong;
        if heading || proof < needed(&hit) {
            continue;
        }
        let candidates = candidates(&hit, usage);
        let Some(last) = tokens.get(end - 1) else { continue };
        if !candidates.is_empty() {
            let point = last.raw.contains('.') && !last.possessive && text[last.span.end..].starts_with('.');
            let span = Span::new(tokens.span(hit.words.start, end).start, last.bare_end() + usize::from(point));
            out.push(PlaceMention { span, candidates, usage });
        }
        at = end;
        found.push((hit, usage));
    }
    out
}

/// The longest name that begins at a word: where it ends, and the hit unless it is known to be no place.
fn match_at(tokens: &Tokens, at: usize) -> Option<(usize, Option<Hit>)> {
    if !tokens.get(at)?.is_capital() {
        return None;
    }
    let longest =
        (1..=LONGEST_PLACE_KEY).take_while(|&n| n == 1 || (at + n <= tokens.len() && joined(tokens, at + n - 1)));
    for n in longest.collect::<Vec<_>>().into_iter().rev() {
        let (words, last) = (at..at + n, tokens.get(at + n - 1)?);
        let span = Span::new(tokens.get(at)?.span.start, last.bare_end());
        let key = place_key(span.of(tokens.text));
        if is_no_place(&key) {
            return Some((words.end, None));
        }
        if !last.is_capital() && !last.is(&["region", "oblast", "province"]) {
            continue;
        }
        let names = places_named(&key);
        let initials = n == 1 && (key.len() == 2 || INITIALS.contains(&key.as_str()));
        if names.is_empty() || (initials && !is_initials(tokens, at)) {
            continue;
        }
        return Some((words.end, Some(Hit { words, names })));
    }
    None
}

/// Whether word `i` may belong to one name with the word before it: "Los Angeles", "Tel Aviv-Yafo", "St. Louis", "D.
/// C.".
fn joined(tokens: &Tokens, i: usize) -> bool {
    let Some(token) = tokens.get(i) else { return false };
    let possessive = i > 0 && tokens.get(i - 1).is_some_and(|before| before.possessive);
    let abbreviation = token.gap == ". " && tokens.before(i, 1).len() <= 2;
    let district = token.gap == ", " && token.is(&["d.c", "dc"]);
    !possessive && (is_plain(token.gap) || abbreviation || district)
}

/// Whether "US", "UK", "UAE" are written as initials are, in a statement that is not all capitals.
fn is_initials(tokens: &Tokens, at: usize) -> bool {
    let shouted = tokens.iter().filter(|t| t.raw.len() > 3).all(Token::is_all_caps) && tokens.len() > 2;
    tokens.get(at).is_some_and(|t| t.raw.contains('.') || (t.is_all_caps() && !shouted))
}

/// Narrows a name by what follows it: ", Texas", "(France)", " region". Gives the end of a qualifier that was taken in.
fn narrow(tokens: &Tokens, hit: &mut Hit) -> Option<usize> {
    let end = hit.words.end;
    let next = tokens.get(end)?;
    if is_plain(next.gap) && next.is(&["region", "oblast", "province", "state", "prefecture", "governorate"]) {
        let regions: Vec<_> = hit.names.iter().filter(|n| n.place.level == PlaceLevel::Region).cloned().collect();
        if !regions.is_empty() {
            hit.names = regions;
        }
        return None;
    }
    if !matches!(next.gap, ", " | " (") {
        return None;
    }
    let (qualifier_end, qualifier) = match_at(tokens, end)?;
    let larger: Vec<Place> = qualifier?
        .names
        .into_iter()
        .filter(|name| name.kind != PlaceNameKind::Adjective && name.place.level != PlaceLevel::City)
        .map(|name| name.place)
        .collect();
    let inside = |name: &PlaceName| {
        name.kind == PlaceNameKind::Name
            && larger.iter().any(|l| l.level > name.place.level && name.place.relation(l) == PlaceRelation::Contains)
    };
    let kept: Vec<_> = hit.names.iter().filter(|name| inside(name)).cloned().collect();
    if kept.is_empty() {
        return None;
    }
    hit.names = kept;
    Some(qualifier_end)
}

/// How much the words around must show for a name to be taken for a place.
fn needed(hit: &Hit) -> Proof {
    let Some(first) = hit.names.iter().find(|name| name.kind != PlaceNameKind::Abbreviation) else {
        return Proof::Impossible;
    };
    let several_words = hit.words.len() > 1;
    match (first.kind, first.place.level) {
        (PlaceNameKind::Adjective | PlaceNameKind::Seat, _) => Proof::None,
        (_, PlaceLevel::Country | PlaceLevel::Continent) if !first.unsure => Proof::None,
        (_, PlaceLevel::Country | PlaceLevel::Continent) => Proof::Weak,
        (_, PlaceLevel::Region) if !first.unsure && (several_words || first.population >= 1_000_000) => Proof::None,
        (_, PlaceLevel::Region) if !first.unsure || first.population >= 1_000_000 => Proof::Weak,
        (_, PlaceLevel::Region) => Proof::Strong,
        (_, _) if first.unsure && !several_words && first.population < 300_000 => Proof::Strong,
        (_, _) if first.unsure && !several_words => Proof::Weak,
        _ if hit.names.iter().any(|name| name.kind == PlaceNameKind::Capital) => Proof::None,
        _ if first.population >= 500_000 || (several_words && first.population >= 100_000) => Proof::None,
        _ if first.population >= 100_000 || several_words => Proof::Weak,
        _ => Proof::Strong,
    }
}

/// The readings that fit the usage, most likely first.
fn candidates(hit: &Hit, usage: PlaceUsage) -> Vec<Place> {
    let mut names: Vec<&PlaceName> = hit.names.iter().filter(|name| name.kind != PlaceNameKind::Abbreviation).collect();
    let stands_for_country = |name: &&PlaceName| matches!(name.kind, PlaceNameKind::Capital | PlaceNameKind::Seat);
    match usage {
        PlaceUsage::Location | PlaceUsage::Direction
            if names.iter().any(|name| name.place.level == PlaceLevel::City) =>
        {
            names.retain(|name| !stands_for_country(name));
        }
        PlaceUsage::Government => names.sort_by_key(|name| !stands_for_country(name)),
        _ => {}
    }
    let mut out: Vec<Place> = Vec::new();
    for name in names {
        if !out.contains(&name.place) && out.len() < MOST_CANDIDATES {
            out.push(name.place.clone());
        }
    }
    out
}

#[cfg(test)]
mod tests;
