// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/checkpoint.h"

#include <string_view>
#include <utility>

#include "core/base/atomic_file.h"
#include "core/base/error.h"
#include "core/base/text.h"
#include "core/inference/confined_task.h"
#include "core/network/tensor_bytes.h"

namespace earwitness {
namespace {

using nlohmann::json;

// Magic, line end, a line of JSON, line end, the numbers.
constexpr std::string_view kMagic = "Earwitness checkpoint 1\n";
constexpr std::string_view kArchiveMagic = "PK\x03\x04";

Checkpoint checkpointFrom(json header, std::string values) {
  return {.tensors = tensorsFrom({std::move(header.at("tensors")), std::move(values)}),
          .steps = header.at("steps").get<int64_t>(),
          .progress = std::move(header.at("progress"))};
}

Checkpoint checkpointFrom(std::string_view text) {
  const size_t end = text.find('\n');
  if (end == std::string_view::npos) throw Error("It is cut off.");
  return checkpointFrom(json::parse(text.substr(0, end)), std::string(text.substr(end + 1)));
}

Checkpoint readArchive(const std::filesystem::path& file, const Confinement& confinement) {
  ConfinedTask task;
  task.confinement = confinement;
  task.file = file;
  task.request = {{"task", "checkpoint"}};
  task.limits = limitsFor(file);
  ConfinedResult read = runConfined(task);
  return checkpointFrom(std::move(read.result), std::move(read.payload));
}

}  // namespace

void writeCheckpoint(const Checkpoint& checkpoint, const std::filesystem::path& file) {
  const TensorBytes bytes = bytesOf(checkpoint.tensors);
  const json header = {
      {"tensors", bytes.list}, {"steps", checkpoint.steps}, {"progress", checkpoint.progress}};
  std::string text(kMagic);
  text += header.dump(-1, ' ', false, json::error_handler_t::replace);
  text += '\n';
  text += bytes.values;
  writeFileAtomically(file, text);
}

Checkpoint readCheckpoint(const std::filesystem::path& file, const Confinement& confinement) {
  const std::string text = readFile(file);
  try {
    if (text.starts_with(kMagic))
      return checkpointFrom(std::string_view(text).substr(kMagic.size()));
    if (text.starts_with(kArchiveMagic)) return readArchive(file, confinement);
  } catch (const SandboxError& error) {
    throw SandboxError(withUnconfinedHint(error.message()));
  } catch (const Stopped&) {
    throw;
  } catch (const std::exception&) {  // what JSON and the child say is of no use to anybody
  }
  throw Error("The checkpoint '%1' cannot be read. Start the run again.", file);
}

}  // namespace earwitness
