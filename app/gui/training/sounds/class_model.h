// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QImage>
#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

#include "app/gui/training/data_scan.h"

namespace earwitness::gui {

class ThumbnailMaker;

/// The classes of a data set, a row each. Pictures come as they are looked at. Thread: GUI.
class ClassModel : public QAbstractListModel {
  Q_OBJECT
 public:
  struct Class {
    std::string label;
    QString name;                                               ///< for people
    const std::vector<std::filesystem::path>* clips = nullptr;  ///< of the listing
    std::optional<double> seconds;  ///< of all clips; none: not known yet
    bool isBackground = false;
  };

  explicit ClassModel(ThumbnailMaker* thumbnails, QObject* parent = nullptr);

  /// Seconds that are known from before are kept for classes with as many clips.
  void setListing(std::shared_ptr<const DataListing> listing);
  void setReport(const DataReport& report);
  void clear();

  bool isOwn() const { return listing_ && listing_->isOwn; }
  const Class& at(int row) const { return classes_[size_t(row)]; }
  const std::vector<std::filesystem::path>& clipsAt(int row) const { return *at(row).clips; }
  /// -1 where there is none.
  int rowOf(const std::string& label) const;
  /// Of the first clip; null while there is none.
  QImage thumbnailAt(int row) const;
  /// "12 clips · 24.0 s"
  QString countsText(int row) const;

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;

 private:
  ThumbnailMaker* thumbnails_;
  std::shared_ptr<const DataListing> listing_;
  std::vector<Class> classes_;
};

}  // namespace earwitness::gui
