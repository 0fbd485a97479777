#!/bin/sh
# From a clean machine to the window: installs what is missing, builds, and starts on a local file with demo data.
#     sh installer/run.sh [arguments of mycrm, instead of --demo]
# Safe to run again, and quick then. Where there is no display it makes the tour's pictures instead.
set -eu
cd "$(dirname "$0")/.."
# shellcheck source=installer/packages.sh
. installer/packages.sh

# A variable alone is no display: it may have been inherited by a session that cannot reach it.
has_display() {
    [ "$(uname)" != Darwin ] || return 0
    if [ -n "${WAYLAND_DISPLAY:-}" ]; then
        case $WAYLAND_DISPLAY in
        /*) [ -S "$WAYLAND_DISPLAY" ] && return 0 ;;
        *) [ -S "$XDG_RUNTIME_DIR/$WAYLAND_DISPLAY" ] && return 0 ;;
        esac
    fi
    case ${DISPLAY:-} in
    "") return 1 ;;
    :*)
        number=${DISPLAY#:}
        [ -S "/tmp/.X11-unix/X${number%%.*}" ]
        ;;
    *) return 0 ;;
    esac
}

# shellcheck disable=SC2086
install_packages $packages_build
configure_and_build mycrm mycrmctl

if has_display; then
    [ $# -gt 0 ] || set -- --demo
    exec build/release/bin/mycrm "$@"
fi

echo "There is no display here, so the window cannot be shown; making pictures of it instead."
rm -rf build/tour
QT_QPA_PLATFORM=offscreen build/release/bin/mycrm --tour build/tour || fail "The tour failed; see above."
count=$(find build/tour -name '*.png' | wc -l)
[ "$count" -gt 0 ] || fail "The tour made no pictures."
echo "$count pictures are in $(pwd)/build/tour"
