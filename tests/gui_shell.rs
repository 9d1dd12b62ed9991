//! The window as a person uses it: by what is seen, clicked and pressed, with the real engine behind it.
#![cfg(feature = "gui")]
#![allow(clippy::unwrap_used, reason = "a failed unwrap in a test is a failed test")]

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use counterpoint::gui::state::{Pane, Saving};
use counterpoint::gui::{App, Command, Launch, Mark};
use counterpoint::model::Ruling;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

type Window = Harness<'static, App>;

fn sample(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("resources/samples/peace-talks").join(name)
}

fn window(files: Vec<PathBuf>) -> Window {
    Harness::builder()
        .with_size(egui::vec2(1280.0, 800.0))
        // Messages that go by themselves must outlive the waiting.
        .with_step_dt(0.001)
        .build_eframe(move |cc| App::new(cc, Launch { files, remembered: None }).unwrap())
}

/// Steps until it is so. The limit is for a program that hangs, not a measure of speed.
fn wait(window: &mut Window, what: &str, until: impl Fn(&App) -> bool) {
    let start = Instant::now();
    while !until(window.state()) {
        assert!(start.elapsed() < Duration::from_secs(300), "waited in vain for {what}");
        std::thread::sleep(Duration::from_millis(10));
        window.step();
    }
    settle(window);
}

/// A command sent in one frame is carried out before the next, and shows in that one.
fn settle(window: &mut Window) {
    for _ in 0..4 {
        window.step();
    }
}

fn press(window: &mut Window, modifiers: Modifiers, key: Key) {
    window.key_press_modifiers(modifiers, key);
    settle(window);
}

fn click(window: &mut Window, label: &str) {
    window.get_by_label(label).click();
    settle(window);
}

fn compared(app: &App) -> bool {
    app.state().comparison().is_some() && app.state().job().is_none()
}

fn two_compared() -> Window {
    let mut window = window(vec![sample("harbour-courier.txt"), sample("inland-herald.md")]);
    wait(&mut window, "the comparison", compared);
    window
}

fn sees(window: &Window, label: &str) -> bool {
    window.query_all_by_label(label).next().is_some()
}

#[test]
fn the_start_screen_offers_three_ways_to_begin() {
    let mut window = window(Vec::new());
    settle(&mut window);
    for label in ["Open…", "Paste Text…", "Try the Sample"] {
        assert!(sees(&window, label), "{label} is not to be seen");
    }
    click(&mut window, "Try the Sample");
    wait(&mut window, "the sample", compared);
    assert_eq!(window.state().state().shelf().items().len(), 3);
}

#[test]
fn a_difference_is_reached_decided_and_taken_back() {
    let mut window = two_compared();
    let contradictions = window.state().state().shown().count(Mark::Contradiction);
    assert!(contradictions > 0, "the sample has contradictions");
    assert!(sees(&window, &Mark::Contradiction.counted(contradictions)), "the chip counts them");

    press(&mut window, Modifiers::ALT, Key::ArrowDown);
    let selected = window.state().state().selected().expect("the first difference is selected");
    let first = window.state().state().shown().pairs.iter().find(|p| p.mark.is_difference()).unwrap().index;
    assert_eq!(selected, first);
    let comparison = window.state().state().comparison().unwrap();
    let pair = &comparison.pairs[selected];
    let because = comparison.because(pair, &pair.verdict.reasons[0]);
    assert!(sees(&window, &because), "the inspector says why");

    press(&mut window, Modifiers::NONE, Key::F8);
    let second = window.state().state().selected().unwrap();
    assert_ne!(second, first, "F8 goes on");
    press(&mut window, Modifiers::SHIFT, Key::F8);
    assert_eq!(window.state().state().selected(), Some(first), "Shift+F8 goes back");

    let before = window.state().state().shown().counts;
    click(&mut window, "Dismiss");
    assert_eq!(window.state().state().decision(first).unwrap().ruling, Some(Ruling::Dismissed));
    assert_eq!(window.state().state().shown().dismissed, 1);
    assert!(sees(&window, "You dismissed this."));
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(window.state().state().decision(first), None);
    assert_eq!(window.state().state().shown().counts, before);
    press(&mut window, Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    assert_eq!(window.state().state().shown().dismissed, 1, "redone");
}

#[test]
fn filters_hide_and_bring_back() {
    let mut window = two_compared();
    let agreements = window.state().state().shown().count(Mark::Agreement);
    assert!(agreements > 0);
    let all = window.state().state().shown().pairs.len();
    click(&mut window, &Mark::Agreement.counted(agreements));
    assert_eq!(window.state().state().shown().pairs.len(), all - agreements);
    press(&mut window, Modifiers::ALT, Key::Num3);
    assert_eq!(window.state().state().shown().pairs.len(), all);
}

#[test]
fn the_report_is_saved_and_says_where() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("report.md");
    let mut window = two_compared();
    window.state_mut().send(Command::SaveTo(Saving::Report, path.clone()));
    wait(&mut window, "the report", |app| !app.state().notices().is_empty());
    let notice = &window.state().state().notices()[0];
    assert!(!notice.is_error && notice.text.contains("report.md"), "{notice:?}");
    let report = std::fs::read_to_string(&path).unwrap();
    assert!(report.contains("Moscow") && report.contains("Miami"), "the report quotes both venues");

    window.state_mut().send(Command::SaveTo(Saving::Report, folder.path().join("no/such/folder/report.md")));
    wait(&mut window, "the failure", |app| app.state().notices().iter().any(|n| n.is_error));
    let error = window.state().state().notices().iter().find(|n| n.is_error).unwrap();
    assert!(error.text.contains("report.md") && error.text.contains("Choose"), "{error:?}");
}

