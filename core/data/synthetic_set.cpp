#include "core/data/synthetic_set.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <system_error>

#include "core/audio/audio_writer.h"
#include "core/base/error.h"
#include "core/base/text.h"
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
  if (failure)
    throw Error("The folder " + inQuotes(folder.string()) +
                " cannot be made: " + failure.message() + ".");
}

void requireRoom(const SyntheticSetRequest& request) {
  if (request.folder.empty()) throw Error("A folder is needed to write the data set to.");
  std::error_code failure;
  const bool isTaken = fs::exists(request.folder, failure) &&
                       !(fs::is_directory(request.folder) && fs::is_empty(request.folder, failure));
  if (failure)
    throw Error("The folder " + inQuotes(request.folder.string()) +
                " cannot be read: " + failure.message() + ".");
  if (isTaken && !request.force)
    throw Error(inQuotes(request.folder.string()) +
                " already holds something; name a new folder, or write into it with --force.");
  if (request.clipsPerClass < 1 || request.clipsPerClass > kMostClips)
    throw Error("A class can have 1 to " + std::to_string(kMostClips) + " clips, not " +
                std::to_string(request.clipsPerClass) + ".");
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
  const int total = request.clipsPerClass * int(kClasses.size());
  int done = 0;
  for (const SoundKind kind : kClasses) {
    const fs::path folder = request.folder / nameOf(kind);
    for (int i = 1; i <= request.clipsPerClass; ++i) {
      if (request.stop != nullptr && *request.stop) throw Stopped();
      // Of its own for each clip: more clips of a class leave the others as they are.
      std::seed_seq parts{uint32_t(request.seed), uint32_t(request.seed >> 32), uint32_t(kind),
                          uint32_t(i)};
      std::mt19937_64 random(parts);
      const std::vector<float> samples = newSound(kind, request, random);
      if (i == 1) makeFolder(folder);
      writeAudioFile(folder / fileName(i, request.clipsPerClass), samples, request.sampleRate);
      if (request.onProgress) request.onProgress(++done, total);
    }
  }
  return total;
}

}  // namespace earwitness
