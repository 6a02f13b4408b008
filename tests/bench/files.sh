#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# files.sh [HOURS] [BUILD]: how fast a long file is analysed (default: 2 hours, build/release) the way the window does
# it, with the bundled model in a child process behind a pipe, and by the command line; and how much memory that takes.
# The bars: 200 times real time on two idle cores, 400 MiB in all. The file is generated: tones in noise, WAV of
# 44.1 kHz, 16 bit, mono.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
hours=${1:-2}
build=${2:-$root/build/release}
[ -f "$build/build.ninja" ] || cmake -S "$root" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=RelWithDebInfo
ninja -C "$build" bench_files earwitness-cli >/dev/null
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 - "$work/long.wav" "$hours" <<'PYTHON'
import array, math, random, sys, wave
# Bursts of tones and noise between quiet stretches: something to decode that is not all alike.
random.seed(1)
rate, minute = 44100, array.array('h')
for second in range(60):
    hz, loud = random.uniform(200, 6000), random.choice([200, 3000, 12000])
    for i in range(rate):
        minute.append(int(loud * math.sin(2 * math.pi * hz * i / rate) * (0.5 + 0.5 * random.random())))
with wave.open(sys.argv[1], 'wb') as out:
    out.setparams((1, 2, rate, 0, 'NONE', ''))
    for _ in range(round(float(sys.argv[2]) * 60)):
        out.writeframes(minute.tobytes())
PYTHON
cli=$build/bin/earwitness-cli
"$build/tests/bench/bench_files" "$cli" "$root/models/earwitness.pt" "$work/long.wav"
python3 - "$cli" classify --model "$root/models/earwitness.pt" "$work/long.wav" <<'PYTHON'
import json, resource, subprocess, sys, time
begin = time.monotonic()
subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL)
peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
print(json.dumps({'command_line_seconds': round(time.monotonic() - begin, 2), 'command_line_peak_mib': peak}))
PYTHON
