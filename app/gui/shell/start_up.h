// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <filesystem>
#include <vector>

#include "app/gui/shell/command_line.h"
#include "core/audio/capture.h"

namespace earwitness::gui {

class Services;

/// What is done once the window is on the screen: settings are read, the model and the microphone
/// are found and opened, then the files of the command line. Thread: GUI.
class StartUp : public QObject {
  Q_OBJECT
 public:
  StartUp(Services& services, StartOptions options, QObject* parent = nullptr);

  /// Only the first call does something.
  void begin();

 signals:
  /// The window is on the screen; files may be opened from now on.
  void begun();
  /// The device that the command line names.
  void deviceFound(const earwitness::DeviceId& device);
  void bundledModelsFound(const std::vector<std::filesystem::path>& models);
  /// There is no model at all; a sentence says why.
  void modelMissing(const QString& sentence);
  /// The model is open, or there is none: everything else may begin. Once.
  void finished();
  /// One sentence for the status line.
  void told(const QString& sentence);

 private:
  struct Found {
    std::vector<std::filesystem::path> models;
    std::filesystem::path model;
    DeviceId device;
  };
  void take(const Found& found);
  void modelFailed(const QString& sentence);
  void finish();

  Services& services_;
  StartOptions options_;
  std::filesystem::path fallbackModel_;  ///< if the one that was used last cannot be opened
  bool hasBegun_ = false;
  bool hasFinished_ = false;
};

}  // namespace earwitness::gui
