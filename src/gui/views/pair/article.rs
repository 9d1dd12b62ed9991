//! An article as it stands in a pane: virtualised rows, the scroll position, and where in it a statement is.

use std::sync::Arc;

use egui::{Galley, Pos2, Rangef, Rect, Ui, pos2};

use super::heights::Heights;
use super::lines;
use super::reveal::Aim;
use super::rows::Rows;
use super::scroll::Scroll;
use super::text::{Setting, Texts};
use crate::gui::theme;
use crate::model::{BlockKind, Source, Span, StatementId};

/// A row that is in view, where it is painted.
#[derive(Clone, Debug)]
pub(super) struct VisibleRow {
    /// Its index.
    pub(super) index: usize,
    /// Its text.
    pub(super) galley: Arc<Galley>,
    /// Where the galley's upper left corner is on the screen.
    pub(super) pos: Pos2,
    /// Where it stands in the document's text.
    pub(super) span: Span,
    /// The statements that have words in it, with the lines that they cover on the screen.
    pub(super) statements: Vec<(StatementId, Vec<Rect>)>,
}

impl VisibleRow {
    /// The lines that a stretch of the document covers in this row, on the screen.
    pub(super) fn lines(&self, span: Span) -> Vec<Rect> {
        let within = |byte: usize| byte.clamp(self.span.start, self.span.end) - self.span.start;
        let mut lines = lines::lines(&self.galley, Span::new(within(span.start), within(span.end)));
        for line in &mut lines {
            *line = line.translate(self.pos.to_vec2());
        }
        lines
    }

    /// The statement under a position on the screen, with the lines it covers.
    pub(super) fn statement_at(&self, source: &Source, pos: Pos2) -> Option<StatementId> {
        let byte = self.span.start + lines::byte_at(&self.galley, pos - self.pos)?;
        let here = |id: &StatementId| source.statements[id.0 as usize].span.contains(Span::new(byte, byte + 1));
        self.statements.iter().map(|&(id, _)| id).find(here)
    }

    /// Where its text is on the screen.
    pub(super) fn rect(&self) -> Rect {
        Rect::from_min_size(self.pos, self.galley.size())
    }
}

/// What a pane keeps of its article between frames.
#[derive(Default)]
pub(super) struct Article {
    rows: Rows,
    heights: Heights,
    texts: Texts,
    /// Where it stands.
    pub(super) scroll: Scroll,
    /// The statement it glides to.
    pub(super) aim: Option<Aim>,
    /// Width of the column of text.
    column: f32,
    /// What is in view, from top to bottom; filled by [`Article::lay_out`].
    pub(super) visible: Vec<VisibleRow>,
}

impl Article {
    /// An article of which nothing is laid out yet.
    pub(super) fn new(source: &Source) -> Self {
        Self { rows: Rows::new(source), ..Self::default() }
    }

    /// Whether the rows are those of a source with the same text.
    pub(super) fn is_of(&self, source: &Source) -> bool {
        self.rows == Rows::new(source)
    }

    /// Takes the sizes of this frame: width of the column of text, height of the view.
    pub(super) fn resize(&mut self, ui: &Ui, column: f32, viewport: f32) {
        self.column = column;
        if self.texts.begin(ui, column) || self.heights.len() != self.rows.len() {
            // What stood at the top stays there although everything becomes narrower or wider.
            let (first, share) = self.place(self.scroll.offset());
            let estimates = self.rows.iter().enumerate().map(|(i, row)| self.texts.estimate(row, i == 0, column));
            self.heights = Heights::new(estimates.collect());
            self.scroll.resize(viewport, self.content());
            self.scroll.set(self.height_of(first, share));
        }
        self.scroll.resize(viewport, self.content());
    }

    /// Height of everything, with the space above and below.
    pub(super) fn content(&self) -> f64 {
        self.heights.total() + 2.0 * f64::from(theme::PANE_PADDING)
    }

    /// Lays out what is in view, corrects the heights that were estimated, and remembers where the rows are on screen;
    /// `origin` is where the column of text begins: its left edge, the view's upper edge.
    pub(super) fn lay_out(&mut self, ui: &Ui, source: &Source, origin: Pos2) {
        self.correct(ui, source, self.scroll.offset());
        self.scroll.resize(self.scroll.viewport(), self.content());
        self.visible.clear();
        let offset = self.scroll.offset();
        let first = self.row_at(offset);
        let mut index = first;
        let mut top = self.top(index) - offset;
        while index < self.rows.len() && top < f64::from(self.scroll.viewport()) {
            let row = self.rows.get(index);
            let galley = self.texts.galley(ui, source, (index, row), self.column);
            let setting = Setting::of(row, index == 0);
            let pos = pos2(origin.x + setting.indent, origin.y + top as f32 + setting.gaps[0]);
            let mut visible = VisibleRow { index, galley, pos, span: row.span, statements: Vec::new() };
            let statements = row.statements.clone().map(|i| &source.statements[i]);
            visible.statements = statements.map(|s| (s.id, visible.lines(s.span))).collect();
            self.visible.push(visible);
            top += f64::from(self.heights.height(index));
            index += 1;
        }
        self.texts.end(&(first..index));
    }

