#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds and tests the committed tree in a fresh Debian 12 or 13. See --help.
#
# Everything is mounted in a mount namespace of this script's own, and everything that it starts runs in a
# process namespace of its own: both end with the script, however it ends, so that nothing stays mounted or
# running.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
checkout=/srv/earwitness  # in the installation

usage() {
  cat <<'EOF_USAGE'
usage: packaging/check_release.sh [--newcomer] 12|13 [FOLDER]

Installs Debian 12 or 13 into a folder and runs .ci/run in it on a clean clone of the committed tree, with
warnings as errors. Nothing outside the folder changes. Needs root, debootstrap, git, about 10 GB of disk
space, and one to two hours for the first run.

  --newcomer   Run README.md's two commands instead, as a new user with sudo on a new installation:
               tests/run.sh, then packaging/run.sh on a virtual screen with a virtual microphone, where
               the bundled model has to answer.
  FOLDER       Where the installation is kept. Default:
               ${XDG_CACHE_HOME:-$HOME/.cache}/earwitness/debian-12 (or -13).
               A later run with the same folder continues with what is there: the installed packages and
               the compiler cache. Delete the folder to start over.

The mirror, the proxy and the keys are those that apt uses on this machine. Environment: MIRROR is the
address of a Debian mirror to use instead; http_proxy and its like are passed on.
EOF_USAGE
}

# fail SENTENCE [STATUS]
fail() {
  echo "check_release.sh: $1" >&2
  exit "${2:-1}"
}

# ---- On this machine

# The Debian mirror that apt uses here, or nothing where apt uses none.
hostMirror() {
  # shellcheck disable=SC2016  # apt-get's own placeholders
  apt-get indextargets --format '$(ORIGIN)/$(LABEL)/$(COMPONENT) $(REPO_URI)' 'Created-By: Packages' 2>/dev/null |
    awk '$1 == "Debian/Debian/main" { print $2; exit }'
}

# Makes apt in the installation reach what apt here reaches.
copyAptAccess() {
  local target=$1 file
  apt-config dump 2>/dev/null |
    grep -E '^Acquire::(http|https|ForceIPv|Retries|Check-|Max-ValidTime|AllowReleaseInfoChange)' \
      >"$target/etc/apt/apt.conf.d/90from-host" || true
  for file in /etc/apt/auth.conf /etc/apt/auth.conf.d /usr/local/share/ca-certificates \
    /etc/ssl/certs/ca-certificates.crt; do
    [ -e "$file" ] || continue
    mkdir -p "$target$(dirname "$file")"
    cp -rL "$file" "$target$(dirname "$file")/"
  done
  for file in /etc/resolv.conf /etc/hosts; do
    rm -f "$target$file"
    cp -L "$file" "$target$file"
  done
}

# A minimal installation in FOLDER/base; a run that was interrupted begins it again.
installBase() {
  local base=$folder/base mirror=${MIRROR:-} keyring=/usr/share/keyrings/debian-archive-keyring.gpg
  [ -e "$folder/base-complete" ] && return 0
  [ -n "$mirror" ] || mirror=$(hostMirror)
  local options=(--variant=minbase)
  [ ! -e "$keyring" ] || options+=("--keyring=$keyring")
  rm -rf --one-file-system "$base"
  debootstrap "${options[@]}" "$suite" "$base" ${mirror:+"$mirror"} ||
    fail "Debian $release was not installed into '$base'. See above, and '$base/debootstrap/debootstrap.log'."
  # Every real installation has these.
  [ -s "$base/etc/machine-id" ] || tr -d - </proc/sys/kernel/random/uuid >"$base/etc/machine-id"
  echo debian >"$base/etc/hostname"
  touch "$folder/base-complete"
}

# mountSystem INSTALLATION: its /proc, /sys, /dev and /dev/shm.
mountSystem() {
  local target=$1 node
  mount -t proc proc "$target/proc"
  mount --rbind /sys "$target/sys"
  mount -t tmpfs -o mode=755,size=1m tmpfs "$target/dev"
  mkdir "$target/dev/pts" "$target/dev/shm"
  for node in null zero full random urandom tty; do
    touch "$target/dev/$node"
    mount --bind "/dev/$node" "$target/dev/$node"
  done
  mount -t devpts -o newinstance,ptmxmode=0666,mode=0620,gid=5 devpts "$target/dev/pts"
  ln -s pts/ptmx "$target/dev/ptmx"
  mount -t tmpfs -o mode=1777 tmpfs "$target/dev/shm"
  ln -s /proc/self/fd "$target/dev/fd"
  ln -s fd/0 "$target/dev/stdin"
  ln -s fd/1 "$target/dev/stdout"
  ln -s fd/2 "$target/dev/stderr"
  mount -t tmpfs -o mode=755 tmpfs "$target/run"
}

# inside COMMAND...: runs it in the installation, with a new environment.
inside() {
  local environment=(HOME=/root LANG=C.UTF-8 PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
    DEBIAN_FRONTEND=noninteractive "CCACHE_DIR=/var/cache/ccache" CCACHE_MAXSIZE=10G) name
  for name in http_proxy https_proxy ftp_proxy no_proxy TERM; do
    [ -z "${!name:-}" ] || environment+=("$name=${!name}")
  done
  env -i "${environment[@]}" chroot "$target" "$@" </dev/null
}

