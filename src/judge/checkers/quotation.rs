//! Quotation: the words of one speaker as two reports quote them, word by word: the same, cut short, altered, or given
//! to another.
//!
//! The two are laid side by side by the word diff. What stands before the first or after the last shared word was left
//! out by one of them; what differs in between was altered. A denial counts where it reaches the shared words.

use super::super::frame::{Frame, Term};
use super::super::sides::Sides;
use super::{Checker, Finding};
use crate::lexicon;
use crate::model::{Agreement, CheckerId, Detail, End, Kind, Likeness, Quotation as Quote, Span, Strength};
use crate::text::{diff, fold, word_spans};

/// Share of the shorter quotation's content words, met in the same order, from which two are taken for one.
const SAME: f32 = 0.5;

/// Content words from which a quotation can be recognised.
const ENOUGH: usize = 3;

/// Content words of a quotation that, word for word the same, can be put down to two speakers.
const TWO_SPEAKERS: usize = 2;

/// Share of common words, 0 to 1, from which two quotations are in nearly the same words.
const NEARLY: f32 = 0.6;

/// Most words of one side that are named as differing: of more a reader loses track.
const NAMED: usize = 6;

/// Share of the shorter quotation's content words that must be shared for one replaced word to be an alteration and not
/// another sentence, or another translation.
const ALTERED: f32 = 0.7;

/// Most content words that are replaced, in either.
const REPLACED: usize = 2;

/// Denials of what goes with a thing, not of what is said of it.
const BESIDES: &[&str] = &["without", "lack", "lacking", "lacks", "absence"];

/// Content words from which a quotation that is cut short can be put down to two speakers.
const CUT_SHORT: usize = 4;

/// How many bytes before the opening mark may hold a denial of what is quoted.
const DIRECTLY: usize = 3;

/// See the module.
pub(super) struct Quotation;

impl Checker for Quotation {
    fn id(&self) -> CheckerId {
        CheckerId::Quotation
    }

    fn check(&self, sides: &Sides<'_>, out: &mut Vec<Finding>) {
        for left in &sides.left.statement.mentions.quotations {
            for right in &sides.right.statement.mentions.quotations {
                let (l, r) = (inside(sides.left, left), inside(sides.right, right));
                let shorter = l.len().min(r.len());
                if shorter < TWO_SPEAKERS || left.scare || right.scare {
                    continue;
                }
                let met = in_order(&l, &r);
                if (met as f32) < SAME * shorter as f32 {
                    continue;
                }
                let laid = Laid::new(sides, left, right);
                let speakers = (speaker(sides.left, left), speaker(sides.right, right));
                if !may_be_one_speaker(&speakers) {
                    let whole = met == l.len().max(r.len());
                    let part = met == shorter && shorter >= CUT_SHORT && laid.altered.is_empty();
                    if let (Some(a), Some(b)) = &speakers
                        && (whole || part)
                        // Whom a pronoun stands for is too uncertain.
                        && sides.left.text.contains(a.as_str())
                        && sides.right.text.contains(b.as_str())
                        && laid.denials.0 == laid.denials.1
                    {
                        let detail = Detail::Speakers { left: a.clone(), right: b.clone(), denied_by: None };
                        let spans = (left.span, right.span);
                        let mut finding = sides.contradiction(self.id(), Kind::Attribution, spans, detail);
                        finding.strength = Strength::Clear;
                        out.push(finding);
                        return;
                    }
                    continue;
                }
                if shorter < ENOUGH {
                    continue;
                }
                let (speaker, spans) =
                    (left.speaker.as_ref().or(right.speaker.as_ref()).cloned(), (left.span, right.span));
                let one_speaker = speakers.0.is_some() && speakers.1.is_some();
                if let Some((change, strength)) = laid.conflict(sides, (&l, &r), met, one_speaker) {
                    let detail = Detail::QuotedApart { speaker, change };
                    let mut finding = sides.contradiction(self.id(), Kind::Quotation, spans, detail);
                    finding.strength = strength; // a hedge inside a quotation is part of what was said
                    out.push(finding);
                    return;
                }
                let detail = Detail::QuotedAlike { speaker, likeness: likeness(sides, left, right) };
                out.push(sides.agreement(self.id(), Kind::Quotation, spans, detail));
            }
        }
    }
}

