//! What stands above the first paragraph of an article: publisher, title, byline, date line.

use std::collections::HashSet;
use std::sync::LazyLock;

use jiff::civil::{Date, Weekday};
use regex::Regex;

use super::boilerplate::is_boilerplate;
use super::dateline::dateline;
use super::written_date::{written_date, written_day};
use crate::model::Span;

/// The lines above the first paragraph, told apart. Spans point into the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Opening {
    /// The headline.
    pub title: Option<Span>,
    /// Name of the paper, site or agency.
    pub publisher: Option<Span>,
    /// Name of the author.
    pub author: Option<Span>,
    /// Day of publication, where its year is written.
    pub date: Option<Date>,
    /// Day of a dateline without a year ("OSLO, May 3 (Agency) -").
    pub filed: Option<Filed>,
    /// Lines that say who published it, who wrote it, where and when.
    pub apart: Vec<Span>,
}

/// When a report was filed, without the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Filed {
    /// 1 to 12.
    pub month: i8,
    /// 1 to 31.
    pub day: i8,
    /// The first weekday that the report's first paragraph names: by custom the day it was filed, so that it tells the year.
    pub weekday: Option<Weekday>,
}

/// No opening has more lines than this.
const LINES: usize = 12;
/// A line of more words is a paragraph.
const WORDS: usize = 26;

/// A line of the opening.
struct Line<'a> {
    span: Span,
    text: &'a str,
    /// Blank lines part groups.
    group: usize,
    kind: Kind,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Date,
    Byline,
    Title,
    Furniture,
}

/// Reads the opening of a text that starts at byte `from` (after metadata, say).
pub fn opening(text: &str, from: usize) -> Opening {
    let (lines, first_paragraph) = read(text, from);
    let mut out = Opening::default();
    let titles: Vec<usize> = (0..lines.len()).filter(|&i| lines[i].kind == Kind::Title).collect();
    // A name beside a date line or byline is no headline, unless it comes first.
    let eligible =
        |i: usize| titles.first() == Some(&i) || !(beside_apart(&lines, i) && named(lines[i].text).is_some());
    let headlines: Vec<usize> = titles.iter().copied().filter(|&i| eligible(i)).collect();
    // The headline stands right below the masthead; what comes after a date line is no headline.
    let masthead = headlines.first().filter(|&&i| headlines.contains(&(i + 1)) && is_masthead(lines[i].text)).copied();
    let title = headlines.iter().find(|&&i| Some(i) != masthead).copied();
    // "The Courier – Politics": the section is no part of the name.
    out.publisher = masthead.and_then(|i| span_in(text, lines[i].span, name_of(lines[i].text)));
    out.title = title.map(|i| lines[i].span);
    for (i, line) in lines.iter().enumerate() {
        let by = match line.kind {
            Kind::Byline => byline(line.text),
            Kind::Title if title.is_some_and(|title| i > title) && beside_apart(&lines, i) => named(line.text),
            Kind::Date => Some(""),
            Kind::Title | Kind::Furniture => None,
        };
        if by.is_none() && masthead != Some(i) {
            continue;
        }
        out.apart.push(line.span);
        if masthead != Some(i) {
            out.date = out.date.or_else(|| written_date(line.text).map(|(_, date)| date));
            let author = by.filter(|name| !name.is_empty()).and_then(|name| span_in(text, line.span, name));
            out.author = out.author.or(author);
        }
    }
    if let Some(paragraph) = first_paragraph
        && let Some((found, report)) = dateline(paragraph).and_then(|found| paragraph.split_at_checked(found.len))
    {
        out.date = out.date.or_else(|| written_date(found).map(|(_, date)| date));
        out.filed = written_day(found).map(|(month, day)| Filed { month, day, weekday: weekday(report) });
    }
    out
}

/// The lines of the opening, and the paragraph that ends it.
fn read(text: &str, from: usize) -> (Vec<Line<'_>>, Option<&str>) {
    let mut lines = Vec::new();
    let (mut group, mut at) = (0, from);
    for raw in text.get(from..).unwrap_or_default().split_inclusive('\n') {
        let start = at + (raw.len() - raw.trim_start().len());
        at += raw.len();
        let whole = raw.trim();
        let bare = whole.trim_matches(['#', '*', '_', '>', ' ']);
        if bare.is_empty() {
            group += 1;
            continue;
        }
        let kind = if is_date_line(bare) {
            Kind::Date
        } else if byline(bare).is_some() {
            Kind::Byline
        } else if is_boilerplate(bare) {
            Kind::Furniture
        } else if lines.len() >= LINES || is_paragraph(bare) {
            return (lines, Some(bare));
        } else {
            Kind::Title
        };
        lines.push(Line { span: Span::new(start, start + whole.len()), text: bare, group, kind });
    }
    // A text of short lines alone has no opening: they may be a list.
    (lines, None)
}

