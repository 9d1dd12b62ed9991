//! The keyboard in the panes: which pane has it, and scrolling.

use egui::{EventFilter, Id, Key, Modifiers, Role, Sense, Ui, WidgetInfo};

use super::article::Article;
use super::article_ui::REGIONS;
use super::frame::Frame;
use super::scene::Scene;
use crate::gui::theme;
use crate::gui::{Command, Commands};

/// Makes the panes parts of the window that can have the keyboard.
pub(super) fn panes_ui(ui: &Ui, scene: &Scene<'_>, frame: &Frame, moved: bool, commands: &mut Commands) {
    for side in sides(frame) {
        let id = pane_id(side);
        let response = ui.interact(frame.panes[side].body, id, Sense::focusable_noninteractive());
        response.widget_info(|| {
            let place = ["left", "right"][side];
            let title = &scene.source(side).document.title;
            WidgetInfo::labeled(Role::Pane, true, format!("Article on the {place}: {title}"))
        });
        if moved && scene.state.region() == REGIONS[side] {
            response.request_focus();
        }
        if response.gained_focus() && scene.state.region() != REGIONS[side] {
            commands.send(Command::FocusRegion(REGIONS[side]));
        }
        let arrows = EventFilter { vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, arrows));
    }
}

/// The panes that are there.
pub(super) fn sides(frame: &Frame) -> impl Iterator<Item = usize> + use<> {
    let alone = frame.alone;
    (0..2).filter(move |&side| alone.is_none_or(|only| only == side))
}

fn pane_id(side: usize) -> Id {
    Id::unique(("pane", side))
}

/// Scrolls the pane that has the keyboard by arrow, page, home and end keys. Returns it if it moved, and whence.
pub(super) fn scroll_by_keys(ui: &Ui, scene: &Scene<'_>, articles: &mut [Article; 2]) -> Option<(usize, f64)> {
    let side = REGIONS.iter().position(|&region| region == scene.state.region())?;
    let focused = ui.memory(egui::Memory::focused);
    let elsewhere = focused.is_some_and(|id| id != pane_id(side));
    if scene.state.dialog().is_some() || elsewhere {
        return None;
    }
    let scroll = &mut articles[side].scroll;
    let line = f64::from(2.0 * theme::READING_LINE);
    let page = (f64::from(scroll.viewport()) - line).max(line);
    let before = scroll.offset();
    let pressed = |key: Key| ui.input_mut(|input| input.count_and_consume_key(Modifiers::NONE, key)) as f64;
    let by = line * (pressed(Key::ArrowDown) - pressed(Key::ArrowUp))
        + page * (pressed(Key::PageDown) + pressed(Key::Space) - pressed(Key::PageUp));
    let to = if pressed(Key::Home) > 0.0 {
        0.0
    } else if pressed(Key::End) > 0.0 {
        scroll.max()
    } else {
        before + by
    };
    if to == before {
        return None;
    }
    scroll.set(to);
    (scroll.offset() != before).then_some((side, before))
}

/// Copies the words of the selected statement, if the reader asks for a copy and no letters are selected: those, egui
/// copies at the end of the pass, and what is copied last wins.
pub(super) fn copy_selected(ui: &Ui, scene: &Scene<'_>) {
    let asked = ui.input(|input| input.events.iter().any(|event| matches!(event, egui::Event::Copy)));
    let Some(side) = REGIONS.iter().position(|&region| region == scene.state.region()) else { return };
    if !asked || scene.state.dialog().is_some() || ui.ctx().egui_wants_keyboard_input() {
        return;
    }
    if let Some(statement) = scene.selected[side].or(scene.selected[1 - side]) {
        let side = if scene.selected[side].is_some() { side } else { 1 - side };
        ui.ctx().copy_text(scene.comparison.text(scene.at(side, statement)).to_owned());
    }
}
