#!/usr/bin/env bash
# once.sh PROGRAM PATTERN ARGUMENT...: a run that ends well and says PATTERN exactly once.
set -uo pipefail
program=$1 pattern=$2
shift 2

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder" || exit 1
"$program" "$@" >said 2>&1
got=$?
cat said
count=$(grep -Ec -- "$pattern" said)
[[ $got -eq 0 && $count -eq 1 ]] || { echo "expected exit code 0 and once: $pattern; got $got and $count"; exit 1; }
