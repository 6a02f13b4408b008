#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# screen.sh COMMAND...: runs the command on a screen of its own (Xvfb with a window manager).
set -euo pipefail

folder=$(mktemp -d /tmp/earwitness-screen-XXXXXX)
pids=()
leave() {
  ((${#pids[@]} == 0)) || kill "${pids[@]}" 2>/dev/null || true
  wait
  rm -rf "$folder"
}
trap leave EXIT

# Xvfb takes a free display and writes its number.
Xvfb -displayfd 3 -screen 0 1400x900x24 -nolisten tcp 3>"$folder/display" >"$folder/log" 2>&1 &
pids+=($!)
for ((tries = 0; tries < 200; ++tries)); do
  [ -s "$folder/display" ] && break
  sleep 0.05
done
if [ ! -s "$folder/display" ]; then
  echo "The test's screen does not start:" >&2
  cat "$folder/log" >&2
  exit 1
fi
DISPLAY=:$(<"$folder/display")
export DISPLAY
export QT_QPA_PLATFORM=xcb
unset WAYLAND_DISPLAY
openbox >/dev/null 2>&1 &
pids+=($!)
"$@"
