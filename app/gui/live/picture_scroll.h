// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace earwitness::gui {

/// Which columns of a live picture are in view. While it runs, the right edge moves evenly just
/// behind what was heard last; while it is frozen, it stands where it is put. All in columns of the
/// history. Pure. Thread: one at a time.
class PictureScroll {
 public:
  /// An empty picture that runs. The span stays.
  void reset();
  /// Columns [begin, end) are held, and time has gone on by `elapsedColumns`.
  void advance(long begin, long end, double elapsedColumns);

  bool isFrozen() const { return frozen_; }
  /// Thawed, the picture is at the newest column at once.
  void setFrozen(bool frozen);

  double span() const { return span_; }
  /// `fixedShare`: the place, 0 left edge to 1 right edge, whose moment stays where it is while the
  /// picture is frozen; while it runs that is the right edge.
  void setSpan(double span, double fixedShare = 1.0);

  /// Column at the right edge.
  double endPosition() const { return frozen_ ? frozenEnd_ : head_; }
  double startPosition() const { return endPosition() - span_; }
  /// Moves a frozen picture, no further than there are columns.
  void moveTo(double endPosition);
  void moveBy(double columns) { moveTo(frozenEnd_ + columns); }
  void moveToStart() { moveTo(double(begin_)); }
  void moveToEnd() { moveTo(double(end_)); }
  /// How far the right edge is behind what was heard last.
  double behind() const { return double(end_) - endPosition(); }

 private:
  long begin_ = 0;
  long end_ = 0;
  double span_ = 1.0;
  double head_ = 0.0;
  double frozenEnd_ = 0.0;
  bool frozen_ = false;
};

}  // namespace earwitness::gui
