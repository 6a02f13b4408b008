// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QRect>
#include <QString>
#include <optional>

#include "core/base/civil_time.h"

namespace earwitness::gui {

/// What part of a file is in view, where the cursor stands and what is selected, in seconds of the
/// file: shared by all that is drawn over time. Thread: GUI.
class Timeline : public QObject {
  Q_OBJECT
 public:
  static constexpr double kMinimumSpanSeconds = 0.05;

  explicit Timeline(QObject* parent = nullptr) : QObject(parent) {}

  /// Another file, of which all is in view.
  void reset(double seconds);
  /// The file is longer or shorter than was thought; all of it stays in view where it was.
  void setSeconds(double seconds);
  double seconds() const { return seconds_; }
  double from() const { return from_; }
  double to() const { return to_; }
  double span() const { return to_ - from_; }
  bool showsAll() const { return from_ <= 0.0 && to_ >= seconds_; }

  void show(double from, double to);
  void showAll() { show(0.0, seconds_); }
  /// factor below 1: less of the file is in view; `around` stays where it is.
  void zoom(double factor, double around);
  void pan(double seconds) { show(from_ + seconds, to_ + seconds); }
  /// Pans so far that this stretch is in view, or its start where it is longer than the view.
  void reveal(double from, double to);

  double cursor() const { return cursor_; }
  void setCursor(double seconds);

  bool hasSelection() const { return selectedTo_ > selectedFrom_; }
  double selectedFrom() const { return selectedFrom_; }
  double selectedTo() const { return selectedTo_; }
  void select(double from, double to);
  void clearSelection() { select(0.0, 0.0); }

  /// What a clock showed when the file's first sample was taken; no value when not known.
  void setStart(const std::optional<CivilTime>& start) { start_ = start; }
  /// What it showed at a position: "2024-03-31 02:30:02.9"; empty when not known.
  QString clockText(double seconds) const;

  /// Between seconds and pixels of a plot that shows what is in view. Not clamped.
  double xOf(double seconds, const QRect& plot) const;
  double secondsAt(double x, const QRect& plot) const;

 signals:
  void viewChanged();
  void cursorChanged();
  void selectionChanged();

 private:
  double seconds_ = 0.0;
  double from_ = 0.0;
  double to_ = 0.0;
  double cursor_ = 0.0;
  double selectedFrom_ = 0.0;
  double selectedTo_ = 0.0;
  std::optional<CivilTime> start_;
};

}  // namespace earwitness::gui
