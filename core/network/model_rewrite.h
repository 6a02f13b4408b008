#pragma once

#include <filesystem>

#include "core/listening/model_description.h"

namespace earwitness {

/// Writes the network of `from` with another description to `to` (which may be the same file),
/// atomically. Runs the file's TorchScript loader. Throws Error with one sentence.
void rewriteModelFile(const std::filesystem::path& from, const ModelDescription& description,
                      const std::filesystem::path& to);

}  // namespace earwitness
