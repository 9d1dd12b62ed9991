//! What the two panes show: the comparison seen through filters and decisions. Made anew whenever one of them changes.

use super::Mark;
use super::state::Filters;
use crate::model::{Comparison, Review, Ruling, SourceId, StatementId, StatementRef};

/// Two sources of a comparison and the pairs between them.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    /// The sources of the left and the right pane.
    pub sources: [SourceId; 2],
    /// The pairs that pass the filters, in reading order of the left pane.
    pub pairs: Vec<ShownPair>,
    /// The statements of the left and the right source, by `StatementId`.
    pub statements: [Vec<ShownStatement>; 2],
    /// How many there are of each mark, in the order of [`Mark::ALL`], whatever the filters: pairs, and for
    /// [`Mark::OnlyHere`] statements of both sources that no source of the comparison has a counterpart of.
    pub counts: [usize; 5],
    /// Pairs the reader dismissed.
    pub dismissed: usize,
}

/// A pair as the panes show it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ShownPair {
    /// Index in [`Comparison::pairs`].
    pub index: usize,
    /// What it is marked as.
    pub mark: Mark,
    /// Whether the reader dismissed it; then it is shown only on request, and counts as no counterpart.
    pub dismissed: bool,
    /// The statement in the left pane and the one in the right pane.
    pub ends: [StatementId; 2],
}

/// A statement as a pane shows it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ShownStatement {
    /// Its strongest mark that passes the filters; `None` if it is shown as plain text.
    pub mark: Option<Mark>,
    /// Positions in [`Shown::pairs`] of its pairs, strongest first.
    pub pairs: Vec<usize>,
}

impl Default for Shown {
    fn default() -> Self {
        let statements = [Vec::new(), Vec::new()];
        Self { sources: [SourceId(0); 2], pairs: Vec::new(), statements, counts: [0; 5], dismissed: 0 }
    }
}

impl Shown {
    /// What the panes show of two sources.
    pub fn new(comparison: &Comparison, sources: [SourceId; 2], review: &Review, filters: &Filters) -> Self {
        let mut shown = Self { sources, ..Self::default() };
        for (side, &id) in sources.iter().enumerate() {
            let count = comparison.sources.get(id.0 as usize).map_or(0, |s| s.statements.len());
            shown.statements[side] = vec![ShownStatement::default(); count];
        }
        if sources[0] == sources[1] {
            return shown;
        }
        for index in comparison.pairs_between(sources[0], sources[1]) {
            let pair = &comparison.pairs[index];
            let (a, b) = (pair.alignment.left, pair.alignment.right);
            let ends = if a.source == sources[0] { [a.statement, b.statement] } else { [b.statement, a.statement] };
            let decision = review.decision(comparison.text(a), comparison.text(b));
            let mark = Mark::of(pair, decision);
            let dismissed = decision.is_some_and(|d| d.ruling == Some(Ruling::Dismissed));
            if dismissed {
                shown.dismissed += 1;
            } else {
                shown.counts[mark as usize] += 1;
            }
            if if dismissed { filters.dismissed } else { filters.shows(mark) } {
                shown.pairs.push(ShownPair { index, mark, dismissed, ends });
            }
        }
        shown.pairs.sort_by_key(|p| (p.ends, p.index));
        for (position, pair) in shown.pairs.iter().enumerate() {
            for side in 0..2 {
                shown.statements[side][pair.ends[side].0 as usize].pairs.push(position);
            }
        }
        // Of a source that is not judged nobody can say what the other one leaves out.
        let judged = shown.judged(comparison);
        for (side, source) in sources.into_iter().enumerate() {
            for statement in &mut shown.statements[side] {
                statement.pairs.sort_by_key(|&p| (shown.pairs[p].dismissed, shown.pairs[p].mark));
                let strongest = statement.pairs.first().map(|&p| shown.pairs[p]);
                statement.mark = strongest.filter(|p| !p.dismissed).map(|p| p.mark);
            }
            let only = if judged { comparison.only_here(source, review) } else { Vec::new() };
            shown.counts[Mark::OnlyHere as usize] += only.len();
            for at in only.iter().filter(|_| filters.shows(Mark::OnlyHere)) {
                shown.statements[side][at.statement.0 as usize].mark.get_or_insert(Mark::OnlyHere);
            }
        }
        shown
    }

    /// Whether the two sources are judged against each other: both have to be in English.
    pub fn judged(&self, comparison: &Comparison) -> bool {
        self.sources.iter().all(|&id| comparison.source(id).document.is_english())
    }

    /// How many there are of a mark, whatever the filters.
    pub fn count(&self, mark: Mark) -> usize {
        self.counts[mark as usize]
    }

    /// Position in [`Shown::pairs`] of a pair of the comparison.
    pub fn position(&self, index: usize) -> Option<usize> {
        self.pairs.iter().position(|p| p.index == index)
    }

