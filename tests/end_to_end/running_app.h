// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QtTest>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "tests/end_to_end/processes.h"
#include "tests/end_to_end/synthetic_sounds.h"

namespace earwitness::test {

inline const QString kCli = QStringLiteral(EARWITNESS_CLI);
inline const QString kApp = QStringLiteral(EARWITNESS_APP);
inline const QString kAudioServer =
    QStringLiteral(EARWITNESS_SOURCE_DIR "/tests/end_to_end/audio_server.sh");

inline QString textOf(const std::filesystem::path& path) {
  return QString::fromStdString(path.string());
}

/// The running window, and what it writes about what it hears.
class App {
 public:
  App(const std::filesystem::path& model, const std::filesystem::path& eventLog) : log_(eventLog) {
    process_.setProcessChannelMode(QProcess::ForwardedChannels);
    process_.start(kApp, {"--model", QString::fromStdString(model.string()), "--event-log",
                          QString::fromStdString(eventLog.string())});
    process_.waitForStarted();
  }
  ~App() {
    process_.terminate();
    if (process_.waitForFinished(10000)) return;
    process_.kill();
    process_.waitForFinished();
  }

  qint64 pid() const { return process_.processId(); }
  bool running() const { return process_.state() == QProcess::Running; }
  /// Lines of the log so far.
  size_t lines() const { return jsonLines(log_).size(); }
  /// How often each label was written since line `from`: once for each window that it went on.
  std::map<std::string, int> named(size_t from) const {
    std::map<std::string, int> counts;
    const auto all = jsonLines(log_);
    for (size_t i = from; i < all.size(); ++i) ++counts[all[i].at("label")];
    return counts;
  }
  /// Its children that run the model.
  std::vector<int> servers() const {
    std::vector<int> pids;
    for (const int child : childrenOf(pid())) {
      std::ifstream name("/proc/" + std::to_string(child) + "/comm");
      std::string text;
      std::getline(name, text);
      if (text.starts_with("earwitness-cli")) pids.push_back(child);
    }
    return pids;
  }

 private:
  std::filesystem::path log_;
  QProcess process_;
};

/// A sound that goes on until it is stopped.
class Player {
 public:
  explicit Player(const std::filesystem::path& sound) {
    process_.start("paplay", {"--device=speaker", QString::fromStdString(sound.string())});
    process_.waitForStarted();
  }
  ~Player() {
    process_.kill();
    process_.waitForFinished();
  }
  bool playing() { return !process_.waitForFinished(0) && process_.state() == QProcess::Running; }

 private:
  QProcess process_;
};

/// Plays to the end.
inline Finished play(const std::filesystem::path& sound) {
  return run("paplay", {"--device=speaker", QString::fromStdString(sound.string())});
}

/// Trains a model of SyntheticSounds' labels in the folder. The file of the model; empty where it
/// did not learn, and then `said` is what the training said.
inline std::filesystem::path trainSmallModel(const std::filesystem::path& folder,
                                             std::string& said) {
  SyntheticSounds(1).writeDataSet(folder / "data", 30, 2.5);
  const std::filesystem::path out = folder / "run";
  const Finished training =
      run(kCli, {"train", "--data", textOf(folder / "data"), "--out", textOf(out), "--epochs", "12",
                 "--window-seconds", "2", "--seed", "1", "--threads", "1", "--json"});
  said = training.out + training.err;
  std::istringstream events(training.out);
  double accuracy = 0.0;
  for (std::string line; std::getline(events, line);) {
    const auto event = nlohmann::json::parse(line);
    if (event.value("event", "") == "epoch" && event.contains("validation"))
      accuracy = std::max(accuracy, event["validation"]["balanced_accuracy"].get<double>());
  }
  const std::filesystem::path model = out / "best.pt";
  const bool learned = training.exitCode == 0 && accuracy > 0.9 && std::filesystem::exists(model);
  return learned ? model : std::filesystem::path();
}

}  // namespace earwitness::test
