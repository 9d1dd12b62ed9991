//! What each stage costs on two reports of 60 statements each.

#![allow(missing_docs, reason = "criterion's macros make functions without documentation")]
#![expect(clippy::expect_used, reason = "a benchmark that cannot run has failed")]

mod text;

use std::hint::black_box;
use std::sync::Arc;

use counterpoint::align::{Embeddings, align};
use counterpoint::engine::Engine;
use counterpoint::judge::Judge;
use counterpoint::model::{Cancel, Settings, Source};
use counterpoint::neural::{CrossEncoder, MiniLm, SentenceEncoder};
use counterpoint::segment;
use criterion::{BatchSize, Criterion, criterion_group, criterion_main};

/// Statements a report.
const STATEMENTS: usize = 60;

fn stages(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("two reports of 60 statements");
    group.sample_size(10);
    let documents = [text::report(STATEMENTS, 0), text::report(STATEMENTS, 1)];
    let cancel = Cancel::default();

    group.bench_function("segment", |bencher| {
        bencher.iter(|| documents.each_ref().map(|document| segment::structure(Arc::clone(document))));
    });
    let bare = documents.each_ref().map(|document| segment::structure(Arc::clone(document)));
    group.bench_function("mentions", |bencher| {
        let find = |mut sources: [Source; 2]| {
            sources.iter_mut().for_each(segment::find_mentions);
            sources
        };
        bencher.iter_batched(|| bare.clone(), find, BatchSize::LargeInput);
    });

    let sources = documents.each_ref().map(|document| segment::segment(Arc::clone(document)));
    let encoder = MiniLm::load().expect("the weights are part of the program");
    let encode = || -> Embeddings {
        let texts = |s: &Source| s.statements.iter().map(|x| s.text_of(x).to_owned()).collect::<Vec<_>>();
        let vectors = |texts: Vec<String>| encoder.encode(&texts.iter().map(String::as_str).collect::<Vec<_>>());
        sources.iter().map(|s| vectors(texts(s)).expect("the model runs")).collect()
    };
    group.bench_function("encode", |bencher| bencher.iter(encode));

    let embeddings = encode();
    let run = |vectors| align(&sources, vectors, &cancel).expect("nobody cancels");
    group.bench_function("align", |bencher| bencher.iter(|| run(Some(&embeddings))));
    group.bench_function("align without the model", |bencher| bencher.iter(|| run(None)));
    let alignments = run(Some(&embeddings));
    group.bench_function("judge", |bencher| {
        bencher.iter(|| Judge::new(black_box(&sources)).pairs(&alignments));
    });

    // Models that are loaded and remember nothing, then an engine that has done the same work before.
    let settings = Settings::default();
    let relation = CrossEncoder::load().expect("the weights are part of the program");
    let cold = Engine::new().with_encoder(Arc::new(encoder)).with_relation(Arc::new(relation));
    let compare = |engine: &Engine| engine.compare(&documents, &settings, &cancel, &|_| ()).expect("nobody cancels");
    group.bench_function("compare, nothing remembered", |bencher| bencher.iter(|| compare(&cold)));
    let warm = Engine::new();
    compare(&warm);
    group.bench_function("compare, all remembered", |bencher| bencher.iter(|| compare(&warm)));
    group.finish();
}

criterion_group!(benches, stages);
criterion_main!(benches);
