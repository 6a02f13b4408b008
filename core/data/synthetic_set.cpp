// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/synthetic_set.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <mutex>
#include <system_error>

#include "core/audio/audio_writer.h"
#include "core/base/error.h"
#include "core/base/text.h"
#include "core/data/parallel.h"
#include "core/data/synthetic_sounds.h"

namespace fs = std::filesystem;

namespace earwitness {
namespace {

constexpr std::array kClasses{SoundKind::Siren,  SoundKind::Engine, SoundKind::VacuumCleaner,
                              SoundKind::Beeps,  SoundKind::Chirps, SoundKind::Clicks,
                              SoundKind::Silence};
constexpr int kMostClips = 100'000;  // of a class

void makeFolder(const fs::path& folder) {
  std::error_code failure;
  fs::create_directories(folder, failure);
  if (failure) throw Error("The folder '%1' cannot be created: %2.", folder, failure.message());
}

void requireRoom(const SyntheticSetRequest& request) {
  if (request.folder.empty()) throw Error("A folder is needed to write the data set to.");
  std::error_code failure;
  const bool isTaken = fs::exists(request.folder, failure) &&
                       !(fs::is_directory(request.folder) && fs::is_empty(request.folder, failure));
  if (failure)
    throw Error("The folder '%1' cannot be read: %2.", request.folder, failure.message());
  if (isTaken && !request.force)
    throw Error("'%1' is not empty. Choose a new folder, or allow this one with --force.",
                request.folder);
  if (request.clipsPerClass < 1 || request.clipsPerClass > kMostClips)
    throw Error("A class can have 1 to %1 clips, not %2.", kMostClips, request.clipsPerClass);
}

std::string fileName(int number, int count) {
  char text[32];
  const int digits = int(std::to_string(std::max(100, count)).size());
  std::snprintf(text, sizeof text, "%0*d.flac", digits, number);
  return text;
}

/// Digital silence is the same in every file; a data set has each clip once.
std::vector<float> newSound(SoundKind kind, const SyntheticSetRequest& request,
                            std::mt19937_64& random) {
  while (true) {
    std::vector<float> samples = synthesise(kind, request.sampleRate, request.seconds, random);
    if (std::any_of(samples.begin(), samples.end(), [](float x) { return x != 0.0F; }))
      return samples;
  }
}

}  // namespace

int writeSyntheticSet(const SyntheticSetRequest& request) {
  requireRoom(request);
  const size_t perClass = size_t(request.clipsPerClass);
  std::atomic<bool> madeFolders = false;
  std::mutex mutex;
  const auto makeFolders = [&] {
    const std::lock_guard lock(mutex);
    for (const SoundKind kind : kClasses)
      if (!madeFolders) makeFolder(request.folder / nameOf(kind));
    madeFolders = true;
  };
  forEachOnThreads(
      perClass * kClasses.size(), request.threads, request.stop, request.onProgress, [&](size_t i) {
        const SoundKind kind = kClasses[i / perClass];
        const int number = int(i % perClass) + 1;
        // Of its own for each clip: more clips of a class leave the others as they are.
        std::seed_seq parts{uint32_t(request.seed), uint32_t(request.seed >> 32), uint32_t(kind),
                            uint32_t(number)};
        std::mt19937_64 random(parts);
        const std::vector<float> samples = newSound(kind, request, random);
        if (!madeFolders) makeFolders();  // after a sound could be made
        writeAudioFile(request.folder / nameOf(kind) / fileName(number, request.clipsPerClass),
                       samples, request.sampleRate);
      });
  return int(perClass * kClasses.size());
}

}  // namespace earwitness
