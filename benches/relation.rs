//! What the relation model costs in one order: 100 pairs of 55 to 60 tokens. `relation_onnxruntime.py` runs the same in
//! another runtime.

#![allow(missing_docs, reason = "criterion's macros make functions without documentation")]
#![expect(clippy::expect_used, reason = "a benchmark that cannot run has failed")]

use counterpoint::neural::{CrossEncoder, RelationModel};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};

const PAIRS: usize = 100;

/// Each is one token.
const WORDS: [&str; 24] = [
    "council",
    "harbour",
    "minister",
    "agreement",
    "flood",
    "train",
    "ferry",
    "strike",
    "hospital",
    "river",
    "seven",
    "hundred",
    "monday",
    "people",
    "closed",
    "opened",
    "denied",
    "signed",
    "bridge",
    "market",
    "after",
    "before",
    "the",
    "in",
];

/// So many words, the same at every run.
fn words(count: usize, seed: usize) -> String {
    let word = |i: usize| WORDS[(seed * 7_919 + i * 104_729 + i * i * 31) % WORDS.len()];
    (0..count).map(word).collect::<Vec<_>>().join(" ")
}

fn relation(criterion: &mut Criterion) {
    // With the four special tokens 56 to 61.
    let texts: Vec<(String, String)> = (0..PAIRS).map(|i| (words(26 + i % 6, 2 * i), words(26, 2 * i + 1))).collect();
    let pairs: Vec<(&str, &str)> = texts.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
    let model = CrossEncoder::load().expect("the weights are part of the program");
    let mut group = criterion.benchmark_group("relation model, one order");
    group.sample_size(10);
    group.throughput(Throughput::Elements(PAIRS as u64));
    group.bench_function("100 pairs of 56-61 tokens", |bencher| {
        bencher.iter(|| model.read(&pairs).expect("the model runs"));
    });
    group.finish();
}

criterion_group!(benches, relation);
criterion_main!(benches);
