// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/training/undoable_trash.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <system_error>

#include "core/base/error.h"
#include "core/base/text.h"

namespace earwitness::gui {

namespace fs = std::filesystem;

namespace {

/// What the desktop keeps beside each thing in its trash: <trash>/info/<name>.trashinfo
fs::path noteOf(const fs::path& inTrash) {
  return inTrash.parent_path().parent_path() / "info" /
         (inTrash.filename().string() + ".trashinfo");
}

void restore(const TrashedFile& file) {
  std::error_code failure;
  if (fs::exists(file.original, failure))
    throw Error("The name '%1' is in use again. The deleted item is still in the trash.",
                file.original);
  fs::create_directories(file.original.parent_path(), failure);
  fs::rename(file.inTrash, file.original, failure);
  if (failure)
    throw Error("'%1' cannot be restored from the trash: %2.", file.original, failure.message());
  fs::remove(noteOf(file.inTrash), failure);
}

}  // namespace

std::vector<TrashedFile> moveToTrash(const std::vector<fs::path>& paths) {
  // The trash of somebody who never deleted anything has no folder to be made in.
  QDir().mkpath(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation));
  std::vector<TrashedFile> moved;
  for (const fs::path& path : paths) {
    QString inTrash;
    if (QFile::moveToTrash(QString::fromStdString(path.string()), &inTrash)) {
      moved.push_back({.original = path, .inTrash = inTrash.toStdString()});
      continue;
    }
    restoreFromTrash(moved);
    throw Error(
        "'%1' cannot be moved to the trash. Nothing was deleted. Check the permissions of the "
        "folder, or delete it in your file manager.",
        path);
  }
  return moved;
}

void restoreFromTrash(const std::vector<TrashedFile>& files) {
  for (const TrashedFile& file : files) restore(file);
}

}  // namespace earwitness::gui
