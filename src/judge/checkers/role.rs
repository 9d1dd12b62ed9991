//! Role: one person is given two roles that cannot both be held now ("former President" / "President").

use super::super::sides::Sides;
use super::Checker;
use crate::model::{Agreement, EntityKind, EntityMention, Finding, Kind, Tenure};

/// See the module.
pub(super) struct Role;

impl Checker for Role {
    fn name(&self) -> &'static str {
        "role"
    }

    fn check(&self, sides: &Sides<'_>, out: &mut Vec<Finding>) {
        let people = |entities: &'_ [EntityMention]| {
            entities.iter().filter(|e| e.kind == EntityKind::Person).cloned().collect::<Vec<_>>()
        };
        for left in people(&sides.left.statement.mentions.entities) {
            for right in people(&sides.right.statement.mentions.entities) {
                if left.key != right.key {
                    continue;
                }
                let mut pairs = left.roles().flat_map(|l| right.roles().map(move |r| (l, r)));
                let Some((l, r)) = pairs.find(|(l, r)| l.compare(r) == Agreement::Conflict) else { continue };
                let name = std::cmp::max_by_key(&left.full_name, &right.full_name, |name| name.len());
                let because = format!(
                    "{name}: {} ({}) or {} ({})",
                    describe(l.tenure, &l.title),
                    sides.a(),
                    describe(r.tenure, &r.title),
                    sides.b()
                );
                let (a, b) = (l.span.union(left.span), r.span.union(right.span));
                out.push(sides.contradiction(self.name(), Kind::Role, a, b, because));
                return;
            }
        }
    }
}

fn describe(tenure: Tenure, title: &str) -> String {
    match tenure {
        Tenure::Current => format!("{title} now"),
        Tenure::Former => format!("former {title}"),
        Tenure::Acting => format!("acting {title}"),
        Tenure::Coming => format!("{title} to be"),
    }
}
