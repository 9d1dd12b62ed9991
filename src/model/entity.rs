//! People and organisations, and the roles a text gives them.

use serde::{Deserialize, Serialize};

use super::Span;

/// A person or an organisation named in a statement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntityMention {
    /// The name as written, without title.
    pub span: Span,
    /// Person or organisation.
    pub kind: EntityKind,
    /// Folded form under which spellings meet ("zelensky" for Zelenskyy, "un" for the United Nations), family name
    /// only for a person where the document gives it.
    pub key: String,
    /// The longest form of the name found in the document: "Volodymyr Zelensky".
    pub full_name: String,
    /// The role the statement gives, if any.
    pub role: Option<Role>,
}

/// What an entity is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EntityKind {
    /// A human being.
    Person,
    /// A government body, company, party, team, alliance, …
    Organisation,
    /// A name of something else: a ship, a law, a fire.
    Other,
}

/// A role: "former US President", "finance director".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Role {
    /// The words.
    pub span: Span,
    /// Lower-case head of the role after folding synonyms: "president", "minister", "chief executive".
    pub title: String,
    /// Whether it is held now.
    pub tenure: Tenure,
}

/// Whether a role is held at the time of writing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Tenure {
    /// Held now, as far as the text says.
    Current,
    /// Former, ex-, late.
    Former,
    /// Acting, interim.
    Acting,
    /// -elect, designate, nominee.
    Coming,
}
