//! Counts as tables and as JSON.

use serde_json::{Value, json};

use crate::reliability;
use crate::score::{Counts, Note, Tally};

/// Prints a row of figures for each tally.
pub(crate) fn print(rows: &[(String, Tally)]) {
    println!("\n{:16} | {:35} | {:35} | clear", "", "agree", "contradict");
    let (long, short) = ("gold found pred     P     R    F1", "found pred     P     R");
    println!("{:16} | {long:>35} | {long:>35} | {short:>24}", "");
    for (name, tally) in rows {
        let (agree, contradict) = (line(&tally.agree), line(&tally.contradict));
        println!("{name:16} | {agree:>35} | {contradict:>35} | {:>24}", short_line(&tally.clear));
    }
}

/// Prints what the rows of one tally were judged, by kind.
pub(crate) fn print_kinds(tally: &Tally) {
    println!("\ncontradictions found, by kind of the gold row:");
    for (kind, (found, gold)) in &tally.kinds {
        println!("  {kind:24} {found:3} of {gold:3}");
    }
    println!("rows labelled none, by trap: judged a contradiction, an agreement, of how many:");
    for (kind, trap) in &tally.traps {
        println!("  {kind:24} {:3} {:3} of {:3}", trap.contradiction, trap.agreement, trap.rows);
    }
}

/// Prints what was missed or wrong: false alarms always, missed contradictions from 1 on, agreements from 2 on; and from
/// 3 on the contradictions that are right.
pub(crate) fn print_notes(story: &str, notes: &[Note], verbose: u8) {
    let wanted = |note: &&Note| match note.right {
        true => verbose > 2,
        false => verbose > 1 || note.about_contradiction && (verbose > 0 || !note.missed),
    };
    for note in notes.iter().filter(wanted) {
        let what = match (note.missed, note.about_contradiction) {
            _ if note.right => "RIGHT contradiction",
            (false, true) => "FALSE ALARM",
            (true, true) => "MISSED contradiction",
            (false, false) => "WRONG agreement",
            (true, false) => "MISSED agreement",
        };
        println!("{what} {story} (gold {}; judged {}) {}", note.gold, note.judged, note.because);
        if let Some(remark) = &note.remark {
            println!("   gold says: {remark}");
        }
        println!("   {}\n   {}", note.a, note.b);
    }
}

/// A tally for other programs.
pub(crate) fn json(tally: &Tally) -> Value {
    json!({
        "agree": counts(&tally.agree),
        "contradict": counts(&tally.contradict),
        "clear": counts(&tally.clear),
        "contradictions_by_kind": tally.kinds.iter().map(|(kind, (found, gold))| {
            json!({"kind": kind, "found": found, "gold": gold})
        }).collect::<Vec<_>>(),
        "traps": tally.traps,
        "reliability": reliability::json(&tally.told),
        "notes": tally.notes,
    })
}

fn counts(counts: &Counts) -> Value {
    let Counts { gold, found, right, wrong } = *counts;
    let (precision, recall, f1) = (counts.precision(), counts.recall(), counts.f1());
    json!({
        "gold": gold, "found": found, "right": right, "wrong": wrong, "precision": precision, "recall": recall, "f1": f1,
    })
}

/// Gold, found, predicted, precision, recall, F1.
fn line(counts: &Counts) -> String {
    let Counts { gold, found, right, wrong } = *counts;
    let (p, r, f1) = (counts.precision(), counts.recall(), counts.f1());
    format!("{gold:4} {found:5} {:4} {p:5.3} {r:5.3} {f1:5.3}", right + wrong)
}

/// Found, predicted, precision, recall.
fn short_line(counts: &Counts) -> String {
    let predicted = counts.right + counts.wrong;
    format!("{:5} {predicted:4} {:5.3} {:5.3}", counts.found, counts.precision(), counts.recall())
}
