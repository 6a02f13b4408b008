#include "app/gui/command_line.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <cstdio>
#include <cstdlib>

#include "app/gui/language.h"

namespace earwitness::gui {

namespace {

struct Text {
  Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

/// Relative to where the program was started.
std::filesystem::path pathOf(const QString& argument) {
  return argument.isEmpty() ? std::filesystem::path()
                            : std::filesystem::absolute(argument.toStdString());
}

[[noreturn]] void fail(const QString& sentence) {
  std::fprintf(stderr, "%s\n", qPrintable(sentence));
  std::exit(EXIT_FAILURE);
}

}  // namespace

StartOptions parseCommandLine(const QStringList& arguments) {
  QCommandLineParser parser;
  parser.setApplicationDescription(
      Text::tr("Listens to the microphone, draws what it hears, and says what it is."));
  parser.addHelpOption();
  parser.addVersionOption();
  const QCommandLineOption model("model", Text::tr("Use this model file."), Text::tr("file"));
  const QCommandLineOption noListen("no-listen", Text::tr("Do not listen until asked to."));
  const QCommandLineOption device("device", Text::tr("Listen to this microphone."),
                                  Text::tr("name"));
  QStringList codes;
  for (const Language& known : languages()) codes << known.code;
  const QCommandLineOption language(
      "language", Text::tr("Speak this language: %1.").arg(codes.join(QStringLiteral(", "))),
      Text::tr("code"));
  const QCommandLineOption eventLog(
      "event-log", Text::tr("Append what is heard to this file, one JSON object a line."),
      Text::tr("file"));
  const QCommandLineOption screenshot(
      "screenshot", Text::tr("Save a picture of the window, and quit."), Text::tr("file"));
  const QCommandLineOption after("after", Text::tr("Seconds before the picture is taken."),
                                 Text::tr("seconds"), QStringLiteral("3"));
  const QCommandLineOption times(
      "startup-times",
      Text::tr("Print how long the start took, in milliseconds, as a JSON object."));
  const QCommandLineOption report(
      "listening-report",
      Text::tr("Print at the end how listening went, as a JSON object: windows, losses, delays."));
  parser.addOptions(
      {model, noListen, device, language, eventLog, screenshot, after, times, report});
  parser.addPositionalArgument(Text::tr("files"), Text::tr("Audio files or folders to open."),
                               Text::tr("[files...]"));
  parser.process(arguments);

  StartOptions options;
  options.model = pathOf(parser.value(model));
  options.listen = !parser.isSet(noListen);
  options.device = parser.value(device);
  options.language = parser.value(language);
  options.eventLog = parser.value(eventLog);
  options.screenshot = parser.value(screenshot);
  options.startupTimes = parser.isSet(times);
  options.listeningReport = parser.isSet(report);
  if (!options.language.isEmpty() && !codes.contains(options.language))
    fail(Text::tr("--language knows %1 only.").arg(codes.join(QStringLiteral(", "))));
  bool isNumber = false;
  options.screenshotAfterSeconds = parser.value(after).toDouble(&isNumber);
  if (!isNumber || options.screenshotAfterSeconds < 0.0)
    fail(Text::tr("--after needs a number of seconds, such as 3 or 0.5."));
  for (const QString& argument : parser.positionalArguments())
    options.paths.push_back(pathOf(argument));
  return options;
}

}  // namespace earwitness::gui
