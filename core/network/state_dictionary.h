// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace earwitness {

/// A tensor of a state dictionary, row by row, as 32-bit numbers whatever it was stored as.
struct StoredTensor {
  std::vector<int64_t> sizes;
  std::vector<float> values;
};

/// What torch.save() wrote of a network's weights (PyTorch 1.6 or later): tensors by name. A state
/// dictionary inside a dictionary, as training programs save it beside other things, is found too.
/// Tensors of whole numbers are left out.
///
/// The file is a pickle, which could call any function of Python. This reader knows tensors,
/// dictionaries, lists, numbers and strings only, and calls nothing.
///
/// `file`: its bytes; `source`: its name in errors. Throws Error with a message for the user: no
/// such file, damaged, anything else in it, which is named.
std::map<std::string, StoredTensor> readStateDictionary(std::span<const std::byte> file,
                                                        const std::string& source);

}  // namespace earwitness
