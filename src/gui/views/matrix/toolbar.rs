//! Above the matrix: the field to search in, the order of the claims, and how many are shown.

use egui::{Align, ComboBox, Frame, Key, Layout, Margin, Modifiers, Panel, TextEdit, Ui};

use crate::gui::shown_claims::ClaimOrder;
use crate::gui::theme::{self, Theme, font};
use crate::gui::views::controls::close_button;
use crate::gui::{Command, Commands, State};

/// Shows it. `find`: the reader asked for the field to search in. Returns whether the reader goes on to the rows.
pub(super) fn toolbar_ui(ui: &mut Ui, state: &State, commands: &mut Commands, find: bool) -> bool {
    let theme = Theme::of(ui);
    let frame = Frame::new().fill(theme.paper).inner_margin(Margin::symmetric(theme::EDGE as i8, 0));
    let panel = Panel::top("claims").exact_size(theme::BAR_HEIGHT).frame(frame);
    let bar = panel.show(ui, |ui| {
        ui.horizontal_centered(|ui| {
            let to_rows = search_ui(ui, state, commands, find);
            order_ui(ui, state, commands);
            let (shown, all) = (state.claims().rows().len(), state.claims().len());
            let text = match all {
                1 => format!("{shown} of 1 claim"),
                _ if shown == all => format!("{all} claims"),
                _ => format!("{shown} of {all} claims"),
            };
            // In a narrow window the bar at the bottom has to do.
            let galley = ui.painter().layout_no_wrap(text, font::small(), theme.quiet);
            if galley.size().x <= ui.available_width() {
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    ui.add(egui::Label::new(galley).selectable(false));
                });
            }
            to_rows
        })
        .inner
    });
    bar.inner
}

fn search_ui(ui: &mut Ui, state: &State, commands: &mut Commands, find: bool) -> bool {
    let mut text = state.search().to_owned();
    let width = theme::SEARCH_WIDTH.min(ui.available_width() / 2.0);
    let edit = TextEdit::singleline(&mut text).hint_text("Search claims").desired_width(width);
    let response = ui.add(edit);
    if find {
        response.request_focus();
    }
    if response.changed() {
        commands.send(Command::SetSearch(text.clone()));
    }
    if !text.is_empty() && close_button(ui, "Clear the search").clicked() {
        commands.send(Command::SetSearch(String::new()));
    }
    let went_on = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    (response.has_focus() && went_on(Key::ArrowDown))
        || (response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter)))
}

fn order_ui(ui: &mut Ui, state: &State, commands: &mut Commands) {
    let order = state.options().claim_order;
    let combo = ComboBox::from_id_salt("order of claims").selected_text(order_name(order));
    let response = combo.show_ui(ui, |ui| {
        for choice in ClaimOrder::ALL {
            if ui.selectable_label(choice == order, order_name(choice)).clicked() {
                commands.send(Command::SortClaims(choice));
            }
        }
    });
    response.response.on_hover_text("The order of the claims");
}

fn order_name(order: ClaimOrder) -> &'static str {
    match order {
        ClaimOrder::Reading => "Reading order",
        ClaimOrder::MostDisputed => "Most disputed first",
        ClaimOrder::MostSources => "Most reported first",
    }
}
