//! How large a source may be.

/// Sources larger than this, in bytes, are read with a warning.
pub const WARN_ABOVE: u64 = 5 * 1024 * 1024;
/// Sources larger than this, in bytes, are refused.
pub const REFUSE_ABOVE: u64 = 50 * 1024 * 1024;

/// A size in megabytes, rounded up.
pub(super) fn megabytes(bytes: u64) -> u64 {
    bytes.div_ceil(1024 * 1024)
}
