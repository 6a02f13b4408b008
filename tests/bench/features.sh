#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds the log-mel benchmark and runs it beside torchaudio (packages python3-torch, python3-torchaudio).
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
build=${BUILD:-$root/build/release}
[ -f "$build/build.ninja" ] || cmake -S "$root" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=RelWithDebInfo
ninja -C "$build" bench_log_mel > /dev/null
export OMP_NUM_THREADS=1 MKL_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1
# Memory is kept between clips: otherwise torchaudio's figure is two to three times worse, by chance of
# where its large blocks lie, from giving pages back and getting them anew.
export MALLOC_MMAP_THRESHOLD_=1073741824 MALLOC_TRIM_THRESHOLD_=1073741824
exec /usr/bin/python3 "$root/tests/bench/features.py" "$build/tests/bench/bench_log_mel" "$@"
