//! Saved work: sources, settings, review decisions; atomic save, autosave, recovery.
