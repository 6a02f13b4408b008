// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/shell/application.h"

#include <QByteArray>
#include <QString>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

#include "app/gui/base/background.h"
#include "app/gui/base/core_text.h"
#include "core/base/log.h"
#include "core/base/text.h"

namespace earwitness::gui {

namespace {

struct SavedMessage {
  QtMsgType type;
  QString text;
};

/// What Qt says while it looks for a display.
std::vector<SavedMessage>& messages() {
  static std::vector<SavedMessage> all;
  return all;
}

std::string displayProblem() {
  const QByteArray display = qgetenv("DISPLAY");
  const QByteArray wayland = qgetenv("WAYLAND_DISPLAY");
  if (display.isEmpty() && wayland.isEmpty())
    return "There is no display to open a window on: neither DISPLAY nor WAYLAND_DISPLAY is set.";
  return "The display " + inQuotes((display.isEmpty() ? wayland : display).toStdString()) +
         " cannot be opened.";
}

/// Qt would abort after the last message, with a core file.
void watchForAbort(QtMsgType type, const QMessageLogContext&, const QString& text) {
  if (type != QtFatalMsg) {
    messages().push_back({type, text});
    return;
  }
  logError(kLogApp, displayProblem());
  std::fprintf(stderr,
               "earwitness: %s Start Earwitness in a desktop session, or use earwitness-cli.\n",
               displayProblem().c_str());
  for (const SavedMessage& message : messages())
    std::fprintf(stderr, "  %s\n", qPrintable(message.text));
  std::_Exit(EXIT_FAILURE);
}

}  // namespace

bool Application::notify(QObject* receiver, QEvent* event) {
  try {
    return QApplication::notify(receiver, event);
  } catch (...) {
    ProblemReporter::instance().report(shownProblem());
  }
  return false;
}

std::unique_ptr<Application> startApplication(int& argc, char** argv) {
  const QtMessageHandler usual = qInstallMessageHandler(watchForAbort);
  auto application = std::make_unique<Application>(argc, argv);
  qInstallMessageHandler(usual);
  for (const SavedMessage& message : std::exchange(messages(), {}))
    QMessageLogger().warning("%s", qPrintable(message.text));
  return application;
}

}  // namespace earwitness::gui
