// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/features/log_mel.h"

namespace earwitness::gui::test {

inline FeatureSettings withBands(int nMels) {
  FeatureSettings features;
  features.nMels = nMels;
  return features;
}

/// Frames whose bands all have the value of the frame's number, from `first` on.
inline LogMel numbered(long first, long count, int nMels) {
  LogMel frames;
  frames.nMels = nMels;
  for (long i = 0; i < count; ++i)
    frames.values.insert(frames.values.end(), size_t(nMels), float(first + i));
  return frames;
}

inline LogMel constant(long count, int nMels, float value) {
  LogMel frames;
  frames.nMels = nMels;
  frames.values.assign(size_t(count * nMels), value);
  return frames;
}

}  // namespace earwitness::gui::test
