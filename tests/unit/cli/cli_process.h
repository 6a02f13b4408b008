// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QStringList>
#include <csignal>
#include <filesystem>
#include <functional>

#include <nlohmann/json.hpp>

namespace earwitness {

inline QString textOf(const std::filesystem::path& path) {
  return QString::fromStdString(path.string());
}

/// A run of the real earwitness-cli, with caches in a folder of the test.
class CliProcess : public QProcess {
 public:
  explicit CliProcess(const std::filesystem::path& cacheHome = {}) {
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    if (!cacheHome.empty()) environment.insert("XDG_CACHE_HOME", textOf(cacheHome));
    setProcessEnvironment(environment);
  }
  ~CliProcess() override {
    if (state() != NotRunning) {
      kill();
      waitForFinished();
    }
  }
  void set(const QString& variable, const QString& value) {
    QProcessEnvironment environment = processEnvironment();
    environment.insert(variable, value);
    setProcessEnvironment(environment);
  }
  bool begin(const QStringList& arguments) {
    start(EARWITNESS_CLI, arguments);
    return waitForStarted();
  }
  /// Starts it with another reader of its standard output: a command of the shell, whose own output
  /// the test reads. After closeReadChannel(), QProcess would go on to read and drop what it reads.
  bool beginInto(const QString& reader, const QStringList& arguments) {
    const QString line = QString("exec \"$0\" \"$@\" > >(%1)").arg(reader);
    start("/bin/bash", QStringList{"-c", line, EARWITNESS_CLI} + arguments);
    return waitForStarted();
  }
  /// True where it ended by itself; not by a signal, and not because the test lost patience.
  bool ends() {
    return (state() == NotRunning || waitForFinished(kPatienceMs)) && exitStatus() == NormalExit;
  }
  bool run(const QStringList& arguments) { return begin(arguments) && ends(); }
  /// Reads lines of standard output (or error) until one fits.
  bool waitForLine(const std::function<bool(const QByteArray& line)>& fits,
                   ProcessChannel channel = StandardOutput) {
    setReadChannel(channel);
    while (true) {
      while (canReadLine())
        if (fits(readLine())) return true;
      if (state() == NotRunning || !waitForReadyRead(kPatienceMs)) return false;
    }
  }
  void signal(int number) { ::kill(pid_t(processId()), number); }
  /// What it printed as one JSON object; null where that is not what it printed.
  nlohmann::json json() {
    const auto object =
        nlohmann::json::parse(readAllStandardOutput().toStdString(), nullptr, false);
    return object.is_object() ? object : nlohmann::json();
  }
  QString errorText() { return QString::fromUtf8(readAllStandardError()); }

 private:
  static constexpr int kPatienceMs = 120'000;
};

/// An error as all commands tell it: the program's name and a sentence, on a line of its own, last
/// and only once.
inline bool isCliError(const QString& text) {
  const QStringList lines = text.trimmed().split('\n');
  return lines.last().startsWith("earwitness-cli: ") && lines.last().size() > 30 &&
         (lines.last().endsWith('.') || lines.last().endsWith('?')) &&
         text.count("earwitness-cli: ") == 1 && !text.contains("Unexpected error");
}

}  // namespace earwitness
