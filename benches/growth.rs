//! How alignment without the model grows with the number of statements, and a whole comparison with that of sources.

#![allow(missing_docs, reason = "criterion's macros make functions without documentation")]
#![expect(clippy::expect_used, reason = "a benchmark that cannot run has failed")]

mod text;

use counterpoint::align::align;
use counterpoint::engine::Engine;
use counterpoint::model::{Cancel, Settings};
use counterpoint::segment;
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};

fn growth(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("align without the model");
    group.sample_size(10);
    for statements in [100, 1_000, 10_000] {
        let sources = [0, 1].map(|paper| segment::segment(text::report(statements, paper)));
        group.throughput(Throughput::Elements(statements as u64));
        group.bench_with_input(BenchmarkId::from_parameter(statements), &sources, |bencher, sources| {
            bencher.iter(|| align(sources, None, &Cancel::default()).expect("nobody cancels"));
        });
    }
    group.finish();
}

fn many_sources(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("compare sources of 60 statements without the model");
    group.sample_size(10);
    let settings = Settings { use_model: false, ..Settings::default() };
    for sources in [2, 5, 10, 20] {
        let documents: Vec<_> = (0..sources).map(|paper| text::report(60, paper)).collect();
        group.throughput(Throughput::Elements(sources as u64));
        group.bench_with_input(BenchmarkId::from_parameter(sources), &documents, |bencher, documents| {
            let compare = || Engine::new().compare(documents, &settings, &Cancel::default(), &|_| {});
            bencher.iter(|| compare().expect("nobody cancels"));
        });
    }
    group.finish();
}

criterion_group!(benches, growth, many_sources);
criterion_main!(benches);
