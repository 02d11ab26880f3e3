#!/usr/bin/env bash
# Measures a sweep of reminders with 500 steps due among 10,000 and 200,000 suggestions, in an optimized build.
# Usage: benches/sweep.sh
# With TEST_POSTGRES_URL on PostgreSQL too. BENCH_PROFILE=dev takes the build of every day, for the growth alone.
set -euo pipefail
cd "$(dirname "$0")/.."
cargo test --profile "${BENCH_PROFILE:-release}" --bench sweep -- --nocapture
