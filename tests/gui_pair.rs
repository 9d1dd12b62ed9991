//! The pair view by what a reader sees, hears and does.
#![cfg(feature = "gui")]

mod support;

use counterpoint::gui::state::Region;
use counterpoint::gui::{Command, Mark};
use egui::{Event, Key, Modifiers, MouseWheelSource, MouseWheelUnit, OutputCommand, Rect, Theme, TouchPhase, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use support::{long, story, window::Window};

const NUMBER_LEFT: &str = "Contradiction, number: In the lower part of the village";
const NUMBER_RIGHT: &str = "Contradiction, number: The fire service ordered";

fn story_window<'a>() -> Harness<'a, Window> {
    Window::new(story::comparison()).open(1280.0, 800.0, Theme::Light)
}

/// Low enough that the story has to be scrolled.
fn low_window<'a>() -> Harness<'a, Window> {
    Window::new(story::comparison()).open(1280.0, 400.0, Theme::Light)
}

fn rect(harness: &Harness<'_, Window>, label: &str) -> Rect {
    harness.get_by_label_contains(label).rect()
}

fn send(harness: &mut Harness<'_, Window>, command: Command) {
    harness.state_mut().commands.send(command);
    harness.run();
}

fn wheel(harness: &mut Harness<'_, Window>, at: egui::Pos2, by: f32) {
    harness.hover_at(at);
    harness.event(Event::MouseWheel {
        unit: MouseWheelUnit::Point,
        delta: vec2(0.0, -by),
        phase: TouchPhase::Move,
        source: MouseWheelSource::Unknown,
        modifiers: Modifiers::NONE,
    });
    harness.run();
}

#[test]
fn a_screen_reader_hears_verdict_kind_and_words() {
    let harness = story_window();
    for label in [NUMBER_LEFT, NUMBER_RIGHT, "Agreement, date: The first gale", "Possible contradiction, duration:"] {
        let node = harness.get_all_by_label_contains(label).next().unwrap();
        assert!(node.accesskit_node().position_in_set().is_some(), "{label}");
    }
    assert!(harness.query_by_label_contains("Article on the left: Storm cuts off Hollow Bay").is_some());
    assert!(harness.query_by_label_contains("Only here: Where the road bends").is_some());
}

#[test]
fn a_click_selects_the_pair_and_both_ends_are_told_as_selected() {
    let mut harness = story_window();
    let first_line = rect(&harness, NUMBER_LEFT).left_top() + vec2(40.0, 12.0);
    harness.hover_at(first_line);
    harness.run();
    assert!(harness.state().state.hovered().is_some(), "the pair under the pointer is known");
    harness.drag_at(first_line);
    harness.drop_at(first_line);
    harness.run();
    let selected = harness.state().state.selected().expect("a pair is selected");
    assert_eq!(harness.state().state.mark(selected), Some(Mark::Contradiction));
    for label in [NUMBER_LEFT, NUMBER_RIGHT] {
        let node = harness.get_by_label_contains(label);
        assert_eq!(node.accesskit_node().is_selected(), Some(true), "{label}");
    }
    assert_eq!(harness.state().state.region(), Region::Left);
}

#[test]
fn clicking_again_goes_round_the_pairs_of_a_statement() {
    let mut comparison = story::comparison();
    let contradiction =
        comparison.pairs.iter().position(|p| comparison.because(p, &p.verdict.reasons[0]).starts_with("Families"));
    let mut second = comparison.pairs[contradiction.unwrap()].clone();
    second.alignment.right.statement.0 += 1;
    comparison.pairs.push(second);
    let mut harness = Window::new(comparison).open(1280.0, 800.0, Theme::Light);
    let mut seen = Vec::new();
    for _ in 0..3 {
        harness.get_by_label_contains(NUMBER_LEFT).click_accesskit();
        harness.run();
        seen.push(harness.state().state.selected().unwrap());
    }
    assert!(seen[0] != seen[1] && seen[0] == seen[2], "{seen:?}");
}

#[test]
fn what_is_selected_is_seen_at_one_height_in_both_panes() {
    let mut harness = low_window();
    send(&mut harness, Command::LastPair);
    let labels = ["Related, dispute: The council has asked", "Related, dispute: In the capital, the ministry"];
    let [left, right] = labels.map(|label| rect(&harness, label));
    for seen in [left, right] {
        assert!(seen.top() > 50.0 && seen.bottom() < 400.0, "{seen:?}");
    }
    assert!((left.top() - right.top()).abs() < 2.0, "{left:?} {right:?}");
}

#[test]
fn panes_scroll_together_by_what_they_share_unless_unlocked() {
    let mut harness = Window::new(story::comparison()).open(1280.0, 660.0, Theme::Light);
    let gap = |harness: &Harness<'_, Window>| rect(harness, NUMBER_LEFT).top() - rect(harness, NUMBER_RIGHT).top();
    let before = gap(&harness);
    wheel(&mut harness, egui::pos2(200.0, 200.0), 160.0);
    let after = gap(&harness);
    assert!(after.abs() < before.abs() / 2.0, "aligned statements come closer: {before} to {after}");

    send(&mut harness, Command::ToggleScrollLock);
    let right = rect(&harness, NUMBER_RIGHT);
    let left = rect(&harness, NUMBER_LEFT);
    wheel(&mut harness, egui::pos2(200.0, 200.0), 30.0);
    assert_eq!(rect(&harness, NUMBER_RIGHT), right);
    assert!(rect(&harness, NUMBER_LEFT).top() < left.top() - 10.0);
}

#[test]
fn the_keyboard_alone_scrolls_the_pane_that_has_it() {
    let mut harness = low_window();
    send(&mut harness, Command::FocusRegion(Region::Right));
    harness.key_press(Key::End);
    harness.run();
    assert!(harness.query_by_label_contains("Leave a comment").is_some());
    assert!(harness.query_by_label_contains("Share this article").is_some(), "the left pane follows");
    harness.key_press(Key::Home);
    harness.run();
    // The title stands in the pane's header, too: the lower one is the row.
    let title = |harness: &Harness<'_, Window>| {
        let all = harness.query_all_by_label("Coast road closed after night of gales");
        all.map(|n| n.rect().top()).fold(f32::MIN, f32::max)
    };
    let before = title(&harness);
    harness.key_press(Key::ArrowDown);
    harness.run();
    assert!(title(&harness) < before, "the title has moved up, or out");
}

