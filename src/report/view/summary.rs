//! What a report says of the whole: counts, rows of the matrix, who copies whom, notes, how it was made.

use std::collections::BTreeSet;

use super::super::phrases::{counted, stance};
use super::{Judged, Quote, View, listed};
use crate::model::{Claim, ClaimStanding, ClaimStatus, Decision, Pair, Relation, SourceId, StatementRef, Strength};

impl<'a> View<'a> {
    /// What was found, in a few lines: contradictions as they are told, not pair by pair.
    pub(crate) fn in_short(&self) -> Vec<String> {
        let all = self.contradictions();
        let clear = all.iter().filter(|c| c.strength == Strength::Clear).count();
        let possible = all.len() - clear;
        let mut lines = vec![
            counted(clear, "contradiction", "contradictions"),
            counted(possible, "possible contradiction", "possible contradictions"),
        ];
        let within = self.contradictions_within().len();
        if within > 0 {
            lines.push(format!("{} within one source", counted(within, "contradiction", "contradictions")));
        }
        if !self.options.scope.is_differences() {
            let corroborated = self.claims.iter().filter(|(_, s)| s.status == ClaimStatus::Corroborated).count();
            let claims = counted(corroborated, "claim", "claims");
            lines.push(format!("{claims} corroborated: two or more independent sources agree, and none contradicts"));
        }
        for letters in self.same_copy(&self.sources) {
            lines.push(format!("{letters} carry the same copy and count as one source"));
        }
        lines
    }

    /// Of the statements of a source that make a claim: how many there are, contradict, possibly contradict, agree, and
    /// are said by no other source. One that does several of these counts as the first.
    pub(crate) fn counts(&self, source: SourceId) -> [usize; 5] {
        let statements = self.comparison.source(source).statements.iter();
        let all = statements.filter(|s| s.kind.carries_claim()).count();
        let mut counted: BTreeSet<StatementRef> = BTreeSet::new();
        let orders = [
            (Relation::Contradiction, Some(Strength::Clear)),
            (Relation::Contradiction, Some(Strength::Possible)),
            (Relation::Agreement, None),
        ];
        let [clear, possible, agreed] = orders.map(|(relation, strength)| {
            let stands = |s: &super::Standing| {
                s.relation == Some(relation) && strength.is_none_or(|strength| s.strength == strength)
            };
            let before = counted.len();
            for (pair, _) in self.pairs.iter().filter(|(_, s)| stands(s)) {
                let ends = [pair.alignment.left, pair.alignment.right];
                counted.extend(ends.into_iter().filter(|end| end.source == source));
            }
            counted.len() - before
        });
        [all, clear, possible, agreed, self.comparison.only_here(source, self.review).len()]
    }

    /// The claims that more than one source of the report speaks of; with differences alone, those disputed.
    pub(crate) fn shared_claims(&self) -> Vec<&(&'a Claim, ClaimStanding)> {
        let differences = self.options.scope.is_differences();
        let told = |(_, standing): &&(&Claim, ClaimStanding)| {
            standing.cells.len() > 1 && (!differences || standing.status == ClaimStatus::Disputed)
        };
        self.claims.iter().filter(told).collect()
    }

    /// What a claim is called, without the bullet of its statement.
    pub(crate) fn title(&self, claim: &'a Claim) -> &'a str {
        let (_, skipped) = self.words(claim.central);
        let bullet = self.comparison.text(claim.central).get(..skipped).unwrap_or_default().trim();
        claim.title.strip_prefix(bullet).unwrap_or(&claim.title).trim_start()
    }

    /// How a source stands to a claim, and in which paragraphs: "agrees 3, 7"; `None` where it is silent.
    pub(crate) fn cell(&self, standing: &ClaimStanding, source: SourceId) -> Option<String> {
        let cell = standing.cells.iter().find(|cell| cell.source == source)?;
        let mut paragraphs: Vec<String> = cell.statements.iter().map(|&at| self.paragraph(at).to_string()).collect();
        paragraphs.dedup();
        let itself = if cell.disputes_itself { ", contradicts itself" } else { "" };
        Some(format!("{} {}{itself}", stance(cell.stance), paragraphs.join(", ")))
    }

    /// Groups of sources that carry the same copy, by letters, and the passages they share, as quotations.
    pub(crate) fn copies(&self) -> Vec<(String, Vec<[Quote<'a>; 2]>)> {
        let groups = self.comparison.echo.iter().map(|group| {
            let letters: Vec<String> = group.sources.iter().copied().map(SourceId::letter).collect();
            let passages = group.passages.iter().map(|p| [p.left, p.right].map(|at| self.quote(at, [])));
            (listed(&letters), passages.collect())
        });
        groups.collect()
    }

    /// Every pair that the reader dismissed; with differences alone, those that contradicted.
    pub(crate) fn dismissed(&self) -> Vec<Judged<'a>> {
        let all = !self.options.scope.is_differences();
        let told =
            |(pair, s): &Judged<'a>| s.relation.is_none() && (all || pair.verdict.relation == Relation::Contradiction);
        self.pairs.iter().chain(&self.within).copied().filter(told).collect()
    }

    /// What of the comparison is not in the report, in sentences.
    pub(crate) fn left_out(&self) -> Vec<String> {
        let mut remarks = Vec::new();
        let left_out = self.comparison.sources.len() - self.sources.len();
        if left_out > 0 {
            let reports = counted(left_out, "report that was", "reports that were");
            let is = if left_out == 1 { "is" } else { "are" };
            remarks.push(format!("{reports} compared, too, {is} left out."));
        }
        if self.options.scope.is_differences() {
            remarks.push(
                "Differences only: what the reports agree on, and what only one of them says, is left out.".to_owned(),
            );
        }
        remarks
    }

    /// Every pair with a note of the reader; with differences alone, of pairs that contradict.
    pub(crate) fn noted(&self) -> Vec<(&'a Pair, &'a Decision)> {
        let told = self.told_pairs().chain(self.within.iter().copied());
        told.filter_map(|(pair, s)| Some((pair, s.decision.filter(|d| !d.note.trim().is_empty())?))).collect()
    }

    /// Where the two statements of a pair stand: "A, paragraph 3 / B, paragraph 7".
    pub(crate) fn pair_place(&self, pair: &Pair) -> String {
        let place = |at: StatementRef| format!("{}, paragraph {}", at.source.letter(), self.paragraph(at));
        format!("{} / {}", place(pair.alignment.left), place(pair.alignment.right))
    }

    /// How the report was made and how it is to be read.
    pub(crate) fn colophon(&self) -> String {
        let model = if self.comparison.settings.use_model {
            "statements were aligned by shared words and by the sentence encoder, and judged by the relation model; of the \
             contradictions it told of 14 stories it had not been trained on, 35 of 43 clear ones were right, and 67 of 92 in all"
        } else {
            "statements were aligned by shared words alone; without the models, only equal and nearly equal wording is judged"
        };
        format!(
            "{model}. Letters and paragraph numbers point into the files named above; every block of a text counts as a \
             paragraph, headings and list items too. Quotations are given word for word. What the program found was not \
             checked by a person unless it says so."
        )
    }
}
