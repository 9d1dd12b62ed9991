//! What antonym and outcome share: words at opposite ends of a group, said of one thing.

use super::finding::Finding;
use super::frame::{Frame, PoleAt, Term};
use super::modifiers;
use super::occasion;
use super::sides::{Shared, Sides};
use crate::lexicon::{GroupKind, Opposites};
use crate::model::{Agreement, CheckerId, Detail, Dimension, Kind, Span, Strength};

/// What the words around two opposites must share for the conflict to be clear.
const CLEAR: f32 = 1.2;

/// What they must share for it to be possible.
const POSSIBLE: f32 = 0.9;

/// Similarity from which two statements may speak of one event.
const SAME_EVENT: f32 = 0.3;

/// What they must share where several words together name what both speak of.
const PHRASE: f32 = 0.7;

/// Nearness from which a subject and opposite words are enough.
const BARE: f32 = 0.4;

/// How many words before an infinitive may hold the verb it hangs on.
const URGING: usize = 4;

/// How many content words before a pole may be its subject.
const SUBJECT: usize = 5;

/// How many content words after a pole may be its object.
const OBJECT: usize = 3;

/// Words before which a pole says nothing of its own.
const NOMINAL: &[&str] = &["to", "of", "the", "for", "their", "its", "his", "her", "this", "that", "any", "without"];

/// Forms of "be".
const BE: &[&str] = &["is", "are", "was", "were", "be", "been", "being"];

/// Verbs that only say how something stands. Lemmas.
const LIGHT: &[&str] = &["remain", "stay", "keep", "become", "stand"];

/// How many bytes may lie between a figure and a word that belongs to it.
const BESIDE: usize = 25;

/// Groups whose words are too common to convict: what order events came in is for the order checker, how many for the
/// number checker.
const LOOSE: &[&str] =
    &["before / after", "early / late", "more / fewer", "with / without", "likely / unlikely", "begin / end"];

/// Groups whose poles follow each other in time: of two reports, each may tell of its own moment.
const IN_TURN: &[&str] = &[
    "arrive / leave",
    "enter / withdraw",
    "appoint / dismiss",
    "join / quit",
    "impose / lift",
    "free / jail",
    "stay / go",
    "raise / cut",
    "buy / sell",
    "found / missing",
    "caught / at large",
    "halted / continued",
];

/// Groups of which each pole, told of one, goes with the other pole, told of another.
const CONVERSE: &[&str] = &["win / lose"];

/// Looks for opposites of one kind of group.
pub(super) fn check(checker: CheckerId, of: GroupKind, kind: Kind, sides: &Sides<'_>, out: &mut Vec<Finding>) {
    let table = Opposites::get();
    for left in &sides.left.poles {
        for right in &sides.right.poles {
            let group = table.group(left.pole.group);
            if left.pole.group != right.pole.group
                || group.kind != of
                || LOOSE.contains(&group.label)
                || !opposed(sides, left, right)
            {
                continue;
            }
            if agrees_elsewhere(sides, left, right) {
                continue;
            }
            if let Some((subject, strength)) = said_of_one_thing(sides, left, right, of) {
                let detail = Detail::Differ {
                    what: Some(subject),
                    left: denied(sides.left, left.span),
                    right: denied(sides.right, right.span),
                };
                let mut finding = sides.contradiction(checker, kind, (left.span, right.span), detail);
                finding.strength = finding.strength.max(strength);
                let planned = sides.left.is_planned(left.span) && sides.right.is_planned(right.span);
                if IN_TURN.contains(&group.label) && !planned {
                    finding.strength = Strength::Possible;
                }
                out.push(finding);
                return;
            }
        }
    }
}

/// Opposite ends, both asserted or both denied; or one end, asserted and denied.
fn opposed(sides: &Sides<'_>, left: &PoleAt, right: &PoleAt) -> bool {
    let denied = |frame: &Frame<'_>, at: &PoleAt| frame.negation_of(at.span).is_some_and(|cue| !at.span.contains(cue));
    let real = sides.left.is_unreal(left.span) == sides.right.is_unreal(right.span);
    real && (left.pole.side != right.pole.side) && denied(sides.left, left) == denied(sides.right, right)
}

/// Whether either side also holds the other's pole: then it tells of both, and nothing is opposed.
fn agrees_elsewhere(sides: &Sides<'_>, left: &PoleAt, right: &PoleAt) -> bool {
    sides.left.poles.iter().any(|p| p.pole == right.pole) || sides.right.poles.iter().any(|p| p.pole == left.pole)
}

