//! What the tests of the window share.
#![allow(dead_code, reason = "no test uses all of it")]

pub(crate) mod cpu_renderer;
pub(crate) mod dated;
pub(crate) mod ferry;
pub(crate) mod long;
pub(crate) mod story;
pub(crate) mod window;
