#include "app/gui/training/clip_thumbnails.h"

#include <algorithm>
#include <memory>
#include <span>

#include "app/gui/background.h"
#include "app/gui/widgets/spectrogram_history.h"
#include "app/gui/widgets/spectrogram_image.h"
#include "core/audio/audio_file.h"
#include "core/listening/pipeline.h"

namespace earwitness::gui {

namespace {

constexpr int kMostPictures = 600;
constexpr size_t kMostWanted = 60;  ///< as many as are in view, and some
constexpr float kRangeDb = 65.0F;
constexpr size_t kBlockSamples = 16384;

/// Throws Error where the file cannot be read.
QImage pictureOf(const QString& file, const FeatureSettings& features, QSize pixels,
                 const ColourMap& colours) {
  AudioFileReader reader(file.toStdString());
  Pipeline pipeline(reader.sampleRate(), features, WindowPlan{}, Pipeline::Mode::File);
  LogMel whole{.nMels = features.nMels, .values = {}};
  const auto onFrames = [&whole](const LogMel& frames, long) {
    whole.values.insert(whole.values.end(), frames.values.begin(), frames.values.end());
  };
  std::vector<float> block(kBlockSamples);
  auto left = size_t(ClipThumbnails::kMostSeconds * reader.sampleRate());
  while (left > 0) {
    const size_t count = reader.read(std::span(block).first(std::min(left, block.size())));
    if (count == 0) break;
    left -= count;
    pipeline.push(std::span(block).first(count), onFrames, {});
  }
  pipeline.finish(onFrames, {});
  const float toDecibel = decibelFactor(features);
  for (float& value : whole.values) value *= toDecibel;
  const float peak =
      whole.values.empty() ? 0.0F : *std::max_element(whole.values.begin(), whole.values.end());
  SpectrogramImage image;
  image.setColourMap(colours);
  const int columns = int(std::max<long>(1, whole.nFrames()));
  image.resize(columns, pixels.height(), features.nMels);
  for (long frame = 0; frame < whole.nFrames(); ++frame)
    image.setColumn(frame, whole.frame(frame), {peak - kRangeDb, peak});
  return image.image().scaled(pixels, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

}  // namespace

ClipThumbnails::ClipThumbnails(QSize size, QObject* parent)
    : QObject(parent), size_(size), pictures_(kMostPictures) {}

void ClipThumbnails::setLook(const FeatureSettings& features, bool isDark, double pixelRatio) {
  if (features == features_ && isDark == isDark_ && pixelRatio == pixelRatio_) return;
  features_ = features;
  isDark_ = isDark;
  pixelRatio_ = pixelRatio;
  ++look_;
  pictures_.clear();
}

const QPixmap* ClipThumbnails::find(const QString& file) {
  if (const Picture* picture = pictures_.object(file))
    return picture->problem.isEmpty() ? &picture->pixmap : nullptr;
  if (file == working_) return nullptr;
  wanted_.erase(std::remove(wanted_.begin(), wanted_.end(), file), wanted_.end());
  wanted_.push_back(file);
  if (wanted_.size() > kMostWanted) wanted_.pop_front();
  startNext();
  return nullptr;
}

QString ClipThumbnails::problemOf(const QString& file) const {
  const Picture* picture = pictures_.object(file);
  return picture == nullptr ? QString() : picture->problem;
}

void ClipThumbnails::startNext() {
  if (!working_.isEmpty() || wanted_.empty()) return;
  working_ = wanted_.back();
  wanted_.pop_back();
  auto image = std::make_shared<QImage>();
  auto problem = std::make_shared<QString>();
  const ColourMap& colours =
      ColourMap::named(isDark_ ? ColourMap::Name::Inferno : ColourMap::Name::Ice);
  inBackground(
      this,
      [image, problem, &colours, file = working_, features = features_,
       pixels = size_ * pixelRatio_] {
        try {
          *image = pictureOf(file, features, pixels, colours);
        } catch (const std::exception& error) {
          *problem = QString::fromUtf8(error.what());
        }
      },
      [this, image, problem, look = look_] {
        const QString file = std::exchange(working_, QString());
        if (look == look_) {
          auto* picture = new Picture{QPixmap::fromImage(*image), *problem};
          picture->pixmap.setDevicePixelRatio(pixelRatio_);
          pictures_.insert(file, picture);
        }
        emit changed(file);
        startNext();
      });
}

}  // namespace earwitness::gui
