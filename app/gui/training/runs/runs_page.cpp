// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/training/runs/runs_page.h"

#include <QAction>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>
#include <memory>

#include "app/gui/base/background.h"
#include "app/gui/base/text_format.h"
#include "app/gui/training/run_library.h"
#include "app/gui/training/runs/run_changes.h"
#include "app/gui/training/runs/run_comparison.h"
#include "app/gui/training/runs/run_table.h"
#include "app/gui/widgets/banner.h"

namespace earwitness::gui {

namespace fs = std::filesystem;

namespace {

constexpr int kLookMs = 2000;

}  // namespace

RunsPage::RunsPage(fs::path folder, QWidget* parent)
    : QWidget(parent), folder_(std::move(folder)), lister_(new RunLister(this)) {
  setObjectName(QStringLiteral("runsPage"));
  build();
  timer_.setInterval(kLookMs);
  connect(&timer_, &QTimer::timeout, this, &RunsPage::refresh);
  connect(lister_, &RunLister::listed, this, &RunsPage::take);
  connect(lister_, &RunLister::failed, banner_, &Banner::setText);
  connect(filter_, &QLineEdit::textChanged, this, [this](const QString& words) {
    table_->setFilter(words);
    showCount();
  });
  connect(comparison_, &RunComparison::told, this, &RunsPage::told);
  connect(table_, &RunTable::selectionMade, this, &RunsPage::compare);
  connect(table_, &QTableView::activated, this, &RunsPage::open);
  compare();
}

void RunsPage::build() {
  banner_ = new Banner(this);
  filter_ = new QLineEdit(this);
  filter_->setObjectName(QStringLiteral("runsFilter"));
  filter_->setPlaceholderText(tr("Filter: name, state, data, recipe, network"));
  filter_->setAccessibleName(tr("Filter runs"));
  filter_->setClearButtonEnabled(true);
  count_ = new QLabel(this);
  count_->setObjectName(QStringLiteral("runsCount"));
  table_ = new RunTable(this);
  open_ = addButton(tr("&Open"), {}, "runsOpen", &RunsPage::open);
  result_ = addButton(tr("Resul&t"), {}, "runsResult", &RunsPage::openResult);
  useSettings_ = addButton(tr("Use &settings"), {}, "runsSettings", &RunsPage::useSettings);
  useSettings_->setToolTip(tr("Start a new run with the settings of this one"));
  rename_ = addButton(tr("&Rename…"), Qt::Key_F2, "runsRename", &RunsPage::askForName);
  remove_ = addButton(tr("&Delete…"), Qt::Key_Delete, "runsDelete", &RunsPage::askToRemove);
  auto* row = new QHBoxLayout;
  row->setSpacing(6);
  row->addWidget(filter_, 1);
  row->addWidget(count_);
  row->addSpacing(8);
  for (QPushButton* button : {open_, result_, useSettings_, rename_, remove_})
    row->addWidget(button);
  comparison_ = new RunComparison(this);
  auto* panes = new QSplitter(Qt::Vertical, this);
  panes->setChildrenCollapsible(false);
  panes->addWidget(table_);
  panes->addWidget(comparison_);
  panes->setSizes({220, 340});
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(12, 10, 12, 10);
  layout->setSpacing(8);
  layout->addWidget(banner_);
  layout->addLayout(row);
  layout->addWidget(panes, 1);
}

QPushButton* RunsPage::addButton(const QString& text, const QKeySequence& key, const char* name,
                                 void (RunsPage::*slot)()) {
  auto* button = new QPushButton(text, this);
  button->setObjectName(QString::fromLatin1(name));
  connect(button, &QPushButton::clicked, this, slot);
  if (key.isEmpty()) return button;
  button->setToolTip(key.toString(QKeySequence::NativeText));
  auto* action = new QAction(this);
  action->setShortcut(key);
  action->setShortcutContext(Qt::WidgetShortcut);
  connect(action, &QAction::triggered, button, &QPushButton::click);
  table_->addAction(action);
  return button;
}

void RunsPage::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  refresh();
  timer_.start();
}

void RunsPage::hideEvent(QHideEvent* event) {
  QWidget::hideEvent(event);
  timer_.stop();
}

void RunsPage::refresh() {
  lister_->list(folder_);
}

void RunsPage::selectRun(const fs::path& folder) {
  wanted_ = folder;
  refresh();
}

