//! The matrix by what a reader sees, hears and does, in the whole window.
#![cfg(feature = "gui")]
#![allow(clippy::unwrap_used, reason = "a failed unwrap in a test is a failed test")]

mod support;

use std::sync::Arc;

use counterpoint::gui::state::{Effect, News, View};
use counterpoint::gui::{Command, Mark};
use counterpoint::model::{ClaimId, Comparison, SourceId};
use egui::accesskit::Role;
use egui::{Key, Rect, Theme};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use support::{ferry, long, window::Window};

type Matrix<'a> = Harness<'a, Window>;

fn matrix_of<'a>(comparison: Comparison) -> Matrix<'a> {
    let mut window = Window::whole(comparison);
    window.commands.send(Command::ShowView(View::Matrix));
    window.open(1280.0, 800.0, Theme::Light)
}

fn matrix<'a>() -> Matrix<'a> {
    matrix_of(ferry::comparison())
}

fn send(harness: &mut Matrix<'_>, command: Command) {
    harness.state_mut().commands.send(command);
    harness.run();
}

fn press(harness: &mut Matrix<'_>, key: Key) {
    harness.key_press(key);
    harness.run();
}

fn click(harness: &mut Matrix<'_>, label: &str) {
    harness.get_by_label_contains(label).click();
    harness.run();
}

/// Where the head of a column is, if it is in view.
fn head(harness: &Matrix<'_>, label: &str) -> Option<Rect> {
    harness.query_by_role_and_label(Role::ColumnHeader, label).map(|node| node.rect())
}

/// The claims as they stand from top to bottom, each with its status.
fn claims(harness: &Matrix<'_>) -> Vec<String> {
    let heads = harness.get_all_by_role(Role::RowHeader);
    let mut heads: Vec<(f32, String)> =
        heads.map(|n| (n.rect().top(), n.accesskit_node().label().unwrap_or_default())).collect();
    heads.sort_by(|a, b| a.0.total_cmp(&b.0));
    heads.into_iter().map(|(_, label)| label).collect()
}

fn has(harness: &Matrix<'_>, label: &str) -> bool {
    harness.query_all_by_label_contains(label).next().is_some()
}

const HURT: &str = "Disputed: Eleven passengers were hurt";

#[test]
fn a_screen_reader_hears_claims_sources_and_what_each_says() {
    let mut window = Window::whole(ferry::comparison());
    window.commands.send(Command::ShowView(View::Matrix));
    // All five sources are in view.
    let harness = window.open(1600.0, 800.0, Theme::Light);
    for label in [
        HURT,
        "Said by 4 independent sources: The ferry Linnet",
        "Possibly disputed: The captain said",
        "Said by one source and its copies: A tug towed",
        "Source B: Fourteen hurt as the Linnet hits a reef in fog",
        "A, Contradiction, 2 statements, contradicts itself: Eleven passengers",
        "B, Possible contradiction: Fog may have hidden",
        "D, Only here: Villagers",
        "Sources C, D carry the same copy and count once",
    ] {
        assert!(has(&harness, label), "{label}");
    }
    assert!(harness.query_all_by_label("E: silent").count() >= 3);
    let grid = harness.get_by_role(Role::Grid);
    assert!(grid.rect().width() > 600.0, "{:?}", grid.rect());
}

#[test]
fn a_cell_selected_in_the_matrix_is_what_the_pair_view_shows() {
    let mut harness = matrix();
    click(&mut harness, "C, Contradiction: Eleven people");
    let window = harness.state();
    let selected = window.state.selected().unwrap();
    let at = window.state.comparison().unwrap().pairs[selected].alignment;
    assert_eq!([at.left.source, at.right.source], [SourceId(1), SourceId(2)]);
    assert!(has(&harness, "Passengers hurt: fourteen (B) or eleven (C)"), "the inspector says why");
    for letter in ["A", "B", "C", "D"] {
        assert!(harness.query_all_by_label(&format!("Source {letter}")).count() > 0, "the inspector quotes {letter}");
    }
    harness.get_by_role_and_label(Role::Tab, "Pair").click();
    harness.run();
    assert_eq!(harness.state().state.view(), View::Pair);
    assert_eq!(harness.state().state.shown().sources, [SourceId(1), SourceId(2)]);
    let node = harness.get_by_label_contains("Contradiction, number: Fourteen passengers");
    assert_eq!(node.accesskit_node().is_selected(), Some(true));
}

