// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/sound_view/class_panel.h"

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>
#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

#include "app/gui/base/shown_label.h"
#include "app/gui/base/text_format.h"
#include "app/gui/base/theme.h"
#include "core/listening/sound_names.h"

namespace earwitness::gui {

namespace {

constexpr double kBarSeconds = 0.08;       // time constant of the bars' movement
constexpr qint64 kDescribeEveryMs = 1000;  // for screen readers
constexpr float kLowestThreshold = 0.01F;
constexpr float kHighestThreshold = 0.99F;
// Menus of models with fewer labels do not offer groups.
constexpr qsizetype kLabelsForGroups = 30;

float step(const QKeyEvent& event) {
  return event.modifiers().testFlag(Qt::ShiftModifier) ? 0.10F : 0.01F;
}

}  // namespace

ClassPanel::ClassPanel(QWidget* parent) : QAbstractScrollArea(parent) {
  setObjectName(QStringLiteral("liveBars"));
  setAccessibleName(tr("Current classes"));
  setFrameShape(QFrame::NoFrame);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setFocusPolicy(Qt::StrongFocus);
  viewport()->setMouseTracking(true);
  // What lies below need not be drawn for every movement of a bar.
  viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
  sinceAdvance_.start();
}

QSize ClassPanel::sizeHint() const {
  return {fontMetrics().averageCharWidth() * 36, 8 * rowGeometry().rowHeight()};
}
QSize ClassPanel::minimumSizeHint() const {
  return {fontMetrics().averageCharWidth() * 24, 3 * rowGeometry().rowHeight()};
}

void ClassPanel::setLabels(const QStringList& labels, std::vector<Treatment> treatments) {
  now_.labels = labels;
  now_.treatments = std::move(treatments);
  now_.treatments.resize(size_t(now_.labels.size()));
  now_.hierarchy = {};
  groups_.clear();
  current_.reset();
  dragged_.reset();
  clear();
}

void ClassPanel::setRelations(LabelHierarchy hierarchy,
                              std::vector<std::optional<SoundGroup>> groups) {
  if (hierarchy.ancestors.size() == size_t(now_.labels.size()))
    now_.hierarchy = std::move(hierarchy);
  if (groups.size() == size_t(now_.labels.size())) groups_ = std::move(groups);
  layoutRows();
}

void ClassPanel::setTreatments(std::vector<Treatment> treatments) {
  now_.treatments = std::move(treatments);
  now_.treatments.resize(size_t(now_.labels.size()));
  layoutRows();
}

void ClassPanel::setScores(std::span<const float> scores, std::span<const float> instant) {
  if (scores.size() != size_t(now_.labels.size())) return;
  now_.scores.assign(scores.begin(), scores.end());
  instant_.clear();
  if (instant.size() == scores.size()) instant_.assign(instant.begin(), instant.end());
  toBeDrawn_ = true;
  layoutRows();
}

void ClassPanel::setResults(std::span<const float> highest, std::vector<ShownLabel> results) {
  if (highest.size() != size_t(now_.labels.size())) return;
  isOfFile_ = true;
  now_.scores.assign(highest.begin(), highest.end());
  now_.results = std::move(results);
  instant_.clear();
  sinceDescribed_.invalidate();
  layoutRows();
}

void ClassPanel::clear() {
  now_.scores.clear();
  instant_.clear();
  now_.results.reset();
  shown_.clear();
  layoutRows();
}

void ClassPanel::setPlaceholder(const QString& text) {
  if (text == placeholder_) return;
  placeholder_ = text;
  describe();
  viewport()->update();
}

void ClassPanel::setShowAll(bool all) {
  showAll_ = all;
  layoutRows();
}

void ClassPanel::setFilter(const QString& text) {
  filter_ = text.trimmed();
  layoutRows();
}

std::vector<int> ClassPanel::labelsToShow() {
  if (lists()) return shown_.listed(now_, filter_);
  const auto space = size_t(std::max(1, viewport()->height() / rowGeometry().rowHeight()));
  // Of a file, all results have a row.
  return shown_.rows(now_, now_.results ? std::max(space, now_.results->size()) : space);
}

void ClassPanel::layoutRows() {
  std::vector<Row> rows;
  // The class under the mouse keeps its place while its mark is dragged.
  std::vector<int> shown;
  if (dragged_)
    for (const Row& row : rows_) shown.push_back(row.label);
  else
    shown = labelsToShow();
  for (const int label : shown) {
    const auto before =
        std::find_if(rows_.begin(), rows_.end(), [&](const Row& r) { return r.label == label; });
    Row row;
    row.label = label;
    row.score = now_.scores.empty() ? 0.0F : now_.scores[size_t(label)];
    row.instant = instant_.empty() ? -1.0F : instant_[size_t(label)];
    row.shown = isOfFile_ ? row.score : before != rows_.end() ? before->shown : 0.0F;
    row.parents = shown_.parentsOf(label);
    rows.push_back(row);
  }
  rows_ = std::move(rows);
  const int content = int(rows_.size()) * rowGeometry().rowHeight();
  const bool scrolls = lists() || isOfFile_;
  verticalScrollBar()->setRange(0, scrolls ? std::max(0, content - viewport()->height()) : 0);
  verticalScrollBar()->setSingleStep(rowGeometry().rowHeight());
  verticalScrollBar()->setPageStep(viewport()->height());
  describe();
  viewport()->update();
}

void ClassPanel::describe() {
  if (rows_.empty() && now_.scores.empty()) {
    setAccessibleDescription(placeholder_);
    return;
  }
  if (sinceDescribed_.isValid() && sinceDescribed_.elapsed() < kDescribeEveryMs) return;
  sinceDescribed_.start();
  QStringList parts;
  for (const Row& row : rows_)
    if (isResult(row.label))
      parts.append(tr("%1 %2").arg(labelText(row.label), percentText(row.score)));
  setAccessibleDescription(parts.isEmpty() ? tr("No class is over its threshold.")
                                           : parts.join(QStringLiteral(", ")));
}

void ClassPanel::advance() {
  const double elapsed = double(sinceAdvance_.nsecsElapsed()) * 1e-9;
  sinceAdvance_.restart();
  const auto share = float(1.0 - std::exp(-elapsed / kBarSeconds));
  const ClassRowGeometry bars = rowGeometry();
  for (size_t i = 0; i < rows_.size(); ++i) {
    Row& row = rows_[i];
    if (std::abs(row.score - row.shown) < 0.0005F) continue;
    row.shown += (row.score - row.shown) * share;
    viewport()->update(bars.bar(i));
  }
}

ClassRowGeometry ClassPanel::rowGeometry() const {
  return {.width = viewport()->width(),
          .scrolled = verticalScrollBar()->value(),
          .textHeight = fontMetrics().height()};
}

QRect ClassPanel::markRect(int label) const {
  for (size_t i = 0; i < rows_.size(); ++i)
    if (rows_[i].label == label)
      return rowGeometry().mark(i, double(now_.treatments[size_t(label)].threshold));
  return {};
}

std::optional<size_t> ClassPanel::rowAt(const QPoint& position) const {
  return rowGeometry().rowAt(position, rows_.size());
}

void ClassPanel::paintEvent(QPaintEvent* event) {
  QPainter painter(viewport());
  painter.fillRect(event->rect(), palette().color(QPalette::Window));
  if (rows_.empty()) {
    constexpr int margin = ClassRowGeometry::kMargin;
    painter.setPen(themeColours(palette()).muted);
    const QString text = lists()               ? tr("No class name contains this text.")
                         : now_.scores.empty() ? placeholder_
                                               : tr("No class is over its threshold.");
    painter.drawText(viewport()->rect().adjusted(margin, 4, -margin, -4),
                     Qt::AlignCenter | Qt::TextWordWrap, text);
    return;
  }
  painter.setRenderHint(QPainter::Antialiasing);
  const ClassRowPainter rowPainter(now_, rowGeometry(), palette(), font());
  for (size_t i = 0; i < rows_.size(); ++i)
    rowPainter.paint(painter, rows_[i], i, hasFocus() && current_ == rows_[i].label,
                     event->region());
  if (std::exchange(toBeDrawn_, false)) emit scoresDrawn();
}

// ---- Mouse and keys
// --------------------------------------------------------------------------------

void ClassPanel::setCurrent(int label) {
  current_ = label;
  viewport()->update();
}

void ClassPanel::mousePressEvent(QMouseEvent* event) {
  const auto row = rowAt(event->position().toPoint());
  if (!row) return;
  setCurrent(rows_[*row].label);
  if (isOfFile_ || event->button() != Qt::LeftButton ||
      !rowGeometry().isOverTrack(event->position().toPoint(), *row))
    return;
  dragged_ = rows_[*row].label;
  moveMark(event->position().toPoint());
}

void ClassPanel::mouseMoveEvent(QMouseEvent* event) {
  const QPoint position = event->position().toPoint();
  if (dragged_) return moveMark(position);
  const auto row = rowAt(position);
  const bool isOverMark = !isOfFile_ && row && rowGeometry().isOverTrack(position, *row);
  viewport()->setCursor(isOverMark ? Qt::SizeHorCursor : Qt::ArrowCursor);
}

void ClassPanel::mouseReleaseEvent(QMouseEvent*) {
  dragged_.reset();
}

void ClassPanel::moveMark(const QPoint& position) {
  const double share = rowGeometry().shareAt(position);
  const float threshold =
      std::clamp(std::round(float(share) * 100.0F) / 100.0F, kLowestThreshold, kHighestThreshold);
  Treatment& treatment = now_.treatments[size_t(*dragged_)];
  if (treatment.threshold == threshold) return;
  treatment.threshold = threshold;
  treatment.isModels = false;
  viewport()->update();
  emit thresholdChanged(*dragged_, threshold);
}

void ClassPanel::nudge(float by) {
  if (!current_) return;
  Treatment& treatment = now_.treatments[size_t(*current_)];
  treatment.threshold = std::clamp(treatment.threshold + by, kLowestThreshold, kHighestThreshold);
  treatment.isModels = false;
  setAccessibleDescription(
      tr("%1: threshold %2").arg(labelText(*current_), percentText(treatment.threshold)));
  viewport()->update();
  emit thresholdChanged(*current_, treatment.threshold);
}

void ClassPanel::moveCurrent(int by) {
  if (rows_.empty()) return;
  const auto place = std::find_if(rows_.begin(), rows_.end(), [this](const Row& row) {
    return current_ && row.label == *current_;
  });
  const long at = place == rows_.end() ? (by > 0 ? -1 : std::ssize(rows_)) : place - rows_.begin();
  const auto next = size_t(std::clamp(at + by, 0L, std::ssize(rows_) - 1));
  setCurrent(rows_[next].label);
  const QRect row = rowGeometry().row(next);
  if (row.top() < 0) verticalScrollBar()->setValue(verticalScrollBar()->value() + row.top());
  if (row.bottom() > viewport()->height())
    verticalScrollBar()->setValue(verticalScrollBar()->value() + row.bottom() -
                                  viewport()->height());
}

void ClassPanel::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Up) return moveCurrent(-1);
  if (event->key() == Qt::Key_Down) return moveCurrent(1);
  if (isOfFile_) return QAbstractScrollArea::keyPressEvent(event);
  switch (event->key()) {
    case Qt::Key_Left:
      return nudge(-step(*event));
    case Qt::Key_Right:
      return nudge(step(*event));
    case Qt::Key_P:
      if (current_) emit pinned(*current_, !now_.treatments[size_t(*current_)].pinned);
      return;
    case Qt::Key_H:
      if (current_) emit hidden(*current_, !now_.treatments[size_t(*current_)].hidden);
      return;
    case Qt::Key_Backspace:
      if (current_) emit thresholdReset(*current_);
      return;
    default:
      QAbstractScrollArea::keyPressEvent(event);
  }
}

