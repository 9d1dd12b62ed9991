//! Alignment as a whole: who is found, that nothing depends on threads or order, and that size does not stop it.

#![expect(clippy::expect_used, reason = "a test that cannot read its data has failed")]

use std::sync::Arc;

use counterpoint::align::{Embeddings, align};
use counterpoint::model::{Alignment, Cancel, Source};
use counterpoint::neural::{MiniLm, SentenceEncoder};
use counterpoint::{import, segment};

/// Similarity from which two statements of these reports speak of the same.
const SAME: f32 = 0.5;

const MILL: &str = "Paper mill to close with loss of 240 jobs\n\n\
    The Harrow Lane paper mill will close in June, its owner said on Monday.\n\n\
    About 240 people work at the mill, which opened in 1911. The owner, Tessel Group, blamed the price of energy. \
    A union official called the decision a betrayal.\n\n\
    The council has offered to buy the site for £4m.";

const MILL_TOO: &str = "Town shocked as mill owner pulls the plug\n\n\
    Tessel Group is shutting its paper mill at Harrow Lane this June. Some 240 jobs will go. Energy costs are to blame, \
    the company said.\n\n\
    Rain is expected at the weekend. The local football club has signed a new goalkeeper from Denmark.";

const COMET: &str = "Comet visible before dawn\n\n\
    A comet will be visible to the naked eye before dawn next week, astronomers say. It last came near the Earth some \
    6,000 years ago. Observers should look to the east and find a dark place.";

fn source(text: &str) -> Source {
    segment::segment(Arc::new(import::paste("test", text).expect("plain text is read")))
}

fn embeddings(sources: &[Source]) -> Embeddings {
    let encoder = MiniLm::load().expect("the weights are part of the program");
    let texts = |s: &Source| s.statements.iter().map(|x| s.text_of(x).to_owned()).collect::<Vec<_>>();
    let encode = |texts: Vec<String>| encoder.encode(&texts.iter().map(String::as_str).collect::<Vec<_>>());
    sources.iter().map(|s| encode(texts(s)).expect("the model runs")).collect()
}

fn run(sources: &[Source], embeddings: Option<&Embeddings>) -> Vec<Alignment> {
    align(sources, embeddings, &Cancel::default()).expect("nobody cancels")
}

/// The words of the pairs that speak of the same.
fn same<'a>(sources: &'a [Source], alignments: &[Alignment]) -> Vec<(&'a str, &'a str)> {
    let text = |at: counterpoint::model::StatementRef| {
        let source = &sources[at.source.0 as usize];
        source.text_of(&source.statements[at.statement.0 as usize])
    };
    alignments.iter().filter(|a| a.similarity >= SAME).map(|a| (text(a.left), text(a.right))).collect()
}

#[test]
fn statements_of_one_event_meet_and_others_do_not() {
    let sources = [source(MILL), source(MILL_TOO)];
    let vectors = embeddings(&sources);
    for vectors in [Some(&vectors), None] {
        let pairs = same(&sources, &run(&sources, vectors));
        let meet = |a: &str, b: &str| pairs.iter().any(|(x, y)| x.contains(a) && y.contains(b));
        assert!(meet("will close in June", "shutting its paper mill"), "{pairs:?}");
        assert!(!meet("", "goalkeeper") && !meet("", "Rain") && !meet("council", ""), "{pairs:?}");
    }
    assert!(
        same(&sources, &run(&sources, Some(&vectors))).iter().any(|(x, y)| x.contains("240") && y.contains("240 jobs")),
        "a statement may have several counterparts, and figures speak"
    );
}

#[test]
fn reports_of_different_events_do_not_meet() {
    let sources = [source(MILL), source(COMET)];
    let vectors = embeddings(&sources);
    for vectors in [Some(&vectors), None] {
        assert_eq!(same(&sources, &run(&sources, vectors)), []);
    }
}

#[test]
fn a_verbatim_copy_meets_itself() {
    let sources = [source(MILL), source(MILL)];
    for vectors in [Some(&embeddings(&sources)), None] {
        let alignments = run(&sources, vectors);
        for statement in &sources[0].statements {
            let own = alignments.iter().find(|a| a.left.statement == statement.id && a.right.statement == statement.id);
            let own = own.map_or(0.0, |alignment| alignment.similarity);
            assert!(own >= SAME, "{own}: {}", sources[0].text_of(statement));
        }
    }
}

#[test]
fn the_result_does_not_depend_on_threads() {
    let sources = [source(MILL), source(MILL_TOO), source(COMET)];
    let vectors = embeddings(&sources);
    let with = |threads| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
        pool.install(|| (run(&sources, Some(&vectors)), run(&sources, None)))
    };
    let (with_model, by_words) = with(1);
    assert!(!with_model.is_empty() && !by_words.is_empty());
    for threads in [2, 4] {
        assert!(with(threads) == (with_model.clone(), by_words.clone()), "{threads} threads");
    }
    for alignments in [with_model, by_words] {
        assert!(alignments.is_sorted_by_key(|a| (a.left, a.right)));
        assert!(alignments.iter().all(|a| (0.0..=1.0).contains(&a.similarity) && a.left.source < a.right.source));
    }
}

#[test]
fn cancelled_before_it_starts() {
    let cancel = Cancel::default();
    cancel.cancel();
    assert!(align(&[source(MILL), source(MILL_TOO)], None, &cancel).is_err());
}
