//! Arguments, window or command line, exit code; nothing else.

use std::process::ExitCode;

use counterpoint::cli::{self, Invocation};

fn main() -> ExitCode {
    match cli::parse() {
        Invocation::Window(files) => window(files),
        Invocation::Command(command) => cli::run(&command).into(),
    }
}

fn window(_files: Vec<std::path::PathBuf>) -> ExitCode {
    cli::complain("the window is not built yet; use `counterpoint compare FILES...`");
    cli::Status::Failed.into()
}
