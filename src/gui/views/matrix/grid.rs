//! Where the cells of the matrix stand: a header that stays above, a column of claims that stays on the left, and between
//! them what scrolls. All rows are of one height, so that a row is found without looking at those above it.

use std::ops::Range;

use egui::{Rangef, Rect, Vec2, pos2, vec2};

use crate::gui::theme;

/// Share of the width, 0 to 1, that the column of claims takes at most: beside it at least one source can be read.
const CLAIM_MOST: f32 = 0.45;

/// The matrix of a frame.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Grid {
    /// All of it on the screen.
    pub(super) area: Rect,
    /// Number of claims.
    pub(super) rows: usize,
    /// Number of sources.
    pub(super) columns: usize,
    /// Width of the column of claims.
    pub(super) claim_width: f32,
    /// Width of a source's column.
    pub(super) column_width: f32,
    /// Height of the header, the brackets above it included.
    pub(super) header_height: f32,
    /// Lines of words in a row.
    pub(super) lines: usize,
    /// How far it is scrolled.
    pub(super) offset: Vec2,
}

impl Grid {
    /// Divides an area. Columns share what the claims leave, and are never narrower than [`theme::COLUMN_LEAST`].
    pub(super) fn new(area: Rect, rows: usize, columns: usize, bands: usize, offset: Vec2) -> Self {
        let (least, most) = (*theme::CLAIM_WIDTHS.start(), *theme::CLAIM_WIDTHS.end());
        let claim_width = (area.width() * theme::CLAIM_SHARE).clamp(least, most).min(area.width() * CLAIM_MOST).floor();
        let shared = ((area.width() - claim_width) / columns.max(1) as f32).floor();
        let column_width = shared.max(theme::COLUMN_LEAST);
        let header_height = theme::MATRIX_HEADER + bands as f32 * theme::ECHO_BAND;
        let lines = if column_width < theme::COLUMN_WIDE { 3 } else { 2 };
        let mut grid = Self { area, rows, columns, claim_width, column_width, header_height, lines, offset };
        grid.offset = offset.clamp(Vec2::ZERO, grid.most());
        grid
    }

    /// Height of a row.
    pub(super) fn row_height(&self) -> f32 {
        self.lines as f32 * theme::CELL_LINE + 2.0 * (theme::CELL_PADDING + theme::CELL_GAP)
    }

    /// Size of everything that scrolls, with the parts that stay.
    pub(super) fn content(&self) -> Vec2 {
        let width = self.claim_width + self.columns as f32 * self.column_width;
        vec2(width, self.header_height + self.rows as f32 * self.row_height())
    }

    /// The largest offset.
    fn most(&self) -> Vec2 {
        (self.content() - self.area.size()).max(Vec2::ZERO)
    }

    /// Where the cells are seen.
    pub(super) fn body(&self) -> Rect {
        let min = self.area.min + vec2(self.claim_width, self.header_height);
        Rect::from_min_max(min, self.area.max.max(min))
    }

    /// Where the claims are seen.
    pub(super) fn claims(&self) -> Rect {
        Rect::from_x_y_ranges(self.area.left()..=self.body().left(), self.body().y_range())
    }

    /// Where the heads of the columns are seen.
    pub(super) fn header(&self) -> Rect {
        Rect::from_x_y_ranges(self.body().x_range(), self.area.top()..=self.body().top())
    }

    /// Above the claims, beside the heads.
    pub(super) fn corner(&self) -> Rect {
        Rect::from_min_max(self.area.min, self.body().min)
    }

    /// The rows that are in view, wholly or in part.
    pub(super) fn visible_rows(&self) -> Range<usize> {
        visible(self.offset.y, self.body().height(), self.row_height(), self.rows)
    }

    /// The columns that are in view, wholly or in part.
    pub(super) fn visible_columns(&self) -> Range<usize> {
        visible(self.offset.x, self.body().width(), self.column_width, self.columns)
    }

    /// Number of rows that are in view as a whole.
    pub(super) fn rows_a_page(&self) -> usize {
        ((self.body().height() / self.row_height()) as usize).max(1)
    }

    /// Where a row is on the screen, whether seen or not.
    pub(super) fn row_y(&self, row: usize) -> Rangef {
        let top = self.body().top() + row as f32 * self.row_height() - self.offset.y;
        Rangef::new(top, top + self.row_height())
    }

    /// Where a column is on the screen, whether seen or not.
    pub(super) fn column_x(&self, column: usize) -> Rangef {
        let left = self.body().left() + column as f32 * self.column_width - self.offset.x;
        Rangef::new(left, left + self.column_width)
    }

