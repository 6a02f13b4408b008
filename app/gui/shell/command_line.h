// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <filesystem>
#include <optional>
#include <vector>

#include "core/base/log.h"

namespace earwitness::gui {

/// What the command line asks for.
struct StartOptions {
  std::vector<std::filesystem::path> paths;  ///< files and folders to open
  std::filesystem::path model;               ///< empty: the last used, else the bundled one
  QString device;                            ///< name; empty: the last used, else the default
  QString language;                          ///< code; empty: the one that was chosen
  QString eventLog;
  LogLevel logLevel = LogLevel::Info;
  bool listen = true;
  bool openSample = true;  ///< where no path is given
  QString screenshot;      ///< save a picture and quit
  double screenshotAfterSeconds = 3.0;
  bool startupTimes = false;
  bool listeningReport = false;
};

/// What the program's arguments, without its own name, come to.
struct CommandLine {
  StartOptions options;
  QString answer;   ///< the program prints this and ends: help or version
  QString mistake;  ///< the program prints this and ends with kMistakeCode: one sentence
};

/// The exit code for wrong arguments.
constexpr int kMistakeCode = 2;

/// Needs no application object, so that it also works without a display: then the texts are
/// English. Options that Qt itself takes out of the arguments, such as -platform, are passed over.
CommandLine readCommandLine(const QStringList& arguments);

/// The same for a start of the program: prints the answer or the mistake, in the user's language,
/// and returns the exit code; nothing if the window is to be opened. Before QApplication.
std::optional<int> answerCommandLine(int argc, char** argv, StartOptions& options);

}  // namespace earwitness::gui
