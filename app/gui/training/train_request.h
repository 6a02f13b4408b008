// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <nlohmann/json.hpp>

namespace earwitness::gui {

/// What is to be trained.
struct TrainRequest {
  nlohmann::json settings;  ///< as `train --settings` reads them, the data inside
  int searchTrials = 0;     ///< 0: one run; else a search of so many
  QString name = {};        ///< what its user calls it; may be empty
};

}  // namespace earwitness::gui
