#!/usr/bin/env bash
# clang_tidy.sh SOURCE_DIR BUILD_DIR: clang-tidy-19 over every source that BUILD_DIR compiles, with .clang-tidy.
set -euo pipefail
if ! command -v clang-tidy-19 >/dev/null; then
  echo "skipped: clang-tidy-19 is not installed"
  exit 77
fi
# gcc's own warning options mean nothing to clang.
find "$1"/{framework,regime,performance,templates,data} -name '*.cpp' -print0 |
  xargs -0 -P "$(nproc)" -n 4 clang-tidy-19 --quiet -p "$2" --extra-arg=-Wno-unknown-warning-option
