#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# live.sh [--seconds N] [--beside-training] [BUILD]: how fast the window of a build (default: build/release)
# is up and listening, what live listening costs with store and recorder on, how late scores are drawn, and
# whether anything is lost. Prints one JSON object. Uses a screen and an audio server of its own; the sample
# sound is played to the microphone meanwhile. Measure on an idle machine.
#   --seconds N          how long to listen (20)
#   --beside-training    a training runs beside it, with one thread and at a lower priority
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
seconds=20
training=false
build=$root/build/release
while (($#)); do
  case $1 in
    --seconds) seconds=$2 && shift 2 ;;
    --beside-training) training=true && shift ;;
    *) build=$1 && shift ;;
  esac
done
build=$(cd "$build" && pwd)

if [ -z "${EARWITNESS_BENCH_INSIDE:-}" ]; then
  export EARWITNESS_BENCH_INSIDE=1
  options=(--seconds "$seconds")
  ! $training || options+=(--beside-training)
  exec "$root/tests/end_to_end/audio_server.sh" "$root/tests/end_to_end/screen.sh" "$0" "${options[@]}" "$build"
fi

work=$(mktemp -d)
pids=()
leave() {
  ((${#pids[@]} == 0)) || kill "${pids[@]}" 2>/dev/null || true
  wait 2>/dev/null || true
  rm -rf "$work"
}
trap leave EXIT

# Everything on.
mkdir -p "$HOME/.config/earwitness"
echo '{"format_version": 1, "recorder": {"mode": "triggered"}}' >"$HOME/.config/earwitness/desk.json"

# Processor time of a process, its children's children not counted, in clock ticks.
ticks() { awk '{print $14 + $15}' "/proc/$1/stat"; }
rssMib() { awk '/^VmRSS/ {print int($2 / 1024)}' "/proc/$1/status"; }

play() { while paplay "$root/resources/samples/sample.flac"; do :; done; }
play 2>/dev/null &
pids+=($!)

if $training; then
  "$build/bin/earwitness-cli" data synth "$work/sounds" >/dev/null
  OMP_NUM_THREADS=1 OMP_WAIT_POLICY=passive nice -n 10 "$build/bin/earwitness-cli" train \
    --data "$work/sounds" --out "$work/run" --epochs 100000 --threads 1 >"$work/training.log" 2>&1 &
  pids+=($!)
fi

# Once to warm the disk cache, once to measure.
"$build/bin/earwitness" --screenshot "$work/warm.png" --after 1 >/dev/null 2>&1
"$build/bin/earwitness" --startup-times --listening-report --screenshot "$work/shot.png" \
  --after $((seconds + 8)) >"$work/report.jsonl" 2>"$work/errors" &
app=$!
sleep 6
child=$(pgrep -P "$app" -f 'earwitness-cli serve' | head -n 1)
appBefore=$(ticks "$app")
childBefore=$(ticks "$child")
sleep "$seconds"
appTicks=$(($(ticks "$app") - appBefore))
childTicks=$(($(ticks "$child") - childBefore))
appRss=$(rssMib "$app")
childRss=$(rssMib "$child")
wait "$app"

hz=$(getconf CLK_TCK)
percent() { awk -v t="$1" -v s="$seconds" -v h="$hz" 'BEGIN {printf "%.1f", 100 * t / h / s}'; }
printf '{"startup":%s,"listening":%s,"window_percent_of_core":%s,"child_percent_of_core":%s,' \
  "$(sed -n 1p "$work/report.jsonl")" "$(sed -n 2p "$work/report.jsonl")" "$(percent $appTicks)" "$(percent $childTicks)"
printf '"window_rss_mib":%d,"child_rss_mib":%d,"beside_training":%s}\n' "$appRss" "$childRss" "$training"
