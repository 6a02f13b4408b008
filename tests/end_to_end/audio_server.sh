#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# A PulseAudio server of one's own, for tests: what is played on its only sink is what its microphone
# hears. It needs no sound card, no D-Bus and no session, runs as any user, and disturbs no other server.
#
#   audio_server.sh COMMAND...   runs the command beside a server, which ends with it
#   audio_server.sh --stop       inside of that: the server goes away
#   audio_server.sh --start      and comes back
set -euo pipefail

# Private folders, and programs pointed to a server in them.
enterWorld() {
  EARWITNESS_AUDIO_WORLD=$(mktemp -d /tmp/earwitness-audio-XXXXXX)
  export EARWITNESS_AUDIO_WORLD
  local world=$EARWITNESS_AUDIO_WORLD
  mkdir -m 700 "$world/home" "$world/run"
  export HOME=$world/home XDG_RUNTIME_DIR=$world/run
  export PULSE_SERVER=unix:$world/native PULSE_COOKIE=$world/cookie
  unset XDG_CONFIG_HOME XDG_DATA_HOME XDG_STATE_HOME XDG_CACHE_HOME DBUS_SESSION_BUS_ADDRESS
  cat >"$world/server.pa" <<EOF
load-module module-native-protocol-unix socket=$world/native auth-anonymous=true
load-module module-null-sink sink_name=speaker rate=48000 channels=2 channel_map=stereo
set-default-sink speaker
set-default-source speaker.monitor
EOF
  # The sound library's own configuration first, then its default device goes to the server.
  cat >"$world/asoundrc" <<'EOF'
pcm.!default { type pulse hint { show on description "Test server" } }
ctl.!default { type pulse }
EOF
  export ALSA_CONFIG_PATH=/usr/share/alsa/alsa.conf:$world/asoundrc
}

startServer() {
  local world=$EARWITNESS_AUDIO_WORLD pid tries
  setsid pulseaudio -n -F "$world/server.pa" --daemonize=no --use-pid-file=no \
    --exit-idle-time=-1 --disallow-exit --high-priority=no --realtime=no \
    </dev/null >>"$world/server.log" 2>&1 &
  pid=$!
  echo "$pid" >"$world/server.pid"
  for ((tries = 0; tries < 200; ++tries)); do
    [ "$(pactl get-default-source 2>/dev/null)" = speaker.monitor ] && return 0
    kill -0 "$pid" 2>/dev/null || break
    sleep 0.05
  done
  echo "The test's audio server does not start:" >&2
  cat "$world/server.log" >&2
  return 1
}

stopServer() {
  local pid
  pid=$(cat "$EARWITNESS_AUDIO_WORLD/server.pid" 2>/dev/null) || return 0
  rm -f "$EARWITNESS_AUDIO_WORLD/server.pid"
  kill "$pid" 2>/dev/null || return 0
  while kill -0 "$pid" 2>/dev/null; do sleep 0.02; done
}

leaveWorld() {
  stopServer
  rm -rf "$EARWITNESS_AUDIO_WORLD"
}

case ${1:-} in
  --start) startServer ;;
  --stop) stopServer ;;
  "")
    echo "usage: audio_server.sh COMMAND..." >&2
    exit 2
    ;;
  *)
    enterWorld
    trap leaveWorld EXIT
    startServer
    "$@"
    ;;
esac
