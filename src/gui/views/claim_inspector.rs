//! A claim in the inspector: how it stands and why, then every source in its own words, and who is silent.

use std::collections::BTreeMap;

use egui::{Button, Label, Ui, WidgetInfo};

use super::controls::{glyph, label, panel_heading, words};
use super::inspector::{end_ui, reasons_ui};
use super::matrix::status_text;
use super::quotation::Marked;
use crate::gui::shown_claims::mark_of_stance;
use crate::gui::theme::{self, Theme, font};
use crate::gui::{Command, Commands, Mark, State};
use crate::model::{Claim, ClaimId, ClaimStanding, Comparison, Pair, Reason, SourceId, Span, Stance, StatementRef};
use crate::text::diff;

/// Most couples of sources that are listed above the quotations.
const PAIRS: usize = 15;

/// Share of common words, 0 to 1, from which the words that differ are marked; below it nearly all of them would be.
const ALIKE: f32 = 0.5;

pub(super) fn claim_ui(ui: &mut Ui, state: &State, comparison: &Comparison, id: ClaimId, commands: &mut Commands) {
    let (Some(standing), Some(mark)) = (state.claims().standing(id), state.claims().mark(id)) else { return };
    let claim = &comparison.claims[id.0 as usize];
    let theme = Theme::of(ui);
    let tone = theme.tone(mark);
    ui.horizontal(|ui| {
        glyph(ui, mark, tone.text);
        let status = status_text(standing.status, mark, standing.independent, standing.cells.len());
        ui.add(Label::new(words(status, font::title(), tone.text)).wrap());
    });
    ui.add(Label::new(words(&claim.title, font::body_strong(), theme.ink)).wrap());
    ui.add(Label::new(words(who_text(state, standing), font::small(), theme.quiet)).wrap());
    if let Some(text) = echo_text(state, comparison, standing) {
        ui.add(Label::new(words(text, font::small(), theme.quiet)).wrap());
    }
    pairs_ui(ui, state, comparison, claim, commands);

    let chosen = state.selected().and_then(|index| comparison.pairs.get(index));
    if let Some(pair) = chosen {
        reasons_ui(ui, comparison, pair);
    }
    let ends = chosen.map_or_else(Vec::new, |pair| vec![pair.alignment.left, pair.alignment.right]);
    chosen_ui(ui, state, comparison, claim, &ends);
    if !ends.is_empty() && claim.statements.iter().any(|at| !ends.contains(at)) {
        ui.add_space(theme::EDGE);
        panel_heading(ui, "Also of this claim");
    }
    for cell in &standing.cells {
        let mut rest = cell.statements.iter().filter(|at| !ends.contains(at)).peekable();
        if rest.peek().is_some() {
            ui.add_space(theme::EDGE);
        }
        for &at in rest {
            statement_ui(ui, state, comparison, claim, at, mark_of_stance(cell.stance));
        }
        if cell.disputes_itself {
            itself_ui(ui, comparison, claim, cell.source);
        }
    }
    let silent: Vec<SourceId> = (0..comparison.sources.len() as u32)
        .map(SourceId)
        .filter(|&source| standing.cells.iter().all(|cell| cell.source != source))
        .collect();
    let (judged, not_judged): (Vec<SourceId>, Vec<SourceId>) =
        silent.into_iter().partition(|&source| comparison.source(source).document.is_english());
    for (head, sources) in [("Silent", judged), ("Not in English, not judged", not_judged)] {
        if !sources.is_empty() {
            ui.add_space(theme::EDGE);
            panel_heading(ui, head);
            for source in sources {
                silent_ui(ui, state, comparison, source);
            }
        }
    }
}

