// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <filesystem>

#include "core/listening/model_description.h"

class QLabel;
class QListWidget;
class QTextBrowser;

namespace earwitness::gui {

/// A model's card: what it says of itself, and its labels to search in. Thread: GUI.
class ModelCardDialog : public QDialog {
  Q_OBJECT
 public:
  ModelCardDialog(ModelDescription model, const std::filesystem::path& file,
                  QWidget* parent = nullptr);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  QWidget* labelsPane();
  void showCard();
  void search(const QString& text);
  void copy();

  ModelDescription model_;
  QTextBrowser* card_;
  QListWidget* labels_ = nullptr;
  QLabel* found_ = nullptr;
};

}  // namespace earwitness::gui
