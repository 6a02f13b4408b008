// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "app/gui/services/backend.h"
#include "app/gui/training/data_scan.h"
#include "app/gui/training/sounds/sounds_page_view.h"
#include "core/audio/audio_history.h"

namespace earwitness::gui {

class ClassModel;
class PlaybackHost;
class SoundSetEditor;
class ThumbnailMaker;

/// The sounds that a model is to learn: a data set that is opened, or a set of the user's own with
/// recordings. Checks them in the background. Thread: GUI; never waits.
class SoundsPage : public QWidget {
  Q_OBJECT
 public:
  SoundsPage(Backend backend, PlaybackHost* playback, QWidget* parent = nullptr);
  ~SoundsPage() override;

  /// Null until the data set is known and has clips. Good until dataChanged().
  const DataRequest* request() const { return request_.get(); }
  /// Null until every file was checked. Good until dataChanged().
  const DataReport* report() const { return report_.get(); }

  /// A folder or a table. What is shown now stays until the new one is known.
  void open(const std::filesystem::path& folderOrTable);
  /// Looks at the files again.
  void checkAgain();
  /// Saves a stretch as a clip of the user's own set; class and set are made where missing.
  void addStretch(const QString& className, AudioHistory::Segment stretch);

 signals:
  void dataChanged();
  /// The user wants to go on to the settings.
  void nextAsked();
  /// One sentence.
  void told(const QString& sentence);

 protected:
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dragLeaveEvent(QDragLeaveEvent* event) override;
  void dropEvent(QDropEvent* event) override;
  void showEvent(QShowEvent* event) override;

 private:
  void connectScan();
  void connectEditor();
  void connectViews();
  void connectStart();

  void take(std::shared_ptr<const DataListing> listing);
  /// Looks at the open data set again, or in another way.
  void readAnew(const DataRequest& request);
  /// No set is open: the page is as at its start.
  void closeSet();
  void takeFindings(std::shared_ptr<const DataFindings> findings);
  void takeFailure(const QString& sentence);
  void hideProgress();
  void refreshSets();
  void showSummary();
  void showClass(int row);
  void chooseClass();
  void openDropped(const std::vector<std::filesystem::path>& paths);
  void record(int row);
  void playFirst(int row);
  void play(const std::filesystem::path& file, int row = -1);
  std::string currentLabel() const;
  bool isOwn() const { return listing_ && listing_->isOwn; }

  Backend backend_;
  PlaybackHost* playback_;
  DataScan* scan_;
  SoundSetEditor* editor_;
  ThumbnailMaker* thumbnails_;
  ClassModel* classes_;
  std::shared_ptr<const DataListing> listing_;
  std::unique_ptr<const DataRequest> request_;
  std::shared_ptr<const DataReport> report_;
  std::string wantedLabel_;        ///< to be chosen with the next listing
  std::filesystem::path playing_;  ///< empty: nothing of this page
  SoundsPageView ui_;
};

}  // namespace earwitness::gui
