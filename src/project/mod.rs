//! Saved work: sources, settings, review decisions; atomic save, autosave, recovery.

mod atomic;

pub use atomic::write_atomically;
