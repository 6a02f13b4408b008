// SPDX-License-Identifier: GPL-3.0-or-later
#include <nlohmann/json.hpp>

#include "core/listening/taught_file.h"
#include "core/listening/taught_store.h"
#include "tests/fuzz/fuzz_input.h"

using namespace earwitness;

namespace {

void checkClasses(const TaughtClasses& classes) {
  require(classes.embeddingSize() > 0, "embeddings have a size");
  for (const TaughtClass& taught : classes.classes())
    for (const TaughtExample& example : taught.examples) {
      require(example.embedding.size() == classes.embeddingSize(), "embeddings have one size");
      require(example.clip.empty() || isClipName(example.clip), "a clip has a name of its own");
    }
  const nlohmann::json json = toJson(classes);
  require(toJson(taughtClassesFromJson(json, "its own words")) == json,
          "classes survive being written and read");
}

void checkFile(const TaughtFile& file) {
  checkClasses(file.classes());
  for (const TaughtClass& taught : file.classes().classes())
    for (const TaughtExample& example : taught.examples)
      if (!example.clip.empty()) refusedInWordsOrDone([&] { file.clipOf(example); });
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  // As a whole file, and as the list inside one: few changed archives keep their check sums.
  refusedInWordsOrDone([&] { checkFile(TaughtFile(fileWith({data, size}))); });
  const auto json = nlohmann::json::parse(data, data + size, nullptr, false);
  if (!json.is_discarded())
    refusedInWordsOrDone([&] { checkClasses(taughtClassesFromJson(json, "the input")); });
  return 0;
}
