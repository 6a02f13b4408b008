// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>
#include <filesystem>

#include <nlohmann/json.hpp>

namespace earwitness::gui {

/// Settings of earlier runs, newest first, and of any file. Thread: GUI; reads in the background.
class RunSettingsMenu : public QMenu {
  Q_OBJECT
 public:
  explicit RunSettingsMenu(QWidget* parent = nullptr);

  /// settings.json, or the folder that holds it.
  void open(const std::filesystem::path& file);

 signals:
  /// `name`: of the run's folder.
  void loaded(const nlohmann::json& settings, const QString& name);
  /// A sentence.
  void failed(const QString& sentence);

 private:
  void list();
  void chooseFile();

  QAction* fromFile_;
  QAction* none_;
  QList<QAction*> runs_;
};

}  // namespace earwitness::gui
