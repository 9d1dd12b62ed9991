//! The state alone: commands and news in, effects out.

use std::path::PathBuf;
use std::sync::Arc;

use super::*;
use crate::import;
use crate::model::{Alignment, Claim, Pair, Relation, Settings, SourceId, StatementId, Strength, Verdict};
use crate::segment::segment;

fn paste(state: &mut State, title: &str) -> Vec<Effect> {
    let text = format!("First thing of {title}. Second thing of {title}. Third thing of {title}.");
    state.handle(Command::AddText { title: title.to_owned(), text })
}

/// What the engine would say of the documents of an effect: a contradiction between the first statements.
fn answer(effects: &[Effect]) -> (JobId, Vec<ShelfId>, Arc<Comparison>) {
    let [Effect::Compare(id, items)] = effects else { panic!("nothing to compare: {effects:?}") };
    let sources: Vec<_> = items.iter().map(|(_, document)| segment(Arc::clone(document))).collect();
    let at = |source| StatementRef { source: SourceId(source), statement: StatementId(0) };
    let alignment = Alignment::new(at(0), at(1), 0.5);
    let verdict =
        Verdict { relation: Relation::Contradiction, strength: Strength::Clear, confidence: 0.5, reasons: Vec::new() };
    let pairs = if sources.len() > 1 { vec![Pair { alignment, verdict }] } else { Vec::new() };
    let comparison = Comparison { sources, pairs, ..Comparison::default() };
    (*id, items.iter().map(|item| item.0).collect(), Arc::new(comparison))
}

fn two_compared() -> State {
    let mut state = State::default();
    paste(&mut state, "Aleph");
    let (id, items, comparison) = answer(&paste(&mut state, "Beth"));
    state.handle(Command::News(News::Compared(id, items, comparison)));
    assert!(state.job().is_none() && state.shown().pairs.len() == 1);
    state
}

#[test]
fn a_comparison_that_is_no_longer_wanted_is_dropped() {
    let mut state = State::default();
    paste(&mut state, "Aleph");
    let stale = answer(&paste(&mut state, "Beth"));
    let wanted = answer(&paste(&mut state, "Gimel"));
    state.handle(Command::News(News::Compared(stale.0, stale.1, stale.2)));
    assert!(state.comparison().is_none() && state.job().is_some());
    state.handle(Command::News(News::Compared(wanted.0, wanted.1, wanted.2)));
    assert_eq!(state.comparison().unwrap().sources.len(), 3);
}

#[test]
fn what_comes_after_a_stop_is_dropped_and_comparing_can_begin_again() {
    let mut state = State::default();
    paste(&mut state, "Aleph");
    let late = answer(&paste(&mut state, "Beth"));
    assert!(matches!(state.handle(Command::CancelWork)[..], [Effect::Cancel]));
    state.handle(Command::News(News::Compared(late.0, late.1, late.2)));
    assert!(state.comparison().is_none());
    assert!(matches!(state.handle(Command::CompareAgain)[..], [Effect::Compare(..)]));
}

#[test]
fn files_that_were_read_while_another_job_began_are_compared_too() {
    let mut state = State::default();
    let effects = state.handle(Command::AddFiles(vec![PathBuf::from("a.txt")]));
    let [Effect::Read(id, _)] = effects[..] else { panic!("{effects:?}") };
    paste(&mut state, "Beth");
    let document = import::paste("a.txt", "The first thing of the file.").unwrap();
    state.handle(Command::News(News::Read("a.txt".into(), Ok(Box::new(document)))));
    let effects = state.handle(Command::News(News::ReadAll(id)));
    let [Effect::Compare(_, items)] = &effects[..] else { panic!("{effects:?}") };
    assert_eq!(items.len(), 2);
}

#[test]
fn the_selection_outlives_a_new_order_of_the_sources() {
    let mut state = two_compared();
    state.handle(Command::SelectPair(0));
    let second = state.shelf().items()[1].id;
    state.handle(Command::ChooseSource(second));
    let (id, items, comparison) = answer(&state.handle(Command::MoveSourceUp));
    state.handle(Command::News(News::Compared(id, items, comparison)));
    assert_eq!(state.selected(), Some(0), "the same two statements, left and right exchanged");
    assert_eq!(state.letter(SourceId(0)).to_string(), "A");
    assert_eq!(state.shelf().items()[0].id, second);
}

