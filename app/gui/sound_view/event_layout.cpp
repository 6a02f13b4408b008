// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/sound_view/event_layout.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFontMetrics>
#include <algorithm>
#include <cmath>

#include "app/gui/base/text_format.h"

namespace earwitness::gui {

namespace {
constexpr double kNarrowest = 3.0;
constexpr int kKeptTexts = 2000;
}  // namespace

std::vector<PlacedEvent> placeEvents(const EventTrack& track, const PictureTime& time,
                                     double newestSeconds) {
  std::vector<PlacedEvent> placed;
  const double plotLeft = time.plot.x();
  const double plotRight = time.rightEdge();
  for (const int index : track.between(time.startSeconds(), time.endSeconds())) {
    const PictureEvent& event = track.at(index);
    const double end =
        event.open ? std::max(event.offsetSeconds, newestSeconds) : event.offsetSeconds;
    const double left = std::max(plotLeft, time.xOf(event.onsetSeconds));
    const double right = std::min(plotRight, std::max(time.xOf(end), left + kNarrowest));
    if (left < right) placed.push_back({index, track.rowAt(index), left, right});
  }
  return placed;
}

QString describeEvent(const PictureEvent& event, const PictureTime& time, QChar separator) {
  QStringList parts{event.label};
  if (time.timeline != nullptr && time.timeline->hasClock()) {
    const double position = time.timeline->positionAt(event.onsetSeconds);
    parts.append(QDateTime::fromMSecsSinceEpoch(time.timeline->utcMsAt(position))
                     .toString(u"HH:mm:ss.zzz")
                     .chopped(2));
  }
  parts.append(event.open ? QCoreApplication::translate("EventText", "in progress")
                          : durationText(std::max(0.0, event.offsetSeconds - event.onsetSeconds)));
  parts.append(percentText(event.score));
  if (event.nearMiss)
    parts.append(QCoreApplication::translate("EventText", "Not reported. %1").arg(event.reason));
  const QString between = separator == u'\n' ? QString(separator) : QString(separator) + u' ';
  return parts.join(between);
}

void ElidedTexts::setFont(const QFont& font) {
  if (font == font_ && height_ > 0) return;
  font_ = font;
  height_ = QFontMetrics(font).height();
  widths_.clear();
  texts_.clear();
}

const QStaticText& ElidedTexts::fitting(const QString& text, int width) {
  const QFontMetrics metrics(font_);
  auto whole = widths_.find(text);
  if (whole == widths_.end()) {
    if (widths_.size() > kKeptTexts) widths_.clear();
    whole = widths_.insert(text, metrics.horizontalAdvance(text));
  }
  const int cut = std::clamp(width, 0, whole.value());
  const QPair<QString, int> key(text, cut);
  if (const auto known = texts_.constFind(key); known != texts_.constEnd()) return *known;
  if (texts_.size() > kKeptTexts) texts_.clear();
  // Its own width, rounded down, may be too little for a text.
  QString shown = cut < whole.value() ? metrics.elidedText(text, Qt::ElideRight, cut) : text;
  if (shown == QStringLiteral("…")) shown.clear();
  QStaticText laidOut(shown);
  laidOut.setTextFormat(Qt::PlainText);
  laidOut.setPerformanceHint(QStaticText::AggressiveCaching);
  laidOut.prepare(QTransform(), font_);
  return *texts_.insert(key, laidOut);
}

}  // namespace earwitness::gui
