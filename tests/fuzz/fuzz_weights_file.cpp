// SPDX-License-Identifier: GPL-3.0-or-later
#include <string_view>

#include "core/network/pickle.h"
#include "core/network/state_dictionary.h"
#include "tests/fuzz/fuzz_input.h"

using namespace earwitness;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  // As a whole file, and as the pickle inside one: few changed archives keep their check sums.
  refusedInWordsOrDone([&] {
    const auto tensors = readStateDictionary(std::as_bytes(std::span(data, size)), "weights.pt");
    for (const auto& [name, tensor] : tensors) {
      int64_t count = 1;
      for (const int64_t length : tensor.sizes) count *= length;
      require(count == int64_t(tensor.values.size()),
              "a tensor has as many values as its sizes say");
    }
  });
  refusedInWordsOrDone([&] {
    const PickledValues values =
        readPickle({reinterpret_cast<const char*>(data), size}, "weights.pt");
    require(!values.empty(), "a pickle has a value");
    for (const PickledValue& value : values) {
      for (const size_t item : value.items) require(item < values.size(), "items are there");
      for (const auto& [key, entry] : value.entries)
        require(key < values.size() && entry < values.size(), "entries are there");
    }
  });
  return 0;
}
