#!/bin/sh
# Writes the documentation of the runtime and the three modules to .build/docs. What DocC warns about is an error.
set -eu
cd "$(dirname "$0")/.."
docc=$(command -v docc || xcrun --find docc)
# shellcheck disable=SC2086 # flags
for target in TrunklineRuntime IdentityCall TopCalls Vapi; do swift build ${SWIFT_BUILD_FLAGS:-} --quiet --target "$target"; done
modules=$(swift build --show-bin-path)/Modules
triple=$(swift -print-target-info | sed -n 's/.*"triple": "\(.*\)".*/\1/p' | head -1)
[ "$(uname)" != Darwin ] || sdk="-sdk $(xcrun --show-sdk-path)"
rm -rf .build/docs
mkdir -p .build/docs

# What is public of MODULE, into FOLDER.
extract() {
    mkdir -p "$2"
    # shellcheck disable=SC2086 # flags
    swift symbolgraph-extract -module-name "$1" -I "$modules" -target "$triple" ${sdk:-} -minimum-access-level public \
        -skip-synthesized-members -output-dir "$2"
}

# The archive of a module: convert MODULE [CATALOG]
convert() {
    "$docc" convert ${2:+"$2"} --additional-symbol-graph-dir ".build/docs/symbols/$1" --warnings-as-errors \
        --fallback-display-name "$1" --fallback-bundle-identifier "trunkline.$1" \
        --output-path ".build/docs/$1.doccarchive"
    echo ".build/docs/$1.doccarchive"
}

# The runtime hands on the values of JSON.
extract TrunklineJSON .build/docs/symbols/TrunklineRuntime
extract TrunklineRuntime .build/docs/symbols/TrunklineRuntime
# What it adds to types of others is documented with those.
find .build/docs/symbols -name '*@[!T]*' -delete
convert TrunklineRuntime Sources/TrunklineRuntime/TrunklineRuntime.docc
for module in IdentityCall TopCalls Vapi; do
    extract "$module" ".build/docs/symbols/$module"
    convert "$module"
done
rm -rf .build/docs/symbols
