//! The inspector: what is known of what is selected, and what the reader makes of it. The matrix, and whatever selects a
//! statement that others speak of, too, has the whole claim explained, the pair view one pair.

use egui::{Button, Frame, Label, Margin, Panel, ScrollArea, Ui};

use super::claim_inspector::claim_ui;
use super::controls::{add_button, command_button, glyph, label, panel_heading, primary, words};
use super::quotation::{Marked, quotation_ui};
use crate::gui::state::{Selection, View};
use crate::gui::theme::{self, Theme, font};
use crate::gui::widgets::letter_badge;
use crate::gui::{Command, Commands, Mark, State};
use crate::model::{Comparison, Kind, Pair, Reason, Relation, Ruling, Source, Span, StatementRef, Strength};
use crate::text::{WordDiff, diff};

/// Share of common words, 0 to 1, from which the words that differ are marked; below it nearly all of them would be.
const ALIKE: f32 = 0.5;

/// `arrived`: the keyboard was just moved here.
pub(super) fn inspector_ui(ui: &mut Ui, state: &State, commands: &mut Commands, arrived: bool) {
    let Some(comparison) = state.comparison() else { return };
    let frame = Frame::new().inner_margin(Margin::same((theme::EDGE + theme::UNIT) as i8));
    let Some(selection) = state.selection() else {
        frame.show(ui, |ui| nothing_ui(ui, state, comparison, commands));
        return;
    };
    let claim = state.claim().filter(|&claim| match selection {
        Selection::Pair(_) => state.view() != View::Pair,
        Selection::Statement(_) => comparison.claims[claim.0 as usize].statements.len() > 1,
    });
    let pair = state.selected().and_then(|index| Some((index, comparison.pairs.get(index)?)));
    if let Some((index, pair)) = pair {
        Panel::bottom("decision").frame(frame).show(ui, |ui| {
            if claim.is_some() {
                which_pair_ui(ui, state, pair, index);
            }
            decision_ui(ui, state, commands, pair, index, arrived);
        });
    }
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        frame.show(ui, |ui| match (claim, pair, selection) {
            (Some(claim), ..) => claim_ui(ui, state, comparison, claim, commands),
            (None, Some((index, pair)), _) => pair_ui(ui, state, comparison, pair, index),
            (None, None, Selection::Statement(at)) => statement_ui(ui, state, comparison, at),
            (None, None, Selection::Pair(_)) => {}
        });
    });
}

fn nothing_ui(ui: &mut Ui, state: &State, comparison: &Comparison, commands: &mut Commands) {
    let theme = Theme::of(ui);
    panel_heading(ui, "Inspector");
    if state.view() == View::Matrix {
        let text = "Select a claim to read what every source says of it, or a cell for one source.";
        ui.add(Label::new(words(text, font::body(), theme.quiet)).wrap());
        ui.add_space(theme::UNIT);
        if state.can(&Command::NextDifference) {
            command_button(ui, state, commands, &Command::NextDifference);
        } else {
            add_button(ui, state, commands, &Command::NextPair, Button::new("Next Claim"));
        }
        return;
    }
    if state.view() == View::Timeline {
        let text =
            "Select an event to read what its source says, or the sign on a line between two to read how they differ.";
        ui.add(Label::new(words(text, font::body(), theme.quiet)).wrap());
        ui.add_space(theme::UNIT);
        command_button(ui, state, commands, &Command::NextDifference);
        return;
    }
    let shown = state.shown();
    let all: usize = shown.counts.iter().sum();
    let (text, command) = if !shown.pairs.is_empty() {
        let text =
            "Select a marked statement to see what the other source says of it, and why the two agree or differ.";
        let differs = state.can(&Command::NextDifference);
        (text, Some(if differs { Command::NextDifference } else { Command::NextPair }))
    } else if all > 0 && shown.counts[..4].iter().sum::<usize>() > 0 {
        ("There are pairs, but the filters below hide them.", Some(Command::ShowEverything))
    } else if !shown.judged(comparison) {
        ("Only sources in English are judged. Show another source in one of the panes.", None)
    } else {
        ("These two sources have nothing in common that could be compared.", None)
    };
    ui.add(Label::new(words(text, font::body(), theme.quiet)).wrap());
    if let Some(command) = command {
        ui.add_space(theme::UNIT);
        command_button(ui, state, commands, &command);
    }
}

