// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <optional>

#include "app/gui/training/run_text.h"

class QHBoxLayout;

namespace earwitness::gui {

class Banner;

/// Why a run does not go on, and buttons for what helps; hidden while it does. Thread: GUI.
class RunProblemView : public QWidget {
  Q_OBJECT
 public:
  explicit RunProblemView(QWidget* parent = nullptr);

  void setTrouble(const std::optional<RunProblem>& trouble, const RunView& view);
  QString sentence() const;

 signals:
  void chosen(earwitness::gui::Remedy remedy);

 private:
  Banner* banner_;
  QHBoxLayout* buttons_;
  std::vector<Remedy> shown_;
};

}  // namespace earwitness::gui
