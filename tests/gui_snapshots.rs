//! Pictures of the views. `UPDATE_SNAPSHOTS=true cargo test --test gui_snapshots` makes them anew: look at them
//! before they are committed.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a failed unwrap is a failed test")]
#![cfg(feature = "gui")]

mod support;

use counterpoint::gui::state::View;
use counterpoint::gui::{Command, Mark};
use egui::Theme;
use egui_kittest::{Harness, SnapshotOptions};
use support::{dated, ferry, story, window::Window};

/// The picture of the story with its first contradiction selected.
fn picture(theme: Theme) -> (image::RgbaImage, egui_kittest::SnapshotResult) {
    let mut window = Window::new(story::comparison());
    window.commands.send(Command::NextDifference);
    let mut harness = window.open(1280.0, 800.0, theme);
    assert!(harness.state().state.shown().count(Mark::Contradiction) >= 2);
    let image = harness.render().unwrap_or_else(|error| panic!("{error}"));
    (image, compared(&mut harness, "pair", theme))
}

/// Compares what a window shows with the picture that is kept of it.
fn compared(harness: &mut Harness<'_, Window>, view: &str, theme: Theme) -> egui_kittest::SnapshotResult {
    // The same renderer everywhere: no pixel may differ.
    let options = SnapshotOptions::new().threshold(0.0).max_failed_pixels(0);
    harness.try_snapshot_options(format!("{view}_{}", if theme == Theme::Dark { "dark" } else { "light" }), &options)
}

#[test]
fn the_matrix_looks_as_it_did() {
    let results = [Theme::Light, Theme::Dark].map(|theme| {
        let mut window = Window::whole(ferry::comparison());
        window.commands.send(Command::ShowView(View::Matrix));
        window.commands.send(Command::NextDifference);
        compared(&mut window.open(1280.0, 800.0, theme), "matrix", theme)
    });
    for result in results {
        result.unwrap();
    }
}

#[test]
fn the_pair_view_looks_as_it_did() {
    let (first, light) = picture(Theme::Light);
    assert_eq!(first, picture(Theme::Light).0, "the same picture byte by byte when painted again");
    let (_, dark) = picture(Theme::Dark);
    light.unwrap();
    dark.unwrap();
}

#[test]
fn the_timeline_looks_as_it_did() {
    let results = [Theme::Light, Theme::Dark].map(|theme| {
        let mut window = Window::whole(dated::comparison());
        window.commands.send(Command::ShowView(View::Timeline));
        window.commands.send(Command::SelectPair(1));
        let mut harness = window.open(1280.0, 800.0, theme);
        let options = SnapshotOptions::new().threshold(0.0).max_failed_pixels(0);
        let name = format!("timeline_{}", if theme == Theme::Dark { "dark" } else { "light" });
        harness.try_snapshot_options(name, &options)
    });
    for result in results {
        result.unwrap();
    }
}
