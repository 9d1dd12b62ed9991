//! Date: the same event at two times that cannot be one.

use super::super::dates::{self, Bearing};
use super::super::frame::{Frame, Term};
use super::super::occasion;
use super::super::sides::{Shared, Sides};
use super::super::slots;
use super::super::venue;
use super::{Checker, Finding};
use crate::model::{Agreement, CheckerId, Detail, Kind, PlaceRelation, Span, Strength, TimeMention, TimePrecision};
use crate::text::fold;

/// Weight of shared words around two times from which they are taken for times of one event.
const SAME_EVENT: f32 = 0.9;

/// The same where one side says nothing else.
const BARE: f32 = 0.5;

/// Similarity from which two statements may date one event, unless both say that something began.
const SAME: f32 = 0.3;

/// See the module.
pub(super) struct Date;

impl Checker for Date {
    fn id(&self) -> CheckerId {
        CheckerId::Date
    }

    fn check(&self, sides: &Sides<'_>, out: &mut Vec<Finding>) {
        let (lefts, rights) = (dated(sides.left), dated(sides.right));
        let compare = |a: &TimeMention, b: &TimeMention| compare(sides, a, b);
        let fits = |a: &TimeMention, b: &TimeMention| matches!(compare(a, b), Agreement::Equal | Agreement::Compatible);
        let dates = |frame: &Frame<'_>, t: &TimeMention| dates::bearing(frame, t) == Some(Bearing::At);
        for left in &lefts {
            for right in &rights {
                let shared = sides.shared(sides.left.about(left.span), sides.right.about(right.span));
                if shared.is_empty() {
                    continue;
                }
                match compare(left, right) {
                    Agreement::Equal | Agreement::Compatible
                        if shared.weight >= SAME_EVENT && dates(sides.left, left) && dates(sides.right, right) =>
                    {
                        let detail = Detail::Same { what: None };
                        out.push(sides.agreement(self.id(), Kind::Date, (left.span, right.span), detail));
                    }
                    Agreement::Conflict => {
                        let settled = rights.iter().any(|t| fits(left, t)) || lefts.iter().any(|t| fits(t, right));
                        let other = sides.gate
                            && occasion::marks_other(sides.left, left.span)
                                != occasion::marks_other(sides.right, right.span);
                        if !settled
                            && !other
                            && !counts_differ(sides, left, right)
                            && !same_words(sides, left, right)
                            && one_deed(sides, left, right)
                            && same_event(sides, left, right, &shared)
                        {
                            out.push(self.conflict(sides, left, right, &shared));
                            return;
                        }
                    }
                    _ => {}
                }
            }
        }
    }
}

impl Date {
    fn conflict(&self, sides: &Sides<'_>, left: &TimeMention, right: &TimeMention, shared: &Shared<'_>) -> Finding {
        let what = shared.best().map(|(t, _)| sides.l(t.span).to_owned());
        let assumed = (left.assumed_date || right.assumed_date)
            && !(dates::spelled_out(sides.l(left.span)) && dates::spelled_out(sides.r(right.span)));
        let detail = Detail::Differ { what, left: None, right: None };
        let mut finding = sides.contradiction(self.id(), Kind::Date, (left.span, right.span), detail);
        if assumed {
            finding.strength = Strength::Possible;
            finding.reason.caveats.assumed_date = true;
        }
        finding
    }
}

/// Calendar times of deeds, said to be so.
fn dated<'a>(frame: &'a Frame<'_>) -> Vec<&'a TimeMention> {
    let times = &frame.statement.mentions.times;
    times.iter().filter(|t| dates::bearing(frame, t).is_some() && !frame.is_unreal(t.span)).collect()
}

/// Whether two times can be one, if they bear on their deeds in ways that can be held against each other.
fn compare(sides: &Sides<'_>, left: &TimeMention, right: &TimeMention) -> Agreement {
    let bearings = (dates::bearing(sides.left, left), dates::bearing(sides.right, right));
    let (Some(a), Some(b)) = bearings else { return Agreement::Incomparable };
    if (a == Bearing::Till) != (b == Bearing::Till) || (a == b && matches!(a, Bearing::Before | Bearing::After)) {
        return Agreement::Incomparable;
    }
    dates::compare((sides.left, left), (sides.right, right))
}

/// Whether both times are of one deed. Where a time only bounds its deed, the deed must be known.
fn one_deed(sides: &Sides<'_>, left: &TimeMention, right: &TimeMention) -> bool {
    let (l, r) = (dates::deeds(sides.left, left), dates::deeds(sides.right, right));
    let bounds = |frame: &Frame<'_>, t: &TimeMention| {
        matches!(dates::bearing(frame, t), Some(Bearing::Before | Bearing::After | Bearing::Till))
    };
    let denied = |frame: &Frame<'_>, deeds: &[&Term]| deeds.iter().any(|t| frame.negation_of(t.span).is_some());
    if denied(sides.left, &l) != denied(sides.right, &r) {
        return false;
    }
    let unknown = l.is_empty() || r.is_empty();
    dates::one_deed(&l, &r) && !(unknown && (bounds(sides.left, left) || bounds(sides.right, right)))
}

