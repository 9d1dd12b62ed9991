//! How a place is used, and how well the words around show that it is one.

use crate::lexicon::{PlaceNameKind, lemma};
use crate::model::{PlaceLevel, PlaceUsage};
use crate::segment::mentions::token::{Tokens, is_plain};

use super::Hit;

/// How well the words around a name show that it is a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Proof {
    /// Not at all.
    None,
    /// They would fit a place better than a person: "to X", "X's mayor".
    Weak,
    /// They fit only a place: "in X", "X, Texas".
    Strong,
    /// More than there can be.
    Impossible,
}

/// Where something is.
const WHERE: &[&str] =
    &["in", "inside", "at", "near", "outside", "around", "across", "throughout", "within", "beneath", "above"];

/// Where to or where from.
const WHITHER: &[&str] = &["to", "into", "toward", "towards", "for", "from", "via", "through", "onto"];

/// What may be said of a place as of a person.
const ABOUT: &[&str] = &[
    "with", "by", "of", "between", "against", "on", "over", "about", "than", "under", "and", "or", "without", "like",
    "beyond", "despite", "upon", "among",
];

/// What stands between a preposition and the name: "in the eastern city of Kharkiv".
const BETWEEN: &[&str] = &[
    "the",
    "city",
    "cities",
    "town",
    "towns",
    "village",
    "villages",
    "capital",
    "region",
    "regions",
    "province",
    "state",
    "states",
    "district",
    "suburb",
    "port",
    "island",
    "area",
    "resort",
    "county",
    "border",
    "north",
    "south",
    "east",
    "west",
    "northern",
    "southern",
    "eastern",
    "western",
    "northeastern",
    "northwestern",
    "southeastern",
    "southwestern",
    "northeast",
    "northwest",
    "southeast",
    "southwest",
    "central",
    "downtown",
    "mainland",
    "rural",
    "inner",
    "greater",
    "nearby",
    "neighbouring",
    "neighboring",
    "occupied",
    "besieged",
    "industrial",
    "coastal",
    "strategic",
    "key",
    "its",
    "their",
    "his",
    "her",
    "both",
    "upstate",
    "suburban",
    "historic",
    "war",
    "torn",
    "front",
    "line",
    "frontline",
    "far",
    "country",
    "nation",
    "mid",
    "late",
    "old",
    "all",
    "parts",
    "most",
    "much",
    "outskirts",
    "suburbs",
    "streets",
    "centre",
    "center",
    "heart",
];

/// Nouns after which "of" or a comma still leads to the place: "the city of X", "the capital, X".
const CLASS: &[&str] = &[
    "city",
    "cities",
    "town",
    "towns",
    "village",
    "villages",
    "capital",
    "region",
    "regions",
    "province",
    "state",
    "district",
    "suburb",
    "port",
    "island",
    "area",
    "resort",
    "county",
    "north",
    "south",
    "east",
    "west",
    "outside",
    "parts",
    "outskirts",
    "suburbs",
    "streets",
    "centre",
    "center",
    "heart",
    "northeast",
    "northwest",
    "southeast",
    "southwest",
    "most",
    "all",
    "much",
    "country",
];

/// Before "in" they make a sentiment of it: "confidence in Moscow".
const TRUST: &[&str] =
    &["confidence", "trust", "faith", "believe", "interest", "interested", "invest", "belief", "disappointed"];

/// Going or sending.
const MOTION: &[&str] = &[
    "go",
    "travel",
    "fly",
    "head",
    "come",
    "return",
    "trip",
    "visit",
    "flight",
    "journey",
    "route",
    "train",
    "drive",
    "move",
    "send",
    "deploy",
    "arrive",
    "leave",
    "depart",
    "flee",
    "evacuate",
    "bound",
    "march",
    "ride",
    "sail",
    "ship",
    "transport",
    "transfer",
    "relocate",
    "migrate",
    "road",
    "way",
    "plane",
    "tour",
    "dispatch",
    "bring",
    "take",
    "withdraw",
    "pull",
    "advance",
    "retreat",
    "cross",
    "ferry",
    "bus",
    "service",
    "run",
    "delegation",
    "delegate",
    "airlift",
    "extradite",
    "deport",
    "shuttle",
    "land",
    "rush",
    "escape",
    "walk",
];

/// Verbs whose object is the place gone to or come from.
const REACH: &[&str] = &["visit", "tour", "reach", "enter", "leave", "depart"];

/// What happens at a place and is named for it: "the Moscow talks".
const EVENT: &[&str] = &[
    "talks",
    "talk",
    "meeting",
    "meetings",
    "summit",
    "negotiations",
    "negotiation",
    "discussions",
    "conference",
    "round",
    "session",
    "court",
    "courthouse",
    "airport",
    "hospital",
    "hotel",
    "hotels",
    "streets",
    "suburb",
    "suburbs",
    "venue",
    "rally",
    "ceremony",
    "neighborhood",
    "neighbourhood",
    "visit",
    "trip",
    "stadium",
    "prison",
    "courtroom",
    "restaurant",
    "encounter",
    "gathering",
    "event",
];

