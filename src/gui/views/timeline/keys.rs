//! The keyboard, the wheel and dragging on the timeline.

use egui::{EventFilter, Id, Key, Modifiers, Response, Role, Sense, Ui, WidgetInfo};

use super::lanes_ui::event_id;
use super::scene::Scene;
use crate::gui::command::MENUS;
use crate::gui::state::{Region, View};
use crate::gui::{Command, Commands};

/// Makes the lanes a part of the window that can have the keyboard, that is dragged and clicked. `arrived`: the keyboard
/// was just moved here.
pub(super) fn pane_ui(ui: &Ui, scene: &Scene<'_>, arrived: bool, commands: &mut Commands) -> Response {
    let id = pane_id();
    let response = ui.interact(scene.frame.lanes.union(scene.frame.axis), id, Sense::click_and_drag());
    response.widget_info(|| {
        let (events, conflicts) = (scene.shown.count(), scene.shown.conflicts.len());
        WidgetInfo::labeled(Role::Pane, true, format!("Timeline: {events} events, {conflicts} dated differently"))
    });
    if arrived && scene.state.region() == Region::Left {
        response.request_focus();
    }
    if response.gained_focus() && scene.state.region() != Region::Left {
        commands.send(Command::FocusRegion(Region::Left));
    }
    let arrows = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
    let focused = [Some(id), scene.state.event().map(event_id)];
    for id in focused.into_iter().flatten() {
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, arrows));
    }
    response
}

fn pane_id() -> Id {
    Id::unique("timeline")
}

/// Sends the commands whose keys work in this view, if it has the keyboard.
pub(super) fn pressed(ui: &Ui, scene: &Scene<'_>, commands: &mut Commands) {
    let focused = ui.memory(egui::Memory::focused);
    let own = |id: Id| id == pane_id() || scene.state.event().is_some_and(|event| id == event_id(event));
    let here = scene.state.view() == View::Timeline && scene.state.region() == Region::Left;
    if !here || scene.state.dialog().is_some() || focused.is_some_and(|id| !own(id)) || ui.ctx().any_popup_open() {
        return;
    }
    let listed = MENUS.iter().flat_map(|menu| menu.groups.iter().copied().flatten());
    let mut keys: Vec<_> = listed
        .filter_map(|command| Some((command.info()?, command)))
        .filter(|(info, command)| info.in_view && scene.state.can(command))
        .flat_map(|(info, command)| info.shortcut.into_iter().chain(info.alternative).map(move |key| (key, command)))
        .collect();
    // Left would also take Shift+Left.
    keys.sort_by_key(|(key, _)| !key.modifiers.shift);
    for (key, command) in keys {
        for _ in 0..ui.input_mut(|input| input.count_and_consume_key(key.modifiers, key.logical_key)) {
            commands.send(command.clone());
        }
    }
    // An event that is drawn takes these itself; in a count, or out of view, it cannot.
    let drawn = focused.is_some_and(|id| id != pane_id());
    if let Some(event) = scene.state.event().filter(|_| !drawn) {
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        if pressed(Key::Enter) || pressed(Key::Space) {
            commands.send(Command::SelectEvent(event));
        }
    }
}

/// What wheel, pinch and drag do: the window they ask for, and by how much the lanes scroll.
pub(super) fn pointer(ui: &Ui, scene: &Scene<'_>, pane: &Response, overflows: bool) -> (Option<[f64; 2]>, f32) {
    let frame = &scene.frame;
    let mut scrolled = 0.0;
    let mut window = pane.dragged().then(|| pane.drag_delta()).filter(|by| by.x != 0.0).map(|by| frame.panned(by.x));
    if pane.dragged() {
        scrolled = pane.drag_delta().y;
    }
    if pane.double_clicked() {
        window = Some([0.0, 1.0]);
    }
    let area = frame.lanes.union(frame.axis).union(frame.names);
    let Some(pos) =
        ui.input(|input| input.pointer.hover_pos()).filter(|&pos| ui.rect_contains_pointer(area) && area.contains(pos))
    else {
        return (window, scrolled);
    };
    let (zoom, by) = ui.input(|input| (input.zoom_delta(), input.smooth_scroll_delta()));
    if zoom != 1.0 {
        window = Some(frame.zoomed(1.0 / f64::from(zoom), pos.x.max(frame.lanes.left())));
    } else if by.x != 0.0 {
        window = Some(frame.panned(by.x));
    } else if overflows {
        scrolled += by.y;
    } else if by.y != 0.0 {
        window = Some(frame.panned(by.y));
    }
    (window, scrolled)
}
