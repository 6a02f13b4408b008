// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/training/result/corrections_keeper.h"

#include <memory>
#include <utility>

#include "app/gui/base/background.h"
#include "app/gui/base/core_text.h"

namespace earwitness::gui {

namespace fs = std::filesystem;

namespace {

/// What a reading in the background finds.
struct Found {
  fs::path file;
  Corrections corrections;
  Corrections ofRun;
  QString problem;
};

Corrections onTopOf(Corrections below, const Corrections& above) {
  for (const auto& [clip, correction] : above.all()) below.set(clip, correction);
  return below;
}

void find(Found& found, const fs::path& dataRoot, const fs::path& ofRun) {
  try {
    const fs::path file = Corrections::fileOf(dataRoot);
    std::error_code none;
    // A file that is there began with what the run was trained with, or is what it was.
    if (!ofRun.empty() && !fs::exists(file, none)) found.ofRun = Corrections::read(ofRun);
    found.corrections = onTopOf(found.ofRun, Corrections::read(file));
    found.file = file;
  } catch (const std::exception&) {
    found.problem = shownProblem();
  }
}

}  // namespace

CorrectionsKeeper::CorrectionsKeeper(QObject* parent) : QObject(parent) {}

void CorrectionsKeeper::open(const fs::path& dataRoot, const fs::path& ofRun) {
  const int request = ++request_;
  // What is still to be written belongs to the file that was open; it goes first.
  whenIdle([this, request, dataRoot, ofRun](bool) {
    if (request != request_) return;
    if (!file_.empty()) {  // nothing is changed until the others are there
      file_.clear();
      corrections_ = {};
      undo_.clear();
      emit changed();
    }
    auto found = std::make_shared<Found>();
    readInBackground(
        this, [found, dataRoot, ofRun] { find(*found, dataRoot, ofRun); },
        [this, found, request] {
          if (request != request_) return;
          file_ = found->file;
          corrections_ = found->corrections;
          ofRun_ = found->ofRun;
          undo_.clear();
          waiting_.clear();
          emit changed();
          if (!found->problem.isEmpty()) emit failed(found->problem);
        });
  });
}

void CorrectionsKeeper::set(const std::vector<std::string>& clips,
                            const std::optional<ClipVerdict>& correction) {
  if (file_.empty()) return;
  Change change, before;
  for (const std::string& clip : clips) {
    const ClipVerdict* old = corrections_.find(clip);
    const auto was = old != nullptr ? std::optional(*old) : std::nullopt;
    if (was == correction) continue;
    before.emplace_back(clip, was);
    change.emplace_back(clip, correction);
  }
  if (change.empty()) return;
  undo_.push_back(std::move(before));
  apply(change);
}

void CorrectionsKeeper::undo() {
  if (undo_.empty()) return;
  const Change change = std::move(undo_.back());
  undo_.pop_back();
  apply(change);
}

void CorrectionsKeeper::apply(const Change& change) {
  for (const auto& [clip, correction] : change) corrections_.set(clip, correction);
  waiting_.push_back(change);
  if (!isWriting_) write();
  emit changed();
}

void CorrectionsKeeper::write() {
  isWriting_ = true;
  auto problem = std::make_shared<QString>();
  const std::vector<Change> changes = std::exchange(waiting_, {});
  inBackground(
      this,
      [problem, changes, file = file_, below = ofRun_] {
        try {
          std::error_code none;
          Corrections corrections = fs::exists(file, none) ? Corrections::read(file) : below;
          for (const Change& change : changes)
            for (const auto& [clip, correction] : change) corrections.set(clip, correction);
          corrections.write(file);
        } catch (const std::exception&) {
          *problem = shownProblem();
        }
      },
      [this, problem, changes] { written(*problem, changes); });
}

void CorrectionsKeeper::written(const QString& problem, const std::vector<Change>& changes) {
  isWriting_ = false;
  if (!problem.isEmpty()) {
    // With the next change they are tried once more.
    waiting_.insert(waiting_.begin(), changes.begin(), changes.end());
    emit failed(problem);
  } else if (!waiting_.empty()) {
    write();
    return;
  }
  for (const auto& then : std::exchange(whenIdle_, {})) then(problem.isEmpty());
}

void CorrectionsKeeper::save(std::function<void()> then) {
  if (file_.empty()) return;
  if (!isWriting_) write();
  whenIdle([then = std::move(then)](bool isWritten) {
    if (isWritten) then();
  });
}

void CorrectionsKeeper::whenIdle(std::function<void(bool)> then) {
  if (isWriting_)
    whenIdle_.push_back(std::move(then));
  else
    then(true);
}

}  // namespace earwitness::gui
