//! How alignment without the model grows with the number of statements.

#![allow(missing_docs, reason = "criterion's macros make functions without documentation")]
#![expect(clippy::expect_used, reason = "a benchmark that cannot run has failed")]

mod text;

use std::collections::BTreeSet;

use counterpoint::align::align;
use counterpoint::model::Cancel;
use counterpoint::segment;
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};

fn growth(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("align without the model");
    group.sample_size(10);
    for statements in [100, 1_000, 10_000] {
        let sources = [0, 1].map(|paper| segment::segment(text::report(statements, paper)));
        group.throughput(Throughput::Elements(statements as u64));
        group.bench_with_input(BenchmarkId::from_parameter(statements), &sources, |bencher, sources| {
            bencher.iter(|| align(sources, None, &BTreeSet::new(), &Cancel::default()).expect("nobody cancels"));
        });
    }
    group.finish();
}

criterion_group!(benches, growth);
criterion_main!(benches);