#[test]
fn a_report_is_chosen_by_keyboard_and_by_pointer() {
    let mut window = two_compared();
    press(&mut window, Modifiers::COMMAND, Key::E);
    assert!(window.get_by_label("Save…").is_focused(), "Enter saves");
    for label in ["Markdown", "HTML", "CSV", "JSON", "Everything", "Differences only"] {
        assert!(sees(&window, label), "{label} is not offered");
    }
    let titles: Vec<String> =
        window.state().state().shelf().items().iter().map(|item| item.document.title.clone()).collect();
    for (letter, title) in ["A", "B"].iter().zip(&titles) {
        click(&mut window, &format!("{letter}  {title}"));
    }
    assert!(window.get_by_label("Save…").accesskit_node().is_disabled(), "a report of no source");
    click(&mut window, "All");
    assert!(!window.get_by_label("Save…").accesskit_node().is_disabled());
    click(&mut window, "CSV");
    let context = "With the sentences before and after each quotation";
    assert!(window.get_by_label(context).accesskit_node().is_disabled(), "a table has no room for context");
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(window.state().state().dialog().is_none());
    press(&mut window, Modifiers::COMMAND, Key::E);
    assert_eq!(window.state().state().report_choices().format, "markdown", "nothing is kept of what was not saved");
}

#[test]
fn a_project_brings_sources_dates_and_decisions_back() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("talks.counterpoint");
    let mut window = two_compared();
    press(&mut window, Modifiers::ALT, Key::ArrowDown);
    press(&mut window, Modifiers::COMMAND, Key::Enter);
    window.state_mut().send(Command::SaveTo(Saving::Project, path.clone()));
    wait(&mut window, "the project", |app| app.state().project_path().is_some());
    assert!(!window.state().state().is_unsaved());
    let review = window.state().state().review().clone();
    assert_eq!(review.len(), 1);

    let mut again = self::window(vec![path]);
    wait(&mut again, "the project again", compared);
    assert_eq!(again.state().state().shelf().items().len(), 2);
    assert_eq!(again.state().state().review(), &review);
    assert!(!again.state().state().is_unsaved(), "nothing has changed since");
}

#[test]
fn what_cannot_be_read_is_named_and_the_same_file_is_one_source() {
    let courier = sample("harbour-courier.txt");
    let mut window = window(vec![courier.clone(), sample("missing.txt"), courier, sample("inland-herald.md")]);
    wait(&mut window, "the comparison", compared);
    let state = window.state().state();
    assert_eq!(state.shelf().items().len(), 2);
    assert_eq!(state.shelf().failures().len(), 1);
    assert!(state.shelf().failures()[0].message.contains("missing.txt"));
    assert!(
        state.notices().iter().any(|n| n.text.contains("already on the shelf as source A")),
        "{:?}",
        state.notices()
    );
    click(&mut window, "Forget missing.txt");
    assert!(window.state().state().shelf().failures().is_empty());
}

