#!/bin/sh
# Says which sources clang-format would write otherwise; `sh .ci/format.sh --fix` writes them so.
set -eu
cd "$(dirname "$0")/.."
mode="--dry-run -Werror"
[ "${1:-}" != --fix ] || mode="-i"
# shellcheck disable=SC2086
git ls-files -z --cached --others --exclude-standard -- '*.cpp' '*.h' | xargs -0 -n 40 -P "$(getconf _NPROCESSORS_ONLN)" clang-format $mode
