// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inference/checkpoint_work.h"

#include <fstream>
#include <iterator>
#include <utility>

#include <torch/version.h>

#include "core/base/content_hash.h"
#include "core/base/error.h"
#include "core/base/text.h"
#include "core/network/script_module.h"
#include "core/network/torch_threads.h"

namespace earwitness {
namespace {

PublicNetwork networkOf(const CheckpointFile& file) {
  return recogniseCheckpoint(readStateDictionary(std::as_bytes(std::span(file.bytes)), file.name),
                             file.name);
}

nlohmann::json summaryOf(const PublicNetwork& made) {
  return {{"family", made.description.name},
          {"labels", made.description.labels.size()},
          {"parameters", parameterCount(made.network)}};
}

}  // namespace

CheckpointFile readCheckpointFile(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  CheckpointFile file{.name = path.filename().string(), .fingerprint = {}, .bytes = {}};
  file.bytes.assign(std::istreambuf_iterator<char>(stream), {});
  if (!stream.is_open() || stream.bad()) throw Error("The weights file '%1' cannot be read.", path);
  file.fingerprint = hashOfFile(path);
  return file;
}

nlohmann::json describeCheckpoint(const CheckpointFile& file) {
  return summaryOf(networkOf(file));
}

CheckpointModel modelOfCheckpoint(const CheckpointFile& file, const CheckpointCard& card,
                                  const TrialSound& sample, const ImportStep& onStep) {
  useThreads(1);
  onStep(CORE_TEXT("its tensors were being read"));
  PublicNetwork made = networkOf(file);
  CheckpointModel done{.model = {}, .summary = summaryOf(made)};
  ModelDescription& model = made.description;
  if (!card.name.empty()) model.name = card.name;
  model.card["architecture"] = made.architecture;
  model.card["architecture_settings"] = made.settings;
  model.card["parameters"] = parameterCount(made.network);
  model.card["libtorch"] = TORCH_VERSION;
  model.card["imported"] = {{"file", file.name}, {"fingerprint", file.fingerprint}};
  if (!card.licence.empty()) model.card["licence"] = card.licence;
  if (!card.source.empty()) model.card["source"] = card.source;
  done.summary["name"] = model.name;
  done.model = tryAndWrite(made.network, std::move(model), sample, onStep);
  done.summary.update(toJson(done.model.trial));
  return done;
}

}  // namespace earwitness
