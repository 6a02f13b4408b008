// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <vector>

#include "core/audio/capture.h"
#include "core/audio/playback.h"
#include "core/listening/child_classifier.h"

namespace earwitness::gui {

/// How the child that runs a model is doing.
struct ModelStatus {
  enum class State { None, Starting, Ready, Restarting, Failed };
  State state = State::None;
  int restarts = 0;
  QString lastError;
  bool unconfinable = false;  ///< it is not run, because this system has no sandbox for it
  bool isSilent = false;      ///< for longer than Backend::modelPatience; ModelHost finds out
  bool operator==(const ModelStatus&) const = default;
};

struct OpenedModel {
  std::shared_ptr<Classifier> classifier;
  std::function<ModelStatus()> status;  ///< Thread: GUI; never waits
};

/// What the window listens with and thinks with. Tests give their own. Thread of each, where it
/// does not say another: any but the GUI's, for they may wait.
struct Backend {
  std::function<std::vector<AudioDevice>()> inputDevices;
  std::function<std::unique_ptr<AudioSource>(const DeviceId&)> openCapture;
  /// A model that is not bundled runs confined, unless `unconfined`. Throws Error with one
  /// sentence.
  std::function<OpenedModel(const std::filesystem::path& modelFile, bool unconfined)> openModel;
  /// From one position to another, in seconds; to the end where that is 0. Thread: GUI; does not
  /// wait. Null: nothing can be played.
  std::function<std::unique_ptr<Playback>(const std::filesystem::path& path, double fromSeconds,
                                          double toSeconds)>
      playFile = nullptr;
  /// Mono samples, of which the first stands at `startSeconds`. Thread and null as above.
  std::function<std::unique_ptr<Playback>(std::vector<float> samples, double sampleRate,
                                          double startSeconds)>
      playSamples = nullptr;
  /// Calls `changed`, from any thread, when devices may have come or gone, until what it returns is
  /// destroyed. Where there is none, devices are listed when the menu is opened. Thread: GUI.
  std::function<std::shared_ptr<void>(std::function<void()> changed)> watchDevices = {};
  /// How long a model may take to start or to answer before the window reports it. A start takes
  /// about a second.
  std::chrono::milliseconds modelPatience{10'000};
};

/// A model in a child process, with the child's status. Throws Error where the file is no model.
OpenedModel openInChild(const ChildClassifier::Options& options);

/// earwitness-cli beside this program, else on the PATH. Throws Error where it is not found.
std::filesystem::path commandLineProgram();

/// The sound system, and a child process for the model.
Backend realBackend();

}  // namespace earwitness::gui
