#!/bin/sh
# Makes a SwiftPM artifact bundle of the tool for this machine: scripts/artifact-bundle.sh BUNDLE [TOOL].
#
# Without a tool, a release one is built that needs neither Swift nor libyaml where it runs: both are linked statically. It
# downloads nothing (--allow-remote), for which it would need libcurl.
set -eu
bundle=${1:?name the bundle, for example trunkline.artifactbundle}
root=$(cd "$(dirname "$0")/.." && pwd)
scratch=$root/.build/artifact-bundle

# The path of a static library; nothing where there is none.
archive() {
    "${CC:-clang}" -print-file-name="$1" 2>/dev/null | grep / ||
        ls "/opt/homebrew/lib/$1" "/usr/local/lib/$1" 2>/dev/null | head -1
}

build() {
    yaml=$(archive libyaml.a)
    [ -e "$yaml" ] || { echo 'libyaml.a is missing: install libyaml-dev' >&2; exit 1; }
    # In a folder of their own, so that the linker does not find dynamic libraries beside them.
    mkdir -p "$scratch/lib"
    cp "$yaml" "$scratch/lib/"
    cxx=$(archive libstdc++.a)
    [ -z "$cxx" ] || cp "$cxx" "$scratch/lib/"
    [ "$(uname)" = Darwin ] || static=--static-swift-stdlib
    # shellcheck disable=SC2086 # flags
    swift build -c release --product trunkline --package-path "$root" --scratch-path "$scratch" ${static:-} \
        -Xswiftc -DTRUNKLINE_WITHOUT_DOWNLOADS -Xlinker "-L$scratch/lib" ${SWIFT_BUILD_FLAGS:-} >&2
    tool=$scratch/release/trunkline
}

tool=${2:-}
[ -n "$tool" ] || build
triple=$(swift -print-target-info | sed -n 's/.*"unversionedTriple": "\(.*\)".*/\1/p' | head -1)
version=$("$tool" --version)

rm -rf "$bundle"
mkdir -p "$bundle/$triple"
cp "$tool" "$bundle/$triple/trunkline"
[ -n "${2:-}" ] || strip "$bundle/$triple/trunkline"
cat >"$bundle/info.json" <<EOF
{
  "schemaVersion": "1.0",
  "artifacts": {
    "trunkline": {
      "type": "executable",
      "version": "$version",
      "variants": [{ "path": "$triple/trunkline", "supportedTriples": ["$triple"] }]
    }
  }
}
EOF
echo "$bundle"
