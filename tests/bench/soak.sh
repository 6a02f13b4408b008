#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Feeds hours of sound (24, or as many as are named) through listener, recorder and store, faster
# than real time, and compares what was stored with what was played. Usage: soak.sh [HOURS]
set -euo pipefail
cd "$(dirname "$0")/../.."
build=${EARWITNESS_BUILD:-build/release}
[ -d "$build" ] || cmake --preset release > /dev/null
ninja -C "$build" bench_soak > /dev/null
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"$build/tests/bench/bench_soak" "${1:-24}" "$folder"
