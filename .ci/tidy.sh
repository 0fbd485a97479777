#!/bin/sh
# clang-tidy with the short list of .clang-tidy over the sources given, or over those that differ from main; stops after
# 15 minutes. Apart from .ci/run, because it takes longer than the tests.
#     sh .ci/tidy.sh [files...]
set -eu
cd "$(dirname "$0")/.."
# shellcheck source=installer/packages.sh
. installer/packages.sh
install_packages clang-tidy
[ -f build/dev/compile_commands.json ] || cmake --preset dev >/dev/null
cmake --build build/dev --target mycrm_core_autogen mycrm_ui_autogen >/dev/null # what moc makes is included
if [ $# -eq 0 ]; then
    # shellcheck disable=SC2046
    set -- $(git diff --name-only --diff-filter=d main... -- 'core/*.cpp' 'ui/*.cpp' 'app/*.cpp')
fi
[ $# -gt 0 ] || exit 0
printf '%s\n' "$@" | timeout 900 xargs -n 1 -P "$(getconf _NPROCESSORS_ONLN)" clang-tidy --quiet -p build/dev
