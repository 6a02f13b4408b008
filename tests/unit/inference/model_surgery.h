// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include <zip.h>

#include "core/base/error.h"

namespace earwitness {

/// Rewrites the one entry of a model file whose name ends so. Returning an empty text removes it.
inline void changeEntry(const std::filesystem::path& file, const std::string& ending,
                        const std::function<std::string(const std::string&)>& change) {
  zip_t* archive = zip_open(file.c_str(), 0, nullptr);
  if (archive == nullptr) throw Error("The test cannot open %1.", file);
  std::string text;
  bool found = false;
  for (zip_int64_t i = 0; i < zip_get_num_entries(archive, 0) && !found; ++i) {
    const auto index = zip_uint64_t(i);
    if (!std::string(zip_get_name(archive, index, 0)).ends_with(ending)) continue;
    found = true;
    zip_stat_t info;
    zip_stat_index(archive, index, 0, &info);
    text.resize(info.size);
    zip_file_t* entry = zip_fopen_index(archive, index, 0);
    zip_fread(entry, text.data(), text.size());
    zip_fclose(entry);
    text = change(text);
    if (text.empty()) {
      zip_delete(archive, index);
      continue;
    }
    zip_source_t* source = zip_source_buffer(archive, text.data(), text.size(), 0);
    zip_file_replace(archive, index, source, 0);
    zip_set_file_compression(archive, index, ZIP_CM_STORE, 0);
  }
  if (zip_close(archive) != 0 || !found)
    throw Error("The test cannot change %1 in %2.", ending, file);
}

}  // namespace earwitness
