#!/usr/bin/env bash
# live.sh [BUILD]: how fast the window of a build (default: build/release) is up and listening, what live
# listening costs, and how late scores come. Prints one JSON object. Uses a screen and an audio server of
# its own; the sample sound is played to the microphone meanwhile. Measure on an idle machine.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
build=$(cd "${1:-$root/build/release}" && pwd)

if [ -z "${EARWITNESS_BENCH_INSIDE:-}" ]; then
  export EARWITNESS_BENCH_INSIDE=1
  exec "$root/tests/end_to_end/audio_server.sh" "$root/tests/end_to_end/screen.sh" "$0" "$build"
fi

seconds=20
work=$(mktemp -d)
trap 'kill $(jobs -p) 2>/dev/null || true; rm -rf "$work"' EXIT

# Processor time of a process, its children's children not counted, in clock ticks.
ticks() { awk '{print $14 + $15}' "/proc/$1/stat"; }

play() { while true; do paplay "$root/resources/samples/sample.flac"; done; }
play &

# Once to warm the disk cache, once to measure.
"$build/bin/earwitness" --screenshot "$work/warm.png" --after 1 >/dev/null 2>&1
"$build/bin/earwitness" --startup-times --screenshot "$work/shot.png" --after $((seconds + 8)) \
  >"$work/startup.json" 2>"$work/errors" &
app=$!
sleep 6
child=$(pgrep -P "$app" -f 'earwitness-cli serve' | head -n 1)
appBefore=$(ticks "$app")
childBefore=$(ticks "$child")
sleep "$seconds"
appTicks=$(($(ticks "$app") - appBefore))
childTicks=$(($(ticks "$child") - childBefore))
rssKib=$(awk '/^VmRSS/ {print $2}' "/proc/$app/status")
childRssKib=$(awk '/^VmRSS/ {print $2}' "/proc/$child/status")
wait "$app"

"$build/bin/earwitness-cli" listen --seconds "$seconds" --json >"$work/listen.json" 2>>"$work/errors"
hz=$(getconf CLK_TCK)
percent() { awk -v t="$1" -v s="$seconds" -v h="$hz" 'BEGIN {printf "%.1f", 100 * t / h / s}'; }
value() { sed -E "s/.*\"$1\":([0-9.]+).*/\1/" "$work/listen.json"; }
printf '{"startup":%s,"window_percent_of_core":%s,"child_percent_of_core":%s,' \
  "$(cat "$work/startup.json")" "$(percent $appTicks)" "$(percent $childTicks)"
printf '"window_rss_mib":%d,"child_rss_mib":%d,"listen_median_latency_ms":%s,"listen_median_inference_ms":%s}\n' \
  $((rssKib / 1024)) $((childRssKib / 1024)) "$(value median_latency_ms)" "$(value median_inference_ms)"
