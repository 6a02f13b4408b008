#pragma once

#include <QCache>
#include <QObject>
#include <QPixmap>
#include <QSize>
#include <deque>
#include <filesystem>

#include "core/features/feature_settings.h"

namespace earwitness::gui {

/// Small log-mel pictures of sound files, made in the background as they are asked for, the one
/// that was asked for last first. Thread: GUI.
class ClipThumbnails : public QObject {
  Q_OBJECT
 public:
  static constexpr double kMostSeconds = 30.0;  ///< of a file that are looked at

  /// Size in device-independent pixels.
  ClipThumbnails(QSize size, QObject* parent);

  /// Others than before forget what there is; so does another theme.
  void setLook(const FeatureSettings& features, bool isDark, double pixelRatio);
  /// Null while it is not there yet; changed() tells.
  const QPixmap* find(const QString& file);
  /// Why there is none; empty where there is one, or will be.
  QString problemOf(const QString& file) const;
  QSize size() const { return size_; }

 signals:
  void changed(const QString& file);

 private:
  struct Picture {
    QPixmap pixmap;
    QString problem;
  };
  void startNext();

  QSize size_;
  FeatureSettings features_;
  bool isDark_ = false;
  double pixelRatio_ = 1.0;
  mutable QCache<QString, Picture> pictures_;
  std::deque<QString> wanted_;
  QString working_;
  int look_ = 0;
};

}  // namespace earwitness::gui
