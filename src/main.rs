//! Arguments, window or command line, exit code; nothing else.

use std::process::ExitCode;

use counterpoint::cli::{self, Invocation};

fn main() -> ExitCode {
    match cli::parse() {
        Invocation::Window(files) => window(files),
        Invocation::Command(command) => cli::run(&command).into(),
    }
}

#[cfg(feature = "gui")]
fn window(files: Vec<std::path::PathBuf>) -> ExitCode {
    match counterpoint::gui::run(files) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            cli::complain(error);
            cli::Status::Failed.into()
        }
    }
}

#[cfg(not(feature = "gui"))]
fn window(_files: Vec<std::path::PathBuf>) -> ExitCode {
    cli::complain("this build has no window; use `counterpoint compare FILES...`");
    cli::Status::Failed.into()
}