/// What the selected pair holds against each other stands first.
fn chosen_ui(ui: &mut Ui, state: &State, comparison: &Comparison, claim: &Claim, ends: &[StatementRef]) {
    let theme = Theme::of(ui);
    let Some(mark) = state.selected().and_then(|index| state.mark(index)) else { return };
    for &at in ends {
        ui.add_space(theme::EDGE);
        statement_ui(ui, state, comparison, claim, at, mark);
        if let Some(other) = state.claims().claim_of(at).filter(|&other| other != claim.id) {
            let text = format!("Of another claim: {}", comparison.claims[other.0 as usize].title);
            ui.add(Label::new(words(text, font::small(), theme.quiet)).wrap());
        }
    }
}

/// A statement, marked by what decides in the selected pair, or else in the pair by which the statement stands.
fn statement_ui(ui: &mut Ui, state: &State, comparison: &Comparison, claim: &Claim, at: StatementRef, mark: Mark) {
    let has = |pair: &&Pair| [pair.alignment.left, pair.alignment.right].contains(&at);
    let chosen = state.selected().and_then(|index| comparison.pairs.get(index)).filter(has);
    let of_claim = || {
        let pairs = claim.pairs.iter().map(|&index| &comparison.pairs[index]).filter(has);
        pairs.min_by_key(|pair| (comparison.standing(pair, state.review()).relation.is_none(), Mark::of(pair, None)))
    };
    let (mut deciding, mut differing) = (Vec::new(), Vec::new());
    if let Some(pair) = chosen.or_else(of_claim).filter(|_| mark != Mark::OnlyHere) {
        let (left, right) = (pair.alignment.left, pair.alignment.right);
        let side: fn(&Reason) -> Span = if left == at { |r| r.left } else { |r| r.right };
        deciding.extend(pair.verdict.reasons.iter().map(side).filter(|span| !span.is_empty()));
        // Only against the selected pair: against several at once, thin lines would say nothing.
        if chosen.is_some() {
            let found = diff(comparison.text(left), comparison.text(right));
            if found.ratio > ALIKE {
                differing = if left == at { found.left } else { found.right };
            }
        }
    }
    end_ui(ui, state, comparison, at, Marked { deciding: &deciding, differing: &differing }, mark);
}

/// Which sources have a pair in the claim, or differ on it from what is said of another claim; differences first, to
/// decide on any of them. Pressed again, the next pair of the same two sources.
fn pairs_ui(ui: &mut Ui, state: &State, comparison: &Comparison, claim: &Claim, commands: &mut Commands) {
    let mut between: BTreeMap<[SourceId; 2], Vec<(bool, Mark, usize)>> = BTreeMap::new();
    let differs = |&&index: &&usize| state.mark(index).is_some_and(Mark::is_difference);
    for &index in claim.pairs.iter().chain(claim.crossing.iter().filter(differs)) {
        let pair = &comparison.pairs[index];
        let standing = comparison.standing(pair, state.review());
        let sources = [pair.alignment.left.source, pair.alignment.right.source];
        let entry = (standing.relation.is_none(), Mark::of(pair, standing.decision), index);
        between.entry(sources).or_default().push(entry);
    }
    if between.values().map(Vec::len).sum::<usize>() < 2 {
        return;
    }
    let mut groups: Vec<_> = between.into_iter().collect();
    for (_, pairs) in &mut groups {
        pairs.sort_unstable();
    }
    groups.sort_by_key(|(sources, pairs)| (pairs[0].0, pairs[0].1, *sources));
    let theme = Theme::of(ui);
    let more = groups.len().saturating_sub(PAIRS);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::Vec2::splat(theme::UNIT);
        for (sources, pairs) in groups.into_iter().take(PAIRS) {
            let [a, b] = sources.map(|source| state.letter(source).to_string());
            let (dismissed, mark, _) = pairs[0];
            let color = if dismissed { theme.quiet } else { theme.tone(mark).text };
            let text =
                words(format!("{a} {} {b}", if dismissed { "·" } else { sign(mark) }), font::small_strong(), color);
            let at = pairs.iter().position(|&(.., index)| Some(index) == state.selected());
            let also = if pairs.len() > 1 { format!(", the strongest of {}", pairs.len()) } else { String::new() };
            let dismissed = if dismissed { ", dismissed" } else { "" };
            let name = format!("{a} and {b}: {}{also}{dismissed}", mark.name().to_lowercase());
            let response = ui.add(Button::selectable(at.is_some(), text)).on_hover_text(&name);
            response.widget_info(|| WidgetInfo::selected(egui::Role::Button, true, at.is_some(), &name));
            if response.clicked() {
                commands.send(Command::SelectPair(pairs[at.map_or(0, |at| (at + 1) % pairs.len())].2));
            }
        }
        if more > 0 {
            label(ui, words(format!("and {more} more"), font::small(), theme.quiet));
        }
    });
}

