//! How a place is used, and how well the words around show that it is one.

use crate::lexicon::{PlaceNameKind, is_stopword, lemma};
use crate::model::{PlaceLevel, PlaceUsage};
use crate::segment::mentions::token::{Tokens, is_plain};

use super::Hit;
use super::cues::CUES;

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

/// How a hit is used, and how well the words around show that it is a place. `end` is the word after it and its
/// qualifier.
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
        let of_government = governs && CUES.of_government.has(tokens.folded(end));
        let usage = if of_government { PlaceUsage::Government } else { PlaceUsage::Mention };
        return (usage, weak);
    }
    if city && !hyphenated(tokens, start) && CUES.event.has(next) {
        return (PlaceUsage::Location, Proof::Strong);
    }
    let subject = speaks && will_follows(tokens, end);
    if !subject && is_modifier(tokens, hit, end, next) {
        return (PlaceUsage::Mention, weak);
    }
    let before_noun = !next.is_empty() && !subject && !is_stopword(next) && !CUES.of_place.has(next);
    match leading(tokens, start) {
        Some((word, at)) if CUES.located.has(word) => {
            let trust = word == "in" && CUES.trust.has(&lemma(tokens.before(at, 1)));
            let usage = if trust { PlaceUsage::Mention } else { PlaceUsage::Location };
            (usage, if word == "at" { Proof::Weak } else { Proof::Strong })
        }
        Some((word, at)) if CUES.whither.has(word) => {
            if word == "into" || motion_before(tokens, at) {
                (PlaceUsage::Direction, if word == "for" || unsure { Proof::Weak } else { Proof::Strong })
            } else {
                let government = governs && !before_noun && word != "from";
                (if government { PlaceUsage::Government } else { PlaceUsage::Mention }, weak)
            }
        }
        Some((_, at)) if CUES.reach.has(&lemma(tokens.folded(at))) => (PlaceUsage::Direction, Proof::Weak),
        Some(("and" | "or" | ",", at)) => match before {
            Some((other, usage)) if other.words.end == at && usage != PlaceUsage::Nationality && !subject => {
                (usage, Proof::Weak)
            }
            _ if subject => (PlaceUsage::Government, weak),
            _ => (PlaceUsage::Mention, weak),
        },
        Some((word, _)) if CUES.about.has(word) => {
            let usage =
                if governs && !before_noun && word != "of" { PlaceUsage::Government } else { PlaceUsage::Mention };
            (usage, if word == "of" { Proof::Weak } else { weak })
        }
        _ if subject => (PlaceUsage::Government, weak),
        _ => (PlaceUsage::Mention, Proof::None),
    }
}

/// Whether the place says of which sort the next word is, not where something is: "in the Ukraine conflict", "in US
/// foreign policy", "the Ukraine-Russia border". A name without an article has one then, and a name with one has
/// none.
fn is_modifier(tokens: &Tokens, hit: &Hit, end: usize, next: &str) -> bool {
    let hyphen = tokens.gap_after(end - 1).starts_with('-');
    let word = tokens.get(end).filter(|t| !next.is_empty() && !t.is_number());
    let noun =
        word.is_some_and(|t| !is_stopword(&t.folded) && !CUES.class.has(&t.folded) && !CUES.of_place.has(&t.folded));
    let first = hit.names.first().map(|name| &name.place);
    let seat = hit.names.first().is_some_and(|name| name.kind == PlaceNameKind::Seat);
    let with_article =
        seat || first.is_some_and(|place| CUES.article.has(&place.name.to_lowercase().replace(' ', "-")));
    let the = tokens.before(hit.words.start, 1) == "the";
    let at = tokens.before(hit.words.start, 1) == "at";
    let event = !at && (end..end + 2).any(|i| CUES.event.has(tokens.folded(i)));
    let of_talks = event && first.is_some_and(|place| place.level != PlaceLevel::City);
    hyphen || CUES.of_state.has(next) || (noun && (the != with_article || of_talks))
}

fn hyphenated(tokens: &Tokens, start: usize) -> bool {
    tokens.get(start).is_some_and(|token| token.gap.ends_with('-'))
}

/// The word that leads to the place, over what may stand between, and where it is: a preposition, a verb of reaching,
/// "and" or "," after another place.
fn leading<'a>(tokens: &'a Tokens, start: usize) -> Option<(&'a str, usize)> {
    let mut at = start;
    for _ in 0..8 {
        let gap = tokens.get(at)?.gap;
        at = at.checked_sub(1)?;
        let word = tokens.folded(at);
        let class = CUES.class.has(word);
        if gap == ", " && !class {
            return (at + 1 == start).then_some((",", at + 1));
        }
        if !is_plain(gap) && gap != ", " {
            return None;
        }
        let skip = CUES.between.has(word)
            || (word == "of" && CUES.class.has(tokens.before(at, 1)))
            || is_adjective(tokens, at);
        if CUES.located.has(word) && !(word == "outside" && tokens.folded(at + 1) == "of" && at + 1 == start) {
            return Some((word, at));
        }
        if !skip {
            let known = CUES.whither.has(word) || CUES.about.has(word) || CUES.reach.has(&lemma(word));
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
        if CUES.motion.has(&lemma(tokens.folded(i))) {
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
        if CUES.auxiliary.has(&token.folded) {
            continue;
        }
        return CUES.will.has(&lemma(&token.folded)) && !token.is_capital();
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
