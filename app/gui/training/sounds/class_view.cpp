// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/training/sounds/class_view.h"

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QKeyEvent>
#include <QMimeData>

#include "app/gui/services/dropped_files.h"
#include "app/gui/training/sounds/class_card.h"
#include "app/gui/training/sounds/class_model.h"

namespace earwitness::gui {

ClassView::ClassView(ClassModel* model, QWidget* parent)
    : QListView(parent), classes_(model), card_(new ClassCard(model, this)) {
  setObjectName(QStringLiteral("classCards"));
  setAccessibleName(tr("Classes"));
  setModel(model);
  setItemDelegate(card_);
  setViewMode(QListView::IconMode);
  setMovement(QListView::Static);
  setResizeMode(QListView::Adjust);
  setUniformItemSizes(true);
  setSelectionRectVisible(false);
  setSelectionMode(QAbstractItemView::SingleSelection);
  setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
  setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);  // or the cards' width would swing
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setFrameShape(QFrame::NoFrame);
  setMouseTracking(true);
  viewport()->setAttribute(Qt::WA_Hover);
  viewport()->setAutoFillBackground(false);
  setDragDropMode(QAbstractItemView::DropOnly);
  viewport()->setAcceptDrops(true);
  connect(card_, &ClassCard::playAsked, this,
          [this](const QModelIndex& index) { emit playAsked(index.row()); });
  connect(card_, &ClassCard::recordAsked, this,
          [this](const QModelIndex& index) { emit recordAsked(index.row()); });
}

void ClassView::setPlaying(int row) {
  card_->setPlaying(row < 0 ? QModelIndex() : classes_->index(row));
  viewport()->update();
}

QModelIndex ClassView::targetAt(const QPoint& point) const {
  return classes_->isOwn() ? indexAt(point) : QModelIndex();
}

void ClassView::showTarget(const QModelIndex& index) {
  card_->setDropTarget(index);
  viewport()->update();
}

void ClassView::dragEnterEvent(QDragEnterEvent* event) {
  if (localPaths(event->mimeData()->urls()).empty()) return event->ignore();
  showTarget(targetAt(event->position().toPoint()));
  event->acceptProposedAction();
}

void ClassView::dragMoveEvent(QDragMoveEvent* event) {
  if (localPaths(event->mimeData()->urls()).empty()) return event->ignore();
  showTarget(targetAt(event->position().toPoint()));
  event->acceptProposedAction();
}

void ClassView::dragLeaveEvent(QDragLeaveEvent*) {
  showTarget({});
}

void ClassView::dropEvent(QDropEvent* event) {
  const auto paths = localPaths(event->mimeData()->urls());
  showTarget({});
  if (paths.empty()) return event->ignore();
  event->acceptProposedAction();
  const QModelIndex index = targetAt(event->position().toPoint());
  if (index.isValid())
    emit soundsDropped(index.row(), paths);
  else
    emit openDropped(paths);
}

void ClassView::keyPressEvent(QKeyEvent* event) {
  if (currentRow() >= 0 && event->modifiers() == Qt::NoModifier) {
    if (event->key() == Qt::Key_Space) return emit playAsked(currentRow());
    if (event->key() == Qt::Key_R && classes_->isOwn()) return emit recordAsked(currentRow());
  }
  QListView::keyPressEvent(event);
}

void ClassView::resizeEvent(QResizeEvent* event) {
  card_->fit(viewport()->width() - 1);
  QListView::resizeEvent(event);
  scheduleDelayedItemsLayout();
}

void ClassView::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
  QListView::currentChanged(current, previous);
  emit currentRowChanged(current.isValid() ? current.row() : -1);
}

}  // namespace earwitness::gui
