#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Few clips of new classes: the bundled model fine-tuned, beside the same network from scratch on the same clips.
#   transfer.sh DIGITS [WORK]     DIGITS: folder of {digit}_{speaker}_{take}.wav (Free Spoken Digit Dataset)
# Ten clips of each of five digits train, of all four speakers; the other thirty validate. Two threads. From scratch three
# ways: the fine-tuning's recipe, the strong recipe for as many epochs, and for five times as many.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
build=${BUILD:-$root/build/release}
digits=$(realpath "${1:?a folder of spoken digits}")
work=${2:-$(mktemp -d)}
mkdir -p "$work/set"
for digit in 0 1 2 3 4; do
  mkdir -p "$work/set/train/$digit" "$work/set/val/$digit"
  clip=0
  while read -r file; do
    # Every fourth clip, so that each speaker is among the ten.
    side='val'
    if ((clip % 4 == 0)); then side='train'; fi
    ln -sf "$file" "$work/set/$side/$digit/"
    clip=$((clip + 1))
  done < <(find "$digits" -name "${digit}_*.wav" | sort)
done

train() {
  local name=$1
  shift
  rm -rf "${work:?}/$name"
  local start=$EPOCHREALTIME
  "$build/bin/earwitness-cli" train --data "$work/set" --allow-outside --cache "$work/cache" --out "$work/$name" \
    --threads 2 --device cpu "$@" > "$work/$name.log" 2>&1
  awk "BEGIN { printf \"%-28s %5.1f s, \", \"$name\", $EPOCHREALTIME - $start }"
  tail -1 "$work/$name/metrics.csv" | awk -F, '{ printf "balanced accuracy of the last epoch %.1f %%\n", $8 * 100 }'
}
scratch=(--architecture inverted-residual)
train fine-tuned --init "$root/models/earwitness.pt"
train scratch-fine-tune "${scratch[@]}" --recipe fine-tune --freeze-epochs 0
train scratch-strong "${scratch[@]}" --recipe strong --epochs 40
train scratch-strong-longer "${scratch[@]}" --recipe strong --epochs 200
