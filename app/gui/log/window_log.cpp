// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/log/window_log.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QLocale>
#include <QSysInfo>
#include <QtGlobal>

#include <unistd.h>

#include "core/audio/port_audio_version.h"
#include "core/base/error.h"
#include "core/base/user_folders.h"

namespace earwitness::gui {

namespace {

constexpr const char* kLogQt = "qt";

QtMessageHandler usualHandler = nullptr;

LogLevel levelOf(QtMsgType type) {
  switch (type) {
    case QtDebugMsg:
      return LogLevel::Debug;
    case QtInfoMsg:
      return LogLevel::Info;
    case QtWarningMsg:
      return LogLevel::Warning;
    case QtCriticalMsg:
    case QtFatalMsg:
      break;
  }
  return LogLevel::Error;
}

/// Thread: any.
void logQtMessage(QtMsgType type, const QMessageLogContext& context, const QString& text) {
  const std::string category = context.category != nullptr ? context.category : "default";
  const std::string from = category == "default" ? "" : category + ": ";
  writeLog(levelOf(type), kLogQt, from + text.toStdString());
  if (usualHandler != nullptr) usualHandler(type, context, text);
}

}  // namespace

std::filesystem::path windowLogFile() {
  return stateFolder() / "log" / "earwitness.log";
}

void startWindowLog(LogLevel level) {
  try {
    openLog(windowLogFile(), level);
  } catch (const Error&) {  // there is no home folder
    return;
  }
  if (usualHandler == nullptr) usualHandler = qInstallMessageHandler(logQtMessage);
  std::string versions;
  for (const std::string& line : programVersions())
    versions += (versions.empty() ? "" : "; ") + line;
  logInfo(kLogApp, "Started as process " + std::to_string(::getpid()) + ": " + versions);
}

std::vector<std::string> programVersions() {
  return {QCoreApplication::applicationName().toStdString() + ' ' +
              QCoreApplication::applicationVersion().toStdString(),
          std::string("Qt ") + qVersion() + " (built with " + QT_VERSION_STR + ")",
          portAudioVersion(),
          "LibTorch " EARWITNESS_TORCH_VERSION " (built with)",
          QSysInfo::prettyProductName().toStdString(),
          QSysInfo::kernelType().toStdString() + ' ' + QSysInfo::kernelVersion().toStdString() +
              ", " + QSysInfo::currentCpuArchitecture().toStdString()};
}

std::string desktopText() {
  const QString desktop = qEnvironmentVariable("XDG_CURRENT_DESKTOP", QStringLiteral("unknown"));
  return QStringLiteral("Platform %1, desktop %2, language %3")
      .arg(QGuiApplication::platformName(), desktop, QLocale::system().name())
      .toStdString();
}

}  // namespace earwitness::gui