/// Two quotations laid side by side. Spans are in the statements.
struct Laid {
    /// What stands in the place of what, other than words that one of them left out at either end.
    altered: Vec<(Span, Span)>,
    /// How many denials reach the shared words without being shared, in either.
    denials: (usize, usize),
}

/// A word or a run of words in the place of another.
type Change = Option<[Span; 2]>;

impl Laid {
    fn new(sides: &Sides<'_>, left: &Quote, right: &Quote) -> Self {
        let found = diff(sides.l(left.span), sides.r(right.span));
        let moved = |span: &Span, by: usize| if *span == Span::default() { *span } else { span.shifted(by) };
        let changes: Vec<(Span, Span)> =
            found.changes.iter().map(|(a, b)| (moved(a, left.span.start), moved(b, right.span.start))).collect();
        let (lefts, rights): (Vec<Span>, Vec<Span>) = changes.iter().copied().unzip();
        let window = (window(sides.left, left, &lefts), window(sides.right, right, &rights));
        let within = |span: &Span, window: Span| *span != Span::default() && window.contains(*span);
        let both = |a: &Span, b: &Span| *a != Span::default() && *b != Span::default();
        let at_stake = |(a, b): &&(Span, Span)| within(a, window.0) || within(b, window.1) || both(a, b);
        let altered = changes.iter().filter(at_stake).copied().collect();
        let denials = (denials(sides.left, left, window.0, &lefts), denials(sides.right, right, window.1, &rights));
        Self { altered, denials }
    }

    /// What was altered so that the two cannot be one: a denial, an opposite, a figure or a name clearly; any other word
    /// of content possibly, where all else is the same and both name the speaker.
    fn conflict(
        &self,
        sides: &Sides<'_>,
        (left, right): (&[&Term], &[&Term]),
        met: usize,
        one_speaker: bool,
    ) -> Option<(Change, Strength)> {
        if self.denials.0 % 2 != self.denials.1 % 2 {
            return Some((None, Strength::Clear));
        }
        let own = |terms: &[&Term], others: &[&Term], span: Span| -> Vec<Term> {
            let inside = terms.iter().filter(|t| span.contains(t.span) && !others.iter().any(|o| o.meets(t)));
            inside.map(|t| (*t).clone()).collect()
        };
        let mut altered = None;
        for &(a, b) in &self.altered {
            let (x, y) = (own(left, right, a), own(right, left, b));
            if x.is_empty() || y.is_empty() {
                continue;
            }
            if x.iter().any(|t| y.iter().any(|o| opposite(&t.folded, &o.folded)))
                || figures_differ(sides, a, b)
                || names_differ(sides, a, b)
            {
                return Some((Some([a, b]), Strength::Clear));
            }
            let brief = x.len() <= REPLACED && y.len() <= REPLACED;
            altered = altered.or(Some([a, b]).filter(|_| brief && !names_meet(sides, a, b)));
        }
        let shorter = left.len().min(right.len());
        let all_else = met as f32 >= ALTERED * shorter as f32 && met >= ENOUGH && self.altered.len() == 1;
        altered.filter(|_| one_speaker && all_else).map(|change| (Some(change), Strength::Possible))
    }
}

/// From the first content word that is not changed to the last.
fn window(frame: &Frame<'_>, quote: &Quote, changed: &[Span]) -> Span {
    let kept = inside(frame, quote).into_iter().filter(|t| !changed.iter().any(|c| c.contains(t.span)));
    kept.map(|t| t.span).reduce(Span::union).unwrap_or(quote.span)
}

/// Denials that reach the shared words and are not shared themselves: among what was altered, before the shared words in
/// the quotation, or directly before the quotation.
fn denials(frame: &Frame<'_>, quote: &Quote, window: Span, changed: &[Span]) -> usize {
    let reaches = |cue: Span, scope: Span| {
        if BESIDES.iter().any(|word| fold(cue.of(frame.text)).starts_with(word)) {
            return false;
        }
        let inner = window.contains(cue) && changed.iter().any(|c| c.overlaps(cue));
        let ahead = cue.end <= window.start && scope.overlaps(window);
        let here = quote.span.contains(cue) || (cue.end <= quote.span.start && quote.span.start - cue.end <= DIRECTLY);
        inner || (ahead && here)
    };
    frame.statement.mentions.negations.iter().filter(|n| reaches(n.cue, n.scope)).count()
}

