use counterpoint::model::*;
use counterpoint::{align, engine::Engine, import, judge::Judge, segment};
use std::sync::Arc;
fn norm(s: &str) -> Vec<String> {
    counterpoint::text::words(s).into_iter().map(|w| w.folded).collect()
}
fn sim(a: &str, b: &str) -> f32 {
    use std::collections::BTreeSet;
    let a: BTreeSet<_> = norm(a).into_iter().collect();
    let b: BTreeSet<_> = norm(b).into_iter().collect();
    a.intersection(&b).count() as f32 / a.union(&b).count().max(1) as f32
}
fn main() {
    let dir = std::env::args().nth(1).unwrap();
    let labels: Vec<String> = std::env::args().skip(2).collect();
    let gold: serde_json::Value =
        serde_json::from_str(&std::fs::read_to_string(format!("{dir}/gold.json")).unwrap()).unwrap();
    let gold = gold.get("pairs").cloned().unwrap_or(gold);
    let mut files: Vec<_> = std::fs::read_dir(&dir)
        .unwrap()
        .map(|e| e.unwrap().path())
        .filter(|p| p.extension().is_some_and(|e| e != "json"))
        .collect();
    files.sort();
    let docs: Vec<_> = files.iter().map(|f| Arc::new(import::read(f).unwrap())).collect();
    let c = Engine::new().compare(&docs, &Settings::default(), &Cancel::default(), &|_| {}).unwrap();
    let judge = Judge::new(&c.sources);
    let stem = |p: &std::path::Path| p.file_stem().unwrap().to_string_lossy().into_owned();
    for row in gold.as_array().unwrap() {
        let label = row["label"].as_str().unwrap();
        if !labels.is_empty() && !labels.iter().any(|l| l == label) {
            continue;
        }
        let find = |src: &str, text: &str| {
            let i = files.iter().position(|f| stem(f) == src).unwrap();
            let s = &c.sources[i];
            let best =
                s.statements.iter().max_by(|x, y| sim(s.text_of(x), text).total_cmp(&sim(s.text_of(y), text))).unwrap();
            StatementRef { source: SourceId(i as u32), statement: best.id }
        };
        let (mut l, mut r) = (
            find(row["a_source"].as_str().unwrap(), row["a"].as_str().unwrap()),
            find(row["b_source"].as_str().unwrap(), row["b"].as_str().unwrap()),
        );
        if l.source > r.source {
            std::mem::swap(&mut l, &mut r);
        }
        let pair = c.pairs.iter().find(|p| p.alignment.left == l && p.alignment.right == r);
        let al = pair.map_or(Alignment { left: l, right: r, similarity: 0.0, cosine: None }, |p| p.alignment);
        let v = judge.judge(&al);
        println!(
            "== {label}/{} [{}] sim {:.2} cos {:?} -> {:?} {:?}",
            row["type"],
            row["note"].as_str().unwrap_or(""),
            al.similarity,
            al.cosine,
            v.relation,
            v.strength
        );
        for f in &v.findings {
            println!("     {} {:?} {:?}: {}", f.checker, f.relation, f.strength, f.because);
        }
        for at in [l, r] {
            let t = c.text(at);
            println!("   {t}");
            let m = &c.statement(at).mentions;
            let mut o = vec![];
            for q in &m.quantities {
                o.push(format!(
                    "Q<{}>{}..{} {:?} {:?} of={} {}",
                    q.span.of(t),
                    q.low,
                    q.high,
                    q.bound,
                    q.dimension,
                    q.of,
                    if q.ordinal { "ord" } else { "" }
                ));
            }
            for q in &m.times {
                o.push(format!(
                    "T<{}>{:?} {:?} {:?} of={}",
                    q.span.of(t),
                    q.kind,
                    q.value.map(|v| (v.from.map(|d| d.to_string()), v.to.map(|d| d.to_string()))),
                    q.days,
                    q.of
                ));
            }
            for q in &m.places {
                o.push(format!("P<{}>{:?}", q.span.of(t), q.usage));
            }
            for q in &m.entities {
                o.push(format!(
                    "E<{}>{:?} {} {:?}",
                    q.span.of(t),
                    q.kind,
                    q.key,
                    q.role.as_ref().map(|r| (&r.title, r.tenure, &r.of))
                ));
            }
            for q in &m.negations {
                o.push(format!("N<{}|{}>", q.cue.of(t), q.scope.of(t)));
            }
            for q in &m.hedges {
                o.push(format!("H<{}>{:?}", q.span.of(t), q.kind));
            }
            for q in &m.quotations {
                o.push(format!("QQ<{}>{:?}", q.span.of(t), q.speaker));
            }
            println!("      {}", o.join(" | "));
        }
    }
}