#[test]
fn a_pair_selected_in_the_pair_view_is_a_row_of_the_matrix() {
    let mut harness = matrix();
    send(&mut harness, Command::ShowView(View::Pair));
    send(&mut harness, Command::NextDifference);
    send(&mut harness, Command::ShowView(View::Matrix));
    assert_eq!(harness.state().state.selected_row(), Some(1));
    assert_eq!(harness.get_by_label_contains(HURT).accesskit_node().is_selected(), Some(true));
}

#[test]
fn claims_are_put_in_another_order() {
    let mut harness = matrix();
    let reading = claims(&harness);
    assert_eq!(reading.len(), 8);
    assert!(reading[0].ends_with("on Friday evening") && reading[7].ends_with("in 1998"), "{reading:?}");
    send(&mut harness, Command::SortClaims(counterpoint::gui::shown_claims::ClaimOrder::MostDisputed));
    let disputed = claims(&harness);
    assert!(disputed[0].starts_with("Disputed") && disputed[1].starts_with("Possibly disputed"), "{disputed:?}");
    send(&mut harness, Command::SortClaims(counterpoint::gui::shown_claims::ClaimOrder::MostSources));
    assert!(claims(&harness)[0].contains("The ferry Linnet"));
}

#[test]
fn filters_and_search_leave_what_was_asked_for() {
    let mut harness = matrix();
    click(&mut harness, "4 from one source");
    assert_eq!(claims(&harness).len(), 4);
    send(&mut harness, Command::ShowEverything);

    send(&mut harness, Command::Find);
    harness.get_by_role(Role::TextInput).type_text("hospital NINE");
    harness.run();
    assert_eq!(claims(&harness), [HURT], "words of a statement that is not the title, whatever their case");
    harness.get_by_role(Role::TextInput).type_text(" zebra");
    harness.run();
    assert!(has(&harness, "Nothing found"));
    click(&mut harness, "Clear Search");
    assert_eq!(claims(&harness).len(), 8);
    for mark in Mark::ALL {
        send(&mut harness, Command::ToggleFilter(mark));
    }
    assert!(has(&harness, "All claims are hidden"));
    click(&mut harness, "Show Everything");
    assert_eq!(claims(&harness).len(), 8);
}

#[test]
fn the_keyboard_alone_goes_from_cell_to_cell_and_into_the_pair_view() {
    let mut harness = matrix();
    press(&mut harness, Key::ArrowDown);
    assert_eq!(harness.state().state.selected_row(), Some(0), "the first key selects what stands at the top");
    press(&mut harness, Key::ArrowDown);
    for _ in 0..3 {
        press(&mut harness, Key::ArrowRight);
    }
    let window = &harness.state().state;
    assert_eq!((window.claim(), window.column()), (Some(ClaimId(1)), Some(SourceId(2))));
    let node = harness.get_by_label_contains("C, Contradiction: Eleven people");
    assert_eq!(node.accesskit_node().is_selected(), Some(true));
    press(&mut harness, Key::End);
    assert_eq!(harness.state().state.selected_row(), Some(7));
    press(&mut harness, Key::Home);
    press(&mut harness, Key::PageDown);
    assert_eq!(harness.state().state.selected_row(), Some(7), "all rows are one page");
    press(&mut harness, Key::Home);
    for _ in 0..9 {
        press(&mut harness, Key::ArrowLeft);
    }
    assert_eq!(harness.state().state.column(), None, "left of the first source stands the claim");
    press(&mut harness, Key::ArrowDown);
    press(&mut harness, Key::Enter);
    assert_eq!(harness.state().state.view(), View::Pair);
    assert!(has(&harness, "Article on the left"));
}

