//! `counterpoint compare`: files in, a report out.

use std::path::PathBuf;
use std::sync::Arc;

use super::args::RunOptions;
use super::progress::ProgressLine;
use super::{CompareOptions, Status, output, warn};
use crate::engine::{self, Engine};
use crate::import::{self, ImportError};
use crate::model::{Cancel, Document, Relation, Review, Settings, Strength};
use crate::report;

/// Why a command stopped: all that is wrong, not only the first.
pub(super) type Errors = Vec<Box<dyn std::error::Error>>;

pub(super) fn run(options: &CompareOptions) -> Result<Status, Errors> {
    output::check(options.output.as_deref(), &options.files).map_err(|e| vec![e.into()])?;
    let documents = read_all(&options.files)?;
    let comparison = with_threads(&options.run, || {
        let progress = ProgressLine::new(options.run.progress);
        engine(&options.run).compare(&documents, &settings(&options.run), &Cancel::default(), &|e| progress.event(&e))
    })?
    .map_err(|e| vec![e.into()])?;
    for warning in report::warnings(&comparison) {
        warn(warning);
    }
    let text = options.format.render(&comparison, &Review::default(), &report::Options::today());
    output::write(options.output.as_deref(), &text).map_err(|e| vec![e.into()])?;
    let found = comparison.count(Relation::Contradiction, Strength::Clear) > 0;
    Ok(if options.exit_code && found { Status::Contradiction } else { Status::Done })
}

/// Reads every file, or says of every one that cannot be read why. The same text twice is one source.
fn read_all(files: &[PathBuf]) -> Result<Vec<Arc<Document>>, Errors> {
    let (mut documents, mut errors) = (Vec::<Arc<Document>>::new(), Errors::new());
    for file in files {
        match import::read(file) {
            Ok(document) => {
                match documents.iter().find(|d| d.origin.sha256 == document.origin.sha256 && d.text == document.text) {
                    Some(same) => warn(format!(
                        "{}: the same as {}; counted once",
                        file.display(),
                        same.origin.path.as_deref().unwrap_or(same.origin.file_name.as_ref()).display()
                    )),
                    None => documents.push(Arc::new(document)),
                }
            }
            Err(error) => errors.push(Box::<ImportError>::new(error)),
        }
    }
    if errors.is_empty() { Ok(documents) } else { Err(errors) }
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
