// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "app/gui/training/settings/option_editor.h"

class QLabel;
class QToolButton;

namespace earwitness::gui {

class SettingsDocument;

/// A name, a control, a line of help, and a way back where the value is not the standard one.
/// Thread: GUI.
class OptionRow : public QWidget {
  Q_OBJECT
 public:
  OptionRow(const TrainOption& option, SettingsDocument* document, QWidget* parent = nullptr);

  const TrainOption& option() const { return option_; }
  bool isChanged() const;
  /// `words`: lower case; all of them must be in its name, its help, its flag or its key.
  bool matches(const QStringList& words) const;
  /// Shows the document's value.
  void refresh();
  void setHelp(const QString& help);
  /// Other words to choose between.
  void setChoices(const std::vector<std::pair<std::string, QString>>& choices);

 signals:
  /// Instead of being put into the document.
  void chosen(const nlohmann::json& value);

 private:
  void edited(const nlohmann::json& value);

  TrainOption option_;
  SettingsDocument* document_;
  QLabel* name_;
  QLabel* help_;
  OptionEditor editor_;
  QToolButton* reset_;
};

}  // namespace earwitness::gui
