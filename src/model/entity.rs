//! People and organisations, and the roles a text gives them.

use serde::{Deserialize, Serialize};

use super::{Agreement, Span};

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
    /// The role the statement gives, if any; of several the one that stands closest before the name.
    pub role: Option<Role>,
    /// Further roles the statement gives: "the chief negotiator, Alvaro Pombo, a former defence minister".
    pub also: Vec<Role>,
}

impl EntityMention {
    /// All roles the statement gives.
    pub fn roles(&self) -> impl Iterator<Item = &Role> {
        self.role.iter().chain(&self.also)
    }
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
    /// Folded country or body the role is of, as the phrase names it ("us", "ukraine", "norway"); may be empty.
    pub of: String,
}

impl Role {
    /// Whether two roles can be given to one person in two reports of one event.
    ///
    /// The same title held in the past and held now cannot. Two titles can: a person has many roles.
    pub fn compare(&self, other: &Role) -> Agreement {
        if self.title != other.title {
            return Agreement::Compatible;
        }
        if !self.of.is_empty() && !other.of.is_empty() && self.of != other.of {
            return Agreement::Compatible;
        }
        match (self.tenure, other.tenure) {
            (a, b) if a == b => Agreement::Equal,
            (Tenure::Former, _) | (_, Tenure::Former) => Agreement::Conflict,
            _ => Agreement::Compatible,
        }
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    fn role(title: &str, tenure: Tenure, of: &str) -> Role {
        Role { span: Span::default(), title: title.into(), tenure, of: of.into() }
    }

    #[test]
    fn only_past_and_present_of_one_title_conflict() {
        let now = role("president", Tenure::Current, "");
        assert_eq!(now.compare(&now), Agreement::Equal);
        assert_eq!(now.compare(&role("president", Tenure::Former, "us")), Agreement::Conflict);
        assert_eq!(now.compare(&role("president", Tenure::Coming, "us")), Agreement::Compatible);
        assert_eq!(now.compare(&role("senator", Tenure::Former, "")), Agreement::Compatible);
        assert_eq!(
            role("minister", Tenure::Former, "norway").compare(&role("minister", Tenure::Current, "us")),
            Agreement::Compatible,
            "a minister of one country once, of another now"
        );
    }
}
