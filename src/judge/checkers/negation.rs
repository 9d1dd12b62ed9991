//! Negation: one side denies what the other asserts.

use super::super::frame::{self, Frame, Term};
use super::super::occasion;
use super::super::sides::Sides;
use super::{Checker, Finding};
use crate::model::{CheckerId, Detail, End, Kind, Negation as Cue, Quantity, Reading, Span, Strength};

/// What the denied clause and the asserted one must share for the conflict to be clear.
const CLEAR: f32 = 1.5;

/// What they must share for it to be possible.
const POSSIBLE: f32 = 0.9;

/// Similarity from which two statements may speak of one event.
const SAME_EVENT: f32 = 0.3;

/// Cues that lack or limit something and do not deny that it happened.
const NOT_DENIALS: &[&str] =
    &["without", "fail", "cannot", "can't", "unable", "lack", "neither", "far", "yet", "never"];

/// Outcomes of an event of which a report may say that there were none at all. Concept labels.
pub(in crate::judge) const OUTCOMES: &[&str] = &["kill", "injure", "damage", "hostage", "missing person", "survivor"];

/// What a single shared word must tell for "no …" to deny what the other side takes to be there.
const RARE: f32 = 0.75;

/// What there is none of any more may have been there.
const SPENT: &[&str] = &["left", "remain", "remains", "remained", "remaining", "available", "spare"];

/// How many content words after the cue may be what is denied.
const HEAD: usize = 2;

/// See the module.
pub(super) struct Negation;

impl Checker for Negation {
    fn id(&self) -> CheckerId {
        CheckerId::Negation
    }

    fn check(&self, sides: &Sides<'_>, out: &mut Vec<Finding>) {
        let found = sides.left.statement.mentions.negations.iter().find_map(|cue| {
            let (denied, asserted, strength) = denies(sides, sides.left, cue, sides.right)?;
            Some((End::Left, (denied, asserted), strength))
        });
        let found = found.or_else(|| {
            sides.right.statement.mentions.negations.iter().find_map(|cue| {
                let (denied, asserted, strength) = denies(sides, sides.right, cue, sides.left)?;
                Some((End::Right, (asserted, denied), strength))
            })
        });
        if let Some((by, spans, strength)) = found {
            let mut finding = sides.contradiction(self.id(), Kind::Negation, spans, Detail::Denies { by });
            finding.strength = finding.strength.max(strength);
            out.push(finding);
        }
    }
}

/// The denied words of `no` and the words of `yes` that assert them.
fn denies<'a>(sides: &Sides<'a>, no: &'a Frame<'a>, cue: &Cue, yes: &'a Frame<'a>) -> Option<(Span, Span, Strength)> {
    let cue_words = cue.cue.of(no.text).to_lowercase();
    let none = no.terms.iter().find(|t| t.span.start >= cue.cue.end).filter(|_| cue_words == "not");
    let after = none.and_then(|t| no.terms.iter().find(|next| next.span.start >= t.span.end));
    let not_one = none.is_some_and(|t| t.folded == "one") || after.is_some_and(|t| t.folded == "single");
    let outright = (cue_words.starts_with("no") && cue_words != "not") || not_one;
    // "No tickets are left" does not deny that there were any.
    if outright && no.terms.iter().any(|t| cue.scope.contains(t.span) && SPENT.contains(&t.folded.as_str())) {
        return None;
    }
    if NOT_DENIALS.iter().any(|w| cue_words.starts_with(w)) {
        return None;
    }
    if modal(no, cue.cue) {
        return None;
    }
    let reach = if outright { HEAD } else { 1 };
    let scope: Vec<&Term> = no.content().filter(|t| cue.scope.contains(t.span)).collect();
    // "Nobody since 1994" denies no year, "none of the 430 workers" neither the number nor that there are workers.
    let whole = |q: &Quantity| q.reading == Reading::Whole;
    let figure = |t: &Term| {
        let mut wholes = no.statement.mentions.quantities.iter().filter(|q| whole(q));
        t.folded.starts_with(|c: char| c.is_ascii_digit()) || wholes.any(|q| q.span.overlaps(t.span))
    };
    let named = |t: &Term| figure(t) || no.statement.mentions.entities.iter().any(|e| e.span.overlaps(t.span));
    // What "no" denies is the noun it stands with: "no concessions on water" does not deny the water.
    let first = scope.iter().find(|t| t.span.start >= cue.cue.end).map_or(0, |t| t.span.start);
    let run =
        no.terms.iter().filter(|t| t.span.start >= first).take_while(|t| !t.stop).last().map_or(0, |t| t.span.end);
    let after =
        scope.iter().filter(|t| t.span.start >= cue.cue.end).take(reach).filter(|t| !named(t) && t.span.end <= run);
    for head in after {
        let labelled = |t: &Term| yes.statement.label.is_some_and(|label| label.overlaps(t.span));
        let Some(asserted) = yes.content().find(|t| t.meets(head) && !labelled(t)) else { continue };
        // Both may be said of what would be: "would appeal" / "would not appeal".
        let would = matches!(cue_words.as_str(), "wouldn't" | "wouldn’t") || no.is_unreal(cue.cue);
        let unreal = yes.is_unreal(asserted.span) != would;
        if unreal || yes.negation_of(asserted.span).is_some() || occasion::differs(sides, head.span, asserted.span) {
            continue;
        }
        let shared = sides.shared(no.about(cue.cue), yes.content().filter(|t| t.clause == asserted.clause));
        if outright && OUTCOMES.iter().any(|label| head.is(label)) {
            return Some((cue.cue.union(head.span), asserted.span, Strength::Clear));
        }
        if sides.nearness() < SAME_EVENT || (!not_one && other_subject(no, head, yes, asserted)) {
            continue;
        }
        let pronoun = no.terms.iter().any(|t| t.clause == head.clause && matches!(t.folded.as_str(), "it" | "they"));
        if (cue_words == "no" || not_one || pronoun) && shared.weight >= RARE && shared.meetings.len() == 1 {
            return Some((cue.cue.union(head.span), asserted.span, Strength::Possible));
        }
        if shared.meetings.len() < 2 || shared.weight < POSSIBLE {
            continue;
        }
        let strength = if shared.weight >= CLEAR { Strength::Clear } else { Strength::Possible };
        return Some((cue.cue.union(head.span), asserted.span, strength));
    }
    None
}

