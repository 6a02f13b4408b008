#include "core/network/model_file.h"

#include "core/base/atomic_file.h"
#include "core/base/error.h"
#include "core/network/model_rewrite.h"

namespace earwitness {

void saveModelFile(const torch::jit::Module& network, const ModelDescription& description,
                   const std::filesystem::path& path) {
  description.validate();
  const torch::jit::ExtraFilesMap extraFiles = {
      {ModelDescription::kFileName,
       toJson(description).dump(2, ' ', false, nlohmann::json::error_handler_t::replace)}};
  writeFileAtomically(path, [&](const std::filesystem::path& temporary) {
    try {
      network.save(temporary.string(), extraFiles);
    } catch (const c10::Error& error) {
      throw Error("The model cannot be written to '" + path.string() +
                  "': " + error.what_without_backtrace() + ".");
    }
  });
}

torch::jit::Module loadModelNetwork(const std::filesystem::path& path) {
  try {
    torch::jit::Module network = torch::jit::load(path.string(), torch::kCPU);
    network.eval();
    return network;
  } catch (const std::exception&) {  // LibTorch throws several kinds
    throw Error("The model file '" + path.string() +
                "' cannot be loaded by this LibTorch; it is damaged or was saved by a newer one.");
  }
}

void rewriteModelFile(const std::filesystem::path& from, const ModelDescription& description,
                      const std::filesystem::path& to) {
  saveModelFile(loadModelNetwork(from), description, to);
}

}  // namespace earwitness
