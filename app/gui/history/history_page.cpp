// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/history/history_page.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QInputDialog>
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

#include "app/gui/base/shown_label.h"
#include "app/gui/base/text_format.h"
#include "app/gui/history/history_filters.h"
#include "app/gui/history/history_model.h"
#include "app/gui/history/history_plot.h"
#include "app/gui/history/history_reader.h"
#include "app/gui/sound_view/event_export.h"
#include "app/gui/widgets/banner.h"
#include "app/gui/widgets/elided_label.h"
#include "app/gui/widgets/selected_rows.h"
#include "app/gui/widgets/table_style.h"

namespace earwitness::gui {

namespace {

constexpr int kWidestRemark = 480;  // pixels

}  // namespace

HistoryPage::HistoryPage(std::filesystem::path storeFile, QWidget* parent)
    : QWidget(parent),
      reader_(new HistoryReader(std::move(storeFile), this)),
      model_(new HistoryModel(this)) {
  setObjectName(QStringLiteral("historyPage"));
  setWindowTitle(tr("History"));
  build();
  connect(filters_, &HistoryFilters::changed, this, &HistoryPage::reload);
  connect(plot_, &HistoryPlot::spanChosen, filters_, &HistoryFilters::setSpan);
  connect(reader_, &HistoryReader::loaded, this, &HistoryPage::take);
  connect(reader_, &HistoryReader::moreLoaded, model_, &HistoryModel::append);
  connect(reader_, &HistoryReader::problem, banner_, &Banner::setText);
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
  styleTable(*table_, {26, 30, 14, 10, 22, 14});
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

QAction* HistoryPage::addTableAction(const QString& text, const QKeySequence& key,
                                     const QString& name, void (HistoryPage::*slot)()) {
  auto* action = new QAction(text, this);
  action->setObjectName(name);
  action->setShortcut(key);
  action->setShortcutContext(Qt::WidgetShortcut);
  if (!key.isEmpty())
    action->setToolTip(
        tr("%1 (%2)", "an action and its key").arg(text, key.toString(QKeySequence::NativeText)));
  connect(action, &QAction::triggered, this, slot);
  table_->addAction(action);
  return action;
}

QWidget* HistoryPage::buildActions() {
  right_ = addTableAction(tr("Correct"), Qt::Key_Y, QStringLiteral("historyRight"),
                          &HistoryPage::reviewRight);
  wrong_ = addTableAction(tr("Wrong"), Qt::Key_N, QStringLiteral("historyWrong"),
                          &HistoryPage::reviewWrong);
  relabel_ = addTableAction(tr("Relabel…"), Qt::Key_L, QStringLiteral("historyRelabel"),
                            &HistoryPage::askForLabel);
  unreview_ = addTableAction(tr("Clear review"), Qt::Key_U, QStringLiteral("historyUnreview"),
                             &HistoryPage::reviewNone);
  teach_ = addTableAction(tr("Teach…"), Qt::CTRL | Qt::SHIFT | Qt::Key_E,
                          QStringLiteral("historyTeach"), &HistoryPage::teachSelected);
  play_ = addTableAction(tr("Play clip"), Qt::Key_P, QStringLiteral("historyPlay"),
                         &HistoryPage::playSelected);
  show_ = addTableAction(tr("Show file"), Qt::Key_Return, QStringLiteral("historyShow"),
                         &HistoryPage::showSelected);
  remove_ = addTableAction(tr("Remove from history"), QKeySequence::Delete,
                           QStringLiteral("historyDelete"), &HistoryPage::removeSelected);
  remove_->setToolTip(remove_->toolTip() + u'\n' + tr("The recorded clip stays on disk."));
  table_->setContextMenuPolicy(Qt::ActionsContextMenu);
  connect(table_, &QTableView::doubleClicked, this, [this] {
    if (play_->isEnabled())
      playSelected();
    else if (show_->isEnabled())
      showSelected();
  });
  auto* undoKey = new QShortcut(QKeySequence::Undo, this);
  undoKey->setContext(Qt::WidgetWithChildrenShortcut);
  connect(undoKey, &QShortcut::activated, this, &HistoryPage::undoRemove);

  auto* bar = new QWidget(this);
  auto* row = new QHBoxLayout(bar);
  row->setContentsMargins(0, 0, 0, 0);
  for (QAction* action : {right_, wrong_, relabel_, unreview_, teach_, play_, show_, remove_}) {
    auto* button = new QToolButton(bar);
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setFocusPolicy(Qt::TabFocus);
    button->setAccessibleName(action->text());
    row->addWidget(button);
    if (action == unreview_ || action == teach_ || action == show_) row->addSpacing(12);
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
  if (isVisible() && !reader_->isBusy()) reload();
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
  for (const StoredEvent& event : selected()) ids.insert(event.id);
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
  for (const int row : selectedRows(*table_->selectionModel()))
    events.push_back(storedEvent(model_->eventAt(row)));
  return events;
}

void HistoryPage::updateActions() {
  const std::vector<StoredEvent> events = selected();
  for (QAction* action : {right_, wrong_, relabel_, teach_, remove_})
    action->setEnabled(!events.empty());
  unreview_->setEnabled(std::any_of(events.begin(), events.end(), [](const StoredEvent& event) {
    return event.verdict != Verdict::None;
  }));
  play_->setEnabled(events.size() == 1 && !events[0].clip.empty());
  show_->setEnabled(events.size() == 1 && !events[0].live);
}

void HistoryPage::changeStore(std::function<void(EventStore&)> work, std::function<void()> done) {
  reader_->run(std::move(work), [this, done = std::move(done)] {
    if (done) done();
    emit edited();
    reload();
  });
}

void HistoryPage::reviewSelected(Verdict verdict, const QString& label) {
  const std::vector<StoredEvent> events = selected();
  if (events.empty()) return;
  if (events.size() == 1) {
    const int next = selectedRows(*table_->selectionModel()).front() + 1;
    if (next < model_->rowCount()) wantedId_ = model_->eventAt(next).id;
  }
  showMessage({});
  changeStore([events, verdict, label = label.toStdString()](EventStore& store) {
    for (const StoredEvent& event : events) store.review(event.id, verdict, label);
  });
  const bool areFalseAlarms = isFalseAlarm(verdict);
  std::vector<StoredEvent> changed = events;
  std::erase_if(changed, [areFalseAlarms](const StoredEvent& event) {
    return isFalseAlarm(event.verdict) == areFalseAlarms;
  });
  if (!changed.empty()) emit falseAlarmsChanged(changed, areFalseAlarms);
}

void HistoryPage::reviewRight() {
  reviewSelected(Verdict::Right);
}
void HistoryPage::reviewWrong() {
  reviewSelected(Verdict::Wrong);
}
void HistoryPage::reviewNone() {
  reviewSelected(Verdict::None);
}

void HistoryPage::askForLabel() {
  auto* dialog = new QInputDialog(this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setWindowTitle(tr("Relabel"));
  dialog->setLabelText(tr("What was it actually?"));
  dialog->setComboBoxItems(shownLabels(labels_));
  dialog->setComboBoxEditable(true);
  connect(dialog, &QInputDialog::textValueSelected, this, [this](const QString& text) {
    const QString name = text.trimmed();
    if (name.isEmpty()) return;
    const auto known = std::find_if(labels_.begin(), labels_.end(), [&](const std::string& label) {
      return isCalled(label, name);
    });
    reviewSelected(Verdict::Relabelled,
                   known != labels_.end() ? QString::fromStdString(*known) : name);
  });
  dialog->open();
}

void HistoryPage::playSelected() {
  emit playClip(QString::fromStdString(selected().front().clip));
}

void HistoryPage::showSelected() {
  const StoredEvent event = selected().front();
  emit showFile(QString::fromStdString(event.source), event.onsetSeconds);
}

void HistoryPage::teachSelected() {
  showMessage({});
  if (const std::vector<StoredEvent> events = selected(); !events.empty()) emit teachAsked(events);
}

void HistoryPage::showMessage(const QString& sentence) {
  message_->setText(sentence);
}

void HistoryPage::removeSelected() {
  std::vector<int64_t> ids;
  for (const StoredEvent& event : selected()) ids.push_back(event.id);
  if (ids.empty()) return;
  const auto removed = std::make_shared<std::vector<StoredEvent>>();
  changeStore(
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
  changeStore([events = std::exchange(removed_, {})](EventStore& store) {
    for (StoredEvent event : events) {
      event.id = 0;
      event.open = false;
      store.put(event);
    }
    store.commit();
  });
}

void HistoryPage::exportTo(const QString& path, ExportFormat format) {
  EventQuery query = filters_->query();
  query.limit = -1;  // all
  reader_->run(
      [query, format, zone = recordingZone_, file = path.toStdString()](EventStore& store) {
        std::vector<ExportedEvent> events;
        for (const StoredEvent& event : store.query(query)) events.push_back(exportedEvent(event));
        std::reverse(events.begin(), events.end());  // as they happened
        findSourceStarts(events, zone);
        exportEvents(file, events, format);
      },
      [this, path] {
        // A long path would make the window wider than the screen.
        const QString sentence = tr("Exported to %1").arg(path);
        count_->setText(count_->fontMetrics().elidedText(sentence, Qt::ElideMiddle, kWidestRemark));
        count_->setToolTip(sentence);
      });
}

}  // namespace earwitness::gui
