// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "core/audio/audio_file.h"

namespace earwitness {

/// Everything from where the reader is to the end.
inline std::vector<float> readAll(AudioFileReader& reader, size_t block = 1000) {
  std::vector<float> samples;
  std::vector<float> part(block);
  while (const size_t count = reader.read(part))
    samples.insert(samples.end(), part.begin(), part.begin() + long(count));
  return samples;
}

/// Replaces a file, without waiting for the disk.
inline void writeBytes(const std::filesystem::path& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

}  // namespace earwitness
