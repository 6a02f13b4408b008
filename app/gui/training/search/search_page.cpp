// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/training/search/search_page.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSplitter>
#include <QTableWidget>
#include <QVBoxLayout>
#include <memory>

#include "app/gui/base/background.h"
#include "app/gui/base/core_text.h"
#include "app/gui/base/text_format.h"
#include "app/gui/base/theme.h"
#include "app/gui/training/main_figure.h"
#include "app/gui/training/run_library.h"
#include "app/gui/training/run_names.h"
#include "app/gui/training/search/parallel_plot.h"
#include "app/gui/widgets/banner.h"
#include "app/gui/widgets/elided_label.h"
#include "app/gui/widgets/table_style.h"

namespace earwitness::gui {

namespace fs = std::filesystem;

namespace {

constexpr int kLookMs = 1000;
enum Column {
  kRank,
  kTrial,
  kState,
  kEpochs,
  kFigure,
  kRate,
  kDecay,
  kAugmentation,
  kWidth,
  kColumns
};

Qt::Alignment alignmentOf(int column) {
  return (column == kState ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter;
}

QString numberText(const std::optional<double>& value) {
  return value ? QLocale().toString(*value, 'g', 3) : QString();
}

QString shareText(const std::optional<double>& share) {
  return share ? SearchPage::tr("%1%").arg(QLocale().toString(*share * 100.0, 'f', 1)) : QString();
}

QString stateText(const SearchTrial& trial, int wholeEpochs) {
  if (trial.state == "waiting") return SearchPage::tr("Waiting");
  // Between two rungs a trial's run stands still; whether it goes on is not known yet.
  const bool isHalfWay = trial.state == "stopped" && trial.epochs < wholeEpochs;
  return isHalfWay ? SearchPage::tr("Evaluated") : runStateText(trial.state);
}

}  // namespace

SearchPage::SearchPage(QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("searchPage"));
  build();
  timer_.setInterval(kLookMs);
  connect(&timer_, &QTimer::timeout, this, &SearchPage::look);
  connect(table_, &QTableWidget::itemSelectionChanged, this, [this] {
    plot_->setCurrent(currentTrial());
    showEnabled();
  });
  connect(table_, &QTableWidget::activated, this, &SearchPage::openResult);
  connect(plot_, &ParallelPlot::lineChosen, this, &SearchPage::choose);
  showEnabled();
}

void SearchPage::build() {
  banner_ = new Banner(this);
  title_ = new ElidedLabel(this);
  QFont large = title_->font();
  large.setPointSizeF(large.pointSizeF() * 1.25);
  large.setBold(true);
  title_->setFont(large);
  summary_ = new QLabel(this);
  summary_->setObjectName(QStringLiteral("searchSummary"));
  progress_ = new QProgressBar(this);
  progress_->setObjectName(QStringLiteral("searchProgress"));
  progress_->setAccessibleName(tr("Started trials"));
  progress_->setTextVisible(false);
  progress_->setFixedHeight(6);
  const auto addButton = [this](const QString& text, const QString& help, const char* name) {
    auto* button = new QPushButton(text, this);
    button->setObjectName(QString::fromLatin1(name));
    button->setToolTip(help);
    return button;
  };
  best_ = addButton(tr("&Best result"), tr("The result of the best trial so far"), "searchBest");
  result_ =
      addButton(tr("&Result of the trial"), tr("The result of the selected trial"), "searchResult");
  stop_ =
      addButton(tr("&Stop"), tr("Stops the search. The best trial so far is saved."), "searchStop");
  connect(best_, &QPushButton::clicked, this, [this] {
    if (const SearchTrial* best = state_.best()) emit resultAsked(textOf(best->folder));
  });
  connect(result_, &QPushButton::clicked, this, &SearchPage::openResult);
  connect(stop_, &QPushButton::clicked, this, [this] { emit stopAsked(textOf(folder_)); });

  table_ = new QTableWidget(0, kColumns, this);
  table_->setObjectName(QStringLiteral("searchTable"));
  table_->setAccessibleName(tr("Trials"));
  table_->setHorizontalHeaderLabels({tr("Rank"), tr("Trial"), tr("State"), tr("Epochs"),
                                     tr("Balanced accuracy"), tr("Learning rate"),
                                     tr("Weight decay"), tr("Augmentation"), tr("Width")});
  styleTable(*table_);
  table_->setSelectionMode(QAbstractItemView::SingleSelection);
  table_->setEditTriggers(QAbstractItemView::NoEditTriggers);
  table_->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
  table_->horizontalHeader()->setSectionResizeMode(kState, QHeaderView::Stretch);
  table_->horizontalHeader()->setStretchLastSection(false);
  for (int column = 0; column < kColumns; ++column)
    table_->horizontalHeaderItem(column)->setTextAlignment(alignmentOf(column));
  plot_ = new ParallelPlot(this);

  auto* buttons = new QHBoxLayout;
  buttons->setSpacing(6);
  auto* names = new QVBoxLayout;
  names->setSpacing(0);
  names->addWidget(title_);
  names->addWidget(summary_);
  buttons->addLayout(names, 1);
  for (QPushButton* button : {best_, result_, stop_}) buttons->addWidget(button);
  auto* panes = new QSplitter(Qt::Vertical, this);
  panes->setChildrenCollapsible(false);
  panes->addWidget(table_);
  panes->addWidget(plot_);
  panes->setSizes({260, 260});
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(12, 10, 12, 10);
  layout->setSpacing(8);
  layout->addWidget(banner_);
  layout->addLayout(buttons);
  layout->addWidget(progress_);
  layout->addWidget(panes, 1);
}

void SearchPage::showSearch(const fs::path& folder) {
  folder_ = folder;
  ++request_;
  isReading_ = false;
  state_ = {};
  title_->setText(runTitle(folder));
  banner_->setText({});
  fillTable();
  fillPlot();
  look();
}

void SearchPage::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  look();
  timer_.start();
}

