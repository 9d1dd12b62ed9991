//! What the relation model says of two statements.

use serde::{Deserialize, Serialize};

use super::{Kind, Span};

/// Probabilities that two statements of two reports agree (a fact that matters is stated by both), contradict each other
/// (both cannot be true of the same matter), or do neither. They add up to 1.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct RelationScores {
    /// Both state one fact.
    pub agree: f32,
    /// All else: another matter, an update, opinions of two speakers.
    pub neither: f32,
    /// Both cannot be true.
    pub contradict: f32,
}

/// What the relation model answered about an alignment; all `None` where it was not asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Answers {
    /// Asked with the left statement first.
    pub ab: Option<RelationScores>,
    /// Asked with the right statement first.
    pub ba: Option<RelationScores>,
    /// In what the two would contradict each other, if they do.
    #[serde(default)]
    pub kind: Option<Kind>,
    /// The words of the left and of the right statement without which they would contradict each other least. Looked for
    /// only where no checker has found words.
    #[serde(default)]
    pub words: Option<[Span; 2]>,
}

impl Answers {
    /// The mean of both orders, or the one that was asked.
    pub fn scores(&self) -> Option<RelationScores> {
        match (self.ab, self.ba) {
            (Some(ab), Some(ba)) => Some(RelationScores {
                agree: (ab.agree + ba.agree) / 2.0,
                neither: (ab.neither + ba.neither) / 2.0,
                contradict: (ab.contradict + ba.contradict) / 2.0,
            }),
            (one, other) => one.or(other),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_orders_are_averaged_and_one_stands_alone() {
        let scores = |agree, neither, contradict| RelationScores { agree, neither, contradict };
        let (ab, ba) = (scores(0.5, 0.25, 0.25), scores(0.0, 0.25, 0.75));
        let answers = |ab, ba| Answers { ab, ba, ..Answers::default() };
        assert_eq!(answers(Some(ab), Some(ba)).scores(), Some(scores(0.25, 0.25, 0.5)));
        assert_eq!(answers(None, Some(ba)).scores(), Some(ba));
        assert_eq!(Answers::default().scores(), None);
    }
}
