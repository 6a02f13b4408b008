// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/live/picture_scroll.h"

#include <algorithm>
#include <cmath>

namespace earwitness::gui {

namespace {
constexpr double kJumpColumns = 60.0;  // further behind than this: jump instead of catching up
constexpr double kPull = 0.08;         // share of the way to the newest column, each frame
}  // namespace

void PictureScroll::reset() {
  begin_ = end_ = 0;
  head_ = frozenEnd_ = 0.0;
  frozen_ = false;
}

void PictureScroll::advance(long begin, long end, double elapsedColumns) {
  begin_ = begin;
  end_ = end;
  // Frames come in bursts; the head moves with the clock and is pulled gently to where it should
  // be.
  const auto target = double(end);
  head_ += elapsedColumns;
  head_ += (target - head_) * kPull;
  if (std::abs(target - head_) > kJumpColumns) head_ = target;
  head_ = std::min(head_, target);
}

void PictureScroll::setFrozen(bool frozen) {
  if (frozen == frozen_) return;
  frozenEnd_ = head_;
  if (!frozen) head_ = double(end_);
  frozen_ = frozen;
}

void PictureScroll::setSpan(double span, double fixedShare) {
  if (span == span_) return;
  const double fixed = startPosition() + fixedShare * span_;
  span_ = span;
  if (frozen_) moveTo(fixed + (1.0 - fixedShare) * span_);
}

void PictureScroll::moveTo(double endPosition) {
  const double highest = double(end_);
  const double lowest = std::min(highest, double(begin_) + span_);
  frozenEnd_ = std::clamp(endPosition, lowest, highest);
}

}  // namespace earwitness::gui
