// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstring>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include <zip.h>

#include "core/network/state_dictionary.h"

namespace earwitness {

/// Pieces of a pickle of protocol 2, as torch.save() writes them.
namespace pickled {

inline std::string number(int64_t value) {
  std::string bytes("\x8a\x08");
  bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
  return bytes;
}

inline std::string text(const std::string& value) {
  const auto size = uint32_t(value.size());
  std::string bytes("X");
  bytes.append(reinterpret_cast<const char*>(&size), sizeof size);
  return bytes + value;
}

inline std::string global(const std::string& module, const std::string& name) {
  return "c" + module + "\n" + name + "\n";
}

inline std::string tuple(const std::vector<std::string>& items) {
  std::string bytes("(");
  for (const std::string& item : items) bytes += item;
  return bytes + "t";
}

inline std::string numbers(const std::vector<int64_t>& values) {
  std::vector<std::string> items;
  for (const int64_t value : values) items.push_back(number(value));
  return tuple(items);
}

inline std::string storage(const std::string& type, const std::string& key, int64_t count) {
  return tuple({text("storage"), global("torch", type), text(key), text("cpu"), number(count)}) +
         "Q";
}

struct TensorPlace {
  int64_t offset = 0;
  std::vector<int64_t> sizes;
  std::vector<int64_t> strides;
};

inline std::string tensor(const std::string& storage, const TensorPlace& place) {
  return global("torch._utils", "_rebuild_tensor_v2") +
         tuple({storage, number(place.offset), numbers(place.sizes), numbers(place.strides), "\x89",
                global("collections", "OrderedDict") + ")R"}) +
         "R";
}

/// An OrderedDict with these values, and with attributes as PyTorch's state dictionaries have them.
inline std::string dictionary(const std::map<std::string, std::string>& entries) {
  std::string bytes = global("collections", "OrderedDict") + ")R(";
  for (const auto& [key, value] : entries) bytes += text(key) + value;
  return bytes + "u}" + text("_metadata") + "}sb";
}

inline std::string whole(const std::string& value) {
  return "\x80\x02" + value + ".";
}

}  // namespace pickled

/// A file as torch.save() writes it: a pickle and its storages by key.
inline void writeWeightsFile(const std::filesystem::path& file, const std::string& pickle,
                             const std::map<std::string, std::string>& storages) {
  std::filesystem::remove(file);
  zip_t* archive = zip_open(file.c_str(), ZIP_CREATE | ZIP_TRUNCATE, nullptr);
  const auto add = [archive](const std::string& name, const std::string& content) {
    zip_source_t* source = zip_source_buffer(archive, content.data(), content.size(), 0);
    const zip_int64_t index = zip_file_add(archive, name.c_str(), source, 0);
    zip_set_file_compression(archive, zip_uint64_t(index), ZIP_CM_STORE, 0);
  };
  add("archive/data.pkl", pickle);
  for (const auto& [key, content] : storages) add("archive/data/" + key, content);
  zip_close(archive);
}

/// A state dictionary of 32-bit numbers.
inline void writeStateDictionary(const std::filesystem::path& file,
                                 const std::map<std::string, StoredTensor>& tensors) {
  std::map<std::string, std::string> entries;
  std::map<std::string, std::string> storages;
  for (const auto& [name, tensor] : tensors) {
    const std::string key = std::to_string(storages.size());
    pickled::TensorPlace place{.sizes = tensor.sizes,
                               .strides = std::vector<int64_t>(tensor.sizes.size(), 1)};
    for (size_t axis = tensor.sizes.size(); axis-- > 1;)
      place.strides[axis - 1] = place.strides[axis] * tensor.sizes[axis];
    entries[name] = pickled::tensor(
        pickled::storage("FloatStorage", key, int64_t(tensor.values.size())), place);
    storages[key] = std::string(reinterpret_cast<const char*>(tensor.values.data()),
                                tensor.values.size() * sizeof(float));
  }
  writeWeightsFile(file, pickled::whole(pickled::dictionary(entries)), storages);
}

}  // namespace earwitness
