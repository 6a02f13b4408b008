#include "app/gui/live/class_panel.h"

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QScrollBar>
#include <QToolTip>
#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

#include "app/gui/shown_label.h"
#include "app/gui/theme.h"
#include "app/gui/widgets/text_format.h"
#include "core/events/event_detector.h"
#include "core/listening/sound_names.h"

namespace earwitness::gui {

namespace {

constexpr double kBarSeconds = 0.08;       // time constant of the bars' movement
constexpr qint64 kDescribeEveryMs = 1000;  // for screen readers
constexpr float kLowestThreshold = 0.01F;
constexpr float kHighestThreshold = 0.99F;
// A class keeps its place among those over their thresholds down to this share of its own.
constexpr float kStayShare = 0.7F;
// Menus of models with fewer labels do not offer groups.
constexpr qsizetype kLabelsForGroups = 30;

float step(const QKeyEvent& event) {
  return event.modifiers().testFlag(Qt::ShiftModifier) ? 0.10F : 0.01F;
}

}  // namespace

ClassPanel::ClassPanel(QWidget* parent) : QAbstractScrollArea(parent) {
  setObjectName(QStringLiteral("liveBars"));
  setAccessibleName(tr("Classes now"));
  setFrameShape(QFrame::NoFrame);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setFocusPolicy(Qt::StrongFocus);
  viewport()->setMouseTracking(true);
  // What lies below need not be drawn for every movement of a bar.
  viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
  sinceAdvance_.start();
}

QSize ClassPanel::sizeHint() const {
  return {fontMetrics().averageCharWidth() * 36, 8 * rowHeight()};
}
QSize ClassPanel::minimumSizeHint() const {
  return {fontMetrics().averageCharWidth() * 24, 3 * rowHeight()};
}

void ClassPanel::setLabels(const QStringList& labels, std::vector<Treatment> treatments) {
  labels_ = labels;
  treatments_ = std::move(treatments);
  treatments_.resize(size_t(labels_.size()));
  hierarchy_ = {};
  groups_.clear();
  current_.reset();
  dragged_.reset();
  clear();
}

void ClassPanel::setRelations(LabelHierarchy hierarchy,
                              std::vector<std::optional<SoundGroup>> groups) {
  if (hierarchy.ancestors.size() == size_t(labels_.size())) hierarchy_ = std::move(hierarchy);
  if (groups.size() == size_t(labels_.size())) groups_ = std::move(groups);
  layoutRows();
}

void ClassPanel::setTreatments(std::vector<Treatment> treatments) {
  treatments_ = std::move(treatments);
  treatments_.resize(size_t(labels_.size()));
  layoutRows();
}

void ClassPanel::setScores(std::span<const float> scores, std::span<const float> instant) {
  if (scores.size() != size_t(labels_.size())) return;
  scores_.assign(scores.begin(), scores.end());
  instant_.clear();
  if (instant.size() == scores.size()) instant_.assign(instant.begin(), instant.end());
  toBeDrawn_ = true;
  layoutRows();
}

void ClassPanel::clear() {
  scores_.clear();
  instant_.clear();
  ranking_.clear();
  over_.clear();
  recent_.clear();
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
  std::vector<int> all(size_t(labels_.size()));
  for (size_t i = 0; i < all.size(); ++i) all[i] = int(i);
  if (lists()) {
    over_ = scores_.empty() ? std::vector<ShownLabel>() : labelsOver(all);
    std::erase_if(
        all, [this](int label) { return !labels_[label].contains(filter_, Qt::CaseInsensitive); });
    std::sort(all.begin(), all.end(), [this](int a, int b) {
      return QString::localeAwareCompare(labels_[a], labels_[b]) < 0;
    });
    return all;
  }
  std::vector<int> shown;
  for (const int label : all)
    if (treatments_[size_t(label)].pinned) shown.push_back(label);
  if (scores_.empty()) return shown;
  std::erase_if(all, [this](int label) {
    return treatments_[size_t(label)].pinned || treatments_[size_t(label)].hidden;
  });
  const auto fit = size_t(std::max(1, viewport()->height() / rowHeight()));
  over_ = labelsOver(all);
  std::vector<int> over;
  std::vector<int> rest;
  for (const ShownLabel& label : over_) over.push_back(label.label);
  // What is over its threshold, and what that stands for, is not among the quiet ones.
  std::copy_if(all.begin(), all.end(), std::back_inserter(rest), [this](int label) {
    return std::none_of(over_.begin(), over_.end(), [label](const ShownLabel& one) {
      return one.label == label ||
             std::find(one.parents.begin(), one.parents.end(), label) != one.parents.end();
    });
  });
  const size_t space = fit - std::min(fit, shown.size());
  const std::vector<int> quiet = quietLabels(rest, space - std::min(space, over.size()));
  const std::vector<int>& best = ranking_.rank(scores_, over, space);
  shown.insert(shown.end(), best.begin(), best.end());
  shown.insert(shown.end(), quiet.begin(), quiet.end());
  return shown;
}

/// The classes that are over their thresholds, and those that were and are just below.
std::vector<ShownLabel> ClassPanel::labelsOver(const std::vector<int>& candidates) {
  std::vector<int> over;
  for (const int label : candidates) {
    const bool was = std::any_of(over_.begin(), over_.end(),
                                 [label](const ShownLabel& one) { return one.label == label; });
    const float threshold = treatments_[size_t(label)].threshold;
    if (scores_[size_t(label)] >= (was ? kStayShare : 1.0F) * threshold) over.push_back(label);
  }
  return mostSpecific(hierarchy_, over, scores_);
}

/// Classes for the rows below: those that were over their thresholds lately or came near to them,
/// and, of models with few labels, others by name. Whatever is there keeps its place, so that
/// nothing moves with the scores.
std::vector<int> ClassPanel::quietLabels(const std::vector<int>& candidates, size_t count) {
  const auto holds = [](const std::vector<int>& labels, int label) {
    return std::find(labels.begin(), labels.end(), label) != labels.end();
  };
  const auto isNear = [this](int label) {
    return scores_[size_t(label)] >= kNearShare * treatments_[size_t(label)].threshold;
  };
  std::vector<int> recent;
  for (const int label : ranking_.ranked())  // until this window
    if (holds(candidates, label)) recent.push_back(label);
  for (const int label : recent_)
    if (holds(candidates, label) && !holds(recent, label)) recent.push_back(label);
  std::vector<int> near;
  for (const int label : candidates)
    if (isNear(label) && !holds(recent, label)) near.push_back(label);
  std::stable_sort(near.begin(), near.end(), [this](int left, int right) {
    return scores_[size_t(left)] > scores_[size_t(right)];
  });
  recent.insert(recent.end(), near.begin(), near.end());
  // If there is too little space, those that are near now stay.
  for (auto label = recent.end(); recent.size() > count && label != recent.begin();) {
    --label;
    if (!isNear(*label)) label = recent.erase(label);
  }
  if (recent.size() > count) recent.resize(count);
  recent_ = recent;

  if (size_t(labels_.size()) >= kManyLabels) return recent;
  std::vector<int> others;
  for (const int label : candidates)
    if (!holds(recent, label)) others.push_back(label);
  std::stable_sort(others.begin(), others.end(), [this](int left, int right) {
    return QString::localeAwareCompare(labels_[left], labels_[right]) < 0;
  });
  others.resize(std::min(others.size(), count - recent.size()));
  recent.insert(recent.end(), others.begin(), others.end());
  return recent;
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
    row.score = scores_.empty() ? 0.0F : scores_[size_t(label)];
    row.instant = instant_.empty() ? -1.0F : instant_[size_t(label)];
    row.shown = before != rows_.end() ? before->shown : 0.0F;
    const auto over = std::find_if(over_.begin(), over_.end(),
                                   [label](const ShownLabel& one) { return one.label == label; });
    if (over != over_.end()) row.parents = over->parents;
    rows.push_back(row);
  }
  rows_ = std::move(rows);
  const int content = int(rows_.size()) * rowHeight();
  verticalScrollBar()->setRange(0, lists() ? std::max(0, content - viewport()->height()) : 0);
  verticalScrollBar()->setSingleStep(rowHeight());
  verticalScrollBar()->setPageStep(viewport()->height());
  describe();
  viewport()->update();
}

