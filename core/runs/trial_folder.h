// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace earwitness {

/// The run of a search's trial, counted from 1: <search>/trial-001.
std::filesystem::path trialFolder(const std::filesystem::path& search, int number);

}  // namespace earwitness
