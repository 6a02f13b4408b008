// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <functional>
#include <vector>

#include "app/gui/training/corrections.h"

namespace earwitness::gui {

/// The corrections of the data set that is looked at: each change is written at once, in the
/// background, on top of what others have written meanwhile, and can be taken back. Thread: GUI.
class CorrectionsKeeper : public QObject {
  Q_OBJECT
 public:
  explicit CorrectionsKeeper(QObject* parent = nullptr);

  /// Those of a data set, on top of those that a run was trained with (empty: none).
  void open(const std::filesystem::path& dataRoot, const std::filesystem::path& ofRun);
  const Corrections& corrections() const { return corrections_; }
  /// Where they are kept; empty before they have been read.
  const std::filesystem::path& file() const { return file_; }

  /// Nothing: the clips are as the data set says again.
  void set(const std::vector<std::string>& clips, const std::optional<ClipVerdict>& correction);
  bool canUndo() const { return !undo_.empty(); }
  void undo();
  /// Writes the file also where nothing has changed, and calls `then` when everything is on disk;
  /// not where that fails.
  void save(std::function<void()> then);

 signals:
  void changed();
  /// One sentence.
  void failed(const QString& sentence);

 private:
  using Change = std::vector<std::pair<std::string, std::optional<ClipVerdict>>>;
  void apply(const Change& change);
  void write();
  void written(const QString& problem, const std::vector<Change>& changes);
  void whenIdle(std::function<void(bool isWritten)> then);

  std::filesystem::path file_;
  Corrections corrections_;
  Corrections ofRun_;  ///< what the file begins with when it is written first
  std::vector<Change> undo_;
  std::vector<Change> waiting_;  ///< to be written
  bool isWriting_ = false;
  int request_ = 0;
  std::vector<std::function<void(bool)>> whenIdle_;
};

}  // namespace earwitness::gui