void ClassPanel::describe() {
  if (rows_.empty() && scores_.empty()) {
    setAccessibleDescription(placeholder_);
    return;
  }
  if (sinceDescribed_.isValid() && sinceDescribed_.elapsed() < kDescribeEveryMs) return;
  sinceDescribed_.start();
  QStringList parts;
  for (const Row& row : rows_)
    if (row.score >= treatments_[size_t(row.label)].threshold)
      parts.append(tr("%1 %2").arg(labelText(row.label), percentText(row.score)));
  setAccessibleDescription(parts.isEmpty() ? tr("No class is over its threshold.")
                                           : parts.join(QStringLiteral(", ")));
}

void ClassPanel::advance() {
  const double elapsed = double(sinceAdvance_.nsecsElapsed()) * 1e-9;
  sinceAdvance_.restart();
  const auto share = float(1.0 - std::exp(-elapsed / kBarSeconds));
  for (size_t i = 0; i < rows_.size(); ++i) {
    Row& row = rows_[i];
    if (std::abs(row.score - row.shown) < 0.0005F) continue;
    row.shown += (row.score - row.shown) * share;
    viewport()->update(barRect(i));
  }
}

// ---- Where things are
// --------------------------------------------------------------------------------

int ClassPanel::rowHeight() const {
  return fontMetrics().height() + kBarHeight + 12;
}

