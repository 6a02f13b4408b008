// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/widgets/picture_range.h"

#include <algorithm>
#include <cmath>

namespace earwitness::gui {

DecibelRange PictureRange::fitting(float peakDb) {
  const float ceiling = std::max(kLowestCeilingDb, std::ceil(peakDb / kStepDb) * kStepDb);
  return {ceiling - kSpanDb, ceiling};
}

bool PictureRange::follow(float peakDb, double elapsedSeconds) {
  const float wanted = std::max(kLowestCeilingDb, peakDb);
  if (wanted > ceilingDb_)
    ceilingDb_ = wanted;
  else
    ceilingDb_ = std::max(wanted, ceilingDb_ - kFallDbPerSecond * float(elapsedSeconds));
  const DecibelRange fitted = fitting(ceilingDb_);
  if (fitted == range_) return false;
  range_ = fitted;
  return true;
}

void PictureRange::reset() {
  ceilingDb_ = kLowestCeilingDb;
  range_ = fitting(kLowestCeilingDb);
}

}  // namespace earwitness::gui
