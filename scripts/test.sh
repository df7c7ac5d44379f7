#!/bin/sh
# Runs the tests, which are built already, and says at the end which of them failed: scripts/test.sh [FLAG…], the build's flags.
#
# Tests of the client wait for short times and run first, by themselves; then those of the transports, which keep both cores busy
# with thousands of calls; then what computes and starts compilers. So none waits for threads that others have.
set -u
cd "$(dirname "$0")/.."

CLIENT='^(TrunklineRuntimeTests|ConformanceTests)\.'
TRANSPORTS='^TransportTests\.'

reports=$(mktemp -d)
trap 'rm -rf "$reports"' EXIT
status=0
run() { # run NAME OPTION…
    name=$1
    shift
    swift test --skip-build --xunit-output "$reports/$name.xml" "$@" && return
    status=1
    echo "the tests of $name failed" >>"$reports/failures"
    [ ! -e "$reports/$name-swift-testing.xml" ] || awk '
        /<testcase / {
            sub(/.*classname="/, "")
            sub(/" name="/, " ")
            sub(/" .*/, "")
            test = $0
        }
        sub(/.*<failure message="/, "") {
            sub(/" \/>$/, "")
            print "  " test ": " substr($0, 1, 500)
        }
    ' "$reports/$name-swift-testing.xml" >>"$reports/failures"
}

run client "$@" --filter "$CLIENT"
run transports "$@" --filter "$TRANSPORTS"
run "the rest" "$@" --skip "$CLIENT" --skip "$TRANSPORTS"
[ ! -e "$reports/failures" ] || sed 's/&#8594;/→/g; s/&quot;/"/g; s/&lt;/</g; s/&gt;/>/g; s/&amp;/\&/g' "$reports/failures" >&2
exit $status
