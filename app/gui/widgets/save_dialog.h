// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <functional>
#include <utility>
#include <vector>

class QWidget;

namespace earwitness::gui {

/// A kind of file that can be saved.
struct FileKind {
  QString filter;  ///< "CSV table (*.csv)"
  QString ending;  ///< ".csv"
};

struct SaveRequest {
  QString title;
  QString stem;  ///< of the proposed name, without ending
  std::vector<FileKind> kinds;
  QString folder = {};  ///< empty: that of the last dialog
};

/// Asks for a file to save, and before a file is replaced. Proposes a name that no file has. The
/// name gets the ending of the chosen kind unless it has that of another kind, which is chosen
/// then. `chosen` is called with the whole name and the kind's index; not at all if the user
/// cancels. Thread: GUI.
void askWhereToSave(QWidget* window, const SaveRequest& request,
                    std::function<void(const QString& file, int kind)> chosen);

/// Calls `replace` at once unless `file` is a file already; then asks, and calls either. Thread:
/// GUI.
void askBeforeReplacing(QWidget* window, const QString& file, std::function<void()> replace,
                        std::function<void()> keep = {});

/// A typed name and the chosen kind -> name with its ending, and the kind that it shows.
std::pair<QString, int> completedName(const QString& file, int kind,
                                      const std::vector<FileKind>& kinds);

}  // namespace earwitness::gui
