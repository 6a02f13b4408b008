// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace earwitness {

/// Epochs after which a search compares its trials and the better third goes on: a ninth, a third,
/// all.
std::vector<int> searchRungs(int epochs);

/// How many of so many trials are trained to the next rung; at least one.
int trialsGoingOn(int trials);

/// Epochs that a search trains in all where no trial fails or ends early.
int searchEpochs(int trials, int epochs);

}  // namespace earwitness
