// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QString>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

namespace earwitness::gui {

/// A clip that a preview may show.
struct PreviewClip {
  std::filesystem::path path;  ///< an address (core/data/segment.h)
  std::string label;
};

/// What a training would be given of a clip, before and after augmentation.
struct AugmentedPair {
  QImage before, after;  ///< a column a frame, a row a band
  QString labels;        ///< "Dog 70%, Rain 30%"
  double seconds = 0.0;  ///< of the example after
  QString problem;       ///< a sentence, and no pictures
};

/// Computes log-mels of clips and remembers the last ones. Thread: any, one at a time.
class PairMaker {
 public:
  /// `settings` of a training; `other` is what mixing steps mix with. The same draw gives the same
  /// example.
  AugmentedPair make(const nlohmann::json& settings, const PreviewClip& clip,
                     const PreviewClip& other, uint64_t draw);

 private:
  struct Window;
  std::shared_ptr<const Window> windowOf(const PreviewClip& clip, const nlohmann::json& settings,
                                         double seconds);

  std::vector<std::shared_ptr<const Window>> known_;
};

}  // namespace earwitness::gui
