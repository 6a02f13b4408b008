# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2034
# The Debian packages that Earwitness needs, and how they are installed. Sourced by the scripts.

# To build and to run. libasound2-plugins lets PortAudio, which speaks ALSA, reach PulseAudio and PipeWire.
buildPackages=(
  ccache cmake g++ ninja-build pkg-config
  libtorch-dev libopenblas0-pthread
  qt6-base-dev qt6-svg-dev qt6-l10n-tools qt6-translations-l10n libqcustomplot-dev libgl1-mesa-dev
  portaudio19-dev libasound2-dev libasound2-plugins libkissfft-dev libsndfile1-dev libsoxr-dev
  libavformat-dev libavcodec-dev libavutil-dev
  libpulse-dev libcurl4-openssl-dev libsystemd-dev libseccomp-dev libssl-dev
  libuchardet-dev libutf8proc-dev tzdata
  libcli11-dev libsqlite3-dev libxxhash-dev libzip-dev nlohmann-json3-dev
)

# To run the tests: a screen, a window manager, and an audio server of their own.
testPackages=(
  xvfb openbox xdotool pulseaudio pulseaudio-utils dbus
)

# For tests/lint.sh only.
lintPackages=(clang-format clang-tidy)

# Prints those of the named packages that are not installed.
missingPackages() {
  local installed package
  installed=$(dpkg-query -W -f='${db:Status-Status} ${Package}\n' "$@" 2>/dev/null || true)
  for package in "$@"; do
    grep -qxF "installed $package" <<<"$installed" || echo "$package"
  done
}

# Installs what is missing of the named packages; touches nothing where all are there.
installPackages() {
  if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
    echo "There is no apt here. Under Debian 12 or 13 these packages would be installed: $*" >&2
    return 0
  fi
  local missing asRoot=()
  mapfile -t missing < <(missingPackages "$@")
  ((${#missing[@]})) || return 0
  if ((EUID != 0)); then
    if ! command -v sudo >/dev/null; then
      echo "Please install these packages as root, then start again: ${missing[*]}" >&2
      return 0
    fi
    asRoot=(sudo)
  fi
  echo "Installing: ${missing[*]}"
  "${asRoot[@]}" apt-get update -q
  "${asRoot[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -q -y --no-install-recommends "${missing[@]}"
}
