//! Units of measurement and currencies, from `resources/lexicon/units.tsv`.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::model::Dimension;

/// A unit: `base value = value * factor + offset` in the base unit of its dimension.
#[derive(Clone, Debug, PartialEq)]
pub struct Unit {
    /// What it measures.
    pub dimension: Dimension,
    /// Base units in one of it.
    pub factor: f64,
    /// Added after the factor; only temperatures have one.
    pub offset: f64,
}

static UNITS: LazyLock<HashMap<&'static str, Unit>> = LazyLock::new(|| {
    let lines = include_str!("../../resources/lexicon/units.tsv").lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(parse).flat_map(|(unit, names)| names.split(',').map(move |name| (name, unit.clone()))).collect()
});

fn parse(line: &'static str) -> Option<(Unit, &'static str)> {
    let mut columns = line.split('\t');
    let (dimension, factor, offset, names) = (columns.next()?, columns.next()?, columns.next()?, columns.next()?);
    let dimension = match dimension.split_once(':') {
        Some(("money", code)) => Dimension::Money(code.to_owned()),
        Some((_, name)) => Dimension::Other(name.to_owned()),
        None => match dimension {
            "length" => Dimension::Length,
            "area" => Dimension::Area,
            "mass" => Dimension::Mass,
            "volume" => Dimension::Volume,
            "speed" => Dimension::Speed,
            "temperature" => Dimension::Temperature,
            "percent" => Dimension::Percent,
            _ => return None,
        },
    };
    Some((Unit { dimension, factor: factor.parse().ok()?, offset: offset.parse().ok()? }, names))
}

/// The unit of this spelling, folded: "square miles", "km/h", "p".
pub fn unit(spelling: &str) -> Option<&'static Unit> {
    UNITS.get(spelling)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_read() {
        let text = include_str!("../../resources/lexicon/units.tsv");
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            assert!(parse(line).is_some(), "{line}");
        }
        assert_eq!(unit("per cent").map(|u| &u.dimension), Some(&Dimension::Percent));
        assert_eq!(unit("pence").map(|u| u.factor), Some(0.01));
    }
}
