// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/history/history_filters.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QTimer>
#include <QVBoxLayout>

#include "app/gui/base/shown_label.h"

namespace earwitness::gui {

namespace {

constexpr int kTypingPauseMs = 200;

QDateTimeEdit* timeEdit(const char* name, const QString& accessibleName, QWidget* parent) {
  auto* edit = new QDateTimeEdit(parent);
  edit->setObjectName(QString::fromLatin1(name));
  edit->setAccessibleName(accessibleName);
  edit->setDisplayFormat(QStringLiteral("yyyy-MM-dd HH:mm"));
  edit->setCalendarPopup(true);
  edit->hide();
  return edit;
}

}  // namespace

HistoryFilters::HistoryFilters(QWidget* parent) : QWidget(parent) {
  auto* rows = new QVBoxLayout(this);
  rows->setContentsMargins(0, 0, 0, 0);
  rows->setSpacing(6);
  rows->addLayout(new QHBoxLayout);
  rows->addLayout(new QHBoxLayout);
  addSearch();
  addRange();
  addChoices();
  qobject_cast<QHBoxLayout*>(rows->itemAt(1)->layout())->addStretch(1);
}

void HistoryFilters::addSearch() {
  typing_ = new QTimer(this);
  typing_->setSingleShot(true);
  typing_->setInterval(kTypingPauseMs);
  connect(typing_, &QTimer::timeout, this, &HistoryFilters::changed);
  search_ = new QLineEdit(this);
  search_->setObjectName(QStringLiteral("historySearch"));
  search_->setAccessibleName(tr("Search events"));
  search_->setPlaceholderText(tr("Search classes, devices, files and models"));
  search_->setClearButtonEnabled(true);
  connect(search_, &QLineEdit::textChanged, typing_, qOverload<>(&QTimer::start));
  connect(search_, &QLineEdit::returnPressed, this, [this] {
    typing_->stop();
    emit changed();
  });
  layout()->itemAt(0)->layout()->addWidget(search_);
}

QComboBox* HistoryFilters::addCombo(const char* name, const QString& accessibleName) {
  auto* combo = new QComboBox(this);
  combo->setObjectName(QString::fromLatin1(name));
  combo->setAccessibleName(accessibleName);
  layout()->itemAt(1)->layout()->addWidget(combo);
  connect(combo, &QComboBox::currentIndexChanged, this, &HistoryFilters::changed);
  return combo;
}

void HistoryFilters::addRange() {
  range_ = addCombo("historyRange", tr("Time"));
  const QSignalBlocker blocker(range_);
  range_->addItem(tr("Any time"), int(Range::AnyTime));
  range_->addItem(tr("Today"), int(Range::Today));
  range_->addItem(tr("Last 7 days"), int(Range::Week));
  range_->addItem(tr("Last 30 days"), int(Range::Month));
  range_->addItem(tr("From … to …"), int(Range::Chosen));
  QLayout* row = layout()->itemAt(1)->layout();
  from_ = timeEdit("historyFrom", tr("From"), this);
  untilLabel_ = new QLabel(tr("to"), this);
  untilLabel_->hide();
  to_ = timeEdit("historyTo", tr("To"), this);
  const QDateTime today = QDate::currentDate().startOfDay();
  from_->setDateTime(today);
  to_->setDateTime(today.addDays(1));
  for (QWidget* widget : {static_cast<QWidget*>(from_), untilLabel_, static_cast<QWidget*>(to_)})
    row->addWidget(widget);
  for (QDateTimeEdit* edit : {from_, to_})
    connect(edit, &QDateTimeEdit::dateTimeChanged, this, &HistoryFilters::changed);
  connect(range_, &QComboBox::currentIndexChanged, this, [this] {
    const bool isChosen = Range(range_->currentData().toInt()) == Range::Chosen;
    for (QWidget* widget : {static_cast<QWidget*>(from_), untilLabel_, static_cast<QWidget*>(to_)})
      widget->setVisible(isChosen);
  });
}

void HistoryFilters::addChoices() {
  label_ = addCombo("historyLabel", tr("Class"));
  origin_ = addCombo("historyOrigin", tr("Live or files"));
  verdict_ = addCombo("historyVerdict", tr("Review"));
  const QSignalBlocker labels(label_), origins(origin_), verdicts(verdict_);
  label_->addItem(tr("All classes"));
  origin_->addItem(tr("Live and files"));
  origin_->addItem(tr("Live only"), true);
  origin_->addItem(tr("Files only"), false);
  verdict_->addItem(tr("Reviewed or not"));
  verdict_->addItem(tr("Not reviewed"), int(Verdict::None));
  verdict_->addItem(tr("Correct"), int(Verdict::Right));
  verdict_->addItem(tr("Wrong"), int(Verdict::Wrong));
  verdict_->addItem(tr("Relabelled"), int(Verdict::Relabelled));
}

void HistoryFilters::applyRange(EventQuery& query) const {
  const QDateTime today = QDate::currentDate().startOfDay();
  const auto since = [&query, &today](int days) {
    query.fromUtcMs = today.addDays(-days).toMSecsSinceEpoch();
  };
  switch (Range(range_->currentData().toInt())) {
    case Range::AnyTime:
      return;
    case Range::Today:
      return since(0);
    case Range::Week:
      return since(6);
    case Range::Month:
      return since(29);
    case Range::Chosen:
      query.fromUtcMs = from_->dateTime().toMSecsSinceEpoch();
      query.toUtcMs = to_->dateTime().toMSecsSinceEpoch();
  }
}

EventQuery HistoryFilters::query() const {
  EventQuery query;
  applyRange(query);
  query.text = search_->text().trimmed().toStdString();
  if (label_->currentIndex() > 0) query.labels = {label_->currentData().toString().toStdString()};
  if (origin_->currentIndex() > 0) query.live = origin_->currentData().toBool();
  if (verdict_->currentIndex() > 0) query.verdict = Verdict(verdict_->currentData().toInt());
  return query;
}

bool HistoryFilters::isNarrowed() const {
  return !search_->text().trimmed().isEmpty() || range_->currentIndex() > 0 ||
         label_->currentIndex() > 0 || origin_->currentIndex() > 0 || verdict_->currentIndex() > 0;
}

void HistoryFilters::setLabels(const std::vector<EventCount>& labels) {
  const QVariant chosen = label_->currentData();
  const QSignalBlocker blocker(label_);
  while (label_->count() > 1) label_->removeItem(1);
  for (const EventCount& label : labels)
    label_->addItem(
        tr("%1 (%2)", "a sound and how many").arg(shownLabel(label.label)).arg(label.count),
        QString::fromStdString(label.label));
  if (!chosen.isValid()) return;
  if (label_->findData(chosen) < 0)
    label_->addItem(shownLabel(chosen.toString().toStdString()), chosen);
  label_->setCurrentIndex(label_->findData(chosen));
}

void HistoryFilters::setRange(Range range) {
  range_->setCurrentIndex(range_->findData(int(range)));
}

void HistoryFilters::setSpan(qint64 beginUtcMs, qint64 endUtcMs) {
  {
    const QSignalBlocker blocker(this);
    from_->setDateTime(QDateTime::fromMSecsSinceEpoch(beginUtcMs));
    to_->setDateTime(QDateTime::fromMSecsSinceEpoch(endUtcMs));
    setRange(Range::Chosen);
  }
  emit changed();
}

void HistoryFilters::clear() {
  {
    const QSignalBlocker blocker(this);
    search_->clear();
    for (QComboBox* combo : {range_, label_, origin_, verdict_}) combo->setCurrentIndex(0);
  }
  typing_->stop();
  emit changed();
}

}  // namespace earwitness::gui
