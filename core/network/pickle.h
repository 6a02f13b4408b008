// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace earwitness {

/// Part of a tensor's storage, as the pickle of torch.save() describes it.
struct PickledTensor {
  std::string dataType;  ///< "FloatStorage"
  std::string key;       ///< of the storage in the archive
  int64_t offset = 0;    ///< values before its first one in the storage
  std::vector<int64_t> sizes;
  std::vector<int64_t> strides;  ///< in values
};

/// One object of a pickle. Others are referred to by their index, so that nothing is nested.
struct PickledValue {
  enum class Kind { None, Number, Text, List, Dictionary, Global, Storage, Tensor };
  using Index = size_t;

  Kind kind = Kind::None;
  int64_t whole = 0;                             ///< of a number that is whole
  std::string text;                              ///< of a text, or the name of a global
  std::vector<Index> items;                      ///< of a list or tuple
  std::vector<std::pair<Index, Index>> entries;  ///< of a dictionary: key, value
  PickledTensor tensor;                          ///< of a tensor or storage
};

/// The objects in a pickle of tensors, dictionaries, lists, numbers and texts; the last one is the
/// whole.
using PickledValues = std::deque<PickledValue>;

/// Reads such a pickle (protocols 2 to 5) without calling anything. Throws Error with a message for
/// the user that names `source`, and whatever else is in it.
PickledValues readPickle(std::string_view pickle, const std::string& source);

}  // namespace earwitness
