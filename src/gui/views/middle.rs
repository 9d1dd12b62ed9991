//! The middle of the window: the view that is chosen, or what stands in for it and the next thing to do.

use egui::{Frame, Label, Margin, ProgressBar, ScrollArea, Ui, vec2};

use super::Views;
use super::controls::{command_button, label, primary_button, words};
use super::hidden::hidden_ui;
use super::matrix::matrix_view_ui;
use super::pair::pair_view_ui;
use super::start::start_ui;
use super::timeline::timeline_view_ui;
use crate::gui::state::{ShelfItem, View};
use crate::gui::theme::{self, Theme, font};
use crate::gui::{Command, Commands, State};

/// Characters of a lone source that are shown while it waits for another.
const PREVIEW: usize = 20_000;

pub(super) fn middle_ui(ui: &mut Ui, state: &State, views: &mut Views, commands: &mut Commands) {
    let items = state.shelf().items();
    let both = state.shown().sources[0] != state.shown().sources[1];
    match (items, state.comparison()) {
        ([], _) if state.job().is_some() => working_ui(ui, state, commands),
        ([], _) => start_ui(ui, state, commands),
        ([one], _) => lone_ui(ui, state, commands, one),
        (_, Some(_)) if both || state.view() != View::Pair => {
            remarks_ui(ui, state);
            match state.view() {
                View::Matrix => matrix_view_ui(ui, state, &mut views.matrix, commands),
                View::Timeline => timeline_view_ui(ui, state, &mut views.timeline, commands),
                View::Pair => {
                    hidden_ui(ui, state, commands);
                    pair_view_ui(ui, state, &mut views.pair, commands);
                }
            }
        }
        _ if state.job().is_some() => working_ui(ui, state, commands),
        _ => stopped_ui(ui, state, commands),
    }
}

/// A column in the middle, a third of the way down.
pub(super) fn centred(ui: &mut Ui, width: f32, contents: impl FnOnce(&mut Ui)) {
    let space = ui.available_size();
    let width = width.min(space.x - 4.0 * theme::EDGE);
    ui.add_space(space.y * 0.22);
    ui.horizontal(|ui| {
        ui.add_space((space.x - width) / 2.0);
        ui.allocate_ui(vec2(width, 0.0), |ui| ui.vertical(contents));
    });
}

fn working_ui(ui: &mut Ui, state: &State, commands: &mut Commands) {
    let Some(job) = state.job() else { return };
    let theme = Theme::of(ui);
    centred(ui, theme::DIALOG_WIDTH, |ui| {
        label(ui, words(format!("{}…", job.label()), font::title(), theme.ink));
        let part = if job.total > 0 { job.done as f32 / job.total as f32 } else { 0.0 };
        ui.add(ProgressBar::new(part).desired_height(theme::EDGE).fill(theme.ink));
        if job.total > 0 {
            label(ui, words(format!("{} of {}", job.done, job.total), font::body(), theme.quiet));
        }
        ui.add_space(theme::EDGE);
        command_button(ui, state, commands, &Command::CancelWork);
    });
}

fn stopped_ui(ui: &mut Ui, state: &State, commands: &mut Commands) {
    let theme = Theme::of(ui);
    centred(ui, theme::DIALOG_WIDTH, |ui| {
        label(ui, words("Not compared", font::title(), theme.ink));
        let text = "The comparison was stopped before there was anything to show.";
        ui.add(Label::new(words(text, font::body(), theme.quiet)).wrap());
        ui.add_space(theme::EDGE);
        primary_button(ui, state, commands, &Command::CompareAgain);
    });
}

/// One source alone: what to do next, above its text.
fn lone_ui(ui: &mut Ui, state: &State, commands: &mut Commands, item: &ShelfItem) {
    let theme = Theme::of(ui);
    let margin = Margin::symmetric((4.0 * theme::EDGE) as i8, (3.0 * theme::EDGE) as i8);
    Frame::new().fill(theme.panel).inner_margin(margin).show(ui, |ui| {
        ui.set_width(ui.available_width());
        label(ui, words("Add another report of the same event", font::title(), theme.ink));
        let text = "Counterpoint shows what two or more sources agree on, where they conflict, and what only one says.";
        ui.add(Label::new(words(text, font::body(), theme.quiet)).wrap());
        ui.add_space(theme::EDGE);
        ui.horizontal(|ui| {
            primary_button(ui, state, commands, &Command::Open);
            command_button(ui, state, commands, &Command::Paste(String::new()));
        });
    });
    let text = &item.document.text;
    let end = text.char_indices().nth(PREVIEW).map_or(text.len(), |(at, _)| at);
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        Frame::new().inner_margin(margin).show(ui, |ui| {
            ui.set_max_width(theme::READING_MEASURE);
            ui.add(Label::new(words(&item.document.title, font::title(), theme.ink)).wrap());
            ui.add_space(theme::EDGE);
            let reading = words(&text[..end], font::reading(), theme.ink).line_height(Some(theme::READING_LINE));
            ui.add(Label::new(reading).wrap());
            if end < text.len() {
                label(ui, words("…", font::reading(), theme.quiet));
            }
        });
    });
}

/// What the reader should know of the two sources, above the panes.
fn remarks_ui(ui: &mut Ui, state: &State) {
    let theme = Theme::of(ui);
    let Some(comparison) = state.comparison() else { return };
    let mut remarks: Vec<&str> = comparison.warnings.iter().map(String::as_str).collect();
    let shown = state.shown();
    let nothing = shown.counts[..4].iter().sum::<usize>() + shown.dismissed == 0;
    if nothing && state.view() == View::Pair && state.job().is_none() && remarks.is_empty() && shown.judged(comparison)
    {
        remarks.push(
            "No statement of these two sources speaks of the same thing. They may be about different events: choose \
             other sources, or add another report.",
        );
    }
    if remarks.is_empty() {
        return;
    }
    let margin = Margin::symmetric((2.0 * theme::EDGE) as i8, theme::EDGE as i8);
    Frame::new().fill(theme.possible.tint).inner_margin(margin).show(ui, |ui| {
        ui.set_width(ui.available_width());
        for remark in remarks {
            ui.add(Label::new(words(remark, font::body(), theme.ink)).wrap());
        }
    });
}
