#!/bin/sh
# Builds the fuzzer and runs it on one reader after the other, started from the test suites and the specifications.
#
#   scripts/fuzz.sh [SECONDS] [READER …]     3600 seconds for each of json, nodes, yaml, document,
#                                            schema, pattern and ruleset unless told
#   scripts/fuzz.sh bounded                  the same few thousand inputs each time, for `make check`
#
# What it finds is left in .build/fuzz/findings.
set -eu
cd "$(dirname "$0")/.."

seconds=${1:-3600}
[ $# -gt 0 ] && shift
[ $# -gt 0 ] || set -- json nodes yaml document schema pattern ruleset
shared=${TRUNKLINE_SHARED:-../shared}
folder=$PWD/.build/fuzz
mkdir -p "$folder/findings"

# Apple's compilers come without libFuzzer.
probe=$folder/probe
printf '@_cdecl("LLVMFuzzerTestOneInput") public func f(_ p: UnsafePointer<UInt8>?, _ n: Int) -> CInt { 0 }\n' >"$probe.swift"
if ! swiftc -parse-as-library -sanitize=fuzzer,address -o "$probe" "$probe.swift" >"$probe.log" 2>&1; then
    echo "fuzzing is skipped: this compiler has no libFuzzer ($(grep -m 1 error: "$probe.log" || echo unknown reason))"
    [ "$seconds" = bounded ] && exit 0
    exit 1
fi

# The package manager has to know about the fuzzer (it has the main function), the compiler takes the last of several
# -sanitize options.
build() {
    TRUNKLINE_FUZZ=1 swift build -c release --scratch-path "$folder/build" --product fuzz --sanitize fuzzer \
        -Xswiftc -sanitize=fuzzer,address >"$folder/build.log" 2>&1
}
build || { cat "$folder/build.log" >&2; exit 1; }

# Writes inputs: the first byte of one chooses the reader.
seed() {
    letter=$1
    shift
    for file in "$@"; do
        [ -f "$file" ] || continue
        name=$(printf %s "$file" | cksum | tr -d ' ')
        { printf %s "$letter"; head -c 20000 "$file"; } >"$corpus/$name"
    done
}

# Writes the patterns of JSON Schema's suite, each with a text that it may be found in.
patterns() {
    grep -rhoE '"pattern": *"([^"\\]|\\.)*"' "$shared"/suites/json-schema/tests Tests/OpenAPIAnalysisTests/Pattern |
        sed -e 's/^"pattern": *"//' -e 's/"$//' -e 's/\\\\/\\/g' | sort -u | while IFS= read -r pattern; do
        name=$(printf %s "$pattern" | cksum | tr -d ' ')
        printf 'p%s\naaa-1_2.b\303\251' "$pattern" >"$corpus/$name"
    done
}

# Fills the folder that a reader starts from.
fill() {
    mkdir -p "$corpus"
    case $1 in
    json) seed j "$shared"/suites/json/*.json specs/*/examples/*.json ;;
    nodes) seed n "$shared"/suites/json/*.json specs/*/examples/*.json ;;
    yaml) seed y "$shared"/suites/yaml/*/in.yaml "$shared"/suites/yaml/*/*/in.yaml specs/*/*.yaml ;;
    document) seed d specs/*/openapi.yaml Tests/Goldens/*/*/openapi.yaml "$shared"/suites/openapi/*/*/*.yaml ;;
    schema) seed s "$shared"/suites/json-schema/tests/draft*/*.json "$shared"/suites/json-schema/tests/draft*/optional/*.json ;;
    pattern) patterns ;;
    ruleset) seed r Tests/Goldens/rulesets/*/.spectral.* Tests/Goldens/rulesets/*/*redocly* Tests/Goldens/rulesets/*/.redocly* ;;
    *) echo "unknown reader: $1" >&2 && exit 2 ;;
    esac
}

# A reader that needs more than a minute or 2 GB for an input of at most 20 kB has a fault.
fuzz() {
    reader=$1
    shift
    "$folder/build/release/fuzz" -timeout=60 -rss_limit_mb=2048 -max_len=20001 \
        -artifact_prefix="$folder/findings/$reader-" -print_final_stats=1 -verbosity=0 "$@" "$corpus" \
        2>"$folder/$reader.log" || { tail -n 40 "$folder/$reader.log" >&2; exit 1; }
    grep -E 'stat::number_of_executed_units|stat::peak_rss_mb' "$folder/$reader.log"
}

# Bounded runs are alike: neither hashes, nor addresses that are compared, nor what an earlier run has left choose inputs.
if [ "$seconds" = bounded ]; then
    export SWIFT_DETERMINISTIC_HASHING=1 ASAN_OPTIONS=detect_leaks=0
fi

for reader in "$@"; do
    corpus=$folder/$reader
    if [ "$seconds" = bounded ]; then
        corpus=$folder/bounded-$reader
        rm -rf "$corpus"
        fill "$reader"
        case $reader in document | schema | ruleset) runs=4000 ;; *) runs=20000 ;; esac
        echo "fuzzing $reader: $runs runs"
        fuzz "$reader" -runs="$runs" -seed=1 -use_cmp=0 -entropic=0 -detect_leaks=0
    else
        fill "$reader"
        echo "fuzzing $reader for $seconds seconds"
        fuzz "$reader" -max_total_time="$seconds"
    fi
done
