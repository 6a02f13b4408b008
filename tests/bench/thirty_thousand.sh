#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# thirty_thousand.sh FOLDER [CLIPS...]: one epoch of the report's network and recipe on growing sets of FLAC clips of
# 10 s in the report's layout (default: 1000 3000 10000 30000 clips to train, a tenth as many to validate), and how much
# memory it takes. The clips are generated into FOLDER once (4 GB and some minutes for all), the cache lies beside
# them (9 GB). Peak memory is what the kernel says of the process, mapped pages of the cache included.
set -euo pipefail
if (($# == 0)); then
  echo "usage: thirty_thousand.sh FOLDER [CLIPS...]" >&2
  exit 2
fi
root=$(cd "$(dirname "$0")/../.." && pwd)
cli=${BUILD:-$root/build/release}/bin/earwitness-cli
folder=$1
shift
sizes=("$@")
((${#sizes[@]})) || sizes=(1000 3000 10000 30000)
largest=$(printf '%s\n' "${sizes[@]}" | sort -n | tail -n 1)
classes=7
perClass=$(((largest + largest / 10) / classes + 1))

# FOLDER/set: clips/*.flac, and FOLDER/all.tsv with all of them in an order in which classes take turns.
if [ "$(cat "$folder/clips-per-class" 2>/dev/null || echo 0)" -lt "$perClass" ]; then
  rm -rf "$folder/pool" "$folder/set" "$folder/cache"
  mkdir -p "$folder/set/clips"
  SECONDS=0
  "$cli" data synth "$folder/pool" --clips-per-class "$perClass" --seconds 10
  for file in "$folder"/pool/*/*.flac; do
    label=${file%/*} number=${file##*/}
    label=${label##*/} number=${number%.flac}
    id=${label// /_}-$number
    mv "$file" "$folder/set/clips/$id.flac"
    printf '%s\t%s\t0.0\t%s\n' "$number" "$id" "$label"
  done | sort -s -k 1,1 | cut -f 2- >"$folder/all.tsv"
  rm -rf "$folder/pool"
  echo "$perClass" >"$folder/clips-per-class"
  echo "made in $SECONDS s, $(du -sh "$folder/set" | cut -f 1)"
fi

# Highest resident memory of a process, in MiB, seen until it ends.
peakOf() {
  local peak=0 now
  while now=$(awk '/^VmHWM/ {print $2}' "/proc/$1/status" 2>/dev/null) && [ -n "$now" ]; do
    peak=$now
    sleep 0.1
  done
  echo $((peak / 1024))
}

header=$'YTID\tstart_seconds\tlabel'
printf '%8s %10s %10s %12s %10s\n' clips "cache s" "epoch s" "ms a clip" "peak MiB"
for size in "${sizes[@]}"; do
  # The same clips validate each time: the last ones.
  { echo "$header"; head -n "$size" "$folder/all.tsv"; } >"$folder/set/train.tsv"
  { echo "$header"; tail -n $((size / 10)) "$folder/all.tsv"; } >"$folder/set/eval.tsv"
  run=$folder/run-$size
  rm -rf "$run"
  "$cli" train --data "$folder/set" --out "$run" --cache "$folder/cache" --epochs 1 --window-seconds 10 \
    --json >"$folder/events-$size.jsonl" &
  peak=$(peakOf $!)
  wait $!
  cached=$(sed -nE 's/.*"event":"cached".*"seconds":([0-9.e-]+).*/\1/p' "$folder/events-$size.jsonl")
  epoch=$(tail -n 1 "$run/metrics.csv" | cut -d , -f 9)
  awk -v n="$size" -v c="$cached" -v e="$epoch" -v p="$peak" \
    'BEGIN {printf "%8d %10.1f %10.1f %12.2f %10d\n", n, c, e, 1000 * e / n, p}'
done
