// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/widgets/level_meter.h"

#include <QPaintEvent>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <array>
#include <cmath>

#include "app/gui/base/text_format.h"
#include "app/gui/base/theme.h"

namespace earwitness::gui {

namespace {
constexpr qint64 kPeakHoldMs = 1500;
constexpr qint64 kClipLampMs = 3000;
constexpr float kPeakFallDbPerSecond = 20.0F;
constexpr float kBarFallDbPerSecond = 48.0F;
constexpr int kBarHeight = 10;
constexpr int kLampWidth = 10;
constexpr std::array<int, 6> kTicksDb{-60, -40, -20, -10, -6, 0};
}  // namespace

LevelMeter::LevelMeter(QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("levelMeter"));
  setAccessibleName(tr("Input level"));
  setToolTip(
      tr("Input level in dB below full scale: the bar is the RMS level, the line the peak.\n"
         "The lamp at the right lights when the input clips."));
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  setAttribute(Qt::WA_OpaquePaintEvent);  // what lies below need not be drawn for every level
  sinceAdvance_.start();
}

QSize LevelMeter::sizeHint() const {
  return {220, kBarHeight + 5 + QFontMetrics(smallFont(font())).height()};
}
QSize LevelMeter::minimumSizeHint() const {
  return {130, sizeHint().height()};
}

bool LevelMeter::clipLampLit() const {
  return sinceClip_.isValid() && sinceClip_.elapsed() < kClipLampMs;
}

void LevelMeter::setLevel(const Level& level) {
  rmsDb_ = std::max(rmsDb_, level.rmsDb);
  if (level.peakDb >= peakDb_) {
    peakDb_ = level.peakDb;
    sincePeak_.start();
  }
  if (level.clipped) sinceClip_.start();
  updateBar();
}

void LevelMeter::clear() {
  rmsDb_ = peakDb_ = -120.0F;
  sinceClip_.invalidate();
  update();
}

void LevelMeter::advance() {
  const float elapsed = float(sinceAdvance_.nsecsElapsed()) * 1e-9F;
  sinceAdvance_.restart();
  const float before = rmsDb_ + peakDb_;
  rmsDb_ = std::max(-120.0F, rmsDb_ - kBarFallDbPerSecond * elapsed);
  if (sincePeak_.isValid() && sincePeak_.elapsed() > kPeakHoldMs)
    peakDb_ = std::max(-120.0F, peakDb_ - kPeakFallDbPerSecond * elapsed);
  if (before != rmsDb_ + peakDb_ || lampDrawn_ != clipLampLit()) updateBar();
}

/// The scale below it stays.
void LevelMeter::updateBar() {
  const QRect bar = barRect();
  update(0, bar.top(), width(), bar.height());
}

QRect LevelMeter::barRect() const {
  const int half = QFontMetrics(smallFont(font())).horizontalAdvance(QStringLiteral("-60")) / 2;
  const int top = (height() - sizeHint().height()) / 2 + 1;
  return {half, top, width() - half - kLampWidth - 12, kBarHeight};
}

int LevelMeter::xOf(float db) const {
  const QRect bar = barRect();
  const float share = std::clamp((db - kLowestDb) / -kLowestDb, 0.0F, 1.0F);
  return bar.left() + int(std::lround(share * float(bar.width() - 1)));
}

void LevelMeter::paintEvent(QPaintEvent* event) {
  QPainter painter(this);
  painter.fillRect(event->rect(), palette().color(QPalette::Window));
  painter.setRenderHint(QPainter::Antialiasing);
  const ThemeColours& colours = themeColours(palette());
  const QRect bar = barRect();
  QPainterPath outline;
  outline.addRoundedRect(bar, 3, 3);
  painter.fillPath(outline, colours.track);

  painter.save();
  painter.setClipPath(outline);
  QLinearGradient gradient(bar.topLeft(), bar.topRight());
  gradient.setColorAt(0.0, colours.accent);
  gradient.setColorAt(0.80, colours.accent);
  gradient.setColorAt(0.92, colours.warning);
  gradient.setColorAt(1.0, colours.danger);
  if (rmsDb_ > kLowestDb)
    painter.fillRect(QRect(bar.left(), bar.top(), xOf(rmsDb_) - bar.left(), bar.height()),
                     gradient);
  if (peakDb_ > kLowestDb)
    painter.fillRect(QRect(xOf(peakDb_) - 1, bar.top(), 2, bar.height()),
                     peakDb_ > -1.0F ? colours.danger : palette().color(QPalette::WindowText));
  painter.restore();

  lampDrawn_ = clipLampLit();
  painter.setPen(Qt::NoPen);
  painter.setBrush(lampDrawn_ ? colours.danger : colours.track);
  painter.drawRoundedRect(QRect(bar.right() + 6, bar.top(), kLampWidth, bar.height()), 3, 3);
  if (event->rect().bottom() > bar.bottom()) paintScale(painter);
}

void LevelMeter::paintScale(QPainter& painter) const {
  const QRect bar = barRect();
  painter.setRenderHint(QPainter::Antialiasing, false);
  painter.setFont(smallFont(font()));
  painter.setPen(themeColours(palette()).muted);
  const QFontMetrics metrics(painter.font());
  int free = width();  // right to left, so that 0 dB always has its label
  for (auto db = kTicksDb.rbegin(); db != kTicksDb.rend(); ++db) {
    const int x = xOf(float(*db));
    painter.drawLine(x, bar.bottom() + 1, x, bar.bottom() + 3);
    const QString text = *db == 0 ? QStringLiteral("0") : QStringLiteral("\u2212%1").arg(-*db);
    const int textWidth = metrics.horizontalAdvance(text);
    const int left = std::max(0, x - textWidth / 2);
    if (left + textWidth + 3 > free) continue;
    painter.drawText(QRect(left, bar.bottom() + 4, textWidth + 1, metrics.height()),
                     Qt::AlignLeft | Qt::AlignVCenter, text);
    free = left;
  }
}

}  // namespace earwitness::gui
