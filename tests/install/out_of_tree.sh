#!/usr/bin/env bash
# out_of_tree.sh SOURCE_DIR BUILD_DIR WORK_DIR CXX: installs the build, then follows README's "A first strategy"
# to the letter, outside the tree: its C++ and its CMake, built against the installation and run by the
# installed program on the installed data.
set -euo pipefail
source=$1 build=$2 work=$3 compiler=$4

rm -rf "$work"
mkdir -p "$work/strategy"
cmake --install "$build" --prefix "$work/prefix" >"$work/install.log"

# block LANGUAGE [NUMBER]: README's first code block of a language, or the NUMBER-th.
block() { awk -v fence='```' -v language="$1" -v wanted="${2:-1}" '
    on && $0 == fence { exit }
    on { print }
    $0 == fence language && ++found == wanted { on = 1 }' "$source/README.md"; }
block cpp >"$work/strategy/above_average.cpp"
block cmake >"$work/strategy/CMakeLists.txt"
# The strategy that knows the regime is built beside it.
block cpp 2 >"$work/strategy/calm_only.cpp"
echo 'regimen_add_algorithm(calm_only calm_only.cpp)' >>"$work/strategy/CMakeLists.txt"
lines=$(grep -c . "$work/strategy/above_average.cpp")
[[ $lines -le 32 ]] || { echo "README's first strategy has grown to $lines lines"; exit 1; }

cmake -S "$work/strategy" -B "$work/strategy/build" -G Ninja -DCMAKE_CXX_COMPILER="$compiler" \
  -DCMAKE_PREFIX_PATH="$work/prefix" -DCMAKE_BUILD_TYPE=Release
cmake --build "$work/strategy/build"

# Not from the tree: nothing but the installation may be found from here.
cd "$work"
program=$work/prefix/bin/regimen
library=$work/strategy/build/above_average.so
"$program" list --algorithm-location "$library" | grep -qx AboveAverage
"$program" backtest --algorithm-location "$library" | tee run.log
grep -q '^STATISTICS:: Total Orders [1-9]' run.log
[[ -s backtests/latest/AboveAverage.json ]]