/// Words that keep a denial from denying a fact: "there can be no deal without …".
const MODALS: &[&str] = &["can", "could", "may", "might", "must", "should"];

fn modal(frame: &Frame<'_>, cue: Span) -> bool {
    let before = frame.terms.iter().rev().filter(|t| t.span.end <= cue.start).take(2);
    before.into_iter().any(|t| MODALS.contains(&t.folded.as_str()))
}

/// Whether each verb has a subject of its own, and the two do not meet: the names before it, else the nearest word.
fn other_subject(no: &Frame<'_>, head: &Term, yes: &Frame<'_>, asserted: &Term) -> bool {
    let names = |frame: &Frame<'_>, verb: &Term| {
        let clause = frame.clause_span(verb.span.start);
        let mut entities = frame.statement.mentions.entities.iter();
        let before = entities.clone().filter(|e| e.span.start >= clause.start && e.span.end <= verb.span.start);
        let inside: Vec<String> = before.map(|e| e.key.clone()).collect();
        // "Fell, who has been mayor since 2018, refused to concede": what "who" stands for.
        let relative = frame.terms.iter().find(|t| t.span.start >= clause.start).is_some_and(|t| t.folded == "who");
        match entities.rfind(|e| relative && e.span.end <= clause.start) {
            Some(named) if inside.is_empty() => vec![named.key.clone()],
            _ => inside,
        }
    };
    let (a, b) = (names(no, head), names(yes, asserted));
    if !a.is_empty() && !b.is_empty() {
        return !a.iter().any(|key| b.contains(key));
    }
    let subject = |frame: &Frame<'_>, verb: &Term| {
        let next = frame.terms.iter().rev().find(|t| t.span.end <= verb.span.start);
        if next.is_some_and(|t| frame::PRONOUNS.contains(&t.folded.as_str())) {
            return None;
        }
        let opening = frame.terms.iter().find(|t| t.clause == verb.clause);
        // "The mayor, who has run the town since 2001, refused to sign": what "who" stands for.
        let relative = opening.filter(|t| matches!(t.folded.as_str(), "who" | "which"));
        if let Some(named) = relative.and_then(|who| frame.content().filter(|t| t.span.end <= who.span.start).last()) {
            return Some(named.clone());
        }
        let before = frame.content().filter(|t| t.clause == verb.clause && t.span.end <= verb.span.start);
        let dated = |t: &&Term| frame.statement.mentions.times.iter().any(|m| m.span.overlaps(t.span));
        let cue = |t: &&Term| {
            let mentions = &frame.statement.mentions;
            let says = mentions.attributions.iter().any(|a| a.cue.overlaps(t.span));
            says || mentions.negations.iter().any(|n| n.cue.overlaps(t.span))
        };
        before.filter(|t| !dated(t) && !cue(t)).last().cloned()
    };
    match (subject(no, head), subject(yes, asserted)) {
        (Some(a), Some(b)) => !a.meets(&b),
        _ => false,
    }
}
