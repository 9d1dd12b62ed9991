//! Number: two figures for one thing.

use super::super::frame::{Frame, Term};
use super::super::modifiers;
use super::super::occasion;
use super::super::opposition;
use super::super::sides::{Shared, Sides};
use super::Checker;
use crate::lexicon;
use crate::model::{Agreement, Dimension, Finding, Kind, Quantity, Relation, Span, Strength};
use jiff::civil::Date;

/// Weight of the words shared around two figures from which they are taken for figures of one thing.
const SAME_THING: f32 = 0.5;

/// Nearness from which two figures need not be of a named thing.
const ALIKE: f32 = 0.6;

/// Words that part a whole or add to it: a figure beside one of them is of another thing.
const PARTS: &[&str] =
    &["another", "further", "additional", "extra", "other", "others", "including", "remaining", "more", "each"];

/// What may grow from one report to the next. Concept labels and lemmas.
const GROWING: &[&str] = &[
    "kill",
    "injure",
    "missing person",
    "evacuate",
    "destroy",
    "damage",
    "burn",
    "arrest",
    "rescue",
    "infection",
    "case",
    "fall ill",
    "acre",
    "refugee",
    "person",
    "home",
    "house",
    "building",
];

/// What must be shared around two ordinal numbers ("the first woman to lead") for them to order one thing.
const ORDERED: f32 = 1.2;

/// Nearness that two figures other than counts must have.
const NEAR: f32 = 0.4;

/// See the module.
pub(super) struct Number;

impl Checker for Number {
    fn name(&self) -> &'static str {
        "number"
    }

    fn check(&self, sides: &Sides<'_>, out: &mut Vec<Finding>) {
        let (lefts, rights) = (figures(sides.left), figures(sides.right));
        for left in &lefts {
            for right in &rights {
                let shared = sides.shared(sides.left.around(left.span), sides.right.around(right.span));
                match left.compare(right) {
                    Agreement::Equal | Agreement::Compatible if same_thing(sides, left, right, &shared) => {
                        let because = format!("Both give the figure: {} / {}", sides.l(left.span), sides.r(right.span));
                        out.push(sides.agreement(self.name(), Kind::Number, left.span, right.span, because));
                    }
                    Agreement::Conflict => {
                        let fits = |a: &Quantity, b: &Quantity| {
                            matches!(a.compare(b), Agreement::Equal | Agreement::Compatible)
                        };
                        let settled = rights.iter().any(|q| fits(left, q)) || lefts.iter().any(|q| fits(q, right));
                        if !settled
                            && same_thing(sides, left, right, &shared)
                            && (!left.of.is_empty() || sides.nearness() >= ALIKE)
                            && !occasion::differs(sides, left.span, right.span)
                            && !occasion::forecast_differs(sides, left.span, right.span)
                            && !opposition::near(sides, left.span, right.span)
                            && same_modifiers(sides, left, right)
                        {
                            let growing = growing(sides, left, right, &shared);
                            if growing && let Some(update) = self.update(sides, left, right) {
                                out.push(update);
                                continue;
                            }
                            let because = format!(
                                "{}: {} ({}) or {} ({})",
                                subject(if left.of.is_empty() { right } else { left }),
                                sides.l(left.span),
                                sides.a(),
                                sides.r(right.span),
                                sides.b()
                            );
                            let kind = Kind::Number;
                            let mut finding = sides.contradiction(self.name(), kind, left.span, right.span, because);
                            if growing && known_dates(sides).is_none() {
                                finding.strength = Strength::Possible;
                                finding.because.push_str("; which report is the later one is not known");
                            }
                            out.push(finding);
                            return;
                        }
                    }
                    _ => {}
                }
            }
        }
    }
}

impl Number {
    /// A toll that grew from an earlier report to a later one is brought up to date, not contradicted.
    fn update(&self, sides: &Sides<'_>, left: &Quantity, right: &Quantity) -> Option<Finding> {
        let (a, b) = known_dates(sides)?;
        let higher_later = (a < b && left.low < right.low) || (b < a && right.low < left.low);
        higher_later.then(|| Finding {
            checker: self.name().into(),
            relation: Relation::Related,
            kind: Kind::Update,
            strength: Strength::Clear,
            left: left.span,
            right: right.span,
            because: format!(
                "The later report brings the figure up to date: {} ({}), {} ({})",
                sides.l(left.span),
                sides.a(),
                sides.r(right.span),
                sides.b()
            ),
        })
    }
}