void ClassPanel::contextMenuEvent(QContextMenuEvent* event) {
  if (isOfFile_) return QAbstractScrollArea::contextMenuEvent(event);
  if (event->reason() == QContextMenuEvent::Mouse) {
    const auto row = rowAt(event->pos());
    if (!row) return;
    setCurrent(rows_[*row].label);
  }
  if (!current_) return;
  const int label = *current_;
  const Treatment& treatment = now_.treatments[size_t(label)];
  auto* menu = new QMenu(this);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  menu->addSection(labelText(label));
  QAction* pin = menu->addAction(tr("&Pin: always show it here"));
  pin->setCheckable(true);
  pin->setChecked(treatment.pinned);
  connect(pin, &QAction::triggered, this, [this, label](bool on) { emit pinned(label, on); });
  QAction* hide = menu->addAction(tr("Ignore t&his class: no events, alerts or clips"));
  hide->setCheckable(true);
  hide->setChecked(treatment.hidden);
  connect(hide, &QAction::triggered, this, [this, label](bool on) { emit hidden(label, on); });
  addGroupAction(menu, label);
  QAction* reset = menu->addAction(tr("Use the &model's threshold"));
  reset->setEnabled(!treatment.isModels);
  connect(reset, &QAction::triggered, this, [this, label] { emit thresholdReset(label); });
  menu->popup(event->globalPos());
}

