//! Venues: what a place is the place of, as far as the words next to it show it.

use super::frame::{Frame, Term};
use crate::model::{EntityMention, PlaceLevel, PlaceMention, PlaceUsage, Span};

/// How many words an event may stand from its place.
const REACH: usize = 8;

/// Words that only lead from an event to its place.
const LINKS: &[&str] = &[
    "due", "expect", "again", "next", "begin", "start", "open", "resume", "continue", "end", "place", "hold", "take",
    "schedule", "host", "soil", "city", "capital", "envoy", "today", "set",
];

/// Events that are held in one place: two places for one of them conflict. Concept labels.
pub(super) const HELD: &[&str] =
    &["talks", "meet", "summit", "ceremony", "trial", "match", "funeral", "wedding", "conference", "born"];

/// Verbs that lead from an event to its place.
const HOLDING: &[&str] = &["hold", "take", "place", "stage", "host"];

/// Words that govern a place: what follows the place is then not its compound.
const PREPOSITIONS: &[&str] = &["in", "at", "on", "near", "from", "to", "outside", "around"];

/// Places at which a statement says that something is, or to which it goes.
pub(super) fn located<'a>(frame: &'a Frame<'_>) -> impl Iterator<Item = &'a PlaceMention> {
    frame
        .statement
        .mentions
        .places
        .iter()
        .filter(|p| matches!(p.usage, PlaceUsage::Location | PlaceUsage::Direction) && !frame.is_unreal(p.span))
}

/// Where a journey begins and where it ends.
#[derive(Clone, Copy, Debug)]
pub(super) struct Route {
    /// The name after "from".
    pub from: Span,
    /// The name after "to".
    pub to: Span,
}

/// The journey a statement tells of: "from Split to Vis"; `None` if there are several, or none.
pub(super) fn route(frame: &Frame<'_>) -> Option<Route> {
    let name = |from: usize| {
        let capital = |t: &&Term| t.span.of(frame.text).starts_with(char::is_uppercase);
        let run: Vec<&Term> = frame.terms.iter().skip(from).take_while(capital).collect();
        let whole = run.first()?.span.union(run.last()?.span);
        (whole.of(frame.text).chars().all(|c| c.is_alphabetic() || c == ' ' || c == '-'))
            .then_some((whole, from + run.len()))
    };
    let routes = frame.terms.iter().enumerate().filter(|(_, t)| t.folded == "from").filter_map(|(i, _)| {
        let (from, next) = name(i + 1)?;
        let towards = frame.terms.get(next).is_some_and(|t| t.folded == "to");
        let (to, _) = name(next + 1).filter(|_| towards)?;
        Some(Route { from, to })
    });
    let routes: Vec<Route> = routes.collect();
    (routes.len() == 1).then(|| routes[0])
}

/// What happens at a place, as far as the words next to it show: "talks in Moscow", "Moscow talks", "to Miami for talks",
/// "meet the envoy in Moscow", "talks … taking place in Miami".
pub(super) fn events<'a>(frame: &'a Frame<'_>, place: &PlaceMention) -> Vec<&'a Term> {
    let Some(at) = frame.terms.iter().position(|t| t.span.overlaps(place.span)) else { return Vec::new() };
    let end = frame.terms.iter().rposition(|t| t.span.overlaps(place.span)).unwrap_or(at);
    let next = frame.terms.get(end + 1).filter(|t| t.span.start - place.span.end <= 1);
    let city = place.candidates.first().is_some_and(|p| p.level == PlaceLevel::City);
    let governed = at.checked_sub(1).is_some_and(|i| PREPOSITIONS.contains(&frame.terms[i].folded.as_str()));
    if let Some(next) = next.filter(|t| city && !t.stop && !governed) {
        return vec![next];
    }
    let purpose = frame.terms.get(end + 1).filter(|t| t.folded == "for").and_then(|_| frame.terms.get(end + 2));
    let before = frame.terms[..at].iter().rev().take(REACH).filter(|t| !t.stop).find(|t| !passes(frame, t));
    // "The talks that produced the offer were held in …": the verb leads back to the event.
    let verb = frame.terms[..at].iter().rev().take(REACH).find(|t| !t.stop);
    let leads = verb.is_some_and(|t| HOLDING.contains(&t.lemma.as_str()));
    let held = frame.terms[..at].iter().rev().filter(|t| leads && HELD.iter().any(|label| t.is(label))).take(1);
    before.into_iter().chain(purpose).chain(held).collect()
}

/// Words that may stand between an event and its place: names, other places, adverbs, "taking place", "held".
fn passes(frame: &Frame<'_>, term: &Term) -> bool {
    let mentions = &frame.statement.mentions;
    let role = |e: &EntityMention| e.role.as_ref().is_some_and(|r| r.span.overlaps(term.span));
    let of = frame.terms.iter().rev().filter(|t| t.span.end <= term.span.start).take(3).any(|t| t.folded == "of");
    of || at_a(frame, term)
        || term.folded.ends_with("ly")
        || LINKS.contains(&term.lemma.as_str())
        || mentions.entities.iter().any(|e| e.span.overlaps(term.span) || role(e))
        || mentions.places.iter().any(|p| p.span.overlaps(term.span))
        || mentions.times.iter().any(|t| t.span.overlaps(term.span))
}

/// Whether a noun only says where, too: "at a farm outside …".
fn at_a(frame: &Frame<'_>, term: &Term) -> bool {
    let before: Vec<&Term> = frame.terms.iter().rev().filter(|t| t.span.end <= term.span.start).take(2).collect();
    match before[..] {
        [article, preposition] => {
            matches!(article.folded.as_str(), "a" | "an" | "the")
                && matches!(preposition.folded.as_str(), "at" | "in" | "on")
        }
        _ => false,
    }
}

/// Whether somebody or something comes from a place: "from Spain".
pub(super) fn origin(frame: &Frame<'_>, place: &PlaceMention) -> bool {
    let before = frame.terms.iter().rev().find(|t| t.span.end <= place.span.start);
    before.is_some_and(|t| t.folded == "from")
}

/// The words that say where: the place with the preposition before it, or with the word after it if it is a compound.
pub(super) fn phrase(frame: &Frame<'_>, place: &PlaceMention) -> Span {
    let Some(at) = frame.terms.iter().position(|t| t.span.overlaps(place.span)) else { return place.span };
    let clause = frame.terms[at].clause;
    let mut before = frame.terms[..at].iter().rev().take(2).filter(|t| t.clause == clause);
    let mut after = frame.terms[at..].iter().filter(|t| !t.span.overlaps(place.span));
    match (before.find(|t| PREPOSITIONS.contains(&t.folded.as_str())), after.next()) {
        (Some(word), _) => word.span.union(place.span),
        (None, Some(next)) if next.span.start - place.span.end <= 1 => place.span.union(next.span),
        _ => place.span,
    }
}
