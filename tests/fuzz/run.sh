#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Fuzzes the readers of foreign files, each target for SECONDS (default 60), from small seeds and from
# what earlier runs found. Needs clang and its runtime (Debian: clang-14, libclang-rt-14-dev).
#   tests/fuzz/run.sh [SECONDS [TARGET...]]
# Targets: audio_file augmentation delimited_table desk_settings feature_shard label_file model_description recording_time run_journal taught_file weights_file
# A finding is left in the build folder as crash-*, leak-*, oom-* or timeout-*; run the target with
# that file alone to see it again.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
build=${EARWITNESS_FUZZ_BUILD:-$root/build/fuzz}
seconds=${1:-60}
shift || true
targets=("$@")
[ ${#targets[@]} -gt 0 ] || targets=(audio_file augmentation delimited_table desk_settings feature_shard label_file model_description recording_time run_journal taught_file weights_file)

if [ ! -f "$build/build.ninja" ]; then
  cmake -S "$root" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=RelWithDebInfo \
    -DCMAKE_CXX_COMPILER="${CXX:-clang++-14}" -DEARWITNESS_SIGNAL_ONLY=ON -DEARWITNESS_FUZZ=ON \
    -DEARWITNESS_SANITIZE=fuzzer-no-link,address,undefined
fi
ninja -C "$build" make_fuzz_seeds "${targets[@]/#/fuzz_}"
"$build/tests/fuzz/make_fuzz_seeds" "$build/seeds"

export UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1
# libsndfile 1.2 forgets some kilobytes of a Vorbis stream that it cannot open.
echo 'leak:vorbis_info_init' >"$build/lsan.supp"
export LSAN_OPTIONS=suppressions=$build/lsan.supp:print_suppressions=0
for target in "${targets[@]}"; do
  mkdir -p "$build/corpus/$target"
  more=()
  [ "$target" = audio_file ] && more=("$root/tests/golden/audio/kinds")
  [ "$target" = weights_file ] && more=("$root/tests/golden/weights")
  (cd "$build" && "tests/fuzz/fuzz_$target" -max_total_time="$seconds" -max_len=65536 -timeout=20 \
    -rss_limit_mb=2048 -print_final_stats=1 "corpus/$target" "seeds/$target" "${more[@]}")
done
