//! The reader's decisions.
//!
//! A decision is keyed by the words of the two statements, so that it survives a re-run, a changed order of
//! sources, and new sources.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Relation;

/// All decisions of a reader on one set of sources.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Review {
    decisions: BTreeMap<String, Decision>,
}

/// What the reader says of one pair.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// Confirmed, dismissed or relabelled; `None` if there is only a note.
    pub ruling: Option<Ruling>,
    /// The reader's own words; may be empty.
    pub note: String,
}

/// A ruling on a verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ruling {
    /// The verdict is right.
    Confirmed,
    /// The verdict is wrong, or does not matter.
    Dismissed,
    /// The two relate otherwise.
    Relabelled(Relation),
}

impl Review {
    /// The decision on two statements, in either order.
    pub fn decision(&self, a: &str, b: &str) -> Option<&Decision> {
        // A key copies both texts: not worth it for every pair of a comparison on which nothing was decided.
        if self.is_empty() { None } else { self.decisions.get(&key(a, b)) }
    }

    /// Sets or, with `None` or an empty decision, removes a decision; returns the one it replaces.
    pub fn set(&mut self, a: &str, b: &str, decision: Option<Decision>) -> Option<Decision> {
        let key = key(a, b);
        match decision {
            Some(decision) if decision != Decision::default() => self.decisions.insert(key, decision),
            _ => self.decisions.remove(&key),
        }
    }

    /// Number of decisions.
    pub fn len(&self) -> usize {
        self.decisions.len()
    }

    /// Whether nothing has been decided.
    pub fn is_empty(&self) -> bool {
        self.decisions.is_empty()
    }
}

/// The two texts with white space folded, in alphabetical order, joined by a newline (which folding removes from them).
fn key(a: &str, b: &str) -> String {
    let fold = |s: &str| s.split_whitespace().collect::<Vec<_>>().join(" ");
    let (a, b) = (fold(a), fold(b));
    if a <= b { format!("{a}\n{b}") } else { format!("{b}\n{a}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_decision_does_not_depend_on_order_or_white_space() {
        let mut review = Review::default();
        let decision = Decision { ruling: Some(Ruling::Confirmed), note: String::new() };
        review.set("x  y", "z", Some(decision.clone()));
        assert_eq!(review.decision("z", "x\ny"), Some(&decision));
        review.set("z", "x y", Some(Decision::default()));
        assert!(review.is_empty());
    }
}
