//! Number: two figures for one thing.

use std::cmp::Ordering;

use super::super::frame::Frame;
use super::super::modifiers;
use super::super::occasion;
use super::super::opposition;
use super::super::sides::{Shared, Sides};
use super::super::update::{self, Moment};
use super::{Checker, Finding};
use crate::lexicon;
use crate::model::{
    Agreement, Apart, CheckerId, Detail, Dimension, End, Kind, Quantity, Reading, Relation, Span, Strength,
};

/// Weight of the words shared around two figures from which they are taken for figures of one thing.
const SAME_THING: f32 = 0.5;

/// Nearness from which two figures need not be of a named thing.
const ALIKE: f32 = 0.6;

/// Words that part a whole or add to it: a figure beside one of them is of another thing.
const PARTS: &[&str] =
    &["another", "further", "additional", "extra", "other", "others", "including", "remaining", "more", "each"];

/// What must be shared around two ordinal numbers ("the first woman to lead") for them to order one thing.
const ORDERED: f32 = 1.2;

/// Value of a figure in units of its last digit from which it is known again by itself.
const PRECISE: f64 = 100.0;

/// What must be shared around two rates, or two lengths of time between one event and another.
const RATED: f32 = 0.8;

/// How many times another a figure may be for a bound to be said of it.
const CLOSE: f64 = 2.0;

/// How many times another an unnamed count may be for both to be of one thing.
const REACH: f64 = 10.0;

/// Nearness that two figures other than counts must have.
const NEAR: f32 = 0.4;

/// See the module.
pub(super) struct Number;

impl Checker for Number {
    fn id(&self) -> CheckerId {
        CheckerId::Number
    }

    fn check(&self, sides: &Sides<'_>, out: &mut Vec<Finding>) {
        let (lefts, rights) = (figures(sides.left), figures(sides.right));
        let mut apart = None;
        for left in &lefts {
            for right in &rights {
                let shared = sides.shared(sides.left.around(left.span), sides.right.around(right.span));
                let compared = left.compare(right);
                if compared == Agreement::Equal
                    && (!shared.is_empty() || is_precise(left))
                    && let Some(update) = self.replaced(left, right, (&lefts, &rights))
                {
                    out.push(update);
                    continue;
                }
                match compared {
                    Agreement::Equal | Agreement::Compatible
                        if close(left, right) && same_thing(sides, left, right, &shared) =>
                    {
                        let detail = Detail::Same { what: None };
                        out.push(sides.agreement(self.id(), Kind::Number, (left.span, right.span), detail));
                    }
                    Agreement::Conflict => {
                        let fits = |a: &Quantity, b: &Quantity| {
                            let of = a.of.is_empty() || b.of.is_empty() || key(&a.of) == key(&b.of);
                            match a.compare(b) {
                                // 214 passengers are 214 people, whatever they are called.
                                Agreement::Equal => of || is_precise(a),
                                Agreement::Compatible => of && close(a, b),
                                _ => false,
                            }
                        };
                        let settled = rights.iter().any(|q| fits(left, q)) || lefts.iter().any(|q| fits(q, right));
                        if settled
                            || !same_thing(sides, left, right, &shared)
                            || (left.of.is_empty() && sides.nearness() < ALIKE)
                            || opposition::near(sides, left.span, right.span)
                        {
                            continue;
                        }
                        if let Some(why) = kept_apart(sides, left, right) {
                            apart.get_or_insert_with(|| self.apart(left, right, why));
                            continue;
                        }
                        let moments = moments(sides, left, right);
                        let growing = update::grows(sides, left, right);
                        if let Some(update) = self.update(sides, left, right, growing, &moments) {
                            out.push(update);
                            continue;
                        }
                        if occasion::differs(sides, left.span, right.span) {
                            apart.get_or_insert_with(|| self.apart(left, right, Apart::Times));
                            continue;
                        }
                        out.push(self.conflict(sides, left, right, growing && moments.order.is_none()));
                        return;
                    }
                    _ => {}
                }
            }
        }
        out.extend(apart.filter(|_| sides.nearness() >= NEAR));
    }
}

