//! A comparison and the reader's decisions to text: one file per format, one visible ordered list.
