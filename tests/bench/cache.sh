#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# cache.sh [CLIPS_PER_CLASS] [ROUNDS]: how fast the feature cache is made, beside torchaudio (packages python3-torch,
# python3-torchaudio). The clips are generated in a temporary folder.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
build=${BUILD:-$root/build/release}
[ -f "$build/build.ninja" ] || cmake -S "$root" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=RelWithDebInfo
ninja -C "$build" bench_cache earwitness-cli >/dev/null
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$build/bin/earwitness-cli" data synth "$work/set" --clips-per-class "${1:-60}" --seconds 10 >/dev/null
export OMP_NUM_THREADS=1 MKL_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1
/usr/bin/python3 "$root/tests/bench/cache.py" "$build/tests/bench/bench_cache" "$work/set" "${2:-5}"