/// Why two figures that differ may be of two things, if something in the words says so.
fn kept_apart(sides: &Sides<'_>, left: &Quantity, right: &Quantity) -> Option<Apart> {
    if occasion::marked_apart(sides, left.span, right.span) {
        Some(Apart::Occasions)
    } else if occasion::forecast_differs(sides, left.span, right.span) {
        Some(Apart::Forecast)
    } else if !same_modifiers(sides, left, right) {
        Some(Apart::Things)
    } else if bases_differ(sides) {
        Some(Apart::Bases)
    } else {
        None
    }
}

/// Whether a figure has so many digits that it can hardly be another thing's by chance.
fn is_precise(quantity: &Quantity) -> bool {
    quantity.low.abs() / quantity.step >= PRECISE
}

/// When two figures hold, and which holds first.
struct Moments {
    left: Option<Moment>,
    right: Option<Moment>,
    order: Option<Ordering>,
}

fn moments(sides: &Sides<'_>, left: &Quantity, right: &Quantity) -> Moments {
    let left = update::moment(sides.left, left, sides.left_published);
    let right = update::moment(sides.right, right, sides.right_published);
    let order = left.as_ref().zip(right.as_ref()).and_then(|(a, b)| update::order(a, b));
    Moments { left, right, order }
}

impl Number {
    fn conflict(&self, sides: &Sides<'_>, left: &Quantity, right: &Quantity, undated: bool) -> Finding {
        let what = subject(if left.of.is_empty() { right } else { left });
        let detail = Detail::Differ { what: Some(what), left: None, right: None };
        let mut finding = sides.contradiction(self.id(), Kind::Number, (left.span, right.span), detail);
        if undated {
            finding.strength = Strength::Possible;
            finding.reason.caveats.undated = true;
        }
        finding
    }

    /// A toll that grew from an earlier moment to a later one, or that one side says was revised, is brought up to date,
    /// not contradicted.
    fn update(
        &self,
        sides: &Sides<'_>,
        left: &Quantity,
        right: &Quantity,
        growing: bool,
        moments: &Moments,
    ) -> Option<Finding> {
        let (a, b) = moments.left.as_ref().zip(moments.right.as_ref())?;
        let order = moments.order;
        let first = if order == Some(Ordering::Greater) { End::Right } else { End::Left };
        let told = |revised| Detail::Update { first, revised, when: [a.words.clone(), b.words.clone()] };
        let higher_later = match order {
            Some(Ordering::Less) => left.high < right.high,
            Some(Ordering::Greater) => right.high < left.high,
            _ => false,
        };
        if growing && higher_later {
            return Some(self.related(left.span, right.span, told(false)));
        }
        let later = match order {
            Some(Ordering::Less) => update::revised(sides.right),
            Some(Ordering::Greater) => update::revised(sides.left),
            _ => false,
        };
        later.then(|| self.related(left.span, right.span, told(true)))
    }

    /// The figures differ, and need not be figures of one thing.
    fn apart(&self, left: &Quantity, right: &Quantity, why: Apart) -> Finding {
        let (what, spans) = ((self.id(), Kind::Occasion), (left.span, right.span));
        let finding = Finding::new(Relation::Related, what, spans, Detail::Apart { why });
        Finding { strength: Strength::Possible, ..finding }
    }

    /// One side's figure is what the other gives as the earlier one: both are accounted for.
    fn replaced(
        &self,
        left: &Quantity,
        right: &Quantity,
        (lefts, rights): (&[&Quantity], &[&Quantity]),
    ) -> Option<Finding> {
        let now = |old: &Quantity, all: &[&Quantity]| {
            let of = |q: &Quantity| q.of == old.of || q.of.is_empty() || old.of.is_empty();
            let same = |q: &&&Quantity| q.reading == Reading::Value && q.dimension == old.dimension && of(q);
            all.iter().find(same).map(|q| q.span)
        };
        let (by, now) = match (left.reading, right.reading) {
            (Reading::Value, Reading::Earlier) => (End::Right, now(right, rights)?),
            (Reading::Earlier, Reading::Value) => (End::Left, now(left, lefts)?),
            _ => return None,
        };
        Some(self.related(left.span, right.span, Detail::Earlier { by, now }))
    }

