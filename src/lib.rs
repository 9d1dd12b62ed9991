//! Counterpoint compares several reports of one event: what they agree on, where they conflict, and what
//! only one of them says.
//!
//! Data flows one way:
//!
//! ```text
//! files -> import -> Document -> segment -> Source (statements, mentions)
//!       -> align -> Alignment -> judge -> Reason -> Verdict -> Comparison -> { gui, report, cli }
//! ```
//!
//! Layers import downwards only, and never a sibling (`tests/layering.rs` checks it):
//! `model` < `text`, `lexicon`, `neural` < `import`, `segment`, `align`, `report`
//! < `judge`, `claims`, `timeline` < `engine`, `project` < `cli`, `gui`.

pub mod align;
pub mod claims;
pub mod cli;
pub mod engine;
#[cfg(feature = "gui")]
pub mod gui;
pub mod import;
pub mod judge;
pub mod lexicon;
pub mod model;
pub mod neural;
pub mod project;
pub mod report;
pub mod segment;
pub mod text;
pub mod timeline;
