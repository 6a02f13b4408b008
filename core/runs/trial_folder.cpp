// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runs/trial_folder.h"

#include <cstdio>

namespace earwitness {

std::filesystem::path trialFolder(const std::filesystem::path& search, int number) {
  char name[32];
  std::snprintf(name, sizeof name, "trial-%03d", number);
  return search / name;
}

}  // namespace earwitness
