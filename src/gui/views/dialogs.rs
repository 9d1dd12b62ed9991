//! Dialogs inside the window. What is typed in them stays here until it is sent.

use std::path::PathBuf;

use egui::{Align, Id, Label, Layout, Modal, TextEdit, Ui};
use jiff::civil::Date;

use super::about::about_ui;
use super::controls::{focus_ring, label, primary, words};
use super::keys_list::keys_list_ui;
use super::report_dialog::report_ui;
use crate::gui::state::{Dialog, ReportChoices, Saving, SourceEdit};
use crate::gui::theme::{self, Theme, font};
use crate::gui::{Command, Commands, State, trace};

/// What is being typed.
#[derive(Debug, Default)]
pub(super) struct Drafts {
    dialog: Option<Dialog>,
    title: String,
    text: String,
    report: ReportChoices,
}

impl Drafts {
    /// Starts anew when another dialog opens; says whether it did.
    fn follow(&mut self, state: &State) -> bool {
        if self.dialog.as_ref() == state.dialog() {
            return false;
        }
        self.dialog = state.dialog().cloned();
        self.report = state.report_choices().clone();
        (self.title, self.text) = match &self.dialog {
            Some(Dialog::Paste(text)) => (String::new(), text.clone()),
            Some(Dialog::Source(id)) => state.shelf().get(*id).map_or_else(Default::default, |item| {
                let published = item.document.origin.published;
                (item.document.title.clone(), published.map_or_else(String::new, |p| p.date.to_string()))
            }),
            Some(Dialog::Note) => {
                let decision = state.selected().and_then(|pair| state.decision(pair));
                (String::new(), decision.map_or_else(String::new, |d| d.note.clone()))
            }
            Some(Dialog::SavePath(_, name)) => {
                let folder = std::env::current_dir().unwrap_or_default();
                (folder.join(name).display().to_string(), String::new())
            }
            _ => (String::new(), String::new()),
        };
        true
    }
}

pub(super) fn dialogs_ui(ui: &Ui, state: &State, drafts: &mut Drafts, commands: &mut Commands) {
    let opened = drafts.follow(state);
    let Some(dialog) = drafts.dialog.clone() else { return };
    let theme = Theme::of(ui);
    let modal = Modal::new(Id::unique("dialog"))
        .backdrop_color(theme.veil)
        .frame(egui::Frame::window(ui.style()).inner_margin(2.0 * theme::EDGE));
    let shown = modal.show(ui.ctx(), |ui| {
        ui.set_width(theme::DIALOG_WIDTH.min(ui.ctx().content_rect().width() - 8.0 * theme::EDGE));
        label(ui, words(heading(&dialog), font::title(), theme.ink));
        ui.add_space(theme::EDGE);
        match &dialog {
            Dialog::Paste(_) => paste_ui(ui, drafts, opened),
            Dialog::Source(id) => source_ui(ui, drafts, opened).map(|edit| edit.map(|e| Command::SetSource(*id, e))),
            Dialog::Note => note_ui(ui, drafts, opened),
            Dialog::OpenPath => open_path_ui(ui, drafts, opened),
            Dialog::SavePath(saving, _) => save_path_ui(ui, drafts, *saving, opened),
            Dialog::Report => report_ui(ui, state, &mut drafts.report, opened),
            Dialog::ConfirmNew => confirm_ui(ui, "Begin Anew", Command::ClearAll),
            Dialog::ConfirmOpen(path) => confirm_ui(ui, "Open Project", Command::OpenProject(path.clone())),
            Dialog::Keys => {
                keys_list_ui(ui);
                close_ui(ui)
            }
            Dialog::About => {
                about_ui(ui);
                close_ui(ui)
            }
        }
    });
    match shown.inner {
        Some(Some(command)) => commands.send(command),
        Some(None) => commands.send(Command::CloseDialog),
        None if shown.should_close() => commands.send(Command::CloseDialog),
        None => {}
    }
}

fn heading(dialog: &Dialog) -> &'static str {
    match dialog {
        Dialog::Paste(_) => "Paste Text",
        Dialog::Source(_) => "Title and Date",
        Dialog::Note => "Note",
        Dialog::OpenPath => "Open",
        Dialog::Report | Dialog::SavePath(Saving::Report, _) => "Save Report",
        Dialog::SavePath(Saving::Project, _) => "Save Project",
        Dialog::ConfirmOpen(_) => "Open Project",
        Dialog::ConfirmNew => "New Comparison",
        Dialog::Keys => "Keys",
        Dialog::About => "Counterpoint",
    }
}

/// What came of a dialog in a frame: nothing yet, closed, or something to send.
pub(super) type Outcome<T> = Option<Option<T>>;

/// The buttons at the foot of a dialog. Enter in a field of one line does the same as the first; `focus` gives that one
/// the keyboard.
pub(super) fn buttons<T>(ui: &mut Ui, name: &str, ready: Option<T>, entered: bool, focus: bool) -> Outcome<T> {
    let theme = Theme::of(ui);
    ui.add_space(theme::EDGE);
    let (done, cancelled) = ui
        .with_layout(Layout::right_to_left(Align::Center), |ui| {
            let done = ui.add_enabled(ready.is_some(), primary(theme, name));
            focus_ring(ui, &done);
            trace::located(ui, name, &done);
            if focus {
                done.request_focus();
            }
            let cancelled = ui.button("Cancel");
            focus_ring(ui, &cancelled);
            (done.clicked(), cancelled.clicked())
        })
        .inner;
    if cancelled {
        return Some(None);
    }
    if (done || entered) && ready.is_some() { Some(ready) } else { None }
}