    /// Lays out a view's worth of rows from a distance on and corrects their heights. What is in view keeps its place.
    pub(super) fn correct(&mut self, ui: &Ui, source: &Source, from: f64) {
        let mut index = self.row_at(from);
        let mut end = from + f64::from(self.scroll.viewport());
        while index < self.rows.len() && self.top(index) < end {
            let row = self.rows.get(index);
            let setting = Setting::of(row, index == 0);
            let galley = self.texts.galley(ui, source, (index, row), self.column);
            let above = self.top(index) < self.scroll.offset();
            let change = self.heights.set(index, galley.size().y + setting.gaps[0] + setting.gaps[1]);
            if above && change != 0.0 {
                self.scroll.shift(change);
                end += change;
            }
            index += 1;
        }
    }

    /// What a row is, and whether it goes on with the block of the row before.
    pub(super) fn kind(&self, row: usize) -> (BlockKind, bool) {
        let row = self.rows.get(row);
        (row.kind, row.continued)
    }

    /// Distance of a row's upper edge from the top of everything.
    fn top(&self, row: usize) -> f64 {
        f64::from(theme::PANE_PADDING) + self.heights.top(row)
    }

    fn row_at(&self, y: f64) -> usize {
        self.heights.row_at(y - f64::from(theme::PANE_PADDING))
    }

    /// The row at a distance and how far into it that is, 0 to 1.
    fn place(&self, y: f64) -> (usize, f64) {
        let row = self.row_at(y);
        let height = f64::from(self.heights.height(row)).max(1.0);
        (row, ((y - self.top(row)) / height).clamp(0.0, 1.0))
    }

    /// The distance of a place in a row. The place right at the top is the top of everything, padding included.
    fn height_of(&self, row: usize, share: f64) -> f64 {
        if row == 0 && share == 0.0 { 0.0 } else { self.top(row) + share * f64::from(self.heights.height(row)) }
    }

    /// Distance of the upper edge of a statement's first line from the top of everything: exact once its row is laid
    /// out, else estimated.
    pub(super) fn y_of(&self, source: &Source, statement: StatementId) -> f64 {
        self.extent_of(source, statement)[0]
    }

    /// Distances of upper and lower edge of a statement from the top of everything.
    pub(super) fn extent_of(&self, source: &Source, statement: StatementId) -> [f64; 2] {
        let index = self.rows.row_of(statement);
        let Some(statement) = source.statements.get(statement.0 as usize) else { return [0.0; 2] };
        if self.rows.len() == 0 {
            return [0.0; 2];
        }
        let row = self.rows.get(index);
        let setting = Setting::of(row, index == 0);
        let top = self.top(index) + f64::from(setting.gaps[0]);
        let from = statement.span.start.saturating_sub(row.span.start).min(row.span.len());
        let to = statement.span.end.saturating_sub(row.span.start).min(row.span.len());
        if let Some(galley) = self.texts.known(index) {
            let lines = lines::lines(galley, Span::new(from, to));
            if let (Some(first), Some(last)) = (lines.first(), lines.last()) {
                return [top + f64::from(first.top()), top + f64::from(last.bottom())];
            }
        }
        let text = f64::from(self.heights.height(index) - setting.gaps[0] - setting.gaps[1]);
        let share = |byte: usize| byte as f64 / row.span.len().max(1) as f64 * text;
        [top + share(from), top + share(to)]
    }

    /// Where a statement is on the screen, whether seen or not; `view` is the view's vertical range on the screen.
    pub(super) fn on_screen(&self, source: &Source, statement: StatementId, view: Rangef) -> Rangef {
        let [top, bottom] = self.extent_of(source, statement).map(|y| (y - self.scroll.offset()) as f32 + view.min);
        Rangef::new(top, bottom)
    }

    /// The share of the article's text that lies above a distance, 0 to 1.
    pub(super) fn share_at(&self, source: &Source, y: f64) -> f32 {
        if self.rows.len() == 0 {
            return 0.0;
        }
        let (row, within) = self.place(y);
        let span = self.rows.get(row).span;
        ((span.start as f64 + within * span.len() as f64) / source.document.text.len().max(1) as f64) as f32
    }

    /// The distance at which a share of the article's text lies above.
    pub(super) fn y_at_share(&self, source: &Source, share: f32) -> f64 {
        if self.rows.len() == 0 {
            return 0.0;
        }
        let byte = f64::from(share) * source.document.text.len() as f64;
        let row = self.rows.row_at_byte(byte as usize);
        let span = self.rows.get(row).span;
        self.height_of(row, ((byte - span.start as f64) / span.len().max(1) as f64).clamp(0.0, 1.0))
    }
}
