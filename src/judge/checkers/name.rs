//! Name: one office, two holders.

use super::super::occasion;
use super::super::sides::Sides;
use super::{Checker, Finding};
use crate::model::{CheckerId, Detail, EntityKind, EntityMention, Kind, Tenure};
use crate::text::fold;

/// See the module.
pub(super) struct Name;

impl Checker for Name {
    fn id(&self) -> CheckerId {
        CheckerId::Name
    }

    fn check(&self, sides: &Sides<'_>, out: &mut Vec<Finding>) {
        for left in sides.left.statement.mentions.entities.iter().filter(|e| holds_office(e)) {
            for right in sides.right.statement.mentions.entities.iter().filter(|e| holds_office(e)) {
                let (Some(l), Some(r)) = (&left.role, &right.role) else { continue };
                let same_office = l.title == r.title && l.of == r.of && l.tenure == r.tenure;
                let two_people = if left.key == right.key {
                    written_out(sides.l(left.span))
                        && written_out(sides.r(right.span))
                        && given_names_differ(&left.full_name, &right.full_name)
                } else {
                    single(left) && single(right)
                };
                if !same_office || !two_people || occasion::differs(sides, left.span, right.span) {
                    continue;
                }
                let detail = Detail::Differ {
                    what: Some(format!("the {}", l.title)),
                    left: Some(left.full_name.clone()),
                    right: Some(right.full_name.clone()),
                };
                out.push(sides.contradiction(self.id(), Kind::Name, (left.span, right.span), detail));
                return;
            }
        }
    }
}

/// How many first letters a given name and its short form share: "Tom" / "Thomas" is told by the first two.
const SHORT_FORM: usize = 2;

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
    entity.kind == EntityKind::Person && entity.role.as_ref().is_some_and(|r| r.tenure == Tenure::Current)
}

fn single(entity: &EntityMention) -> bool {
    entity.role.as_ref().is_some_and(|r| !r.of.is_empty() && SINGLE.contains(&r.title.as_str()))
}

/// Whether more than a family name is written: "Captain Prowse" alone may be any Prowse.
fn written_out(name: &str) -> bool {
    name.split_whitespace().filter(|word| word.starts_with(char::is_uppercase)).count() > 1
}

/// Whether two full names of one family name begin with different given names, neither short for the other.
fn given_names_differ(a: &str, b: &str) -> bool {
    let given = |name: &str| name.split_once(' ').map(|(given, _)| fold(given));
    match (given(a), given(b)) {
        (Some(a), Some(b)) => {
            let initial = a.trim_end_matches('.').len() < 3 || b.trim_end_matches('.').len() < 3;
            let common = a.chars().zip(b.chars()).take_while(|(x, y)| x == y).count();
            !initial && common < SHORT_FORM
        }
        _ => false,
    }
}