#[test]
fn what_was_chosen_of_a_report_is_kept_and_names_the_file() {
    let mut state = two_compared();
    assert!(state.handle(Command::SaveReport).is_empty());
    assert_eq!(state.dialog(), Some(&Dialog::Report));
    let left_out = vec![state.shelf().items()[1].id];
    let choices = ReportChoices { format: "html", context: true, left_out, ..ReportChoices::default() };
    let effects = state.handle(Command::ChooseReport(choices.clone()));
    let [Effect::PickSavePath(Saving::Report, name)] = &effects[..] else { panic!("{effects:?}") };
    assert!(name.ends_with(".html"), "{name}");
    assert_eq!((state.dialog(), state.report_choices()), (None, &choices));
    let options = state.report_options();
    assert!(options.context && options.left_out == [SourceId(1)]);
    state.handle(Command::News(News::SavePathPicked(Saving::Report, Picked::Cancelled)));
    // The other source goes: a report of nothing is none.
    state.handle(Command::ChooseSource(state.shelf().items()[0].id));
    let (id, items, comparison) = answer(&state.handle(Command::RemoveSource));
    state.handle(Command::News(News::Compared(id, items, comparison)));
    assert!(state.report_options().left_out.is_empty());
    state.handle(Command::SaveReport);
    assert_eq!(state.report_choices().format, "html");
}

#[test]
fn what_is_selected_in_another_view_is_in_the_panes_when_the_pair_view_is_shown() {
    let mut state = two_compared();
    let (id, items, comparison) = answer(&paste(&mut state, "Gimel"));
    let mut comparison = (*comparison).clone();
    let mut pair = comparison.pairs[0].clone();
    pair.alignment.right.source = SourceId(2);
    comparison.pairs.push(pair);
    state.handle(Command::News(News::Compared(id, items, Arc::new(comparison))));

    state.handle(Command::ShowView(View::Matrix));
    state.handle(Command::SelectPair(1));
    assert_eq!(state.shown().sources, [SourceId(0), SourceId(1)], "the panes are not to be seen");
    state.handle(Command::ShowView(View::Pair));
    assert_eq!((state.shown().sources, state.selected()), ([SourceId(0), SourceId(2)], Some(1)));

    let said = StatementRef { source: SourceId(1), statement: StatementId(2) };
    state.handle(Command::ShowView(View::Matrix));
    state.handle(Command::SelectStatement(said));
    state.handle(Command::ShowView(View::Pair));
    assert!(state.shown().sources.contains(&said.source));
    assert_eq!(state.selection(), Some(Selection::Statement(said)));

    state.handle(Command::ShowView(View::Matrix));
    state.handle(Command::SwapPanes);
    assert_eq!(state.view(), View::Pair, "who changes the panes wants to see them");
}

#[test]
fn commands_that_have_nothing_to_act_on_do_nothing() {
    let mut state = State::default();
    for command in [Command::SaveReport, Command::SaveProject, Command::Undo, Command::Confirm, Command::RemoveSource] {
        assert!(!state.can(&command) && state.handle(command).is_empty());
    }
}

#[test]
fn without_a_dialog_of_the_system_the_window_asks_itself() {
    let mut state = State::default();
    assert!(matches!(state.handle(Command::Open)[..], [Effect::PickFiles]));
    assert!(!state.can(&Command::Open), "one dialog at a time");
    state.handle(Command::News(News::FilesPicked(Picked::Unavailable)));
    assert_eq!(state.dialog(), Some(&Dialog::OpenPath));
    assert!(!state.is_picking());
}