/// Whether each time goes with a figure of its own: 23 ships on Tuesday and 19 on Sunday are two moments, not two dates.
fn counts_differ(sides: &Sides<'_>, left: &TimeMention, right: &TimeMention) -> bool {
    let mut counts = dates::counts(sides.left, left);
    counts.any(|a| dates::counts(sides.right, right).any(|b| a.of == b.of && a.compare(b) == Agreement::Conflict))
}

/// Two times belong to one event if the verb or noun they stand with is shared, and enough around it. A year beside a
/// day is a sign of another event ("the fire of 2015"), unless both say when something began.
fn same_event(sides: &Sides<'_>, left: &TimeMention, right: &TimeMention, shared: &Shared<'_>) -> bool {
    let begun = slots::begins(sides.left, left.span) && slots::begins(sides.right, right.span);
    let coarse = |t: &TimeMention| t.value.is_some_and(|v| v.precision >= TimePrecision::Year);
    let alike = sides.similarity >= SAME && coarse(left) == coarse(right);
    // A sentence that says nothing else than what both share needs no more in common.
    let bare = |frame: &Frame<'_>, span: Span, side: usize| {
        let met = |t: &Term| shared.meetings.iter().any(|m| if side == 0 { m.0.span } else { m.1.span } == t.span);
        frame.about(span).all(met)
    };
    let all = bare(sides.left, left.span, 0) || bare(sides.right, right.span, 1);
    (alike || begun)
        && (shared.weight >= SAME_EVENT || (all && shared.weight >= BARE))
        && shared.meetings.len() >= 2
        && !occasion::named_apart(sides)
        && !other_subject(sides, shared)
        && !elsewhere(sides, left, right)
}

/// Whether each clause has a place of its own: what differs in time and in place is two events.
fn elsewhere(sides: &Sides<'_>, left: &TimeMention, right: &TimeMention) -> bool {
    let places = |frame: &'_ Frame<'_>, time: &TimeMention| {
        let clause = frame.clause_span(time.span.start);
        venue::located(frame).filter(|p| clause.overlaps(p.span)).cloned().collect::<Vec<_>>()
    };
    let (l, r) = (places(sides.left, left), places(sides.right, right));
    !l.is_empty() && !r.is_empty() && l.iter().all(|a| r.iter().all(|b| a.relation(b) == PlaceRelation::Apart))
}

/// Whether each side has a subject of its own, and all they share beside a verb is one subject and what goes with the
/// other: "the mall was shut", "the tower at the mall was shut".
fn other_subject(sides: &Sides<'_>, shared: &Shared<'_>) -> bool {
    let heads = |m: &(&Term, &Term, f32)| {
        let (a, b) = sides.left.subject_of(m.0).zip(sides.right.subject_of(m.1))?;
        Some((a.clone(), b.clone(), m.0.clone()))
    };
    let Some((a, b, does)) = shared.meetings.iter().find_map(heads) else { return false };
    let involved = |m: &(&Term, &Term, f32)| m.0.span == a.span || m.1.span == b.span;
    let rest = shared.meetings.iter().filter(|m| !involved(m) && !m.0.meets(&does) && !m.1.meets(&does));
    let one = named(sides.left, &a).iter().any(|x| named(sides.right, &b).iter().any(|y| x.meets(y)));
    !one && shared.meetings.iter().any(involved) && rest.count() == 0
}

/// The head of a subject with the rest of its name: "Brock Group" for "Group".
fn named<'f>(frame: &'f Frame<'_>, head: &Term) -> Vec<&'f Term> {
    let upper = |t: &&Term| t.span.of(frame.text).starts_with(char::is_uppercase) && !t.stop;
    let up_to = frame.terms.iter().rev().skip_while(|t| t.span.start > head.span.start);
    let mut name: Vec<&Term> = up_to.clone().take_while(upper).collect();
    if name.is_empty() {
        name.extend(up_to.take(1));
    }
    name
}

/// Whether two times are apart only by what is assumed of when the reports were published: "today" and "today", or
/// "tonight" and "on Tuesday" where one date is assumed. Two different weekdays stay apart.
fn same_words(sides: &Sides<'_>, left: &TimeMention, right: &TimeMention) -> bool {
    let (a, b) = (occasion::weekday(sides.l(left.span)), occasion::weekday(sides.r(right.span)));
    let equal = fold(sides.l(left.span)) == fold(sides.r(right.span));
    let same = equal || (a.is_some() && a == b);
    let assumed = left.assumed_date || right.assumed_date;
    if dates::spelled_out(sides.l(left.span)) && dates::spelled_out(sides.r(right.span)) {
        return equal;
    }
    left.relative && right.relative && (same || (assumed && (a.is_none() || b.is_none())))
        || (assumed && left.relative != right.relative)
}
