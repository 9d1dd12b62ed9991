//! What looks like a place and is part of another name: "Paris Hilton", "Bank of England", "Miami Heat".

use crate::lexicon::{PlaceNameKind, is_stopword};
use crate::segment::mentions::token::{Token, Tokens};

use super::Hit;

/// Words with a capital that may stand right before the name of a place.
const BEFORE: &[&str] = &[
    "north",
    "south",
    "east",
    "west",
    "northern",
    "southern",
    "eastern",
    "western",
    "central",
    "downtown",
    "northeast",
    "northwest",
    "southeast",
    "southwest",
    "greater",
    "inner",
    "upper",
    "lower",
    "mainland",
    "metro",
    "old",
    "nearby",
    "occupied",
    "rural",
    "today",
    "yesterday",
    "meanwhile",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Words with a capital that may stand right after it: offices, bodies of a state, days.
const AFTER: &[&str] = &[
    "president",
    "prime",
    "premier",
    "minister",
    "mayor",
    "gov",
    "governor",
    "sen",
    "sens",
    "senator",
    "senators",
    "rep",
    "reps",
    "secretary",
    "chancellor",
    "ambassador",
    "envoy",
    "special",
    "foreign",
    "defence",
    "defense",
    "finance",
    "interior",
    "king",
    "queen",
    "crown",
    "prince",
    "princess",
    "vice",
    "deputy",
    "chief",
    "attorney",
    "police",
    "army",
    "navy",
    "marine",
    "marines",
    "air",
    "military",
    "armed",
    "coast",
    "national",
    "congress",
    "congressman",
    "congresswoman",
    "senate",
    "house",
    "parliament",
    "supreme",
    "state",
    "department",
    "treasury",
    "justice",
    "federal",
    "embassy",
    "consulate",
    "government",
    "republican",
    "republicans",
    "democrat",
    "democrats",
    "democratic",
    "labour",
    "conservative",
    "oblast",
    "region",
    "province",
    "county",
    "city",
    "district",
    "lt",
    "col",
    "gen",
    "general",
    "capt",
    "judge",
    "sheriff",
    "district",
    "head",
    "leader",
    "opposition",
    "health",
    "education",
    "energy",
    "trade",
    "nato",
    "eu",
    "un",
    "council",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "jan",
    "feb",
    "aug",
    "sept",
    "oct",
    "nov",
    "dec",
    "first",
    "time",
    "archbishop",
    "bishop",
    "ministry",
    "under",
    "assistant",
    "metro",
    "area",
    "border",
    "customs",
    "homeland",
    "space",
    "geological",
    "weather",
    "forest",
    "mr",
    "mrs",
    "ms",
    "dr",
];

/// Words that make a name of an organisation or a thing of the place before them, in headings, too.
const MAKES_NAME: &[&str] = &[
    "university",
    "college",
    "school",
    "institute",
    "bank",
    "times",
    "post",
    "herald",
    "tribune",
    "journal",
    "gazette",
    "chronicle",
    "globe",
    "star",
    "news",
    "daily",
    "telegraph",
    "press",
    "radio",
    "airlines",
    "airways",
    "air lines",
    "united",
    "fc",
    "rovers",
    "wanderers",
    "albion",
    "hotspur",
    "athletic",
    "heat",
    "dolphins",
    "bulls",
    "bears",
    "cubs",
    "yankees",
    "mets",
    "giants",
    "jets",
    "knicks",
    "nets",
    "lakers",
    "clippers",
    "dodgers",
    "celtics",
    "patriots",
    "bruins",
    "eagles",
    "phillies",
    "rangers",
    "cowboys",
    "mavericks",
    "rockets",
    "astros",
    "texans",
    "spurs",
    "suns",
    "cardinals",
    "nuggets",
    "broncos",
    "raptors",
    "leafs",
    "canadiens",
    "senators",
    "marathon",
    "open",
    "cup",
    "league",
    "grand",
    "prix",
    "masters",
    "derby",
    "street",
    "road",
    "avenue",
    "boulevard",
    "lane",
    "square",
    "bridge",
    "tower",
    "hotel",
    "hilton",
    "hall",
    "opera",
    "symphony",
    "orchestra",
    "philharmonic",
    "museum",
    "gallery",
    "airlines",
    "motors",
    "electric",
    "railway",
    "railways",
    "mobile",
    "telecom",
    "petroleum",
    "steel",
    "agreement",
    "accord",
    "accords",
    "agreements",
    "protocol",
    "convention",
    "conventions",
    "treaty",
    "declaration",
    "memorandum",
    "syndrome",
    "act",
    "pact",
    "formula",
    "river",
    "sea",
    "ocean",
    "gulf",
    "bay",
    "strait",
    "channel",
    "lake",
    "mountains",
    "valley",
];

/// Heads before "of" that leave the place what it is: "President of Russia", "city of Kyiv".
const HEADS: &[&str] = &[
    "president",
    "minister",
    "premier",
    "king",
    "queen",
    "mayor",
    "governor",
    "republic",
    "kingdom",
    "city",
    "town",
    "state",
    "government",
    "people",
    "parliament",
    "capital",
    "province",
    "region",
    "county",
    "emir",
    "sultan",
    "leader",
    "ambassador",
    "north",
    "south",
    "east",
    "west",
    "gulf",
    "parts",
    "most",
    "all",
    "much",
    "half",
    "outside",
    "because",
    "out",
    "both",
    "invasion",
    "leaders",
    "instead",
    "some",
    "many",
    "none",
    "ahead",
    "one",
    "two",
    "thousands",
    "hundreds",
    "millions",
    "residents",
    "citizens",
    "opinion",
    "supporters",
    "allies",
];

/// Titles whose bearer follows: "Mr. Jordan".
const TITLES: &[&str] = &[
    "mr",
    "mrs",
    "ms",
    "dr",
    "sir",
    "lord",
    "lady",
    "judge",
    "justice",
    "sen",
    "rep",
    "gov",
    "gen",
    "col",
    "lt",
    "sgt",
    "capt",
    "prof",
    "president",
    "senator",
    "governor",
    "detective",
    "officer",
    "inspector",
    "saint",
];

/// Whether nearly every word that carries meaning has a capital, as in headings: capitals beside a name then say nothing.
pub(super) fn is_title_case(tokens: &Tokens) -> bool {
    let carry: Vec<_> = tokens.iter().filter(|t| !t.is_number() && !is_stopword(&t.folded)).collect();
    let capitals = carry.iter().filter(|t| t.is_capital()).count();
    carry.len() >= 4 && capitals * 5 >= carry.len() * 4
}

/// Whether the words beside a hit make it part of another name. `end` is the word after the hit and its qualifier, `before`
/// the place found before it.
pub(super) fn is_part_of_another_name(
    tokens: &Tokens,
    hit: &Hit,
    end: usize,
    before: Option<&Hit>,
    title_case: bool,
) -> bool {
    let start = hit.words.start;
    let adjective = hit.names.iter().any(|name| name.kind == PlaceNameKind::Adjective);
    let place_before = before.is_some_and(|before| before.words.end == start);
    let after = tokens.get(end).filter(|_| !tokens.get(end - 1).is_some_and(|last| last.possessive));
    (!place_before && !adjective && follows_a_name(tokens, start, title_case && !unsure(hit)))
        || is_of_an_organisation(tokens, start, title_case)
        || after.is_some_and(|after| begins_a_name(tokens, after, end, title_case && !unsure(hit), adjective))
}

fn unsure(hit: &Hit) -> bool {
    hit.names.first().is_some_and(|name| name.unsure)
}

/// Whether the word before belongs to the same name: "Jack London", "Mr. Jordan", "Port-Moscow".
fn follows_a_name(tokens: &Tokens, start: usize, title_case: bool) -> bool {
    let (Some(token), Some(i)) = (tokens.get(start), start.checked_sub(1)) else { return false };
    let Some(before) = tokens.get(i) else { return false };
    if matches!(token.gap, ". " | " ") && before.is(TITLES) && before.is_capital() {
        return !title_case;
    }
    if !matches!(token.gap, " " | "-") || !before.is_capital() || before.possessive || title_case {
        return false;
    }
    let says_nothing = tokens.begins_sentence(i) && is_no_name(before);
    !(says_nothing || before.is(BEFORE) || before.is_all_caps() || is_stopword(&before.folded))
}

/// Whether a word at the head of a sentence is unlikely to be a name.
fn is_no_name(token: &Token) -> bool {
    let word = token.folded.as_str();
    let number =
        ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "dozens", "hundreds", "thousands"];
    is_stopword(word)
        || number.contains(&word)
        || ["ing", "ed", "ly"].iter().any(|end| word.ends_with(end) && word.len() > 4)
}

/// Whether it is the last part of a name with "of": "Bank of England".
fn is_of_an_organisation(tokens: &Tokens, start: usize, title_case: bool) -> bool {
    let the = usize::from(tokens.before(start, 1) == "the");
    if tokens.before(start, 1 + the) != "of" || title_case {
        return false;
    }
    let Some(i) = start.checked_sub(2 + the) else { return false };
    tokens.get(i).is_some_and(|head| head.is_capital() && !tokens.begins_sentence(i) && !head.is(HEADS))
}

/// Whether the word after belongs to the same name: "Paris Hilton", "Miami Heat".
fn begins_a_name(tokens: &Tokens, after: &Token, end: usize, title_case: bool, adjective: bool) -> bool {
    if !matches!(after.gap, " " | "-") || !after.is_capital() {
        return false;
    }
    if after.is(MAKES_NAME) {
        return true;
    }
    let another_place = super::match_at(tokens, end).and_then(|(_, hit)| hit).is_some_and(|hit| !unsure(&hit));
    !(title_case || adjective || another_place || after.is(AFTER) || after.is_all_caps())
}
