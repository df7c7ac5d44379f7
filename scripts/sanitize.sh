#!/bin/sh
# Runs the tests of the client under the thread sanitizer and the address sanitizer, each built in a folder of its own.
#
#   scripts/sanitize.sh [thread|address …]     both unless some are named
#
# SWIFT_BUILD_FLAGS and SWIFT_TEST_FILTER (a regular expression) are passed on.
set -eu
cd "$(dirname "$0")/.."

FILTER=${SWIFT_TEST_FILTER:-TransportTests|TrunklineRuntimeTests}
SUPPRESSIONS=$PWD/scripts/sanitize-suppressions

for sanitizer in ${*:-thread address}; do
    echo "== $sanitizer"
    # One test after the other: they are ten times as slow, and have deadlines. A finding makes the status that of a failure.
    TSAN_OPTIONS="suppressions=$SUPPRESSIONS/thread.txt" ASAN_OPTIONS="detect_leaks=0" \
        swift test ${SWIFT_BUILD_FLAGS:-} --traits AsyncHTTPClient --sanitize "$sanitizer" \
        --scratch-path ".build/sanitize-$sanitizer" --no-parallel --filter "$FILTER"
done
