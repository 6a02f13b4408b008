#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# update.sh [FOLDER]: brings the translations up to date with the texts of app/gui and with what core says; new ones are
# "unfinished". They lie beside this script, or in FOLDER. Names what it cannot make sense of. LUPDATE names another
# lupdate.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
folder=$(realpath "${1:-$here}")
lupdate=${LUPDATE:-$(qtpaths6 --query QT_HOST_BINS)/lupdate}

# Without the include path lupdate does not find the headers, and takes a wrong context.
cd "$here/../.."

# Core knows no Qt: the literals of Message("..."), Error("...") and CORE_TEXT("..."), in the window's sources too, are
# given to lupdate in a header.
core=$(mktemp -d)
trap 'rm -r "$core"' EXIT
# shellcheck disable=SC2016 # $literal is perl's
find core app/gui -name '*.cpp' -o -name '*.h' | LC_ALL=C sort | xargs perl -0777 -ne '
  my $literal = qr/"(?:[^"\\]|\\.)*"/;
  print "QT_TRANSLATE_NOOP(\"Core\", $1);\n"
    while /\b(?:\w*Error|Message(?:\s+\w+)?|CORE_TEXT)\(\s*($literal(?:\s*$literal)*)\s*[,)]/g;' >"$core/core_texts.h"

common=(-silent -I . app/gui "$core/core_texts.h" -locations none -no-obsolete -source-language en)
"$lupdate" "${common[@]}" -ts "$folder/earwitness_ru.ts"
# English needs its plural forms only.
"$lupdate" "${common[@]}" -pluralonly -ts "$folder/earwitness_en.ts"
