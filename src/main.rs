//! Arguments, window or command line, exit code; nothing else.

fn main() {}
