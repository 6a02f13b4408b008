// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractScrollArea>
#include <QElapsedTimer>
#include <QStringList>
#include <optional>
#include <span>
#include <vector>

#include "app/gui/sound_view/class_row_geometry.h"
#include "app/gui/sound_view/class_row_painter.h"
#include "app/gui/sound_view/shown_classes.h"

class QMenu;

namespace earwitness {
enum class SoundGroup;
}

namespace earwitness::gui {

/// The classes and what they score now: name, percentage, a bar for the smoothed score with a thin
/// line for the instant one, and a mark at the score that makes an event, which is dragged. Shows
/// pinned classes, those over their thresholds by score, and below them, muted, others that keep
/// their places (ShownClasses); or all of them. A more general class is not listed beside a more
/// specific one, whose tool tip names it.
///
/// Of a file it shows the highest scores instead, with the classes of its events as results in the
/// colours of the curves. Thresholds are then only shown.
///
/// Keys: up and down choose a class, left and right move its mark (with Shift in larger steps), P
/// pins, H hides, Backspace gives the model's own threshold back. Thread: GUI.
class ClassPanel : public QAbstractScrollArea {
  Q_OBJECT
 public:
  using Treatment = ClassTreatment;
  using Row = ClassRow;

  explicit ClassPanel(QWidget* parent = nullptr);

  /// Labels as people read them, with one treatment each.
  void setLabels(const QStringList& labels, std::vector<Treatment> treatments);
  void setTreatments(std::vector<Treatment> treatments);
  /// Which classes are more general than others, and the group of each class; follows setLabels().
  void setRelations(LabelHierarchy hierarchy, std::vector<std::optional<SoundGroup>> groups);
  const std::vector<Treatment>& treatments() const { return now_.treatments; }
  /// scores (nLabels), instant (nLabels) or empty.
  void setScores(std::span<const float> scores, std::span<const float> instant = {});
  /// Of a file: the highest scores (nLabels) and the results (resultsOf()), in the order of the
  /// curves' colours. From the first call on, thresholds cannot be changed here.
  void setResults(std::span<const float> highest, std::vector<ShownLabel> results);
  /// Nothing is heard.
  void clear();
  /// What is said where there is nothing to show.
  void setPlaceholder(const QString& text);
  /// Lists every class by name, or those whose name holds `text` where it is not empty.
  void setShowAll(bool all);
  void setFilter(const QString& text);
  /// Moves the bars towards their scores. Called once a frame.
  void advance();

  const std::vector<Row>& rows() const { return rows_; }
  QString labelText(int label) const { return now_.labels.value(label); }
  /// True if the class looks like a result; everything else is muted.
  bool isResult(int label) const { return now_.isResult(label); }
  std::optional<int> currentLabel() const { return current_; }
  /// Where a class's mark is drawn, in the viewport; null where the class is not shown.
  QRect markRect(int label) const;

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 signals:
  void thresholdChanged(int label, float threshold);
  void thresholdReset(int label);
  void pinned(int label, bool on);
  void hidden(int label, bool on);
  /// All classes of a group.
  void groupHidden(const QList<int>& labels, bool on);
  /// The scores that were set last have been drawn.
  void scoresDrawn();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void contextMenuEvent(QContextMenuEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  bool viewportEvent(QEvent* event) override;

 private:
  bool lists() const { return showAll_ || !filter_.isEmpty(); }
  void layoutRows();
  std::vector<int> labelsToShow();
  QList<int> groupOf(int label) const;
  void addGroupAction(QMenu* menu, int label);
  void describe();
  /// As the panel is scrolled now.
  ClassRowGeometry rowGeometry() const;
  std::optional<size_t> rowAt(const QPoint& position) const;
  void moveMark(const QPoint& position);
  void nudge(float step);
  void moveCurrent(int step);
  void setCurrent(int label);
  QString toolTipText(const Row& row) const;

  ClassScores now_;
  std::vector<float> instant_;                     ///< (nLabels) or empty
  std::vector<std::optional<SoundGroup>> groups_;  ///< (nLabels) or empty
  std::vector<Row> rows_;
  ShownClasses shown_;
  bool isOfFile_ = false;
  QString placeholder_;
  QString filter_;
  bool showAll_ = false;
  std::optional<int> current_;
  std::optional<int> dragged_;
  QElapsedTimer sinceAdvance_;
  QElapsedTimer sinceDescribed_;
  bool toBeDrawn_ = false;  ///< scores that were set since the last paint
};

}  // namespace earwitness::gui
