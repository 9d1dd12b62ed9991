//! Word lists and the gazetteer, read once from `resources/`.
