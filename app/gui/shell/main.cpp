// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTimer>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "app/gui/base/application_identity.h"
#include "app/gui/base/background.h"
#include "app/gui/base/language.h"
#include "app/gui/base/theme.h"
#include "app/gui/log/window_log.h"
#include "app/gui/services/backend.h"
#include "app/gui/shell/application.h"
#include "app/gui/shell/command_line.h"
#include "app/gui/shell/main_window.h"
#include "app/gui/shell/startup_times.h"

using namespace earwitness::gui;

namespace {

void takeScreenshot(MainWindow& window, const StartOptions& options) {
  QTimer::singleShot(
      int(options.screenshotAfterSeconds * 1000.0), &window, [&window, file = options.screenshot] {
        if (window.grab().save(file)) {
          QCoreApplication::exit(EXIT_SUCCESS);
          return;
        }
        std::fprintf(stderr, "The screenshot '%s' cannot be saved.\n", qPrintable(file));
        QCoreApplication::exit(EXIT_FAILURE);
      });
}

int run(int argc, char** argv, const StartOptions& options) {
  const auto application = startApplication(argc, argv);
  speak(options.language.isEmpty() ? keptLanguage() : options.language);
  Theme theme;
  StartupTimes* times = options.startupTimes ? new StartupTimes(application.get()) : nullptr;
  MainWindow window(realBackend(), options, &theme);
  window.setWindowIcon(applicationWindowIcon());
  if (times != nullptr) {
    QObject::connect(&window, &MainWindow::firstPainted, times, &StartupTimes::markFirstPaint);
    QObject::connect(&window, &MainWindow::firstColumnPainted, times,
                     &StartupTimes::markFirstColumn);
    QObject::connect(&window, &MainWindow::firstScores, times, &StartupTimes::markFirstScores);
  }
  if (options.listeningReport) {
    auto* report = new ListeningReport(application.get());
    QObject::connect(&window, &MainWindow::heard, report, &ListeningReport::take);
    QObject::connect(&window, &MainWindow::scoresDrawn, report, &ListeningReport::markDrawn);
  }
  window.show();
  if (!options.screenshot.isEmpty()) takeScreenshot(window, options);
  return QApplication::exec();
}

}  // namespace

int main(int argc, char** argv) {
  setApplicationIdentity();
  StartOptions options;
  if (const auto code = answerCommandLine(argc, argv, options)) return *code;
  startWindowLog(options.logLevel);
  const int code = run(argc, argv, options);
  earwitness::logInfo(earwitness::kLogApp, "Ended with exit code " + std::to_string(code));
  if (!background::isIdle()) {
    // A thread waits for a file that does not come; it must not see static objects destroyed.
    std::fflush(nullptr);
    std::_Exit(code);
  }
  return code;
}
