// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <functional>

#include "app/gui/log/report_text.h"

class QCheckBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace earwitness::gui {

/// Shows a report about a problem before it is copied to the clipboard. Thread: GUI.
class ReportDialog : public QDialog {
  Q_OBJECT
 public:
  /// `collect` is called once, on another thread.
  explicit ReportDialog(std::function<ReportFacts()> collect, QWidget* parent = nullptr);

 private:
  void showReport();
  void copy();

  ReportFacts facts_;
  QPlainTextEdit* text_;
  QCheckBox* paths_;
  QCheckBox* labels_;
  QLabel* note_;
  QPushButton* copy_;
};

/// Adds the devices, the versions and the end of the window's log to what is known already.
/// Thread: any but the GUI's, for it may wait.
ReportFacts collectFacts(ReportFacts known,
                         const std::function<std::vector<AudioDevice>()>& inputDevices);

}  // namespace earwitness::gui
