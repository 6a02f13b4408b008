// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>
#include <filesystem>
#include <functional>

#include "app/gui/training/runs/run_lister.h"

class QLabel;
class QLineEdit;
class QPushButton;

namespace earwitness::gui {

class Banner;
class RunComparison;
class RunTable;

/// All runs in a folder: found, compared, opened, renamed, removed. Looks anew while it is shown.
/// Thread: GUI.
class RunsPage : public QWidget {
  Q_OBJECT
 public:
  explicit RunsPage(std::filesystem::path folder, QWidget* parent = nullptr);

  void refresh();
  void selectRun(const std::filesystem::path& folder);
  /// In the background; a sentence is told where it cannot be done.
  void rename(const std::filesystem::path& run, const QString& name);
  void moveToTrash(const std::vector<std::filesystem::path>& runs);

 signals:
  void runOpened(const QString& folder);
  void resultAsked(const QString& folder);
  void searchAsked(const QString& folder);
  void settingsAsked(const QString& folder);
  /// One sentence.
  void told(const QString& sentence);

 protected:
  void showEvent(QShowEvent* event) override;
  void hideEvent(QHideEvent* event) override;

 private:
  void build();
  QPushButton* addButton(const QString& text, const QKeySequence& key, const char* name,
                         void (RunsPage::*slot)());
  void take(const std::vector<RunEntry>& entries);
  void showEnabled();
  void showCount();
  void compare();
  void open();
  void openResult();
  void useSettings();
  void askForName();
  void askToRemove();
  void change(std::function<void()> work);

  std::filesystem::path folder_;
  RunLister* lister_;
  Banner* banner_ = nullptr;
  QLineEdit* filter_ = nullptr;
  QLabel* count_ = nullptr;
  RunTable* table_ = nullptr;
  RunComparison* comparison_ = nullptr;
  QPushButton *open_ = nullptr, *result_ = nullptr, *useSettings_ = nullptr, *rename_ = nullptr,
              *remove_ = nullptr;
  std::filesystem::path wanted_;  ///< to be selected when it is listed
  QTimer timer_;
};

}  // namespace earwitness::gui
