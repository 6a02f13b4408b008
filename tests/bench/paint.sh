#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds the paint benchmark and runs it without a screen.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
build=${BUILD:-$root/build/release}
[ -f "$build/build.ninja" ] || cmake -S "$root" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=RelWithDebInfo
ninja -C "$build" bench_paint > /dev/null
exec "$build/tests/bench/bench_paint" "$@"
