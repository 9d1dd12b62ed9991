//! Pictures of the pair view. `UPDATE_SNAPSHOTS=true cargo test --test gui_snapshots` makes them anew: look at them
//! before they are committed.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a failed unwrap is a failed test")]
#![cfg(feature = "gui")]

mod support;

use counterpoint::gui::{Command, Mark};
use egui::Theme;
use egui_kittest::SnapshotOptions;
use support::{story, window::Window};

/// The picture of the story with its first contradiction selected.
fn picture(theme: Theme) -> (image::RgbaImage, egui_kittest::SnapshotResult) {
    let mut window = Window::new(story::comparison());
    window.commands.send(Command::NextDifference);
    let mut harness = window.open(1280.0, 800.0, theme);
    assert!(harness.state().state.shown().count(Mark::Contradiction) >= 2);
    let image = harness.render().unwrap_or_else(|error| panic!("{error}"));
    // The same renderer everywhere: no pixel may differ.
    let options = SnapshotOptions::new().threshold(0.0).max_failed_pixels(0);
    let name = format!("pair_{}", if theme == Theme::Dark { "dark" } else { "light" });
    (image, harness.try_snapshot_options(name, &options))
}

#[test]
fn the_pair_view_looks_as_it_did() {
    let (first, light) = picture(Theme::Light);
    assert_eq!(first, picture(Theme::Light).0, "the same picture byte by byte when painted again");
    let (_, dark) = picture(Theme::Dark);
    light.unwrap();
    dark.unwrap();
}
