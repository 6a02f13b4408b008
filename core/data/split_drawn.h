// SPDX-License-Identifier: GPL-3.0-or-later
// Internal to core/data.
#pragma once

#include <cstdint>

#include "core/data/data_set.h"

namespace earwitness {

/// A share of each class validates, drawn by seed. Clips with the same source or content stay on
/// one side, so the share is met as well as whole recordings allow; a class whose clips all come
/// from one recording trains and is not validated.
Split drawSplit(const DataSet& dataSet, double fraction, uint64_t seed);

}  // namespace earwitness
