// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/search_rungs.h"

#include <algorithm>

namespace earwitness {

namespace {
constexpr int kKeptShare = 3;  // one of so many goes on to the next rung
}

std::vector<int> searchRungs(int epochs) {
  std::vector<int> rungs;
  for (int share : {9, 3, 1}) {
    const int rung = std::max(1, (epochs + share - 1) / share);
    if (rungs.empty() || rung > rungs.back()) rungs.push_back(rung);
  }
  return rungs;
}

int trialsGoingOn(int trials) {
  return std::max(1, (trials + kKeptShare - 1) / kKeptShare);
}

int searchEpochs(int trials, int epochs) {
  int sum = 0;
  int trained = 0;
  for (const int rung : searchRungs(epochs)) {
    sum += trials * (rung - trained);
    trained = rung;
    trials = trialsGoingOn(trials);
  }
  return sum;
}

}  // namespace earwitness
