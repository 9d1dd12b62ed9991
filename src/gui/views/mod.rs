//! One file per part of the window. A view reads `&State`, sends commands, and changes nothing.

pub mod pair;
