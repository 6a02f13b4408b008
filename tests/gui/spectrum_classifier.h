// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <span>

#include "tests/gui/gui_test_support.h"

namespace earwitness::gui::test {

/// A model that can be taught: its embedding is the mean spectrum of the window.
class SpectrumClassifier : public TestClassifier {
 public:
  explicit SpectrumClassifier(const std::vector<std::string>& labels = {"Dog", "Siren"})
      : TestClassifier(taughtModel(labels)) {}
  int embeddingSize() const override { return description().features.nMels; }
  void classifyAndEmbed(std::span<const float> window, std::span<float> scores,
                        std::span<float> embedding) override {
    classify(window, scores);
    if (embedding.empty()) return;
    std::fill(embedding.begin(), embedding.end(), 0.0F);
    const float share = float(embedding.size()) / float(window.size());
    for (size_t i = 0; i < window.size(); ++i)
      embedding[i % embedding.size()] += (window[i] + 100.0F) * share;
  }

 private:
  static ModelDescription taughtModel(const std::vector<std::string>& labels) {
    ModelDescription model = describe(labels);
    model.fingerprint = "0123456789abcdef";
    return model;
  }
};

}  // namespace earwitness::gui::test