/// When both reports were published, if neither date is assumed.
fn known_dates(sides: &Sides<'_>) -> Option<(Date, Date)> {
    let dates = sides.left_published.zip(sides.right_published);
    dates.filter(|(a, b)| !a.is_assumed() && !b.is_assumed()).map(|(a, b)| (a.date, b.date))
}

/// Whether a figure is one that grows while an event goes on.
fn growing(sides: &Sides<'_>, left: &Quantity, right: &Quantity, shared: &Shared<'_>) -> bool {
    let grows = |t: &Term| GROWING.iter().any(|label| t.is(label));
    let of = |frame: &Frame<'_>, q: &Quantity| frame.content().any(|t| q.span.overlaps(t.span) && grows(t));
    shared.meetings.iter().any(|(a, _, _)| grows(a)) || of(sides.left, left) || of(sides.right, right)
}

fn figures<'a>(frame: &'a Frame<'_>) -> Vec<&'a Quantity> {
    let whole = |q: &&Quantity| q.dimension != Dimension::Age && !frame.is_unreal(q.span) && !is_part(frame, q.span);
    frame.statement.mentions.quantities.iter().filter(whole).collect()
}

/// Whether the words beside a figure say that it is part of a whole or added to one.
fn is_part(frame: &Frame<'_>, span: Span) -> bool {
    let inside = frame.terms.iter().filter(|t| span.overlaps(t.span)).any(|t| PARTS.contains(&t.folded.as_str()));
    let Some(at) = frame.terms.iter().position(|t| span.overlaps(t.span)) else { return false };
    let last = frame.terms.iter().rposition(|t| span.overlaps(t.span)).unwrap_or(at);
    let beside =
        |i: Option<usize>| i.and_then(|i| frame.terms.get(i)).is_some_and(|t| PARTS.contains(&t.folded.as_str()));
    let of = frame.terms.get(last + 1).is_some_and(|t| t.folded == "of")
        && frame
            .terms
            .get(last + 2)
            .is_some_and(|t| matches!(t.folded.as_str(), "them" | "those" | "whom" | "these" | "the"));
    inside || beside(at.checked_sub(1)) || beside(Some(last + 1)) || of
}

/// Whether two figures measure one thing: what is counted is one, and enough of what is said of it.
fn same_thing(sides: &Sides<'_>, left: &Quantity, right: &Quantity, shared: &Shared<'_>) -> bool {
    let key = |of: &str| lexicon::concept(of).map_or_else(|| of.to_owned(), |c| c.label().to_owned());
    if left.ordinal || right.ordinal {
        let same = left.ordinal && right.ordinal && !left.of.is_empty() && left.of == right.of;
        return same && shared.weight >= ORDERED && sides.nearness() >= NEAR;
    }
    let of = left.of.is_empty() || right.of.is_empty() || key(&left.of) == key(&right.of);
    let counted = left.dimension == Dimension::Count && !left.of.is_empty() && !right.of.is_empty();
    let noun =
        |frame: &Frame<'_>, q: &Quantity| frame.content().find(|t| t.lemma == q.of && q.span.overlaps(t.span)).cloned();
    let named = noun(sides.left, left).zip(noun(sides.right, right)).filter(|(a, b)| a.meets(b));
    let named = named.map_or(0.0, |(a, b)| sides.weights.of_meeting(&a, &b));
    let close = sides.nearness() >= NEAR;
    of && (shared.weight >= SAME_THING || (close && shared.weight + named >= SAME_THING)) && (counted || close)
}

/// Whether the words before what is counted or measured do not tell two things apart ("adjusted" / "statutory").
fn same_modifiers(sides: &Sides<'_>, left: &Quantity, right: &Quantity) -> bool {
    let noun = |frame: &'_ Frame<'_>, quantity: &Quantity| {
        let terms = frame.content().filter(|t| t.lemma == quantity.of || t.folded == quantity.of);
        terms.min_by_key(|t| t.span.start.abs_diff(quantity.span.start)).cloned()
    };
    match (noun(sides.left, left), noun(sides.right, right)) {
        (Some(a), Some(b)) => !modifiers::tell_apart(sides.left, &a, sides.right, &b),
        _ => true,
    }
}

fn subject(quantity: &Quantity) -> String {
    match &quantity.dimension {
        Dimension::Count => format!("Number of {}", plural(&quantity.of)),
        _ => {
            let mut chars = quantity.of.chars();
            chars.next().map(|c| c.to_uppercase().chain(chars).collect()).unwrap_or_default()
        }
    }
}

fn plural(lemma: &str) -> String {
    match lemma {
        "person" => "people".to_owned(),
        _ if lemma.ends_with('s') => lemma.to_owned(),
        _ => format!("{lemma}s"),
    }
}
