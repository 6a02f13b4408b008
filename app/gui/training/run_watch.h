// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <filesystem>
#include <memory>

#include "core/runs/run_view.h"

class QTimer;

namespace earwitness::gui {

/// Follows a run by what its folder says, whoever trains in it. Thread: GUI; reads on another.
class RunWatch : public QObject {
  Q_OBJECT
 public:
  static constexpr int kPollMs = 250;

  explicit RunWatch(QObject* parent = nullptr);
  ~RunWatch() override;

  /// changed() comes as soon as the folder has been read, and whenever it says something new.
  void watch(const std::filesystem::path& runFolder);
  void stop();

  /// Empty: none is watched.
  const std::filesystem::path& folder() const { return folder_; }
  const RunView& view() const { return *view_; }
  /// Whether it has been read, so that view() tells of it.
  bool isKnown() const { return isKnown_; }
  /// Whether a process trains in it.
  bool isRunning() const { return isRunning_; }

 signals:
  void changed();

 private:
  struct Reading;
  void look();
  void take(const std::shared_ptr<Reading>& reading);

  QTimer* timer_;
  std::filesystem::path folder_;
  std::shared_ptr<Reading> reading_;
  std::shared_ptr<const RunView> view_;
  bool isKnown_ = false;
  bool isRunning_ = false;
};

}  // namespace earwitness::gui