fn is_paragraph(line: &str) -> bool {
    let ends = line.trim_end_matches(['"', '\u{201d}', '\u{2019}', ')']).ends_with(['.', '?', ':', ';']);
    ends || line.split_whitespace().nth(WORDS).is_some()
        || line.starts_with(['•', '|', '-', '–'])
        || dateline(line).is_some()
}

/// Whether the line touches a date line or a byline, in the same group.
fn beside_apart(lines: &[Line<'_>], i: usize) -> bool {
    [i.checked_sub(1), Some(i + 1)]
        .into_iter()
        .flatten()
        .filter_map(|j| lines.get(j))
        .any(|other| other.group == lines[i].group && matches!(other.kind, Kind::Date | Kind::Byline))
}

/// A masthead without what follows its dash.
fn name_of(masthead: &str) -> &str {
    let ends = [" – ", " — ", " | ", " - "].iter().filter_map(|dash| masthead.find(dash));
    &masthead[..ends.min().unwrap_or(masthead.len())]
}

/// The first weekday named, in full.
fn weekday(report: &str) -> Option<Weekday> {
    use Weekday::{Friday, Monday, Saturday, Sunday, Thursday, Tuesday, Wednesday};
    let days = [Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday];
    let named = report.split(|c: char| !c.is_alphabetic());
    named.filter_map(|word| days.into_iter().find(|day| word == format!("{day:?}"))).next()
}

fn span_in(text: &str, line: Span, name: &str) -> Option<Span> {
    let at = line.of(text).find(name)?;
    Some(Span::new(line.start + at, line.start + at + name.len()))
}

#[expect(clippy::expect_used, reason = "the pattern is part of the program; the tests of this file compile it")]
fn pattern(text: &str) -> Regex {
    Regex::new(text).expect("pattern compiles")
}

static AROUND_DATE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?ix)^(?: published | updated | posted | last | first | modified | created | issued | released | on | at | date
        | (?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)? | \d{1,2}[:.]\d\d | \d{1,2} | a\.?m\.? | p\.?m\.?
        | noon | midnight | local | time | \b(?:GMT|UTC|BST|IST|MSK|JST|SGT|HKT|[ECMPA][SD]?T|A[EWC][SD]T|[CEW]ES?T)\b | [-–—|,:;.•·()/\s+] )*$",
    )
});

/// Whether a line is a date and nothing more than what goes with one: a weekday, a clock time, "Updated".
fn is_date_line(line: &str) -> bool {
    let mut rest = line.to_owned();
    let mut found = false;
    while let Some((span, _)) = written_date(&rest) {
        rest.replace_range(span.start..span.end, " ");
        found = true;
    }
    found && AROUND_DATE.is_match(&rest)
}

static BY: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?:(?:[Ww]ritten|[Rr]eported|[Ww]ords|[Ss]tory|[Rr]eporting|[Pp]osted|[Pp]ublished) )?(?:[Bb]y|BY):? (?P<name>\p{Lu}.*)$",
    )
});
static ROLE_THEN_NAME: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^\p{Lu}[\p{L} &-]{0,40}(?i:correspondent|editor|reporter|writer|author|columnist|analyst): (?P<name>\p{Lu}.*)$",
    )
});
static NAME_THEN_ROLE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?P<name>\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]*){1,3})(?:,| [|–—-]) [\p{L} &-]{0,40}(?i:correspondent|editor|reporter|writer|columnist|bureau)\b.{0,40}$",
    )
});

/// The name in a byline: "By Ann Lee, Staff Writer | 3 May 2025", "Science Editor: Ann Lee".
fn byline(line: &str) -> Option<&str> {
    if line.ends_with(['.', '!', '?']) && !line.ends_with("m.") || line.split_whitespace().nth(20).is_some() {
        return None;
    }
    let found = [&BY, &ROLE_THEN_NAME, &NAME_THEN_ROLE].into_iter().find_map(|form| form.captures(line))?;
    let name = found.name("name")?.as_str();
    let end = name.find([',', '|', '•', '·', '–', '—', '/', ';', ':']).unwrap_or(name.len());
    let name = [" in ", " for ", " at ", " with ", " on ", " - "]
        .iter()
        .fold(&name[..end], |name, word| name.split(word).next().unwrap_or(name));
    Some(name.trim())
}

static NAMED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"^(?P<name>\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]*){1,3})(?:(?:,| [|–—-]) .{0,60}| \p{Lu}.{0,40})?$")
});

