// SPDX-License-Identifier: GPL-3.0-or-later
// Throughput of the log-mel on one thread. Alone it prints a table; with --rounds it measures once
// for each line on stdin and answers with the processor seconds that a clip took, so that
// features.py can take turns with torchaudio.
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <iostream>
#include <random>
#include <string>

#include "core/features/log_mel.h"

using namespace earwitness;

namespace {

constexpr int kClipSeconds = 10;
constexpr int kRepetitions = 30;

std::vector<float> noise(size_t count) {
  std::mt19937 random(1);
  std::normal_distribution<float> normal(0.0F, 0.2F);
  std::vector<float> samples(count);
  for (float& sample : samples) sample = normal(random);
  return samples;
}

double threadSeconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return double(now.tv_sec) + 1e-9 * double(now.tv_nsec);
}

/// Processor seconds that a clip takes, mean of kRepetitions: wall clock time would measure
/// whatever else the machine does.
double secondsPerClip(const std::vector<float>& clip, StreamingLogMel& stream) {
  const double begin = threadSeconds();
  for (int i = 0; i < kRepetitions; ++i) {
    LogMel frames;
    stream.push(clip, frames);
    stream.finish(frames);
    if (frames.values.empty()) std::abort();
  }
  return (threadSeconds() - begin) / kRepetitions;
}

}  // namespace

int main(int argc, char** argv) {
  const FeatureSettings settings;
  const std::vector<float> clip = noise(size_t(kClipSeconds) * size_t(settings.sampleRate));
  StreamingLogMel stream(settings);
  secondsPerClip(clip, stream);  // warms up
  if (argc > 1 && std::strcmp(argv[1], "--rounds") == 0) {
    for (std::string line; std::getline(std::cin, line);)
      std::cout << secondsPerClip(clip, stream) << std::endl;
    return 0;
  }
  const double seconds = secondsPerClip(clip, stream);
  std::cout << settings.summary().english() << "\n"
            << kClipSeconds << " s clip: " << seconds * 1e3 << " ms, " << kClipSeconds / seconds
            << " times real time\n";
  return 0;
}
