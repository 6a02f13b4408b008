// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <nlohmann/json.hpp>

namespace earwitness::gui {

/// Of a search; without trials there is none.
struct SearchSize {
  int trials = 0;
  int epochs = 1;  ///< of a trial that runs to its end
};

/// "About 2 min on this machine; 117,695 parameters; ..." of an answer of `train --dry-run`.
/// `freeBytes` below 0: not known.
QString costText(const nlohmann::json& answer, double freeBytes, const SearchSize& search = {});
/// What is to be known before starting, a sentence each.
QStringList costWarnings(const nlohmann::json& answer, double freeBytes);
/// "Clips that train: 128, that validate: 32 (a fifth of each class)."
QString splitText(const nlohmann::json& answer);

}  // namespace earwitness::gui
