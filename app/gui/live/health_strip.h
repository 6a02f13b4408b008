// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <array>
#include <deque>

#include "app/gui/services/signal_watch.h"
#include "core/listening/listener.h"

class QLabel;

namespace earwitness::gui {

class HealthLamp;

/// How listening is doing: time of inference and its share of real time, latency, sound and windows
/// that were lost, clipping, silence. Each with a lamp. Thread: GUI.
class HealthStrip : public QWidget {
  Q_OBJECT
 public:
  explicit HealthStrip(QWidget* parent = nullptr);

  /// `hopSeconds` between windows.
  void take(const LiveUpdate& update, const SignalWatch& signal, double hopSeconds);
  void clear();

  QString inferenceText() const;
  QString latencyText() const;
  QString droppedText() const;
  QString signalText() const;

 private:
  enum Item { Inference, Latency, Dropped, Signal, ItemCount };
  struct Cell {
    HealthLamp* lamp = nullptr;
    QLabel* value = nullptr;
  };
  void add(Item item, const QString& name, const QString& tip, const char* objectName);
  void show(Item item, const QString& text, int severity);

  std::array<Cell, ItemCount> cells_;
  std::deque<float> inferenceMs_;
  std::deque<float> latencyMs_;
};

}  // namespace earwitness::gui