fn statement_ui(ui: &mut Ui, state: &State, comparison: &Comparison, at: StatementRef) {
    let theme = Theme::of(ui);
    let tone = theme.tone(Mark::OnlyHere);
    ui.horizontal(|ui| {
        glyph(ui, Mark::OnlyHere, tone.text);
        label(ui, words(Mark::OnlyHere.name(), font::title(), tone.text));
    });
    let text = format!("Only source {} says this; no other source speaks of it.", state.letter(at.source));
    ui.add(Label::new(words(text, font::body(), theme.quiet)).wrap());
    ui.add_space(theme::EDGE);
    end_ui(ui, state, comparison, at, Marked::default(), Mark::OnlyHere);
}

fn pair_ui(ui: &mut Ui, state: &State, comparison: &Comparison, pair: &Pair, index: usize) {
    let theme = Theme::of(ui);
    let decision = state.decision(index);
    let mark = Mark::of(pair, decision);
    let tone = theme.tone(mark);
    ui.horizontal(|ui| {
        glyph(ui, mark, tone.text);
        ui.add(Label::new(words(mark.name(), font::title(), tone.text)).wrap());
    });
    let kinds = kinds_text(&pair.verdict.reasons);
    let (strength, why) = match pair.verdict.strength {
        _ if mark == Mark::Related => {
            ("both can be true", "The two speak of the same thing and do not exclude each other.")
        }
        Strength::Clear if pair.verdict.relation == Relation::Agreement => {
            ("clear", "On stories it was not trained on, 130 of 139 clear agreements were right.")
        }
        Strength::Clear => ("clear", "On stories it was not trained on, 35 of 43 clear contradictions were right."),
        Strength::Possible => {
            ("possible", "Worth a look: expected to be right at least half the time, or one side leaves it open.")
        }
    };
    let mut line = if kinds.is_empty() { strength.to_owned() } else { format!("{kinds} · {strength}") };
    if matches!(pair.verdict.relation, Relation::Agreement | Relation::Contradiction) {
        line += &format!(" · {}", pair.verdict.reliability());
    }
    ui.add(Label::new(words(line, font::small(), theme.quiet)).wrap()).on_hover_text(why);
    if let Some(ruling) = ruling(state, index) {
        label(ui, words(ruling_text(ruling), font::body_strong(), theme.ink));
    }
    ui.add_space(theme::UNIT);
    reasons_ui(ui, comparison, pair);
    let spans = |side: fn(&Reason) -> Span| -> Vec<Span> {
        pair.verdict.reasons.iter().map(side).filter(|span| !span.is_empty()).collect()
    };
    let (left, right) = (pair.alignment.left, pair.alignment.right);
    let differing = diff(comparison.text(left), comparison.text(right));
    let alike = differing.ratio > ALIKE;
    let mut ends = [(left, spans(|r| r.left), &differing.left), (right, spans(|r| r.right), &differing.right)];
    if ends[0].0.source != state.shown().sources[0] {
        ends.swap(0, 1);
    }
    for (at, deciding, differing) in ends {
        ui.add_space(theme::EDGE);
        let differing = if alike { differing.as_slice() } else { &[] };
        end_ui(ui, state, comparison, at, Marked { deciding: &deciding, differing }, mark);
    }
    ui.add_space(theme::EDGE);
    let text = likeness_text(&differing);
    ui.add(Label::new(words(text, font::small(), theme.quiet)).wrap());
    if let Some(note) = decision.map(|d| d.note.as_str()).filter(|note| !note.is_empty()) {
        ui.add_space(theme::EDGE);
        panel_heading(ui, "Note");
        ui.add(Label::new(words(note, font::body(), theme.ink)).wrap());
    }
}

/// Why a pair was judged as it was, a sentence a reason.
pub(super) fn reasons_ui(ui: &mut Ui, comparison: &Comparison, pair: &Pair) {
    let ink = Theme::of(ui).ink;
    for reason in &pair.verdict.reasons {
        ui.add(Label::new(words(comparison.because(pair, reason), font::body(), ink)).wrap());
    }
}

