#include "app/gui/command_line.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <cstdio>
#include <cstdlib>

namespace earwitness::gui {

namespace {

QString tr(const char* text) {
  return QCoreApplication::translate("CommandLine", text);
}

/// Relative to where the program was started.
std::filesystem::path pathOf(const QString& argument) {
  return argument.isEmpty() ? std::filesystem::path()
                            : std::filesystem::absolute(argument.toStdString());
}

}  // namespace

StartOptions parseCommandLine(const QStringList& arguments) {
  QCommandLineParser parser;
  parser.setApplicationDescription(
      tr("Listens to the microphone, draws what it hears, and says what it is."));
  parser.addHelpOption();
  parser.addVersionOption();
  const QCommandLineOption model("model", tr("Use this model file."), tr("file"));
  const QCommandLineOption noListen("no-listen", tr("Do not listen until asked to."));
  const QCommandLineOption device("device", tr("Listen to this microphone."), tr("name"));
  const QCommandLineOption eventLog(
      "event-log", tr("Append what is heard to this file, one JSON object a line."), tr("file"));
  const QCommandLineOption screenshot("screenshot", tr("Save a picture of the window, and quit."),
                                      tr("file"));
  const QCommandLineOption after("after", tr("Seconds before the picture is taken."), tr("seconds"),
                                 QStringLiteral("3"));
  const QCommandLineOption times(
      "startup-times", tr("Print how long the start took, in milliseconds, as a JSON object."));
  const QCommandLineOption report(
      "listening-report",
      tr("Print at the end how listening went, as a JSON object: windows, losses, delays."));
  parser.addOptions({model, noListen, device, eventLog, screenshot, after, times, report});
  parser.addPositionalArgument(tr("files"), tr("Audio files or folders to open."),
                               tr("[files...]"));
  parser.process(arguments);

  StartOptions options;
  options.model = pathOf(parser.value(model));
  options.listen = !parser.isSet(noListen);
  options.device = parser.value(device);
  options.eventLog = parser.value(eventLog);
  options.screenshot = parser.value(screenshot);
  options.startupTimes = parser.isSet(times);
  options.listeningReport = parser.isSet(report);
  bool isNumber = false;
  options.screenshotAfterSeconds = parser.value(after).toDouble(&isNumber);
  if (!isNumber || options.screenshotAfterSeconds < 0.0) {
    std::fprintf(stderr, "%s\n",
                 qPrintable(tr("--after needs a number of seconds, such as 3 or 0.5.")));
    std::exit(EXIT_FAILURE);
  }
  for (const QString& argument : parser.positionalArguments())
    options.paths.push_back(pathOf(argument));
  return options;
}

}  // namespace earwitness::gui
