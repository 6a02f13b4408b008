#include <cmath>
#include <vector>

#include "core/audio/audio_file.h"
#include "tests/fuzz/fuzz_input.h"

using namespace earwitness;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  constexpr size_t kMostSamples = 1 << 20;
  refusedInWordsOrDone([&] {
    AudioFileReader reader(fileWith({data, size}));
    require(reader.sampleRate() > 0.0 && reader.channels() > 0 && reader.frames() > 0,
            "an open file has a rate, channels and a length");
    std::vector<float> samples(5000);
    size_t total = 0;
    while (const size_t count = reader.read(samples)) {
      require(count <= samples.size(), "no more samples than there is room for");
      for (size_t i = 0; i < count; ++i)
        require(std::isfinite(samples[i]), "samples are finite numbers");
      total += count;
      if (total > kMostSamples) break;
    }
    require(total > 0, "an open file has at least one sample, or says that it is cut off");
  });
  return 0;
}
