// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <vector>

#include "core/features/feature_settings.h"

namespace earwitness::gui {

/// Settings of log-mel input that networks of others commonly have.
struct ImportPreset {
  QString name;
  FeatureSettings features;
};

/// The first one is Earwitness's own. Networks that want another window than the FFT's, magnitudes
/// or Slaney's bands come near with them, not exactly.
std::vector<ImportPreset> importPresets();

}  // namespace earwitness::gui
