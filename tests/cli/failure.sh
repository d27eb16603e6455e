#!/usr/bin/env bash
# failure.sh PROGRAM PLUGIN: a strategy that throws: exit code 1, message, time and stage on the console, and the
# results so far are there.
set -uo pipefail
program=$1 plugin=$2

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder" || exit 1
"$program" backtest --algorithm-location "$plugin" --algorithm-type-name ThrowsInOnData >said 2>&1
got=$?
cat said
[[ $got -eq 1 ]] || { echo "expected exit code 1, got $got"; exit 1; }
for words in 'the tenth bar' '2015-01-' 'OnData'; do
  grep -q "ERROR.*$words" said || { echo "the error does not say: $words"; exit 1; }
done
[[ -s backtests/latest/ThrowsInOnData.json ]] || { echo "the results so far are missing"; exit 1; }
