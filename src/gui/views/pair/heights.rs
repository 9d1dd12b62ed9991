//! Heights of the rows of a pane in a Fenwick tree: what stands at a height, and how high something stands, in
//! logarithmic time, so that a pane of 20,000 rows scrolls like one of twenty.

/// Heights of all rows, in points, with their running sums.
#[derive(Clone, Debug, Default)]
pub(super) struct Heights {
    heights: Vec<f32>,
    /// Fenwick tree (Fenwick 1994), one-based: `tree[i]` sums the `i & -i` rows that end with row `i - 1`.
    tree: Vec<f64>,
}

impl Heights {
    /// Takes the heights of all rows in order.
    pub(super) fn new(heights: Vec<f32>) -> Self {
        let mut tree = vec![0.0; heights.len() + 1];
        for i in 1..tree.len() {
            tree[i] += f64::from(heights[i - 1]);
            let parent = i + lowest_bit(i);
            if parent < tree.len() {
                tree[parent] += tree[i];
            }
        }
        Self { heights, tree }
    }

    /// Number of rows.
    pub(super) fn len(&self) -> usize {
        self.heights.len()
    }

    /// Height of one row; 0 past the end.
    pub(super) fn height(&self, row: usize) -> f32 {
        self.heights.get(row).copied().unwrap_or_default()
    }

    /// Corrects the height of a row and returns by how much the rows below move down.
    pub(super) fn set(&mut self, row: usize, height: f32) -> f64 {
        let change = f64::from(height) - f64::from(self.heights[row]);
        if change != 0.0 {
            self.heights[row] = height;
            let mut i = row + 1;
            while i < self.tree.len() {
                self.tree[i] += change;
                i += lowest_bit(i);
            }
        }
        change
    }

    /// Distance from the top of the first row to the top of this one; past the end, to the bottom of the last.
    pub(super) fn top(&self, row: usize) -> f64 {
        let mut i = row.min(self.len());
        let mut sum = 0.0;
        while i > 0 {
            sum += self.tree[i];
            i -= lowest_bit(i);
        }
        sum
    }

    /// Height of all rows together.
    pub(super) fn total(&self) -> f64 {
        self.top(self.len())
    }

    /// The row that covers a distance from the top; the first or last one for distances outside.
    pub(super) fn row_at(&self, y: f64) -> usize {
        let n = self.len();
        let (mut row, mut left) = (0, y);
        let mut step = (n + 1).next_power_of_two();
        while step > 0 {
            if row + step <= n && self.tree[row + step] <= left {
                row += step;
                left -= self.tree[row];
            }
            step /= 2;
        }
        row.min(n.saturating_sub(1))
    }
}

/// The lowest set bit.
fn lowest_bit(i: usize) -> usize {
    i & i.wrapping_neg()
}

#[cfg(test)]
mod tests {
    use super::Heights;
    use proptest::prelude::*;

    #[test]
    fn finds_rows_by_height_and_heights_by_row() {
        let mut heights = Heights::new(vec![10.0, 20.0, 30.0]);
        assert_eq!((heights.top(0), heights.top(2), heights.total()), (0.0, 30.0, 60.0));
        assert_eq!(heights.row_at(9.9), 0);
        assert_eq!(heights.row_at(10.0), 1);
        assert_eq!((heights.row_at(-5.0), heights.row_at(1e9)), (0, 2));
        assert_eq!(heights.set(0, 15.0), 5.0);
        assert_eq!((heights.row_at(10.0), heights.top(1), heights.total()), (0, 15.0, 65.0));
    }

    #[test]
    fn an_empty_pane_has_no_height() {
        let heights = Heights::new(Vec::new());
        assert_eq!((heights.len(), heights.total(), heights.row_at(3.0)), (0, 0.0, 0));
    }

    proptest! {
        #[test]
        fn agrees_with_plain_sums(
            mut plain in prop::collection::vec(1_u16..200, 1..80),
            changes in prop::collection::vec((any::<prop::sample::Index>(), 1_u16..200), 0..40),
        ) {
            let mut heights = Heights::new(plain.iter().map(|&h| f32::from(h)).collect());
            for (at, new) in changes {
                let row = at.index(plain.len());
                heights.set(row, f32::from(new));
                plain[row] = new;
            }
            let mut top = 0.0;
            for (row, &h) in plain.iter().enumerate() {
                prop_assert_eq!(heights.top(row), top);
                prop_assert_eq!(heights.row_at(top), row);
                prop_assert_eq!(heights.row_at(top + f64::from(h) - 0.5), row);
                top += f64::from(h);
            }
            prop_assert_eq!(heights.total(), top);
        }
    }
}