#[test]
fn opening_a_project_asks_before_decisions_are_lost() {
    let mut state = two_compared();
    state.handle(Command::SelectPair(0));
    state.handle(Command::Confirm);
    let project = PathBuf::from("other.counterpoint");
    assert!(state.handle(Command::AddFiles(vec![project.clone()])).is_empty());
    assert_eq!(state.dialog(), Some(&Dialog::ConfirmOpen(project.clone())));
    assert!(matches!(state.handle(Command::OpenProject(project))[..], [Effect::LoadProject(..)]));
}

#[test]
fn a_decision_survives_a_new_comparison_and_goes_with_a_new_beginning() {
    let mut state = two_compared();
    state.handle(Command::SelectPair(0));
    state.handle(Command::SetNote("ask both desks".to_owned()));
    let (id, items, comparison) = answer(&state.handle(Command::CompareAgain));
    state.handle(Command::News(News::Compared(id, items, comparison)));
    assert_eq!(state.decision(0).unwrap().note, "ask both desks");
    state.handle(Command::NewComparison);
    assert_eq!(state.dialog(), Some(&Dialog::ConfirmNew));
    state.handle(Command::ClearAll);
    assert!(state.review().is_empty() && state.shelf().is_empty() && state.comparison().is_none());
}

#[test]
fn switching_the_model_compares_again_and_goes_into_the_project() {
    let mut state = two_compared();
    assert!(state.options().settings().use_model);
    let before = state.changes();
    assert!(matches!(state.handle(Command::ToggleModel)[..], [Effect::Compare(..)]));
    assert!(!state.project().settings.use_model && state.changes() > before);
    let loaded = Ok((Settings { use_model: true, ..Settings::default() }, Box::default()));
    state.handle(Command::News(News::ProjectLoaded(None, loaded)));
    assert!(state.options().settings().use_model, "as the project has it");
}

#[test]
fn a_date_that_the_reader_sets_is_what_relative_times_rest_on_after_the_next_run() {
    let mut state = State::default();
    paste(&mut state, "Aleph");
    let add = Command::AddText {
        title: "Beth".to_owned(),
        text: "The envoys of the two countries met in Lisbon on Tuesday to speak about the war.".to_owned(),
    };
    let compared = |state: &mut State, effects: &[Effect]| {
        let (id, items, comparison) = answer(effects);
        let mut comparison = Comparison::clone(&comparison);
        comparison.timeline = crate::timeline::timeline(&comparison);
        state.handle(Command::News(News::Compared(id, items, Arc::new(comparison))));
        let event = &state.comparison().unwrap().timeline[0];
        let item = state.timeline().item(state.timeline().place(event.id).unwrap()).unwrap();
        assert_eq!(item.assumed, event.assumed_date);
        (event.when(), event.assumed_date)
    };
    let effects = state.handle(add);
    assert!(compared(&mut state, &effects).1, "today is assumed");
    let beth = state.shelf().items()[1].id;
    let date = Some(jiff::civil::date(2025, 12, 4));
    let effects = state.handle(Command::SetSource(beth, SourceEdit { title: "Beth".to_owned(), published: date }));
    assert_eq!(compared(&mut state, &effects), ("2 Dec 2025".to_owned(), false));
}

#[test]
fn a_pair_between_two_claims_belongs_to_the_claim_it_was_selected_in() {
    let mut state = State::default();
    paste(&mut state, "Aleph");
    let (id, items, comparison) = answer(&paste(&mut state, "Beth"));
    let mut comparison = Arc::unwrap_or_clone(comparison);
    comparison.claims = (0..2)
        .map(|claim| {
            let at = StatementRef { source: SourceId(claim), statement: StatementId(0) };
            let (id, title) = (ClaimId(claim), String::new());
            Claim { id, title, central: at, statements: vec![at], pairs: vec![], crossing: vec![0], within: vec![] }
        })
        .collect();
    state.handle(Command::News(News::Compared(id, items, Arc::new(comparison))));
    for claim in [1, 0, 1].map(ClaimId) {
        state.handle(Command::SelectCell(claim, None));
        assert_eq!((state.selected(), state.claim()), (Some(0), Some(claim)), "what makes it disputed is selected");
    }
    state.handle(Command::ClearSelection);
    assert_eq!(state.claim(), None);
}
