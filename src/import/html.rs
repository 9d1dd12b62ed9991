//! HTML pages: the main article's text, without the page around it, and what the page says about itself.
//!
//! `dom_smoothie` (Mozilla's Readability) finds the article; what it leaves is walked here, so that every block keeps its kind.

use dom_query::Document;
use dom_smoothie::{Config, Readability};

use super::html_text::{self, ArticleText};
use super::{Importer, Parsed};
use crate::model::{BlockKind, Span};
use crate::text::{fold, written_date};

/// The importer of HTML.
pub(super) struct Html;

impl Importer for Html {
    fn name(&self) -> &'static str {
        "HTML"
    }

    fn extensions(&self) -> &'static [&'static str] {
        &["html", "htm", "xhtml"]
    }

    fn recognises(&self, text: &str) -> bool {
        let start: String = text.trim_start().chars().take(15).collect::<String>().to_ascii_lowercase();
        start.starts_with("<!doctype html") || start.starts_with("<html")
    }

    fn import(&self, text: String) -> Parsed {
        let page = Document::from(text.as_str());
        let config = Config { max_elements_to_parse: MOST_ELEMENTS, ..Config::default() };
        let address = canonical(&page);
        let date = time_element(&page);
        let heading = page.select("h1").iter().next().map(|h1| spaced(&h1.text()));
        let article = if is_deep(&page) {
            None
        } else {
            Readability::with_document(page, None, Some(config)).and_then(|mut page| page.parse()).ok()
        };
        let mut parsed = Parsed { address, published: date, ..Parsed::default() };
        let mut words = match article {
            Some(article) => {
                parsed.title = some(&article.title);
                parsed.author = article.byline.as_deref().and_then(some).map(|by| without_by(&by).to_owned());
                parsed.publisher = article.site_name.as_deref().and_then(some);
                parsed.address = parsed.address.or_else(|| article.url.as_deref().and_then(some));
                let metadata = article.published_time.as_deref().and_then(written_date).map(|(_, date)| date);
                parsed.published = metadata.or(parsed.published);
                html_text::read(&Document::fragment(article.content.as_ref()).root())
            }
            // A page too short or too odd for the article finder is read as a whole.
            None => {
                let page = Document::from(text.as_str());
                parsed.title = some(&page.select("title").text());
                html_text::read(&page.select("body").nodes().first().copied().unwrap_or_else(|| page.root()))
            }
        };
        parsed.title = parsed.title.or(heading).filter(|title| !title.is_empty());
        if let Some(title) = &parsed.title {
            with_title(&mut words, title);
        }
        parsed.text = words.text;
        parsed.blocks = words.blocks;
        parsed
    }
}

/// Pages with more elements are read as a whole: finding the article in them takes too long.
const MOST_ELEMENTS: usize = 60_000;

/// Elements nested deeper than any real page nests them: the article finder's time grows with the square of the depth.
const DEEPEST: usize = 500;

fn is_deep(page: &Document) -> bool {
    let mut open = vec![(page.root(), 0)];
    while let Some((node, depth)) = open.pop() {
        if depth > DEEPEST {
            return true;
        }
        open.extend(node.children_it(false).map(|child| (child, depth + 1)));
    }
    false
}

/// The headline stands outside the article; it is put above it, unless the article has it.
fn with_title(words: &mut ArticleText, title: &str) {
    let has_it = words.blocks.iter().take(3).any(|block| {
        let (first, title) = (fold(block.span.of(&words.text)), fold(title));
        block.kind == BlockKind::Heading && (title.contains(&first) || first.contains(&title))
    });
    if has_it || words.blocks.is_empty() {
        return;
    }
    let shift = title.len() + 2;
    words.text.insert_str(0, &format!("{title}\n\n"));
    for block in &mut words.blocks {
        block.span = block.span.shifted(shift);
    }
    words.blocks.insert(0, crate::model::Block { span: Span::new(0, title.len()), kind: BlockKind::Heading });
}

fn canonical(page: &Document) -> Option<String> {
    let of = |selector: &str, attribute: &str| {
        page.select(selector).iter().find_map(|found| found.attr(attribute)).and_then(|value| some(&value))
    };
    of("link[rel=canonical]", "href").or_else(|| of("meta[property='og:url']", "content"))
}

/// The day of the first `<time datetime=…>` of the page.
fn time_element(page: &Document) -> Option<jiff::civil::Date> {
    let value = page.select("time[datetime]").iter().find_map(|time| time.attr("datetime"))?;
    written_date(&value).map(|(_, date)| date)
}

fn some(value: &str) -> Option<String> {
    Some(spaced(value)).filter(|value| !value.is_empty())
}

/// White space collapsed: a title is one line.
fn spaced(value: &str) -> String {
    value.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn without_by(byline: &str) -> &str {
    ["By ", "by ", "BY "].iter().find_map(|by| byline.strip_prefix(by)).unwrap_or(byline).trim()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = include_str!("../../tests/data/import/harbour.html");

    #[test]
    fn the_article_and_its_metadata() {
        let parsed = Html.import(PAGE.to_owned());
        assert_eq!(parsed.title.as_deref(), Some("Storm shuts Lunde harbour for two days"));
        assert_eq!(parsed.author.as_deref(), Some("Ann Lee"));
        assert_eq!(parsed.publisher.as_deref(), Some("The Lunde Courier"));
        assert_eq!(parsed.address.as_deref(), Some("https://courier.example/harbour-storm"));
        assert_eq!(parsed.published, Some(jiff::civil::date(2025, 5, 2)));
        let kinds: Vec<_> = parsed.blocks.iter().map(|block| (block.kind, block.span.of(&parsed.text))).collect();
        for expected in [
            (BlockKind::Heading, "Storm shuts Lunde harbour for two days"),
            (BlockKind::Heading, "What the port says"),
            (BlockKind::ListItem, "• Ferries: none until Sunday evening at the earliest, the operator said."),
            (BlockKind::Boilerplate, "| Day | Boats waiting |"),
            (BlockKind::TableRow, "| Friday | 12 |"),
            (BlockKind::Caption, "Boats at anchor off Lunde on Friday."),
        ] {
            assert!(kinds.contains(&expected), "{expected:?} in {kinds:#?}");
        }
        assert!(!parsed.text.contains("cookies"), "page furniture is left out");
        assert!(kinds.iter().any(|(_, words)| words.ends_with("at about 3 p.m. & stayed shut.")), "{kinds:#?}");
    }

    #[test]
    fn a_short_page_is_read_as_a_whole() {
        let parsed = Html.import("<html><body><p>Storm.</p><p>Boats wait.</body>".to_owned());
        assert_eq!(parsed.text.trim(), "Storm.\n\nBoats wait.");
    }

    #[test]
    fn deep_pages_do_not_overflow() {
        let parsed = Html.import(format!("{}The harbour is shut.", "<div>".repeat(2_000)));
        assert!(parsed.text.contains("The harbour is shut."));
    }
}
