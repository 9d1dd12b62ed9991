//! The text of an HTML tree, and its blocks.

use dom_query::NodeRef;

use crate::model::{Block, BlockKind, Span};

/// Text with the blocks in it; blank lines part the blocks.
#[derive(Debug, Default)]
pub(super) struct ArticleText {
    /// White space collapsed within blocks.
    pub(super) text: String,
    /// In order; they cover all text but the blank lines.
    pub(super) blocks: Vec<Block>,
}

/// Elements whose content is not read.
const SKIPPED: [&str; 18] = [
    "script", "style", "noscript", "template", "svg", "math", "form", "button", "select", "input", "nav", "iframe",
    "object", "audio", "video", "canvas", "head", "title",
];
/// Elements that end the line they stand in.
const BLOCKS: [&str; 29] = [
    "p",
    "div",
    "section",
    "article",
    "main",
    "header",
    "footer",
    "aside",
    "address",
    "blockquote",
    "pre",
    "ul",
    "ol",
    "dl",
    "dt",
    "dd",
    "figure",
    "figcaption",
    "table",
    "caption",
    "thead",
    "tbody",
    "tfoot",
    "hr",
    "br",
    "details",
    "summary",
    "body",
    "html",
];

/// A step of the walk. The tree may be deeper than the call stack.
enum Step<'a> {
    Enter(NodeRef<'a>),
    /// End the block that is open, and go back to the kind around it.
    Leave(Option<BlockKind>),
    /// End a row.
    LeaveRow,
    /// Part two cells.
    NextCell,
}

/// Reads the text below a node.
pub(super) fn read(root: &NodeRef<'_>) -> ArticleText {
    let mut walk = Walk::default();
    let mut steps = vec![Step::Enter(*root)];
    while let Some(step) = steps.pop() {
        match step {
            Step::Enter(node) if node.is_text() => walk.words(&node.text()),
            Step::Enter(node) => walk.enter(node, &mut steps),
            Step::Leave(around) => {
                walk.flush();
                walk.around = around;
            }
            Step::LeaveRow => walk.end_row(),
            Step::NextCell => walk.line.push_str(" | "),
        }
    }
    walk.flush();
    walk.out
}

#[derive(Default)]
struct Walk {
    out: ArticleText,
    line: String,
    /// The kind of element the walk is in; `None` is running text.
    around: Option<BlockKind>,
    /// In a row of a table, whose cells may hold blocks; whether all of its cells are heads of columns.
    row: Option<bool>,
}

impl Walk {
    fn enter<'a>(&mut self, node: NodeRef<'a>, steps: &mut Vec<Step<'a>>) {
        let name = node.node_name().map(|name| name.to_string()).unwrap_or_default();
        if SKIPPED.contains(&name.as_str()) || node.is_comment() || name == "sup" && is_note_mark(&node.text()) {
            return;
        }
        let kind = match name.as_str() {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Some(BlockKind::Heading),
            "li" => Some(BlockKind::ListItem),
            "figcaption" | "caption" => Some(BlockKind::Caption),
            "blockquote" => Some(BlockKind::Paragraph),
            _ => None,
        };
        if self.row.is_some() {
            self.words(" ");
        } else if name == "tr" && cells(&node).len() > 1 {
            self.flush();
            self.enter_row(&node, steps);
            return;
        } else if kind.is_some() || name == "tr" || BLOCKS.contains(&name.as_str()) {
            self.flush();
            steps.push(Step::Leave(self.around));
            self.around = kind.or(self.around);
            if name == "li" {
                self.line.push_str("• ");
            }
        }
        let mut children = node.children();
        children.reverse();
        steps.extend(children.into_iter().map(Step::Enter));
    }

    fn enter_row<'a>(&mut self, row: &NodeRef<'a>, steps: &mut Vec<Step<'a>>) {
        let cells = cells(row);
        self.row = Some(cells.iter().all(|cell| cell.has_name("th")));
        self.line.push_str("| ");
        steps.push(Step::LeaveRow);
        for (i, cell) in cells.into_iter().enumerate().rev() {
            steps.push(Step::Enter(cell));
            if i > 0 {
                steps.push(Step::NextCell);
            }
        }
    }

    fn end_row(&mut self) {
        let kind = if self.row.take() == Some(true) { BlockKind::Boilerplate } else { BlockKind::TableRow };
        let row = self.line.split_whitespace().collect::<Vec<_>>().join(" ");
        self.line.clear();
        if row.chars().any(char::is_alphanumeric) {
            self.push(&format!("{row} |"), kind);
        }
    }

    /// Adds inline text.
    fn words(&mut self, text: &str) {
        self.line.push_str(text);
    }

    /// Ends the block that is open.
    fn flush(&mut self) {
        if self.row.is_some() {
            return;
        }
        let words = self.line.split_whitespace().collect::<Vec<_>>().join(" ");
        self.line.clear();
        if !words.is_empty() && words != "•" {
            self.push(&words, self.around.unwrap_or(BlockKind::Paragraph));
        }
    }

    fn push(&mut self, words: &str, kind: BlockKind) {
        if !self.out.text.is_empty() {
            self.out.text.push_str("\n\n");
        }
        let start = self.out.text.len();
        self.out.text.push_str(words);
        self.out.blocks.push(Block { span: Span::new(start, self.out.text.len()), kind });
    }
}

fn cells<'a>(row: &NodeRef<'a>) -> Vec<NodeRef<'a>> {
    row.children().into_iter().filter(|cell| cell.has_name("td") || cell.has_name("th")).collect()
}

/// `[12]`, `1`: the mark of a note.
fn is_note_mark(text: &str) -> bool {
    let mark = text.trim();
    mark.starts_with('[') && mark.ends_with(']') || mark.len() <= 2 && mark.bytes().all(|b| b.is_ascii_digit())
}
