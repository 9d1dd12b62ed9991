//! What is told of an event under the pointer: the sentence, when it is, and who says otherwise.

use egui::{Label, Ui};

use super::scene::Scene;
use crate::gui::shown_timeline::{Item, Place};
use crate::gui::theme::{self, Theme, font};
use crate::gui::views::controls::{glyph, label, words};
use crate::gui::widgets::letter_badge;

/// Most events of a count that are listed.
const LISTED: usize = 8;

pub(super) fn item_ui(ui: &mut Ui, scene: &Scene<'_>, place: Place) {
    let Some(item) = scene.shown.item(place) else { return };
    let theme = Theme::of(ui);
    ui.set_max_width(theme::DIALOG_WIDTH);
    let at = scene.statement(item);
    ui.horizontal(|ui| {
        letter_badge(ui, &scene.state.letter(at.source).to_string());
        label(ui, words(scene.when(item), font::body_strong(), theme.ink));
        if item.events.len() > 1 {
            label(ui, words(format!("told {} times", item.events.len()), font::small(), theme.quiet));
        }
    });
    let sentence = scene.comparison.text(at).split_whitespace().collect::<Vec<_>>().join(" ");
    ui.add(Label::new(words(sentence, font::quotation(), theme.ink)).wrap());
    if item.assumed {
        let text = "Counted from a publication date that is assumed. Set the source's date to be sure.";
        ui.add(Label::new(words(text, font::small(), theme.quiet)).wrap());
    }
    for (conflict, other) in scene.shown.conflicts_of(place) {
        let Some(other) = scene.shown.item(other) else { continue };
        let tone = theme.tone(conflict.mark);
        ui.horizontal(|ui| {
            glyph(ui, conflict.mark, tone.text);
            letter_badge(ui, &scene.state.letter(scene.statement(other).source).to_string());
            let text = format!("{} ({})", other.time, scene.when(other));
            label(ui, words(text, font::body(), tone.text));
        });
    }
}

pub(super) fn cluster_ui(ui: &mut Ui, scene: &Scene<'_>, items: &[&Item]) {
    let theme = Theme::of(ui);
    ui.set_max_width(theme::DIALOG_WIDTH);
    for item in items.iter().take(LISTED) {
        ui.horizontal(|ui| {
            label(ui, words(scene.when(item), font::small_strong(), theme.ink));
            ui.add(Label::new(words(format!("{} {}", item.time, item.about), font::small(), theme.quiet)).truncate());
        });
    }
    if items.len() > LISTED {
        label(ui, words(format!("and {} more", items.len() - LISTED), font::small(), theme.quiet));
    }
    label(ui, words("Click to zoom in", font::small(), theme.quiet));
}
