//! The letter that stands for a source, on a badge.

use egui::{Align2, Response, Role, Sense, Ui, WidgetInfo, vec2};

use crate::gui::theme::{self, Theme, font};

/// Shows the letter of a source.
pub fn letter_badge(ui: &mut Ui, letter: &str) -> Response {
    let theme = Theme::of(ui);
    let galley = ui.fonts_mut(|f| f.layout_no_wrap(letter.to_owned(), font::body_strong(), theme.ink));
    let width = (galley.size().x + 2.0 * theme::EDGE).max(theme::LETTER_BADGE);
    let (rect, response) = ui.allocate_exact_size(vec2(width, theme::LETTER_BADGE), Sense::hover());
    ui.painter().rect_filled(rect, theme::RADIUS, theme.chosen);
    let min = Align2::CENTER_CENTER.align_size_within_rect(galley.size(), rect).min;
    ui.painter().galley(min, galley, theme.ink);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("Source {letter}")));
    response
}