void SearchPage::hideEvent(QHideEvent* event) {
  QWidget::hideEvent(event);
  timer_.stop();
}

void SearchPage::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::PaletteChange && table_ != nullptr) fillTable();
}

void SearchPage::look() {
  if (isReading_ || folder_.empty()) return;
  isReading_ = true;
  auto state = std::make_shared<SearchState>();
  const auto finish = [this, request = request_](const QString& sentence) {
    if (request != request_) return false;
    isReading_ = false;
    banner_->setText(sentence);
    return true;
  };
  readInBackground(
      this, [state, folder = folder_] { *state = readSearch(folder); },
      [this, state, finish] {
        if (finish({})) take(std::move(*state));
      },
      finish);
}

void SearchPage::take(SearchState&& state) {
  state_ = std::move(state);
  int begun = 0;
  for (const SearchTrial& trial : state_.list) begun += trial.state != "waiting" ? 1 : 0;
  progress_->setRange(0, std::max(1, state_.trials));
  progress_->setValue(begun);
  const SearchTrial* best = state_.best();
  QStringList parts{state_.isRunning    ? tr("Searching")
                    : state_.isFinished ? tr("Finished")
                                        : tr("Stopped"),
                    tr("%1 of %2 trials started").arg(begun).arg(state_.trials)};
  if (best != nullptr)
    parts << tr("best so far: trial %1 with %2").arg(best->number).arg(shareText(best->mainFigure));
  summary_->setText(parts.join(QStringLiteral(" · ")));
  fillTable();
  fillPlot();
  showEnabled();
}

int SearchPage::currentTrial() const {
  const QTableWidgetItem* item = table_->item(table_->currentRow(), kTrial);
  return item == nullptr ? -1 : item->data(Qt::UserRole).toInt();
}

const SearchTrial* SearchPage::find(int number) const {
  for (const SearchTrial& trial : state_.list)
    if (trial.number == number) return &trial;
  return nullptr;
}

void SearchPage::fillTable() {
  const int before = currentTrial();
  const QSignalBlocker quiet(table_);
  table_->horizontalHeaderItem(kFigure)->setText(state_.isMultiLabel ? tr("mAP")
                                                                     : tr("Balanced accuracy"));
  table_->setRowCount(int(state_.list.size()));
  for (int row = 0; row < table_->rowCount(); ++row) {
    const SearchTrial& trial = state_.list[size_t(row)];
    const bool hasRank = trial.mainFigure.has_value();
    const QString texts[kColumns] = {
        hasRank ? QString::number(row + 1) : QString(),
        QString::number(trial.number),
        stateText(trial, state_.epochs),
        trial.epochs > 0 ? tr("%1 of %2").arg(trial.epochs).arg(state_.epochs) : QString(),
        shareText(trial.mainFigure),
        numberText(trial.learningRate),
        numberText(trial.weightDecay),
        numberText(trial.augmentation),
        numberText(trial.width)};
    for (int column = 0; column < kColumns; ++column) {
      QTableWidgetItem* item = table_->item(row, column);
      if (item == nullptr) table_->setItem(row, column, item = new QTableWidgetItem);
      item->setText(texts[column]);
      item->setTextAlignment(alignmentOf(column));
      item->setToolTip(coreText(trial.error));
    }
    table_->item(row, kTrial)->setData(Qt::UserRole, trial.number);
    const ThemeColours& colours = themeColours(palette());
    table_->item(row, kState)
        ->setForeground(trial.state == "failed"    ? colours.danger
                        : trial.state == "running" ? colours.accent
                                                   : palette().color(QPalette::Text));
    if (trial.number == before || (before < 0 && row == 0)) table_->setCurrentCell(row, kTrial);
  }
}

void SearchPage::fillPlot() {
  const std::vector<ParallelPlot::Axis> axes{
      {.name = tr("Learning rate"), .isLogarithmic = true},
      {.name = tr("Weight decay"), .isLogarithmic = true},
      {.name = tr("Augmentation")},
      {.name = tr("Width"), .isLogarithmic = true},
      {.name = tr("Epochs")},
      {.name = mainFigureName(state_.isMultiLabel), .isShare = true}};
  std::vector<ParallelPlot::Line> lines;
  for (const SearchTrial& trial : state_.list) {
    if (!trial.mainFigure) continue;
    lines.push_back({.id = trial.number,
                     .name = tr("Trial %1").arg(trial.number),
                     .values = {trial.learningRate, trial.weightDecay, trial.augmentation,
                                trial.width, double(trial.epochs), trial.mainFigure}});
  }
  plot_->setLines(axes, std::move(lines));
  plot_->setCurrent(currentTrial());
}

void SearchPage::choose(int number) {
  for (int row = 0; row < table_->rowCount(); ++row)
    if (table_->item(row, kTrial)->data(Qt::UserRole).toInt() == number)
      table_->setCurrentCell(row, kTrial);
}

void SearchPage::openResult() {
  const SearchTrial* trial = find(currentTrial());
  if (trial != nullptr && trial->mainFigure) emit resultAsked(textOf(trial->folder));
}

void SearchPage::showEnabled() {
  const SearchTrial* trial = find(currentTrial());
  result_->setEnabled(trial != nullptr && trial->mainFigure.has_value());
  best_->setEnabled(state_.best() != nullptr);
  stop_->setEnabled(state_.isRunning);
}

}  // namespace earwitness::gui