#[test]
fn nothing_moves_once_it_has_come_to_rest() {
    let mut harness = low_window();
    send(&mut harness, Command::LastPair);
    assert_eq!(harness.run(), 1, "no frame asks for another");
}

#[test]
fn a_filter_takes_the_marks_away_and_leaves_the_words() {
    let mut harness = story_window();
    send(&mut harness, Command::ToggleFilter(Mark::Contradiction));
    assert!(harness.query_by_label_contains("Contradiction, number").is_none());
    assert!(harness.query_by_label_contains("In the lower part of the village").is_some());
    assert!(harness.query_by_label_contains("Agreement, date: The first gale").is_some());
}

#[test]
fn a_narrow_window_shows_one_pane_with_a_switch() {
    let mut harness = Window::new(story::comparison()).open(700.0, 700.0, Theme::Light);
    assert!(harness.query_by_label_contains(NUMBER_LEFT).is_some());
    assert!(harness.query_by_label_contains(NUMBER_RIGHT).is_none());
    harness.get_by_label("B").click();
    harness.run();
    assert!(harness.query_by_label_contains(NUMBER_LEFT).is_none());
    assert!(harness.query_by_label_contains(NUMBER_RIGHT).is_some());
}

#[test]
fn the_selected_statement_can_be_copied() {
    let mut harness = story_window();
    send(&mut harness, Command::NextDifference);
    harness.event(Event::Copy);
    harness.step();
    let commands = &harness.output().platform_output.commands;
    let copied = commands.iter().find_map(|c| if let OutputCommand::CopyText(text) = c { Some(text) } else { None });
    assert!(copied.is_some_and(|text| text.starts_with("In the lower part")), "{commands:?}");
}

#[test]
fn words_selected_with_the_pointer_are_what_is_copied() {
    let mut harness = story_window();
    send(&mut harness, Command::NextDifference);
    let line = rect(&harness, "Agreement, date: The first gale").left_top() + vec2(1.0, 12.0);
    harness.drag_at(line);
    harness.step();
    harness.hover_at(line + vec2(120.0, 0.0));
    harness.step();
    harness.drop_at(line + vec2(120.0, 0.0));
    harness.run();
    harness.event(Event::Copy);
    harness.step();
    let commands = &harness.output().platform_output.commands;
    let last =
        commands.iter().rev().find_map(|c| if let OutputCommand::CopyText(text) = c { Some(text) } else { None });
    assert!(last.is_some_and(|text| text.starts_with("The first gale") && text.len() < 40), "{commands:?}");
}

#[test]
fn a_book_costs_what_is_in_view() {
    let mut harness = Window::new(long::comparison(20_000)).open(1280.0, 800.0, Theme::Light);
    let told = |harness: &Harness<'_, Window>| harness.get_all_by_role(egui::accesskit::Role::ListItem).count();
    assert!((10..200).contains(&told(&harness)), "{}", told(&harness));
    send(&mut harness, Command::LastPair);
    let last = harness.state().state.shown().pairs.last().unwrap().index;
    let words = {
        let comparison = harness.state().state.comparison().unwrap();
        comparison.text(comparison.pairs[last].alignment.right).to_owned()
    };
    let seen = rect(&harness, &words);
    assert!(seen.top() > 0.0 && seen.bottom() < 800.0, "the last pair is in view: {seen:?}");
    assert!((10..200).contains(&told(&harness)));
}
