//! A comparison without what concerns sources that a report leaves out.

use std::borrow::Cow;

use super::Options;
use crate::model::{Claim, ClaimId, Comparison, Echo, EventId, Pair, SourceId, StatementRef};

/// What the chosen sources say. The sources keep their places and letters, those left out are still in
/// [`Comparison::sources`]; pairs, claims, echo and timeline name chosen sources alone.
pub(super) fn narrow<'a>(comparison: &'a Comparison, options: &Options) -> Cow<'a, Comparison> {
    let includes = |source: SourceId| options.includes(source);
    if (0..comparison.sources.len() as u32).map(SourceId).all(includes) {
        return Cow::Borrowed(comparison);
    }
    let chosen = |at: StatementRef| includes(at.source);
    let (pairs, new_pairs) = keep(&comparison.pairs, |p: &Pair| chosen(p.alignment.left) && chosen(p.alignment.right));
    let (within, new_within) = keep(&comparison.within, |p: &Pair| chosen(p.alignment.left));
    let claims = comparison.claims.iter().filter_map(|claim| {
        let statements: Vec<StatementRef> = claim.statements.iter().copied().filter(|&at| chosen(at)).collect();
        let first = *statements.first()?;
        let (central, title) = match chosen(claim.central) {
            true => (claim.central, claim.title.clone()),
            false => (first, title(comparison.text(first))),
        };
        let renumbered = |old: &[usize], new: &[Option<usize>]| {
            old.iter().filter_map(|&i| new.get(i).copied().flatten()).collect::<Vec<_>>()
        };
        let pairs = renumbered(&claim.pairs, &new_pairs);
        let crossing = renumbered(&claim.crossing, &new_pairs);
        let within = renumbered(&claim.within, &new_within);
        Some(Claim { id: claim.id, title, central, statements, pairs, crossing, within })
    });
    let mut claims: Vec<Claim> = claims.collect();
    for (id, claim) in (0..).zip(&mut claims) {
        claim.id = ClaimId(id);
    }
    let echo = comparison.echo.iter().filter_map(|group| {
        let sources: Vec<SourceId> = group.sources.iter().copied().filter(|&s| includes(s)).collect();
        let passages = group.passages.iter().copied().filter(|p| chosen(p.left) && chosen(p.right)).collect();
        (sources.len() > 1).then_some(Echo { sources, passages })
    });
    let (mut timeline, new_events) = keep(&comparison.timeline, |event| chosen(event.at));
    for (id, event) in (0..).zip(&mut timeline) {
        event.id = EventId(id);
        let new = |old: &EventId| new_events.get(old.0 as usize).copied().flatten().map(|i| EventId(i as u32));
        event.conflicts = event.conflicts.iter().filter_map(new).collect();
    }
    Cow::Owned(Comparison {
        sources: comparison.sources.clone(),
        pairs,
        within,
        claims,
        echo: echo.collect(),
        timeline,
        warnings: comparison.warnings.clone(),
        settings: comparison.settings.clone(),
    })
}

/// Those that are wanted, and for each of all its place among them.
fn keep<T: Clone>(all: &[T], wanted: impl Fn(&T) -> bool) -> (Vec<T>, Vec<Option<usize>>) {
    let (mut kept, mut places) = (Vec::new(), Vec::with_capacity(all.len()));
    for item in all {
        places.push(wanted(item).then_some(kept.len()));
        if wanted(item) {
            kept.push(item.clone());
        }
    }
    (kept, places)
}

/// The first words of a statement, where the one that a claim was named by is left out.
fn title(text: &str) -> String {
    const LONGEST: usize = 80;
    let text = text.trim();
    let Some((end, _)) = text.char_indices().nth(LONGEST) else { return text.to_owned() };
    let cut = text[..end].rfind(char::is_whitespace).unwrap_or(end);
    format!("{}…", &text[..cut])
}