    /// The statement at an end of a shown pair.
    pub fn end(&self, pair: &ShownPair, side: usize) -> StatementRef {
        StatementRef { source: self.sources[side], statement: pair.ends[side] }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::model::{Alignment, Decision, Pair, Relation, StatementKind, Strength, Verdict};

    /// Two sources of three sentences each, and pairs of sentences between them.
    fn comparison(pairs: &[(u32, u32, Relation, Strength)]) -> Comparison {
        let source = |name: &str| {
            let text = format!("First thing of {name}. Second thing of {name}. Third thing of {name}.");
            let mut document = crate::import::paste(name, &text).unwrap();
            document.language = "en".to_owned();
            crate::segment::segment(Arc::new(document))
        };
        let at = |source, statement| StatementRef { source: SourceId(source), statement: StatementId(statement) };
        let pair = |&(left, right, relation, strength): &(u32, u32, Relation, Strength)| Pair {
            alignment: Alignment::new(at(0, left), at(1, right), 0.5),
            verdict: Verdict { relation, strength, confidence: 0.5, reasons: Vec::new() },
        };
        let sources = vec![source("Aleph"), source("Beth")];
        assert!(sources.iter().all(|s| s.statements.len() == 3));
        Comparison { sources, pairs: pairs.iter().map(pair).collect(), ..Comparison::default() }
    }

    const BOTH: [SourceId; 2] = [SourceId(0), SourceId(1)];

    #[test]
    fn a_statement_shows_its_strongest_pair_and_the_rest_is_only_here() {
        let comparison = comparison(&[
            (0, 0, Relation::Agreement, Strength::Clear),
            (0, 2, Relation::Contradiction, Strength::Possible),
        ]);
        let shown = Shown::new(&comparison, BOTH, &Review::default(), &Filters::default());
        let marks = |side: usize| shown.statements[side].iter().map(|s| s.mark).collect::<Vec<_>>();
        assert_eq!(marks(0), [Some(Mark::Possible), Some(Mark::OnlyHere), Some(Mark::OnlyHere)]);
        assert_eq!(marks(1), [Some(Mark::Agreement), Some(Mark::OnlyHere), Some(Mark::Possible)]);
        assert_eq!(shown.statements[0][0].pairs, [1, 0], "strongest first");
        assert_eq!(Mark::ALL.map(|m| shown.count(m)), [0, 1, 1, 0, 3]);
    }

    #[test]
    fn panes_may_show_the_later_source_on_the_left() {
        let comparison =
            comparison(&[(0, 2, Relation::Agreement, Strength::Clear), (1, 0, Relation::Related, Strength::Clear)]);
        let shown = Shown::new(&comparison, [BOTH[1], BOTH[0]], &Review::default(), &Filters::default());
        let ends: Vec<_> = shown.pairs.iter().map(|p| (p.index, p.ends.map(|e| e.0))).collect();
        assert_eq!(ends, [(1, [0, 1]), (0, [2, 0])], "in reading order of the left pane");
    }

    #[test]
    fn nothing_is_only_here_beside_a_source_that_is_not_judged() {
        let mut comparison = comparison(&[]);
        Arc::make_mut(&mut comparison.sources[1].document).language = "de".to_owned();
        let shown = Shown::new(&comparison, BOTH, &Review::default(), &Filters::default());
        assert_eq!(shown.counts, [0; 5]);
        assert!(shown.statements[0].iter().all(|s| s.mark.is_none()));
    }

    #[test]
    fn what_a_source_that_is_not_shown_says_too_is_not_only_here_and_headings_never_are() {
        let mut comparison = comparison(&[(0, 0, Relation::Agreement, Strength::Clear)]);
        comparison.sources.push(comparison.sources[1].clone());
        let third = StatementRef { source: SourceId(2), statement: StatementId(1) };
        let mut pair = comparison.pairs[0].clone();
        pair.alignment.left.statement = StatementId(1);
        pair.alignment.right = third;
        comparison.pairs.push(pair);
        comparison.sources[1].statements[2].kind = StatementKind::Heading;
        let shown = Shown::new(&comparison, BOTH, &Review::default(), &Filters::default());
        let marks = |side: usize| shown.statements[side].iter().map(|s| s.mark).collect::<Vec<_>>();
        assert_eq!(marks(0), [Some(Mark::Agreement), None, Some(Mark::OnlyHere)]);
        assert_eq!(marks(1), [Some(Mark::Agreement), Some(Mark::OnlyHere), None]);
        let reported = |id| comparison.only_here(id, &Review::default()).len();
        assert_eq!(shown.count(Mark::OnlyHere), reported(BOTH[0]) + reported(BOTH[1]), "as the report counts");
    }

    #[test]
    fn a_dismissed_pair_counts_as_no_counterpart() {
        let comparison = comparison(&[(0, 0, Relation::Contradiction, Strength::Clear)]);
        let mut review = Review::default();
        let at = comparison.pairs[0].alignment;
        let dismissed = Decision { ruling: Some(Ruling::Dismissed), note: String::new() };
        review.set(comparison.text(at.left), comparison.text(at.right), Some(dismissed));
        let shown = Shown::new(&comparison, BOTH, &review, &Filters::default());
        assert!(shown.pairs.is_empty());
        assert_eq!((shown.dismissed, shown.count(Mark::Contradiction), shown.count(Mark::OnlyHere)), (1, 0, 6));
        let all = Filters { dismissed: true, ..Filters::default() };
        let shown = Shown::new(&comparison, BOTH, &review, &all);
        assert!(shown.pairs[0].dismissed && shown.statements[0][0].pairs == [0]);
    }
}
