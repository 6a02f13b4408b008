// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <map>
#include <optional>

#include "app/gui/training/settings/train_presets.h"

class QButtonGroup;
class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace earwitness::gui {

class ChoiceCard;
class SettingsDocument;

/// What somebody decides who has never trained anything. Thread: GUI.
class PresetsPage : public QWidget {
  Q_OBJECT
 public:
  explicit PresetsPage(SettingsDocument* document, QWidget* parent = nullptr);

  /// Marks a preset; none: the settings are an earlier run's, which is called so.
  void setChosen(std::optional<TrainPreset> preset, const QString& runName = {});
  /// An empty sentence: it can be chosen.
  void setUnavailable(TrainPreset preset, const QString& why);
  /// How many options differ from what is chosen.
  void setChanges(int changes);
  void setNameHint(const QString& hint);
  QString name() const;

 signals:
  void chosen(earwitness::gui::TrainPreset preset);
  void changesAsked();
  void resetAsked();

 private:
  QWidget* cards();
  QWidget* remark();

  SettingsDocument* document_;
  QButtonGroup* group_;
  std::map<TrainPreset, ChoiceCard*> cards_;
  QLabel* from_;
  QLabel* changes_;
  QPushButton* show_;
  QPushButton* reset_;
  QWidget* changesRow_ = nullptr;
  QCheckBox* background_;
  QLineEdit* name_;
};

}  // namespace earwitness::gui
