//! The architecture, checked: layers import downwards only and never a sibling, egui stays in `gui`, files stay small.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout, reason = "a failed unwrap is a failed test")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Modules of the crate, lowest layer first; those of one layer do not import each other. As told in `src/lib.rs`.
const LAYERS: &[&[&str]] = &[
    &["model"],
    &["text", "lexicon", "neural"],
    &["import", "segment", "align", "report"],
    &["judge", "claims", "timeline"],
    &["engine", "project"],
    &["cli", "gui"],
];

/// Crates that only `gui` may use.
const WINDOW_CRATES: &[&str] = &["egui", "eframe", "rfd", "epaint", "emath"];

const MOST_LINES: usize = 500;

#[test]
fn modules_import_downwards_only() {
    let layer: BTreeMap<&str, usize> =
        LAYERS.iter().enumerate().flat_map(|(i, names)| names.iter().map(move |&name| (name, i))).collect();
    let mut forbidden = Vec::new();
    for (path, text) in sources() {
        let Some(module) = module_of(&path) else { continue };
        let own = *layer.get(module.as_str()).unwrap_or_else(|| panic!("{module} has no layer: add it to LAYERS"));
        for used in modules_used(&path, &text) {
            if let Some(&theirs) = layer.get(used.as_str())
                && used != module
                && theirs >= own
            {
                forbidden.push(format!("{}: {module} must not use {used}", path.display()));
            }
        }
    }
    assert!(forbidden.is_empty(), "forbidden edges:\n{}", forbidden.join("\n"));
}

#[test]
fn only_gui_knows_egui() {
    let mut found = Vec::new();
    for (path, text) in sources() {
        if module_of(&path).is_some_and(|module| module == "gui") {
            continue;
        }
        let code = without_comments(&text);
        for name in WINDOW_CRATES {
            if paths_from(&code, name).next().is_some() {
                found.push(format!("{}: {name}", path.display()));
            }
        }
    }
    assert!(found.is_empty(), "window crates outside gui:\n{}", found.join("\n"));
}

#[test]
fn files_stay_small() {
    let long: Vec<String> = sources()
        .iter()
        .map(|(path, text)| (path, text.lines().count()))
        .filter(|&(_, lines)| lines > MOST_LINES)
        .map(|(path, lines)| format!("{}: {lines} lines", path.display()))
        .collect();
    assert!(long.is_empty(), "files of more than {MOST_LINES} lines:\n{}", long.join("\n"));
}

#[test]
fn the_reader_of_paths_sees_every_form() {
    let text = "
        //! [`judge`](crate::judge)
        use crate::model::{Span, Pair};
        use crate::{align, text::{fold, Words}, lexicon};
        fn f(x: crate::engine::Engine) { super::super::super::project::save(super::super::text()) } // crate::gui
    ";
    let used = modules_used(Path::new("src/report/markdown/pairs.rs"), text);
    assert_eq!(used, ["model", "align", "text", "lexicon", "engine", "project"]);
}

/// Every Rust file below `src`, relative to the root of the package.
fn sources() -> Vec<(PathBuf, String)> {
    fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, found);
            } else if path.extension().is_some_and(|e| e == "rs") {
                found.push(path);
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    walk(&root.join("src"), &mut found);
    found.sort();
    assert!(found.len() > 20, "only {} files found below src", found.len());
    found
        .into_iter()
        .map(|path| (path.strip_prefix(root).unwrap().to_owned(), std::fs::read_to_string(&path).unwrap()))
        .collect()
}

/// The module of the crate that a file belongs to; `None` for `lib.rs` and `main.rs`, which hold everything together.
fn module_of(path: &Path) -> Option<String> {
    let below_src = path.strip_prefix("src").unwrap();
    let first = below_src.components().next()?.as_os_str().to_str()?.to_owned();
    match first.as_str() {
        "lib.rs" | "main.rs" => None,
        _ => Some(first.trim_end_matches(".rs").to_owned()),
    }
}

/// Top-level modules that a file names: after `crate::`, after enough `super::` to reach the root, and in `{...}` groups.
fn modules_used(path: &Path, text: &str) -> Vec<String> {
    let code = without_comments(text);
    let mut used: Vec<String> = paths_from(&code, "crate").flat_map(first_names).collect();
    let below_src = path.strip_prefix("src").unwrap().with_extension("");
    let is_mod = below_src.file_name().is_some_and(|name| name == "mod");
    let depth = below_src.components().count() - usize::from(is_mod);
    let root = vec!["super"; depth].join("::");
    used.extend(paths_from(&code, &root).flat_map(first_names));
    used
}

/// What follows each `name::` that stands by itself.
fn paths_from<'a>(code: &'a str, name: &'a str) -> impl Iterator<Item = &'a str> {
    let is_word = |c: char| c.is_alphanumeric() || c == '_' || c == ':';
    code.match_indices(name).filter_map(move |(at, _)| {
        let rest = code[at + name.len()..].strip_prefix("::")?;
        (!code[..at].ends_with(is_word)).then_some(rest)
    })
}

/// The first name of a path, or those of each path in a group.
fn first_names(rest: &str) -> Vec<String> {
    let name = |text: &str| text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    let Some(group) = rest.strip_prefix('{') else { return vec![name(rest)] };
    let (mut depth, mut names, mut starts) = (0, Vec::new(), true);
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => starts = true,
            c if starts && !c.is_whitespace() => {
                names.push(name(&group[at..]));
                starts = false;
            }
            _ => {}
        }
    }
    names
}

fn without_comments(text: &str) -> String {
    text.lines().map(|line| line.split("//").next().unwrap_or_default()).collect::<Vec<_>>().join("\n")
}
