// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <vector>

#include "core/audio/audio_file.h"
#include "tests/fuzz/fuzz_input.h"

using namespace earwitness;

namespace {

constexpr size_t kMostSamples = 1 << 20;

size_t readSome(AudioFileReader& reader) {
  std::vector<float> samples(5000);
  size_t total = 0;
  while (const size_t count = reader.read(samples)) {
    require(count <= samples.size(), "no more samples than there is room for");
    for (size_t i = 0; i < count; ++i)
      require(std::isfinite(samples[i]), "samples are finite numbers");
    total += count;
    if (total > kMostSamples) break;
  }
  return total;
}

void checkReport(const AudioReport& report) {
  require(std::isfinite(report.seconds) && report.seconds >= 0.0, "a length is a length");
  require(report.incomplete != report.reason.empty(), "what is incomplete has a reason");
  const std::string note = noteOf(report);
  require(note.empty() || note.ends_with('.'), "a note is a sentence");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  refusedInWordsOrDone([&] {
    AudioFileReader reader(fileWith({data, size}));
    require(reader.sampleRate() > 0.0 && reader.channels() > 0 && reader.frames() > 0,
            "an open file has a rate, channels and a length");
    const size_t total = readSome(reader);
    require(total > 0, "an open file has at least one sample, or it is refused");
    checkReport(reader.report());
    reader.seek(long(std::min(total, kMostSamples) / 2));
    readSome(reader);
    reader.seek(0);
    readSome(reader);
    checkReport(reader.report());
  });
  return 0;
}