    fn related(&self, left: Span, right: Span, detail: Detail) -> Finding {
        Finding::new(Relation::Related, (self.id(), Kind::Update), (left, right), detail)
    }
}

fn figures<'a>(frame: &'a Frame<'_>) -> Vec<&'a Quantity> {
    let says = |q: &Quantity| {
        let mut speakers = frame.statement.mentions.attributions.iter().filter_map(|a| a.speaker);
        speakers.any(|speaker| speaker.overlaps(q.span))
    };
    let whole = |q: &&Quantity| {
        q.dimension != Dimension::Age && !frame.is_unreal(q.span) && !is_part(frame, q.span) && !says(q)
    };
    frame.statement.mentions.quantities.iter().filter(whole).collect()
}

/// Whether one side says on how many things its figures rest, and the other gives another number of those: a rating
/// "based on 43 reviews" and one "after 33 reviews" are two ratings, at two times, and neither number is a claim.
fn bases_differ(sides: &Sides<'_>) -> bool {
    let rests_on = |frame: &Frame<'_>, q: &Quantity| {
        let before: Vec<_> = frame.terms.iter().rev().filter(|t| t.span.end <= q.span.start).take(2).collect();
        let word = |i: usize| before.get(i).map_or("", |t| t.folded.as_str());
        word(0) == "after" || (word(0) == "on" && word(1) == "based")
    };
    let counted = |frame: &Frame<'_>| {
        let all = frame.statement.mentions.quantities.iter().filter(|q| !q.of.is_empty());
        all.map(|q| (q.clone(), rests_on(frame, q))).collect::<Vec<_>>()
    };
    let (l, r) = (counted(sides.left), counted(sides.right));
    let apart = |(a, is_a): &(Quantity, bool), (b, is_b): &(Quantity, bool)| {
        (*is_a || *is_b) && a.of == b.of && a.compare(b) == Agreement::Conflict
    };
    l.iter().any(|a| r.iter().any(|b| apart(a, b)))
}

/// Whether the words beside a figure say that it is part of a whole or added to one.
fn is_part(frame: &Frame<'_>, span: Span) -> bool {
    let word = |i: usize| frame.terms.get(i).map_or("", |t| t.folded.as_str());
    // "More than 12" bounds, "12 more" adds.
    let parts = |i: usize| PARTS.contains(&word(i)) && !(word(i) == "more" && word(i + 1) == "than");
    let Some(first) = frame.terms.iter().position(|t| span.overlaps(t.span)) else { return false };
    let last = frame.terms.iter().rposition(|t| span.overlaps(t.span)).unwrap_or(first);
    let of = word(last + 1) == "of" && matches!(word(last + 2), "them" | "those" | "whom" | "these" | "the");
    // "36, of whom nine are in hospital".
    let pronoun = |i: usize| matches!(word(i), "whom" | "them" | "which" | "these" | "those");
    let of_whom = first >= 2 && word(first - 2) == "of" && pronoun(first - 1);
    (first.saturating_sub(1)..=last + 1).any(parts) || of || of_whom
}

/// What a noun names as a thing counted: its concept, else itself.
fn key(of: &str) -> String {
    lexicon::concept(of).map_or_else(|| of.to_owned(), |c| c.label().to_owned())
}

