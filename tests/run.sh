#!/bin/sh
# Installs what is missing, builds release with warnings as errors, and runs every test in parallel. The summary of ctest
# is the last thing printed; the exit code is its. Safe to run again, and quick then.
#     sh tests/run.sh [arguments of ctest, such as -R store]
# Apart: benchmarks (build/release/bin/bench), long fuzzing (build/release/bin/fuzz_* --seconds N).
set -eu
cd "$(dirname "$0")/.."
# shellcheck source=installer/packages.sh
. installer/packages.sh

# shellcheck disable=SC2086
install_packages $packages_build $packages_tests
# shellcheck disable=SC2119
configure_and_build
jobs=$(getconf _NPROCESSORS_ONLN 2>/dev/null || echo 2)
exec ctest --test-dir build/release --output-on-failure --no-tests=error --repeat until-pass:2 -j "$jobs" "$@"
