// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/model_file.h"

#include <sstream>

#include "core/base/atomic_file.h"
#include "core/base/error.h"
#include "core/base/text.h"
#include "core/network/torch_error.h"
#include "core/network/torch_setup.h"

namespace earwitness {

namespace {

template <typename Load>
torch::jit::Module loaded(const Load& load, const std::string& source) {
  try {
    torch::jit::Module network = load();
    network.eval();
    return network;
  } catch (const std::exception& error) {  // LibTorch throws several kinds
    if (isOutOfMemory(error))
      throw Error("The model file '%1' was not loaded: %2.", source, reasonOf(error));
    throw Error(
        "The model file '%1' cannot be loaded by this LibTorch (%2); it is damaged or was saved by "
        "a newer one.",
        source, reasonOf(error));
  }
}

}  // namespace

std::string modelFileBytes(const torch::jit::Module& network, const ModelDescription& description) {
  description.validate();
  const torch::jit::ExtraFilesMap extraFiles = {
      {ModelDescription::kFileName,
       toJson(description).dump(2, ' ', false, nlohmann::json::error_handler_t::replace)}};
  // Through a stream, because LibTorch names the archive's root folder after a file that it writes
  // itself: so equal networks give equal files.
  std::ostringstream archive;
  try {
    network.save(archive, extraFiles);
  } catch (const std::exception& error) {  // LibTorch throws several kinds
    throw Error("The model '%1' cannot be saved: %2.", description.name, reasonOf(error));
  }
  return archive.str();
}

void saveModelFile(const torch::jit::Module& network, const ModelDescription& description,
                   const std::filesystem::path& path) {
  writeFileAtomically(path, modelFileBytes(network, description));
}

torch::jit::Module loadModelNetwork(const std::filesystem::path& path) {
  return loaded([&] { return loadTorchScript(path); }, path.string());
}

torch::jit::Module loadNetwork(std::istream& archive, const std::string& name) {
  return loaded([&] { return loadTorchScript(archive); }, name);
}

}  // namespace earwitness
