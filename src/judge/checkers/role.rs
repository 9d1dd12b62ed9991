//! Role: one person is given two roles that cannot both be held now ("former President" / "President").

use super::super::dates;
use super::super::frame::Frame;
use super::super::sides::Sides;
use super::{Checker, Finding};
use crate::model::{
    Agreement, CheckerId, Detail, EntityKind, EntityMention, Kind, Role as Held, Span, Strength, Tenure, TimeKind,
};

/// Posts and ranks of one body or ladder, of which one person holds one at a time. Titles as folded.
const LADDERS: &[&[&str]] = &[
    &["chief executive", "chief operating officer", "finance director", "chief technology officer"],
    &["mayor", "deputy mayor"],
    &["president", "vice president"],
    &["prime minister", "deputy prime minister"],
    &[
        "general",
        "lieutenant general",
        "major general",
        "brigadier",
        "colonel",
        "lieutenant colonel",
        "major",
        "sergeant",
        "corporal",
    ],
    &["judge", "prosecutor", "lawyer", "juror", "coroner"],
    &["harbour master", "first officer", "coroner"],
];

/// What people do for a living; few do two of these. Titles as folded.
const OCCUPATIONS: &[&str] = &[
    "accountant",
    "architect",
    "dentist",
    "doctor",
    "economist",
    "electrician",
    "engineer",
    "farmer",
    "firefighter",
    "fisherman",
    "journalist",
    "lawyer",
    "nurse",
    "pilot",
    "shopkeeper",
    "student",
    "surgeon",
    "teacher",
];

/// See the module.
pub(super) struct Role;

impl Checker for Role {
    fn id(&self) -> CheckerId {
        CheckerId::Role
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
                let now = |frame: &Frame<'_>, role: &Held| role.tenure != Tenure::Current || !past(frame, role.span);
                let pairs = || left.roles().flat_map(|l| right.roles().map(move |r| (l, r)));
                let pairs = || pairs().filter(|(l, r)| now(sides.left, l) && now(sides.right, r));
                let conflict = pairs().find(|(l, r)| l.compare(r) == Agreement::Conflict);
                let shared = pairs().any(|(l, r)| l.title == r.title);
                let told = |of: &Frame<'_>, own: &Held, role: &Held| {
                    of.terms.iter().any(|t| t.lemma == role.title && !own.span.overlaps(t.span))
                };
                let one =
                    left.full_name == right.full_name || [&left, &right].iter().any(|e| !e.full_name.contains(' '));
                let apart = |l: &Held, r: &Held| exclude(l, r) && !told(sides.left, l, r) && !told(sides.right, r, l);
                let rivals = || pairs().find(|(l, r)| !shared && one && apart(l, r));
                let Some((l, r)) = conflict.or_else(rivals) else { continue };
                let name = std::cmp::max_by_key(&left.full_name, &right.full_name, |name| name.len());
                let detail = Detail::Differ {
                    what: Some(name.clone()),
                    left: Some(describe(l.tenure, &l.title)),
                    right: Some(describe(r.tenure, &r.title)),
                };
                let spans = (l.span.union(left.span), r.span.union(right.span));
                let mut finding = sides.contradiction(self.id(), Kind::Role, spans, detail);
                if conflict.is_none() && OCCUPATIONS.contains(&l.title.as_str()) {
                    finding.strength = Strength::Possible;
                }
                out.push(finding);
                return;
            }
        }
    }
}

/// Whether the clause that gives a role names a year: it tells of that year, and not of now.
fn past(frame: &Frame<'_>, role: Span) -> bool {
    let clause = frame.clause_span(role.start);
    let mut times = frame.statement.mentions.times.iter();
    times.any(|t| t.kind == TimeKind::At && clause.overlaps(t.span) && dates::year(t.span.of(frame.text)).is_some())
}

/// Whether one person can hardly be both now.
fn exclude(a: &Held, b: &Held) -> bool {
    let both = |titles: &[&str]| titles.contains(&a.title.as_str()) && titles.contains(&b.title.as_str());
    let now = a.tenure == Tenure::Current && b.tenure == Tenure::Current;
    let one_body = a.of.is_empty() || b.of.is_empty() || a.of == b.of;
    let kin = both(&["doctor", "surgeon"]);
    now && a.title != b.title && one_body && !kin && (both(OCCUPATIONS) || LADDERS.iter().any(|l| both(l)))
}

fn describe(tenure: Tenure, title: &str) -> String {
    match tenure {
        Tenure::Current => format!("{title} now"),
        Tenure::Former => format!("former {title}"),
        Tenure::Acting => format!("acting {title}"),
        Tenure::Coming => format!("{title} to be"),
    }
}
