// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <map>
#include <vector>

#include "app/gui/training/settings/augmented_pair.h"
#include "app/gui/training/settings/train_options.h"

class QCheckBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace earwitness::gui {

class AugmentationEditor;
class AugmentationPreview;
class OptionRow;
class SettingsDocument;

/// Every option of a training, by group, with a field that finds them. Thread: GUI.
class ExpertPage : public QWidget {
  Q_OBJECT
 public:
  explicit ExpertPage(SettingsDocument* document, QWidget* parent = nullptr);

  void setClips(std::vector<PreviewClip> clips);
  /// Why the architectures cannot be told of; empty where they can.
  void setArchitectureProblem(const QString& sentence);
  void showOnlyChanged();
  void showGroup(OptionGroup group);
  /// How many options differ from the preset.
  int changes() const;

 private:
  struct Group {
    OptionGroup group;
    QWidget* box = nullptr;
    QLabel* heading = nullptr;
    QVBoxLayout* list = nullptr;
    std::vector<OptionRow*> rows = {};
  };

  QWidget* finder();
  QWidget* options();
  void addGroups(QVBoxLayout* column);
  OptionRow* addRow(Group& group, const TrainOption& option);
  void chooseModel(const nlohmann::json& value);
  void refresh();
  void refreshArchitecture();
  void refreshNavigation();
  void openGroup();
  void filter();
  bool filterGroup(Group& group, const QStringList& words);
  bool isSearching() const;
  Group& groupOf(OptionGroup group);

  SettingsDocument* document_;
  QLineEdit* search_;
  QCheckBox* onlyChanged_;
  QPushButton* resetAll_;
  QListWidget* navigation_;
  QScrollArea* scroll_;
  QLabel* nothing_;
  QLabel* architectureProblem_;
  AugmentationEditor* augmentation_;
  AugmentationPreview* preview_;
  std::vector<Group> groups_;
  OptionRow* architecture_ = nullptr;
  std::vector<OptionRow*> architectureRows_;
  std::string architectureShown_;
};

}  // namespace earwitness::gui
