//! Duration: how long something has lasted or when it began, where the two cannot be one ("since 2014" / "nearly two
//! years old").

use super::super::frame::{Frame, Term};
use super::super::occasion;
use super::super::sides::Sides;
use super::super::slots;
use super::{Checker, Finding};
use crate::lexicon;
use crate::model::{Agreement, CheckerId, Detail, EntityKind, Kind, Strength, TimeKind, TimeMention};
use crate::text::fold;

/// What must be shared around two lengths of what is not named.
const SAME_EVENT: f32 = 1.5;

/// What must be shared around two lengths of one named thing.
const SAID_OF: f32 = 0.4;

/// Nearness from which two lengths need not be of a named thing.
const ALIKE: f32 = 0.6;

/// See the module.
pub(super) struct Duration;

impl Checker for Duration {
    fn id(&self) -> CheckerId {
        CheckerId::Duration
    }

    fn check(&self, sides: &Sides<'_>, out: &mut Vec<Finding>) {
        for left in &sides.left.statement.mentions.times {
            for right in &sides.right.statement.mentions.times {
                let Some((of, lasts)) = same_subject(sides, left, right) else { continue };
                let found = match (begins(sides.left, left), begins(sides.right, right)) {
                    (true, true) if again(sides.left, left) || again(sides.right, right) => None,
                    (true, true) => starts(sides, left, right),
                    (false, false) => lengths(sides, left, right),
                    _ => None,
                };
                let Some(conflict) = found.filter(|conflict| lasts || !conflict) else { continue };
                let begins = begins(sides.left, left);
                let spans = (left.span, right.span);
                if conflict {
                    let what = match begins {
                        true => format!("when the {of} began"),
                        false if of.ends_with("ed") => format!("how long (“{of}”)"),
                        false => format!("how long the {of} lasts"),
                    };
                    let detail = Detail::Differ { what: Some(what), left: None, right: None };
                    let mut finding = sides.contradiction(self.id(), Kind::Duration, spans, detail);
                    if left.assumed_date || right.assumed_date {
                        finding.strength = Strength::Possible;
                        finding.reason.caveats.assumed_date = true;
                    }
                    out.push(finding);
                    return;
                }
                let what = match begins {
                    true if lasts => format!("when the {of} began"),
                    true => "since when".to_owned(),
                    false => format!("how long (“{of}”)"),
                };
                out.push(sides.agreement(self.id(), Kind::Duration, spans, Detail::Same { what: Some(what) }));
            }
        }
    }
}

/// What both times are the time of, if it is one thing, and whether it is of a kind that begins or lasts: what does not,
/// may still be given the same time by both.
fn same_subject<'a>(sides: &Sides<'a>, left: &'a TimeMention, right: &TimeMention) -> Option<(&'a str, bool)> {
    let term = |frame: &'a Frame<'a>, of: &str| frame.terms.iter().find(|t| t.lemma == of || t.folded == of);
    let both = |a: &Term, b: &Term| may_last(sides.left, a) && may_last(sides.right, b);
    if left.of.is_empty() || right.of.is_empty() {
        let shared = sides.shared(sides.left.around(left.span), sides.right.around(right.span));
        // A deed takes a time, but only an event is said to have begun.
        let deed = |t: &Term| t.folded != t.lemma && !begins(sides.left, left);
        let event = |t: &Term| lexicon::is_event(&t.lemma) || deed(t);
        let lasts = |(a, b, _): &&(&Term, &Term, f32)| (event(a) || event(b)) && both(a, b);
        let told = shared.meetings.iter().filter(lasts).max_by(|a, b| a.2.total_cmp(&b.2)).map(|(a, ..)| *a);
        let named = told.or(shared.best().map(|(a, _)| a))?;
        let near = sides.nearness() >= ALIKE || shared.weight >= SAME_EVENT;
        return near.then(|| (sides.l(named.span), told.is_some()));
    }
    let (a, b) = (term(sides.left, &left.of)?, term(sides.right, &right.of)?);
    a.meets(b).then(|| (left.of.as_str(), both(a, b)))
}

/// Whether a word may name what begins or lasts: no person, place, time or number, and not the beginning itself.
fn may_last(frame: &Frame<'_>, term: &Term) -> bool {
    let m = &frame.statement.mentions;
    let named = m.entities.iter().filter(|e| e.kind == EntityKind::Person).map(|e| e.span);
    let mut other = named.chain(m.places.iter().map(|p| p.span)).chain(m.times.iter().map(|t| t.span));
    let number = term.folded.starts_with(|c: char| c.is_ascii_digit());
    !number && !other.any(|span| span.overlaps(term.span)) && !term.is("begin") && !term.is("start")
}

/// Whether a time says when its subject began.
fn begins(frame: &Frame<'_>, time: &TimeMention) -> bool {
    match time.kind {
        TimeKind::Since => !fold(time.span.of(frame.text)).starts_with("after "),
        TimeKind::Age => true,
        TimeKind::At => slots::begins(frame, time.span),
        _ => false,
    }
}

/// Whether what begins at a time had begun before.
fn again(frame: &Frame<'_>, time: &TimeMention) -> bool {
    let clause = frame.clause_at(time.span.start);
    frame.terms.iter().any(|t| t.clause == clause && (t.folded == "again" || t.is("resume") || t.lemma == "resume"))
}

/// Some(true) if the two beginnings cannot be one.
fn starts(sides: &Sides<'_>, left: &TimeMention, right: &TimeMention) -> Option<bool> {
    // "16 March" and "16 March 2020" are one day; the year was only assumed.
    let (l, r) = (fold(sides.l(left.span)), fold(sides.r(right.span)));
    if (left.assumed_date || right.assumed_date) && (l.contains(&r) || r.contains(&l)) {
        return Some(false);
    }
    match left.start()?.compare(&right.start()?) {
        Agreement::Conflict => Some(true),
        Agreement::Equal | Agreement::Compatible => Some(false),
        Agreement::Incomparable => None,
    }
}

/// Some(true) if the two lengths cannot be one.
fn lengths(sides: &Sides<'_>, left: &TimeMention, right: &TimeMention) -> Option<bool> {
    let real = !sides.left.is_unreal(left.span) && !sides.right.is_unreal(right.span);
    if !real || occasion::differs(sides, left.span, right.span) {
        return None;
    }
    if left.kind != TimeKind::Duration || right.kind != TimeKind::Duration {
        return None;
    }
    // "After six weeks of diplomacy" measures what went before, "within 14 days" what is left.
    let waited = |frame: &Frame<'_>, time: &TimeMention| {
        let before = frame.terms.iter().rev().find(|t| t.span.end <= time.span.start);
        let inside = fold(time.span.of(frame.text));
        before.is_some_and(|t| matches!(t.folded.as_str(), "after" | "before" | "following" | "within"))
            || inside.starts_with("within ")
    };
    if waited(sides.left, left) || waited(sides.right, right) {
        return None;
    }
    let shared = sides.shared(sides.left.about(left.span), sides.right.about(right.span));
    let settled = |all: &[TimeMention], time: &TimeMention| all.iter().any(|t| t.days.is_some() && t.days == time.days);
    let (l, r) = (&sides.left.statement.mentions.times, &sides.right.statement.mentions.times);
    if shared.weight < SAID_OF || settled(r, left) || settled(l, right) {
        return (left.days == right.days).then_some(false);
    }
    let ([a, b], [c, d]) = (left.days?, right.days?);
    Some(b < c || d < a)
}