fn close_ui(ui: &mut Ui) -> Outcome<Command> {
    ui.add_space(theme::EDGE);
    let closed = ui.with_layout(Layout::right_to_left(Align::Center), |ui| ui.button("Close").clicked()).inner;
    closed.then_some(None)
}

/// A field of one line below its name; says whether Enter was pressed in it.
fn field(ui: &mut Ui, name: &str, value: &mut String, focus: bool) -> bool {
    let theme = Theme::of(ui);
    let name = label(ui, words(name, font::small(), theme.quiet));
    let edit = ui.add(TextEdit::singleline(value).desired_width(f32::INFINITY)).labelled_by(name.id);
    if focus {
        edit.request_focus();
    }
    edit.lost_focus() && ui.input(|i| i.key_pressed(egui::Key::Enter))
}

/// A field of several lines below its name.
fn area(ui: &mut Ui, name: &str, value: &mut String, rows: usize, focus: bool) {
    let theme = Theme::of(ui);
    let name = label(ui, words(name, font::small(), theme.quiet));
    egui::ScrollArea::vertical().max_height(theme::LIST_HEIGHT * 0.6).show(ui, |ui| {
        let edit = TextEdit::multiline(value).desired_width(f32::INFINITY).desired_rows(rows);
        let edit = ui.add(edit).labelled_by(name.id);
        if focus {
            edit.request_focus();
        }
    });
}

pub(super) fn hint(ui: &mut Ui, text: &str) {
    let theme = Theme::of(ui);
    ui.add(Label::new(words(text, font::small(), theme.quiet)).wrap());
}

fn paste_ui(ui: &mut Ui, drafts: &mut Drafts, opened: bool) -> Outcome<Command> {
    field(ui, "Title", &mut drafts.title, opened && !drafts.text.is_empty());
    let empty = drafts.text.is_empty();
    area(ui, "Text", &mut drafts.text, 10, opened && empty);
    let ready = (!drafts.text.trim().is_empty())
        .then(|| Command::AddText { title: drafts.title.clone(), text: drafts.text.clone() });
    buttons(ui, "Add", ready, false, false)
}

fn source_ui(ui: &mut Ui, drafts: &mut Drafts, opened: bool) -> Outcome<SourceEdit> {
    let entered = field(ui, "Title", &mut drafts.title, opened)
        | field(ui, "Published (2025-12-02, or 2 Dec 2025)", &mut drafts.text, false);
    let date = parse_date(&drafts.text);
    let ready = date.clone().ok().map(|published| SourceEdit { title: drafts.title.clone(), published });
    if let Err(message) = date {
        let theme = Theme::of(ui);
        label(ui, words(message, font::small(), theme.error));
    } else {
        hint(ui, "Expressions like \u{201c}on Tuesday\u{201d} are understood by this date.");
    }
    buttons(ui, "Set", ready, entered, false)
}

/// A date as people write it; nothing leaves the date as it is.
fn parse_date(text: &str) -> Result<Option<Date>, String> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let patterns = ["%Y-%m-%d", "%d %b %Y", "%d %B %Y", "%b %d, %Y", "%B %d, %Y", "%d.%m.%Y"];
    let found = patterns.iter().find_map(|pattern| Date::strptime(pattern, text).ok());
    found.map(Some).ok_or_else(|| "This is not a date. Write it like 2025-12-02 or 2 Dec 2025.".to_owned())
}

fn note_ui(ui: &mut Ui, drafts: &mut Drafts, opened: bool) -> Outcome<Command> {
    area(ui, "Your note on this pair", &mut drafts.text, 5, opened);
    buttons(ui, "Keep", Some(Command::SetNote(drafts.text.clone())), false, false)
}

const NO_DIALOG: &str = "The system has no file dialog that programs can use. To get one, install xdg-desktop-portal \
                         with xdg-desktop-portal-gtk (or -kde), or zenity.";

fn open_path_ui(ui: &mut Ui, drafts: &mut Drafts, opened: bool) -> Outcome<Command> {
    area(ui, "Paths of files, one a line", &mut drafts.text, 4, opened);
    hint(ui, NO_DIALOG);
    let paths: Vec<PathBuf> = drafts.text.lines().map(str::trim).filter(|l| !l.is_empty()).map(PathBuf::from).collect();
    buttons(ui, "Open", (!paths.is_empty()).then_some(Command::AddFiles(paths)), false, false)
}

fn save_path_ui(ui: &mut Ui, drafts: &mut Drafts, saving: Saving, opened: bool) -> Outcome<Command> {
    let entered = field(ui, "Path", &mut drafts.title, opened);
    hint(ui, NO_DIALOG);
    let path = drafts.title.trim();
    let ready = (!path.is_empty()).then(|| Command::SaveTo(saving, PathBuf::from(path)));
    buttons(ui, "Save", ready, entered, false)
}

fn confirm_ui(ui: &mut Ui, name: &str, command: Command) -> Outcome<Command> {
    let theme = Theme::of(ui);
    let text = "All sources leave the shelf and your decisions and notes are forgotten. Save the project first if you \
                want to keep them.";
    ui.add(Label::new(words(text, font::body(), theme.ink)).wrap());
    buttons(ui, name, Some(command), false, false)
}

#[cfg(test)]
mod tests {
    use super::parse_date;

    #[test]
    fn dates_as_people_write_them() {
        let expected = Some(jiff::civil::date(2025, 12, 2));
        for text in ["2025-12-02", "2 Dec 2025", "02 December 2025", " Dec 2, 2025 ", "2.12.2025"] {
            assert_eq!(parse_date(text), Ok(expected), "{text}");
        }
        assert_eq!(parse_date(" "), Ok(None));
        for text in ["2025-13-02", "Tuesday", "31 Feb 2025"] {
            assert!(parse_date(text).is_err(), "{text}");
        }
    }
}
