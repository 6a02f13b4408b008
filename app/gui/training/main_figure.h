// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <nlohmann/json_fwd.hpp>

#include "core/runs/metrics.h"

namespace earwitness::gui {

/// Whether a run trains for several labels per clip, as its settings say.
bool isMultiLabel(const nlohmann::json& settings);

/// "Balanced accuracy", or "Mean average precision" for several labels per clip.
QString mainFigureName(bool multiLabel);
/// "87.5%"; "–" where it is unknown.
QString mainFigureText(const Figures& figures);
/// As above, with what it is where that is not balanced accuracy: "87.5% mAP".
QString namedFigureText(const Figures& figures);

}  // namespace earwitness::gui