/// A sign between two letters that says what their pair is.
fn sign(mark: Mark) -> &'static str {
    match mark {
        Mark::Contradiction => "≠",
        Mark::Possible => "?",
        Mark::Agreement => "=",
        Mark::Related | Mark::OnlyHere => "~",
    }
}

/// Why a source is said to contradict itself.
fn itself_ui(ui: &mut Ui, comparison: &Comparison, claim: &Claim, source: SourceId) {
    let theme = Theme::of(ui);
    let tone = theme.contradiction;
    ui.horizontal(|ui| {
        glyph(ui, Mark::Contradiction, tone.text);
        ui.add(Label::new(words("This source contradicts itself", font::body_strong(), tone.text)).wrap());
    });
    let own = claim.within.iter().filter_map(|&index| comparison.within.get(index));
    for pair in own.filter(|pair| pair.alignment.left.source == source) {
        reasons_ui(ui, comparison, pair);
    }
}

fn silent_ui(ui: &mut Ui, state: &State, comparison: &Comparison, source: SourceId) {
    let theme = Theme::of(ui);
    ui.horizontal(|ui| {
        label(ui, words(state.letter(source).to_string(), font::small_strong(), theme.ink));
        let title = &comparison.source(source).document.title;
        ui.add(Label::new(words(title, font::small(), theme.quiet)).selectable(false).truncate()).on_hover_text(title);
    });
}

/// "A and C agree; B contradicts": who stands how, in a sentence.
fn who_text(state: &State, standing: &ClaimStanding) -> String {
    let of = |stance: Stance| -> Vec<String> {
        let cells = standing.cells.iter().filter(|cell| cell.stance == stance);
        cells.map(|cell| state.letter(cell.source).to_string()).collect()
    };
    let one_or_more =
        |who: &[String], one: &str, more: &str| if who.len() == 1 { one.to_owned() } else { more.to_owned() };
    let mut parts = Vec::new();
    for (stance, one, more) in [
        (Stance::Conflicts, "contradicts another source", "contradict another source"),
        (Stance::Possible, "possibly contradicts another", "possibly contradict another"),
        (Stance::Agrees, "agrees with another", "agree"),
        (Stance::OnlyHere, "says it alone", "each say something else of it"),
    ] {
        let who = of(stance);
        if !who.is_empty() {
            parts.push(format!("{} {}", list(&who), one_or_more(&who, one, more)));
        }
    }
    format!("{}.", parts.join("; "))
}

/// "A", "A and B", "A, B and C".
fn list(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// Which of the sources that speak carry the same copy.
fn echo_text(state: &State, comparison: &Comparison, standing: &ClaimStanding) -> Option<String> {
    let groups = comparison.echo.iter().filter_map(|group| {
        let speaking = standing.cells.iter().filter(|cell| group.sources.contains(&cell.source));
        let letters: Vec<String> = speaking.map(|cell| state.letter(cell.source).to_string()).collect();
        (letters.len() > 1).then(|| format!("{} carry the same copy: they count once.", list(&letters)))
    });
    let text = groups.collect::<Vec<_>>().join(" ");
    (!text.is_empty()).then_some(text)
}