/// What governments do.
const WILL: &[&str] = &[
    "say",
    "tell",
    "demand",
    "want",
    "insist",
    "accuse",
    "reject",
    "agree",
    "warn",
    "announce",
    "claim",
    "deny",
    "offer",
    "refuse",
    "seek",
    "ask",
    "call",
    "urge",
    "vow",
    "threaten",
    "hope",
    "expect",
    "believe",
    "consider",
    "propose",
    "support",
    "back",
    "oppose",
    "condemn",
    "criticise",
    "criticize",
    "welcome",
    "respond",
    "signal",
    "decide",
    "plan",
    "pledge",
    "promise",
    "sign",
    "impose",
    "recognise",
    "recognize",
    "maintain",
    "argue",
    "fear",
    "need",
    "blame",
    "dismiss",
    "describe",
    "view",
    "accept",
    "approve",
    "declare",
    "order",
    "withdraw",
    "launch",
    "provide",
    "negotiate",
    "push",
    "press",
    "intend",
    "aim",
    "ready",
    "willing",
    "prepared",
    "cede",
    "retain",
    "annex",
    "invade",
    "confirm",
    "admit",
    "acknowledge",
    "praise",
    "retaliate",
    "withhold",
    "suspend",
    "lift",
    "ban",
    "send",
    "deploy",
    "make",
    "give",
    "keep",
    "hold",
    "share",
    "control",
    "continue",
    "denounce",
    "respect",
];

/// What governments have.
const OF_GOVERNMENT: &[&str] = &[
    "position",
    "demand",
    "demands",
    "stance",
    "government",
    "foreign",
    "ministry",
    "minister",
    "president",
    "leadership",
    "policy",
    "response",
    "reaction",
    "claim",
    "claims",
    "offer",
    "proposal",
    "proposals",
    "terms",
    "conditions",
    "ally",
    "allies",
    "army",
    "military",
    "forces",
    "troops",
    "war",
    "invasion",
    "aims",
    "goals",
    "goal",
    "interests",
    "view",
    "support",
    "ambassador",
    "envoy",
    "negotiators",
    "negotiator",
    "delegation",
    "intentions",
    "sovereignty",
    "security",
    "control",
    "refusal",
    "rejection",
    "willingness",
    "concerns",
    "plan",
    "plans",
    "red",
    "maximalist",
    "initial",
    "role",
    "backing",
    "approval",
    "commitment",
    "decision",
    "insistence",
    "sanctions",
    "help",
    "leader",
    "leaders",
    "officials",
    "diplomats",
    "aggression",
    "ambitions",
    "objectives",
    "efforts",
    "message",
    "chief",
    "top",
    "statement",
];

/// Words between a subject and its verb.
const AUXILIARY: &[&str] = &[
    "has",
    "have",
    "had",
    "would",
    "will",
    "could",
    "may",
    "might",
    "must",
    "should",
    "can",
    "is",
    "was",
    "are",
    "were",
    "be",
    "been",
    "also",
    "not",
    "never",
    "did",
    "does",
    "do",
    "has",
    "repeatedly",
    "already",
    "still",
    "later",
    "now",
    "again",
    "then",
    "earlier",
    "long",
    "recently",
    "reportedly",
    "both",
    "cannot",
    "itself",
    "formally",
    "immediately",
    "consistently",
];

/// How a hit is used, and how well the words around show that it is a place. `end` is the word after it and its qualifier.
pub(super) fn read(tokens: &Tokens, hit: &Hit, end: usize, before: Option<(&Hit, PlaceUsage)>) -> (PlaceUsage, Proof) {
    let start = hit.words.start;
    // What would fit a person as well proves nothing of a name that may be one.
    let unsure = hit.names.first().is_some_and(|name| name.unsure);
    let weak = if unsure { Proof::None } else { Proof::Weak };
    let possessive = tokens.get(end - 1).is_some_and(|last| last.possessive);
    let next = tokens.get(end).filter(|next| is_plain(next.gap) && !next.gap.contains('-')).map_or("", |n| &n.folded);
    if hit.names.first().is_some_and(|name| name.kind == PlaceNameKind::Adjective) {
        return (PlaceUsage::Nationality, Proof::Weak);
    }
    if start == 0 && is_dateline(tokens, end) {
        return (PlaceUsage::Location, Proof::Strong);
    }
    let city = hit.names.first().is_some_and(|name| name.place.level == PlaceLevel::City);
    let governs = hit.names.iter().any(|name| matches!(name.kind, PlaceNameKind::Capital | PlaceNameKind::Seat));
    let speaks = governs || hit.names.first().is_some_and(|name| name.place.level == PlaceLevel::Country);
    if possessive {
        let of_government = governs && OF_GOVERNMENT.contains(&tokens.folded(end));
        let usage = if of_government { PlaceUsage::Government } else { PlaceUsage::Mention };
        return (usage, weak);
    }
    if city && !hyphenated(tokens, start) && EVENT.contains(&next) {
        return (PlaceUsage::Location, Proof::Strong);
    }
    let subject = speaks && will_follows(tokens, end);
    match leading(tokens, start) {
        Some((word, at)) if WHERE.contains(&word) => {
            let trust = word == "in" && TRUST.contains(&&*lemma(tokens.before(at, 1)));
            let usage = if trust { PlaceUsage::Mention } else { PlaceUsage::Location };
            (usage, if word == "at" { Proof::Weak } else { Proof::Strong })
        }
        Some((word, at)) if WHITHER.contains(&word) => {
            if word == "into" || motion_before(tokens, at) {
                (PlaceUsage::Direction, if word == "for" || unsure { Proof::Weak } else { Proof::Strong })
            } else {
                (if governs && !subject { PlaceUsage::Government } else { PlaceUsage::Mention }, weak)
            }
        }
        Some((_, at)) if REACH.contains(&&*lemma(tokens.folded(at))) => (PlaceUsage::Direction, Proof::Weak),
        Some((word, at)) if matches!(word, "and" | "or" | ",") => match before {
            Some((other, usage)) if other.words.end == at && usage != PlaceUsage::Nationality && !subject => {
                (usage, Proof::Weak)
            }
            _ if subject => (PlaceUsage::Government, weak),
            _ => (PlaceUsage::Mention, weak),
        },
        Some((word, _)) if ABOUT.contains(&word) => {
            let usage = if governs && word != "of" { PlaceUsage::Government } else { PlaceUsage::Mention };
            (usage, if word == "of" { Proof::Weak } else { weak })
        }
        _ if subject => (PlaceUsage::Government, weak),
        _ => (PlaceUsage::Mention, if next.is_empty() { Proof::None } else { weak }),
    }
}