void RunsPage::take(const std::vector<RunEntry>& entries) {
  banner_->setText({});
  table_->setEntries(entries);
  if (!wanted_.empty()) table_->select(wanted_);
  wanted_.clear();
  if (table_->current() == nullptr && table_->shownRows() > 0)
    table_->setCurrentIndex(table_->model()->index(0, 0));
  showCount();
  compare();
}

void RunsPage::showCount() {
  const int all = table_->allRows();
  const int shown = table_->shownRows();
  count_->setText(shown == all ? tr("Runs: %1").arg(all)
                               : tr("Runs: %1 of %2").arg(shown).arg(all));
}

void RunsPage::showEnabled() {
  const std::vector<RunEntry> chosen = table_->selected();
  const bool one = chosen.size() == 1;
  bool isStill = !chosen.empty();
  for (const RunEntry& entry : chosen) isStill = isStill && entry.run.state != "running";
  open_->setEnabled(one);
  result_->setEnabled(one && chosen.front().trials == 0 && chosen.front().run.best.has_value());
  useSettings_->setEnabled(one && !chosen.front().run.settings.empty());
  rename_->setEnabled(one && isStill);
  remove_->setEnabled(isStill);
}

void RunsPage::compare() {
  comparison_->setRuns(table_->selected());
  showEnabled();
}

void RunsPage::open() {
  const std::vector<RunEntry> chosen = table_->selected();
  if (chosen.size() != 1) return;
  const QString folder = textOf(chosen.front().path());
  if (chosen.front().trials > 0)
    emit searchAsked(folder);
  else if (chosen.front().run.state == "finished" && chosen.front().hasResult)
    emit resultAsked(folder);
  else
    emit runOpened(folder);
}

void RunsPage::openResult() {
  const std::vector<RunEntry> chosen = table_->selected();
  if (chosen.size() == 1) emit resultAsked(textOf(chosen.front().path()));
}

void RunsPage::useSettings() {
  const std::vector<RunEntry> chosen = table_->selected();
  if (chosen.size() == 1) emit settingsAsked(textOf(chosen.front().path()));
}

void RunsPage::askForName() {
  const std::vector<RunEntry> chosen = table_->selected();
  if (chosen.size() != 1) return;
  const fs::path run = chosen.front().path();
  auto* dialog = new QInputDialog(this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setWindowTitle(tr("Rename run"));
  dialog->setLabelText(tr("Name:"));
  dialog->setTextValue(runTitle(run));
  connect(dialog, &QInputDialog::textValueSelected, this,
          [this, run](const QString& name) { rename(run, name); });
  dialog->open();
}

void RunsPage::rename(const fs::path& run, const QString& name) {
  const QString plain = name.trimmed();
  if (plain.isEmpty() || plain == runTitle(run)) return;
  if (plain.contains(u'/') || plain.startsWith(u'.')) {
    emit told(tr("Run names cannot contain / or begin with a dot."));
    return;
  }
  wanted_ = renamedRun(run, plain);
  change([run, renamed = wanted_] { renameRun(run, renamed); });
}

void RunsPage::askToRemove() {
  const std::vector<RunEntry> chosen = table_->selected();
  if (chosen.empty()) return;
  std::vector<fs::path> runs;
  for (const RunEntry& entry : chosen) runs.push_back(entry.path());
  const QString question =
      runs.size() == 1
          ? tr("Move the run “%1” and its model to the trash?").arg(runTitle(runs.front()))
          : tr("Move %n runs and their models to the trash?", nullptr, int(runs.size()));
  auto* box = new QMessageBox(QMessageBox::Question, tr("Delete runs"), question,
                              QMessageBox::Cancel, this);
  box->setAttribute(Qt::WA_DeleteOnClose);
  const QPushButton* yes = box->addButton(tr("&Move to trash"), QMessageBox::DestructiveRole);
  connect(yes, &QPushButton::clicked, this, [this, runs] { moveToTrash(runs); });
  box->open();
}

void RunsPage::moveToTrash(const std::vector<fs::path>& runs) {
  change([runs] {
    for (const fs::path& run : runs) trashRun(run);
  });
}

/// `work` may throw; its sentence is told. The list is read anew in either case.
void RunsPage::change(std::function<void()> work) {
  inBackground(
      this, std::move(work), [this] { refresh(); },
      [this](const QString& sentence) {
        emit told(sentence);
        refresh();
      });
}

}  // namespace earwitness::gui