fn figures_differ(sides: &Sides<'_>, left: Span, right: Span) -> bool {
    let in_span = |frame: &Frame<'_>, span: Span| {
        let all = frame.statement.mentions.quantities.iter();
        all.filter(|q| q.span.overlaps(span)).cloned().collect::<Vec<_>>()
    };
    let (a, b) = (in_span(sides.left, left), in_span(sides.right, right));
    a.iter().any(|x| b.iter().any(|y| x.compare(y) == Agreement::Conflict))
}

/// Whether each run holds a name, and they share no word and no beginning.
fn names_differ(sides: &Sides<'_>, left: Span, right: Span) -> bool {
    names(sides.left, left).zip(names(sides.right, right)).is_some_and(|(a, b)| !alike(&a, &b))
}

/// Whether each run holds a name, and they may be one name, spelt in two ways.
fn names_meet(sides: &Sides<'_>, left: Span, right: Span) -> bool {
    names(sides.left, left).zip(names(sides.right, right)).is_some_and(|(a, b)| alike(&a, &b))
}

/// The names in a run, folded; `None` if there are none.
fn names(frame: &Frame<'_>, span: Span) -> Option<Vec<String>> {
    let mentions = &frame.statement.mentions;
    let entities = mentions.entities.iter().map(|e| e.span);
    let names = entities.chain(mentions.places.iter().map(|p| p.span)).filter(|s| s.overlaps(span));
    let folded: Vec<String> = names.map(|s| fold(s.of(frame.text))).collect();
    (!folded.is_empty()).then_some(folded)
}

fn alike(a: &[String], b: &[String]) -> bool {
    let one = |x: &str, y: &str| {
        let beginning: String = x.chars().take(2).collect();
        y.starts_with(&beginning) || x.split(' ').any(|w| y.split(' ').any(|v| w == v))
    };
    a.iter().any(|x| b.iter().any(|y| one(x, y)))
}

/// How near the words of two quotations are, and which of them differ.
fn likeness(sides: &Sides<'_>, left: &Quote, right: &Quote) -> Likeness {
    let (l, r) = (sides.l(left.span), sides.r(right.span));
    let found = diff(l, r);
    if found.is_same() {
        return Likeness::Same;
    }
    if found.ratio < NEARLY {
        return match (found.left.is_empty(), found.right.is_empty()) {
            (true, _) => Likeness::Longer { by: End::Right },
            (_, true) => Likeness::Longer { by: End::Left },
            _ => Likeness::Partly,
        };
    }
    let stretch = named(l, &[found.stretch.0]).zip(named(r, &[found.stretch.1]));
    let change = stretch.or_else(|| named(l, &found.left).zip(named(r, &found.right)));
    Likeness::Nearly { change: change.map(<[String; 2]>::from) }
}

/// The words at the spans; `None` if they are too many to be named.
fn named(text: &str, spans: &[Span]) -> Option<String> {
    let count: usize = spans.iter().map(|span| word_spans(span.of(text)).len()).sum();
    (count <= NAMED).then(|| spans.iter().map(|span| span.of(text)).collect::<Vec<_>>().join(" … "))
}

fn inside<'a>(frame: &'a Frame<'_>, quote: &Quote) -> Vec<&'a Term> {
    frame.content().filter(|t| quote.span.contains(t.span)).collect()
}

/// How many words of two lists meet in the same order: what somebody said once is not said the other way round.
fn in_order(left: &[&Term], right: &[&Term]) -> usize {
    let mut before = vec![0; right.len() + 1];
    for x in left {
        let mut row = vec![0; right.len() + 1];
        for (j, y) in right.iter().enumerate() {
            row[j + 1] = if x.meets(y) { before[j] + 1 } else { before[j + 1].max(row[j]) };
        }
        before = row;
    }
    before.last().copied().unwrap_or_default()
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

/// Antonyms, or a word and the same word with a prefix that denies it.
fn opposite(a: &str, b: &str) -> bool {
    let prefixed = |a: &str, b: &str| ["un", "in", "im", "dis", "non"].iter().any(|p| a.strip_prefix(p) == Some(b));
    lexicon::antonyms(a, b) || prefixed(a, b) || prefixed(b, a)
}