/// Who is named by a line beside a date line or byline: "Ann Lee, in Oslo".
fn named(line: &str) -> Option<&str> {
    let name = NAMED.captures(line)?.name("name")?.as_str();
    // "Northern Incident Team 3" is a publisher, no person.
    if line.contains(',') { Some(name) } else { Some("") }
}

static MASTHEADS: LazyLock<HashSet<&str>> = LazyLock::new(|| {
    let lines = include_str!("../../resources/lexicon/mastheads.txt").lines();
    lines.filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace).collect()
});

/// Whether the first line names a paper, an agency or a company rather than a story.
fn is_masthead(line: &str) -> bool {
    let words: Vec<&str> = line.split_whitespace().collect();
    let capitalised =
        |word: &&str| word.starts_with(|c: char| !c.is_lowercase()) || matches!(*word, "of" | "the" | "and" | "in");
    let name = line.split([':', '|', '–', '—']).next().unwrap_or(line);
    let listed =
        name.split_whitespace().any(|word| MASTHEADS.contains(word.trim_end_matches('.').to_lowercase().as_str()));
    let section =
        (line.contains(" – ") || line.contains(" | ") || line.contains(" — ")) && name.split_whitespace().count() <= 3;
    words.len() <= 7
        && !line.contains([',', '?', '!', '’', '\''])
        && (section || listed && words.iter().all(capitalised))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    /// Title, publisher, author, date, number of lines apart.
    type Read<'a> = (Option<&'a str>, Option<&'a str>, Option<&'a str>, Option<Date>, usize);

    fn read_of(text: &str) -> Read<'_> {
        let found = opening(text, 0);
        let of = |span: Option<Span>| span.map(|span| span.of(text));
        (of(found.title), of(found.publisher), of(found.author), found.date, found.apart.len())
    }

    #[test]
    fn openings() {
        let paragraph = "\n\nThe harbour was closed on Monday after a storm.";
        for (lines, expected) in [
            ("Storm shuts harbour", (Some("Storm shuts harbour"), None, None, None, 0)),
            (
                "The Lunde Courier\nStorm shuts harbour: boats wait\nBy Ann Lee | Friday, May 2, 2025 | 5:05 p.m.",
                (
                    Some("Storm shuts harbour: boats wait"),
                    Some("The Lunde Courier"),
                    Some("Ann Lee"),
                    Some(date(2025, 5, 2)),
                    2,
                ),
            ),
            (
                "LUNDE TODAY – HARBOUR\n\nStorm shuts harbour\nShipping Correspondent: Tom Ash\nFriday May 2 2025, 12.01am",
                (Some("Storm shuts harbour"), Some("LUNDE TODAY"), Some("Tom Ash"), Some(date(2025, 5, 2)), 3),
            ),
            (
                "Storm shuts harbour\n\nby Chief Editor",
                (Some("Storm shuts harbour"), None, Some("Chief Editor"), None, 1),
            ),
            (
                "STORM WARNING – UPDATE\nFri, May 2, 2025, 9:00 a.m.\nNorthern Coast Guard Team 3",
                (Some("STORM WARNING – UPDATE"), None, None, Some(date(2025, 5, 2)), 2),
            ),
            (
                "STORM WARNING – UPDATE\nFri, May 2, 2025\n\nWind: 80 mph\nWaves: 6 metres",
                (Some("STORM WARNING – UPDATE"), None, None, Some(date(2025, 5, 2)), 1),
            ),
            (
                "Storm shuts harbour\nAnn Lee, at the quay in Lunde\nUpdated 2 May 2025, 8:15 a.m.",
                (Some("Storm shuts harbour"), None, Some("Ann Lee"), Some(date(2025, 5, 2)), 2),
            ),
            (
                "2 May 2025\nLUNDE HARBOUR PLC\nSTATEMENT FOR THE YEAR TO 1 MAY 2025",
                (
                    Some("STATEMENT FOR THE YEAR TO 1 MAY 2025"),
                    Some("LUNDE HARBOUR PLC"),
                    None,
                    Some(date(2025, 5, 2)),
                    2,
                ),
            ),
        ] {
            assert_eq!(read_of(&format!("{lines}{paragraph}")), expected, "{lines}");
        }
        assert_eq!(
            opening("OSLO, May 3 (Agency) - Talks opened here on Monday.", 0).filed,
            Some(Filed { month: 5, day: 3, weekday: Some(Weekday::Monday) })
        );
    }

    #[test]
    fn paragraphs_are_no_openings() {
        assert_eq!(read_of("By Easter, the shops will shut.\n\nThey are old."), (None, None, None, None, 0));
    }
}
