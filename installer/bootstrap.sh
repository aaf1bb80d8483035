#!/usr/bin/env bash
# From an empty Debian 12 machine to Polder on the screen, or to its tests:
#
#   installer/bootstrap.sh run    install what is missing, build, load the demo estate once, open the desktop
#   installer/bootstrap.sh test   install what is missing, build, run all tests
#   installer/bootstrap.sh build  the part that both share
#
# A second time it only does what is still to be done.
set -euo pipefail

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
build=$top/build
step='start'

say() {
    printf '\n== %s\n' "$*"
}

# What went wrong, and what helps.
fail() {
    printf '\nbootstrap.sh: %s\n' "$1" >&2
    shift
    for line in "$@"; do
        printf '    %s\n' "$line" >&2
    done
    exit 1
}

trap 'printf "\nbootstrap.sh: stopped at: %s\n    What is said above is the reason.\n" "$step" >&2' ERR

as_root() {
    if [[ $(id -u) -eq 0 ]]; then
        "$@"
    else
        sudo "$@"
    fi
}

wanted_packages() {
    grep -v -e '^#' -e '^$' "$top/installer/packages.txt"
}

missing_packages() {
    local installed
    # A package that dpkg has never heard of makes dpkg-query fail; the others are printed all the same.
    # shellcheck disable=SC2046
    installed=$(dpkg-query -W -f '${db:Status-Abbrev}${Package}\n' $(wanted_packages) 2>/dev/null || true)
    comm -23 <(wanted_packages | sort) <(sed -n 's/^ii //p' <<<"$installed" | sort)
}

# Debian makes and starts a server of its own when it installs PostgreSQL. Polder needs the programs only.
without_own_cluster() {
    local conf=/etc/postgresql-common/createcluster.d/polder.conf
    as_root mkdir -p "${conf%/*}"
    printf 'create_main_cluster = false\n' | as_root tee "$conf" >/dev/null
    local status=0
    "$@" || status=$?
    as_root rm -f "$conf"
    return "$status"
}

install_packages() {
    step='install packages'
    command -v dpkg-query >/dev/null ||
        fail 'this is not a Debian machine.' 'Polder is built and tested on Debian 12 (bookworm).'
    local missing
    mapfile -t missing < <(missing_packages)
    if [[ ${#missing[@]} -eq 0 ]]; then
        return
    fi
    say "Installing ${#missing[@]} packages: ${missing[*]}"
    local by_hand="apt-get install ${missing[*]}"
    if [[ $(id -u) -ne 0 ]] && ! command -v sudo >/dev/null; then
        fail 'packages are missing, and there is no sudo to install them with.' "As root: $by_hand"
    fi
    export DEBIAN_FRONTEND=noninteractive
    as_root apt-get update -q ||
        fail 'the list of packages cannot be fetched.' 'Is there a network, and is /etc/apt/sources.list right?'
    without_own_cluster as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get install -q -y --no-install-recommends "${missing[@]}" ||
        fail 'the packages cannot be installed.' "Try by hand, as root: $by_hand" \
            'and then this script again.'
}

# As many compilers as there are processors, but each wants about a gigabyte.
compilers() {
    local processors gigabytes
    processors=$(nproc)
    gigabytes=$(awk '/^MemAvailable/ { print int($2 / 1048576) }' /proc/meminfo)
    if ((gigabytes < 1)); then
        gigabytes=1
    fi
    echo $((gigabytes < processors ? gigabytes : processors))
}

configure_and_build() {
    if [[ -e $build && ! -w $build ]]; then
        fail "the folder $build belongs to somebody else." \
            "Remove it, or give it back: sudo chown -R $(id -un) $build"
    fi
    step='configure'
    if [[ ! -f $build/build.ninja ]]; then
        say 'Configuring'
        if command -v ccache >/dev/null; then
            export CMAKE_CXX_COMPILER_LAUNCHER=ccache
        fi
        (cd "$top" && cmake --preset release) ||
            fail 'the build cannot be configured.' "Remove $build and try again."
    fi
    step='build'
    say "Building ${*:-everything} (the first time takes some minutes)"
    cmake --build "$build" --parallel "$(compilers)" ${1:+--target "$@"} ||
        fail 'the build failed.' 'If the compiler was "Killed", there was too little memory: close other programs.'
}

has_display() {
    [[ -n ${DISPLAY:-} || -n ${WAYLAND_DISPLAY:-} ]]
}

run() {
    install_packages
    configure_and_build polder polderctl
    step='load the demo estate'
    say 'Preparing the private database'
    "$build/app/polderctl" --embedded migrate
    "$build/app/polderctl" --embedded demo load
    step='run'
    if has_display; then
        say 'Opening Polder'
        exec "$build/app/polder" --embedded
    fi
    say 'There is no display: playing the main job without one'
    bash "$top/installer/play.sh" "$build/app" "$build/played"
}

run_tests() {
    install_packages
    configure_and_build
    step='test'
    say 'Testing'
    # What a screen that is not there cannot do is said thousands of times, and hides what failed.
    ctest --test-dir "$build" --output-on-failure --no-tests=error --timeout 600 --parallel "$(nproc)" |
        grep -v --line-buffered 'QWARN .*This plugin does not support'
}

case ${1:-} in
    run) run ;;
    test) run_tests ;;
    build)
        install_packages
        configure_and_build
        ;;
    *)
        echo "usage: ${BASH_SOURCE[0]} run|test|build" >&2
        exit 2
        ;;
esac
