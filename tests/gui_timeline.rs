//! The timeline by what a reader sees, hears and does.
#![cfg(feature = "gui")]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a failed unwrap is a failed test")]

mod support;

use counterpoint::gui::state::{Selection, View};
use counterpoint::gui::{Command, Mark};
use counterpoint::model::{Comparison, SourceId, StatementId, StatementRef};
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, MouseWheelSource, MouseWheelUnit, Pos2, Rect, Theme, TouchPhase, pos2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use support::{dated, window::Window};

const BEGAN: &str = "Source A, Shore Gazette: in 2014 (2014): The war in Arvenia began";
const FOUR_YEARS: &str = "Source B, Inland Herald: nearly four-year-old";
const TUESDAY: &str = "Source A, Shore Gazette: on Tuesday (2 Dec 2025): Envoys met";

fn open<'a>(comparison: Comparison) -> Harness<'a, Window> {
    let mut window = Window::whole(comparison);
    window.commands.send(Command::ShowView(View::Timeline));
    window.open(1280.0, 800.0, Theme::Light)
}

fn timeline<'a>() -> Harness<'a, Window> {
    open(dated::comparison())
}

fn send(harness: &mut Harness<'_, Window>, command: Command) {
    harness.state_mut().commands.send(command);
    harness.run();
}

fn press(harness: &mut Harness<'_, Window>, key: Key) {
    harness.key_press(key);
    harness.run();
}

fn rect(harness: &Harness<'_, Window>, label: &str) -> Rect {
    harness.get_by_label_contains(label).rect()
}

fn sees(harness: &Harness<'_, Window>, label: &str) -> bool {
    harness.query_all_by_label_contains(label).next().is_some()
}

fn window(harness: &Harness<'_, Window>) -> [f64; 2] {
    harness.state().state.time_window()
}

fn wheel(harness: &mut Harness<'_, Window>, at: Pos2, delta: egui::Vec2, modifiers: Modifiers) {
    harness.hover_at(at);
    harness.event(Event::MouseWheel {
        unit: MouseWheelUnit::Point,
        delta,
        phase: TouchPhase::Move,
        source: MouseWheelSource::Unknown,
        modifiers,
    });
    harness.run();
}

#[test]
fn a_screen_reader_hears_source_time_sentence_and_conflict() {
    let harness = timeline();
    let node = harness.get_by_label_contains(BEGAN);
    assert!(node.accesskit_node().position_in_set().is_some());
    let heard = node.accesskit_node().label().unwrap();
    assert!(heard.contains("Contradiction with source B: nearly four-year-old (since 2021–2022)"), "{heard}");
    assert!(sees(&harness, "Possible contradiction: on Tuesday (A) or on Wednesday (B)"), "the join has a name");
    assert!(sees(&harness, "Timeline: 12 events, 2 dated differently"));
    let assumed = harness.get_by_label_contains("Source B, Inland Herald: on Wednesday");
    assert!(assumed.accesskit_node().label().unwrap().contains("assumed publication date"));
    assert!(sees(&harness, "Set the Date of B…"), "and what to do about it stands above");
}

#[test]
fn everything_is_in_view_at_first_and_what_is_dense_has_the_room() {
    let harness = timeline();
    let now = [TUESDAY, "Source A, Shore Gazette: on 30 November 2025"].map(|label| rect(&harness, label).left());
    assert!(now[0] - now[1] > 25.0, "days of the week of the news are apart: {now:?}");
    let all = [BEGAN, FOUR_YEARS, "on 5 March 2015", "in the 1990s", "by June 2026"].map(|label| rect(&harness, label));
    assert!(all.iter().all(|r| r.left() > 390.0 && r.left() < 1000.0), "{all:?}");
}

#[test]
fn what_is_clicked_is_selected_in_every_view() {
    let mut harness = timeline();
    harness.get_by_label_contains(BEGAN).click();
    harness.run();
    assert_eq!(harness.state().state.selection(), Some(Selection::Pair(1)));
    for label in [BEGAN, FOUR_YEARS] {
        let node = harness.get_by_label_contains(label);
        assert_eq!(node.accesskit_node().is_selected(), Some(true), "{label}");
    }
    assert!(sees(&harness, "in 2014 (A) or nearly four-year-old (B)"), "the inspector follows");
    send(&mut harness, Command::ShowView(View::Pair));
    assert_eq!(harness.state().state.selected(), Some(1));
    harness.get_by_label_contains("Timeline").click();
    harness.run();
    harness.get_by_label_contains("Possible contradiction: on Tuesday").click();
    harness.run();
    assert_eq!(harness.state().state.selected(), Some(0), "a click on the sign selects the pair");
}

