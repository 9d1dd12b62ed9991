//! The fonts that the program brings along. Other scripts come from the system's fonts (feature `system_fonts`).

use std::sync::Arc;

use egui::{FontData, FontDefinitions, FontFamily};

use super::theme::{SEMIBOLD, SERIF, SERIF_SEMIBOLD};

const SANS_FILE: &str = "Inter-Regular";
const SEMIBOLD_FILE: &str = "Inter-SemiBold";
const SERIF_FILE: &str = "SourceSerif4-Regular";
const SERIF_SEMIBOLD_FILE: &str = "SourceSerif4-SemiBold";

/// The bundled fonts by family; each family falls back on the interface font, which has the most characters.
fn definitions() -> FontDefinitions {
    let mut fonts = FontDefinitions::empty();
    let files: [(&str, &'static [u8]); 4] = [
        (SANS_FILE, include_bytes!("../../resources/fonts/Inter-Regular.ttf")),
        (SEMIBOLD_FILE, include_bytes!("../../resources/fonts/Inter-SemiBold.ttf")),
        (SERIF_FILE, include_bytes!("../../resources/fonts/SourceSerif4-Regular.ttf")),
        (SERIF_SEMIBOLD_FILE, include_bytes!("../../resources/fonts/SourceSerif4-SemiBold.ttf")),
    ];
    for (name, bytes) in files {
        fonts.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
    }
    let families = [
        (FontFamily::Proportional, vec![SANS_FILE]),
        (FontFamily::Monospace, vec![SANS_FILE]),
        (FontFamily::Name(SEMIBOLD.into()), vec![SEMIBOLD_FILE, SANS_FILE]),
        (FontFamily::Name(SERIF.into()), vec![SERIF_FILE, SANS_FILE]),
        (FontFamily::Name(SERIF_SEMIBOLD.into()), vec![SERIF_SEMIBOLD_FILE, SANS_FILE]),
    ];
    for (family, files) in families {
        fonts.families.insert(family, files.into_iter().map(str::to_owned).collect());
    }
    fonts
}

/// Gives the window its fonts.
pub fn install(ctx: &egui::Context) {
    ctx.set_fonts(definitions());
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gui::theme::font;
    use crate::gui::{Command, Mark};

    /// Every character that the sources of the window spell out, code and comments alike: more than is shown, and so
    /// nothing that is shown can be missed.
    fn characters_of_the_interface() -> String {
        fn collect(dir: &std::path::Path, into: &mut String) {
            for entry in std::fs::read_dir(dir).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    collect(&path, into);
                } else {
                    into.push_str(&std::fs::read_to_string(&path).unwrap());
                }
            }
        }
        let mut all = String::new();
        collect(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/gui"), &mut all);
        all.chars().filter(|c| !c.is_control()).collect()
    }

    #[test]
    fn the_fonts_have_every_character_of_the_interface() {
        let ctx = egui::Context::default();
        install(&ctx);
        let mut wanted = characters_of_the_interface();
        for command in Command::listed() {
            let info = command.info().expect("listed commands have a name");
            wanted.push_str(info.name);
            for key in info.shortcut.iter().chain(&info.alternative) {
                wanted.push_str(&ctx.format_shortcut(key));
            }
        }
        wanted.extend(Mark::ALL.iter().flat_map(|m| m.name().chars()));
        // What news prose is made of.
        wanted.push_str("“”‘’«»–—…·•§°£€¥₽₴½×−éñüßçøłžšćığêâåæœ");
        let mut missing = std::collections::BTreeSet::new();
        let mut output = ctx.run_ui(egui::RawInput::default(), |ui| {
            ui.ctx().fonts_mut(|fonts| {
                let used = [font::body(), font::body_strong(), font::reading(), font::reading_heading()];
                for id in used {
                    missing.extend(wanted.chars().filter(|&c| !fonts.has_glyph(&id, c)));
                }
            });
        });
        output.textures_delta.clear();
        assert!(missing.is_empty(), "no glyph for {missing:?}");
    }
}
