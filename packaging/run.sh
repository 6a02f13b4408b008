#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds what has changed, and opens Earwitness.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
. "$root/packaging/packages.sh"

installPackages "${buildPackages[@]}"
build=$root/build/release
if [ ! -f "$build/build.ninja" ]; then
  (cd "$root" && cmake --preset release)
fi
ninja -C "$build" earwitness earwitness-cli
exec "$build/bin/earwitness" "$@"
