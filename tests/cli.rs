//! The command line as a user meets it: exit statuses, messages, files written.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout, reason = "a failed unwrap is a failed test")]

use std::path::{Path, PathBuf};

use assert_cmd::Command;
use serde_json::Value;

const TALKS: [&str; 3] = [
    "resources/samples/peace-talks/harbour-courier.txt",
    "resources/samples/peace-talks/inland-herald.md",
    "resources/samples/peace-talks/lakeside-review.html",
];

fn counterpoint(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_counterpoint"));
    command.current_dir(env!("CARGO_MANIFEST_DIR")).args(arguments);
    command
}

/// Exit status, standard output, standard error. The reader's own cache is left alone.
fn run(arguments: &[&str]) -> (i32, String, String) {
    let works = ["compare", "judge"].contains(&arguments[0]);
    let output = counterpoint(arguments).args(works.then_some("--no-cache")).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

fn path(path: &Path) -> &str {
    path.to_str().unwrap()
}

#[test]
fn bad_usage_is_status_2() {
    for arguments in [
        &["compare"][..],
        &["compare", TALKS[0]],
        &["compare", TALKS[0], TALKS[1], "--format", "docx"],
        &["compare", TALKS[0], TALKS[1], "--threads", "0"],
        &["judge"],
        &["--no-such-option"],
    ] {
        let (status, stdout, stderr) = run(arguments);
        assert_eq!((status, stdout.as_str()), (2, ""), "{arguments:?}");
        assert!(stderr.contains("Usage") || stderr.contains("--help"), "{arguments:?}: {stderr}");
    }
    let (status, stdout, _) = run(&["--version"]);
    assert_eq!((status, stdout.trim()), (0, concat!("counterpoint ", env!("CARGO_PKG_VERSION"))));
}

#[test]
fn every_file_that_cannot_be_read_is_named_and_nothing_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str, contents: &[u8]| {
        let path = folder.path().join(name);
        std::fs::write(&path, contents).unwrap();
        path
    };
    let bad: Vec<PathBuf> = vec![
        folder.path().join("missing.txt"),
        folder.path().to_owned(),
        file("empty.txt", b""),
        file("blank.txt", b" \n\t\n"),
        file("binary.txt", &[0x7f, b'E', b'L', b'F', 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0x3e, 0, 1, 0, 0, 0]),
    ];
    let out = folder.path().join("out.md");
    let mut arguments = vec!["compare", TALKS[0]];
    arguments.extend(bad.iter().map(|bad| path(bad)));
    arguments.extend(["-o", path(&out)]);
    let (status, stdout, stderr) = run(&arguments);
    assert_eq!((status, stdout.as_str()), (2, ""), "{stderr}");
    assert!(!out.exists(), "output was written although inputs could not be read");
    let mut messages = std::collections::BTreeSet::new();
    for bad in &bad {
        let lines: Vec<&str> = stderr.lines().filter(|line| line.contains(&format!("{}:", path(bad)))).collect();
        assert_eq!(lines.len(), 1, "{} in:\n{stderr}", bad.display());
        messages.insert(lines[0].replace(path(bad), ""));
    }
    // Blank and empty may share a message; the others say different things.
    assert!(messages.len() >= 4, "{messages:#?}");
}

#[test]
fn an_unwritable_output_is_status_2() {
    let (status, stdout, stderr) = run(&["compare", "--no-model", TALKS[0], TALKS[1], "-o", "no/such/folder/out.md"]);
    assert_eq!((status, stdout.as_str()), (2, ""));
    assert!(stderr.contains("no/such/folder/out.md"), "{stderr}");
}

#[test]
fn a_source_is_never_overwritten() {
    let folder = tempfile::tempdir().unwrap();
    let source = folder.path().join("a.txt");
    std::fs::write(&source, "The talks are in Moscow. They begin on Monday.").unwrap();
    let (status, _, stderr) = run(&["compare", "--no-model", path(&source), TALKS[0], "-o", path(&source)]);
    assert_eq!(status, 2);
    assert!(stderr.contains("a.txt") && std::fs::read_to_string(&source).unwrap().starts_with("The talks"));
}

#[test]
fn the_report_goes_to_standard_output_or_to_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("report.md");
    let (status, stdout, stderr) = run(&["compare", "--no-model", TALKS[0], TALKS[1]]);
    assert_eq!(status, 0, "{stderr}");
    assert!(stdout.starts_with("# Comparison of 2 reports"), "{stdout}");
    let (status, nothing, _) = run(&["compare", "--no-model", TALKS[0], TALKS[1], "-o", path(&out)]);
    assert_eq!((status, nothing.as_str()), (0, ""));
    assert_eq!(std::fs::read_to_string(&out).unwrap(), stdout);
}

