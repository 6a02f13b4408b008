// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/live/model_input_view.h"

#include <QLocale>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "app/gui/base/text_format.h"
#include "app/gui/base/theme.h"
#include "app/gui/services/live_session.h"
#include "app/gui/widgets/plot_frame.h"
#include "core/listening/trim_leading_quiet.h"

namespace earwitness::gui {

namespace {
constexpr int kCaptionGap = 3;
}

ModelInputView::ModelInputView(QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("modelEye"));
  setAccessibleName(tr("Model input"));
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
  setAttribute(Qt::WA_OpaquePaintEvent);
  setWindow({}, {});
}

QSize ModelInputView::sizeHint() const {
  return {420, 220};
}
QSize ModelInputView::minimumSizeHint() const {
  return {200, 100};
}

QRect ModelInputView::plotRect() const {
  const int caption = QFontMetrics(smallFont(font())).height() + kCaptionGap;
  return PlotMargins::of(*this, true).plot(rect().adjusted(0, caption, 0, 0));
}

void ModelInputView::follow(const LiveSession* session) {
  connect(session, &LiveSession::streamStarted, this, [this, session] {
    const auto& model = session->classifier();
    reset(session->features(), model ? &model->description() : nullptr);
  });
  connect(session, &LiveSession::updated, this, [this, session](const LiveUpdate& update) {
    if (session->isListening()) take(update);
  });
}

void ModelInputView::reset(const FeatureSettings& features, const ModelDescription* model) {
  assembler_.reset(features, model != nullptr ? model->windowFrames() : 0);
  model_ = model != nullptr ? std::optional(*model) : std::nullopt;
  setWindow({}, features);
}

void ModelInputView::take(const LiveUpdate& update) {
  assembler_.take(update);
  if (frozen_ || update.windows.empty()) return;
  if (const auto window = assembler_.windowEndingAt(update.windows.back().endSeconds))
    setWindow(trimLeadingQuiet(*window, *model_), assembler_.features());
}

void ModelInputView::setWindow(std::span<const float> window, const FeatureSettings& features) {
  features_ = features;
  window_.assign(window.begin(), window.end());
  window_.resize(window_.size() / size_t(features_.nMels) * size_t(features_.nMels));
  colour();
}

void ModelInputView::setColourMap(ColourMap::Name map) {
  map_ = map;
  colour();
}

void ModelInputView::colour() {
  image_ = {};
  lowest_ = highest_ = 0.0F;
  if (!window_.empty()) {
    const auto [low, high] = std::minmax_element(window_.begin(), window_.end());
    lowest_ = *low;
    highest_ = *high;
    const int bands = features_.nMels;
    image_ = QImage(int(window_.size()) / bands, bands, QImage::Format_RGB32);
    const ColourMap& map = ColourMap::named(map_);
    const float scale = 1.0F / std::max(1e-6F, highest_ - lowest_);
    for (int y = 0; y < bands; ++y) {
      auto* line = reinterpret_cast<QRgb*>(image_.scanLine(y));
      const float* value = window_.data() + (bands - 1 - y);
      for (int x = 0; x < image_.width(); ++x, value += bands)
        line[x] = map.at((*value - lowest_) * scale);
    }
  }
  setAccessibleDescription(caption());
  update();
}

/// Frames of a whole window, of which the model may get the end only.
int ModelInputView::columns() const {
  return std::max(image_.width(), model_ ? int(model_->windowFrames()) : 0);
}

QString ModelInputView::caption() const {
  if (image_.isNull()) return tr("No input yet");
  const bool isNormalised = features_.mean != 0.0 || features_.deviation != 1.0;
  const QString unit = isNormalised                           ? tr("(normalised)")
                       : features_.scale == LogScale::Decibel ? tr("dB")
                       : features_.magnitude                  ? tr("ln of the magnitude")
                                                              : tr("ln of the power");
  return tr("%1 frames, %2 bands, %3 to %4 %5")
      .arg(image_.width())
      .arg(image_.height())
      .arg(QLocale().toString(lowest_, 'f', 1), QLocale().toString(highest_, 'f', 1))
      .arg(unit);
}

void ModelInputView::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const QRect plot = plotRect();
  painter.fillRect(rect(), palette().color(QPalette::Window));
  painter.fillRect(plot, QColor(ColourMap::named(map_).at(0.0F)));
  if (!image_.isNull()) {
    QRect part = plot;
    part.setLeft(plot.right() + 1 -
                 int(std::lround(double(plot.width()) * image_.width() / columns())));
    painter.drawImage(part, image_);
  }
  painter.setFont(smallFont(font()));
  paintAxes(painter, plot);
  const QRect top(plot.x(), 0, width() - plot.x(), painter.fontMetrics().height());
  painter.drawText(top, Qt::AlignLeft | Qt::AlignVCenter,
                   painter.fontMetrics().elidedText(caption(), Qt::ElideRight, top.width()));
}

void ModelInputView::paintAxes(QPainter& painter, const QRect& plot) const {
  const int lineHeight = painter.fontMetrics().height();
  const int bands = features_.nMels;
  const int most = std::max(1, plot.height() / (lineHeight + 2));
  int step = 10;
  while (bands / step > most) step *= 2;
  std::vector<AxisTick> bandTicks;
  for (int band = 0; band < bands; band += step)
    bandTicks.push_back({(band + 0.5) / bands, QString::number(band)});
  drawFrequencyAxis(painter, plot, bandTicks, *this);

  const double seconds = columns() * features_.frameSeconds();
  if (seconds <= 0.0) return;
  const int labelWidth = painter.fontMetrics().horizontalAdvance(QStringLiteral("-0.0 s"));
  const double timeStep = timeStepSeconds(seconds / std::max(1, plot.width()), labelWidth + 16);
  std::vector<AxisTick> timeTicks;
  for (double before = 0.0; before <= seconds + 1e-9; before += timeStep)
    timeTicks.push_back({1.0 - before / seconds, tr("%1 s").arg(before > 0.0 ? -before : 0.0)});
  drawTimeAxis(painter, plot, timeTicks, *this);
}

}  // namespace earwitness::gui
