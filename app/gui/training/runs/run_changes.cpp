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
    throw Error("The run " + inQuotes(runTitle(run).toStdString()) +
                " is being trained. Stop it first.");
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
    throw Error("The run " + inQuotes(renamed.filename().string()) +
                " already exists. Choose another name.");
  fs::rename(run, renamed, failure);
  if (failure)
    throw Error("The run " + inQuotes(run.filename().string()) +
                " cannot be renamed: " + failure.message() + ".");
}

void trashRun(const fs::path& run) {
  requireStill(run);
  moveToTrash({run});
}

}  // namespace earwitness::gui
