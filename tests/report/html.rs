//! The HTML page: well formed, whole in itself, and no article can change its structure.

use counterpoint::model::{Review, Span};
use counterpoint::report::Options;
use dom_query::{Document, NodeRef};
use jiff::civil::date;
use proptest::prelude::*;

use super::options::three;
use super::{comparison, folded, hostile, render};

fn options() -> Options {
    Options::on(date(2025, 12, 24))
}

fn html(text: &str, mark: Span) -> String {
    let (comparison, review) = comparison(text, mark);
    render("html", &comparison, &review, &options())
}

/// Every element with its attributes, in order; the marks are left out, because they depend on the words that decide.
fn structure(html: &str) -> Vec<String> {
    fn walk(node: &NodeRef, depth: usize, all: &mut Vec<String>) {
        for child in node.children() {
            if let Some(name) = child.node_name().filter(|_| child.is_element()).filter(|n| &**n != "mark") {
                let attributes: Vec<String> =
                    child.attrs().iter().map(|a| format!("{}={}", a.name.local, a.value)).collect();
                all.push(format!("{depth} {name} {}", attributes.join(" ")));
            }
            walk(&child, depth + 1, all);
        }
    }
    let mut all = Vec::new();
    walk(&Document::from(html).root(), 0, &mut all);
    all
}

/// Elements that have no end tag.
const VOID: [&str; 2] = ["meta", "br"];

/// Checks that every tag is closed where it was opened, as XML would have it.
fn assert_well_formed(html: &str) {
    let mut open: Vec<&str> = Vec::new();
    let mut rest = html.strip_prefix("<!DOCTYPE html>").expect("a document type");
    while let Some(at) = rest.find('<') {
        let tag = &rest[at + 1..at + rest[at..].find('>').expect("a tag ends")];
        rest = &rest[at + tag.len() + 2..];
        let name = tag.trim_start_matches('/').split(' ').next().unwrap();
        assert!(!name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric()), "no tag: <{tag}>");
        if tag.starts_with('/') {
            assert_eq!(open.pop(), Some(name), "closed out of order");
        } else if !VOID.contains(&name) {
            open.push(name);
        }
        if name == "style" && !tag.starts_with('/') {
            rest = &rest[rest.find("</style>").expect("the style ends")..];
        }
    }
    assert!(open.is_empty(), "never closed: {open:?}");
}

#[test]
fn the_page_is_well_formed_accessible_and_whole_in_itself() {
    for html in [
        html("word", Span::new(0, 4)),
        render("html", &three(), &Review::default(), &options()),
        render("html", &three(), &Review::default(), &Options { context: true, ..options() }),
    ] {
        assert_well_formed(&html);
        let page = Document::from(html.as_str());
        assert_eq!(page.select("html[lang=en]").length(), 1);
        assert_eq!(page.select("h1").length(), 1);
        assert_eq!(page.select("main").length(), 1);
        for outside in
            ["script", "link", "img", "iframe", "object", "embed", "form", "base", "[src]", "[style]", "[onclick]"]
        {
            assert_eq!(page.select(outside).length(), 0, "{outside}");
        }
        assert!(!html.contains("url(") && !html.contains("@import"), "the style needs something else");
        for heading in &page.select("th") {
            assert!(heading.attr("scope").is_some(), "{}", heading.html());
        }
        for link in &page.select("a") {
            let target = link.attr("href").unwrap();
            assert!(target.starts_with('#') && page.select(&target).length() == 1, "{target} leads nowhere");
        }
        for region in &page.select("[role=region], section, nav") {
            assert!(region.attr("aria-label").or(region.attr("aria-labelledby")).is_some(), "{}", region.html());
        }
        // A colour never stands alone: what has the class of a stance says it in words, too.
        for cell in &page.select("td.stance") {
            let words = cell.text();
            assert!(["conflicts", "agrees", "only here"].iter().any(|w| words.contains(w)), "{words}");
        }
    }
}

#[test]
fn entries_hold_what_they_say() {
    let page = render("html", &three(), &Review::default(), &options());
    let page = Document::from(page.as_str());
    let words = |selector: &str| folded(&page.select(selector).text());
    assert!(words("#contradictions h3").contains("1. “Venue”: here (A) or there (B)"), "{}", words("#contradictions"));
    assert_eq!(page.select("#contradictions .side").length(), 2);
    assert_eq!(words("#contradictions .side:first-child mark"), "Venue");
    assert!(
        words("#matrix tbody tr:first-child").contains("disputed≠ conflicts 1≠ conflicts 1✓ agrees 1"),
        "{}",
        words("#matrix")
    );
    assert!(words("#timeline").contains("Conflicts with B, paragraph 1: 3 Dec 2025"), "{}", words("#timeline"));
    assert!(words("#same-copy h3").contains("A and C"));
    assert!(words("#only-in-one").contains("Alone as Carla has it."));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn no_article_changes_the_structure(text in hostile(), start in 0usize..40, len in 0usize..40) {
        prop_assume!(!text.trim().is_empty() && !text.contains(['\u{202A}', '\u{202B}', '\u{202C}', '\u{202D}', '\u{202E}',
            '\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}']));
        let expected = structure(&html("word", Span::new(0, 4)));
        let report = html(&text, Span::new(start, start + len));
        assert_well_formed(&report);
        prop_assert_eq!(structure(&report), expected, "{}", report);
        let shown = folded(&Document::from(report.as_str()).select("body").text());
        for i in 0..6 {
            let statement = folded(&format!("{text} {i}"));
            prop_assert!(shown.contains(&statement), "{statement:?} is not shown as it is:\n{report}");
        }
    }
}

/// The page has the colours of the window, whose contrast is tested there.
#[cfg(feature = "gui")]
#[test]
fn the_colours_are_those_of_the_window() {
    use counterpoint::gui::Mark;
    use counterpoint::gui::theme::{DARK, LIGHT};
    let html = html("word", Span::new(0, 4));
    let dark = html.find("prefers-color-scheme: dark").unwrap();
    let print = html.find("@media print").unwrap();
    let hex = |c: egui::Color32| format!("#{:02x}{:02x}{:02x}", c.r(), c.g(), c.b());
    for (theme, style) in [(&LIGHT, &html[..dark]), (&DARK, &html[dark..print])] {
        let mut colours = vec![
            ("paper".to_owned(), theme.paper),
            ("panel".to_owned(), theme.panel),
            ("ink".to_owned(), theme.ink),
            ("quiet".to_owned(), theme.quiet),
            ("line".to_owned(), theme.line),
        ];
        let marks = [
            ("agreement", Mark::Agreement),
            ("contradiction", Mark::Contradiction),
            ("possible", Mark::Possible),
            ("related", Mark::Related),
        ];
        for (name, mark) in marks {
            let tone = theme.tone(mark);
            colours.push((name.to_owned(), tone.full));
            colours.push((format!("{name}-tint"), tone.tint));
            colours.push((format!("{name}-text"), tone.text));
        }
        for (name, colour) in colours {
            let rule = format!("--{name}: {};", hex(colour));
            assert!(style.contains(&rule), "no {rule} for dark = {}", theme.dark);
        }
    }
}
