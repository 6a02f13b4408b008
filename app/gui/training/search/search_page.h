// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>
#include <filesystem>

#include "app/gui/training/search/search_state.h"

class QLabel;
class QProgressBar;
class QPushButton;
class QTableWidget;

namespace earwitness::gui {

class Banner;
class ElidedLabel;
class ParallelPlot;

/// A search while it goes on and after: its trials as a table, best first, and their settings
/// against what they came to. Reads the search's folder in the background. Thread: GUI.
class SearchPage : public QWidget {
  Q_OBJECT
 public:
  explicit SearchPage(QWidget* parent = nullptr);

  void showSearch(const std::filesystem::path& folder);

 signals:
  /// The folder of a trial's run.
  void resultAsked(const QString& folder);
  /// The search in this folder is to stop; the best so far is kept.
  void stopAsked(const QString& folder);
  /// One sentence.
  void told(const QString& sentence);

 protected:
  void showEvent(QShowEvent* event) override;
  void hideEvent(QHideEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void build();
  void look();
  void take(SearchState&& state);
  void fillTable();
  void fillPlot();
  void showEnabled();
  void choose(int number);
  void openResult();
  int currentTrial() const;
  const SearchTrial* find(int number) const;

  std::filesystem::path folder_;
  SearchState state_;
  bool isReading_ = false;
  int request_ = 0;
  QTimer timer_;
  Banner* banner_ = nullptr;
  ElidedLabel* title_ = nullptr;
  QLabel* summary_ = nullptr;
  QProgressBar* progress_ = nullptr;
  QTableWidget* table_ = nullptr;
  ParallelPlot* plot_ = nullptr;
  QPushButton *result_ = nullptr, *best_ = nullptr, *stop_ = nullptr;
};

}  // namespace earwitness::gui
