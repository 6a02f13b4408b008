// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/training/result/result_page.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSplitter>
#include <QTabWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "app/gui/base/background.h"
#include "app/gui/base/core_text.h"
#include "app/gui/base/text_format.h"
#include "app/gui/base/theme.h"
#include "app/gui/training/curves_plot.h"
#include "app/gui/training/result/class_figures_table.h"
#include "app/gui/training/result/confusion_clips.h"
#include "app/gui/training/result/confusion_pane.h"
#include "app/gui/training/result/confusion_view.h"
#include "app/gui/training/result/corrections_keeper.h"
#include "app/gui/training/result/run_model_actions.h"
#include "app/gui/training/result_figures.h"
#include "app/gui/training/run_library.h"
#include "app/gui/training/run_names.h"
#include "app/gui/training/run_text.h"
#include "app/gui/training/run_watch.h"
#include "app/gui/widgets/banner.h"
#include "app/gui/widgets/elided_label.h"
#include "core/runs/run_lock.h"

namespace earwitness::gui {

namespace fs = std::filesystem;

struct ResultPage::Loaded {
  RunResult result;
  RunView view;
  bool isRunning = false;
  bool hasModel = false;
  QString problem;
};

namespace {

/// A sentence about what is missing or to be minded; empty where all is well.
QString remarkOn(const RunResult& result) {
  if (result.firesTooOften)
    return ResultPage::tr(
        "The model reports sounds in plain noise. Add a background class, record background noise "
        "for it, and train again.");
  if (!result.warnings.empty()) return coreText(result.warnings.front());
  return {};
}

/// The cell with the largest share of a class's clips that were called something else.
std::optional<ConfusionView::Cell> mostConfused(const ConfusionMatrix& matrix) {
  std::optional<ConfusionView::Cell> worst;
  double most = 0.0;
  for (const auto& [cell, count] : matrix.cells()) {
    const double share = double(count) / double(std::max(1L, matrix.targets(cell.first)));
    if (cell.first == cell.second || share <= most) continue;
    most = share;
    worst = ConfusionView::Cell{cell.first, cell.second};
  }
  return worst;
}

}  // namespace

ResultPage::ResultPage(PlaybackHost* playback, QWidget* parent)
    : QWidget(parent),
      corrections_(new CorrectionsKeeper(this)),
      actions_(new RunModelActions(this)),
      watch_(new RunWatch(this)) {
  setObjectName(QStringLiteral("resultPage"));
  clips_ = new ConfusionClips(playback, corrections_, this);
  build();
  connect(watch_, &RunWatch::changed, this, &ResultPage::runChanged);
  connect(corrections_, &CorrectionsKeeper::failed, this, &ResultPage::told);
  connect(corrections_, &CorrectionsKeeper::changed, this, &ResultPage::showCorrections);
  connect(actions_, &RunModelActions::modelChosen, this, &ResultPage::modelChosen);
  connect(actions_, &RunModelActions::told, this, &ResultPage::told);
  connect(clips_, &ConfusionClips::told, this, &ResultPage::told);
  connect(curves_, &CurvesPlot::told, this, &ResultPage::told);
  connect(confusion_, &ConfusionPane::cellChosen, this,
          [this](int target, int prediction) { clips_->showCell(target, prediction); });
  connect(classes_, &ClassFiguresTable::classChosen, this,
          [this](int label) { clips_->showCell(label, std::nullopt); });
}

ResultPage::~ResultPage() = default;

void ResultPage::build() {
  banner_ = new Banner(this);
  figures_ = new ResultFigures(this);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(12, 10, 12, 10);
  layout->setSpacing(8);
  layout->addWidget(buildHeader());
  layout->addWidget(figures_);
  layout->addWidget(banner_);
  layout->addWidget(buildPanes(), 1);
  for (QPushButton* button : {use_, again_, card_, export_, share_}) button->setEnabled(false);
}

template <typename Receiver>
QPushButton* ResultPage::addButton(const QString& text, const QString& help, const char* name,
                                   Receiver* receiver, void (Receiver::*slot)()) {
  auto* button = new QPushButton(text, this);
  button->setObjectName(QString::fromLatin1(name));
  button->setToolTip(help);
  connect(button, &QPushButton::clicked, receiver, slot);
  return button;
}

QWidget* ResultPage::buildHeader() {
  title_ = new ElidedLabel(this);
  title_->setObjectName(QStringLiteral("resultTitle"));
  QFont large = title_->font();
  large.setPointSizeF(large.pointSizeF() * 1.25);
  large.setBold(true);
  title_->setFont(large);
  subtitle_ = new ElidedLabel(this);
  subtitle_->setObjectName(QStringLiteral("resultSubtitle"));
  training_ = addButton(tr("&Show training"), tr("The curves of this run, and how to continue it"),
                        "resultTraining", this, &ResultPage::askForTraining);
  training_->hide();
  use_ = addButton(tr("&Use now"), tr("Adds the model to your models and listens with it"),
                   "resultUse", actions_, &RunModelActions::useNow);
  again_ = addButton(tr("Train &again"),
                     tr("The same settings again, with relabelled and excluded clips"),
                     "resultAgain", this, &ResultPage::trainAgain);
  card_ = addButton(tr("Model &card…"), tr("Description, accuracy and licence of the model"),
                    "resultCard", actions_, &RunModelActions::showCard);
  export_ = addButton(tr("&Export…"), tr("Save the model file, and its card as text next to it"),
                      "resultExport", actions_, &RunModelActions::askForExport);
  share_ = addButton(tr("Save a cop&y…"),
                     tr("Save the model and its card as one file. Nothing is uploaded."),
                     "resultShare", actions_, &RunModelActions::askForCopy);
  auto* names = new QVBoxLayout;
  names->setSpacing(0);
  names->addWidget(title_);
  names->addWidget(subtitle_);
  auto* header = new QWidget(this);
  auto* row = new QHBoxLayout(header);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(6);
  row->addLayout(names, 1);
  for (QPushButton* button : {training_, use_, again_, card_, export_, share_})
    row->addWidget(button);
  return header;
}

QWidget* ResultPage::buildPanes() {
  tabs_ = new QTabWidget(this);
  tabs_->setObjectName(QStringLiteral("resultTabs"));
  tabs_->setDocumentMode(true);
  confusion_ = new ConfusionPane(tabs_);
  classes_ = new ClassFiguresTable(tabs_);
  tabs_->addTab(confusion_, tr("Con&fusions"));
  tabs_->addTab(classes_, tr("C&lasses"));
  curves_ = new CurvesPlot(tabs_);
  tabs_->addTab(curves_, tr("Cu&rves"));
  auto* panes = new QSplitter(Qt::Horizontal, this);
  panes->setChildrenCollapsible(false);
  panes->addWidget(tabs_);
  panes->addWidget(clips_);
  panes->setStretchFactor(0, 3);
  panes->setStretchFactor(1, 2);
  panes->setSizes({600, 380});
  clips_->layout()->setContentsMargins(8, 8, 0, 0);
  return panes;
}

void ResultPage::showRun(const fs::path& folder) {
  folder_ = folder;
  const int request = ++request_;
  auto loaded = std::make_shared<Loaded>();
  readInBackground(
      this,
      [loaded, folder] {
        // A process that ends says so before it lets go of its lock.
        loaded->isRunning = RunLock::isHeld({folder});
        loaded->view = readRunView(folder);
        loaded->hasModel = RunFolder::isThere(RunFolder{folder}.bestModel());
        try {
          loaded->result = readRunResult(folder);
        } catch (const std::exception&) {
          loaded->problem = shownProblem();
          if (const auto run = readRun(folder)) loaded->result.run = *run;
        }
      },
      [this, loaded, request] {
        if (request == request_) take(*loaded);
      },
      [this](const QString& sentence) { banner_->setText(sentence); });
}

void ResultPage::take(const Loaded& loaded) {
  result_ = loaded.result;
  hasModel_ = loaded.hasModel;
  problem_ = loaded.problem;
  isRunning_ = loaded.isRunning;
  if (isRunning_ && watch_->folder() != folder_) watch_->watch(folder_);
  if (!isRunning_) watch_->stop();
  showRemark(loaded.view);
  figures_->setResult(result_);
  classes_->setResult(result_);
  curves_->setRuns({{runTitle(folder_), loaded.view}});
  clips_->setResult(result_);
  confusion_->setResult(result_);
  // Where a clip may have several labels, none is taken for another.
  tabs_->setTabVisible(tabs_->indexOf(confusion_), !result_.isMultiLabel);
  if (const auto worst = mostConfused(result_.confusion)) {
    confusion_->view()->goTo(*worst);
    clips_->showCell(worst->target, worst->prediction);
  }
  corrections_->open(result_.dataRoot, result_.corrections);
  actions_->setRun(folder_);
  showTitle();
  for (QPushButton* button : {use_, card_, export_, share_}) button->setEnabled(hasModel_);
  again_->setEnabled(result_.run.settings.is_object() && result_.run.settings.contains("data"));
}

/// What there is to know beside the figures: of a run without a result, what is still to come.
void ResultPage::showRemark(const RunView& view) {
  const RunState state = stateOf(view, isRunning_, RunRequest::Nothing);
  const bool isComplete = result_.isThere && !isRunning_;
  training_->setVisible(!isComplete || state == RunState::Paused);
  if (!problem_.isEmpty())
    banner_->setText(problem_);
  else
    banner_->setText(isComplete ? remarkOn(result_) : missingResultText(state, view));
}

/// Only while the run goes on. Its figures are read when there are others.
void ResultPage::runChanged() {
  const RunView& view = watch_->view();
  const int epochs = view.epochs.empty() ? 0 : view.epochs.back().epoch;
  const bool isNew = !watch_->isRunning() || (epochs > 0 && !hasModel_);
  showRemark(view);
  if (isNew) showRun(folder_);
}

void ResultPage::askForTraining() {
  emit trainingAsked(textOf(folder_));
}

void ResultPage::showTitle() {
  title_->setText(runTitle(folder_));
  const QDateTime started = startOf(result_.run);
  QStringList parts;
  if (!result_.run.state.empty()) parts << runStateText(result_.run.state);
  if (started.isValid()) parts << QLocale().toString(started, QLocale::ShortFormat);
  if (const QString sounds = dataNameOf(result_.run); !sounds.isEmpty()) parts << sounds;
  const size_t corrected = corrections_->corrections().all().size();
  if (corrected > 0) parts << tr("corrected clips: %1").arg(corrected);
  subtitle_->setText(parts.join(QStringLiteral(" · ")));
  subtitle_->setToolTip(subtitle_->text() + u'\n' + textOf(result_.dataRoot));
  QPalette muted = palette();
  muted.setColor(QPalette::WindowText, themeColours(palette()).muted);
  subtitle_->setPalette(muted);
}

void ResultPage::showCorrections() {
  showTitle();
  QFont font = again_->font();
  font.setBold(corrections_->canUndo());  // there is something new to train with
  again_->setFont(font);
}

void ResultPage::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::PaletteChange && subtitle_ != nullptr) showTitle();
}

/// A run that was paused may go on by now.
void ResultPage::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  if (!folder_.empty() && !result_.isThere) showRun(folder_);
}

void ResultPage::trainAgain() {
  nlohmann::json settings = result_.run.settings;
  settings["data"].erase("corrections");
  if (corrections_->corrections().empty()) {
    emit trainAgainAsked(settings);
    return;
  }
  settings["data"]["corrections"] = corrections_->file().string();
  corrections_->save([this, settings] { emit trainAgainAsked(settings); });
}

}  // namespace earwitness::gui