#[test]
fn a_report_holds_what_was_asked_for() {
    // Nearly equal wording with a figure exchanged is judged without the models, too.
    let folder = tempfile::tempdir().unwrap();
    let report = |name: &str, count: &str| {
        let file = folder.path().join(name);
        let text = format!(
            "Dam gives way at Velden\n\nThe dam gave way at noon on Monday. Police moved {count} people out of Velden on \
             Monday evening. The river has begun to fall, a spokesman said.\n"
        );
        std::fs::write(&file, text).unwrap();
        file
    };
    let files = [report("one.txt", "1,200"), report("two.txt", "1,900"), report("three.txt", "1,200")];
    let files = files.each_ref().map(|file| path(file));
    let with = |more: &[&str]| run(&[&["compare", "--no-model", files[0], files[1], files[2]], more].concat());
    let (status, differences, stderr) = with(&["--differences"]);
    assert_eq!(status, 0, "{stderr}");
    assert!(
        differences.contains("\n## Contradictions\n") && !differences.contains("\n## Agreements\n"),
        "{differences}"
    );
    let (_, context, _) = with(&["--differences", "--context"]);
    assert!(context.contains("\n> Before it: ") && !differences.contains("Before it: "), "{context}");
    // By name, or as it stands among the files; one of the others is not told of.
    let (status, two, stderr) = with(&["--only", files[0], "--only", "two.txt"]);
    assert_eq!(status, 0, "{stderr}");
    assert!(two.starts_with("# Comparison of 2 reports\n") && !two.contains("three.txt"), "{two}");
    let (status, nothing, stderr) = with(&["--only", "elsewhere.txt"]);
    assert_eq!((status, nothing.as_str()), (2, ""));
    assert!(stderr.contains("elsewhere.txt"), "{stderr}");
}

#[test]
fn the_name_of_the_output_chooses_the_format() {
    let folder = tempfile::tempdir().unwrap();
    for (name, start) in [("a.html", "<!DOCTYPE html>"), ("a.csv", "\u{FEFF}claim,"), ("a.json", "{"), ("a.md", "# ")] {
        let out = folder.path().join(name);
        let (status, _, stderr) = run(&["compare", "--no-model", TALKS[0], TALKS[1], "-o", path(&out)]);
        assert_eq!(status, 0, "{stderr}");
        assert!(std::fs::read_to_string(&out).unwrap().starts_with(start), "{name}");
    }
}

#[test]
fn progress_goes_to_standard_error_and_only_when_asked() {
    let (_, _, stderr) = run(&["compare", "--no-model", TALKS[0], TALKS[1]]);
    assert!(!stderr.contains('\r'), "progress although standard error is no terminal: {stderr:?}");
    let (_, stdout, stderr) = run(&["compare", "--no-model", TALKS[0], TALKS[1], "--progress", "always"]);
    assert!(stderr.contains('\r') && !stdout.contains('\r'), "{stderr:?}");
}

#[test]
fn a_clear_contradiction_sets_the_status_only_when_asked() {
    let (status, json, _) = run(&["compare", TALKS[0], TALKS[1], "--format", "json"]);
    assert_eq!(status, 0);
    let comparison: Value = serde_json::from_str(&json).unwrap();
    let clear = |pair: &&Value| pair["verdict"] == "contradiction" && pair["strength"] == "clear";
    let found = comparison["pairs"].as_array().unwrap().iter().filter(clear).count();
    assert!(found > 0, "the samples hold clear contradictions and none was found");
    assert_eq!(run(&["compare", TALKS[0], TALKS[1], "--exit-code"]).0, 1);
    let same = tempfile::tempdir().unwrap();
    let copy = same.path().join("copy.txt");
    let text = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(TALKS[0])).unwrap();
    std::fs::write(&copy, format!("{text}\nOne more sentence stands at the end of this copy.\n")).unwrap();
    assert_eq!(run(&["compare", TALKS[0], path(&copy), "--exit-code"]).0, 0, "a copy contradicts its original");
}

#[test]
fn the_same_file_twice_is_one_source() {
    let (status, json, stderr) = run(&["compare", "--no-model", TALKS[0], TALKS[1], TALKS[0], "--format", "json"]);
    assert_eq!(status, 0);
    let comparison: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(comparison["sources"].as_array().unwrap().len(), 2);
    assert!(stderr.contains("counted once"), "{stderr}");
}

#[test]
fn the_result_does_not_depend_on_the_number_of_threads() {
    let with = |threads| run(&["compare", TALKS[0], TALKS[1], "--format", "json", "--threads", threads]).1;
    assert_eq!(with("1"), with("3"));
}

