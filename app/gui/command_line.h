#pragma once

#include <QString>
#include <QStringList>
#include <filesystem>
#include <vector>

namespace earwitness::gui {

/// What the command line asks for.
struct StartOptions {
  std::vector<std::filesystem::path> paths;  ///< files and folders to open
  std::filesystem::path model;               ///< empty: the last used, else the bundled one
  QString device;                            ///< name; empty: the last used, else the default
  QString language;                          ///< code; empty: the one that was chosen
  QString eventLog;
  bool listen = true;
  bool openSample = true;  ///< where no path is given
  QString screenshot;      ///< save a picture and quit
  double screenshotAfterSeconds = 3.0;
  bool startupTimes = false;
  bool listeningReport = false;
};

/// Reads the application's arguments; prints help, version and mistakes itself, and then ends.
StartOptions parseCommandLine(const QStringList& arguments);

}  // namespace earwitness::gui