QList<int> ClassPanel::groupOf(int label) const {
  QList<int> found;
  if (groups_.empty() || !groups_[size_t(label)]) return found;
  for (size_t other = 0; other < groups_.size(); ++other)
    if (groups_[other] == groups_[size_t(label)]) found.append(int(other));
  return found;
}

void ClassPanel::addGroupAction(QMenu* menu, int label) {
  const QList<int> group = groupOf(label);
  if (now_.labels.size() < kLabelsForGroups || group.size() < 2) return;
  const bool isHidden = std::all_of(
      group.begin(), group.end(), [this](int one) { return now_.treatments[size_t(one)].hidden; });
  QAction* hide =
      menu->addAction(tr("Ignore all %n classes of the &group “%1”", nullptr, int(group.size()))
                          .arg(groupText(*groups_[size_t(label)])));
  hide->setObjectName(QStringLiteral("hideGroup"));
  hide->setCheckable(true);
  hide->setChecked(isHidden);
  connect(hide, &QAction::triggered, this, [this, group](bool on) { emit groupHidden(group, on); });
}

void ClassPanel::focusInEvent(QFocusEvent* event) {
  QAbstractScrollArea::focusInEvent(event);
  if (!current_ && !rows_.empty()) setCurrent(rows_.front().label);
}

