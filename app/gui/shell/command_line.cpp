// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/shell/command_line.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "app/gui/base/language.h"

namespace earwitness::gui {

namespace {

struct Text {
  Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

/// Relative to where the program was started, if that folder is still there.
std::filesystem::path pathOf(const QString& argument) {
  const std::filesystem::path path = argument.toStdString();
  std::error_code failure;
  const std::filesystem::path whole = std::filesystem::absolute(path, failure);
  return argument.isEmpty() || failure ? path : whole;
}

/// Those of QApplication and of its platforms' plugins (Qt 6.4 to 6.8).
QList<QCommandLineOption> optionsOfQt() {
  QList<QCommandLineOption> options;
  for (const char* name :
       {"platform", "platformpluginpath", "platformtheme", "plugin", "style", "stylesheet",
        "session", "qwindowgeometry", "geometry", "qwindowtitle", "title", "qwindowicon", "icon",
        "qmljsdebugger", "display", "name", "visual"})
    options << QCommandLineOption(QString::fromLatin1(name), {}, QStringLiteral("value"));
  for (const char* name : {"reverse", "widgetcount", "nograb", "dograb"})
    options << QCommandLineOption(QString::fromLatin1(name));
  for (QCommandLineOption& option : options) option.setFlags(QCommandLineOption::HiddenFromHelp);
  return options;
}

QString languageCodes() {
  QStringList codes;
  for (const Language& known : languages()) codes << known.code;
  return codes.join(QStringLiteral(", "));
}

/// The program's options, and what is given of them.
class Parser {
 public:
  explicit Parser(const QStringList& arguments) {
    parser_.setApplicationDescription(
        Text::tr("Detects and identifies sounds, live or in audio files."));
    // Qt takes its own with one dash; ours with one or two.
    parser_.setSingleDashWordOptionMode(QCommandLineParser::ParseAsLongOptions);
    parser_.addOptions({help_, version_, model_, noListen_, device_, language_, eventLog_,
                        logLevel_, screenshot_, after_, times_, report_});
    parser_.addOptions(optionsOfQt());
    parser_.addPositionalArgument(Text::tr("files"), Text::tr("Audio files or folders to open."),
                                  Text::tr("[files...]"));
    isUnderstood_ = parser_.parse(QStringList{QStringLiteral("earwitness")} + arguments);
  }

  CommandLine result() const {
    CommandLine line;
    line.options.language = parser_.value(language_);
    if (parser_.isSet(help_)) {
      line.answer = parser_.helpText();
    } else if (parser_.isSet(version_)) {
      line.answer = QStringLiteral("%1 %2\n").arg(QCoreApplication::applicationName(),
                                                  QCoreApplication::applicationVersion());
    } else if (!isUnderstood_) {
      line.mistake = Text::tr("%1. Run earwitness --help for a list of options.")
                         .arg(withoutFullStop(parser_.errorText()));
    } else {
      readOptions(line);
    }
    return line;
  }

 private:
  static QString withoutFullStop(QString sentence) {
    if (sentence.endsWith(u'.')) sentence.chop(1);
    return sentence;
  }

  void readOptions(CommandLine& line) const {
    StartOptions& options = line.options;
    options.model = pathOf(parser_.value(model_));
    options.listen = !parser_.isSet(noListen_);
    options.device = parser_.value(device_);
    options.eventLog = parser_.value(eventLog_);
    options.screenshot = parser_.value(screenshot_);
    options.startupTimes = parser_.isSet(times_);
    options.listeningReport = parser_.isSet(report_);
    for (const QString& argument : parser_.positionalArguments())
      options.paths.push_back(pathOf(argument));
    bool isNumber = false;
    options.screenshotAfterSeconds = parser_.value(after_).toDouble(&isNumber);
    if (!isNumber || options.screenshotAfterSeconds < 0.0)
      line.mistake = Text::tr("--after needs a number of seconds, such as 3 or 0.5.");
    const bool isKnown = std::any_of(
        languages().begin(), languages().end(),
        [&options](const Language& language) { return language.code == options.language; });
    if (!options.language.isEmpty() && !isKnown)
      line.mistake = Text::tr("--language supports only: %1.").arg(languageCodes());
    const auto level = logLevelNamed(parser_.value(logLevel_).toStdString());
    if (level)
      options.logLevel = *level;
    else
      line.mistake = Text::tr("--log-level supports only: debug, info, warning, error.");
  }

  const QCommandLineOption help_{{QStringLiteral("h"), QStringLiteral("help")},
                                 Text::tr("Displays this help.")};
  const QCommandLineOption version_{{QStringLiteral("v"), QStringLiteral("version")},
                                    Text::tr("Displays the version.")};
  const QCommandLineOption model_{QStringLiteral("model"), Text::tr("Use this model file."),
                                  Text::tr("file")};
  const QCommandLineOption noListen_{QStringLiteral("no-listen"),
                                     Text::tr("Do not start listening automatically.")};
  const QCommandLineOption device_{QStringLiteral("device"), Text::tr("Listen to this microphone."),
                                   Text::tr("name")};
  const QCommandLineOption language_{QStringLiteral("language"),
                                     Text::tr("Language of the window: %1.").arg(languageCodes()),
                                     Text::tr("code")};
  const QCommandLineOption eventLog_{
      QStringLiteral("event-log"),
      Text::tr("Append detected events to this file, one JSON object per line."), Text::tr("file")};
  const QCommandLineOption logLevel_{
      QStringLiteral("log-level"),
      Text::tr("Log messages of this level and above: debug, info, warning or error."),
      Text::tr("level"), QStringLiteral("info")};
  const QCommandLineOption screenshot_{QStringLiteral("screenshot"),
                                       Text::tr("Save a screenshot of the window, and quit."),
                                       Text::tr("file")};
  const QCommandLineOption after_{QStringLiteral("after"),
                                  Text::tr("Seconds before the screenshot is taken."),
                                  Text::tr("seconds"), QStringLiteral("3")};
  const QCommandLineOption times_{
      QStringLiteral("startup-times"),
      Text::tr("Print the startup times in milliseconds as a JSON object.")};
  const QCommandLineOption report_{
      QStringLiteral("listening-report"),
      Text::tr("Print listening statistics at the end as a JSON object: windows, losses, delays.")};
  QCommandLineParser parser_;
  bool isUnderstood_ = false;
};

}  // namespace

CommandLine readCommandLine(const QStringList& arguments) {
  return Parser(arguments).result();
}

std::optional<int> answerCommandLine(int argc, char** argv, StartOptions& options) {
  QStringList arguments;
  for (int i = 1; i < argc; ++i) arguments << QString::fromLocal8Bit(argv[i]);
  CommandLine line = readCommandLine(arguments);
  if (line.answer.isEmpty() && line.mistake.isEmpty()) {
    options = std::move(line.options);
    return std::nullopt;
  }
  // Once more with an application, which translations and the list of options need.
  const QCoreApplication application(argc, argv);
  const QString wanted = line.options.language;
  speak(wanted.isEmpty() ? keptLanguage() : wanted);
  line = readCommandLine(arguments);
  if (!line.answer.isEmpty()) {
    std::fputs(qPrintable(line.answer), stdout);
    return std::fflush(stdout) == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
  }
  std::fprintf(stderr, "earwitness: %s\n", qPrintable(line.mistake));
  return kMistakeCode;
}

}  // namespace earwitness::gui
