#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Style and static analysis of all sources, or of the files named.
#   lint.sh                 licence lines, clang-format, shellcheck if it is installed, clang-tidy, and the AVX2
#                           object file
#   lint.sh FILE...         the same for these files
#   lint.sh --quick [FILE...]
#                           the first three only: needs no build and installs nothing
# Without --quick, compile commands are needed: BUILD (default build/ci) has to be configured and built.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
cd "$root"
. packaging/packages.sh

quick=false
if [ "${1:-}" = --quick ]; then
  quick=true
  shift
fi
build=${BUILD:-$root/build/ci}
if $quick; then
  if ! command -v clang-format >/dev/null; then
    echo "clang-format is missing. Install the package clang-format, version 14 if there is a choice." >&2
    exit 2
  fi
else
  installPackages "${lintPackages[@]}"
  if [ ! -f "$build/compile_commands.json" ]; then
    echo "$build has no compile_commands.json: run tests/run.sh --strict first, or name a build folder in BUILD." >&2
    exit 2
  fi
fi

if (($#)); then
  files=("$@")
else
  mapfile -t files < <(git ls-files)
fi
sources=()
scripts=()
others=()  # that have a licence line as well
for file in "${files[@]}"; do
  case $file in
    *.cpp | *.h) sources+=("$file") ;;
    *.sh | .ci/run) scripts+=("$file") ;;
    *.h.in | *.py | *.cmake | *CMakeLists.txt) others+=("$file") ;;
  esac
done

failed=0
unmarked=$(awk '
  FNR > 2 { nextfile }
  /^(\/\/|#) SPDX-License-Identifier: GPL-3\.0-or-later$/ { marked[FILENAME] }
  END { for (i = 1; i < ARGC; ++i) if (!(ARGV[i] in marked)) print ARGV[i] }
  ' "${sources[@]}" "${scripts[@]}" "${others[@]}" </dev/null)
if [ -n "$unmarked" ]; then
  echo "Add 'SPDX-License-Identifier: GPL-3.0-or-later' as a comment in the first line (after #!) of these files:" >&2
  echo "$unmarked" >&2
  failed=1
fi

if ((${#scripts[@]})) && command -v shellcheck >/dev/null; then
  echo "shellcheck: ${#scripts[@]} files"
  shellcheck -e SC1091,SC2154 "${scripts[@]}" || failed=1
fi

if ((${#sources[@]})); then
  echo "clang-format: ${#sources[@]} files"
  clang-format --dry-run -Werror "${sources[@]}" || failed=1
fi
$quick && exit "$failed"

# clang does not know all of GCC's options, nor its precompiled headers.
commands=$(mktemp -d)
trap 'rm -rf "$commands"' EXIT
sed -E 's/ -m(move|store)-max=[0-9]+| -fschedule-insns| -fsched-pressure| -Winvalid-pch| -fpch-preprocess| -include [^ ]*cmake_pch\.hxx//g' \
  "$build/compile_commands.json" >"$commands/compile_commands.json"
tidied=()
for source in "${sources[@]}"; do
  [[ $source == *.cpp ]] && grep -qF "$root/$source\"" "$commands/compile_commands.json" &&
    tidied+=("$source")
done
echo "clang-tidy: ${#tidied[@]} files"
if ((${#tidied[@]})); then
  printf '%s\0' "${tidied[@]}" |
    xargs -0 -n 4 -P "$(nproc)" clang-tidy -p "$commands" --quiet \
    2> >(grep -vE '^[0-9]+ warnings? generated' >&2) || failed=1
fi

# Code for AVX2 that the linker could pick for everybody, see core/features/log_mel_kernel_impl.h.
object=$(find "$build" -name 'log_mel_kernel_avx2.cpp.o' -print -quit)
if [ -n "$object" ] && shared=$(nm -C --defined-only "$object" |
  grep ' W ' | grep -vE 'FrameLanes<4>|LogMelKernelOf<4>'); then
  echo "These functions of $object are compiled for AVX2 and could be used without it:" >&2
  echo "$shared" >&2
  failed=1
fi
exit "$failed"
