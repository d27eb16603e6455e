#!/usr/bin/env bash
# expect.sh PROGRAM CODE PATTERN ARGUMENT...: runs the program in an empty folder of its own and fails unless it
# exits with CODE and says PATTERN (extended regular expression) on either channel.
set -uo pipefail
program=$1 code=$2 pattern=$3
shift 3

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder" || exit 1
"$program" "$@" >said 2>&1
got=$?
cat said
if [[ $got -ne $code ]]; then
  echo "expected exit code $code, got $got"
  exit 1
fi
if ! grep -Eq -- "$pattern" said; then
  echo "expected it to say: $pattern"
  exit 1
fi
