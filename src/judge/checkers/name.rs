//! Name: one office, two holders.

use super::super::occasion;
use super::super::sides::Sides;
use super::Checker;
use crate::model::{EntityKind, EntityMention, Finding, Kind, Tenure};

/// See the module.
pub(super) struct Name;

impl Checker for Name {
    fn name(&self) -> &'static str {
        "name"
    }

    fn check(&self, sides: &Sides<'_>, out: &mut Vec<Finding>) {
        for left in sides.left.statement.mentions.entities.iter().filter(|e| holds_office(e)) {
            for right in sides.right.statement.mentions.entities.iter().filter(|e| holds_office(e)) {
                let (Some(l), Some(r)) = (&left.role, &right.role) else { continue };
                let same_office = l.title == r.title && l.of == r.of && l.tenure == r.tenure;
                if !same_office || left.key == right.key || occasion::differs(sides, left.span, right.span) {
                    continue;
                }
                let because = format!(
                    "{} {}: {} ({}) or {} ({})",
                    l.of,
                    l.title,
                    left.full_name,
                    sides.a(),
                    right.full_name,
                    sides.b()
                );
                out.push(sides.contradiction(self.name(), Kind::Name, left.span, right.span, because));
                return;
            }
        }
    }
}

/// Offices that one person holds at a time, of something that is named.
const SINGLE: &[&str] = &[
    "president",
    "prime minister",
    "chancellor",
    "chief executive",
    "chairman",
    "king",
    "queen",
    "pope",
    "mayor",
    "governor",
    "captain",
    "coach",
    "foreign minister",
    "finance minister",
    "defence minister",
    "finance director",
    "police chief",
    "referee",
];

fn holds_office(entity: &EntityMention) -> bool {
    let role = entity.role.as_ref();
    entity.kind == EntityKind::Person
        && role.is_some_and(|r| r.tenure == Tenure::Current && !r.of.is_empty() && SINGLE.contains(&r.title.as_str()))
}
