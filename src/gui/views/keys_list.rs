//! The list of keys, from the one list of commands.

use egui::{Grid, ScrollArea, Ui};

use super::controls::{label, panel_heading, words};
use crate::gui::command::MENUS;
use crate::gui::theme::{self, Theme, font};

pub(super) fn keys_list_ui(ui: &mut Ui) {
    let theme = Theme::of(ui);
    ScrollArea::vertical().max_height(theme::LIST_HEIGHT).auto_shrink([false, true]).show(ui, |ui| {
        for menu in MENUS {
            panel_heading(ui, menu.name);
            Grid::new(menu.name)
                .num_columns(2)
                .min_col_width(theme::KEYS_WIDTH)
                .min_row_height(0.0)
                .spacing([2.0 * theme::EDGE, theme::UNIT])
                .show(ui, |ui| {
                    for info in menu.groups.iter().copied().flatten().filter_map(crate::gui::Command::info) {
                        let Some(key) = info.shortcut else { continue };
                        let mut keys = ui.ctx().format_shortcut(&key);
                        if let Some(other) = info.alternative {
                            keys = format!("{keys}  or  {}", ui.ctx().format_shortcut(&other));
                        }
                        label(ui, words(keys, font::body_strong(), theme.ink));
                        label(ui, words(info.name.trim_end_matches('…'), font::body(), theme.ink));
                        ui.end_row();
                    }
                });
            ui.add_space(theme::EDGE);
        }
    });
}
