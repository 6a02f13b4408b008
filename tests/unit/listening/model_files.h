// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <numeric>
#include <string>
#include <utility>

#include <zip.h>

#include "core/base/error.h"
#include "core/listening/classifier.h"

namespace earwitness {

inline ModelDescription smallDescription(double windowSeconds = 2.0) {
  ModelDescription description;
  description.name = "Test model";
  description.labels = {"Low sound", "High sound", "Quiet"};
  description.windowSeconds = windowSeconds;
  description.hopSeconds = 0.5;
  description.thresholds = {0.5F, 0.6F, 0.7F};
  description.card = {{"licence", "none"}};
  return description;
}

/// A zip archive with one more entry besides the description's, as TorchScript's files have.
inline void writeArchive(const std::filesystem::path& path, const std::string& entry,
                         const std::string& text, int compression = ZIP_CM_STORE) {
  std::filesystem::remove(path);
  zip_t* archive = zip_open(path.c_str(), ZIP_CREATE | ZIP_EXCL, nullptr);
  if (archive == nullptr) throw Error("The test cannot write %1.", path);
  const std::string version = "3\n";
  for (const auto& [name, contents] :
       {std::pair<std::string, const std::string*>{"model/version", &version}, {entry, &text}}) {
    if (name.empty()) continue;
    zip_source_t* source = zip_source_buffer(archive, contents->data(), contents->size(), 0);
    const zip_int64_t index = zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8);
    zip_set_file_compression(archive, zip_uint64_t(index), compression, 0);
  }
  if (zip_close(archive) != 0) throw Error("The test cannot write %1.", path);
}

inline void writeModelFile(const std::filesystem::path& path, const ModelDescription& description) {
  writeArchive(path, "model/extra/earwitness.json", toJson(description).dump());
}

/// Scores that follow from the window by a formula: the level of the lower and of the upper half of
/// the bands, from -100 dB (0) to 0 dB (1), and their opposite.
class LevelClassifier : public Classifier {
 public:
  explicit LevelClassifier(ModelDescription description = smallDescription())
      : description_(std::move(description)) {}

  const ModelDescription& description() const override { return description_; }

  void classify(std::span<const float> window, std::span<float> scores) override {
    const int nMels = description_.features.nMels;
    double low = 0.0;
    double high = 0.0;
    for (size_t i = 0; i < window.size(); ++i)
      (int(i) % nMels < nMels / 2 ? low : high) += double(window[i]);
    const double half = double(window.size()) / 2.0;
    scores[0] = float(std::clamp(1.0 + low / half / 100.0, 0.0, 1.0));
    scores[1] = float(std::clamp(1.0 + high / half / 100.0, 0.0, 1.0));
    scores[2] = 1.0F - std::max(scores[0], scores[1]);
  }

 private:
  ModelDescription description_;
};

}  // namespace earwitness