#[cfg(unix)]
#[test]
fn a_reader_that_goes_away_is_no_panic() {
    use std::process::Stdio;
    let mut child = std::process::Command::new(env!("CARGO_BIN_EXE_counterpoint"))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args(["compare", "--no-model", TALKS[0], TALKS[1], "--format", "json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(0), "{stderr}");
    assert!(!stderr.contains("panicked"), "{stderr}");
}

#[test]
fn judge_answers_every_pair_in_order() {
    let folder = tempfile::tempdir().unwrap();
    let pairs = folder.path().join("pairs.jsonl");
    std::fs::write(
        &pairs,
        "{\"a\": \"The talks are held in Moscow.\", \"b\": \"The talks are held in Miami.\"}\n\
         \n\
         {\"a\": \"The talks are held in Moscow.\", \"b\": \"The harvest was poor this year.\", \"label\": 3}\n",
    )
    .unwrap();
    let (status, stdout, stderr) = run(&["judge", path(&pairs)]);
    assert_eq!(status, 0, "{stderr}");
    let lines: Vec<Value> = stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), 2);
    assert_eq!((&lines[0]["verdict"], &lines[1]["verdict"]), (&"contradiction".into(), &"unrelated".into()));
    for line in &lines {
        assert!(line["confidence"].as_f64().is_some_and(|c| (0.0..=1.0).contains(&c)), "{line}");
        assert!(["clear", "possible"].contains(&line["strength"].as_str().unwrap()) && line["reasons"].is_array());
        for score in ["agree", "neither", "contradict"] {
            assert!(line["scores"].get(format!("{score}_ab")).is_some(), "{line}");
            assert!(line["scores"].get(format!("{score}_ba")).is_some(), "{line}");
        }
        assert!(line["scores"].get("cosine").is_some());
        let there: f64 = ["agree_ab", "neither_ab", "contradict_ab"]
            .iter()
            .map(|name| line["scores"][name].as_f64().expect("the first order is always asked"))
            .sum();
        assert!((there - 1.0).abs() < 1e-3, "{line}");
    }
    let bare = run(&["judge", "--no-model", path(&pairs)]).1;
    assert!(bare.lines().all(|line| line.contains("\"agree_ab\":null")), "{bare}");
}

#[test]
fn judge_names_every_line_it_cannot_read() {
    let folder = tempfile::tempdir().unwrap();
    let pairs = folder.path().join("pairs.jsonl");
    std::fs::write(&pairs, "{\"a\": \"x\", \"b\": \"y\"}\nnot json\n{\"a\": \"x\"}\n").unwrap();
    let (status, stdout, stderr) = run(&["judge", path(&pairs)]);
    assert_eq!((status, stdout.as_str()), (2, ""));
    assert!(stderr.contains("line 2") && stderr.contains("line 3") && !stderr.contains("line 1:"), "{stderr}");
    let (status, _, stderr) = run(&["judge", "missing.jsonl"]);
    assert!(status == 2 && stderr.contains("missing.jsonl"), "{stderr}");
}

#[test]
fn the_program_needs_nothing_beside_it() {
    let folder = tempfile::tempdir().unwrap();
    let copy = folder.path().join(if cfg!(windows) { "counterpoint.exe" } else { "counterpoint" });
    std::fs::copy(env!("CARGO_BIN_EXE_counterpoint"), &copy).unwrap();
    for (i, sample) in TALKS[..2].iter().enumerate() {
        let text = std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(sample)).unwrap();
        std::fs::write(folder.path().join(format!("{i}.txt")), text).unwrap();
    }
    let output = Command::new(&copy)
        .current_dir(folder.path())
        .env_clear()
        .args(["compare", "--no-cache", "0.txt", "1.txt", "--format", "json"])
        .output()
        .unwrap();
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(0), "{stderr}");
    let comparison: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert!(!comparison["pairs"].as_array().unwrap().is_empty());
    let cosine_is_used = comparison["warnings"].as_array().unwrap().is_empty();
    assert!(cosine_is_used, "{}", comparison["warnings"]);
}

/// A run whose cache folder, and all else that is the user's, lies in `home`.
#[cfg(target_os = "linux")]
fn at_home(home: &Path, arguments: &[&str]) -> String {
    let mut command = counterpoint(arguments);
    let output = command.env("HOME", home).env("XDG_CACHE_HOME", home.join("cache")).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[cfg(target_os = "linux")]
#[test]
fn what_was_computed_is_remembered_as_numbers_alone() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("cache/counterpoint");
    let arguments = ["compare", TALKS[0], TALKS[1], "--format", "json"];
    let without = [&arguments[..], &["--no-cache"]].concat();
    let cold = at_home(home.path(), &without);
    assert!(!folder.exists(), "--no-cache left something behind");
    assert_eq!(at_home(home.path(), &arguments), cold);
    let files = ["vectors.bin", "answers.bin"].map(|name| folder.join(name));
    let kept = || files.each_ref().map(|file| std::fs::read(file).unwrap());
    let first = kept();
    for bytes in &first {
        assert!(bytes.len() > 500, "hardly anything was kept");
        assert!(!bytes.windows(4).any(|four| four == b"talk" || four == b"Mosc"), "text was kept");
    }
    assert_eq!(at_home(home.path(), &arguments), cold, "a warm cache changes the result");
    assert_eq!(kept(), first, "a second run computed something anew");
    std::fs::write(&files[0], "something else").unwrap();
    std::fs::remove_file(&files[1]).unwrap();
    assert_eq!(at_home(home.path(), &arguments), cold);
    assert_eq!(kept(), first, "a spoilt cache is written anew");
}
