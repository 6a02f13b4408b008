// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/feature_shard.h"
#include "tests/fuzz/fuzz_input.h"

using namespace earwitness;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const WindowShape shape{.windowFrames = 3, .nMels = 2};  // of the seeds
  refusedInWordsOrDone([&] {
    const auto shard = FeatureShard::open(fileWith({data, size}), shape);
    if (!shard) return;
    float sum = 0.0F;
    for (const FeatureShard::Entry& entry : shard->entries())
      for (size_t i = 0; i < entry.nWindows * shape.values(); ++i)
        sum += shard->windows()[entry.firstWindow * shape.values() + i];
    shard->dropPages();
    require(sum <= 0.0F || sum > 0.0F || sum != sum, "windows can be read");
  });
  return 0;
}
