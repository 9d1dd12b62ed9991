//! For each statement of one source, its nearest ones in another.

use rayon::prelude::*;

use super::profile::Profile;

/// The nearest statements of one row.
#[derive(Clone, Debug, Default)]
pub(super) struct Row {
    /// Column and score of the nearest, best first; equal scores in order of the column.
    pub(super) best: Vec<(u32, f32)>,
}

impl Row {
    fn new(mut scores: Vec<(u32, f32)>) -> Self {
        let order = |a: &(u32, f32), b: &(u32, f32)| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0));
        if scores.len() > KEPT {
            scores.select_nth_unstable_by(KEPT - 1, order);
            scores.truncate(KEPT);
            // A row may have begun as long as the other source: keep the few, not their room.
            scores.shrink_to_fit();
        }
        scores.sort_unstable_by(order);
        Self { best: scores }
    }

    /// How many columns score higher than `score`, as far as is known: at most [`KEPT`].
    pub(super) fn rank(&self, score: f32) -> usize {
        self.best.iter().take_while(|&&(_, best)| best > score).count()
    }

    /// The best score of a column other than this one; 0 if there is none.
    pub(super) fn rival(&self, column: u32) -> f32 {
        self.best.iter().find(|&&(c, _)| c != column).map_or(0.0, |&(_, score)| score)
    }
}

/// Nearest statements kept a row. Gold pairs that are not among the first eight in either direction are rarer than one in
/// fifty.
pub(super) const KEPT: usize = 8;

/// Nearest by shared words: weighted Jaccard similarity. An inverted index leaves out columns that share no word.
pub(super) fn by_words(rows: &[Profile], columns: &[Profile]) -> Vec<Row> {
    let terms = rows.iter().chain(columns).flat_map(|p| &p.terms.items).map(|&(term, _)| term as usize + 1).max();
    let mut holders: Vec<Vec<u32>> = vec![Vec::new(); terms.unwrap_or(0)];
    for (column, profile) in (0..).zip(columns) {
        profile.terms.items.iter().for_each(|&(term, _)| holders[term as usize].push(column));
    }
    rows.par_iter()
        .map_init(
            || vec![0.0_f32; columns.len()],
            |shared, row| {
                let mut touched = Vec::new();
                for &(term, weight) in &row.terms.items {
                    for &column in &holders[term as usize] {
                        if shared[column as usize] == 0.0 {
                            touched.push(column);
                        }
                        shared[column as usize] += weight;
                    }
                }
                // Columns in order, so that sums do not depend on which words led to them.
                touched.sort_unstable();
                let scores = touched.into_iter().map(|column| {
                    let both = std::mem::take(&mut shared[column as usize]);
                    let either = row.terms.weight + columns[column as usize].terms.weight - both;
                    (column, both / either.max(both))
                });
                Row::new(scores.collect())
            },
        )
        .collect()
}

/// Nearest by the cosine of their vectors.
pub(super) fn by_meaning(rows: &[&[f32]], columns: &[&[f32]]) -> Vec<Row> {
    rows.par_iter()
        .map(|row| Row::new((0..).zip(columns).map(|(column, vector)| (column, dot(row, vector))).collect()))
        .collect()
}

/// The dot product: of vectors of length 1, the cosine. Eight sums side by side let the compiler use wide registers.
pub(super) fn dot(a: &[f32], b: &[f32]) -> f32 {
    let mut sums = [0.0_f32; 8];
    let (a, b) = (a.chunks_exact(8), b.chunks_exact(8));
    let rest: f32 = a.remainder().iter().zip(b.remainder()).map(|(x, y)| x * y).sum();
    for (x, y) in a.zip(b) {
        for i in 0..8 {
            sums[i] += x[i] * y[i];
        }
    }
    sums.iter().sum::<f32>() + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_keeps_its_best_in_order() {
        let row = Row::new((0..20).map(|i| (i, (i % 5) as f32)).collect());
        assert_eq!(row.best.iter().map(|&(c, _)| c).collect::<Vec<_>>(), [4, 9, 14, 19, 3, 8, 13, 18]);
        assert_eq!((row.rank(4.0), row.rank(3.0), row.rank(0.0)), (0, 4, KEPT));
        assert_eq!((row.rival(4), Row::default().rival(0)), (4.0, 0.0));
    }

    #[test]
    fn dot_product_of_any_length() {
        let a: Vec<f32> = (0..19).map(|i| i as f32).collect();
        assert_eq!(dot(&a, &a), (0..19).map(|i| (i * i) as f32).sum::<f32>());
    }
}