QRect ClassPanel::rowRect(size_t index) const {
  return {0, int(index) * rowHeight() - verticalScrollBar()->value(), viewport()->width(),
          rowHeight()};
}

QRectF ClassPanel::trackRect(size_t index) const {
  const QRect row = rowRect(index);
  return {double(kMargin), double(row.top() + fontMetrics().height() + 4),
          double(row.width() - 2 * kMargin), double(kBarHeight)};
}

/// The bar with its mark.
QRect ClassPanel::barRect(size_t index) const {
  return trackRect(index).toAlignedRect().adjusted(-kMarkHalfWidth, 0, kMarkHalfWidth, 7);
}

QRect ClassPanel::textRect(size_t index) const {
  const QRect area = rowRect(index);
  return {kMargin, area.top() + 2, area.width() - 2 * kMargin, fontMetrics().height()};
}

QRect ClassPanel::markRect(int label) const {
  for (size_t i = 0; i < rows_.size(); ++i) {
    if (rows_[i].label != label) continue;
    const QRectF track = trackRect(i);
    const double x = track.left() + track.width() * double(treatments_[size_t(label)].threshold);
    return QRectF(x - kMarkHalfWidth, track.top() - 2, 2 * kMarkHalfWidth, kBarHeight + 8).toRect();
  }
  return {};
}

std::optional<size_t> ClassPanel::rowAt(const QPoint& position) const {
  const int index = (position.y() + verticalScrollBar()->value()) / rowHeight();
  if (position.y() < 0 || index >= int(rows_.size())) return std::nullopt;
  return size_t(index);
}

bool ClassPanel::overTrack(const QPoint& position, size_t index) const {
  return trackRect(index).adjusted(-kMarkHalfWidth, -4, kMarkHalfWidth, 7).contains(position);
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
  if (event->button() != Qt::LeftButton || !overTrack(event->position().toPoint(), *row)) return;
  dragged_ = rows_[*row].label;
  moveMark(event->position().toPoint());
}

void ClassPanel::mouseMoveEvent(QMouseEvent* event) {
  const QPoint position = event->position().toPoint();
  if (dragged_) return moveMark(position);
  const auto row = rowAt(position);
  viewport()->setCursor(row && overTrack(position, *row) ? Qt::SizeHorCursor : Qt::ArrowCursor);
}

