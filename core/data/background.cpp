// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/background.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <set>

#include "core/audio/audio_writer.h"
#include "core/base/error.h"
#include "core/data/synthetic_sounds.h"

namespace fs = std::filesystem;

namespace earwitness {
namespace {

constexpr size_t kFewest = 10;
constexpr size_t kMost = 200;
constexpr std::array kKinds{SoundKind::WhiteNoise, SoundKind::PinkNoise, SoundKind::BrownNoise,
                            SoundKind::Hum, SoundKind::Silence};

fs::path fileOf(const BackgroundRequest& request, size_t index, SoundKind kind) {
  char name[96];
  std::snprintf(name, sizeof name, "%s-%04zu-%d-%.1fs-%llu.flac", nameOf(kind).c_str(), index,
                request.sampleRate, request.seconds, static_cast<unsigned long long>(request.seed));
  return request.folder / name;
}

/// Index of the label, which is put in its place in the alphabet where it is missing.
int labelIndex(DataSet& dataSet) {
  auto& labels = dataSet.labels;
  const auto place = std::lower_bound(labels.begin(), labels.end(), kBackgroundLabel);
  const int index = int(place - labels.begin());
  if (place != labels.end() && *place == kBackgroundLabel) return index;
  labels.insert(place, kBackgroundLabel);
  for (Clip& clip : dataSet.clips) {
    clip.label += clip.label >= index;
    for (int& other : clip.otherLabels) other += other >= index;
  }
  return index;
}

}  // namespace

void addBackground(DataSet& dataSet, const BackgroundRequest& request) {
  std::error_code failure;
  fs::create_directories(request.folder, failure);
  if (failure)
    throw WriteError("The folder '%1' for background sounds cannot be created: %2.", request.folder,
                     failure.message());
  std::set<int> folds;
  bool hasValidation = false;
  for (const Clip& clip : dataSet.clips) {
    folds.insert(clip.fold);
    hasValidation |= !clip.split.empty() && clip.split != "train";
  }
  const std::vector<int> foldList(folds.begin(), folds.end());
  const size_t nClips =
      std::clamp(dataSet.clips.size() / std::max<size_t>(1, dataSet.labels.size()), kFewest, kMost);
  const bool named = dataSet.hasSplits();
  const int label = labelIndex(dataSet);
  for (size_t i = 0; i < nClips; ++i) {
    const SoundKind kind = kKinds[i % kKinds.size()];
    // So that each kind comes to each side in the end.
    const size_t turn = i / kKinds.size() + i % kKinds.size();
    Clip clip;
    clip.path = fileOf(request, i, kind);
    clip.label = label;
    clip.fold = foldList.empty() ? 0 : foldList[turn % foldList.size()];
    if (named) clip.split = hasValidation && turn % 5 == 4 ? "val" : "train";
    if (!fs::exists(clip.path)) {
      std::mt19937_64 random(request.seed * 1000003ULL + i);
      writeAudioFile(clip.path, synthesise(kind, request.sampleRate, request.seconds, random),
                     request.sampleRate);
    }
    dataSet.clips.push_back(std::move(clip));
  }
}

}  // namespace earwitness
