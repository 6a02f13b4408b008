// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/distillation_data.h"

#include <chrono>
#include <set>

#include "core/audio/audio_folder.h"
#include "core/base/message_json.h"
#include "core/base/text.h"
#include "core/training/run_failure.h"

namespace fs = std::filesystem;

namespace earwitness {
namespace {

using Clock = std::chrono::steady_clock;

fs::path realPath(const fs::path& path) {
  std::error_code ignored;
  fs::path real = fs::canonical(path, ignored);
  return real.empty() ? path : real;
}

/// Clips of `unlabelled` whose files or contents are not in the labelled data set.
std::vector<int> clipsOutside(const DataSet& labelled, const DataSet& unlabelled) {
  std::set<fs::path> paths;
  std::set<std::string> contents;
  for (const Clip& clip : labelled.clips) {
    paths.insert(realPath(clip.path));
    contents.insert(clip.contentHash);
  }
  std::vector<int> clips;
  for (size_t i = 0; i < unlabelled.clips.size(); ++i) {
    const Clip& clip = unlabelled.clips[i];
    if (!paths.contains(realPath(clip.path)) && contents.insert(clip.contentHash).second)
      clips.push_back(int(i));
  }
  return clips;
}

Message leftOutText(size_t count, const fs::path& folder) {
  return count == 1 ? Message(
                          "%1 file in '%2' is skipped, because it is in the labelled data set, "
                          "broken, or the same as another file.",
                          count, folder)
                    : Message(
                          "%1 files in '%2' are skipped, because they are in the labelled data "
                          "set, broken, or the same as another file.",
                          count, folder);
}

}  // namespace

DataSet listUnlabelled(const fs::path& folder) {
  SoundSearch search;
  const FoundSounds found = soundsBelow(folder, search);
  if (found.files.empty())
    throw DataError(
        "The folder '%1' contains no audio files that can be read. Choose another folder of clips "
        "without labels (--teacher-data).",
        folder);
  DataSet dataSet;
  dataSet.root = folder;
  dataSet.labels = {"without a label"};
  for (const FoundSound& sound : found.files) {
    Clip clip;
    clip.path = sound.path;
    dataSet.clips.push_back(std::move(clip));
  }
  return dataSet;
}

DistillationData prepareDistillation(const TrainSettings& settings, TrainingData& data,
                                     const RunOptions& options, const TrainHooks& hooks,
                                     Journal& journal) {
  const auto start = Clock::now();
  DistillationTeachers teachers(settings.distillation.teachers, data.dataSet.labels,
                                options.confinement);
  std::vector<Message> warnings;
  if (const Message warning = teachers.warning(); !warning.empty()) warnings.push_back(warning);
  DistillationData result;
  size_t clips = 0;
  std::vector<DistillationPool::Source> sources = {{.dataSet = &data.dataSet,
                                                    .store = &data.store,
                                                    .clips = data.split.training,
                                                    .labelled = true}};
  for (const fs::path& folder : settings.distillation.data) {
    DataSet listed = listUnlabelled(folder);
    const size_t files = listed.clips.size();
    FeatureStore::Request request = storeRequest(settings, options.cacheFolder, hooks.stop);
    request.onProgress = featureProgress(hooks, journal);
    FeatureStore store = FeatureStore::open(listed, request);
    std::vector<int> outside = clipsOutside(data.dataSet, listed);
    if (outside.size() < files) warnings.push_back(leftOutText(files - outside.size(), folder));
    clips += outside.size();
    result.unlabelled.push_back(std::make_unique<DistillationData::Unlabelled>(
        DistillationData::Unlabelled{std::move(listed), std::move(store), std::move(outside)}));
    const auto& own = *result.unlabelled.back();
    sources.push_back(
        {.dataSet = &own.dataSet, .store = &own.store, .clips = own.clips, .labelled = false});
  }
  result.pool = std::make_unique<DistillationPool>(
      sources, teachers, settings,
      DistillationPool::Request{.cacheFolder = options.cacheFolder,
                                .onProgress = featureProgress(hooks, journal),
                                .stop = hooks.stop});
  data.teachers = teachers.summary();
  data.warnings.insert(data.warnings.end(), warnings.begin(), warnings.end());
  const std::chrono::duration<double> seconds = Clock::now() - start;
  nlohmann::json event = {{"teachers", data.teachers},
                          {"versions", result.pool->versions()},
                          {"windows", result.pool->items().size()},
                          {"unlabelled_clips", clips},
                          {"reused", result.pool->reused()},
                          {"seconds", seconds.count()}};
  put(event, "warnings", warnings);
  journal.write("distilled", event);
  return result;
}

}  // namespace earwitness
