//! Words that every report for people uses alike.

use crate::model::{
    ClaimStanding, ClaimStatus, DateBasis, PublicationDate, Relation, Ruling, Stance, Standing, Strength,
};

/// "2 December 2025".
pub(super) fn long_date(date: jiff::civil::Date) -> String {
    date.strftime("%-d %B %Y").to_string()
}

/// A date of publication and what it rests on.
pub(super) fn published(date: PublicationDate) -> String {
    let basis = match date.basis {
        DateBasis::Reader => "set by the reader",
        DateBasis::Metadata => "as the source says",
        DateBasis::FileModified => "assumed: the date of the file",
        DateBasis::Today => "assumed: the day it was opened",
    };
    format!("{} ({basis})", long_date(date.date))
}

/// How the reader ruled on a pair.
pub(super) fn ruling(ruling: Ruling) -> &'static str {
    match ruling {
        Ruling::Confirmed => "confirmed by the reader",
        Ruling::Dismissed => "dismissed by the reader",
        Ruling::Relabelled(Relation::Contradiction) => "called a contradiction by the reader",
        Ruling::Relabelled(Relation::Agreement) => "called an agreement by the reader",
        Ruling::Relabelled(Relation::Related) => "called related by the reader",
        Ruling::Relabelled(Relation::Unrelated) => "called unrelated by the reader",
    }
}

/// How the reader ruled on a pair, if so.
pub(super) fn decision(standing: &Standing) -> Option<&'static str> {
    standing.decision.and_then(|d| d.ruling).map(ruling)
}

/// How sure a verdict is.
pub(super) fn strength(strength: Strength) -> &'static str {
    match strength {
        Strength::Clear => "clear",
        Strength::Possible => "possible",
    }
}

/// How surely one date conflicts with another.
pub(super) fn conflicts_with(strength: Strength) -> &'static str {
    match strength {
        Strength::Clear => "Conflicts with",
        Strength::Possible => "Possibly conflicts with",
    }
}

/// What a date rests on that was counted from a publication date that nobody knows.
pub(super) const ASSUMED: &str = "counted from a publication date that is assumed";

/// How a source stands to the others of a claim.
pub(super) fn stance(stance: Stance) -> &'static str {
    match stance {
        Stance::Conflicts => "conflicts",
        Stance::Possible => "possibly conflicts",
        Stance::Agrees => "agrees",
        Stance::OnlyHere => "only here",
    }
}

/// What is to be thought of a claim.
pub(super) fn status(standing: &ClaimStanding) -> String {
    match standing.status {
        ClaimStatus::Disputed => "disputed".to_owned(),
        ClaimStatus::Corroborated => format!("{} independent sources", standing.independent),
        // Several that agree and are yet one.
        ClaimStatus::SingleSource if standing.cells.iter().any(|c| c.stance == Stance::Agrees) => {
            "one copy in several sources".to_owned()
        }
        ClaimStatus::SingleSource => "one source".to_owned(),
    }
}

/// "1 claim", "2 claims".
pub(super) fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

/// The text with its first letter as a capital.
pub(super) fn capitalised(text: impl AsRef<str>) -> String {
    let text = text.as_ref();
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
