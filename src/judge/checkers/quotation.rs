//! Quotation: the same words of one speaker, turned round or kept.

use super::super::frame::{Frame, Term};
use super::super::sides::Sides;
use super::Checker;
use crate::lexicon;
use crate::model::{Finding, Kind, Quotation as Quote, Strength};
use crate::text::fold;

/// Share of the shorter quotation's content words from which two are taken for one.
const SAME: f32 = 0.5;

/// Content words from which a quotation can be recognised.
const ENOUGH: usize = 3;

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
                if shorter < ENOUGH || left.scare || right.scare || !may_be_one_speaker(left, right) {
                    continue;
                }
                let shared = sides.shared(l.iter().copied(), r.iter().copied());
                if (shared.meetings.len() as f32) < SAME * shorter as f32 {
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
                let because = format!("{who} is quoted by both in nearly the same words");
                out.push(sides.agreement(self.name(), Kind::Quotation, left.span, right.span, because));
            }
        }
    }
}

fn inside<'a>(frame: &'a Frame<'_>, quote: &Quote) -> Vec<&'a Term> {
    frame.content().filter(|t| quote.span.contains(t.span)).collect()
}

/// Unknown speakers may be anybody; known ones must share a name.
fn may_be_one_speaker(left: &Quote, right: &Quote) -> bool {
    let (Some(a), Some(b)) = (&left.speaker, &right.speaker) else { return true };
    let (a, b) = (fold(a), fold(b));
    let generic = |s: &str| !s.contains(' ') && s.len() < 5; // he, she, they
    generic(&a) || generic(&b) || a.split(' ').any(|w| w.len() > 2 && b.split(' ').any(|v| v == w))
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
