//! Arguments and commands.
//!
//! [`parse`] reads the arguments once and turns them into an [`Invocation`] with typed options; [`run`] does what a
//! command asks and answers with the exit [`Status`]. Results go to standard output or a file, everything else to
//! standard error.

mod args;
mod compare;
mod judge;
mod output;
mod progress;

use std::fmt::Display;
use std::io::Write;
use std::process::ExitCode;

pub use args::{Command, CompareOptions, Invocation, JudgeOptions, Progress, ReportArgs, parse, parse_from};

/// What the exit status says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// 0: done.
    Done,
    /// 1: done, and with `--exit-code` a clear contradiction was found.
    Contradiction,
    /// 2: bad usage, an input that could not be read, or an output that could not be written.
    Failed,
}

impl From<Status> for ExitCode {
    fn from(status: Status) -> Self {
        ExitCode::from(match status {
            Status::Done => 0,
            Status::Contradiction => 1,
            Status::Failed => 2,
        })
    }
}

/// Does what the command asks; complains on standard error where it cannot.
pub fn run(command: &Command) -> Status {
    let outcome = match command {
        Command::Compare(options) => compare::run(options),
        Command::Judge(options) => judge::run(options),
    };
    outcome.unwrap_or_else(|errors| {
        for error in errors {
            complain(error);
        }
        Status::Failed
    })
}

/// Says on standard error what went wrong. A closed standard error is no reason to fail.
pub fn complain(message: impl Display) {
    tell("error", message);
}

fn warn(message: impl Display) {
    tell("warning", message);
}

fn tell(kind: &str, message: impl Display) {
    let _ = writeln!(std::io::stderr().lock(), "counterpoint: {kind}: {message}");
}
