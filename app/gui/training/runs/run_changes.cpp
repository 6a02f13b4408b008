// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/training/runs/run_changes.h"

#include "app/gui/training/run_library.h"
#include "app/gui/training/undoable_trash.h"
#include "core/base/error.h"
#include "core/base/text.h"

namespace earwitness::gui {

namespace fs = std::filesystem;

namespace {

/// A process that trains would go on writing to where the folder was.
void requireStill(const fs::path& run) {
  if (isBeingTrained(run))
    throw Error("The run '%1' is being trained. Stop it first.", runTitle(run).toStdString());
}

}  // namespace

fs::path renamedRun(const fs::path& run, const QString& name) {
  const QString before = QString::fromStdString(run.filename().string());
  const QString time = before.chopped(runTitle(run).size());
  return run.parent_path() / (time + name).toStdString();
}

void renameRun(const fs::path& run, const fs::path& renamed) {
  requireStill(run);
  std::error_code failure;
  if (fs::exists(renamed, failure))
    throw Error("The run '%1' already exists. Choose another name.", renamed.filename());
  fs::rename(run, renamed, failure);
  if (failure)
    throw Error("The run '%1' cannot be renamed: %2.", run.filename(), failure.message());
}

void trashRun(const fs::path& run) {
  requireStill(run);
  moveToTrash({run});
}

}  // namespace earwitness::gui
