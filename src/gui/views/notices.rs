//! Messages over the window. Errors stay until they are dismissed; the rest goes by itself.

use std::time::Duration;

use egui::{Align2, Area, Frame, Id, Label, Order, Ui, Vec2, vec2};

use super::controls::{close_button, words};
use crate::gui::state::Notice;
use crate::gui::theme::{self, Theme, font};
use crate::gui::{Command, Commands, State};

/// Seconds that a message stays which is no error.
const STAYS: f64 = 8.0;

pub(super) fn notices_ui(ui: &Ui, state: &State, commands: &mut Commands) {
    if state.notices().is_empty() {
        return;
    }
    let theme = Theme::of(ui);
    let above_status_bar = vec2(0.0, -(theme::BAR_HEIGHT + theme::EDGE));
    let area =
        Area::new(Id::unique("notices")).order(Order::Foreground).anchor(Align2::CENTER_BOTTOM, above_status_bar);
    area.show(ui.ctx(), |ui| {
        for notice in state.notices() {
            notice_ui(ui, theme, notice, commands);
        }
    });
}

fn notice_ui(ui: &mut Ui, theme: &Theme, notice: &Notice, commands: &mut Commands) {
    if !notice.is_error {
        let now = ui.input(|i| i.time);
        let since = ui.ctx().data_mut(|data| *data.get_temp_mut_or(Id::unique(("notice", notice.id)), now));
        let left = since + STAYS - now;
        if left <= 0.0 {
            commands.send(Command::DismissNotice(notice.id));
            return;
        }
        ui.ctx().request_repaint_after(Duration::from_secs_f64(left));
    }
    let edge = if notice.is_error { theme.error } else { theme.line };
    let frame = Frame::popup(ui.style()).stroke(egui::Stroke::new(theme::HAIRLINE, edge));
    frame.inner_margin(theme::EDGE + theme::UNIT).show(ui, |ui| {
        ui.horizontal_top(|ui| {
            ui.set_max_width(theme::DIALOG_WIDTH);
            if close_button(ui, "Dismiss this message").clicked() {
                commands.send(Command::DismissNotice(notice.id));
            }
            let color = if notice.is_error { theme.error } else { theme.ink };
            ui.add(Label::new(words(&notice.text, font::body(), color)).wrap());
        });
    });
}

/// What is shown while files hover over the window.
pub(super) fn drop_overlay_ui(ui: &Ui, count: usize) {
    let theme = Theme::of(ui);
    let whole = ui.ctx().content_rect();
    let area = Area::new(Id::unique("drop")).order(Order::Foreground).fixed_pos(whole.min).interactable(false);
    area.show(ui.ctx(), |ui| {
        ui.painter().rect_filled(whole, 0.0, theme.veil);
        ui.set_min_size(whole.size());
        let at = egui::Rect::from_center_size(whole.center(), Vec2::new(theme::DIALOG_WIDTH, theme::BAR_HEIGHT * 2.0));
        ui.painter().rect(at, theme::RADIUS * 2, theme.raised, theme.selection_stroke(), egui::StrokeKind::Inside);
        let text = if count == 1 { "Drop to add this file".to_owned() } else { format!("Drop to add {count} files") };
        ui.place(at, Label::new(words(&text, font::title(), theme.ink)).selectable(false));
    });
}
