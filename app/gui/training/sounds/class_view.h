// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>
#include <filesystem>
#include <vector>

namespace earwitness::gui {

class ClassCard;
class ClassModel;

/// The classes as cards, as many beside each other as there is room; only those that are seen are
/// drawn. Sounds dropped on a card of an own set belong to its class; everything else that is
/// dropped is to be opened. Keys: Space plays, R records. Thread: GUI.
class ClassView : public QListView {
  Q_OBJECT
 public:
  explicit ClassView(ClassModel* model, QWidget* parent = nullptr);

  /// The class whose first clip is played; -1: none.
  void setPlaying(int row);
  int currentRow() const { return currentIndex().isValid() ? currentIndex().row() : -1; }

 signals:
  void playAsked(int row);
  void recordAsked(int row);
  void currentRowChanged(int row);
  void soundsDropped(int row, const std::vector<std::filesystem::path>& paths);
  void openDropped(const std::vector<std::filesystem::path>& paths);

 protected:
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dragMoveEvent(QDragMoveEvent* event) override;
  void dragLeaveEvent(QDragLeaveEvent* event) override;
  void dropEvent(QDropEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

 private:
  /// The card at a point, where it can take what is dropped.
  QModelIndex targetAt(const QPoint& point) const;
  void showTarget(const QModelIndex& index);

  ClassModel* classes_;
  ClassCard* card_;
};

}  // namespace earwitness::gui
