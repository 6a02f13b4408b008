#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds, and runs the tests.
#   --strict     builds with warnings as errors, in build/ci instead of build/release
#   --sanitize   also builds the signal library and its tests with the address, undefined-behaviour and
#                thread sanitizers, and runs them
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
. "$root/packaging/packages.sh"

preset=release
sanitize=false
for argument in "$@"; do
  case $argument in
    --strict) preset=ci ;;
    --sanitize) sanitize=true ;;
    *)
      echo "tests/run.sh knows --strict and --sanitize, not $argument" >&2
      exit 2
      ;;
  esac
done

# Two threads of a small network are slower than one, and spin while they wait.
export OMP_NUM_THREADS=1 OMP_WAIT_POLICY=passive

# buildAndTest PRESET [CMAKE OPTIONS...]
buildAndTest() {
  local preset=$1
  shift
  if [ ! -f "build/$preset/build.ninja" ]; then
    cmake --preset "$preset" "$@"
  fi
  ninja -C "build/$preset"
  ctest --test-dir "build/$preset" --output-on-failure -j2
}

cd "$root"
installPackages "${buildPackages[@]}" "${testPackages[@]}"
buildAndTest "$preset"
if $sanitize; then
  buildAndTest asan-ubsan -DEARWITNESS_SIGNAL_ONLY=ON
  buildAndTest tsan
fi
