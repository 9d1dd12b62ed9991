//! The arguments as clap reads them, and the typed options they become.

use std::ffi::OsString;
use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::report::{self, ReportFormat};

/// What the program was asked to do.
pub enum Invocation {
    /// Open the window, with these files if any.
    Window(Vec<PathBuf>),
    /// Work on the command line.
    Command(Command),
}

/// A command.
pub enum Command {
    /// Compare files.
    Compare(CompareOptions),
    /// Label given pairs of statements.
    Judge(JudgeOptions),
}

/// Options of `compare`.
pub struct CompareOptions {
    /// The files, two or more.
    pub files: Vec<PathBuf>,
    /// The form of the result.
    pub format: &'static dyn ReportFormat,
    /// Where the result goes; standard output if `None`.
    pub output: Option<PathBuf>,
    /// How much of it the report tells, and of which files.
    pub report: ReportArgs,
    /// Whether a clear contradiction sets the exit status.
    pub exit_code: bool,
    /// How the comparison is made.
    pub run: RunOptions,
}

/// Options of `judge`.
pub struct JudgeOptions {
    /// The file of pairs, one JSON object a line.
    pub pairs: PathBuf,
    /// Where the result goes; standard output if `None`.
    pub output: Option<PathBuf>,
    /// How the pairs are judged.
    pub run: RunOptions,
}

/// What the report is to hold.
#[derive(Args, Clone, Debug)]
pub struct ReportArgs {
    /// Report contradictions and possible contradictions alone
    #[arg(long)]
    pub differences: bool,
    /// Quote the sentences before and after each quotation, too (Markdown and HTML)
    #[arg(long)]
    pub context: bool,
    /// Report on this one of FILES alone, and on others given so; all are compared all the same
    #[arg(long, value_name = "FILE")]
    pub only: Vec<PathBuf>,
}

/// What every command that runs the engine takes.
#[derive(Args, Clone, Debug)]
pub struct RunOptions {
    /// Compare without the models: faster, but only equal and nearly equal wording is judged
    #[arg(long)]
    pub no_model: bool,
    /// Neither use nor keep what the models computed in earlier runs (numbers only, in your cache folder)
    #[arg(long)]
    pub no_cache: bool,
    /// Number of threads; the result does not depend on it [default: one for each processor]
    #[arg(long, value_name = "N")]
    pub threads: Option<NonZeroUsize>,
    /// Whether to show progress on standard error
    #[arg(long, value_name = "WHEN", default_value = "auto")]
    pub progress: Progress,
}

/// When progress is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Progress {
    /// Where standard error is a terminal
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// Compare several reports of one event: what they agree on, where they conflict, what only one of them says.
///
/// Without a command the window opens, with FILES if any are given. Nothing leaves this machine.
#[derive(Parser)]
#[command(name = "counterpoint", version, args_conflicts_with_subcommands = true)]
struct Cli {
    /// Articles to open in the window: plain text, Markdown or HTML
    files: Vec<PathBuf>,
    #[command(subcommand)]
    command: Option<CliCommand>,
}

#[derive(Subcommand)]
enum CliCommand {
    /// Compare files and write a report
    ///
    /// Exit status: 0 done; 1 with --exit-code if a clear contradiction was found; 2 for bad usage, or when any file
    /// could not be read (nothing is written then).
    Compare {
        /// Articles to compare: plain text, Markdown or HTML
        #[arg(required = true, num_args = 2..)]
        files: Vec<PathBuf>,
        /// Form of the report [default: as the name of OUT ends, else markdown]
        #[arg(long, value_parser = format_parser())]
        format: Option<String>,
        /// Write to this file instead of standard output
        #[arg(short, long, value_name = "OUT")]
        output: Option<PathBuf>,
        #[command(flatten)]
        report: ReportArgs,
        /// Exit with 1 if a clear contradiction was found
        #[arg(long)]
        exit_code: bool,
        #[command(flatten)]
        run: RunOptions,
    },
    /// Label given pairs of statements
    ///
    /// Reads one JSON object a line, {"a": "...", "b": "..."}, and answers each with a line of JSON.
    Judge {
        /// File of pairs, one JSON object a line
        pairs: PathBuf,
        /// Write to this file instead of standard output
        #[arg(short, long, value_name = "OUT")]
        output: Option<PathBuf>,
        #[command(flatten)]
        run: RunOptions,
    },
}

