#!/bin/sh
# Generates, compiles and covers the documents of the shared corpus, and prints a table.
#
#   scripts/corpus.sh [NAME …]     all documents unless some are named, for example petstore museum
#
# Each document has to be generated with status 0, twice the same to the byte; its module has to compile without a warning,
# for debugging and optimised; and `trunkline coverage` has to find nothing that is neither generated nor reported.
# Seconds are of the CPU. What one is worth changes from machine to machine and from minute to minute: right before each module,
# 300 structures of eleven stored members and nothing else are compiled, and a module is given in shares of these too.
# CONFIGURATION=debug takes the tool of a debug build and leaves the shares out; SWIFT_BUILD_FLAGS is passed to `swift build`.
set -eu
cd "$(dirname "$0")/.."

configuration=${CONFIGURATION:-release}
corpus=${TRUNKLINE_SHARED:-../shared}/corpus
if [ ! -d "$corpus" ]; then
    echo "the corpus is skipped: there is no folder $corpus"
    exit 0
fi
swift build ${SWIFT_BUILD_FLAGS:-} -c "$configuration" --quiet --product trunkline
swift build ${SWIFT_BUILD_FLAGS:-} -c "$configuration" --quiet --target TrunklineRuntime
built=$(swift build ${SWIFT_BUILD_FLAGS:-} -c "$configuration" --show-bin-path)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
failures=0

fail() {
    echo "$name: $1" >&2
    [ ! -s "$scratch/errors" ] || grep -E 'error|warning' "$scratch/errors" | head -n 5 >&2
    failures=$((failures + 1))
}

# Sets `spent` to the CPU seconds of all processes that this shell has waited for; a subshell would have its own.
take_time() {
    times >"$scratch/times"
    spent=$(sed -n 2p "$scratch/times" | tr 'ms' '  ' | awk '{ printf "%.2f", $1 * 60 + $2 + $3 * 60 + $4 }')
}

generate() {
    "$built/trunkline" generate "$1" --module Corpus --output "$2" --quiet --timings >"$scratch/timings" 2>"$scratch/errors"
}

# Sets `seconds` to the CPU seconds that the module in a folder takes to compile: compile FOLDER FLAG…
compile() {
    folder=$1
    shift
    take_time
    before=$spent
    status=0
    swiftc -c -wmo -parse-as-library -swift-version 6 -warnings-as-errors -module-name Corpus -I "$built/Modules" \
        -o "$scratch/Corpus.o" "$@" "$folder"/*.swift >"$scratch/errors" 2>&1 || status=$?
    take_time
    seconds=$(awk "BEGIN { printf \"%.1f\", $spent - $before }")
    rm -f "$scratch/Corpus.o"
    return $status
}

# Sets `cost` to the seconds of the document's module and its share of the plain structures': measure FLAG…
measure() {
    if [ "$configuration" = debug ]; then
        compile "$scratch/first" "$@" || return
        cost="$seconds | "
        return
    fi
    compile "$scratch/plain" "$@" || return
    plain=$seconds
    compile "$scratch/first" "$@" || return
    cost="$seconds | $(awk "BEGIN { printf \"%.2f\", $seconds / $plain }")"
}

# A module by which machines can be compared.
mkdir "$scratch/plain"
awk 'BEGIN {
    split("String Int Bool Double String? Int? [String] String? Bool? [String]? String?", types, " ")
    for (number = 0; number < 300; number++) {
        printf "public struct Plain%d {\n", number
        for (member = 1; member <= 11; member++) printf "    public var member%d: %s\n", member, types[member]
        print "}\n"
    }
}' >"$scratch/plain/Plain.swift"

check() {
    rm -rf "$scratch/first" "$scratch/second"
    generate "$1" "$scratch/first" || fail "generate ends with another status than 0"
    figures=$(sed -E 's/.*\], "milliseconds": ([0-9.]+), "peakMemoryBytes": ([0-9]+).*/\1 \2/' "$scratch/timings" |
        awk '{ printf "%.2f | %.0f", $1 / 1000, $2 / 1000000 }')
    generate "$1" "$scratch/second" || fail "generate ends with another status than 0 the second time"
    diff -r "$scratch/first" "$scratch/second" >/dev/null || fail "a second run gives something else"
    "$built/trunkline" coverage "$1" --quiet >"$scratch/coverage" 2>"$scratch/errors" ||
        fail "$(grep -c 'silent:' "$scratch/coverage") constructs are neither generated nor reported"
    reported=$(awk 'NR > 1 { sum += /silent:/ ? $(NF - 2) : $NF } END { print sum + 0 }' "$scratch/coverage")
    lines=$(cat "$scratch"/first/*.swift | wc -l | tr -d ' ')
    cost=" | "
    measure -Onone -g || fail "the module does not compile for debugging"
    debug=$cost
    cost=" | "
    measure -O || fail "the module does not compile optimised"
    echo "| $name | $lines | $figures | $reported | $debug | $cost |"
}

echo '| document | lines | seconds | MB | reported | debug seconds | share | release seconds | share |'
echo '| --- | --- | --- | --- | --- | --- | --- | --- | --- |'
for document in "$corpus"/*.yaml "$corpus"/*.json "$corpus"/digitalocean/specification/DigitalOcean-public.v2.yaml; do
    [ -f "$document" ] || continue
    name=$(basename "$document" | sed -E 's/\.(yaml|json)$//')
    [ $# -eq 0 ] || case " $* " in *" $name "*) ;; *) continue ;; esac
    check "$document"
done
[ "$failures" -eq 0 ] || { echo "$failures failures" >&2; exit 1; }
