// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <filesystem>
#include <functional>
#include <memory>
#include <vector>

#include "app/gui/training/data_scan.h"
#include "app/gui/training/sounds/record_dialog.h"
#include "app/gui/training/undoable_trash.h"
#include "core/audio/audio_history.h"

namespace earwitness::gui {

class SoundJobs;

/// Changes the user's own sets of sounds on the disk: one job after another, in the background;
/// what is deleted can be brought back. Thread: GUI; never waits.
class SoundSetEditor : public QObject {
  Q_OBJECT
 public:
  explicit SoundSetEditor(QObject* parent = nullptr);

  SoundJobs* jobs() const { return jobs_; }
  /// What is shown; an own set is the one that is changed.
  void setShown(const std::filesystem::path& root, bool isOwn);
  static QString standardSetName();

  void makeSet(const QString& name);
  /// The set of this name; made where it is missing.
  void openSet(const QString& name);
  void renameSet(const QString& name);
  /// The set that is open goes to the trash.
  void removeSet();
  /// The synthetic data set; opened where it was made before.
  void makeExample();
  /// All clips of another data set, by class, as a new set.
  void copyAsSet(const QString& name, std::shared_ptr<const DataListing> listing);

  void makeClass(const QString& name);
  void renameClass(const std::string& label, const QString& name);
  void removeClass(const std::string& label);
  /// Audio files, and those in folders and below.
  void addFiles(const std::string& label, const std::vector<std::filesystem::path>& paths);
  void addTakes(const std::string& label, const std::vector<RecordedTake>& takes);
  /// Into the set that is open, else into the standard one. The class is made where it is missing.
  void addStretch(const QString& className, AudioHistory::Segment stretch);
  void removeFiles(const std::vector<std::filesystem::path>& files);

  /// What was deleted last comes back.
  void undo();

 signals:
  /// A set is to be shown: it was made, renamed or asked for.
  void setReady(const QString& folder);
  /// The set that was open is in the trash.
  void setRemoved();
  /// The files of the set that is open have changed. `label`: a class to look at; may be empty.
  void changed(const QString& label);
  /// Text of the way back; empty where there is none.
  void undoChanged(const QString& text);
  /// One sentence of success.
  void told(const QString& sentence);
  /// One sentence.
  void failed(const QString& sentence);

 private:
  struct Removal {
    QString text;
    std::vector<TrashedFile> files;
  };
  void openResult(const std::shared_ptr<std::filesystem::path>& set);
  void remove(const std::vector<std::filesystem::path>& paths, const QString& title,
              const QString& undoText, const std::function<void()>& then);
  void rebase(const std::filesystem::path& from, const std::filesystem::path& to);
  void tellUndo();

  SoundJobs* jobs_;
  std::filesystem::path set_;  ///< empty: what is shown is not the user's own
  bool showsAny_ = false;
  std::vector<Removal> removals_;
};

}  // namespace earwitness::gui
