// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inference/bundled_model.h"

#include <algorithm>
#include <cstdint>
#include <system_error>

#include "bundled_model_list.h"
#include "core/base/atomic_file.h"
#include "core/base/sha256.h"

namespace earwitness {

std::optional<std::string> bundledModelBytes(const std::filesystem::path& file) {
  std::error_code none;
  const uintmax_t size = std::filesystem::file_size(file, none);
  const auto hasSize = [size](const BundledModel& model) { return model.size == size; };
  // Most files are known not to be bundled without being read.
  if (std::none_of(std::begin(kBundledModels), std::end(kBundledModels), hasSize))
    return std::nullopt;
  std::string bytes = readFile(file);
  const std::string digest = sha256Of(bytes);
  const auto isThis = [&digest](const BundledModel& model) { return model.sha256 == digest; };
  if (std::none_of(std::begin(kBundledModels), std::end(kBundledModels), isThis))
    return std::nullopt;
  return bytes;
}

}  // namespace earwitness