#[test]
fn text_is_pasted_and_a_date_is_corrected() {
    let mut window = window(Vec::new());
    settle(&mut window);
    click(&mut window, "Paste Text…");
    window.get_by_label("Title").focus();
    window.get_by_label("Title").type_text("Evening wire");
    settle(&mut window);
    window.get_by_label("Text").focus();
    window.get_by_label("Text").type_text("The talks were held in Oslo on Monday. Twelve delegates came to the city.");
    settle(&mut window);
    click(&mut window, "Add");
    wait(&mut window, "the text", compared);
    assert_eq!(window.state().state().shelf().items()[0].document.title, "Evening wire");

    press(&mut window, Modifiers::NONE, Key::F2);
    let field = "Published (2025-12-02, or 2 Dec 2025)";
    window.get_by_label(field).focus();
    settle(&mut window);
    press(&mut window, Modifiers::COMMAND, Key::A);
    window.get_by_label(field).type_text("no date");
    settle(&mut window);
    assert!(window.get_by_label("Set").accesskit_node().is_disabled(), "what is no date cannot be set");
    press(&mut window, Modifiers::COMMAND, Key::A);
    window.get_by_label(field).type_text("3 Dec 2025");
    settle(&mut window);
    click(&mut window, "Set");
    wait(&mut window, "the new comparison", compared);
    let published = window.state().state().shelf().items()[0].document.origin.published.unwrap();
    assert_eq!(published.date.to_string(), "2025-12-03");
    assert!(!published.is_assumed());
}

#[test]
fn sources_are_chosen_for_the_panes_moved_and_removed() {
    let files = ["harbour-courier.txt", "inland-herald.md", "lakeside-review.html"];
    let mut window = window(files.iter().map(|name| sample(name)).collect());
    wait(&mut window, "the comparison", compared);
    let ids: Vec<_> = window.state().state().shelf().items().iter().map(|item| item.id).collect();
    click(&mut window, "Show C on the right");
    assert_eq!(window.state().state().pane(Pane::Right), Some(ids[2]));
    window.state_mut().send(Command::ChooseSource(ids[2]));
    press(&mut window, Modifiers::COMMAND | Modifiers::SHIFT, Key::ArrowUp);
    wait(&mut window, "the comparison in the new order", compared);
    let order: Vec<_> = window.state().state().shelf().items().iter().map(|item| item.id).collect();
    assert_eq!(order, [ids[0], ids[2], ids[1]]);
    press(&mut window, Modifiers::COMMAND, Key::Delete);
    wait(&mut window, "the comparison of the rest", compared);
    assert_eq!(window.state().state().shelf().items().len(), 2);
    assert_eq!(window.state().state().pane(Pane::Right), Some(ids[1]), "the other source takes the empty pane");
}

/// A file as the window system drops it.
#[derive(Debug)]
struct Dropped(PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        std::fs::read(&self.0).map_err(|error| error.to_string())
    }
}

#[test]
fn dropped_files_become_sources() {
    let mut window = window(Vec::new());
    settle(&mut window);
    window.input_mut().hovered_files.push(egui::HoveredFile::default());
    settle(&mut window);
    assert!(sees(&window, "Drop to add this file"));
    window.input_mut().hovered_files.clear();
    window.input_mut().dropped_files.push(std::sync::Arc::new(Dropped(sample("harbour-courier.txt"))));
    wait(&mut window, "the dropped file", compared);
    assert_eq!(window.state().state().shelf().items().len(), 1);
    assert!(sees(&window, "Add another report of the same event"));
}

#[test]
fn the_keyboard_goes_from_part_to_part() {
    use counterpoint::gui::state::Region;
    let mut window = two_compared();
    let mut seen = Vec::new();
    for _ in 0..4 {
        press(&mut window, Modifiers::NONE, Key::F6);
        seen.push(window.state().state().region());
    }
    assert_eq!(seen, [Region::Right, Region::Inspector, Region::Shelf, Region::Left]);
    press(&mut window, Modifiers::COMMAND, Key::B);
    press(&mut window, Modifiers::SHIFT, Key::F6);
    assert_eq!(window.state().state().region(), Region::Inspector, "a part that is folded away is passed over");
}

#[test]
fn every_command_of_the_menus_can_be_carried_out() {
    for command in Command::listed() {
        if matches!(command, Command::Quit | Command::Open | Command::SaveProject | Command::SaveProjectAs) {
            continue; // A dialog of the system, or the end.
        }
        let mut window = window(Vec::new());
        window.state_mut().send(command.clone());
        settle(&mut window);
        press(&mut window, Modifiers::NONE, Key::Escape);
    }
}
