#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Training speed beside python3-torch, side by side in one run: the report's network and recipe, clips of 10 s, two
# threads. Ours has its features in the cache; the other computes features and masks for each item in its loader, as the
# report's notebook does, once without worker processes and once with two.
#   training.sh SET [EPOCHS]     SET: a data set in the report's layout (report_set.py makes one out of ESC-50)
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
build=${BUILD:-$root/build/release}
set=${1:?a data set in the layout of the report}
epochs=${2:-3}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
ninja -C "$build" earwitness-cli > /dev/null

train() {
  "$build/bin/earwitness-cli" train --data "$set" --cache "$work/cache" --threads 2 --device cpu --json "$@"
}
train --out "$work/warm" --epochs 1 > /dev/null  # fills the cache
train --out "$work/run" --epochs "$epochs" | /usr/bin/python3 -c '
import json, sys
for line in sys.stdin:
    event = json.loads(line)
    if event["event"] == "epoch":
        print("earwitness: epoch {}, {:.0f} clips/s, loss {:.3f}".format(
            event["epoch"], event["clips_per_second"], event["training"]["loss"]), flush=True)' | tee "$work/ours"
for workers in 0 2; do
  echo "python with $workers workers"
  /usr/bin/python3 "$root/tests/bench/training.py" "$set" "$epochs" 2 "$workers" | tee -a "$work/theirs"
done
best() { sed 's/.*, \([0-9]*\) clips.*/\1/' "$1" | sort -n | tail -1; }
ours=$(best "$work/ours")
theirs=$(best "$work/theirs")
echo "best epochs: $ours and $theirs clips/s, ratio $(awk "BEGIN { printf \"%.2f\", $ours / $theirs }")"
