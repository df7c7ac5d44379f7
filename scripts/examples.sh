#!/bin/sh
# Builds and tests the examples: scripts/examples.sh [NAME…]. Those with plugins use the tool that was built last.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
cd "$root/Examples"
[ $# -gt 0 ] || set -- */

swift build --package-path "$root" --product trunkline ${SWIFT_BUILD_FLAGS:-}
TRUNKLINE_ARTIFACT_BUNDLE=$("$root/scripts/artifact-bundle.sh" "$root/.build/examples.artifactbundle" "$root/.build/debug/trunkline")
export TRUNKLINE_ARTIFACT_BUNDLE

for example; do
    echo "== ${example%/} =="
    # shellcheck disable=SC2086 # flags
    swift test --package-path "$example" ${SWIFT_BUILD_FLAGS:-}
done
