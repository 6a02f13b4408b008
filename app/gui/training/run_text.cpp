// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/training/run_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>
#include <algorithm>
#include <cmath>

#include "app/gui/base/core_text.h"
#include "app/gui/training/curve_data.h"
#include "app/gui/training/main_figure.h"

namespace earwitness::gui {

namespace {

using Phase = RunView::Phase;

struct RunWords {
  Q_DECLARE_TR_FUNCTIONS(RunWords)
};

const QString kDot = QStringLiteral(" · ");

int epochsDone(const RunView& view) {
  return view.epochs.empty() ? 0 : view.epochs.back().epoch;
}

double shareOfEpoch(const RunView& view) {
  if (!view.step || view.step->steps <= 0 || view.step->epoch <= epochsDone(view)) return 0.0;
  return double(view.step->step) / double(view.step->steps);
}

/// Of the last ones: the first may have been slow, and the machine may be busy with other things
/// now.
double secondsAnEpoch(const RunView& view) {
  const size_t count = std::min<size_t>(3, view.epochs.size());
  double sum = 0.0;
  for (size_t i = view.epochs.size() - count; i < view.epochs.size(); ++i)
    sum += view.epochs[i].seconds;
  return count > 0 ? sum / double(count) : 0.0;
}

QString endText(const RunView& view) {
  QStringList parts;
  if (view.best)
    parts << (view.best->multiLabel
                  ? RunWords::tr("Best epoch %1: %2 mean average precision, loss %3")
                  : RunWords::tr("Best epoch %1: %2 balanced accuracy, loss %3"))
                 .arg(view.bestEpoch)
                 .arg(mainFigureText(*view.best), figureText(view.best->loss));
  double seconds = 0.0;
  for (const EpochPoint& point : view.epochs) seconds += point.seconds;
  if (!view.epochs.empty())
    parts << RunWords::tr("%n epochs in %1", nullptr, epochsDone(view)).arg(roughTime(seconds));
  if (view.early) parts << RunWords::tr("stopped early: no further improvement");
  return parts.join(kDot);
}

QString preparationText(const RunView& view) {
  if (view.featuresTotal > 0)
    return RunWords::tr("Features: %L1 of %L2 clips")
        .arg(qulonglong(view.featuresDone))
        .arg(qulonglong(view.featuresTotal));
  return view.phase == Phase::Scanning ? RunWords::tr("Listing the clips")
                                       : RunWords::tr("Computing features");
}

QString trainingText(const RunView& view) {
  QStringList parts;
  const int epoch =
      std::max(epochsDone(view) + (view.step ? 0 : 1), view.step ? view.step->epoch : 0);
  parts << RunWords::tr("Epoch %1 of %2")
               .arg(std::min(epoch, std::max(1, view.epochsPlanned)))
               .arg(view.epochsPlanned);
  if (view.step)
    parts << RunWords::tr("step %L1 of %L2").arg(view.step->step).arg(view.step->steps);
  const double speed = view.step             ? view.step->clipsPerSecond
                       : view.epochs.empty() ? 0.0
                                             : view.epochs.back().clipsPerSecond;
  if (speed > 0.0) parts << RunWords::tr("%L1 clips/s").arg(qlonglong(std::lround(speed)));
  if (const auto left = secondsLeft(view)) parts << RunWords::tr("%1 left").arg(roughTime(*left));
  return parts.join(kDot);
}

RunProblem failureOf(const RunView& view, const QString& said) {
  RunProblem trouble{.sentence = coreText(view.error), .remedies = {}};
  if (trouble.sentence.isEmpty()) trouble.sentence = said;
  if (trouble.sentence.isEmpty()) trouble.sentence = RunWords::tr("The training failed.");
  if (view.errorKind == "memory") {
    trouble.remedies = {Remedy::SmallerBatch, Remedy::ChangeSettings};
  } else if (view.errorKind == "disk") {
    trouble.sentence += u' ' + RunWords::tr("Free some disk space, then resume.");
    trouble.remedies = {Remedy::Resume};
  } else if (view.errorKind == "sandbox") {
    trouble.remedies = {Remedy::WithoutSandbox, Remedy::ChangeSettings};
  } else if (view.errorKind == "data") {
    trouble.remedies = {Remedy::ChangeSettings, Remedy::Resume};
    if (view.leftOut > 0)
      trouble.remedies.insert(trouble.remedies.begin(), Remedy::DropBrokenFiles);
  } else {
    trouble.remedies = {Remedy::Resume, Remedy::ChangeSettings};
  }
  return trouble;
}

}  // namespace

RunState stateOf(const RunView& view, bool isRunning, RunRequest wish) {
  if (wish == RunRequest::Discard) return RunState::Discarding;
  if (!isRunning) {
    if (wish == RunRequest::Start) return RunState::Starting;
    if (view.phase == Phase::Finished) return RunState::Finished;
    if (view.phase == Phase::Stopped) return RunState::Paused;
    return view.phase == Phase::Failed ? RunState::Failed : RunState::Interrupted;
  }
  if (wish == RunRequest::Pause) return RunState::Pausing;
  if (wish == RunRequest::Stop) return RunState::Stopping;
  switch (view.phase) {
    case Phase::Waiting:
      return RunState::Starting;
    case Phase::Scanning:
    case Phase::Features:
      return RunState::Preparing;
    case Phase::Training:
      return RunState::Training;
    case Phase::Finished:
      return RunState::Finished;  // it takes a moment to end
    case Phase::Stopped:
      return wish == RunRequest::Start ? RunState::Starting : RunState::Pausing;
    case Phase::Failed:
      return wish == RunRequest::Start ? RunState::Starting : RunState::Failed;
  }
  return RunState::Starting;
}

bool isActive(RunState state) {
  return state != RunState::Paused && state != RunState::Finished && state != RunState::Failed &&
         state != RunState::Interrupted;
}

QString stateText(RunState state, const RunView& view) {
  switch (state) {
    case RunState::Starting:
      return RunWords::tr("Starting…");
    case RunState::Preparing:
      return RunWords::tr("Preparing");
    case RunState::Training:
      return RunWords::tr("Training");
    case RunState::Pausing:
      return RunWords::tr("Pausing…");
    case RunState::Stopping:
      return RunWords::tr("Stopping…");
    case RunState::Discarding:
      return RunWords::tr("Discarding…");
    case RunState::Paused:
      return view.epochs.empty() ? RunWords::tr("Paused")
                                 : RunWords::tr("Paused after epoch %1").arg(epochsDone(view));
    case RunState::Finished:
      return RunWords::tr("Finished");
    case RunState::Failed:
      return RunWords::tr("Failed");
    case RunState::Interrupted:
      return RunWords::tr("Interrupted");
  }
  return {};
}

QString progressText(RunState state, const RunView& view) {
  if (state == RunState::Starting) return RunWords::tr("Starting the training process");
  if (state == RunState::Preparing) return preparationText(view);
  if (isActive(state) && view.phase == Phase::Training) return trainingText(view);
  return endText(view);
}

std::optional<double> shareDone(RunState state, const RunView& view) {
  if (state == RunState::Finished) return 1.0;
  if (state == RunState::Starting) return std::nullopt;
  if (state == RunState::Preparing) {
    if (view.featuresTotal == 0) return std::nullopt;
    return double(view.featuresDone) / double(view.featuresTotal);
  }
  if (view.epochsPlanned <= 0) return 0.0;
  return std::min(1.0, (epochsDone(view) + shareOfEpoch(view)) / view.epochsPlanned);
}

std::optional<double> secondsLeft(const RunView& view) {
  const double epoch = secondsAnEpoch(view);
  if (epoch > 0.0)
    return epoch * std::max(0.0, view.epochsPlanned - epochsDone(view) - shareOfEpoch(view));
  if (view.step) return view.step->secondsLeft;
  return std::nullopt;
}

QString makeupText(const RunView& view) {
  QStringList parts;
  if (const auto name = view.settings.find("architecture");
      name != view.settings.end() && name->is_string())
    parts << QString::fromStdString(name->get<std::string>());
  if (view.parameters) parts << RunWords::tr("%L1 parameters").arg(qlonglong(*view.parameters));
  if (view.clips > 0)
    parts << RunWords::tr("%L1 clips in %2 classes")
                 .arg(qulonglong(view.clips))
                 .arg(qulonglong(view.classes));
  if (!view.device.empty()) parts << QString::fromStdString(view.device).toUpper();
  return parts.join(kDot);
}

QString roughTime(double seconds) {
  if (!std::isfinite(seconds)) return QStringLiteral("–");
  const long whole = std::lround(std::max(0.0, seconds));
  if (whole < 60) return RunWords::tr("%1 s", "seconds").arg(whole);
  const long minutes = (whole + 30) / 60;
  if (minutes < 60) return RunWords::tr("%1 min", "minutes").arg(minutes);
  return RunWords::tr("%1 h %2 min", "hours and minutes").arg(minutes / 60).arg(minutes % 60);
}

std::optional<RunProblem> troubleOf(RunState state, const RunView& view, const QString& said) {
  if (state == RunState::Failed) return failureOf(view, said);
  if (state != RunState::Interrupted) return std::nullopt;
  if (!said.isEmpty()) return failureOf(view, said);
  return RunProblem{
      .sentence =
          view.epochs.empty()
              ? RunWords::tr("Training was interrupted because its process was killed or the "
                             "computer was turned off.")
              : RunWords::tr("Training was interrupted in epoch %1 because its process was killed "
                             "or the computer was turned off. Completed epochs are saved.")
                    .arg(epochsDone(view) + 1),
      .remedies = {Remedy::Resume}};
}

QString remedyText(Remedy remedy, const RunView& view) {
  switch (remedy) {
    case Remedy::Resume:
      return RunWords::tr("Resume");
    case Remedy::SmallerBatch: {
      const auto batch = view.settings.find("batch_size");
      const int size =
          batch != view.settings.end() && batch->is_number_integer() ? batch->get<int>() : 32;
      return RunWords::tr("Start with batches of %1").arg(std::max(1, size / 2));
    }
    case Remedy::DropBrokenFiles:
      return RunWords::tr("Start without %Ln broken files", nullptr, int(view.leftOut));
    case Remedy::WithoutSandbox:
      return RunWords::tr("Start without a sandbox…");
    case Remedy::ChangeSettings:
      return RunWords::tr("Change settings…");
  }
  return {};
}

QString missingResultText(RunState state, const RunView& view) {
  const int done = epochsDone(view);
  const QString reached = RunWords::tr("epoch %1 of %2").arg(done).arg(view.epochsPlanned);
  const QString soFar = done > 0
                            ? RunWords::tr("The results below are from the best epoch so far.")
                            : RunWords::tr("There is no result before the first epoch has ended.");
  QString what;
  switch (state) {
    case RunState::Starting:
    case RunState::Preparing:
      return RunWords::tr(
          "The training is being prepared. Its result appears here after the first epoch.");
    case RunState::Training:
    case RunState::Pausing:
    case RunState::Stopping:
    case RunState::Discarding:
      if (done == 0)
        return RunWords::tr(
            "The training is in its first epoch. Its result appears here when the epoch ends.");
      return RunWords::tr(
                 "The training is in progress (%1 finished). %2 The final result appears here when "
                 "the training ends.")
          .arg(reached, soFar);
    case RunState::Finished:
      return RunWords::tr(
          "The training is finished, but its result is missing. “Show training” shows its curves.");
    case RunState::Paused:
      what = done > 0 ? RunWords::tr("The training is paused after %1.").arg(reached)
                      : RunWords::tr("The training is paused.");
      break;
    case RunState::Interrupted:
      what = done > 0 ? RunWords::tr("The training was interrupted after %1.").arg(reached)
                      : RunWords::tr("The training was interrupted.");
      break;
    case RunState::Failed:
      what = view.error.empty() ? RunWords::tr("The training failed.")
                                : RunWords::tr("The training failed: %1").arg(coreText(view.error));
      return RunWords::tr("%1 %2 Choose “Show training” to see possible remedies.",
                          "what happened, what the figures are")
          .arg(what, soFar);
  }
  return RunWords::tr("%1 %2 To continue it, choose “Show training”, then “Resume”.",
                      "what happened, what the figures are")
      .arg(what, soFar);
}
}  // namespace earwitness::gui