    /// Where a cell is on the screen.
    pub(super) fn cell(&self, row: usize, column: usize) -> Rect {
        Rect::from_x_y_ranges(self.column_x(column), self.row_y(row))
    }

    /// Where a claim is on the screen.
    pub(super) fn claim(&self, row: usize) -> Rect {
        Rect::from_x_y_ranges(self.claims().x_range(), self.row_y(row))
    }

    /// Where a column's head is on the screen.
    pub(super) fn head(&self, column: usize) -> Rect {
        let top = self.body().top() - theme::MATRIX_HEADER;
        let x = self.column_x(column);
        Rect::from_min_max(pos2(x.min, top), pos2(x.max, self.body().top()))
    }

    /// The offset at which a row, and a column if one is given, are seen. A row near what is seen moves to the edge, one
    /// far away to a third from the top.
    pub(super) fn revealing(&self, row: usize, column: Option<usize>) -> Vec2 {
        let view = self.body().size();
        let top = row as f32 * self.row_height();
        let mut to = self.offset;
        // With some of the rows beside it, and clear of the edge where they fade.
        let beside = self.row_height() / 2.0;
        to.y = nearest(self.offset.y, top - beside, self.row_height() + 2.0 * beside, view.y);
        if (to.y - self.offset.y).abs() > view.y {
            to.y = top - view.y / 3.0;
        }
        if let Some(column) = column {
            to.x = nearest(self.offset.x, column as f32 * self.column_width, self.column_width, view.x);
        }
        to.clamp(Vec2::ZERO, self.most())
    }
}

/// What of `count` things of a size is seen in a view.
fn visible(offset: f32, view: f32, size: f32, count: usize) -> Range<usize> {
    let first = ((offset / size).floor().max(0.0) as usize).min(count);
    let end = (((offset + view.max(0.0)) / size).ceil() as usize).clamp(first, count);
    first..end
}

/// The offset nearest to the one there is at which something is seen as a whole.
fn nearest(offset: f32, at: f32, size: f32, view: f32) -> f32 {
    offset.clamp((at + size - view).min(at), at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grid(width: f32, columns: usize, offset: Vec2) -> Grid {
        Grid::new(Rect::from_min_size(pos2(212.0, 80.0), vec2(width, 600.0)), 5000, columns, 0, offset)
    }

    #[test]
    fn columns_share_the_room_down_to_their_least_width() {
        for (width, columns) in [(788.0, 2), (788.0, 5), (1428.0, 5), (1428.0, 20)] {
            let grid = grid(width, columns, Vec2::ZERO);
            assert!(grid.column_width >= theme::COLUMN_LEAST);
            let fits = columns as f32 * theme::COLUMN_LEAST + grid.claim_width <= width;
            assert_eq!(grid.content().x <= width, fits, "{width} {columns}");
        }
    }

    #[test]
    fn only_what_is_in_view_is_visible_wherever_it_is_scrolled() {
        for y in [0.0, 1.0, 123_456.0, 1e9] {
            let grid = grid(1428.0, 20, vec2(500.0, y));
            let rows = grid.visible_rows();
            assert!((7..12).contains(&rows.len()), "{rows:?}");
            assert!(grid.row_y(rows.start).min <= grid.body().top() + 0.5);
            assert!(grid.row_y(rows.end - 1).max >= grid.body().bottom() - 0.5);
            let columns = grid.visible_columns();
            assert!(columns.start > 0 && columns.end <= 20);
        }
        assert_eq!(grid(1428.0, 20, vec2(0.0, 1e9)).visible_rows().end, 5000);
    }

    #[test]
    fn what_is_revealed_is_seen_as_a_whole_and_what_is_seen_stays() {
        let mut grid = grid(1428.0, 20, vec2(0.0, 10_000.0));
        let seen = grid.visible_rows().start + 3;
        assert_eq!(grid.revealing(seen, None), grid.offset);
        for (row, column) in [(0, 0), (seen + 7, 19), (4999, 7)] {
            grid.offset = grid.revealing(row, Some(column));
            assert!(grid.body().contains_rect(grid.cell(row, column)), "{row} {column}");
        }
    }

    #[test]
    fn a_window_too_small_for_anything_does_not_panic() {
        let area = Rect::from_min_size(pos2(0.0, 0.0), vec2(30.0, 10.0));
        let grid = Grid::new(area, 3, 2, 1, Vec2::ZERO);
        assert!(grid.body().height() >= 0.0 && grid.visible_rows().len() <= 3);
        assert!(grid.revealing(2, Some(1)).is_finite());
    }
}
