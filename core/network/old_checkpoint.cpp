// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/old_checkpoint.h"

#include <string>

#include <torch/serialize.h>

#include "core/base/error.h"

namespace earwitness {

OldCheckpoint readOldCheckpoint(std::istream& stream) {
  constexpr int kTensors = 6;
  OldCheckpoint checkpoint;
  try {
    torch::serialize::InputArchive archive;
    archive.load_from(stream);
    for (int i = 0; i < kTensors; ++i) {
      const std::string name = "t" + std::to_string(i);
      archive.read(name, checkpoint.tensors[name]);
    }
    torch::IValue value;
    archive.read("steps", value);
    checkpoint.steps = value.toInt();
    archive.read("progress", value);
    checkpoint.progress = nlohmann::json::parse(value.toStringRef());
  } catch (const std::exception&) {  // LibTorch throws several kinds
    throw Error("The checkpoint cannot be read.");
  }
  return checkpoint;
}

}  // namespace earwitness