void ClassPanel::mouseReleaseEvent(QMouseEvent*) {
  dragged_.reset();
}

void ClassPanel::moveMark(const QPoint& position) {
  const QRectF track = trackRect(0);
  const double share = (position.x() - track.left()) / std::max(1.0, track.width());
  const float threshold =
      std::clamp(std::round(float(share) * 100.0F) / 100.0F, kLowestThreshold, kHighestThreshold);
  Treatment& treatment = treatments_[size_t(*dragged_)];
  if (treatment.threshold == threshold) return;
  treatment.threshold = threshold;
  treatment.isModels = false;
  viewport()->update();
  emit thresholdChanged(*dragged_, threshold);
}

void ClassPanel::nudge(float by) {
  if (!current_) return;
  Treatment& treatment = treatments_[size_t(*current_)];
  treatment.threshold = std::clamp(treatment.threshold + by, kLowestThreshold, kHighestThreshold);
  treatment.isModels = false;
  setAccessibleDescription(
      tr("%1: reported at %2").arg(labelText(*current_), percentText(treatment.threshold)));
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
  const QRect row = rowRect(next);
  if (row.top() < 0) verticalScrollBar()->setValue(verticalScrollBar()->value() + row.top());
  if (row.bottom() > viewport()->height())
    verticalScrollBar()->setValue(verticalScrollBar()->value() + row.bottom() -
                                  viewport()->height());
}

void ClassPanel::keyPressEvent(QKeyEvent* event) {
  switch (event->key()) {
    case Qt::Key_Up:
      return moveCurrent(-1);
    case Qt::Key_Down:
      return moveCurrent(1);
    case Qt::Key_Left:
      return nudge(-step(*event));
    case Qt::Key_Right:
      return nudge(step(*event));
    case Qt::Key_P:
      if (current_) emit pinned(*current_, !treatments_[size_t(*current_)].pinned);
      return;
    case Qt::Key_H:
      if (current_) emit hidden(*current_, !treatments_[size_t(*current_)].hidden);
      return;
    case Qt::Key_Backspace:
      if (current_) emit thresholdReset(*current_);
      return;
    default:
      QAbstractScrollArea::keyPressEvent(event);
  }
}

void ClassPanel::contextMenuEvent(QContextMenuEvent* event) {
  if (event->reason() == QContextMenuEvent::Mouse) {
    const auto row = rowAt(event->pos());
    if (!row) return;
    setCurrent(rows_[*row].label);
  }
  if (!current_) return;
  const int label = *current_;
  const Treatment& treatment = treatments_[size_t(label)];
  auto* menu = new QMenu(this);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  menu->addSection(labelText(label));
  QAction* pin = menu->addAction(tr("&Pin: always show it here"));
  pin->setCheckable(true);
  pin->setChecked(treatment.pinned);
  connect(pin, &QAction::triggered, this, [this, label](bool on) { emit pinned(label, on); });
  QAction* hide = menu->addAction(tr("&Hide: no events, no alerts, no clips"));
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
  if (labels_.size() < kLabelsForGroups || group.size() < 2) return;
  const bool isHidden = std::all_of(group.begin(), group.end(),
                                    [this](int one) { return treatments_[size_t(one)].hidden; });
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
  const int label = rows_[*row].label;
  const Treatment& treatment = treatments_[size_t(label)];
  QString text =
      tr("%1\nNow %2, reported at %3%4")
          .arg(labelText(label), percentText(rows_[*row].score), percentText(treatment.threshold),
               treatment.isModels ? tr(" (the model's threshold)") : QString());
  QStringList parents;
  for (const int parent : rows_[*row].parents) parents.append(labelText(parent));
  if (!parents.isEmpty())
    text += u'\n' + tr("Also over the threshold: %1").arg(parents.join(QStringLiteral(", ")));
  if (treatment.hidden) text += u'\n' + tr("Hidden: it makes no events.");
  text += u'\n' + tr("Drag the mark to report it sooner or later.");
  QToolTip::showText(help->globalPos(), text, viewport());
  return true;
}

}  // namespace earwitness::gui
