#include "core/network/model_file.h"

#include <sstream>

#include "core/base/atomic_file.h"
#include "core/base/error.h"
#include "core/base/text.h"
#include "core/network/model_rewrite.h"
#include "core/network/torch_error.h"

namespace earwitness {

void saveModelFile(const torch::jit::Module& network, const ModelDescription& description,
                   const std::filesystem::path& path) {
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
    throw Error("The model cannot be written to " + inQuotes(path.string()) + ": " +
                reasonOf(error) + ".");
  }
  writeFileAtomically(path, archive.str());
}

torch::jit::Module loadModelNetwork(const std::filesystem::path& path) {
  try {
    torch::jit::Module network = torch::jit::load(path.string(), torch::kCPU);
    network.eval();
    return network;
  } catch (const std::exception& error) {  // LibTorch throws several kinds
    if (isOutOfMemory(error))
      throw Error("The model file " + inQuotes(path.string()) +
                  " was not loaded: " + reasonOf(error) + ".");
    throw Error("The model file " + inQuotes(path.string()) +
                " cannot be loaded by this LibTorch; it is damaged or was saved by a newer one.");
  }
}

void rewriteModelFile(const std::filesystem::path& from, const ModelDescription& description,
                      const std::filesystem::path& to) {
  saveModelFile(loadModelNetwork(from), description, to);
}

}  // namespace earwitness
