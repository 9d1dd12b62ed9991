//! People, organisations and named things.
//!
//! The whole document is read first: runs of capitalised words are gathered ([`run`]), and what shows a person (a given
//! name, a title, an age behind the name) or an organisation ("… Bank", an acronym in brackets) goes into a [`Register`].
//! Then every statement is gone through again, and a bare "Zelensky" is whom the register knows under that name.

mod key;
mod lists;
pub(super) mod nation;
mod register;
mod run;

use super::role;
use super::token::Tokens;
use crate::model::{EntityKind, EntityMention, Role, Span};
use register::Register;
use run::{Evidence, Run};

/// Entities of each statement of a document, in reading order.
pub(super) fn find(texts: &[&str]) -> Vec<Vec<EntityMention>> {
    let statements: Vec<Tokens<'_>> = texts.iter().map(|text| Tokens::new(text)).collect();
    let evidence = Evidence::of(&statements);
    let headline: Vec<bool> = statements.iter().map(Tokens::is_headline).collect();
    let runs: Vec<Vec<Run>> = statements.iter().map(|tokens| run::find(tokens, &evidence)).collect();
    let mut register = Register::default();
    let bodies =
        || statements.iter().zip(&runs).zip(&headline).filter(|(_, headline)| !**headline).map(|(pair, _)| pair);
    // What only a headline shows is not trusted: there every word has a capital.
    for (tokens, runs) in bodies() {
        runs.iter().for_each(|run| register.learn(tokens, *run));
    }
    for (tokens, runs) in bodies() {
        runs.iter().for_each(|run| register.learn_beside(tokens, *run));
    }
    let mut out: Vec<Vec<EntityMention>> = statements
        .iter()
        .zip(&runs)
        .zip(&headline)
        .map(|((tokens, runs), &headline)| {
            if headline {
                return in_headline(tokens, &register);
            }
            runs.iter().flat_map(|run| register.mentions(tokens, *run, &evidence)).collect()
        })
        .collect();
    let holders = Holders::of(&out);
    for (tokens, mentions) in statements.iter().zip(&mut out) {
        holders.add_nameless(tokens, mentions);
        mentions.sort_by_key(|m| m.span.start);
    }
    out
}

/// Names of the register in a headline, longest first.
fn in_headline(tokens: &Tokens<'_>, register: &Register) -> Vec<EntityMention> {
    let mut out = Vec::new();
    let mut i = 0;
    while i < tokens.len() {
        let found = (1..=5.min(tokens.len() - i))
            .rev()
            .find_map(|length| register.known(tokens, i, i + length).map(|mention| (length, mention)));
        match found {
            Some((length, mention)) => {
                out.push(mention);
                i += length;
            }
            None => i += 1,
        }
    }
    out
}

/// Who holds which role in the document, for descriptions without a name.
struct Holders(Vec<Holder>);

/// A person under one role.
struct Holder {
    role: Role,
    key: String,
    full_name: String,
}

impl Holders {
    fn of(mentions: &[Vec<EntityMention>]) -> Self {
        let people = mentions.iter().flatten().filter(|m| m.kind == EntityKind::Person);
        let held = people.flat_map(|m| m.roles().map(move |role| (m, role)));
        Self(
            held.map(|(m, role)| Holder { role: role.clone(), key: m.key.clone(), full_name: m.full_name.clone() })
                .collect(),
        )
    }

    /// Adds "the Ukrainian president" as a mention of the only person of the document whom the words fit.
    fn add_nameless(&self, tokens: &Tokens<'_>, mentions: &mut Vec<EntityMention>) {
        for i in 0..tokens.len() {
            let Some((from, role)) = role::nameless(tokens, i) else { continue };
            let span = tokens.span(from, i).union(role.span);
            let span = Span::new(span.start.min(role.span.start), tokens.bare_end(role.span.end));
            if mentions.iter().any(|m| m.span.overlaps(span) || m.roles().any(|r| r.span.overlaps(span))) {
                continue;
            }
            if let Some(holder) = self.only(&role) {
                mentions.push(EntityMention {
                    span,
                    kind: EntityKind::Person,
                    key: holder.key.clone(),
                    full_name: holder.full_name.clone(),
                    role: Some(role),
                    also: Vec::new(),
                });
            }
        }
    }

    /// The only person whom a role fits.
    fn only(&self, role: &Role) -> Option<&Holder> {
        let fits = |h: &&Holder| {
            h.role.title == role.title && h.role.tenure == role.tenure && (role.of.is_empty() || h.role.of == role.of)
        };
        let first = self.0.iter().find(fits)?;
        self.0.iter().filter(fits).all(|h| h.key == first.key).then_some(first)
    }
}

#[cfg(test)]
mod tests {
    use super::super::table::{self, Failures, rows};
    use crate::model::{EntityKind, EntityMention, Tenure};

    fn kind(mention: &EntityMention) -> &'static str {
        match mention.kind {
            EntityKind::Person => "person",
            EntityKind::Organisation => "organisation",
            EntityKind::Other => "other",
        }
    }

    #[test]
    fn table_of_names() {
        let table = rows("entity");
        assert!(table.len() >= 80, "{} rows", table.len());
        let mut failures = Failures::default();
        for row in table {
            let texts: Vec<&str> = row[0].split('¦').map(str::trim).collect();
            let found: Vec<String> = super::find(&texts)
                .iter()
                .zip(&texts)
                .flat_map(|(list, text)| list.iter().map(|m| format!("{} = {} {}", m.span.of(text), m.key, kind(m))))
                .collect();
            failures.check(&row, &found);
        }
    }

    #[test]
    fn table_of_roles() {
        let table = rows("role");
        assert!(table.len() >= 50, "{} rows", table.len());
        let mut failures = Failures::default();
        for row in table {
            let texts: Vec<&str> = row[0].split('¦').map(str::trim).collect();
            let mut found = Vec::new();
            for (list, text) in super::find(&texts).iter().zip(&texts) {
                for (m, role) in list.iter().flat_map(|m| m.roles().map(move |role| (m, role))) {
                    let tenure = match role.tenure {
                        Tenure::Current => "",
                        Tenure::Former => "former ",
                        Tenure::Acting => "acting ",
                        Tenure::Coming => "coming ",
                    };
                    let of = if role.of.is_empty() { String::new() } else { format!(" of {}", role.of) };
                    found.push(format!("{}: {tenure}{}{of} [{}]", m.key, role.title, role.span.of(text)));
                }
            }
            failures.check(&row, &found);
        }
    }

    #[test]
    fn the_longest_form_is_the_full_name() {
        let found =
            super::find(&["Zelensky spoke.", "President Volodymyr Zelensky left Kyiv.", "He told Zelenskyy’s aide."]);
        let names: Vec<&str> = found.iter().flatten().map(|m| m.full_name.as_str()).collect();
        assert_eq!(names, ["Volodymyr Zelensky"; 3]);
    }

    proptest::proptest! {
        #[test]
        fn spans_lie_in_any_text(texts in proptest::collection::vec(table::any_text(), 0..5)) {
            let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
            for (text, list) in texts.iter().zip(super::find(&texts)) {
                for m in list {
                    table::in_bounds(text, m.span);
                    for role in m.roles() {
                        table::in_bounds(text, role.span);
                    }
                }
            }
        }
    }
}
