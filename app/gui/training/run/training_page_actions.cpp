// SPDX-License-Identifier: GPL-3.0-or-later
// What the training page does when its buttons are pressed and when processes begin and end.
#include <QMessageBox>
#include <QPushButton>

#include "app/gui/base/text_format.h"
#include "app/gui/training/curves_plot.h"
#include "app/gui/training/run/run_process.h"
#include "app/gui/training/run/training_page.h"
#include "app/gui/training/run_library.h"
#include "app/gui/training/run_watch.h"
#include "app/gui/widgets/unconfined_question.h"

namespace earwitness::gui {

namespace fs = std::filesystem;

void TrainingPage::connectProcess() {
  connect(process_, &RunProcess::started, this, &TrainingPage::processStarted);
  connect(process_, &RunProcess::searchStarted, this, &TrainingPage::searchStarted);
  connect(process_, &RunProcess::ended, this, &TrainingPage::processEnded);
  connect(process_, &RunProcess::discarded, this, [this](const QString& folder) {
    if (textOf(this->folder()) == folder) {
      watch_->stop();
      setWish(RunRequest::Nothing);
    }
    emit told(tr("The training run was moved to the trash."));
    emit runDiscarded(folder);
  });
  connect(process_, &RunProcess::failed, this, [this](const QString& sentence) {
    failure_ = sentence;
    setWish(RunRequest::Nothing);
    emit told(sentence);
  });
}

void TrainingPage::start(const TrainRequest& request) {
  failure_.clear();
  process_->start(request);
}

void TrainingPage::pause() {
  process_->pause(folder());
  setWish(RunRequest::Pause);
}

void TrainingPage::resume() {
  goOn(&RunProcess::resume);
}

void TrainingPage::goOn(void (RunProcess::*how)(const fs::path& folder)) {
  said_.clear();
  failure_.clear();
  (process_->*how)(folder());
  setWish(RunRequest::Start);
}

void TrainingPage::askToResumeUnconfined() {
  const nlohmann::json& settings = watch_->view().settings;
  const auto init = settings.find("init");
  askToRunUnconfined(this,
                     init != settings.end() && init->is_string()
                         ? QString::fromStdString(init->get<std::string>())
                         : textOf(folder()),
                     [this, asked = folder()] {
                       // Another run may be shown by now.
                       if (asked == folder()) goOn(&RunProcess::resumeUnconfined);
                     });
}

void TrainingPage::stopAndKeepBest() {
  process_->stop(folder());
  setWish(RunRequest::Stop);
}

void TrainingPage::discard() {
  process_->discard(folder());
  setWish(RunRequest::Discard);
}

void TrainingPage::askToDiscard() {
  const QString question =
      tr("Move the training “%1”, its curves and its models to the trash?").arg(runTitle(folder()));
  auto* box = new QMessageBox(QMessageBox::Question, tr("Discard training"), question,
                              QMessageBox::Cancel, this);
  box->setAttribute(Qt::WA_DeleteOnClose);
  const QPushButton* yes = box->addButton(tr("&Discard"), QMessageBox::DestructiveRole);
  connect(yes, &QPushButton::clicked, this, [this, asked = folder()] {
    if (asked == folder()) discard();
  });
  box->open();
}

void TrainingPage::askForResult() {
  emit resultAsked(textOf(folder()));
}

void TrainingPage::remedy(Remedy remedy) {
  switch (remedy) {
    case Remedy::Resume:
      return resume();
    case Remedy::SmallerBatch:
      return process_->startWithSmallerBatch(folder());
    case Remedy::DropBrokenFiles:
      return process_->startWithoutBrokenFiles(folder());
    case Remedy::WithoutSandbox:
      return askToResumeUnconfined();
    case Remedy::ChangeSettings:
      emit settingsAsked(textOf(folder()));
  }
}

void TrainingPage::processStarted(const QString& started) {
  const fs::path path = started.toStdString();
  const bool isNew = path != folder();
  showRun(path);
  setWish(RunRequest::Start);
  endWishes();
  if (isNew) emit runStarted(started);
}

void TrainingPage::processEnded(const QString& ended, const QString& sentence) {
  if (ended.toStdString() != folder()) return;
  said_ = sentence;
  if (wish_ == RunRequest::Start) wish_ = RunRequest::Nothing;
  showState();
}

void TrainingPage::runChanged() {
  endWishes();
  if (!watch_->view().epochs.empty() || watch_->view().step)
    curves_->setRuns({{.name = runTitle(folder()), .view = watch_->view()}});
  showState();
}

/// Those that have come true.
void TrainingPage::endWishes() {
  using Phase = RunView::Phase;
  const RunView& view = watch_->view();
  const bool works = view.phase == Phase::Scanning || view.phase == Phase::Features ||
                     view.phase == Phase::Training;
  if (wish_ == RunRequest::Start && watch_->isRunning() && works) wish_ = RunRequest::Nothing;
  if ((wish_ != RunRequest::Pause && wish_ != RunRequest::Stop) || watch_->isRunning()) return;
  const bool showResult = wish_ == RunRequest::Stop && view.bestEpoch > 0;
  wish_ = RunRequest::Nothing;
  if (showResult) emit resultAsked(textOf(folder()));
}

}  // namespace earwitness::gui
