#!/usr/bin/env bash
# Builds the Debian package into target/debian, with the profile `dist` (smaller and slower to build than release).
# Needs cargo-deb: cargo install cargo-deb
set -euo pipefail
cd "$(dirname "$0")/.."
cargo deb --locked --profile dist
