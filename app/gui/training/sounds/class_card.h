// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace earwitness::gui {

class ClassModel;

/// Draws a class as a card - thumbnail spectrogram, name, clips and seconds - with buttons to play
/// its first clip and, in a set of the user's own, to record. Thread: GUI.
class ClassCard : public QStyledItemDelegate {
  Q_OBJECT
 public:
  explicit ClassCard(const ClassModel* model, QObject* parent = nullptr);

  /// The card whose clip is played, which shows a stop button; invalid: none.
  void setPlaying(const QModelIndex& index) { playing_ = index; }
  /// The card under what is dragged; invalid: none.
  void setDropTarget(const QModelIndex& index) { dropTarget_ = index; }

  /// As many cards beside each other as fit into so many pixels, and as wide as they can be then.
  void fit(int room);

  static QRect playButton(const QRect& item);
  static QRect recordButton(const QRect& item);
  static QRect picture(const QRect& item);

  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  void paint(QPainter* painter, const QStyleOptionViewItem& option,
             const QModelIndex& index) const override;

 signals:
  void playAsked(const QModelIndex& index);
  void recordAsked(const QModelIndex& index);

 protected:
  bool editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                   const QModelIndex& index) override;

 private:
  void paintFrame(QPainter& painter, const QStyleOptionViewItem& option,
                  const QModelIndex& index) const;
  void paintPicture(QPainter& painter, const QStyleOptionViewItem& option, int row) const;
  void paintInvitation(QPainter& painter, const QStyleOptionViewItem& option, int row) const;
  void paintText(QPainter& painter, const QStyleOptionViewItem& option, int row) const;
  void paintButtons(QPainter& painter, const QStyleOptionViewItem& option,
                    const QModelIndex& index) const;

  const ClassModel* model_;
  int width_;
  QPersistentModelIndex playing_;
  QPersistentModelIndex dropTarget_;
};

}  // namespace earwitness::gui