#[test]
fn the_next_difference_is_the_next_disputed_claim() {
    let mut harness = matrix();
    let mut rows = Vec::new();
    for _ in 0..3 {
        send(&mut harness, Command::NextDifference);
        rows.push(harness.state().state.selected_row().unwrap());
    }
    assert_eq!(rows, [1, 2, 1], "around the end");
    send(&mut harness, Command::PreviousDifference);
    assert_eq!(harness.state().state.selected_row(), Some(2));
}

#[test]
fn dismissing_its_pairs_takes_a_claim_out_of_dispute() {
    let mut harness = matrix();
    assert!(has(&harness, "1 disputed"));
    for cell in ["B, Contradiction: Fourteen", "C, Contradiction: Eleven"] {
        click(&mut harness, cell);
        harness.get_by_role_and_label(Role::Button, "Dismiss").click();
        harness.run();
    }
    assert!(has(&harness, "Said by 2 independent sources: Eleven passengers were hurt"), "{:?}", claims(&harness));
    assert!(has(&harness, "0 disputed") && has(&harness, "B, Only here: Fourteen"));
    send(&mut harness, Command::Undo);
    assert!(has(&harness, HURT));
}

#[test]
fn the_selection_is_found_again_when_claims_are_numbered_anew() {
    let mut harness = matrix();
    click(&mut harness, "D, Only here: Villagers");
    assert_eq!(harness.state().state.claim(), Some(ClaimId(6)));
    let mut comparison = (**harness.state().state.comparison().unwrap()).clone();
    comparison.claims.reverse();
    for (id, claim) in (0..).zip(&mut comparison.claims) {
        claim.id = ClaimId(id);
    }
    let state = &mut harness.state_mut().state;
    let effects = state.handle(Command::CompareAgain);
    let [Effect::Compare(job, items)] = &effects[..] else { panic!("{effects:?}") };
    let items = items.iter().map(|item| item.0).collect();
    state.handle(Command::News(News::Compared(*job, items, Arc::new(comparison))));
    harness.run();
    assert_eq!(harness.state().state.claim(), Some(ClaimId(1)));
    assert!(has(&harness, "Only source D says this"));
}

#[test]
fn many_claims_cost_what_is_in_view_and_header_and_claims_stay_in_place() {
    let mut harness = matrix_of(long::claims(5000, 20));
    let told = |harness: &Matrix<'_>| harness.get_all_by_role(Role::GridCell).count();
    assert!((20..150).contains(&told(&harness)), "{}", told(&harness));
    let first = head(&harness, "Source A: source 0").unwrap();
    press(&mut harness, Key::End);
    assert_eq!(head(&harness, "Source A: source 0"), Some(first), "the header stays while rows scroll");
    assert_eq!(harness.state().state.selected_row(), Some(4999));
    let last = harness.get_all_by_role(Role::RowHeader).map(|n| n.rect().bottom()).fold(f32::MIN, f32::max);
    assert!(last <= 760.0, "the last row is in view: {last}");
    let left = harness.get_all_by_role(Role::RowHeader).next().unwrap().rect().left();
    for _ in 0..20 {
        press(&mut harness, Key::ArrowRight);
    }
    assert!(head(&harness, "Source T: source 19").is_some(), "the last source is in view");
    assert!(head(&harness, "Source A: source 0").is_none(), "the first one is not");
    let now = harness.get_all_by_role(Role::RowHeader).next().unwrap().rect().left();
    assert_eq!(now, left, "the claims stay while columns scroll");
    assert!((20..150).contains(&told(&harness)));
}

