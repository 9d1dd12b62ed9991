//! The bar at the top: menus, the views, the work that runs, and saving.

use egui::{Align, Button, Layout, MenuBar, ProgressBar, Role, Ui, WidgetInfo};

use super::controls::{add_button, command_button, label, words};
use crate::gui::command::{MENUS, VIEWS};
use crate::gui::theme::{self, Theme, font};
use crate::gui::{Command, Commands, State, trace};

pub(super) fn menu_ui(ui: &mut Ui, state: &State, commands: &mut Commands) {
    ui.horizontal_centered(|ui| {
        MenuBar::new().ui(ui, |ui| {
            for menu in MENUS {
                ui.menu_button(menu.name, |ui| {
                    ui.set_min_width(theme::MENU_WIDTH);
                    for (i, group) in menu.groups.iter().enumerate() {
                        if i > 0 {
                            ui.separator();
                        }
                        for command in *group {
                            item_ui(ui, state, commands, command);
                        }
                    }
                });
            }
            // A bar of menus has buttons without frames; what follows has none of it.
            ui.set_style(ui.ctx().global_style());
            let several = state.shelf().items().len() > 1;
            if state.comparison().is_some() && several && VIEWS.len() > 1 {
                tabs_ui(ui, state, commands);
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if state.comparison().is_some() && several {
                    command_button(ui, state, commands, &Command::SaveReport);
                }
                job_ui(ui, state, commands);
            });
        });
    });
}

/// The views, as tabs.
fn tabs_ui(ui: &mut Ui, state: &State, commands: &mut Commands) {
    ui.add_space(2.0 * theme::EDGE);
    ui.spacing_mut().item_spacing.x = theme::UNIT;
    for command in VIEWS {
        let name = command.info().map_or("", |info| info.name);
        let on = is_on(state, command).unwrap_or_default();
        let response = add_button(ui, state, commands, command, Button::selectable(on, name));
        response.widget_info(|| WidgetInfo::selected(Role::Tab, true, on, name));
    }
}

fn item_ui(ui: &mut Ui, state: &State, commands: &mut Commands, command: &Command) {
    let Some(info) = command.info() else { return };
    let mut button = match is_on(state, command) {
        Some(on) => Button::selectable(on, info.name),
        None => Button::new(info.name),
    };
    if let Some(key) = info.shortcut {
        button = button.shortcut_text(ui.ctx().format_shortcut(&key));
    }
    let response = ui.add_enabled(state.can(command), button).on_hover_text(info.tooltip);
    trace::located(ui, &format!("menu {}", info.name), &response);
    if response.clicked() {
        commands.send(command.clone());
        ui.close();
    }
}

/// Whether a command that switches something has it on; `None` for all others.
fn is_on(state: &State, command: &Command) -> Option<bool> {
    let options = state.options();
    Some(match command {
        Command::ShowView(view) => options.view == *view,
        Command::SortClaims(order) => options.claim_order == *order,
        Command::ToggleFilter(mark) => options.filters.shows(*mark),
        Command::ToggleDismissed => options.filters.dismissed,
        Command::ToggleScrollLock => options.scroll_locked,
        Command::ToggleEvenTime => options.even_time,
        Command::ToggleShelf => options.shelf,
        Command::ToggleInspector => options.inspector,
        Command::ToggleModel => options.model,
        Command::ToggleRemember => options.remember,
        Command::SetTheme(theme) => options.theme == *theme,
        _ => return None,
    })
}

fn job_ui(ui: &mut Ui, state: &State, commands: &mut Commands) {
    let Some(job) = state.job() else { return };
    let theme = Theme::of(ui);
    command_button(ui, state, commands, &Command::CancelWork);
    let text = if job.total > 0 { format!("{} of {}", job.done, job.total) } else { String::new() };
    let part = if job.total > 0 { job.done as f32 / job.total as f32 } else { 0.0 };
    let bar = ProgressBar::new(part).desired_width(theme::PROGRESS_WIDTH).desired_height(theme::UNIT);
    ui.add(bar.fill(theme.ink));
    label(ui, words(format!("{} {text}", job.label()), font::small(), theme.quiet));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gui::state::{Options, ThemeChoice};

    #[test]
    fn switches_show_what_is_on() {
        let state = State::new(Options { theme: ThemeChoice::Dark, ..Options::default() });
        assert_eq!(is_on(&state, &Command::SetTheme(ThemeChoice::Dark)), Some(true));
        assert_eq!(is_on(&state, &Command::SetTheme(ThemeChoice::Light)), Some(false));
        assert_eq!(is_on(&state, &Command::Open), None);
    }
}