fn hyphenated(tokens: &Tokens, start: usize) -> bool {
    tokens.get(start).is_some_and(|token| token.gap.ends_with('-'))
}

/// The word that leads to the place, over what may stand between, and where it is: a preposition, a verb of reaching, "and"
/// or "," after another place.
fn leading<'a>(tokens: &'a Tokens, start: usize) -> Option<(&'a str, usize)> {
    let mut at = start;
    for _ in 0..8 {
        let gap = tokens.get(at)?.gap;
        at = at.checked_sub(1)?;
        let word = tokens.folded(at);
        let class = CLASS.contains(&word);
        if gap == ", " && !class {
            return (at + 1 == start).then_some((",", at + 1));
        }
        if !is_plain(gap) && gap != ", " {
            return None;
        }
        let skip = BETWEEN.contains(&word)
            || (word == "of" && CLASS.contains(&tokens.before(at, 1)))
            || is_adjective(tokens, at);
        if WHERE.contains(&word) && !(word == "outside" && tokens.folded(at + 1) == "of" && at + 1 == start) {
            return Some((word, at));
        }
        if !skip {
            let known = WHITHER.contains(&word) || ABOUT.contains(&word) || REACH.contains(&&*lemma(word));
            return known.then_some((word, at));
        }
    }
    None
}

/// Whether a word is an adjective of nation.
fn is_adjective(tokens: &Tokens, at: usize) -> bool {
    super::match_at(tokens, at).and_then(|(_, hit)| hit).is_some_and(|hit| {
        hit.words.len() == 1 && hit.names.first().is_some_and(|name| name.kind == PlaceNameKind::Adjective)
    })
}

/// Whether something goes or is sent in the words before a preposition, in its clause.
fn motion_before(tokens: &Tokens, at: usize) -> bool {
    let mut i = at;
    for _ in 0..7 {
        if tokens.get(i).is_none_or(|token| token.gap.contains([',', ';', '.', '—'])) {
            return false;
        }
        let Some(j) = i.checked_sub(1) else { return false };
        i = j;
        if MOTION.contains(&&*lemma(tokens.folded(i))) {
            return true;
        }
    }
    false
}

/// Whether the words after say what a government does: "has repeatedly demanded".
fn will_follows(tokens: &Tokens, end: usize) -> bool {
    for i in end..end + 4 {
        let Some(token) = tokens.get(i) else { return false };
        if !is_plain(token.gap) || token.gap.contains('-') {
            return false;
        }
        if AUXILIARY.contains(&token.folded.as_str()) {
            continue;
        }
        return WILL.contains(&&*lemma(&token.folded)) && !token.is_capital();
    }
    false
}

/// Whether a dateline ends after the place: "MOSCOW —", "KYIV, Ukraine (", "Miami, Dec. 3 –".
fn is_dateline(tokens: &Tokens, end: usize) -> bool {
    for i in end - 1..end + 4 {
        let gap = tokens.gap_after(i);
        if gap.contains(['—', '–', '(']) || gap.contains(" - ") || gap.contains("--") {
            return !gap.contains('(') || tokens.gap_after(i + 1).starts_with(')');
        }
        let gap = gap.trim();
        let next = tokens.get(i + 1);
        let date = next.is_some_and(|t| t.is_number() || (t.is_capital() && t.raw.len() <= 9));
        if !(gap == "," || gap == "." || gap.is_empty() && i >= end) || !date {
            return false;
        }
    }
    false
}
