#!/bin/sh
# Builds the fuzzer and runs it on one reader after the other, started from the test suites and the specifications.
#
#   scripts/fuzz.sh [SECONDS] [READER …]     3600 seconds for each of json, nodes, yaml and document unless told
#
# What it finds is left in .build/fuzz/findings.
set -eu
cd "$(dirname "$0")/.."

seconds=${1:-3600}
[ $# -gt 0 ] && shift
[ $# -gt 0 ] || set -- json nodes yaml document
shared=${TRUNKLINE_SHARED:-../shared}
folder=$PWD/.build/fuzz
mkdir -p "$folder/findings"

# The package manager has to know about the fuzzer (it has the main function), the compiler takes the last of several
# -sanitize options.
TRUNKLINE_FUZZ=1 swift build -c release --scratch-path "$folder/build" --product fuzz --sanitize fuzzer \
    -Xswiftc -sanitize=fuzzer,address 2>&1 | tail -n 1

# The first byte of an input chooses the reader.
seed() {
    letter=$1
    shift
    for file in "$@"; do
        [ -f "$file" ] || continue
        name=$(printf %s "$file" | cksum | tr -d ' ')
        { printf %s "$letter"; head -c 20000 "$file"; } >"$corpus/$name"
    done
}

for reader in "$@"; do
    corpus=$folder/$reader
    mkdir -p "$corpus"
    case $reader in
    json) seed j "$shared"/suites/json/*.json specs/*/examples/*.json ;;
    nodes) seed n "$shared"/suites/json/*.json specs/*/examples/*.json ;;
    yaml) seed y "$shared"/suites/yaml/*/in.yaml "$shared"/suites/yaml/*/*/in.yaml specs/*/*.yaml ;;
    document) seed d specs/*/openapi.yaml Tests/Goldens/*/*/openapi.yaml "$shared"/suites/openapi/*/*/*.yaml ;;
    *) echo "unknown reader: $reader" >&2 && exit 2 ;;
    esac
    echo "fuzzing $reader for $seconds seconds"
    # A reader that needs more than 10 seconds or 2 GB for an input of at most 20 kB has a fault.
    "$folder/build/release/fuzz" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -max_len=20001 \
        -artifact_prefix="$folder/findings/$reader-" -print_final_stats=1 -verbosity=0 "$corpus" \
        2>"$folder/$reader.log" || { tail -n 40 "$folder/$reader.log" >&2; exit 1; }
    grep -E 'stat::number_of_executed_units|stat::peak_rss_mb' "$folder/$reader.log"
done
