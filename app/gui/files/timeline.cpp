// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/files/timeline.h"

#include <algorithm>

#include "app/gui/services/file_text.h"

namespace earwitness::gui {

void Timeline::reset(double seconds) {
  seconds_ = seconds;
  from_ = 0.0;
  to_ = seconds;
  cursor_ = selectedFrom_ = selectedTo_ = 0.0;
  emit viewChanged();
  emit cursorChanged();
  emit selectionChanged();
}

void Timeline::setSeconds(double seconds) {
  if (seconds == seconds_) return;
  const bool all = showsAll();
  seconds_ = seconds;
  if (all) {
    from_ = 0.0;
    to_ = seconds;
    emit viewChanged();
  } else {
    show(from_, to_);
  }
}

QString Timeline::clockText(double seconds) const {
  constexpr int kToTheTenth = 21;
  return start_ ? civilText(later(*start_, seconds), kToTheTenth) : QString();
}

void Timeline::show(double from, double to) {
  const double span = std::clamp(to - from, std::min(kMinimumSpanSeconds, seconds_), seconds_);
  const double start = std::clamp(from, 0.0, std::max(0.0, seconds_ - span));
  if (start == from_ && start + span == to_) return;
  from_ = start;
  to_ = start + span;
  emit viewChanged();
}

void Timeline::zoom(double factor, double around) {
  const double wanted = std::clamp(span() * factor, std::min(kMinimumSpanSeconds, seconds_),
                                   std::max(kMinimumSpanSeconds, seconds_));
  const double place = span() > 0.0 ? (around - from_) / span() : 0.0;
  show(around - place * wanted, around + (1.0 - place) * wanted);
}

void Timeline::reveal(double from, double to) {
  if (from >= from_ && to <= to_) return;
  const double margin = 0.1 * span();
  if (to - from > span() - 2.0 * margin || from < from_)
    show(from - margin, from - margin + span());
  else
    show(to + margin - span(), to + margin);
}

void Timeline::setCursor(double seconds) {
  const double cursor = std::clamp(seconds, 0.0, seconds_);
  if (cursor == cursor_) return;
  cursor_ = cursor;
  emit cursorChanged();
}

void Timeline::select(double from, double to) {
  const double start = std::clamp(std::min(from, to), 0.0, seconds_);
  const double end = std::clamp(std::max(from, to), 0.0, seconds_);
  if (start == selectedFrom_ && end == selectedTo_) return;
  selectedFrom_ = start;
  selectedTo_ = end;
  emit selectionChanged();
}

double Timeline::xOf(double seconds, const QRect& plot) const {
  return plot.x() + (span() > 0.0 ? (seconds - from_) / span() : 0.0) * plot.width();
}

double Timeline::secondsAt(double x, const QRect& plot) const {
  return from_ + (x - plot.x()) / std::max(1, plot.width()) * span();
}

}  // namespace earwitness::gui
