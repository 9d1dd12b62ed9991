//! How rows are set: font and distances by what a row is, and a cache of laid-out text.

use std::collections::HashMap;
use std::sync::Arc;

use egui::text::{LayoutJob, LayoutSection};
use egui::{FontId, Galley, TextFormat, Ui};

use super::rows::Row;
use crate::gui::theme::{self, Theme, font};
use crate::model::{BlockKind, Source};

/// More layouts than any view needs at once; beyond it those out of view are dropped.
const KEPT: usize = 400;

/// How a row is set.
#[derive(Clone, Debug)]
pub(super) struct Setting {
    font: FontId,
    line: f32,
    quiet: bool,
    /// Distance above the text, and below it.
    pub(super) gaps: [f32; 2],
    /// Distance of the text from the column's left edge.
    pub(super) indent: f32,
}

impl Setting {
    /// The setting of a row; `first` is whether it opens the article.
    pub(super) fn of(row: &Row, first: bool) -> Self {
        let reading = |font, quiet| (font, theme::READING_LINE, quiet);
        let (font, line, quiet) = match row.kind {
            BlockKind::Heading if first => (font::reading_title(), theme::READING_TITLE_LINE, false),
            BlockKind::Heading | BlockKind::Question => reading(font::reading_heading(), false),
            BlockKind::Paragraph | BlockKind::ListItem | BlockKind::TableRow => reading(font::reading(), false),
            BlockKind::Caption | BlockKind::Byline | BlockKind::Boilerplate => {
                (font::reading_quiet(), theme::READING_QUIET_LINE, true)
            }
        };
        let gaps = match row.kind {
            _ if row.continued => [0.0, theme::PARAGRAPH_GAP],
            BlockKind::Heading if !first => [theme::PARAGRAPH_GAP, theme::PARAGRAPH_GAP / 2.0],
            BlockKind::ListItem | BlockKind::TableRow => [0.0, theme::PARAGRAPH_GAP / 2.0],
            _ => [0.0, theme::PARAGRAPH_GAP],
        };
        let indent = if row.kind == BlockKind::ListItem { theme::LIST_INDENT } else { 0.0 };
        Self { font, line, quiet, gaps, indent }
    }
}

/// What a layout depends on beside its text. If it changes, all layouts are made anew.
#[derive(Clone, Debug, PartialEq)]
struct Key {
    width: f32,
    pixels_per_point: f32,
    dark: bool,
}

/// Layouts of the rows of one pane.
#[derive(Default)]
pub(super) struct Texts {
    key: Option<Key>,
    /// A layout that egui keeps only as long as the font atlas that our layouts point into.
    probe: Option<Arc<Galley>>,
    galleys: HashMap<usize, Arc<Galley>>,
    /// Mean width of a character of reading text at 16 points.
    char_width: f32,
}

impl Texts {
    /// Looks whether the layouts are still good for a column `width` points wide and drops them if not. Returns whether
    /// heights have to be estimated anew.
    pub(super) fn begin(&mut self, ui: &Ui, width: f32) -> bool {
        // The letters of English text in about their frequencies, so that the mean width is that of prose.
        const PROBE: &str =
            "the rain in Spain stays mainly on a plain, and those who heard of it there agreed to differ";
        let probe = ui.fonts_mut(|f| f.layout_no_wrap(PROBE.to_owned(), font::reading(), Theme::of(ui).ink));
        self.char_width = probe.size().x / PROBE.len() as f32;
        if !self.probe.as_ref().is_some_and(|old| Arc::ptr_eq(old, &probe)) {
            self.galleys.clear();
        }
        self.probe = Some(probe);
        let key = Key { width, pixels_per_point: ui.pixels_per_point(), dark: ui.visuals().dark_mode };
        if self.key.as_ref() == Some(&key) {
            return false;
        }
        let same_lines = self.key.as_ref().is_some_and(|old| Key { dark: key.dark, ..old.clone() } == key);
        self.key = Some(key);
        self.galleys.clear();
        !same_lines
    }

    /// The height a row will have, from its number of characters.
    pub(super) fn estimate(&self, row: &Row, first: bool, width: f32) -> f32 {
        let setting = Setting::of(row, first);
        let scale = setting.font.size / font::reading().size;
        let a_line = ((width - setting.indent) / (self.char_width * scale).max(1.0)).max(1.0);
        let lines = (row.chars as f32 / a_line).ceil().max(1.0);
        lines * setting.line + setting.gaps[0] + setting.gaps[1]
    }

    /// The layout of a row.
    pub(super) fn galley(&mut self, ui: &Ui, source: &Source, rows: (usize, &Row), width: f32) -> Arc<Galley> {
        let (index, row) = rows;
        if let Some(galley) = self.galleys.get(&index) {
            return Arc::clone(galley);
        }
        let job = job(source, row, &Setting::of(row, index == 0), width, Theme::of(ui));
        let galley = ui.fonts_mut(|f| f.layout_job(job));
        self.galleys.insert(index, Arc::clone(&galley));
        galley
    }

    /// The layout of a row, if there is one already.
    pub(super) fn known(&self, index: usize) -> Option<&Arc<Galley>> {
        self.galleys.get(&index)
    }

    /// Drops layouts far from what is seen, if there are many.
    pub(super) fn end(&mut self, visible: &std::ops::Range<usize>) {
        if self.galleys.len() > KEPT {
            let near = visible.start.saturating_sub(KEPT / 4)..visible.end + KEPT / 4;
            self.galleys.retain(|index, _| near.contains(index));
        }
    }
}

/// The text of a row as egui lays it out. Line breaks inside a block become spaces, so that byte offsets stay.
fn job(source: &Source, row: &Row, setting: &Setting, width: f32, theme: &Theme) -> LayoutJob {
    let text = row.span.of(&source.document.text).replace(['\n', '\r', '\t'], " ");
    let color = if setting.quiet { theme.quiet } else { theme.ink };
    let format = |font: &FontId| TextFormat {
        font_id: font.clone(),
        color,
        line_height: Some(setting.line),
        ..TextFormat::default()
    };
    let mut job = LayoutJob::default();
    job.wrap.max_width = (width - setting.indent).max(1.0);
    let mut add = |from: usize, to: usize, format: TextFormat| {
        if from < to {
            let byte_range = from.into()..to.into();
            job.sections.push(LayoutSection { leading_space: 0.0, byte_range, format });
        }
    };
    let label = label_end(source, row);
    add(0, label, format(&font::reading_heading()));
    add(label, text.len(), format(&setting.font));
    job.text = text;
    job
}

/// Where the label that leads a row ("Location of Talks") ends, in bytes from its start; bullets do not count.
fn label_end(source: &Source, row: &Row) -> usize {
    let Some(statement) = source.statements.get(row.statements.start).filter(|s| s.span.start >= row.span.start) else {
        return 0;
    };
    let words = |label: &&crate::model::Span| {
        label.shifted(statement.span.start).of(&source.document.text).contains(char::is_alphabetic)
    };
    let end = statement.label.as_ref().filter(words).map_or(0, |label| label.shifted(statement.span.start).end);
    let end = end.saturating_sub(row.span.start).min(row.span.len());
    if row.span.of(&source.document.text).is_char_boundary(end) { end } else { 0 }
}
