// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/augmentation/augmentation_settings.h"
#include "tests/fuzz/fuzz_input.h"

using namespace earwitness;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  refusedInWordsOrDone([&] {
    const std::string text(reinterpret_cast<const char*>(data), size);
    const AugmentationList list = augmentationFromText(text);
    require(augmentationFromJson(toJson(list)) == list, "a list survives being written and read");
    require(augmentationFromText(toJson(list).dump()) == list, "JSON is taken as text too");
    require(scaledAugmentation(list, 1.0) == list, "a factor of 1 changes nothing");
  });
  return 0;
}
