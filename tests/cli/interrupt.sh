#!/usr/bin/env bash
# interrupt.sh PROGRAM PLUGIN: Ctrl-C while a strategy runs: exit code 4, and the results so far are there.
set -uo pipefail
program=$1 plugin=$2

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder" || exit 1
"$program" backtest --algorithm-location "$plugin" --algorithm-type-name Endless >said 2>&1 &
run=$!
until [[ -s said ]] || ! kill -0 "$run"; do
  sleep 0.1
done
sleep 1  # into the run: a bar takes the strategy 0.1 s
kill -INT "$run"
wait "$run"
got=$?
cat said
[[ $got -eq 4 ]] || { echo "expected exit code 4, got $got"; exit 1; }
[[ -s backtests/latest/Endless.json ]] || { echo "the results so far are missing"; exit 1; }