/// Whether two figures measure one thing: what is counted is one, and enough of what is said of it.
fn same_thing(sides: &Sides<'_>, left: &Quantity, right: &Quantity, shared: &Shared<'_>) -> bool {
    if left.ordinal || right.ordinal {
        let same = left.ordinal && right.ordinal && !left.of.is_empty() && left.of == right.of;
        return same && shared.weight >= ORDERED && sides.nearness() >= ALIKE;
    }
    let unnamed = left.of.is_empty() || right.of.is_empty();
    let of = unnamed || key(&left.of) == key(&right.of);
    if unnamed && left.dimension == Dimension::Count && !within_reach(left, right) {
        return false;
    }
    if left.dimension == Dimension::Duration {
        return left.of == right.of
            && sides.nearness() >= ALIKE
            && shared.weight >= RATED
            && shared.meetings.len() >= 2
            && same_subject(sides, shared);
    }
    if !left.per.is_empty() && left.per == right.per && of && shared.weight >= RATED && shared.meetings.len() >= 2 {
        return true;
    }
    let counted = left.dimension == Dimension::Count && !left.of.is_empty() && !right.of.is_empty();
    let noun =
        |frame: &Frame<'_>, q: &Quantity| frame.content().find(|t| t.lemma == q.of && q.span.overlaps(t.span)).cloned();
    let named = noun(sides.left, left).zip(noun(sides.right, right)).filter(|(a, b)| a.meets(b));
    let named = named.map_or(0.0, |(a, b)| sides.weights.of_meeting(&a, &b));
    let close = sides.nearness() >= NEAR;
    // Two men here and one man there are two matters unless much else is one.
    let people = ["man", "woman", "person", "people", "child", "boy", "girl"];
    if !close && people.contains(&left.of.as_str()) && people.contains(&right.of.as_str()) {
        return false;
    }
    of && (shared.weight >= SAME_THING || (close && shared.weight + named >= SAME_THING)) && (counted || close)
}

/// Whether two figures that can be one are near enough to say so: 197 million is "more than 64 million", but nobody who
/// means the one says the other.
fn close(left: &Quantity, right: &Quantity) -> bool {
    let (small, large) = (left.high.abs().min(right.high.abs()), left.high.abs().max(right.high.abs()));
    large <= small * CLOSE || left.low.max(right.low) <= left.high.min(right.high)
}

/// Whether one of two counts is not so many times the other that an unnamed one must be of something else: four robbers
/// and 2 million.
fn within_reach(left: &Quantity, right: &Quantity) -> bool {
    let (small, large) = (left.low.min(right.low), left.high.max(right.high));
    small > 0.0 && large / small <= REACH
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

/// Whether what a shared verb is said of is not two things.
fn same_subject(sides: &Sides<'_>, shared: &Shared<'_>) -> bool {
    let mut heads = shared.meetings.iter().filter_map(|m| sides.left.subject_of(m.0).zip(sides.right.subject_of(m.1)));
    heads.next().is_none_or(|(a, b)| {
        a.meets(b) || sides.right.content().any(|t| t.meets(a)) || sides.left.content().any(|t| t.meets(b))
    })
}

fn subject(quantity: &Quantity) -> String {
    match &quantity.dimension {
        Dimension::Duration => format!("how long {}", quantity.of),
        Dimension::Count if !quantity.of.is_empty() => format!("number of {}", plural(&quantity.of)),
        dimension if quantity.of.is_empty() => unnamed(dimension).to_owned(),
        _ => quantity.of.clone(),
    }
}

/// What a figure of which no noun is known is called.
fn unnamed(dimension: &Dimension) -> &'static str {
    match dimension {
        Dimension::Count => "the number",
        Dimension::Percent => "the share",
        Dimension::Money(_) => "the sum",
        Dimension::Length => "the distance",
        Dimension::Area => "the area",
        Dimension::Mass => "the weight",
        Dimension::Volume => "the volume",
        Dimension::Speed => "the speed",
        Dimension::Temperature => "the temperature",
        Dimension::Score => "the result",
        Dimension::Duration | Dimension::Age | Dimension::Other(_) => "the figure",
    }
}

fn plural(lemma: &str) -> String {
    let consonant_y = lemma.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'o', 'u']));
    match lemma {
        "person" => "people".to_owned(),
        "injured" | "dead" | "wounded" | "missing" | "unemployed" | "homeless" => lemma.to_owned(),
        "child" => "children".to_owned(),
        _ if lemma.ends_with("man") && lemma != "human" => format!("{}men", &lemma[..lemma.len() - 3]),
        _ if lemma.ends_with("ss") || lemma.ends_with("ch") || lemma.ends_with("sh") || lemma.ends_with('x') => {
            format!("{lemma}es")
        }
        _ if lemma.ends_with('s') => lemma.to_owned(),
        _ => consonant_y.map_or_else(|| format!("{lemma}s"), |stem| format!("{stem}ies")),
    }
}
