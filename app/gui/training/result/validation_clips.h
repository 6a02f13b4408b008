// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QStyledItemDelegate>
#include <vector>

#include "app/gui/training/corrections.h"
#include "core/runs/run_result.h"

namespace earwitness::gui {

class ThumbnailMaker;

/// Clips of a validation: what they are, what they were called, and what somebody said since.
/// Thread: GUI.
class ClipListModel : public QAbstractListModel {
  Q_OBJECT
 public:
  enum Role { ScoresRole = Qt::UserRole, VerdictRole, IsLeftOutRole };

  explicit ClipListModel(QObject* parent = nullptr);

  /// `labels` are what the clips' numbers stand for.
  void setClips(std::vector<ScoredClip> clips, const std::vector<std::string>& labels);
  /// Copied; the rows stay.
  void setCorrections(const Corrections& corrections);
  const ScoredClip& clipAt(int row) const { return clips_[size_t(row)]; }
  const ClipVerdict* correctionAt(int row) const;

  int rowCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;

 private:
  QString scoresOf(const ScoredClip& clip) const;
  QString verdictOf(int row) const;

  std::vector<ScoredClip> clips_;
  std::vector<std::string> labels_;
  Corrections corrections_;
};

/// A row: thumbnail, name, scores, and what was said of it.
class ClipDelegate : public QStyledItemDelegate {
  Q_OBJECT
 public:
  ClipDelegate(ThumbnailMaker* thumbnails, QObject* parent);

  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  void paint(QPainter* painter, const QStyleOptionViewItem& option,
             const QModelIndex& index) const override;

 private:
  void paintThumbnail(QPainter* painter, const QRect& place, const QPalette& palette,
                      const QString& file) const;

  ThumbnailMaker* thumbnails_;
};

/// "background/white-3.wav": the file with the folder that it lies in.
QString shortClipName(const std::string& file);

}  // namespace earwitness::gui