# A clean clone of what is committed, in place of the last one.
cloneTree() {
  rm -rf --one-file-system "$target$checkout"
  git -c advice.detachedHead=false clone --quiet --no-hardlinks "$root" "$target$checkout" ||
    fail "The tree '$root' was not cloned: is it a git repository?"
  echo "Checking $(git -C "$root" log -1 --format='%h %s') on Debian $release."
  [ -z "$(git -C "$root" status --porcelain)" ] ||
    echo "Warning: '$root' has changes that are not committed. They are not checked." >&2
}

prepareTarget() {
  mkdir -p "$target"
  if [ ! -e "$target/etc/debian_version" ]; then
    rm -rf --one-file-system "$target"
    cp -a "$folder/base" "$target.part"
    mv -T "$target.part" "$target"
  fi
  mkdir -p "$folder/ccache-$kind" "$target/var/cache/ccache"
  mountSystem "$target"
  mount --bind "$folder/ccache-$kind" "$target/var/cache/ccache"
  copyAptAccess "$target"
  inside apt-get update -q
}

checkAsCi() {
  inside env CI=true "$checkout/.ci/run"
}

# The two commands of README.md, as a user who may use sudo.
checkAsNewcomer() {
  local name=newcomer
  inside apt-get install -q -y --no-install-recommends sudo
  inside useradd --create-home --shell /bin/bash "$name"
  echo "$name ALL=(ALL) NOPASSWD: ALL" >"$target/etc/sudoers.d/$name"
  chmod 440 "$target/etc/sudoers.d/$name"
  inside chown -R "$name:$name" "$checkout" /var/cache/ccache
  asUser=(runuser -u "$name" -- env "--chdir=$checkout" "HOME=/home/$name" "USER=$name")
  inside "${asUser[@]}" tests/run.sh
  echo "Opening the window."
  inside "${asUser[@]}" tests/end_to_end/audio_server.sh tests/end_to_end/screen.sh \
    packaging/run.sh --startup-times --screenshot /tmp/window.png --after 30 |
    tee "$folder/startup-times.json"
  cp "$target/tmp/window.png" "$folder/window.png"
  grep -q '"first_scores_ms": *[0-9]' "$folder/startup-times.json" ||
    fail "The window opened, but the bundled model named nothing within 30 s. See '$folder/window.png'."
  echo "The window opened and the bundled model answered. Screenshot: '$folder/window.png'."
}

insideNamespace() {
  # Folders are removed below, and what is mounted in them would be removed too.
  ! grep -qF " $folder/" /proc/self/mounts || fail "Something is mounted in '$folder'. Unmount it first."
  mount --make-rprivate /
  target=$folder/$kind
  rm -rf --one-file-system "$target.part"
  # A newcomer begins with a new installation; the other one keeps its packages.
  [ "$kind" = ci ] || rm -rf --one-file-system "$target"
  installBase
  prepareTarget
  cloneTree
  if [ "$kind" = newcomer ]; then checkAsNewcomer; else checkAsCi; fi
  echo "Debian $release: passed ($kind)."
}

# ---- The command line

kind=ci
release=
folder=
isInside=false
while (($#)); do
  case $1 in
    --help | -h) usage && exit 0 ;;
    --newcomer) kind=newcomer ;;
    --inside-namespace) isInside=true ;;
    -*) fail "The option '$1' is unknown. See --help." 2 ;;
    *)
      if [ -z "$release" ]; then
        release=$1
      elif [ -z "$folder" ]; then
        folder=$1
      else
        fail "There are too many arguments. See --help." 2
      fi
      ;;
  esac
  shift
done
case $release in
  12) suite=bookworm ;;
  13) suite=trixie ;;
  "") fail "Which release? Give 12 or 13. See --help." 2 ;;
  *) fail "Debian '$release' is not supported. Give 12 or 13." 2 ;;
esac
((EUID == 0)) || fail "This needs root, for debootstrap and chroot. Run it with sudo."
for program in debootstrap git unshare setpriv chroot flock; do
  command -v "$program" >/dev/null || fail "The program '$program' is missing. Install its package first."
done

if $isInside; then
  insideNamespace
  exit 0
fi

: "${folder:=${XDG_CACHE_HOME:-$HOME/.cache}/earwitness/debian-$release}"
mkdir -p "$folder"
folder=$(cd "$folder" && pwd -P)
marker=$folder/earwitness-check-release
if [ -e "$marker" ]; then
  [ "$(<"$marker")" = "$suite" ] ||
    fail "The folder '$folder' holds Debian $(<"$marker"), not $suite. Choose another folder."
elif [ -n "$(ls -A "$folder")" ]; then
  fail "The folder '$folder' is not empty and was not made by this script. Choose another folder."
fi
echo "$suite" >"$marker"
exec 9>"$folder/lock"
flock -n 9 || fail "Another check is running in '$folder'."

options=()
[ "$kind" = ci ] || options+=("--$kind")
# However this script ends, even by SIGKILL, the namespace ends too. Bash starts background commands with
# SIGINT ignored, which programs under test would inherit.
setpriv --pdeathsig KILL unshare --mount --pid --fork --kill-child \
  env --default-signal=INT,QUIT "$0" --inside-namespace "${options[@]}" "$release" "$folder" &
child=$!
trap 'kill -KILL "$child" 2>/dev/null || true' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP
status=0
wait "$child" || status=$?
((status == 0)) || echo "Debian $release: failed ($kind). The next run with '$folder' continues from here." >&2
exit "$status"
