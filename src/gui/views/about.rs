//! What the program is.

use egui::{Label, Ui};

use super::controls::{label, words};
use crate::gui::theme::{self, Theme, font};

pub(super) fn about_ui(ui: &mut Ui) {
    let theme = Theme::of(ui);
    label(ui, words(concat!("Version ", env!("CARGO_PKG_VERSION")), font::body(), theme.quiet));
    for text in [
        "Compares several reports of one event: what they agree on, where they conflict, and what only one of them says. \
         Works on this computer alone.",
        "Free software under the MIT or the Apache 2.0 licence, at your choice.",
        "Fonts: Inter and Source Serif 4, SIL Open Font License. Place names: GeoNames, CC BY 4.0. Opposite words: \
         WordNet.",
    ] {
        ui.add(Label::new(words(text, font::body(), theme.ink)).wrap());
        ui.add_space(theme::UNIT);
    }
}