void ClassPanel::resizeEvent(QResizeEvent*) {
  layoutRows();
}

bool ClassPanel::viewportEvent(QEvent* event) {
  if (event->type() != QEvent::ToolTip) return QAbstractScrollArea::viewportEvent(event);
  auto* help = static_cast<QHelpEvent*>(event);
  const auto row = rowAt(help->pos());
  if (!row) {
    QToolTip::hideText();
    return true;
  }
  QToolTip::showText(help->globalPos(), toolTipText(rows_[*row]), viewport());
  return true;
}

QString ClassPanel::toolTipText(const Row& row) const {
  const Treatment& treatment = now_.treatments[size_t(row.label)];
  const QString models = treatment.isModels ? tr(" (the model's threshold)") : QString();
  const QString text = isOfFile_ ? tr("%1\nHighest score in the file %2, threshold %3%4")
                                 : tr("%1\nScore %2, threshold %3%4");
  QStringList lines{text.arg(labelText(row.label), percentText(row.score),
                             percentText(treatment.threshold), models)};
  QStringList parents;
  for (const int parent : row.parents) parents.append(labelText(parent));
  if (!parents.isEmpty())
    lines.append(tr("Also over the threshold: %1").arg(parents.join(QStringLiteral(", "))));
  if (treatment.hidden) lines.append(tr("Ignored: this class produces no events."));
  if (isOfFile_ && !treatment.hidden && !isResult(row.label) && row.score >= treatment.threshold)
    lines.append(tr("Over the threshold, but without an event."));
  if (!isOfFile_) lines.append(tr("Drag the triangle to change the threshold."));
  return lines.join(u'\n');
}

}  // namespace earwitness::gui
