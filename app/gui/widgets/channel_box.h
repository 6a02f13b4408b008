// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "core/audio/channel_choice.h"

class QComboBox;
class QSpinBox;

namespace earwitness::gui {

/// Chooses the mean of all channels, the left or right one, or one by its number. Thread: GUI.
class ChannelBox : public QWidget {
  Q_OBJECT
 public:
  explicit ChannelBox(const QString& accessibleName, QWidget* parent = nullptr);

  /// Does not emit chosen().
  void setChannel(ChannelChoice channel);
  ChannelChoice channel() const;

 signals:
  void chosen();

 private:
  QComboBox* kind_;
  QSpinBox* number_;
};

}  // namespace earwitness::gui
