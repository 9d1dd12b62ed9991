//! Contradictions, agreements, what is related, what the reader dismissed, and the reader's notes.

use super::super::escape::{escape, escape_marking};
use super::{View, ruling_words};
use crate::model::{Finding, Pair, Relation, Span, Standing, StatementRef, Strength};

impl View<'_> {
    pub(super) fn contradictions(&self, out: &mut String) {
        *out += "\n## Contradictions\n";
        let clear: Vec<_> = self.standing(Relation::Contradiction, Strength::Clear).collect();
        if clear.is_empty() {
            *out += "\nNone found.\n";
        }
        for (number, (pair, standing)) in clear.iter().enumerate() {
            self.contradiction(out, number + 1, pair, standing);
        }
        let possible: Vec<_> = self.standing(Relation::Contradiction, Strength::Possible).collect();
        if possible.is_empty() {
            return;
        }
        *out += "\n## Possible contradictions\n\n\
                 Hedged, resting on an assumption, or not shown by the words alone: worth a look.\n";
        for (number, (pair, standing)) in possible.iter().enumerate() {
            self.contradiction(out, clear.len() + number + 1, pair, standing);
        }
    }

    /// One contradiction in full: reason, both quotations with the words that decide in bold, strength, decision.
    fn contradiction(&self, out: &mut String, number: usize, pair: &Pair, standing: &Standing) {
        let findings: Vec<&Finding> =
            pair.verdict.findings.iter().filter(|f| f.relation == Relation::Contradiction).collect();
        let decisive = findings.first();
        *out += &format!(
            "\n### {number}. {}\n",
            decisive.map_or("Called so by the reader".to_owned(), |f| capitalised(f.kind.name()))
        );
        for finding in &findings {
            *out += &format!("\n{}\n", escape(&finding.because));
        }
        *out += &self.quotation(pair.alignment.left, decisive.map(|f| f.left));
        *out += &self.quotation(pair.alignment.right, decisive.map(|f| f.right));
        *out += &format!("\n{}\n", capitalised(strength_line(standing)));
        if let Some(note) = note(standing) {
            *out += &format!("\nReader's note: {note}\n");
        }
    }

    fn quotation(&self, at: StatementRef, mark: Option<Span>) -> String {
        let (words, skipped) = self.words(at);
        let mark = mark.map(|m| Span::new(m.start.max(skipped) - skipped, m.end.max(skipped) - skipped));
        format!("\n> **{}:** {}\n", self.place(at), escape_marking(words, mark))
    }

    /// The words of a statement without its bullet, and how many bytes that leaves out.
    pub(super) fn words(&self, at: StatementRef) -> (&str, usize) {
        let text = self.comparison.text(at);
        let bullet = self.comparison.statement(at).label.filter(|l| !l.of(text).contains(char::is_alphanumeric));
        let skipped = bullet.map_or(0, |bullet| bullet.end.min(text.len()));
        (&text[skipped..], skipped)
    }

    /// Where a statement stands, as a reader finds it: "A, paragraph 3".
    fn place(&self, at: StatementRef) -> String {
        let paragraph = self.comparison.source(at.source).paragraph_of(self.comparison.statement(at));
        format!("{}, paragraph {paragraph}", at.source.letter())
    }

    pub(super) fn agreements(&self, out: &mut String) {
        *out += "\n## Agreements\n";
        let clear: Vec<_> = self.standing(Relation::Agreement, Strength::Clear).collect();
        if clear.is_empty() {
            *out += "\nNone found.\n";
        }
        for (pair, standing) in clear {
            self.short(out, pair, &standing);
        }
        let mut possible = self.standing(Relation::Agreement, Strength::Possible).peekable();
        if possible.peek().is_some() {
            *out += "\n## Possible agreements\n";
        }
        for (pair, standing) in possible {
            self.short(out, pair, &standing);
        }
    }

    /// What looks like a difference and is none: updates, hedges, disputes that each report gives both sides of.
    pub(super) fn related(&self, out: &mut String) {
        let told: Vec<_> = self
            .pairs
            .iter()
            .filter(|(pair, s)| s.relation == Some(Relation::Related) && !pair.verdict.findings.is_empty())
            .collect();
        if told.is_empty() {
            return;
        }
        *out += "\n## Different, but no contradiction\n";
        for (pair, standing) in told {
            self.short(out, pair, standing);
        }
    }

    pub(super) fn dismissed(&self, out: &mut String) {
        let dismissed: Vec<_> = self.pairs.iter().filter(|(_, s)| s.relation.is_none()).collect();
        if dismissed.is_empty() {
            return;
        }
        *out += "\n## Dismissed by the reader\n";
        for (pair, standing) in dismissed {
            self.short(out, pair, standing);
        }
    }

    /// Two quotations and their reasons as one point of a list.
    fn short(&self, out: &mut String, pair: &Pair, standing: &Standing) {
        let quotation = |at| format!("**{}:** {}", self.place(at), escape(self.words(at).0));
        let mut lines = vec![quotation(pair.alignment.left), quotation(pair.alignment.right)];
        let reasons = pair.verdict.findings.iter().map(|f| escape(&f.because));
        let words: Vec<String> = reasons.chain(decision_words(standing).map(str::to_owned)).collect();
        if !words.is_empty() {
            lines.push(format!("*{}*", capitalised(words.join("; "))));
        }
        *out += &format!("\n- {}\n", lines.join("  \n  "));
    }

    /// Every note, with the pair it was made on; pairs listed above carry theirs there, too.
    pub(super) fn notes(&self, out: &mut String) {
        let mut noted = self.pairs.iter().filter_map(|(pair, s)| Some((pair, note(s)?))).peekable();
        if noted.peek().is_none() {
            return;
        }
        *out += "\n## Reader's notes\n\n";
        for (pair, note) in noted {
            let (left, right) = (self.place(pair.alignment.left), self.place(pair.alignment.right));
            *out += &format!("- **{left} / {right}:** {note}\n");
        }
    }
}

/// The reader's own words, escaped.
fn note(standing: &Standing) -> Option<String> {
    let note = standing.decision.map(|d| escape(&d.note))?;
    (!note.is_empty()).then_some(note)
}

fn decision_words(standing: &Standing) -> Option<&'static str> {
    standing.decision.and_then(|d| d.ruling).map(ruling_words)
}

fn strength_line(standing: &Standing) -> String {
    let strength = match standing.strength {
        Strength::Clear => "clear",
        Strength::Possible => "possible",
    };
    decision_words(standing).map_or_else(|| format!("{strength}."), |words| format!("{strength}; {words}."))
}

fn capitalised(text: impl AsRef<str>) -> String {
    let text = text.as_ref();
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
