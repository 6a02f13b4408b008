// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/corrections.h"

#include <algorithm>
#include <map>
#include <set>

#include <nlohmann/json.hpp>

#include "core/base/atomic_file.h"
#include "core/base/error.h"
#include "core/base/text.h"
#include "core/data/clip_labels.h"

namespace fs = std::filesystem;

namespace earwitness {
namespace {

constexpr int kVersion = 1;

[[noreturn]] void refuse(const fs::path& file, const Message& what) {
  throw Error("The corrections in '%1' %2.", file, what);
}

Correction correctionFrom(const nlohmann::json& json, const fs::path& file) {
  Correction correction;
  correction.path = fs::path(json.at("path").get<std::string>()).lexically_normal();
  if (!correction.path.is_absolute())
    refuse(file, Message("name the clip '%1' without its folder; absolute paths are needed",
                         correction.path));
  correction.segment = {json.value("begin", 0.0), json.value("end", 0.0)};
  const nlohmann::json& label = json.at("label");
  if (label.is_null()) return correction;
  correction.label = label.get<std::string>();
  if (correction.label->empty())
    refuse(file, Message("give the clip '%1' an empty label", correction.path));
  return correction;
}

/// The correction of a clip: one of its segment goes before one of its file.
const Correction* find(const std::map<std::pair<fs::path, Segment>, Correction>& corrections,
                       const Clip& clip) {
  const fs::path path = fs::absolute(clip.path).lexically_normal();
  auto found = corrections.find({path, clip.segment});
  if (found == corrections.end()) found = corrections.find({path, Segment{}});
  return found == corrections.end() ? nullptr : &found->second;
}

}  // namespace

std::vector<Correction> readCorrections(const fs::path& file) {
  const auto json = nlohmann::json::parse(readFile(file), nullptr, false);
  if (!json.is_object()) refuse(file, Message("are damaged: they are no JSON object"));
  std::vector<Correction> corrections;
  try {
    if (json.at("version") != kVersion)
      refuse(file, Message("are of a version that is not known here"));
    for (const auto& clip : json.at("clips")) corrections.push_back(correctionFrom(clip, file));
  } catch (const nlohmann::json::exception&) {
    refuse(file, Message("are damaged: a key is missing or of another type"));
  }
  return corrections;
}

void writeCorrections(const std::vector<Correction>& corrections, const fs::path& file) {
  nlohmann::json clips = nlohmann::json::array();
  for (const Correction& correction : corrections) {
    clips.push_back({{"path", correction.path.string()},
                     {"label", correction.label ? nlohmann::json(*correction.label)
                                                : nlohmann::json(nullptr)}});
    if (correction.segment.isWhole()) continue;
    clips.back()["begin"] = correction.segment.begin;
    clips.back()["end"] = correction.segment.end;
  }
  std::error_code failure;
  fs::create_directories(file.parent_path(), failure);
  if (failure)
    throw Error("The folder '%1' for corrections cannot be created: %2.", file.parent_path(),
                failure.message());
  const nlohmann::json list = {{"version", kVersion}, {"clips", clips}};
  // A file's name need not be UTF-8.
  writeFileAtomically(file,
                      list.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n");
}

void applyCorrections(DataSet& dataSet, const fs::path& file) {
  std::map<std::pair<fs::path, Segment>, Correction> corrections;
  for (Correction& correction : readCorrections(file))
    corrections[{correction.path, correction.segment}] = std::move(correction);
  if (corrections.empty()) return;

  std::set<std::string> withoutClips(dataSet.labels.begin(), dataSet.labels.end());
  const LabelNames before = labelNamesOf(dataSet);
  std::vector<Clip> clips;
  LabelNames names;
  bool any = false;
  for (size_t i = 0; i < dataSet.clips.size(); ++i) {
    for (const std::string& name : before[i]) withoutClips.erase(name);
    const Correction* correction = find(corrections, dataSet.clips[i]);
    any |= correction != nullptr;
    if (correction != nullptr && !correction->label) continue;
    names.push_back(correction == nullptr ? before[i]
                                          : std::vector<std::string>{*correction->label});
    clips.push_back(std::move(dataSet.clips[i]));
  }
  if (!any && !dataSet.clips.empty()) refuse(file, Message("name no clip of '%1'", dataSet.root));
  dataSet.clips = std::move(clips);
  setLabels(dataSet, names, withoutClips);
}

}  // namespace earwitness
