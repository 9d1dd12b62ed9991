//! Where results go: standard output, or a file that is either written whole or left alone.

use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

/// Why a result could not be written.
#[derive(Debug, thiserror::Error)]
pub(super) enum OutputError {
    #[error("{}: cannot be written: {source}. Check that the folder exists and that you may write there.", path.display())]
    File { path: PathBuf, source: std::io::Error },
    #[error("standard output cannot be written: {0}")]
    Stdout(std::io::Error),
    #[error("{}: is one of the files compared. Choose another name for the report.", .0.display())]
    Source(PathBuf),
}

/// Refuses an output that would overwrite an input.
pub(super) fn check(output: Option<&Path>, inputs: &[PathBuf]) -> Result<(), OutputError> {
    let Some((output, target)) = output.and_then(|o| Some((o, o.canonicalize().ok()?))) else { return Ok(()) };
    if inputs.iter().any(|input| input.canonicalize().is_ok_and(|input| input == target)) {
        return Err(OutputError::Source(output.to_owned()));
    }
    Ok(())
}

/// Writes the result. A reader of standard output that has gone away (`| head`) has seen enough: no error.
pub(super) fn write(output: Option<&Path>, text: &str) -> Result<(), OutputError> {
    match output {
        Some(path) => write_file(path, text).map_err(|source| OutputError::File { path: path.to_owned(), source }),
        None => {
            let mut stdout = std::io::stdout().lock();
            match stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()) {
                Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(OutputError::Stdout(error)),
                _ => Ok(()),
            }
        }
    }
}

/// Replaces the file in one step, so that a failure half-way leaves the old one. What is no plain file
/// (`/dev/stdout`, a named pipe) is written to as it is.
fn write_file(path: &Path, text: &str) -> std::io::Result<()> {
    if path.exists() && !path.is_file() {
        return std::fs::write(path, text);
    }
    crate::project::write_atomically(path, text.as_bytes())
}
