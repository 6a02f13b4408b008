// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QString>
#include <QWidget>
#include <filesystem>
#include <memory>
#include <vector>

#include "app/gui/training/data_scan.h"

class QLabel;
class QListView;
class QPushButton;

namespace earwitness::gui {

class ThumbnailMaker;

/// Files of a class by name, with their pictures and what the scan has against them.
/// Thread: GUI.
class ClipModel : public QAbstractListModel {
  Q_OBJECT
 public:
  using Findings = std::shared_ptr<const DataFindings>;

  explicit ClipModel(ThumbnailMaker* thumbnails, QObject* parent = nullptr);
  void setClips(std::vector<std::filesystem::path> clips);
  /// Null: none.
  void setFindings(Findings findings);
  const std::filesystem::path& at(int row) const { return clips_[size_t(row)]; }

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;

 private:
  QString nameOf(const std::filesystem::path& file) const;

  ThumbnailMaker* thumbnails_;
  std::vector<std::filesystem::path> clips_;
  Findings findings_;
};

/// The clips of one class: hear, show in the file manager, and in an own set delete.
/// Keys: Space plays, Delete deletes. Thread: GUI.
class ClipList : public QWidget {
  Q_OBJECT
 public:
  explicit ClipList(ThumbnailMaker* thumbnails, QWidget* parent = nullptr);

  void setClass(const QString& name, const std::vector<std::filesystem::path>& clips, bool isOwn);
  void setFindings(ClipModel::Findings findings) { model_->setFindings(std::move(findings)); }
  std::vector<std::filesystem::path> selected() const;

 signals:
  void playAsked(const std::filesystem::path& file);
  void revealAsked(const std::filesystem::path& file);
  void deleteAsked(const std::vector<std::filesystem::path>& files);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void build();
  void showEnabled();

  ClipModel* model_;
  QLabel* title_;
  QListView* view_;
  QPushButton* play_;
  QPushButton* reveal_;
  QPushButton* delete_;
  bool isOwn_ = false;
};

}  // namespace earwitness::gui
