#pragma once

#include <QString>
#include <filesystem>
#include <functional>
#include <memory>
#include <vector>

#include "core/audio/capture.h"
#include "core/listening/classifier.h"

namespace earwitness::gui {

/// How the child that runs a model is doing.
struct ModelStatus {
  enum class State { None, Starting, Ready, Restarting, Failed };
  State state = State::None;
  int restarts = 0;
  QString lastError;
  bool operator==(const ModelStatus&) const = default;
};

struct OpenedModel {
  std::shared_ptr<Classifier> classifier;
  std::function<ModelStatus()> status;  ///< Thread: GUI; never waits
};

/// What the window listens with and thinks with. Tests give their own. Thread of each: any but the
/// GUI's, for they may wait.
struct Backend {
  std::function<std::vector<AudioDevice>()> inputDevices;
  std::function<std::unique_ptr<AudioSource>(const DeviceId&)> openCapture;
  /// Throws Error with one sentence.
  std::function<OpenedModel(const std::filesystem::path& modelFile)> openModel;
};

/// PortAudio, and a child process for the model.
Backend realBackend();

}  // namespace earwitness::gui