#[test]
fn an_event_of_a_statement_by_itself_selects_the_statement() {
    let mut harness = timeline();
    harness.get_by_label_contains("in the 1990s").click();
    harness.run();
    let Some(Selection::Statement(at)) = harness.state().state.selection() else { panic!("a statement") };
    let comparison = harness.state().state.comparison().unwrap();
    assert!(comparison.text(at).starts_with("Elections were last held"));
}

#[test]
fn the_keyboard_alone_goes_through_time_and_over_lanes() {
    let mut harness = timeline();
    let here = |harness: &Harness<'_, Window>| {
        let state = &harness.state().state;
        let event = &state.comparison().unwrap().timeline[state.event().expect("an event has the keyboard").0 as usize];
        (event.at.source.0, event.span.of(state.comparison().unwrap().text(event.at)).to_owned())
    };
    press(&mut harness, Key::ArrowRight);
    assert_eq!(here(&harness), (0, "in 2014".to_owned()), "the first event of the first lane");
    press(&mut harness, Key::ArrowRight);
    assert_eq!(here(&harness), (0, "on 5 March 2015".to_owned()));
    press(&mut harness, Key::ArrowLeft);
    press(&mut harness, Key::ArrowDown);
    let (lane, _) = here(&harness);
    assert_eq!(lane, 1, "nearest in time on the other lane");
    press(&mut harness, Key::ArrowDown);
    assert_eq!(here(&harness).0, 1, "the lane below has no event");
    press(&mut harness, Key::ArrowUp);
    press(&mut harness, Key::Enter);
    assert!(harness.state().state.selection().is_some());
}

#[test]
fn zooming_and_panning_tell_what_lies_outside() {
    let mut harness = timeline();
    assert!(!sees(&harness, "earlier in source"));
    press(&mut harness, Key::Plus);
    press(&mut harness, Key::Plus);
    let [from, to] = window(&harness);
    assert!(to - from < 0.5, "{from} {to}");
    assert!(sees(&harness, "in source A, Shore Gazette: go there"));
    harness.key_press_modifiers(Modifiers::SHIFT, Key::ArrowRight);
    harness.run();
    assert!(window(&harness)[0] > from);
    let outside = harness.query_all_by_label_contains("earlier in source A").next().unwrap().rect().center();
    harness.drag_at(outside);
    harness.drop_at(outside);
    harness.run();
    assert!(window(&harness)[0] < to, "the arrow leads there");
    press(&mut harness, Key::Home);
    assert_eq!(window(&harness), [0.0, 1.0]);
}

#[test]
fn the_wheel_zooms_where_the_pointer_is_and_pans() {
    let mut harness = timeline();
    let at = rect(&harness, TUESDAY).left_center();
    let before = at.x;
    wheel(&mut harness, at, vec2(0.0, 300.0), Modifiers::COMMAND);
    let [from, to] = window(&harness);
    assert!(to - from < 0.9, "{from} {to}");
    assert!((rect(&harness, TUESDAY).left() - before).abs() < 40.0, "what is under the pointer stays there");
    wheel(&mut harness, at, vec2(0.0, -60.0), Modifiers::NONE);
    assert!(window(&harness)[0] > from, "the wheel alone pans");
    let now = window(&harness);
    let ground = pos2(700.0, 740.0);
    harness.drag_at(ground);
    harness.run();
    harness.hover_at(ground + vec2(60.0, 0.0));
    harness.run();
    harness.drop_at(ground + vec2(60.0, 0.0));
    harness.run();
    assert!(window(&harness)[0] < now[0], "so does dragging");
}

#[test]
fn what_is_selected_can_be_fitted_and_days_can_be_given_the_same_room() {
    let mut harness = timeline();
    send(&mut harness, Command::SelectPair(0));
    press(&mut harness, Key::F);
    let [from, to] = window(&harness);
    assert!(to - from < 0.6 && sees(&harness, TUESDAY), "{from} {to}");
    press(&mut harness, Key::E);
    assert_eq!(window(&harness), [0.0, 1.0]);
    let now = [TUESDAY, BEGAN].map(|label| rect(&harness, label).left());
    assert!(now[0] - now[1] > 100.0, "ten years on an even scale: {now:?}");
}

#[test]
fn a_dismissed_conflict_is_no_longer_drawn() {
    let mut harness = timeline();
    send(&mut harness, Command::SelectPair(1));
    send(&mut harness, Command::Dismiss);
    assert!(!sees(&harness, "Contradiction: in 2014 (A)"));
    assert!(sees(&harness, "Possible contradiction: on Tuesday (A)"), "the other one is");
    assert!(sees(&harness, BEGAN), "and the event stays");
    send(&mut harness, Command::Undo);
    assert!(sees(&harness, "Contradiction: in 2014 (A)"));
}