/// What two opposites are said of, if it is one thing, and how surely.
fn said_of_one_thing(sides: &Sides<'_>, left: &PoleAt, right: &PoleAt, of: GroupKind) -> Option<(String, Strength)> {
    let said = predicates(sides.left, left.span) && predicates(sides.right, right.span);
    if !said && !urged_alike(sides, left.span, right.span) {
        return None;
    }
    if occasion::differs(sides, left.span, right.span) || counted_apart(sides, left.span, right.span) {
        return None;
    }
    let around = sides.shared(sides.left.around(left.span), sides.right.around(right.span));
    let subjects = sides.shared(subject(sides.left, left.span), subject(sides.right, right.span));
    let objects = sides.shared(object(sides.left, left.span), object(sides.right, right.span));
    let crossed = sides.shared(object(sides.left, left.span), subject(sides.right, right.span));
    let recrossed = sides.shared(subject(sides.left, left.span), object(sides.right, right.span));
    // "Agreed on the guarantees" / "the guarantees are contentious": subject and object may change places, but then a
    // single shared word is not enough, and neither is it between statements that are otherwise unlike.
    // Whoever wins, another one loses: "Northam lost to Eastham" and "Eastham beat Northam" are one.
    let converse = CONVERSE.contains(&Opposites::get().group(left.pole.group).label);
    let found = if converse { vec![subjects] } else { vec![subjects, objects, crossed, recrossed] };
    let together =
        |s: &&Shared<'_>| !s.meetings.iter().any(|(a, b, _)| modifiers::tell_apart(sides.left, a, sides.right, b));
    let phrase = found.iter().filter(|s| s.meetings.len() >= 2).filter(together).find_map(Shared::best);
    // How a thing stands is said of it anywhere; that it rose or fell, only where the same is told.
    let phrase = phrase.filter(|_| of == GroupKind::Outcome || sides.nearness() >= SAME_EVENT);
    let near = sides.nearness_with(1);
    let single = found.iter().take(2).filter(together).find_map(Shared::best).filter(|_| near >= SAME_EVENT);
    let needed = if phrase.is_some() { PHRASE } else { POSSIBLE };
    let (subject, other) = phrase.or(single)?;
    // A sentence that says nothing else of its subject than the opposite needs no more in common.
    let idle = |t: &Term| LIGHT.contains(&t.lemma.as_str());
    let bare =
        |frame: &Frame<'_>, pole: Span| frame.around(pole).all(|t| t.meets(subject) || t.meets(other) || idle(t));
    let all = (bare(sides.left, left.span) || bare(sides.right, right.span)) && near >= BARE;
    if around.weight < needed && !all {
        return None;
    }
    let clear = around.weight >= CLEAR && sides.nearness() >= SAME_EVENT;
    Some((name(sides.left, subject), if clear { Strength::Clear } else { Strength::Possible }))
}

/// A subject with the content words next to it, as written: "security guarantees".
fn name(frame: &Frame<'_>, subject: &Term) -> String {
    let Some(at) = frame.terms.iter().position(|t| t.span == subject.span) else { return String::new() };
    let joins = |a: &Term, b: &Term| !a.stop && !b.stop && b.span.start - a.span.end == 1;
    let is_pole = |t: &Term| frame.poles.iter().any(|p| p.span.overlaps(t.span));
    let before = frame.terms[..at].iter().next_back().filter(|t| joins(t, subject) && !is_pole(t));
    let after = frame.terms.get(at + 1).filter(|t| joins(subject, t) && !is_pole(t));
    let span = [before, after].into_iter().flatten().fold(subject.span, |span, t| span.union(t.span));
    span.of(frame.text).to_owned()
}

/// The content words before a pole, in its clause: its subject is among them.
fn subject<'s>(frame: &'s Frame<'_>, span: Span) -> impl Iterator<Item = &'s Term> {
    let before: Vec<&Term> = frame.around(span).filter(move |t| t.span.end <= span.start).collect();
    let skip = before.len().saturating_sub(SUBJECT);
    before.into_iter().skip(skip)
}

/// The content words directly after a pole, in its clause: its object is among them. What "and" joins to it is not.
fn object<'s>(frame: &'s Frame<'_>, span: Span) -> impl Iterator<Item = &'s Term> {
    let next = frame.terms.iter().find(|t| t.span.start >= span.end);
    let joined = next.is_some_and(|t| {
        let listed = Span::new(span.end, t.span.start).of(frame.text).contains(',');
        listed || matches!(t.folded.as_str(), "and" | "or")
    });
    let figure = |t: &&Term| t.folded.starts_with(|c: char| c.is_ascii_digit()) || t.folded.ends_with("illion");
    frame.around(span).filter(move |t| !joined && t.span.start >= span.end && !figure(t)).take(OBJECT)
}

