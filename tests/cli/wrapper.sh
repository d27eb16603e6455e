#!/usr/bin/env bash
# wrapper.sh SOURCE_DIR: the script ./regimen over a program that only repeats its arguments: when it builds, what
# it says without root, and how little it costs.
set -uo pipefail
source=$1

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
root=$folder/checkout
mkdir -p "$root"/{framework,templates,data/bundled,docker,build/release/bin} "$folder/tools"
cp "$source/regimen" "$root/"
cp "$source/docker/packages.txt" "$root/docker/"
touch "$root"/{CMakeLists.txt,CMakePresets.json,framework/a.cpp}
printf '#!/bin/sh\necho "program: $*"\n' >"$root/build/release/bin/regimen"
chmod +x "$root/build/release/bin/regimen"
# The tools that the script may find: no apt, no sudo, no CMake, a user without rights and without packages.
for tool in awk bash dirname find grep mkdir mv readlink touch tr; do
  ln -s "$(command -v "$tool")" "$folder/tools/$tool"
done
printf '#!/bin/sh\necho 1000\n' >"$folder/tools/id"
printf '#!/bin/sh\nexit 1\n' >"$folder/tools/dpkg-query"
chmod +x "$folder/tools/"{id,dpkg-query}

fail() { echo "$*"; exit 1; }
# run WHAT: the script with the tools above; its exit code and what it said.
run() { PATH=$folder/tools "$root/regimen" "$@" >"$folder/said" 2>&1; }

touch "$root/build/release/.up-to-date"
begin=$(date +%s%N)
run backtest --cash 5 || fail "an up-to-date program does not run: $(cat "$folder/said")"
taken=$((($(date +%s%N) - begin) / 1000000))
grep -qx 'program: backtest --cash 5' "$folder/said" || fail "arguments are lost: $(cat "$folder/said")"
echo "up to date: $taken ms over the program itself (bar: 300)"
[[ $taken -lt 300 ]] || fail "too slow"

touch "$root/data/bundled/new.csv"
run list || fail "new data make it build: $(cat "$folder/said")"

touch -d '1 second' "$root/framework/a.cpp"
run list
[[ $? -eq 2 ]] || fail "missing packages without root: not exit code 2"
grep -q 'as root run: apt-get update && apt-get install -y .*cmake' "$folder/said" ||
  fail "no apt line: $(cat "$folder/said")"

run --no-install list && fail "a build without CMake succeeded"
grep -q 'not installed, and --no-install was given' "$folder/said" || fail "silent: $(cat "$folder/said")"
