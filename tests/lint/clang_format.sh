#!/usr/bin/env bash
# clang_format.sh SOURCE_DIR: fails on the first sources that clang-format-14 would write otherwise. One
# version of it only: another formats differently.
set -euo pipefail
if ! command -v clang-format-14 >/dev/null; then
  echo "skipped: clang-format-14 is not installed"
  exit 77
fi
cd "$1"
for folder in framework regime performance templates data tests; do
  [[ ! -d $folder ]] || find "$folder" -name '*.?pp' -print0
done |
  xargs -0 clang-format-14 --dry-run -Werror --ferror-limit=1
