// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/training/studio/training_studio.h"

#include <QButtonGroup>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QShortcut>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <nlohmann/json.hpp>

#include "app/gui/base/background.h"
#include "app/gui/base/text_format.h"
#include "app/gui/services/playback_host.h"
#include "app/gui/training/result/result_page.h"
#include "app/gui/training/run/run_process.h"
#include "app/gui/training/run/run_restart.h"
#include "app/gui/training/run/training_page.h"
#include "app/gui/training/run_library.h"
#include "app/gui/training/runs/runs_page.h"
#include "app/gui/training/search/search_page.h"
#include "app/gui/training/settings/settings_page.h"
#include "app/gui/training/sounds/sounds_page.h"
#include "app/gui/widgets/banner.h"
#include "app/gui/widgets/bring_to_front.h"
#include "app/gui/widgets/pane_layout.h"
#include "core/runs/run_folder.h"
#include "core/runs/run_lock.h"

namespace fs = std::filesystem;

namespace earwitness::gui {

namespace {

constexpr const char* kGeometryKey = "training/geometry";
constexpr QSize kUsualSize{1100, 760};

fs::path pathOf(const QString& text) {
  return text.toStdString();
}

/// A home that cannot be read has no runs.
std::vector<fs::path> runningRunsOrNone() {
  try {
    return runningRuns();
  } catch (const std::exception&) {
    return {};
  }
}

}  // namespace

TrainingStudio::TrainingStudio(const Backend& backend, QWidget* parent)
    : QWidget(parent, Qt::Window),
      playback_(new PlaybackHost(backend, this)),
      steps_(new QButtonGroup(this)),
      banner_(new Banner(this)),
      pages_(new QStackedWidget(this)),
      sounds_(new SoundsPage(backend, playback_, pages_)),
      settings_(new TrainSettingsPage(pages_)),
      trainings_(new QStackedWidget(pages_)),
      training_(new TrainingPage(trainings_)),
      search_(new SearchPage(trainings_)),
      result_(new ResultPage(playback_, pages_)),
      runs_(new RunsPage(runsFolder(), pages_)) {
  setObjectName(QStringLiteral("trainingStudio"));
  setWindowTitle(tr("Train a model"));
  trainings_->addWidget(training_);
  trainings_->addWidget(search_);
  for (QWidget* page :
       std::initializer_list<QWidget*>{sounds_, settings_, trainings_, result_, runs_})
    pages_->addWidget(page);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(kPaneMargin, kPaneSpacing, kPaneMargin, kPaneMargin);
  layout->setSpacing(kPaneSpacing);
  layout->addLayout(buildSteps());
  layout->addWidget(banner_);
  layout->addWidget(pages_, 1);
  connectPages();
  setStep(Step::Sounds);
  const QByteArray geometry = QSettings().value(kGeometryKey).toByteArray();
  if (!restoreGeometry(geometry)) resize(kUsualSize);
}

TrainingStudio::~TrainingStudio() = default;

QHBoxLayout* TrainingStudio::buildSteps() {
  auto* layout = new QHBoxLayout;
  layout->setSpacing(4);
  const std::pair<Step, QString> steps[] = {{Step::Sounds, tr("1  Sounds")},
                                            {Step::Settings, tr("2  Settings")},
                                            {Step::Training, tr("3  Training")},
                                            {Step::Result, tr("4  Result")},
                                            {Step::Runs, tr("All runs")}};
  for (const auto& [step, text] : steps) {
    if (step == Step::Runs) layout->addStretch(1);
    auto* button = new QToolButton(this);
    const QKeySequence keys(int(Qt::CTRL) | (int(Qt::Key_1) + int(step)));
    button->setText(text);
    button->setObjectName(QStringLiteral("step%1").arg(int(step) + 1));
    button->setToolTip(
        QStringLiteral("%1 (%2)").arg(text, keys.toString(QKeySequence::NativeText)));
    button->setCheckable(true);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setMinimumHeight(30);
    steps_->addButton(button, int(step));
    layout->addWidget(button);
    connect(new QShortcut(keys, this), &QShortcut::activated, this,
            [this, s = step] { setStep(s); });
  }
  connect(steps_, &QButtonGroup::idClicked, this, [this](int id) { setStep(Step(id)); });
  return layout;
}

TrainingStudio::Step TrainingStudio::step() const {
  return Step(pages_->currentIndex());
}

void TrainingStudio::setStep(Step step) {
  steps_->button(int(step))->setChecked(true);
  if (step == this->step()) return;
  playback_->stop();
  banner_->setText({});
  if (step == Step::Settings)
    if (const DataRequest* request = sounds_->request())
      settings_->setData(*request, sounds_->report());
  pages_->setCurrentIndex(int(step));
}

void TrainingStudio::connectPages() {
  connect(sounds_, &SoundsPage::nextAsked, this, [this] { setStep(Step::Settings); });
  connect(sounds_, &SoundsPage::dataChanged, this, [this] {
    if (const DataRequest* request = sounds_->request())
      settings_->setData(*request, sounds_->report());
  });
  connect(settings_, &TrainSettingsPage::startAsked, training_, &TrainingPage::start);
  connect(training_, &TrainingPage::resultAsked, this, &TrainingStudio::showResult);
  connect(training_, &TrainingPage::settingsAsked, this, &TrainingStudio::useSettingsOf);
  connect(search_, &SearchPage::resultAsked, this, &TrainingStudio::showResult);
  connect(search_, &SearchPage::stopAsked, this,
          [this](const QString& folder) { training_->process()->stop(pathOf(folder)); });
  connect(result_, &ResultPage::modelChosen, this, &TrainingStudio::modelChosen);
  connect(result_, &ResultPage::trainingAsked, this,
          [this](const QString& folder) { showTraining(pathOf(folder)); });
  connect(result_, &ResultPage::trainAgainAsked, this, [this](const nlohmann::json& settings) {
    settings_->loadSettings(settings);
    setStep(Step::Settings);
  });
  connect(runs_, &RunsPage::runOpened, this, [this](const QString& run) { openRun(pathOf(run)); });
  connect(runs_, &RunsPage::searchAsked, this,
          [this](const QString& folder) { showSearch(pathOf(folder)); });
  connect(runs_, &RunsPage::resultAsked, this, &TrainingStudio::showResult);
  connect(runs_, &RunsPage::settingsAsked, this, &TrainingStudio::useSettingsOf);
  connect(sounds_, &SoundsPage::told, this, &TrainingStudio::tell);
  connect(settings_, &TrainSettingsPage::told, this, &TrainingStudio::tell);
  connect(training_, &TrainingPage::told, this, &TrainingStudio::tell);
  connect(search_, &SearchPage::told, this, &TrainingStudio::tell);
  connect(result_, &ResultPage::told, this, &TrainingStudio::tell);
  connect(runs_, &RunsPage::told, this, &TrainingStudio::tell);
  connect(training_, &TrainingPage::runStarted, this,
          [this](const QString& folder) { showTraining(pathOf(folder)); });
  connect(training_, &TrainingPage::searchStarted, this,
          [this](const QString& folder) { showSearch(pathOf(folder)); });
  connect(playback_, &PlaybackHost::failed, this, &TrainingStudio::tell);
}

void TrainingStudio::tell(const QString& sentence) {
  banner_->setText(sentence);
}

// ---- Runs
// ------------------------------------------------------------------------------------------

void TrainingStudio::openSounds(const fs::path& folderOrTable) {
  isAsked_ = true;
  setStep(Step::Sounds);
  sounds_->open(folderOrTable);
}

void TrainingStudio::showTraining(const fs::path& folder) {
  current_ = folder;
  training_->showRun(folder);
  trainings_->setCurrentWidget(training_);
  setStep(Step::Training);
}

void TrainingStudio::showSearch(const fs::path& folder) {
  current_ = folder;
  search_->showSearch(folder);
  trainings_->setCurrentWidget(search_);
  setStep(Step::Training);
}

void TrainingStudio::openRun(const fs::path& folder) {
  struct Look {
    bool isSearch = false;
    bool isOver = false;
  };
  readInBackground(
      this,
      [run = RunFolder{folder}] {
        return Look{run.isSearch(), !RunLock::isHeld(run) && RunFolder::isThere(run.result())};
      },
      [this, folder](const Look& look) {
        if (look.isSearch) return showSearch(folder);
        showTraining(folder);
        if (look.isOver) showResult(textOf(folder));
      });
}

void TrainingStudio::showResult(const QString& folder) {
  current_ = pathOf(folder);
  result_->showRun(current_);
  setStep(Step::Result);
}

void TrainingStudio::useSettingsOf(const QString& folder) {
  readInBackground(
      this, [folder] { return settingsOfRun(pathOf(folder)); },
      [this](const nlohmann::json& settings) {
        settings_->loadSettings(settings);
        setStep(Step::Settings);
      },
      [this](const QString& sentence) { tell(sentence); });
}

/// What was left to go on when the window was closed is shown again.
void TrainingStudio::findRunning() {
  readInBackground(this, runningRunsOrNone, [this](const std::vector<fs::path>& running) {
    if (!running.empty() && current_.empty() && !isAsked_) openRun(running.back());
  });
}

// ---- The window
// ----------------------------------------------------------------------------------------

void TrainingStudio::showEvent(QShowEvent* event) {
  QWidget::showEvent(event);
  mayClose_ = false;
  if (std::exchange(shown_, true)) return;
  findRunning();
}

void TrainingStudio::closeEvent(QCloseEvent* event) {
  QSettings().setValue(kGeometryKey, saveGeometry());
  playback_->stop();
  if (mayClose_) return event->accept();
  // Whether anything is trained stands in files.
  event->ignore();
  readInBackground(this, runningRunsOrNone, [this](const std::vector<fs::path>& running) {
    running.empty() ? closeNow() : askWhatGoesOn(running);
  });
}

void TrainingStudio::closeNow() {
  mayClose_ = true;
  close();
  if (const auto then = std::exchange(afterClosing_, nullptr)) then();
}

void TrainingStudio::closeThen(std::function<void()> then) {
  afterClosing_ = std::move(then);
  close();
}

void TrainingStudio::askWhatGoesOn(const std::vector<fs::path>& running) {
  if (const auto* asked = findChild<QMessageBox*>(QStringLiteral("goesOn"));
      asked != nullptr && asked->isVisible())
    return bringToFront(this);
  auto* box = new QMessageBox(QMessageBox::Question, tr("Training is still running"),
                              tr("“%1” is still being trained.").arg(runTitle(running.back())),
                              QMessageBox::Cancel, this);
  box->setObjectName(QStringLiteral("goesOn"));
  box->setAttribute(Qt::WA_DeleteOnClose);
  box->setInformativeText(
      tr("It can keep running after you close this window or Earwitness. If you stop it, you can "
         "resume later. To see it again, choose “Train a model”."));
  QPushButton* goOn = box->addButton(tr("&Leave it running"), QMessageBox::AcceptRole);
  QPushButton* stop = box->addButton(tr("&Stop training"), QMessageBox::DestructiveRole);
  box->setDefaultButton(goOn);
  connect(box, &QMessageBox::rejected, this, [this] { afterClosing_ = nullptr; });
  connect(goOn, &QPushButton::clicked, this, &TrainingStudio::closeNow);
  connect(stop, &QPushButton::clicked, this, [this, running] {
    for (const fs::path& run : running) training_->process()->stop(run);
    closeNow();
  });
  // The question of a minimised window would be minimised with it: nobody would see why nothing
  // closes.
  bringToFront(this);
  box->open();
}

}  // namespace earwitness::gui
