// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTemporaryDir>
#include <filesystem>
#include <memory>

#include "core/runs/run_folder.h"
#include "core/training/trainer.h"
#include "tests/unit/data/sound_sets.h"

namespace earwitness {

/// Settings with which the three classes are learned in seconds.
inline TrainSettings smallSettings(const std::filesystem::path& data, int epochs = 6) {
  TrainSettings settings = recipe("report", "resnet-transformer");
  settings.data.root = data;
  settings.split.seed = settings.seed;  // as the command line does
  settings.epochs = epochs;
  settings.batchSize = 4;
  settings.threads = 1;
  setStep(settings.augmentation, makeStep("time-mask", {{"frames", 10}}));
  return settings;
}

/// A data set of three classes and a model trained on it, made once in a process.
class SmallRun {
 public:
  static const SmallRun& get() {
    static const SmallRun run;
    return run;
  }

  std::filesystem::path data() const { return path("data"); }
  std::filesystem::path cache() const { return path("cache"); }
  RunFolder folder() const { return {path("run")}; }
  /// A file of the class "tone" that no training saw, 2.5 s.
  std::filesystem::path newTone() const { return path("new tone.wav"); }
  const TrainResult& result() const { return result_; }

 private:
  SmallRun() {
    writeThreeClasses(data());
    writeClip(newTone(), tone(620.0, 16000.0, 40000, 0.3));
    result_ = train(smallSettings(data()), {folder().path, cache(), false}, {});
  }
  std::filesystem::path path(const char* name) const {
    return std::filesystem::path(directory_.path().toStdString()) / name;
  }

  QTemporaryDir directory_;
  TrainResult result_;
};

}  // namespace earwitness
