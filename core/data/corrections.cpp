#include "core/data/corrections.h"

#include <algorithm>
#include <map>
#include <set>

#include <nlohmann/json.hpp>

#include "core/base/atomic_file.h"
#include "core/base/error.h"
#include "core/base/text.h"

namespace fs = std::filesystem;

namespace earwitness {
namespace {

constexpr int kVersion = 1;

[[noreturn]] void refuse(const fs::path& file, const std::string& what) {
  throw Error("The corrections in " + inQuotes(file.string()) + " " + what + ".");
}

Correction correctionFrom(const nlohmann::json& json, const fs::path& file) {
  Correction correction;
  correction.path = fs::path(json.at("path").get<std::string>()).lexically_normal();
  if (!correction.path.is_absolute())
    refuse(file, "name the clip " + inQuotes(correction.path.string()) +
                     " without its folder; absolute paths are needed");
  const nlohmann::json& label = json.at("label");
  if (label.is_null()) return correction;
  correction.label = label.get<std::string>();
  if (correction.label->empty())
    refuse(file, "give the clip " + inQuotes(correction.path.string()) + " an empty label");
  return correction;
}

/// Labels anew, in alphabetical order: those of the clips, and those that had none before.
void relabel(DataSet& dataSet, const std::vector<std::string>& nameOfClip,
             const std::set<std::string>& withoutClips) {
  std::set<std::string> names(nameOfClip.begin(), nameOfClip.end());
  names.insert(withoutClips.begin(), withoutClips.end());
  dataSet.labels.assign(names.begin(), names.end());
  for (size_t i = 0; i < dataSet.clips.size(); ++i)
    dataSet.clips[i].label =
        int(std::lower_bound(dataSet.labels.begin(), dataSet.labels.end(), nameOfClip[i]) -
            dataSet.labels.begin());
}

}  // namespace

std::vector<Correction> readCorrections(const fs::path& file) {
  const auto json = nlohmann::json::parse(readFile(file), nullptr, false);
  if (!json.is_object()) refuse(file, "are damaged: they are no JSON object");
  std::vector<Correction> corrections;
  try {
    if (json.at("version") != kVersion) refuse(file, "are of a version that is not known here");
    for (const auto& clip : json.at("clips")) corrections.push_back(correctionFrom(clip, file));
  } catch (const nlohmann::json::exception&) {
    refuse(file, "are damaged: a key is missing or of another type");
  }
  return corrections;
}

void writeCorrections(const std::vector<Correction>& corrections, const fs::path& file) {
  nlohmann::json clips = nlohmann::json::array();
  for (const Correction& correction : corrections)
    clips.push_back({{"path", correction.path.string()},
                     {"label", correction.label ? nlohmann::json(*correction.label)
                                                : nlohmann::json(nullptr)}});
  std::error_code failure;
  fs::create_directories(file.parent_path(), failure);
  if (failure)
    throw Error("The folder " + inQuotes(file.parent_path().string()) +
                " for corrections cannot be made: " + failure.message() + ".");
  const nlohmann::json list = {{"version", kVersion}, {"clips", clips}};
  // A file's name need not be UTF-8.
  writeFileAtomically(file,
                      list.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n");
}

void applyCorrections(DataSet& dataSet, const fs::path& file) {
  std::map<fs::path, std::optional<std::string>> labelOf;
  for (Correction& correction : readCorrections(file))
    labelOf[correction.path] = std::move(correction.label);
  if (labelOf.empty()) return;

  std::set<std::string> withoutClips(dataSet.labels.begin(), dataSet.labels.end());
  std::vector<Clip> clips;
  std::vector<std::string> nameOfClip;
  bool any = false;
  for (Clip& clip : dataSet.clips) {
    const std::string& before = dataSet.labels[size_t(clip.label)];
    withoutClips.erase(before);
    const auto found = labelOf.find(fs::absolute(clip.path).lexically_normal());
    any |= found != labelOf.end();
    if (found != labelOf.end() && !found->second) continue;
    nameOfClip.push_back(found == labelOf.end() ? before : *found->second);
    clips.push_back(std::move(clip));
  }
  if (!any && !dataSet.clips.empty())
    refuse(file, "name no clip of " + inQuotes(dataSet.root.string()));
  dataSet.clips = std::move(clips);
  relabel(dataSet, nameOfClip, withoutClips);
}

}  // namespace earwitness
