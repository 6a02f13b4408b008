#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# update.sh [FOLDER]: brings the translations up to date with the texts of app/gui; new ones are "unfinished". They
# lie beside this script, or in FOLDER. Names what it cannot make sense of. LUPDATE names another lupdate.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
folder=$(realpath "${1:-$here}")
lupdate=${LUPDATE:-$(qtpaths6 --query QT_HOST_BINS)/lupdate}

# Without the include path lupdate does not find the headers, and takes a wrong context.
cd "$here/../.."
common=(-silent -I . app/gui -locations none -no-obsolete -source-language en)
"$lupdate" "${common[@]}" -ts "$folder/earwitness_ru.ts"
# English needs its plural forms only.
"$lupdate" "${common[@]}" -pluralonly -ts "$folder/earwitness_en.ts"
