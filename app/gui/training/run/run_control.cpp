// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/training/run/run_control.h"

#include "app/gui/base/text_format.h"
#include "app/gui/training/run/run_process.h"
#include "app/gui/training/run_watch.h"

namespace earwitness::gui {

namespace fs = std::filesystem;

RunControl::RunControl(QObject* parent)
    : QObject(parent), process_(new RunProcess(this)), watch_(new RunWatch(this)) {
  connect(watch_, &RunWatch::changed, this, &RunControl::endRequest);
  connect(process_, &RunProcess::started, this, &RunControl::processStarted);
  connect(process_, &RunProcess::searchStarted, this, &RunControl::searchStarted);
  connect(process_, &RunProcess::ended, this, &RunControl::processEnded);
  connect(process_, &RunProcess::discarded, this, &RunControl::processDiscarded);
  connect(process_, &RunProcess::failed, this, &RunControl::processFailed);
}

const fs::path& RunControl::folder() const {
  return watch_->folder();
}

RunState RunControl::state() const {
  return stateOf(watch_->view(), watch_->isRunning(), request_);
}

bool RunControl::isActive() const {
  const bool isShown = !folder().empty() && watch_->isKnown();
  return request_ == RunRequest::Start || (isShown && gui::isActive(state()));
}

void RunControl::setRequest(RunRequest request) {
  request_ = request;
  emit changed();
}

void RunControl::showRun(const fs::path& folder) {
  if (folder == this->folder()) return;
  said_.clear();
  failure_.clear();
  request_ = RunRequest::Nothing;
  watch_->watch(folder);
  emit runShown();
}

void RunControl::start(const TrainRequest& request) {
  failure_.clear();
  process_->start(request);
}

void RunControl::pause() {
  process_->pause(folder());
  setRequest(RunRequest::Pause);
}

void RunControl::resume() {
  goOn(&RunProcess::resume);
}

void RunControl::resumeUnconfined() {
  goOn(&RunProcess::resumeUnconfined);
}

void RunControl::goOn(void (RunProcess::*how)(const fs::path& folder)) {
  said_.clear();
  failure_.clear();
  (process_->*how)(folder());
  setRequest(RunRequest::Start);
}

void RunControl::stopAndKeepBest() {
  process_->stop(folder());
  setRequest(RunRequest::Stop);
}

void RunControl::discard() {
  process_->discard(folder());
  setRequest(RunRequest::Discard);
}

void RunControl::processStarted(const QString& started) {
  const fs::path path = started.toStdString();
  const bool isNew = path != folder();
  showRun(path);
  setRequest(RunRequest::Start);
  endRequest();
  if (isNew) emit runStarted(started);
}

void RunControl::processEnded(const QString& ended, const QString& sentence) {
  if (ended.toStdString() != folder()) return;
  said_ = sentence;
  setRequest(request_ == RunRequest::Start ? RunRequest::Nothing : request_);
}

void RunControl::processFailed(const QString& sentence) {
  failure_ = sentence;
  setRequest(RunRequest::Nothing);
  emit told(sentence);
}

void RunControl::processDiscarded(const QString& discarded) {
  if (textOf(folder()) == discarded) {
    watch_->stop();
    setRequest(RunRequest::Nothing);
  }
  emit told(tr("The training run was moved to the trash."));
  emit runDiscarded(discarded);
}

/// When it has come true.
void RunControl::endRequest() {
  using Phase = RunView::Phase;
  const RunView& view = watch_->view();
  const bool works = view.phase == Phase::Scanning || view.phase == Phase::Features ||
                     view.phase == Phase::Training;
  if (request_ == RunRequest::Start && watch_->isRunning() && works) request_ = RunRequest::Nothing;
  if ((request_ != RunRequest::Pause && request_ != RunRequest::Stop) || watch_->isRunning())
    return;
  const bool showResult = request_ == RunRequest::Stop && view.bestEpoch > 0;
  request_ = RunRequest::Nothing;
  if (showResult) emit resultReady(textOf(folder()));
}

}  // namespace earwitness::gui
