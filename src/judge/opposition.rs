//! What antonym and outcome share: words at opposite ends of a group, said of one thing.

use super::frame::{Frame, PoleAt, Term};
use super::occasion;
use super::sides::Sides;
use crate::lexicon::{Group, GroupKind, Opposites};
use crate::model::{Finding, Kind, Span, Strength};

/// What the words around two opposites must share for the conflict to be clear.
const CLEAR: f32 = 1.2;

/// What they must share for it to be possible.
const POSSIBLE: f32 = 0.7;

/// How many content words before or after a word count as its subject or object.
const NEAR: usize = 2;

/// Groups whose words are too common to convict alone: they only show that something is worth a look.
const LOOSE: &[&str] = &["before / after", "early / late", "more / fewer", "with / without", "likely / unlikely"];

/// Looks for opposites of one kind of group.
pub(super) fn check(checker: &'static str, of: GroupKind, kind: Kind, sides: &Sides<'_>, out: &mut Vec<Finding>) {
    let table = Opposites::get();
    for left in &sides.left.poles {
        for right in &sides.right.poles {
            let group = table.group(left.pole.group);
            if left.pole.group != right.pole.group || group.kind != of || !opposed(sides, left, right) {
                continue;
            }
            if agrees_elsewhere(sides, left, right) {
                continue;
            }
            if let Some((subject, strength)) = said_of_one_thing(sides, left, right, group) {
                let because = format!(
                    "{}: “{}” ({}) or “{}” ({})",
                    subject,
                    phrase(sides.left, left.span),
                    sides.a(),
                    phrase(sides.right, right.span),
                    sides.b()
                );
                let mut finding = sides.contradiction(checker, kind, left.span, right.span, because);
                finding.strength = finding.strength.max(strength);
                out.push(finding);
                return;
            }
        }
    }
}

/// Opposite ends, both asserted or both denied; or one end, asserted and denied.
fn opposed(sides: &Sides<'_>, left: &PoleAt, right: &PoleAt) -> bool {
    let denied = |frame: &Frame<'_>, at: &PoleAt| frame.negation_of(at.span).is_some_and(|cue| !at.span.contains(cue));
    let real = !sides.left.is_unreal(left.span) && !sides.right.is_unreal(right.span);
    real && (left.pole.side != right.pole.side) && denied(sides.left, left) == denied(sides.right, right)
}

/// Whether either side also holds the other's pole: then it tells of both, and nothing is opposed.
fn agrees_elsewhere(sides: &Sides<'_>, left: &PoleAt, right: &PoleAt) -> bool {
    sides.left.poles.iter().any(|p| p.pole == right.pole) || sides.right.poles.iter().any(|p| p.pole == left.pole)
}

/// What two opposites are said of, if it is one thing, and how surely.
fn said_of_one_thing(sides: &Sides<'_>, left: &PoleAt, right: &PoleAt, group: &Group) -> Option<(String, Strength)> {
    if occasion::differs(sides, left.span, right.span) {
        return None;
    }
    let around = sides.shared(sides.left.around(left.span), sides.right.around(right.span));
    let near = sides.shared(near(sides.left, left.span), near(sides.right, right.span));
    let (subject, other) = near.best()?;
    if told_apart(sides.left, subject, sides.right, other) || around.weight < POSSIBLE {
        return None;
    }
    let clear = around.weight >= CLEAR && !LOOSE.contains(&group.label);
    let name = sides.l(subject.span);
    Some((name.to_owned(), if clear { Strength::Clear } else { Strength::Possible }))
}

/// The content words next to a span, within its clause.
fn near<'a>(frame: &'a Frame<'_>, span: Span) -> impl Iterator<Item = &'a Term> {
    let before: Vec<&Term> = frame.around(span).filter(|t| t.span.end <= span.start).collect();
    let after: Vec<&Term> = frame.around(span).filter(|t| t.span.start >= span.end).take(NEAR).collect();
    let skip = before.len().saturating_sub(NEAR + 1);
    before.into_iter().skip(skip).chain(after)
}

/// Whether each subject carries a word of its own directly before it that the other side lacks ("adjusted profit" /
/// "statutory profit").
fn told_apart(left: &Frame<'_>, a: &Term, right: &Frame<'_>, b: &Term) -> bool {
    let before = |frame: &Frame<'_>, term: &Term| {
        let at = frame.terms.iter().position(|t| t.span == term.span)?;
        let previous = frame.terms.get(at.checked_sub(1)?)?;
        (!previous.stop && previous.clause == term.clause).then(|| previous.clone())
    };
    match (before(left, a), before(right, b)) {
        (Some(x), Some(y)) => {
            !x.meets(&y) && !right.content().any(|t| t.meets(&x)) && !left.content().any(|t| t.meets(&y))
        }
        _ => false,
    }
}

/// A pole with the negation before it, if there is one.
fn phrase<'a>(frame: &Frame<'a>, span: Span) -> &'a str {
    let cue = frame.negation_of(span).filter(|cue| cue.end <= span.start && span.start - cue.end < 20);
    cue.map_or(span, |cue| cue.union(span)).of(frame.text)
}
