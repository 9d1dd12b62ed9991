//! Whether verdicts keep what their confidence promises.

use counterpoint::model::Relation;
use serde_json::{Value, json};

use crate::score::Told;

/// Where bins of confidence begin; the first holds all that is below the second, too.
const FROM: [f32; 6] = [0.0, 0.45, 0.6, 0.7, 0.8, 0.9];

/// Verdicts of about the same confidence.
#[derive(Default)]
struct Bin {
    from: f32,
    to: f32,
    verdicts: usize,
    right: usize,
    promised: f32,
}

impl Bin {
    fn mean(&self, sum: f32) -> f32 {
        sum / self.verdicts.max(1) as f32
    }
}

fn bins(told: &[Told], relation: Relation) -> Vec<Bin> {
    let ends = FROM.iter().skip(1).copied().chain([1.0]);
    let mut bins: Vec<Bin> = FROM.iter().zip(ends).map(|(&from, to)| Bin { from, to, ..Bin::default() }).collect();
    for verdict in told.iter().filter(|told| told.relation == relation) {
        let at = FROM.iter().rposition(|&from| verdict.confidence >= from).unwrap_or(0);
        bins[at].verdicts += 1;
        bins[at].right += usize::from(verdict.right);
        bins[at].promised += verdict.confidence;
    }
    bins.retain(|bin| bin.verdicts > 0);
    bins
}

/// Prints the bins of agreements and of contradictions.
pub(crate) fn print(told: &[Told]) {
    for (relation, name) in [(Relation::Agreement, "agreement"), (Relation::Contradiction, "contradiction")] {
        println!("\n{name:16} verdicts  right  promised   kept");
        for bin in bins(told, relation) {
            let (promised, kept) = (bin.mean(bin.promised), bin.mean(bin.right as f32));
            let Bin { from, to, verdicts, right, .. } = bin;
            println!("  {from:.2} to {to:.2}   {verdicts:8} {right:6}  {promised:8.2} {kept:6.2}");
        }
    }
}

/// The same for other programs.
pub(crate) fn json(told: &[Told]) -> Value {
    let of = |relation| -> Vec<Value> {
        let bin = |bin: &Bin| {
            json!({
                "from": bin.from, "to": bin.to, "verdicts": bin.verdicts, "right": bin.right,
                "promised": bin.mean(bin.promised), "kept": bin.mean(bin.right as f32),
            })
        };
        bins(told, relation).iter().map(bin).collect()
    };
    json!({"agreement": of(Relation::Agreement), "contradiction": of(Relation::Contradiction)})
}
