//! Parts that can be left out of a comparison, to measure what they are worth.

use clap::ValueEnum;
use counterpoint::model::{Ablation, Settings};

/// A part of the program that can be left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Part {
    /// Sentence encoder and relation model both: words and checkers alone.
    Model,
    /// The relation model.
    Relation,
    /// The sentence encoder: statements are aligned by their words alone.
    Encoder,
    /// The same-event gate.
    Gate,
    /// The typed checkers, and with them all vetoes.
    Checkers,
}

impl Part {
    /// The settings of a comparison without the part.
    pub(crate) fn left_out(part: Option<Self>) -> Settings {
        let is = |this| part == Some(this);
        let ablate = Ablation {
            encoder: is(Self::Encoder),
            relation: is(Self::Relation),
            gate: is(Self::Gate),
            checkers: is(Self::Checkers),
        };
        Settings { use_model: !is(Self::Model), ablate }
    }

    /// What a table calls a comparison without the part.
    pub(crate) fn title(part: Option<Self>) -> String {
        match part.and_then(|part| part.to_possible_value()) {
            Some(value) => format!("no {}", value.get_name()),
            None => "full".to_owned(),
        }
    }
}
