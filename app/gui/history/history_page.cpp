// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/history/history_page.h"

#include <QAction>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QShortcut>
#include <QSplitter>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <memory>
#include <unordered_set>
#include <utility>

#include "app/gui/base/text_format.h"
#include "app/gui/history/history_filters.h"
#include "app/gui/history/history_model.h"
#include "app/gui/history/history_plot.h"
#include "app/gui/history/history_reader.h"
#include "app/gui/services/event_store_worker.h"
#include "app/gui/sound_view/event_export.h"
#include "app/gui/sound_view/event_selection.h"
#include "app/gui/widgets/banner.h"
#include "app/gui/widgets/elided_label.h"
#include "app/gui/widgets/selected_rows.h"
#include "app/gui/widgets/table_style.h"

namespace earwitness::gui {

namespace {

constexpr int kWidestRemark = 480;  // pixels

}  // namespace

HistoryPage::HistoryPage(EventStoreWorker* store, QWidget* parent)
    : QWidget(parent),
      reader_(new HistoryReader(store, this)),
      model_(new HistoryModel(this)),
      actions_(this) {
  setObjectName(QStringLiteral("historyPage"));
  setWindowTitle(tr("History"));
  build();
  connect(filters_, &HistoryFilters::changed, this, &HistoryPage::reload);
  connect(plot_, &HistoryPlot::spanChosen, filters_, &HistoryFilters::setSpan);
  connect(reader_, &HistoryReader::loaded, this, &HistoryPage::take);
  connect(reader_, &HistoryReader::moreLoaded, model_, &HistoryModel::append);
  connect(reader_, &HistoryReader::problem, banner_, &Banner::setText);
  connect(store, &EventStoreWorker::changed, this, &HistoryPage::refresh);
  connect(model_, &HistoryModel::moreWanted, this, &HistoryPage::loadMore);
  connect(table_->selectionModel(), &QItemSelectionModel::selectionChanged, this,
          &HistoryPage::updateActions);
  connect(showAll_, &QPushButton::clicked, filters_, &HistoryFilters::clear);
  connect(undo_, &QPushButton::clicked, this, &HistoryPage::undoRemove);
  updateActions();
}

QSize HistoryPage::sizeHint() const {
  return {1000, 680};
}

void HistoryPage::build() {
  banner_ = new Banner(this);
  filters_ = new HistoryFilters(this);
  plot_ = new HistoryPlot(this);
  table_ = new QTableView(this);
  table_->setObjectName(QStringLiteral("historyTable"));
  table_->setAccessibleName(tr("Stored events"));
  table_->setModel(model_);
  styleTable(*table_, {26, 26, 17, 10, 16, 12});
  setEmptyText(*table_, [] {
    return tr("No events to show. Events from live listening and from files appear here.");
  });
  count_ = new QLabel(this);
  count_->setObjectName(QStringLiteral("historyCount"));
  showAll_ = new QPushButton(tr("Show all"), this);
  showAll_->setObjectName(QStringLiteral("historyShowAll"));
  message_ = new ElidedLabel(this);
  message_->setObjectName(QStringLiteral("historyMessage"));
  undo_ = new QPushButton(this);
  undo_->setObjectName(QStringLiteral("historyUndo"));
  undo_->hide();

  auto* summary = new QHBoxLayout;
  summary->addWidget(count_);
  summary->addWidget(showAll_);
  summary->addSpacing(12);
  summary->addWidget(message_, 1);
  summary->addWidget(undo_);
  auto* lower = new QWidget(this);
  auto* lowerRows = new QVBoxLayout(lower);
  lowerRows->setContentsMargins(0, 4, 0, 0);
  lowerRows->addLayout(summary);
  lowerRows->addWidget(table_, 1);
  auto* panes = new QSplitter(Qt::Vertical, this);
  panes->setChildrenCollapsible(false);
  panes->addWidget(plot_);
  panes->addWidget(lower);
  panes->setStretchFactor(0, 0);
  panes->setStretchFactor(1, 1);
  panes->setSizes({plot_->sizeHint().height(), lower->sizeHint().height()});
  auto* rows = new QVBoxLayout(this);
  rows->setContentsMargins(12, 10, 12, 10);
  rows->addWidget(banner_);
  rows->addWidget(filters_);
  rows->addWidget(panes, 1);
  rows->addWidget(buildActions());
}

void HistoryPage::makeActions() {
  show_ = makeAction(this, tr("Show file"), Qt::Key_Return);
  connect(show_, &QAction::triggered, this, [this] {
    const EventRow event = selection_->events().front();
    emit showFile(textOf(event.file), event.onsetSeconds);
  });
  remove_ = makeAction(this, tr("Remove from history"), QKeySequence::Delete);
  remove_->setToolTip(remove_->toolTip() + u'\n' + tr("The recorded clip stays on disk."));
  connect(remove_, &QAction::triggered, this, &HistoryPage::removeSelected);
  selection_ =
      new EventSelection(table_, model_, actions_, {.afterPlay = {show_}, .last = {remove_}}, this);
  connect(selection_, &EventSelection::told, this, &HistoryPage::showMessage);
  actions_.teach->setObjectName(QStringLiteral("historyTeach"));
  actions_.playEvent->setShortcuts({Qt::Key_E, Qt::Key_P});
  for (QAction* action : actions_.all() + QList<QAction*>{show_, remove_}) {
    action->setShortcutContext(Qt::WidgetShortcut);
    table_->addAction(action);
  }
  for (const auto& [action, verdict] : {std::pair(actions_.reviewRight, Verdict::Right),
                                        std::pair(actions_.reviewWrong, Verdict::Wrong),
                                        std::pair(actions_.clearReview, Verdict::None)})
    connect(action, &QAction::triggered, this, [this, v = verdict] { reviewSelected(v); });
  connect(actions_.relabel, &QAction::triggered, this, [this] {
    selection_->askForLabel(labels_, [this](const std::string& label) {
      reviewSelected(Verdict::Relabelled, QString::fromStdString(label));
    });
  });
  connect(actions_.playEvent, &QAction::triggered, this,
          [this] { emit playClip(textOf(selection_->events().front().clip)); });
  connect(actions_.teach, &QAction::triggered, this, [this] {
    showMessage({});
    emit teachAsked(selected());
  });
  connect(actions_.sendToDataSet, &QAction::triggered, this, [this] {
    selection_->sendToDataSet(
        [](const EventRow& event) { return savedSound(event, kSoundAroundSeconds); }, nullptr);
  });
}

QWidget* HistoryPage::buildActions() {
  makeActions();
  auto* undoKey = new QShortcut(QKeySequence::Undo, this);
  undoKey->setContext(Qt::WidgetWithChildrenShortcut);
  connect(undoKey, &QShortcut::activated, this, &HistoryPage::undoRemove);

  auto* bar = new QWidget(this);
  auto* row = new QHBoxLayout(bar);
  row->setContentsMargins(0, 0, 0, 0);
  for (QAction* action :
       actions_.ofReview() + QList<QAction*>{actions_.teach, actions_.playEvent, show_, remove_}) {
    auto* button = new QToolButton(bar);
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setFocusPolicy(Qt::TabFocus);
    button->setAccessibleName(action->iconText());
    row->addWidget(button);
    if (action == actions_.clearReview || action == actions_.teach || action == show_)
      row->addSpacing(12);
  }
  row->addStretch(1);
  auto* exportButton = new QPushButton(tr("Export…"), bar);
  exportButton->setObjectName(QStringLiteral("historyExport"));
  exportButton->setToolTip(tr("Export the listed events as a table or as labels"));
  connect(exportButton, &QPushButton::clicked, this, [this] {
    askWhereToExport(this,
                     [this](const QString& file, ExportFormat format) { exportTo(file, format); });
  });
  row->addWidget(exportButton);
  return bar;
}

void HistoryPage::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  if (isStale_) reload();
}

