// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <cstdint>

class QComboBox;
class QDoubleSpinBox;

namespace earwitness::gui {

/// A number with MiB, GiB or TiB. Thread: GUI.
class ByteSizeEdit : public QWidget {
  Q_OBJECT
 public:
  /// `name`: for those who hear the window.
  explicit ByteSizeEdit(const QString& name, QWidget* parent = nullptr);

  int64_t bytes() const;
  /// In the largest unit of which there is at least one.
  void setBytes(int64_t bytes);

 signals:
  void edited();

 private:
  void fitRange();

  QDoubleSpinBox* number_;
  QComboBox* unit_;
};

/// 1610612736 -> "1.5 GiB"
QString byteSizeText(int64_t bytes);

}  // namespace earwitness::gui
