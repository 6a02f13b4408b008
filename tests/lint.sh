#!/usr/bin/env bash
# Style and static analysis of all sources, or of the files named.
#   lint.sh              clang-format, clang-tidy, shellcheck where it is there, and the AVX2 object file
#   lint.sh FILE.cpp...  the same for these files
# Needs compile commands: BUILD (default build/ci) has to be configured and built.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
cd "$root"
. packaging/packages.sh
installPackages "${lintPackages[@]}"
build=${BUILD:-$root/build/ci}
if [ ! -f "$build/compile_commands.json" ]; then
  echo "$build has no compile_commands.json: run tests/run.sh first, or name a build folder in BUILD." >&2
  exit 2
fi

failed=0
if (($#)); then
  sources=("$@")
else
  mapfile -t sources < <(git ls-files '*.cpp' '*.h')
  if command -v shellcheck >/dev/null; then
    git ls-files '*.sh' .ci/run | xargs shellcheck -e SC1091,SC2154 || failed=1
  fi
fi

echo "clang-format: ${#sources[@]} files"
clang-format --dry-run -Werror "${sources[@]}" || failed=1

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
printf '%s\0' "${tidied[@]}" |
  xargs -0 -n 4 -P "$(nproc)" clang-tidy -p "$commands" --quiet \
  2> >(grep -vE '^[0-9]+ warnings? generated' >&2) || failed=1

# Code for AVX2 that the linker could pick for everybody, see core/features/log_mel_kernel_impl.h.
object=$(find "$build" -name 'log_mel_kernel_avx2.cpp.o' -print -quit)
if [ -n "$object" ] && shared=$(nm -C --defined-only "$object" |
  grep ' W ' | grep -vE 'FrameLanes<4>|LogMelKernelOf<4>'); then
  echo "These functions of $object are compiled for AVX2 and could be used without it:" >&2
  echo "$shared" >&2
  failed=1
fi
exit "$failed"