/// Whether both words are infinitives that hang on one verb: "urged members to accept" / "urged members to reject".
fn urged_alike(sides: &Sides<'_>, left: Span, right: Span) -> bool {
    let verbs = |frame: &Frame<'_>, span: Span| {
        let before: Vec<&Term> = frame.terms.iter().rev().filter(|t| t.span.end <= span.start).take(URGING).collect();
        let infinitive = before.first().is_some_and(|t| t.folded == "to");
        before.into_iter().filter(|t| infinitive && !t.stop).cloned().collect::<Vec<_>>()
    };
    let (l, r) = (verbs(sides.left, left), verbs(sides.right, right));
    l.iter().any(|a| r.iter().any(|b| a.meets(b)))
}

/// Whether the words of a span say that something is so: not an infinitive of purpose, a participle that hangs on a
/// preposition, or a noun of a phrase ("to end", "of ending", "the end").
fn predicates(frame: &Frame<'_>, span: Span) -> bool {
    let Some(at) = frame.terms.iter().position(|t| t.span.start >= span.start) else { return false };
    let before = at.checked_sub(1).map(|i| frame.terms[i].folded.as_str());
    let participle = frame.terms[at].folded.ends_with("ing");
    let progressive = frame.terms[at.saturating_sub(3)..at].iter().any(|t| BE.contains(&t.folded.as_str()));
    !before.is_some_and(|word| NOMINAL.contains(&word)) && (!participle || progressive)
}

/// Whether each of two words has a figure of its own beside it, and the figures differ: "opened six", "closed 14".
fn counted_apart(sides: &Sides<'_>, left: Span, right: Span) -> bool {
    let beside = |frame: &Frame<'_>, span: Span| {
        let counts = frame.statement.mentions.quantities.iter().filter(|q| q.dimension == Dimension::Count);
        let mut after = counts.filter(|q| q.span.start >= span.end && q.span.start - span.end <= BESIDE);
        after.next().cloned()
    };
    let (a, b) = (beside(sides.left, left), beside(sides.right, right));
    a.zip(b).is_some_and(|(a, b)| a.compare(&b) == Agreement::Conflict)
}

/// Whether the two statements hold opposite words at all.
pub(super) fn anywhere(sides: &Sides<'_>) -> bool {
    let (l, r) = (&sides.left.poles, &sides.right.poles);
    let opposed = |a: &PoleAt, b: &PoleAt| a.pole.group == b.pole.group && a.pole.side != b.pole.side;
    let order = |p: &&PoleAt| Opposites::get().group(p.pole.group).label == "before / after";
    l.iter().filter(|p| !order(p)).any(|a| r.iter().any(|b| opposed(a, b)))
}

/// Whether the words next to two spans are opposites: then what the spans give is not given of one thing ("opened six"
/// / "shut 14").
pub(super) fn near(sides: &Sides<'_>, left: Span, right: Span) -> bool {
    let gap = |at: Span, span: Span| span.start.saturating_sub(at.end).max(at.start.saturating_sub(span.end));
    let close = |poles: &[PoleAt], span: Span| {
        let beside = poles.iter().filter(|p| gap(p.span, span) <= BESIDE && !p.span.overlaps(span));
        let mut beside: Vec<PoleAt> = beside.copied().collect();
        beside.sort_by_key(|p| gap(p.span, span));
        beside
    };
    let (l, r) = (close(&sides.left.poles, left), close(&sides.right.poles, right));
    let nearest = |poles: &[PoleAt], of: &PoleAt| poles.iter().find(|p| p.pole.group == of.pole.group).copied();
    // What both poles of a side are said of is not parted by them: "reopen the six posts that were closed".
    let counted = |frame: &Frame<'_>, pole: &PoleAt, span: Span| {
        let next = frame.terms.iter().find(|t| t.span.start >= pole.span.end);
        next.is_some_and(|t| !t.span.overlaps(span) && modifiers::is_numeral(t))
    };
    let both = |frame: &Frame<'_>, poles: &[PoleAt], span: Span, group| {
        let mut free = poles.iter().filter(|p| p.pole.group == group && !counted(frame, p, span));
        free.next().is_some_and(|first| free.any(|p| p.pole.side != first.pole.side))
    };
    l.iter().any(|a| {
        let first = nearest(&l, a).is_some_and(|n| n.span == a.span);
        let told_of_both = both(sides.left, &l, left, a.pole.group) || both(sides.right, &r, right, a.pole.group);
        first && !told_of_both && nearest(&r, a).is_some_and(|b| b.pole.side != a.pole.side)
    })
}

/// A pole with the negation before it, if there is one.
fn denied(frame: &Frame<'_>, span: Span) -> Option<String> {
    let cue = frame.negation_of(span).filter(|cue| cue.end <= span.start && span.start - cue.end < 20)?;
    Some(cue.union(span).of(frame.text).to_owned())
}
