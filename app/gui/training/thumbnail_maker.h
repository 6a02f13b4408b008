#pragma once

#include <QCache>
#include <QImage>
#include <QObject>
#include <QString>
#include <filesystem>
#include <span>
#include <vector>

namespace earwitness::gui {

/// The log-mel spectrogram of a sound (mono, +-1) as a small picture, dark where it is quiet. Null
/// where there is no sound. Thread: any.
QImage spectrogramThumbnail(std::span<const float> samples, double sampleRate);

/// Of a file's first five seconds. Throws Error. Thread: worker.
QImage fileThumbnail(const std::filesystem::path& file);

/// Makes thumbnails of files in the background as they are asked for, those asked for last first,
/// and keeps some hundreds. Thread: GUI; never waits.
class ThumbnailMaker : public QObject {
  Q_OBJECT
 public:
  explicit ThumbnailMaker(QObject* parent = nullptr);

  /// Null while it is not made yet, and where the file cannot be read.
  QImage thumbnailOf(const std::filesystem::path& file);
  /// The file was changed.
  void forget(const std::filesystem::path& file);

 signals:
  /// One that was asked for can be had.
  void made();

 private:
  void startNext();

  QCache<QString, QImage> made_;
  std::vector<std::filesystem::path> wanted_;
  bool working_ = false;
};

}  // namespace earwitness::gui
