//! Buttons that send commands, and small pieces that several views share.

use egui::text::LayoutJob;
use egui::{Button, Color32, FontId, Rect, Response, RichText, Sense, Ui, Vec2, WidgetInfo};

use crate::gui::theme::{self, Theme, font};
use crate::gui::widgets::whole_words;
use crate::gui::{Command, Commands, Mark, State, trace};

/// Words in a font and a colour.
pub(super) fn words(text: impl Into<String>, font: FontId, color: Color32) -> RichText {
    RichText::new(text).font(font).color(color)
}

/// A label that the pointer falls through, so that what is behind it can be clicked.
pub(super) fn label(ui: &mut Ui, text: RichText) -> Response {
    ui.add(egui::Label::new(text).selectable(false))
}

/// A button that sends a command, named and explained by it.
pub(super) fn command_button(ui: &mut Ui, state: &State, commands: &mut Commands, command: &Command) -> Response {
    let name = command.info().map_or("", |info| info.name);
    add_button(ui, state, commands, command, Button::new(name))
}

/// The one button of a place that is most likely wanted.
pub(super) fn primary_button(ui: &mut Ui, state: &State, commands: &mut Commands, command: &Command) -> Response {
    let theme = Theme::of(ui);
    let name = command.info().map_or("", |info| info.name);
    add_button(ui, state, commands, command, primary(theme, name))
}

/// How the most likely button looks.
pub(super) fn primary(theme: &Theme, name: &str) -> Button<'static> {
    Button::new(words(name, font::body_strong(), theme.paper)).fill(theme.ink)
}

/// Any button that sends a command.
pub(super) fn add_button(
    ui: &mut Ui,
    state: &State,
    commands: &mut Commands,
    command: &Command,
    button: Button<'_>,
) -> Response {
    let mut response = ui.add_enabled(state.can(command), button);
    focus_ring(ui, &response);
    if let Some(info) = command.info() {
        trace::located(ui, info.name, &response);
        let key = info.shortcut.map(|key| ui.ctx().format_shortcut(&key));
        let tooltip = key.map_or(info.tooltip.to_owned(), |key| format!("{} ({key})", info.tooltip));
        response = response.on_hover_text(tooltip);
    }
    if response.clicked() {
        commands.send(command.clone());
    }
    response
}

/// A frame around what has the keyboard, at a distance, so that it shows on a filled button, too.
pub(super) fn focus_ring(ui: &Ui, response: &Response) {
    if response.has_focus() {
        let stroke = egui::Stroke::new(theme::FRAME_LINE, Theme::of(ui).ink);
        let rect = response.rect.expand(theme::UNIT / 2.0);
        ui.painter().rect_stroke(rect, theme::RADIUS + 1, stroke, egui::StrokeKind::Outside);
    }
}

/// Room for a mark's glyph, and the glyph.
pub(super) fn glyph(ui: &mut Ui, mark: Mark, color: Color32) {
    let (rect, _) = ui.allocate_exact_size(Vec2::splat(theme::GLYPH), Sense::hover());
    mark.paint(ui.painter(), rect, color);
}

/// A square button with a drawing instead of a word. `paint` gets the square and its colour.
pub(super) fn icon_button(
    ui: &mut Ui,
    name: &str,
    on: bool,
    paint: impl Fn(&egui::Painter, Rect, Color32),
) -> Response {
    let theme = Theme::of(ui);
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(theme::ICON_BUTTON), Sense::click());
    let enabled = ui.is_enabled();
    response.widget_info(|| WidgetInfo::selected(egui::Role::Button, enabled, on, name));
    let visuals = ui.style().interact(&response);
    if response.hovered() || response.has_focus() {
        ui.painter().rect(
            rect,
            visuals.corner_radius,
            visuals.weak_bg_fill,
            visuals.bg_stroke,
            egui::StrokeKind::Inside,
        );
    }
    let color = if !enabled {
        theme.line
    } else if on || response.hovered() {
        theme.ink
    } else {
        theme.quiet
    };
    paint(ui.painter(), rect.shrink(theme::UNIT), color);
    response.on_hover_text(name)
}

/// A cross for closing.
pub(super) fn close_button(ui: &mut Ui, name: &str) -> Response {
    icon_button(ui, name, false, |painter, rect, color| {
        let rect = rect.shrink(theme::UNIT / 2.0);
        let stroke = egui::Stroke::new(theme::STRONG_LINE * 0.75, color);
        painter.line_segment([rect.left_top(), rect.right_bottom()], stroke);
        painter.line_segment([rect.right_top(), rect.left_bottom()], stroke);
    })
}

/// A label of at most two lines that ends in an ellipsis where they do.
pub(super) fn two_lines(ui: &mut Ui, text: &str, font: FontId, color: Color32) -> Response {
    let mut job = LayoutJob::simple(text.to_owned(), font, color, ui.available_width());
    job.wrap.max_rows = 2;
    let galley = ui.fonts_mut(|fonts| whole_words(fonts, job));
    let response = ui.add(egui::Label::new(galley).selectable(false));
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, text));
    response
}

/// The heading of a panel, in small capitals as the drawing of the window has it.
pub(super) fn panel_heading(ui: &mut Ui, text: &str) {
    let theme = Theme::of(ui);
    let heading = words(text.to_uppercase(), font::small_strong(), theme.quiet);
    ui.add(egui::Label::new(heading.extra_letter_spacing(theme::LETTER_SPACING)).selectable(false));
}