#[test]
fn sources_without_dates_say_so_with_the_next_thing_to_do() {
    let harness = open(dated::undated());
    assert!(sees(&harness, "No dates"));
    assert!(sees(&harness, "None of these sources says when anything happened."));
    assert!(harness.query_all_by_label("Open…").count() >= 1);
}

#[test]
fn many_events_of_a_day_are_a_count_that_opens() {
    let mut harness = open(dated::many(2, 120));
    let count = harness.query_all_by_label_contains("events of source A").next().expect("a count").rect().center();
    harness.drag_at(count);
    harness.drop_at(count);
    harness.run();
    let [from, to] = window(&harness);
    assert!(to - from < 1.0, "a click zooms in");

    press(&mut harness, Key::Home);
    let timeline = &harness.state().state.comparison().unwrap().timeline;
    let day = timeline.iter().find(|event| event.when() == "15 Dec 2025").unwrap().id;
    send(&mut harness, Command::FocusEvent(day));
    for _ in 0..12 {
        press(&mut harness, Key::Plus);
    }
    assert!(!sees(&harness, "events of source A"), "at last all stand by themselves");
    assert!(harness.query_all_by_label_contains("(15 Dec 2025)").count() > 1);
}

#[test]
fn five_thousand_events_cost_what_is_in_view() {
    let harness = open(dated::many(5, 1000));
    assert_eq!(harness.state().state.timeline().count(), 5000);
    let told = harness.get_all_by_role(Role::ListItem).count();
    assert!((5..800).contains(&told), "{told}");
}

#[test]
fn the_next_difference_is_the_next_thing_dated_differently() {
    let mut harness = timeline();
    let conflicts = harness.state().state.timeline().conflicts_in_time();
    assert!(conflicts.len() > 1);
    assert!(
        sees(&harness, &format!("{} conflicts", conflicts.len())),
        "the bar below counts what can be stepped through"
    );
    assert!(!sees(&harness, "only here") && !sees(&harness, "agreements"), "and nothing that is not on the timeline");
    let mut selected = Vec::new();
    for at in 0..conflicts.len() {
        send(&mut harness, Command::NextDifference);
        assert_eq!(harness.state().state.selected_conflict(), Some(at));
        assert!(sees(&harness, &format!("{} of {}", at + 1, conflicts.len())));
        selected.push(harness.state().state.selected().unwrap());
    }
    assert_eq!(selected, conflicts.iter().filter_map(|conflict| conflict.pair).collect::<Vec<_>>());
    send(&mut harness, Command::NextPair);
    assert_eq!(harness.state().state.selected_conflict(), Some(0), "around the end");
    send(&mut harness, Command::PreviousPair);
    assert_eq!(harness.state().state.selected_conflict(), Some(conflicts.len() - 1));

    for mark in [Mark::Contradiction, Mark::Possible] {
        let count = harness.state().state.timeline().count_of(mark);
        send(&mut harness, Command::ToggleFilter(mark));
        assert_eq!(harness.state().state.timeline().count_of(mark), count, "filters change no count");
    }
    assert!(harness.state().state.timeline().conflicts.is_empty());
    assert!(!harness.state().state.can(&Command::NextDifference));
    assert!(sees(&harness, "The selected pair is hidden by the filters."));
    harness.get_by_role_and_label(Role::Button, "Show Selected").click();
    harness.run();
    assert!(!sees(&harness, "hidden by") && harness.state().state.selected_conflict().is_some());
}

#[test]
fn what_gives_no_date_is_said_not_to_be_here() {
    let mut harness = timeline();
    let comparison = std::sync::Arc::clone(harness.state().state.comparison().unwrap());
    let dated = |at| comparison.timeline.iter().any(|event| event.at == at);
    let all = comparison.sources.iter().zip(0..).flat_map(|(source, id)| {
        let statements = 0..source.statements.len() as u32;
        statements.map(move |statement| StatementRef { source: SourceId(id), statement: StatementId(statement) })
    });
    let (dated, undated): (Vec<_>, Vec<_>) = all.partition(|&at| dated(at));
    send(&mut harness, Command::SelectStatement(undated[0]));
    assert!(sees(&harness, "The selected statement gives no date."));
    send(&mut harness, Command::SelectStatement(dated[0]));
    assert!(!sees(&harness, "gives no date."));
}
