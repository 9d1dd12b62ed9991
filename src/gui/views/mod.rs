//! One file per part of the window. A view reads `&State`, sends commands, and changes nothing.

mod about;
mod claim_inspector;
mod controls;
mod dialogs;
mod hidden;
mod inspector;
mod keys_list;
pub mod matrix;
mod menu;
mod middle;
mod notices;
pub mod pair;
mod quotation;
mod report_dialog;
mod shelf;
mod shelf_row;
mod start;
mod status_bar;
pub mod timeline;

use egui::{Frame, Margin, Panel};

use super::prefs::Prefs;
use super::state::Region;
use super::theme::{self, Theme};
use super::{Command, Commands, State};

/// What the views keep between frames: layouts, scroll offsets and what is being typed; never state of the program.
pub struct Views {
    pair: pair::PairView,
    matrix: matrix::MatrixView,
    timeline: timeline::TimelineView,
    drafts: dialogs::Drafts,
    shelf_width: f32,
    inspector_width: f32,
    window: [f32; 2],
    /// The part that had the keyboard in the last frame.
    region: Option<Region>,
}

impl Default for Views {
    fn default() -> Self {
        Self::new(&Prefs::default())
    }
}

impl Views {
    pub(super) fn new(prefs: &Prefs) -> Self {
        Self {
            pair: pair::PairView::default(),
            matrix: matrix::MatrixView::default(),
            timeline: timeline::TimelineView::default(),
            drafts: dialogs::Drafts::default(),
            shelf_width: prefs.shelf_width,
            inspector_width: prefs.inspector_width,
            window: prefs.window,
            region: None,
        }
    }

    pub(super) fn remember(&self, prefs: &mut Prefs) {
        prefs.shelf_width = self.shelf_width;
        prefs.inspector_width = self.inspector_width;
        prefs.window = self.window;
    }
}

/// The whole window.
pub fn window_ui(ui: &mut egui::Ui, state: &State, views: &mut Views, commands: &mut Commands) {
    let theme = Theme::of(ui);
    views.window = (ui.max_rect().size() * ui.ctx().zoom_factor()).into();
    let arrived = views.region.replace(state.region()).is_some_and(|before| before != state.region());
    let arrived_at = |region: Region| arrived && state.region() == region;

    Panel::top("menu").exact_size(theme::BAR_HEIGHT).frame(bar_frame(theme)).show(ui, |ui| {
        menu::menu_ui(ui, state, commands);
    });
    let comparing = state.shelf().items().len() > 1;
    if comparing {
        Panel::bottom("status bar").exact_size(theme::BAR_HEIGHT).frame(bar_frame(theme)).show(ui, |ui| {
            status_bar::status_bar_ui(ui, state, commands);
        });
    }
    if !state.shelf().is_empty() {
        if state.options().shelf {
            let panel = Panel::left("shelf").default_size(views.shelf_width).size_range(theme::SIDE_WIDTHS);
            let shown = panel.frame(Frame::new().fill(theme.panel)).show(ui, |ui| {
                ui.take_available_width();
                shelf::shelf_ui(ui, state, commands, arrived_at(Region::Shelf));
            });
            views.shelf_width = shown.response.rect.width();
        }
        if comparing && state.options().inspector {
            let panel = Panel::right("inspector").default_size(views.inspector_width).size_range(theme::SIDE_WIDTHS);
            let shown = panel.frame(Frame::new().fill(theme.panel)).show(ui, |ui| {
                ui.take_available_width();
                inspector::inspector_ui(ui, state, commands, arrived_at(Region::Inspector));
            });
            views.inspector_width = shown.response.rect.width();
        }
    }
    egui::CentralPanel::no_frame().frame(Frame::new().fill(theme.paper)).show(ui, |ui| {
        middle::middle_ui(ui, state, views, commands);
    });
    notices::notices_ui(ui, state, commands);
    dialogs::dialogs_ui(ui, state, &mut views.drafts, commands);
    drop_ui(ui, state, commands);
}

fn bar_frame(theme: &Theme) -> Frame {
    Frame::new().fill(theme.panel).inner_margin(Margin::symmetric(theme::EDGE as i8, 0))
}

/// Takes dropped files, and says so while they hover.
fn drop_ui(ui: &egui::Ui, state: &State, commands: &mut Commands) {
    let (hovering, dropped) = ui.input(|i| {
        let paths: Vec<_> = i.raw.dropped_files.iter().map(|file| file.path().to_owned()).collect();
        (i.raw.hovered_files.len(), paths)
    });
    if !dropped.is_empty() {
        commands.send(Command::AddFiles(dropped));
    } else if hovering > 0 && state.dialog().is_none() {
        notices::drop_overlay_ui(ui, hovering);
    }
}
