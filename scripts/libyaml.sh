#!/bin/sh
# Makes sure that libyaml's header is there: installs it where that needs no password, else says the command.
set -u

compiles() {
    printf '#include <yaml.h>\n' | "${CC:-clang}" -E -x c - >/dev/null 2>&1
}

if [ "$(uname)" = Darwin ]; then
    for prefix in /opt/homebrew /usr/local; do
        [ -e "$prefix/include/yaml.h" ] && exit 0
    done
    echo 'libyaml is missing: brew install libyaml' >&2
    exit 1
fi

command -v "${CC:-clang}" >/dev/null 2>&1 || CC=cc
compiles && exit 0

install='apt-get install -y --no-install-recommends libyaml-dev'
if command -v apt-get >/dev/null 2>&1; then
    sudo=
    [ "$(id -u)" = 0 ] || sudo='sudo -n'
    if [ -z "$sudo" ] || sudo -n true 2>/dev/null; then
        echo 'Installing libyaml-dev …' >&2
        DEBIAN_FRONTEND=noninteractive $sudo $install >/dev/null 2>&1 ||
            { $sudo apt-get update >/dev/null 2>&1 && DEBIAN_FRONTEND=noninteractive $sudo $install >/dev/null 2>&1; }
        [ -e /usr/include/yaml.h ] && exit 0
    fi
    echo 'libyaml is missing: sudo apt-get install libyaml-dev' >&2
else
    echo 'libyaml is missing: install its development package (libyaml-dev, libyaml-devel)' >&2
fi
exit 1
