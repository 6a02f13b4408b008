// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <functional>

namespace earwitness {

struct SyntheticSetRequest {
  std::filesystem::path folder;
  int clipsPerClass = 20;
  double seconds = 3.0;
  int sampleRate = 16000;  ///< Hz
  uint64_t seed = 1;
  bool force = false;  ///< writes into a folder that already holds something
  int threads = 0;     ///< 0: as many as the machine has cores
  std::function<void(size_t done, size_t total)> onProgress;
  const std::atomic<bool>* stop = nullptr;
};

/// Writes a small data set for trying out training: a folder of FLAC files for each of siren,
/// engine, vacuum cleaner, beeps, chirps, clicks and silence. The same request gives the same
/// files. Returns the number of files. Throws Error where the folder holds something already
/// (unless forced) or cannot be written, and Stopped.
int writeSyntheticSet(const SyntheticSetRequest& request);

}  // namespace earwitness
