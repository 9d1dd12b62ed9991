//! The word diff: which words of two texts stand in only one of them.

use similar::{Algorithm, DiffOp, capture_diff_slices, diff_ratio};

use super::{Word, words};
use crate::model::Span;

/// How two texts differ in their words.
#[derive(Clone, Debug, PartialEq)]
pub struct WordDiff {
    /// Runs of words that only the first text has, in reading order, each from its first word to its last.
    pub left: Vec<Span>,
    /// The same for the second text; spans point into that one.
    pub right: Vec<Span>,
    /// What stands in the place of what, in reading order: a run of the first text and the run of the second that stands
    /// there instead; of words that one text lacks the other's run is empty.
    pub changes: Vec<(Span, Span)>,
    /// In either text, all from the first difference to the last, shared words between them included; empty for a text
    /// that only lacks words.
    pub stretch: (Span, Span),
    /// How much of the two is shared: twice the number of shared words by the number of all words, 0 to 1. Two texts
    /// without words are alike.
    pub ratio: f32,
}

impl WordDiff {
    /// Whether the two have the same words in the same order; punctuation and capitals may differ.
    pub fn is_same(&self) -> bool {
        self.left.is_empty() && self.right.is_empty()
    }
}

/// Compares two texts word by word, after Myers ("An O(ND) difference algorithm", 1986). Words are those of [`words()`], and
/// meet when they are folded alike; a word that moved differs on both sides.
pub fn diff(a: &str, b: &str) -> WordDiff {
    let (a, b) = (words(a), words(b));
    let folded = |words: &[Word]| words.iter().map(|w| w.folded.clone()).collect::<Vec<_>>();
    let ops = capture_diff_slices(Algorithm::Myers, &folded(&a), &folded(&b));
    let (mut left, mut right, mut pairs) = (Vec::new(), Vec::new(), Vec::new());
    let changes: Vec<_> = ops.iter().filter(|op| !matches!(op, DiffOp::Equal { .. })).collect();
    for op in &changes {
        let (old, new) = (run(&a[op.old_range()]), run(&b[op.new_range()]));
        left.extend(old);
        right.extend(new);
        pairs.push((old.unwrap_or_default(), new.unwrap_or_default()));
    }
    let stretch = match (changes.first(), changes.last()) {
        (Some(first), Some(last)) => (
            run(&a[first.old_range().start..last.old_range().end]).unwrap_or_default(),
            run(&b[first.new_range().start..last.new_range().end]).unwrap_or_default(),
        ),
        _ => (Span::default(), Span::default()),
    };
    WordDiff { left, right, changes: pairs, stretch, ratio: diff_ratio(&ops, a.len(), b.len()) }
}

/// From the first word to the last.
fn run(words: &[Word]) -> Option<Span> {
    Some(words.first()?.span.union(words.last()?.span))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What stands in brackets in either text is only there; the ratio is in percent.
    fn check(a: &str, b: &str, percent: u32) {
        let bare = |text: &str| text.replace(['[', ']'], "");
        let marked = |text: &str, spans: &[Span]| {
            let mut text = text.to_owned();
            for span in spans.iter().rev() {
                text.insert(span.end, ']');
                text.insert(span.start, '[');
            }
            text
        };
        let found = diff(&bare(a), &bare(b));
        assert_eq!(marked(&bare(a), &found.left), a);
        assert_eq!(marked(&bare(b), &found.right), b);
        assert_eq!((found.ratio * 100.0).round() as u32, percent, "{a} / {b}");
        assert_eq!(found.is_same(), !a.contains('[') && !b.contains('['));
        let turned = diff(&bare(b), &bare(a));
        assert_eq!(turned.ratio, found.ratio, "the ratio is the same both ways: {a} / {b}");
    }

    #[test]
    fn the_same_words_are_the_same_whatever_the_punctuation_and_capitals() {
        check("The bridge stays closed.", "The bridge stays closed.", 100);
        check("“The bridge, she said, stays closed”", "the bridge she said – STAYS closed!", 100);
        check("The island’s ferry", "The island's ferry", 100);
    }

    #[test]
    fn words_of_one_side_are_found_in_runs() {
        check("A [tough] market.", "A market [that remains].", 57);
        check("[Nine] boats left [on Monday].", "[Ten] boats left.", 50);
        check("The [old, listed] pier", "The pier ([closed])", 57);
    }

    #[test]
    fn texts_without_a_word_in_common_are_different_throughout() {
        check("[Rain fell all night]", "[Nobody came]", 0);
        check("", "[Nobody came]", 0);
        check("…", "", 100);
    }

    #[test]
    fn the_stretch_reaches_from_the_first_difference_to_the_last() {
        let stretch = |a: &'static str, b: &'static str| {
            let (left, right) = diff(a, b).stretch;
            (left.of(a), right.of(b))
        };
        assert_eq!(
            stretch("It is a tough market.", "It is a market that remains tough."),
            ("tough market", "market that remains tough")
        );
        assert_eq!(stretch("The pier is shut.", "The old pier is shut."), ("", "old"));
        assert_eq!(stretch("Shut.", "shut"), ("", ""));
    }

    #[test]
    fn a_change_is_what_stands_in_the_place_of_what() {
        let (a, b) = ("We will not close the old pier.", "We may close the pier today.");
        let changes: Vec<_> = diff(a, b).changes.iter().map(|(l, r)| (l.of(a), r.of(b))).collect();
        assert_eq!(changes, [("will not", "may"), ("old", ""), ("", "today")]);
    }

    #[test]
    fn spans_stand_on_characters() {
        check("[Früher] kam Ærø’s Fähre", "[Später] kam Ærø Fähre", 75);
        check("A café in [Łódź]", "A cafe in [Kraków “today]”", 67);
        check("[東京] said no", "said no", 80);
    }
}
