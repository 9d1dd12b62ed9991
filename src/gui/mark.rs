//! What a statement or a pair is marked as: never by colour alone, always with a glyph.

use egui::{Color32, Painter, Pos2, Rect, Shape, Stroke};
use serde::{Deserialize, Serialize};

use crate::model::{Decision, Pair, Relation, Ruling, Strength};

/// How a pair, or a statement by its strongest pair, is shown. In order of weight: the first wins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mark {
    /// A clear contradiction: orange, not-equal sign.
    Contradiction,
    /// A possible contradiction: dashed, question mark.
    Possible,
    /// Agreement: blue, tick.
    Agreement,
    /// The same thing, and neither: dotted, tilde.
    Related,
    /// Said by this source alone: grey hatch.
    OnlyHere,
}

impl Mark {
    /// All marks, in order of weight.
    pub const ALL: [Self; 5] = [Self::Contradiction, Self::Possible, Self::Agreement, Self::Related, Self::OnlyHere];

    /// How a pair is shown, given what the reader decided. A dismissed pair keeps the mark of its verdict.
    pub fn of(pair: &Pair, decision: Option<&Decision>) -> Self {
        match decision.and_then(|d| d.ruling) {
            Some(Ruling::Relabelled(relation)) => Self::of_relation(relation, Strength::Clear),
            Some(Ruling::Confirmed) => Self::of_relation(pair.verdict.relation, Strength::Clear),
            Some(Ruling::Dismissed) | None => Self::of_relation(pair.verdict.relation, pair.verdict.strength),
        }
    }

    fn of_relation(relation: Relation, strength: Strength) -> Self {
        match (relation, strength) {
            (Relation::Contradiction, Strength::Clear) => Self::Contradiction,
            (Relation::Contradiction, Strength::Possible) => Self::Possible,
            (Relation::Agreement, _) => Self::Agreement,
            (Relation::Related | Relation::Unrelated, _) => Self::Related,
        }
    }

    /// The name of one.
    pub fn name(self) -> &'static str {
        match self {
            Self::Contradiction => "Contradiction",
            Self::Possible => "Possible contradiction",
            Self::Agreement => "Agreement",
            Self::Related => "Related",
            Self::OnlyHere => "Only here",
        }
    }

    /// The name of so many, for counts: "1 contradiction", "4 possible".
    pub fn counted(self, count: usize) -> String {
        let plural = if count == 1 { "" } else { "s" };
        match self {
            Self::Contradiction => format!("{count} contradiction{plural}"),
            Self::Possible => format!("{count} possible"),
            Self::Agreement => format!("{count} agreement{plural}"),
            Self::Related => format!("{count} related"),
            Self::OnlyHere => format!("{count} only here"),
        }
    }

    /// The name of so many claims, for counts: "3 disputed", "9 corroborated".
    pub fn counted_claims(self, count: usize) -> String {
        match self {
            Self::Contradiction => format!("{count} disputed"),
            Self::Possible => format!("{count} possibly disputed"),
            Self::Agreement => format!("{count} corroborated"),
            Self::Related => format!("{count} related"),
            Self::OnlyHere => format!("{count} from one source"),
        }
    }

    /// Whether the pair is a difference, as "next difference" understands it.
    pub fn is_difference(self) -> bool {
        matches!(self, Self::Contradiction | Self::Possible)
    }

    /// Paints the mark's glyph into a square: drawn, so that it needs no font.
    pub fn paint(self, painter: &Painter, rect: Rect, color: Color32) {
        let side = rect.width().min(rect.height());
        let at = |x: f32, y: f32| Pos2::new(rect.center().x + (x - 0.5) * side, rect.center().y + (y - 0.5) * side);
        let stroke = Stroke::new(side / 8.0, color);
        let line = |points: Vec<Pos2>| Shape::line(points, stroke);
        match self {
            Self::Agreement => {
                painter.add(line(vec![at(0.14, 0.54), at(0.4, 0.8), at(0.88, 0.22)]));
            }
            Self::Contradiction => {
                painter.add(line(vec![at(0.12, 0.37), at(0.88, 0.37)]));
                painter.add(line(vec![at(0.12, 0.65), at(0.88, 0.65)]));
                painter.add(line(vec![at(0.3, 0.92), at(0.7, 0.1)]));
            }
            Self::Possible => {
                let hook = [
                    (0.27, 0.32),
                    (0.32, 0.19),
                    (0.5, 0.1),
                    (0.68, 0.17),
                    (0.73, 0.33),
                    (0.62, 0.47),
                    (0.5, 0.56),
                    (0.5, 0.68),
                ];
                painter.add(line(hook.map(|(x, y)| at(x, y)).to_vec()));
                painter.circle_filled(at(0.5, 0.88), side / 11.0, color);
            }
            Self::Related => {
                let wave = [(0.1, 0.58), (0.2, 0.43), (0.33, 0.4), (0.5, 0.5), (0.67, 0.6), (0.8, 0.57), (0.9, 0.42)];
                painter.add(line(wave.map(|(x, y)| at(x, y)).to_vec()));
            }
            Self::OnlyHere => {
                let thin = Stroke::new(side / 12.0, color);
                for i in 0..3 {
                    let shift = i as f32 * 0.32;
                    painter.line_segment([at(0.04 + shift, 0.46), at(0.32 + shift, 0.1)], thin);
                    painter.line_segment([at(0.04 + shift, 0.9), at(0.32 + shift, 0.54)], thin);
                }
            }
        }
    }
}
