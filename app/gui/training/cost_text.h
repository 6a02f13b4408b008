#pragma once

#include <QString>
#include <QStringList>

#include <nlohmann/json.hpp>

namespace earwitness::gui {

/// "About 2 min on this machine; 117,695 parameters; ..." of an answer of `train --dry-run`.
/// `freeBytes` below 0: not known; `searchTrials` 0: no search.
QString costText(const nlohmann::json& answer, double freeBytes, int searchTrials);
/// What is to be known before starting, a sentence each.
QStringList costWarnings(const nlohmann::json& answer, double freeBytes);
/// "Clips that train: 128, that validate: 32 (a fifth of each class)."
QString splitText(const nlohmann::json& answer);

}  // namespace earwitness::gui
