// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/training/run/training_brake.h"

#include <csignal>
#include <utility>

#include "app/gui/base/background.h"
#include "app/gui/training/run_library.h"
#include "core/base/stand_aside.h"

namespace earwitness::gui {

namespace {

constexpr int kAskEveryMs = 500;  // each time for two seconds

void askTrainings() {
  for (const std::filesystem::path& folder : foldersIn(runsFolder()))
    if (const auto writer = writerOf(folder)) ::kill(*writer, kStandAsideSignal);
}

}  // namespace

void TrainingBrake::take(const LiveUpdate& update) {
  const uint64_t lost = update.health.droppedFrames + update.health.droppedWindows;
  if (lost <= std::exchange(lost_, lost)) return;
  if (sinceAsked_.isValid() && sinceAsked_.elapsed() < kAskEveryMs) return;
  sinceAsked_.start();
  readInBackground(this, askTrainings, nullptr, [](const QString&) {});  // without a home: none
}

}  // namespace earwitness::gui
