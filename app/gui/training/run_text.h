// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>
#include <vector>

#include "core/runs/run_view.h"

namespace earwitness::gui {

// What a run is doing, and how that is told. No state, no thread.

/// What was asked of a run that has not done it yet.
enum class RunRequest { Nothing, Start, Pause, Stop, Discard };

enum class RunState {
  Starting,
  Preparing,  ///< data and features
  Training,
  Pausing,
  Stopping,
  Discarding,
  Paused,
  Finished,
  Failed,
  Interrupted  ///< killed
};

RunState stateOf(const RunView& view, bool isRunning, RunRequest wish);
/// Whether a process works, or is about to.
bool isActive(RunState state);

/// "Training", "Paused after epoch 3", ...
QString stateText(RunState state, const RunView& view);
/// "Epoch 12 of 50 · step 103 of 820 · 412 clips/s · 3 min left", or what there is of it.
QString progressText(RunState state, const RunView& view);
/// Share of the run that is done, 0 to 1; nothing where that is not known.
std::optional<double> shareDone(RunState state, const RunView& view);
/// Until the last epoch, s. Nothing where that is not known.
std::optional<double> secondsLeft(const RunView& view);
/// "resnet-transformer · 124,510 parameters · 2,000 clips in 50 classes · ..."
QString makeupText(const RunView& view);
/// "12 s", "3 min", "2 h 5 min"
QString roughTime(double seconds);

enum class Remedy { Resume, SmallerBatch, DropBrokenFiles, WithoutSandbox, ChangeSettings };

/// Why a run does not go on, and what helps.
struct RunProblem {
  QString sentence;
  std::vector<Remedy> remedies;
};
/// `said`: what the process said before it ended, where the journal does not tell.
std::optional<RunProblem> troubleOf(RunState state, const RunView& view, const QString& said);
/// For a button.
QString remedyText(Remedy remedy, const RunView& view);

/// One or two sentences for the result page of a run that has left no result: what is still to
/// come, and what to do for it.
QString missingResultText(RunState state, const RunView& view);

}  // namespace earwitness::gui