#[test]
fn nothing_moves_once_it_has_come_to_rest() {
    let mut harness = matrix();
    send(&mut harness, Command::NextDifference);
    assert_eq!(harness.run(), 1, "no frame asks for another");
}

#[test]
fn a_claim_that_a_filter_or_the_search_hides_is_shown_on_request() {
    let mut harness = matrix();
    click(&mut harness, "D, Only here: Villagers");
    assert!(!has(&harness, "is hidden by"));
    send(&mut harness, Command::ToggleFilter(Mark::OnlyHere));
    assert!(has(&harness, "The selected claim is hidden by the filters."));
    send(&mut harness, Command::SetSearch("Linnet".to_owned()));
    assert!(has(&harness, "The selected claim is hidden by filters and search."));
    harness.get_by_role_and_label(Role::Button, "Show Selected").click();
    harness.run();
    assert!(!has(&harness, "is hidden by"));
    assert_eq!(harness.get_by_label_contains("D, Only here: Villagers").accesskit_node().is_selected(), Some(true));
    assert_eq!(harness.state().state.selected_row(), Some(6), "its row is shown again");

    send(&mut harness, Command::SetSearch("Linnet".to_owned()));
    assert!(has(&harness, "The selected claim is hidden by the search."));
    send(&mut harness, Command::ClearSelection);
    assert!(!has(&harness, "is hidden by"), "with nothing selected nothing is hidden");
}

#[test]
fn a_pair_that_a_filter_hides_is_shown_on_request() {
    let mut harness = matrix();
    click(&mut harness, "C, Contradiction: Eleven people");
    send(&mut harness, Command::ShowView(View::Pair));
    assert!(!has(&harness, "is hidden by"));
    send(&mut harness, Command::ToggleFilter(Mark::Contradiction));
    assert!(has(&harness, "The selected pair is hidden by the filters."));
    let article = harness.get_by_label_contains("Article on the left").rect();
    assert!(article.height() > 500.0, "the line leaves the articles their room: {article}");
    harness.get_by_role_and_label(Role::Button, "Show Selected").click();
    harness.run();
    assert!(!has(&harness, "is hidden by"));
    assert!(harness.state().state.selected_position().is_some());
    harness.get_by_role_and_label(Role::Button, "Dismiss").click();
    harness.run();
    assert!(!has(&harness, "is hidden by"), "what was dismissed is no surprise");
}

#[test]
fn the_two_ends_of_the_selected_pair_stand_first_in_the_inspector() {
    let mut harness = matrix();
    click(&mut harness, "C, Contradiction: Eleven people");
    let top = |letter: &str| {
        let inspector = harness.query_all_by_label(letter).map(|node| node.rect()).filter(|rect| rect.left() > 1000.0);
        inspector.map(|rect| rect.top()).fold(f32::MAX, f32::min)
    };
    let [a, b, c] = ["Source A", "Source B", "Source C"].map(top);
    assert!(b < c && c < a, "{a} {b} {c}");
    assert!(has(&harness, "ALSO OF THIS CLAIM"));
}

#[test]
fn columns_too_narrow_to_read_scroll_instead() {
    let mut harness = matrix();
    let [claims, first, second] = ["Claim", "Source A: ", "Source B: "].map(|label| {
        harness.query_all_by_label_contains(label).map(|node| node.rect()).find(|rect| rect.left() > 200.0)
    });
    let (first, second) = (first.unwrap(), second.unwrap());
    assert!(second.left() - first.left() >= 160.0, "{first} {second} {claims:?}");
    press(&mut harness, Key::Home);
    for _ in 0..5 {
        press(&mut harness, Key::ArrowRight);
    }
    let rows: Vec<f32> = harness.get_all_by_role(Role::RowHeader).map(|node| node.rect().left()).collect();
    assert!(rows.iter().all(|&left| left == rows[0]), "the claims stay");
    assert!(has(&harness, "E: silent") && head(&harness, "Source A: Ferry Linnet").is_none());
}
