//! `counterpoint compare`: files in, a report out.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::args::{ReportArgs, RunOptions};
use super::progress::ProgressLine;
use super::{CompareOptions, Status, output, warn};
use crate::engine::{self, Engine};
use crate::import::{self, ImportError};
use crate::model::{Cancel, Document, Relation, Review, Settings, SourceId, Strength};
use crate::report::{self, Scope};

/// Why a command stopped: all that is wrong, not only the first.
pub(super) type Errors = Vec<Box<dyn std::error::Error>>;

/// A file that was to be reported on is not among those compared.
#[derive(Debug, thiserror::Error)]
#[error("{}: is not one of the files compared. Give --only a file as it stands among the others.", .0.display())]
struct NotCompared(PathBuf);

pub(super) fn run(options: &CompareOptions) -> Result<Status, Errors> {
    output::check(options.output.as_deref(), &options.files).map_err(|e| vec![e.into()])?;
    let (documents, places) = read_all(&options.files)?;
    let report = report_options(&options.report, &options.files, &places, documents.len())?;
    let comparison = with_threads(&options.run, || {
        let progress = ProgressLine::new(options.run.progress);
        engine(&options.run).compare(&documents, &settings(&options.run), &Cancel::default(), &|e| progress.event(&e))
    })?
    .map_err(|e| vec![e.into()])?;
    for warning in report::warnings(&comparison) {
        warn(warning);
    }
    let text = options.format.render(&comparison, &Review::default(), &report);
    output::write(options.output.as_deref(), &text).map_err(|e| vec![e.into()])?;
    let found = comparison.pairs.iter().any(|pair| {
        let told = report.includes(pair.alignment.left.source) && report.includes(pair.alignment.right.source);
        told && (pair.verdict.relation, pair.verdict.strength) == (Relation::Contradiction, Strength::Clear)
    });
    Ok(if options.exit_code && found { Status::Contradiction } else { Status::Done })
}

/// What the report is to hold; `places` are those of the files among the sources.
fn report_options(
    args: &ReportArgs,
    files: &[PathBuf],
    places: &[usize],
    sources: usize,
) -> Result<report::Options, Errors> {
    let place = |only: &PathBuf| {
        let exact = files.iter().position(|file| file == only);
        let by_name = || files.iter().position(|file| file.file_name().map(Path::new) == Some(only));
        exact.or_else(by_name).map(|file| places[file])
    };
    let missing: Errors =
        args.only.iter().filter(|only| place(only).is_none()).map(|only| NotCompared(only.clone()).into()).collect();
    if !missing.is_empty() {
        return Err(missing);
    }
    let chosen: Vec<usize> = args.only.iter().filter_map(place).collect();
    let left_out = (0..sources).filter(|source| !chosen.is_empty() && !chosen.contains(source));
    Ok(report::Options {
        scope: if args.differences { Scope::Differences } else { Scope::Whole },
        context: args.context,
        left_out: left_out.map(|source| SourceId(source as u32)).collect(),
        ..report::Options::today()
    })
}

/// Reads every file, or says of every one that cannot be read why. The same text twice is one source: beside the sources
/// comes the place of each file among them.
fn read_all(files: &[PathBuf]) -> Result<(Vec<Arc<Document>>, Vec<usize>), Errors> {
    let (mut documents, mut places, mut errors) = (Vec::<Arc<Document>>::new(), Vec::new(), Errors::new());
    for file in files {
        match import::read(file) {
            Ok(document) => {
                let same = |d: &Arc<Document>| d.origin.sha256 == document.origin.sha256 && d.text == document.text;
                let place = documents.iter().position(same);
                places.push(place.unwrap_or(documents.len()));
                match place.map(|place| &documents[place].origin) {
                    Some(same) => warn(format!(
                        "{}: the same as {}; counted once",
                        file.display(),
                        same.path.as_deref().unwrap_or(same.file_name.as_ref()).display()
                    )),
                    None => documents.push(Arc::new(document)),
                }
            }
            Err(error) => errors.push(Box::<ImportError>::new(error)),
        }
    }
    if errors.is_empty() { Ok((documents, places)) } else { Err(errors) }
}

pub(super) fn settings(run: &RunOptions) -> Settings {
    Settings { use_model: !run.no_model, ..Settings::default() }
}

/// An engine that keeps what the models compute in the user's cache folder, unless told not to.
pub(super) fn engine(run: &RunOptions) -> Engine {
    let engine = Engine::new();
    if !run.no_model && !run.no_cache {
        engine.memory().keep_in(engine::cache_folder().as_deref());
    }
    engine
}

/// Runs the work on as many threads as the reader asked for.
pub(super) fn with_threads<T: Send>(run: &RunOptions, work: impl FnOnce() -> T + Send) -> Result<T, Errors> {
    let Some(threads) = run.threads else { return Ok(work()) };
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads.get()).build();
    Ok(pool.map_err(|e| -> Errors { vec![e.into()] })?.install(work))
}
