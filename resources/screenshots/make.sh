#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# make.sh SOUND FILES_FOLDER [BUILD]: the pictures of the guide, light and dark: the window of a build (default:
# build/release) hears SOUND, a file of half a minute, and analyses FILES_FOLDER. Uses a screen and an audio
# server of its own. Needs xdotool and ImageMagick.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
sound=$(realpath "$1")
files=$(realpath "$2")
build=$(cd "${3:-$root/build/release}" && pwd)

if [ -z "${EARWITNESS_SCREENSHOTS_INSIDE:-}" ]; then
  export EARWITNESS_SCREENSHOTS_INSIDE=1
  exec "$root/tests/end_to_end/audio_server.sh" "$root/tests/end_to_end/screen.sh" "$0" "$sound" "$files" "$build"
fi

pids=()
leave() {
  ((${#pids[@]} == 0)) || kill "${pids[@]}" 2>/dev/null || true
  wait 2>/dev/null || true
}
trap leave EXIT
play() { while paplay --device=speaker "$sound"; do :; done; }
play 2>/dev/null &
pids+=($!)

settings=$HOME/.config/io.github.earwitness
mkdir -p "$settings"

# windowOf NAME: the visible window of the program with this title.
windowOf() { xdotool search --sync --onlyvisible --name "$1" | head -n 1; }
press() {
  xdotool key "$@"
  sleep 1.5
}
# shoot TITLE FILE: the window with this title, without its frame.
shoot() { import -window "$(windowOf "$1")" "$root/resources/screenshots/$2"; }

# open FILE...: the window with these files, when it has heard for a while.
open() {
  "$build/bin/earwitness" "$@" &
  app=$!
  pids+=("$app")
  xdotool windowsize "$(windowOf '^Earwitness$')" 1280 800
  sleep 24
}
close() {
  kill "$app"
  wait "$app" 2>/dev/null || true
}

one=$(find "$files" -maxdepth 1 -name '*.flac' | head -n 1)
for theme in dark light; do
  suffix=
  [ $theme = dark ] || suffix=-light
  printf '[view]\ntheme=%s\n' "$theme" >"$settings/Earwitness.conf"
  open "$one"
  shoot '^Earwitness$' "live$suffix.png"
  press ctrl+comma
  press Down
  shoot '^Settings' "settings-alerts$suffix.png"
  press Escape
  press ctrl+h
  sleep 2
  shoot '^History' "history$suffix.png"
  close
  open "$files"
  shoot '^Earwitness$' "batch$suffix.png"
  close
done

# The same in Russian, and the settings of a training of the example's sounds.
printf '[view]\ntheme=dark\n' >"$settings/Earwitness.conf"
open --language ru "$one"
shoot '^Earwitness$' window-ru.png
press ctrl+shift+t
xdotool windowsize "$(windowOf '^Обучение модели')" 1100 760
press Tab Tab space
sleep 20
press ctrl+2
sleep 20
shoot '^Обучение модели' training-settings-ru.png
close
