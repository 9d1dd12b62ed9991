//! Quotation: the same words of one speaker, turned round or kept.

use super::super::frame::{Frame, Term};
use super::super::sides::Sides;
use super::Checker;
use crate::lexicon;
use crate::model::{Finding, Kind, Quotation as Quote, Span, Strength};
use crate::text::{diff, fold, word_spans};

/// Share of the shorter quotation's content words from which two are taken for one.
const SAME: f32 = 0.5;

/// Content words from which a quotation can be recognised.
const ENOUGH: usize = 3;

/// Content words of a quotation that, word for word the same, can be put down to two speakers.
const TWO_SPEAKERS: usize = 2;

/// Share of common words, 0 to 1, from which two quotations are in nearly the same words.
const NEARLY: f32 = 0.6;

/// Most words of one side that are named as differing: of more a reader loses track.
const NAMED: usize = 6;

/// See the module.
pub(super) struct Quotation;

impl Checker for Quotation {
    fn name(&self) -> &'static str {
        "quotation"
    }

    fn check(&self, sides: &Sides<'_>, out: &mut Vec<Finding>) {
        for left in &sides.left.statement.mentions.quotations {
            for right in &sides.right.statement.mentions.quotations {
                let (l, r) = (inside(sides.left, left), inside(sides.right, right));
                let shorter = l.len().min(r.len());
                if shorter < TWO_SPEAKERS || left.scare || right.scare {
                    continue;
                }
                let shared = sides.shared(l.iter().copied(), r.iter().copied());
                if (shared.meetings.len() as f32) < SAME * shorter as f32 {
                    continue;
                }
                let speakers = (speaker(sides.left, left), speaker(sides.right, right));
                if !may_be_one_speaker(&speakers) {
                    if let (Some(a), Some(b)) = &speakers
                        && shared.meetings.len() == l.len().max(r.len())
                        && denials(sides.left, left) == denials(sides.right, right)
                    {
                        let because =
                            format!("Who said “{}”: {a} ({}) or {b} ({})", sides.l(left.span), sides.a(), sides.b());
                        let kind = Kind::Attribution;
                        let mut finding = sides.contradiction(self.name(), kind, left.span, right.span, because);
                        finding.strength = Strength::Clear;
                        out.push(finding);
                        return;
                    }
                    continue;
                }
                if shorter < ENOUGH {
                    continue;
                }
                let who = left.speaker.as_deref().or(right.speaker.as_deref()).unwrap_or("The speaker");
                let turned =
                    denials(sides.left, left) % 2 != denials(sides.right, right) % 2 || opposed(sides, left, right);
                if turned {
                    let because = format!(
                        "{who} is quoted as “{}” ({}) and as “{}” ({})",
                        sides.l(left.span),
                        sides.a(),
                        sides.r(right.span),
                        sides.b()
                    );
                    let mut finding = sides.contradiction(self.name(), Kind::Quotation, left.span, right.span, because);
                    finding.strength = Strength::Clear; // a hedge inside a quotation is part of what was said
                    out.push(finding);
                    return;
                }
                let because = format!("{who} is quoted by both {}", likeness(sides, left, right));
                out.push(sides.agreement(self.name(), Kind::Quotation, left.span, right.span, because));
            }
        }
    }
}

/// How near the words of two quotations are, and which of them differ: "in nearly the same words: …".
fn likeness(sides: &Sides<'_>, left: &Quote, right: &Quote) -> String {
    let (l, r) = (sides.l(left.span), sides.r(right.span));
    let (a, b) = (sides.a(), sides.b());
    let found = diff(l, r);
    if found.is_same() {
        return "in the same words".to_owned();
    }
    if found.ratio < NEARLY {
        return match (found.left.is_empty(), found.right.is_empty()) {
            (true, _) => format!("in the same words, at greater length by {b}"),
            (_, true) => format!("in the same words, at greater length by {a}"),
            _ => "partly in the same words".to_owned(),
        };
    }
    let nearly = "in nearly the same words";
    let stretch = named(l, &[found.stretch.0]).zip(named(r, &[found.stretch.1]));
    match stretch.or_else(|| named(l, &found.left).zip(named(r, &found.right))) {
        Some((l, r)) if l.is_empty() => format!("{nearly}, with “{r}” in {b}"),
        Some((l, r)) if r.is_empty() => format!("{nearly}, with “{l}” in {a}"),
        Some((l, r)) => format!("{nearly}: “{l}” ({a}), “{r}” ({b})"),
        None => nearly.to_owned(),
    }
}

/// The words at the spans; `None` if they are too many to be named.
fn named(text: &str, spans: &[Span]) -> Option<String> {
    let count: usize = spans.iter().map(|span| word_spans(span.of(text)).len()).sum();
    (count <= NAMED).then(|| spans.iter().map(|span| span.of(text)).collect::<Vec<_>>().join(" … "))
}

fn inside<'a>(frame: &'a Frame<'_>, quote: &Quote) -> Vec<&'a Term> {
    frame.content().filter(|t| quote.span.contains(t.span)).collect()
}

/// Who speaks: as the quotation gives it, else the one to whom the statement puts what it says.
fn speaker(frame: &Frame<'_>, quote: &Quote) -> Option<String> {
    let outside = |span: &Span| !quote.span.overlaps(*span);
    let mut named = frame.statement.mentions.attributions.iter().filter_map(|a| a.speaker).filter(outside);
    quote.speaker.clone().or_else(|| named.next().map(|span| span.of(frame.text).to_owned()))
}

/// Unknown speakers may be anybody; known ones must share a name.
fn may_be_one_speaker(speakers: &(Option<String>, Option<String>)) -> bool {
    let (Some(a), Some(b)) = speakers else { return true };
    let (a, b) = (fold(a), fold(b));
    let named = |s: &str, original: &str| {
        original.contains(char::is_uppercase) && !matches!(s, "i" | "he" | "she" | "they" | "we" | "it")
    };
    let generic =
        !named(&a, speakers.0.as_deref().unwrap_or_default()) || !named(&b, speakers.1.as_deref().unwrap_or_default());
    generic || a.split(' ').any(|w| w.len() > 2 && b.split(' ').any(|v| v == w))
}

fn denials(frame: &Frame<'_>, quote: &Quote) -> usize {
    frame.statement.mentions.negations.iter().filter(|n| quote.span.contains(n.cue)).count()
}

fn opposed(sides: &Sides<'_>, left: &Quote, right: &Quote) -> bool {
    inside(sides.left, left).iter().any(|a| {
        let kept = inside(sides.right, right).iter().any(|b| b.meets(a));
        !kept && inside(sides.right, right).iter().any(|b| opposite(&a.folded, &b.folded))
    })
}

/// Antonyms, or a word and the same word with a prefix that denies it.
fn opposite(a: &str, b: &str) -> bool {
    let prefixed = |a: &str, b: &str| ["un", "in", "im", "dis", "non"].iter().any(|p| a.strip_prefix(p) == Some(b));
    lexicon::antonyms(a, b) || prefixed(a, b) || prefixed(b, a)
}