/// A statement, with the source and the paragraph it stands in.
pub(super) fn end_ui(
    ui: &mut Ui,
    state: &State,
    comparison: &Comparison,
    at: StatementRef,
    marked: Marked<'_>,
    mark: Mark,
) {
    let theme = Theme::of(ui);
    let source = comparison.source(at.source);
    ui.horizontal(|ui| {
        letter_badge(ui, &state.letter(at.source).to_string());
        let place = paragraph(source, comparison.statement(at).block);
        let text = format!("paragraph {place} · {}", source.document.title);
        ui.add(Label::new(words(text, font::small(), theme.quiet)).selectable(false).truncate())
            .on_hover_text(&source.document.title);
    });
    quotation_ui(ui, comparison.text(at), marked, theme.tone(mark));
}

/// Which of the pairs of a claim a decision is about.
fn which_pair_ui(ui: &mut Ui, state: &State, pair: &Pair, index: usize) {
    let theme = Theme::of(ui);
    let mark = Mark::of(pair, state.decision(index));
    let letters = [pair.alignment.left, pair.alignment.right].map(|at| state.letter(at.source));
    let text = format!("{} and {}: {}", letters[0], letters[1], mark.name().to_lowercase());
    ui.horizontal(|ui| {
        glyph(ui, mark, theme.tone(mark).text);
        ui.add(Label::new(words(text, font::body_strong(), theme.ink)).truncate());
    });
    if let Some(ruling) = ruling(state, index) {
        label(ui, words(ruling_text(ruling), font::small(), theme.quiet));
    }
}

/// Number of a block among those of its source, from 1.
fn paragraph(source: &Source, block: u32) -> usize {
    (block as usize + 1).min(source.blocks.len())
}

/// "place, number": each kind once, the one that decides first.
fn kinds_text(reasons: &[Reason]) -> String {
    let mut kinds: Vec<Kind> = Vec::new();
    for reason in reasons {
        if !kinds.contains(&reason.kind) {
            kinds.push(reason.kind);
        }
    }
    kinds.into_iter().map(Kind::name).collect::<Vec<_>>().join(", ")
}

/// How near the wording of the two is, and what the thin lines mean where there are any.
fn likeness_text(found: &WordDiff) -> &'static str {
    match found.ratio {
        _ if found.is_same() => "Worded alike, word for word.",
        s if s >= 0.8 => "Worded almost alike; thin lines mark what differs.",
        s if s > ALIKE => "Worded much alike; thin lines mark what differs.",
        s if s >= 0.3 => "Share part of their wording.",
        _ => "Worded differently.",
    }
}

/// Two rows, so that the bar keeps its height whatever was decided.
fn decision_ui(ui: &mut Ui, state: &State, commands: &mut Commands, pair: &Pair, index: usize, arrived: bool) {
    let theme = Theme::of(ui);
    let ruled = ruling(state, index).is_some();
    if ruled {
        ui.vertical_centered_justified(|ui| command_button(ui, state, commands, &Command::ClearDecision));
    } else {
        ui.columns_const(|[left, right]| {
            let confirm = left.vertical_centered_justified(|ui| {
                add_button(ui, state, commands, &Command::Confirm, primary(theme, "Confirm"))
            });
            if arrived {
                confirm.inner.request_focus();
            }
            right.vertical_centered_justified(|ui| command_button(ui, state, commands, &Command::Dismiss));
        });
    }
    ui.columns_const(|[left, right]| {
        left.vertical_centered_justified(|ui| {
            ui.menu_button("Relabel", |ui| {
                for relation in [Relation::Contradiction, Relation::Agreement, Relation::Related] {
                    if relation != pair.verdict.relation {
                        let button = egui::Button::new(format!("As {}", relation_text(relation)));
                        if add_button(ui, state, commands, &Command::Relabel(relation), button).clicked() {
                            ui.close();
                        }
                    }
                }
            });
        });
        right.vertical_centered_justified(|ui| command_button(ui, state, commands, &Command::EditNote));
    });
}

fn ruling(state: &State, index: usize) -> Option<Ruling> {
    state.decision(index)?.ruling
}

fn ruling_text(ruling: Ruling) -> String {
    match ruling {
        Ruling::Confirmed => "You confirmed this.".to_owned(),
        Ruling::Dismissed => "You dismissed this.".to_owned(),
        Ruling::Relabelled(relation) => format!("You call this {}.", relation_text(relation)),
    }
}

fn relation_text(relation: Relation) -> &'static str {
    match relation {
        Relation::Contradiction => "a contradiction",
        Relation::Agreement => "an agreement",
        Relation::Related => "related",
        Relation::Unrelated => "unrelated",
    }
}
