//! `counterpoint judge`: pairs of statements in, a verdict for each out.

use serde::Deserialize;

use super::compare::{Errors, engine, settings, with_threads};
use super::{JudgeOptions, Status, output};
use crate::engine::PairVerdict;
use crate::model::{Cancel, DateBasis, PublicationDate};
use crate::report;

/// Why pairs could not be read.
#[derive(Debug, thiserror::Error)]
enum PairsError {
    #[error("{file}: cannot be read: {source}. Check that the file exists and that you may open it.")]
    Unreadable { file: String, source: std::io::Error },
    #[error("{file}: line {line}: {source}. Each line has to be like {{\"a\": \"one\", \"b\": \"other\"}}.")]
    Malformed { file: String, line: usize, source: serde_json::Error },
}

/// A line of the input; other fields are ignored.
#[derive(Deserialize)]
struct Given {
    a: String,
    b: String,
}

pub(super) fn run(options: &JudgeOptions) -> Result<Status, Errors> {
    let input = std::slice::from_ref(&options.pairs);
    output::check(options.output.as_deref(), input).map_err(|e| vec![e.into()])?;
    let file = options.pairs.display().to_string();
    let text = std::fs::read_to_string(&options.pairs)
        .map_err(|source| -> Errors { vec![PairsError::Unreadable { file: file.clone(), source }.into()] })?;
    let pairs = parse(&file, &text)?;
    let today = PublicationDate { date: jiff::Zoned::now().date(), basis: DateBasis::Today };
    let judge = || engine(&options.run).judge_pairs(&pairs, today, &settings(&options.run), &Cancel::default());
    let judged = with_threads(&options.run, judge)?
        .map_err(|e| -> Errors { vec![e.into()] })?
        .map_err(|e| -> Errors { vec![e.into()] })?;
    let line = |((a, b), found): (&(String, String), &PairVerdict)| {
        report::verdict_line([a, b], &found.verdict, found.cosine, &found.answers)
    };
    let lines: String = pairs.iter().zip(&judged).map(line).collect();
    output::write(options.output.as_deref(), &lines).map_err(|e| vec![e.into()])?;
    Ok(Status::Done)
}

/// The pairs of the file, or every line that is not one. Blank lines are skipped.
fn parse(file: &str, text: &str) -> Result<Vec<(String, String)>, Errors> {
    let (mut pairs, mut errors) = (Vec::new(), Errors::new());
    for (line, json) in text.lines().enumerate().filter(|(_, json)| !json.trim().is_empty()) {
        match serde_json::from_str::<Given>(json) {
            Ok(Given { a, b }) => pairs.push((a, b)),
            Err(source) => errors.push(PairsError::Malformed { file: file.to_owned(), line: line + 1, source }.into()),
        }
    }
    if errors.is_empty() { Ok(pairs) } else { Err(errors) }
}