void HistoryPage::refresh() {
  // A page that nobody sees costs nothing, and one that is late does not pile up work.
  isStale_ = true;
  if (isVisible() && !reader_->isLoading()) reload();
}

void HistoryPage::reload() {
  isStale_ = false;
  EventQuery query = filters_->query();
  query.limit = std::max(HistoryModel::kPageRows, model_->rowCount());
  reader_->load(query);
}

void HistoryPage::loadMore() {
  EventQuery query = filters_->query();
  query.limit = HistoryModel::kPageRows;
  query.offset = model_->rowCount();
  reader_->loadMore(query);
}

void HistoryPage::take(const HistoryAnswer& answer) {
  std::unordered_set<int64_t> ids;
  for (const int row : selection_->rows()) ids.insert(model_->eventAt(row).rowId);
  if (wantedId_ != 0) ids = {std::exchange(wantedId_, 0)};
  const int scrolled = table_->verticalScrollBar()->value();
  model_->setEvents(answer.events, answer.count);
  const std::vector<int> rows = model_->rowsOf(ids);
  if (rows.size() == 1) table_->setCurrentIndex(model_->index(rows.front(), 0));
  selectRows(*table_->selectionModel(), rows);
  table_->verticalScrollBar()->setValue(scrolled);
  plot_->setCounts(answer.counts, answer.step);
  filters_->setLabels(answer.labels);
  labels_.clear();
  for (const EventCount& label : answer.labels) labels_.push_back(label.label);
  count_->setText(tr("%Ln events", nullptr, int(answer.count)));
  count_->setToolTip({});
  showAll_->setVisible(filters_->isNarrowed());
  updateActions();
  if (isStale_ && isVisible()) reload();
}

