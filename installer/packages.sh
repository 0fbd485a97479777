# What has to be installed to build, run and test, named in one place. Sourced by installer/run.sh, tests/run.sh and
# .ci/run; needs nothing but a POSIX shell.
# shellcheck shell=sh disable=SC2034,SC2120

# Debian 12 (tried) and Ubuntu 24.04 or newer (untested).
packages_build="g++ cmake ninja-build ccache mold pkg-config
    qt6-base-dev qt6-base-dev-tools qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools qt6-translations-l10n qt6-svg-dev
    libqt6svg6 libqt6sql6-sqlite libgl1-mesa-dev libsqlite3-dev libsodium-dev libmariadb-dev qtkeychain-qt6-dev
    libzip-dev libxlsxwriter-dev libkainjow-mustache-dev libmd4c-dev libmd4c-html0-dev qt6-pdf-dev
    libgtest-dev libbenchmark-dev fonts-dejavu-core"
# The tests start servers of their own in temporary folders; a system service is neither needed nor touched.
packages_tests="sqlite3 xvfb mariadb-server openssl"
packages_checks="clang-format"

fail() {
    printf '%s\n' "$*" >&2
    exit 1
}

# What to install where this script cannot do it.
explain_packages() {
    cat <<'TEXT'
This script installs packages on Debian 12 and Ubuntu 24.04 or newer only. Elsewhere install these first (Qt 6.4, CMake
3.24, SQLite 3.40, GCC 12 or newer, or what is as new), then run the script again. None of these has been tested. Where
there is no package of Mustache (github.com/kainjow/Mustache), its one header goes into /usr/local/include/kainjow:

  Fedora:   sudo dnf install gcc-c++ cmake ninja-build ccache mold pkgconf-pkg-config qt6-qtbase-devel qt6-qttools-devel
            qt6-linguist qt6-qtsvg-devel qt6-qtpdf-devel qt6-qttranslations qt6-doctools libsodium-devel sqlite-devel sqlite
            mariadb-connector-c-devel mariadb-server openssl libzip-devel libxlsxwriter-devel md4c-devel
            qtkeychain-qt6-devel gtest-devel google-benchmark-devel mesa-libGL-devel dejavu-sans-fonts
  Arch:     sudo pacman -S --needed base-devel cmake ninja ccache mold qt6-base qt6-tools qt6-svg qt6-webengine qt6-translations
            libsodium sqlite mariadb-libs mariadb openssl libzip qtkeychain-qt6 gtest benchmark md4c ttf-dejavu;
            libxlsxwriter from the AUR
  macOS:    xcode-select --install
            brew install cmake ninja ccache pkg-config qt libsodium sqlite mariadb-connector-c mariadb qtkeychain
            brew install googletest google-benchmark libzip libxlsxwriter md4c
            export CMAKE_PREFIX_PATH="$(brew --prefix qt):$(brew --prefix sqlite)"
            export PKG_CONFIG_PATH="$(brew --prefix mariadb-connector-c)/lib/pkgconfig:$(brew --prefix libzip)/lib/pkgconfig"
  Windows:  Visual Studio 2022 with C++ and vcpkg, then in a developer command prompt:
            vcpkg install --triplet x64-windows qtbase qtsvg qttools qttranslations libsodium sqlite3[fts5]
            libmariadb qtkeychain-qt6 gtest benchmark pkgconf libzip libxlsxwriter kainjow-mustache md4c
            cmake --preset release -DCMAKE_TOOLCHAIN_FILE=%VCPKG_ROOT%\scripts\buildsystems\vcpkg.cmake
            cmake --build build/release
            build\release\bin\mycrm --demo
TEXT
}

# True on a system whose packages are named above.
knows_packages() {
    command -v apt-get >/dev/null 2>&1 && [ -r /etc/os-release ] || return 1
    # shellcheck disable=SC1091
    os_id=$(. /etc/os-release && echo "$ID")
    # shellcheck disable=SC1091
    os_version=$(. /etc/os-release && echo "${VERSION_ID:-99}")
    case $os_id in
    debian) [ "${os_version%%.*}" -ge 12 ] ;;
    ubuntu) [ "${os_version%%.*}" -ge 24 ] ;;
    *) return 1 ;;
    esac
}

# install_packages <names...>: installs those that are missing; says nothing when all are there.
install_packages() {
    if ! knows_packages; then
        # Somebody may have installed everything by hand: then there is nothing to explain.
        if command -v cmake >/dev/null 2>&1 && command -v ninja >/dev/null 2>&1; then
            echo "This system is untested; what is missing will show when the build is configured."
            return 0
        fi
        explain_packages
        exit 1
    fi
    missing=""
    for name in "$@"; do
        dpkg-query -W -f '${db:Status-Status}\n' "$name" 2>/dev/null | grep -qx installed || missing="$missing $name"
    done
    [ -n "$missing" ] || return 0
    echo "Installing:$missing"
    as_root=""
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null 2>&1 || fail "Packages are missing and there is no sudo. As root: apt-get install$missing"
        as_root="sudo"
    fi
    # shellcheck disable=SC2086
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get -q update >/dev/null || fail "apt-get update failed."
    # shellcheck disable=SC2086
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y --no-install-recommends install $missing >/tmp/mycrm-apt.$$ 2>&1 || {
        tail -n 20 /tmp/mycrm-apt.$$ >&2
        rm -f /tmp/mycrm-apt.$$
        fail "The packages could not be installed:$missing"
    }
    rm -f /tmp/mycrm-apt.$$
}

# configure_and_build [targets...]: the release build, as warnings-free as on the system it was tried on. Both scripts
# call it with the same settings, so that the second finds its objects made.
configure_and_build() {
    strict=OFF
    # Other compilers warn about other things; that must not keep anybody from building.
    if [ -r /etc/os-release ] && grep -qx 'VERSION_CODENAME=bookworm' /etc/os-release; then
        strict=ON
    fi
    log=build/release/configure.log
    mkdir -p build/release
    if ! cmake --preset release -DCRM_WERROR=$strict >"$log" 2>&1; then
        cat "$log" >&2
        knows_packages || explain_packages
        fail "The build could not be configured; see above."
    fi
    if [ $# -gt 0 ]; then
        cmake --build build/release --target "$@"
    else
        cmake --build build/release
    fi || fail "The build failed; see above."
}

# Qt keeps sockets and locks there, and complains when nobody has set it (a plain root shell).
if [ -z "${XDG_RUNTIME_DIR:-}" ] && [ "$(uname)" = Linux ]; then
    XDG_RUNTIME_DIR="${TMPDIR:-/tmp}/mycrm-runtime-$(id -u)"
    mkdir -p "$XDG_RUNTIME_DIR" && chmod 700 "$XDG_RUNTIME_DIR"
    export XDG_RUNTIME_DIR
fi
