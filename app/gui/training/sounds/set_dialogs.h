// SPDX-License-Identifier: GPL-3.0-or-later
// The questions about data sets as a whole. Each opens a dialog and returns at once; what was
// chosen is passed on while `parent` is there. Thread: GUI.
#pragma once

#include <QString>
#include <functional>

class QWidget;

namespace earwitness::gui {

/// A name for a data set, beginning with `name`.
void askForSetName(QWidget* parent, const QString& title, const QString& name,
                   const std::function<void(const QString& name)>& chosen);
/// Whether the data set is to be moved to the trash.
void askToRemoveSet(QWidget* parent, const QString& name, const std::function<void()>& confirmed);
/// A folder of sounds.
void askForSoundsFolder(QWidget* parent, const std::function<void(const QString& path)>& chosen);
/// A table of files and labels.
void askForSoundsTable(QWidget* parent, const std::function<void(const QString& path)>& chosen);

}  // namespace earwitness::gui