std::vector<StoredEvent> HistoryPage::selected() const {
  std::vector<StoredEvent> events;
  for (const int row : selection_->rows()) events.push_back(storedEvent(model_->eventAt(row)));
  return events;
}

void HistoryPage::updateActions() {
  const std::vector<EventRow> events = selection_->events();
  const auto any = [&events](const auto& has) {
    return std::any_of(events.begin(), events.end(), has);
  };
  const bool hasSound = any([](const EventRow& event) { return event.hasSavedSound(); });
  for (QAction* action :
       {actions_.reviewRight, actions_.reviewWrong, actions_.relabel, actions_.teach, remove_})
    action->setEnabled(!events.empty());
  for (QAction* action : {actions_.sendToDataSet, actions_.revealEvent})
    action->setEnabled(hasSound);
  actions_.clearReview->setEnabled(
      any([](const EventRow& event) { return event.verdict != Verdict::None; }));
  actions_.playEvent->setEnabled(events.size() == 1 && !events[0].clip.empty());
  show_->setEnabled(events.size() == 1 && !events[0].file.empty());
}

void HistoryPage::reviewSelected(Verdict verdict, const QString& label) {
  const std::vector<StoredEvent> events = selected();
  if (events.empty()) return;
  if (events.size() == 1) {
    const int next = selection_->rows().front() + 1;
    if (next < model_->rowCount()) wantedId_ = model_->eventAt(next).rowId;
  }
  showMessage({});
  reader_->change([events, verdict, label = label.toStdString()](EventStore& store) {
    for (const StoredEvent& event : events) store.review(event.id, verdict, label);
  });
  const bool areFalseAlarms = isFalseAlarm(verdict);
  std::vector<StoredEvent> changed = events;
  std::erase_if(changed, [areFalseAlarms](const StoredEvent& event) {
    return isFalseAlarm(event.verdict) == areFalseAlarms;
  });
  if (!changed.empty()) emit falseAlarmsChanged(changed, areFalseAlarms);
}

void HistoryPage::showMessage(const QString& sentence) {
  message_->setText(sentence);
}

void HistoryPage::removeSelected() {
  std::vector<int64_t> ids;
  for (const EventRow& event : selection_->events()) ids.push_back(event.rowId);
  if (ids.empty()) return;
  const auto removed = std::make_shared<std::vector<StoredEvent>>();
  reader_->change(
      [ids, removed](EventStore& store) {
        for (const int64_t id : ids)
          if (auto event = store.find(id)) removed->push_back(std::move(*event));
        store.remove(ids);
      },
      [this, removed] {
        removed_ = std::move(*removed);
        undo_->setText(tr("Undo deleting %Ln events", nullptr, int(removed_.size())));
        undo_->show();
      });
}

void HistoryPage::undoRemove() {
  if (removed_.empty()) return;
  undo_->hide();
  reader_->change([events = std::exchange(removed_, {})](EventStore& store) {
    for (StoredEvent event : events) {
      event.id = 0;
      event.open = false;
      store.put(event);
    }
  });
}

void HistoryPage::exportTo(const QString& path, ExportFormat format) {
  const auto showDone = [this, path] {
    // A long path would make the window wider than the screen.
    const QString sentence = tr("Exported to %1").arg(path);
    count_->setText(count_->fontMetrics().elidedText(sentence, Qt::ElideMiddle, kWidestRemark));
    count_->setToolTip(sentence);
  };
  reader_->exportTo(path.toStdString(), format, filters_->query(), recordingZone_, showDone);
}

}  // namespace earwitness::gui
