// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <filesystem>

class QPushButton;
class QTreeWidget;

namespace earwitness::gui {

class Banner;
class ModelLibrary;
struct LibraryModel;

/// All models in a table, and what can be done with them: use, card, rename, show the file, remove,
/// begin with. Thread: GUI.
class ModelManager : public QDialog {
  Q_OBJECT
 public:
  explicit ModelManager(ModelLibrary* library, QWidget* parent = nullptr);

 signals:
  /// Use this one now.
  void chosen(const QString& file);
  void importAsked();

 private:
  QWidget* buttonColumn();
  QPushButton* addButton(const QString& text, const QKeySequence& key, void (ModelManager::*act)());
  void fill();
  void showEnabled();
  const LibraryModel* selected() const;
  void use();
  void showCard();
  void rename();
  void showFile();
  void remove();
  void toggleStart();

  ModelLibrary* library_;
  QTreeWidget* table_;
  Banner* banner_;
  QPushButton* use_ = nullptr;
  QPushButton* card_ = nullptr;
  QPushButton* rename_ = nullptr;
  QPushButton* showFile_ = nullptr;
  QPushButton* remove_ = nullptr;
  QPushButton* start_ = nullptr;
};

}  // namespace earwitness::gui