/// Offers the formats of the registry, with their descriptions in the help text.
fn format_parser() -> impl TypedValueParser<Value = String> {
    PossibleValuesParser::new(report::FORMATS.iter().map(|f| PossibleValue::new(f.name()).help(f.description())))
}

/// Reads the arguments of this process. Prints and exits by itself for `--help`, `--version` and bad usage.
pub fn parse() -> Invocation {
    Cli::parse().into()
}

/// Reads the given arguments, the first of which is the name of the program.
///
/// # Errors
/// Bad usage, `--help` and `--version`, as clap tells them.
pub fn parse_from(arguments: impl IntoIterator<Item = OsString>) -> Result<Invocation, clap::Error> {
    Cli::try_parse_from(arguments).map(Into::into)
}

impl From<Cli> for Invocation {
    fn from(cli: Cli) -> Self {
        match cli.command {
            None => Self::Window(cli.files),
            Some(CliCommand::Compare { files, format, output, report, exit_code, run }) => {
                let format = choose_format(format.as_deref(), output.as_ref());
                Self::Command(Command::Compare(CompareOptions { files, format, output, report, exit_code, run }))
            }
            Some(CliCommand::Judge { pairs, output, run }) => {
                Self::Command(Command::Judge(JudgeOptions { pairs, output, run }))
            }
        }
    }
}

/// The format asked for by name, else the one the output's name asks for, else the first of the registry.
fn choose_format(name: Option<&str>, output: Option<&PathBuf>) -> &'static dyn ReportFormat {
    let by_extension = || report::by_extension(output?.extension()?.to_str()?);
    name.and_then(report::by_name).or_else(by_extension).unwrap_or(report::FORMATS[0])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn compare(arguments: &[&str]) -> CompareOptions {
        let all = ["counterpoint", "compare"].iter().chain(arguments).map(OsString::from);
        match parse_from(all) {
            Ok(Invocation::Command(Command::Compare(options))) => options,
            _ => panic!("not a comparison: {arguments:?}"),
        }
    }

    #[test]
    fn the_definition_is_consistent() {
        use clap::CommandFactory;
        Cli::command().debug_assert();
    }

    #[test]
    fn files_alone_open_the_window() {
        for files in [vec![], vec!["a.txt"], vec!["a.txt", "b.html"]] {
            let arguments = std::iter::once("counterpoint").chain(files.iter().copied()).map(OsString::from);
            match parse_from(arguments) {
                Ok(Invocation::Window(got)) => assert_eq!(got, files.iter().map(PathBuf::from).collect::<Vec<_>>()),
                _ => panic!("not the window: {files:?}"),
            }
        }
    }

    #[test]
    fn the_format_is_named_or_follows_the_output() {
        assert_eq!(compare(&["a", "b"]).format.name(), "markdown");
        assert_eq!(compare(&["a", "b", "-o", "x.json"]).format.name(), "json");
        assert_eq!(compare(&["a", "b", "-o", "x.json", "--format", "markdown"]).format.name(), "markdown");
        assert_eq!(compare(&["a", "b", "-o", "x.unknown"]).format.name(), "markdown");
    }

    #[test]
    fn a_report_is_whole_unless_told_otherwise() {
        let whole = compare(&["a", "b"]).report;
        assert!(!whole.differences && !whole.context && whole.only.is_empty());
        let some = compare(&["--only", "a", "a", "b", "c", "--only", "b", "--differences", "--context"]);
        assert!(some.report.differences && some.report.context);
        assert_eq!((some.report.only.len(), some.files.len()), (2, 3));
    }

    #[test]
    fn bad_usage_is_refused() {
        for arguments in [
            &["compare"][..],
            &["compare", "a"],
            &["compare", "a", "b", "--format", "docx"],
            &["compare", "a", "b", "--threads", "0"],
            &["compare", "a", "b", "--progress", "sometimes"],
            &["judge"],
        ] {
            let all = ["counterpoint"].iter().chain(arguments).map(OsString::from);
            assert!(parse_from(all).is_err_and(|e| e.exit_code() == 2), "{arguments:?} was accepted");
        }
    }
}
