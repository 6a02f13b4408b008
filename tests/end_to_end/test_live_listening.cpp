// SPDX-License-Identifier: GPL-3.0-or-later
// A model that is trained here, a real audio server, and sounds that are really played: does the
// running program name them? Started by audio_server.sh and screen.sh.
#include <QTemporaryDir>
#include <QtTest>
#include <algorithm>

#include "core/listening/child_classifier.h"
#include "core/listening/file_analysis.h"
#include "tests/end_to_end/running_app.h"

using namespace earwitness;
using namespace earwitness::test;
namespace fs = std::filesystem;

namespace {

constexpr double kPlaySeconds = 6.0;
constexpr int kPatienceMs = 40000;
const std::vector<std::string> kAudible = {"alarm", "engine", "knocking"};

/// The audible label that was named most, empty where none was.
std::string mostNamed(std::map<std::string, int> counts) {
  counts.erase(SyntheticSounds::kLabels[0]);
  std::string most;
  for (const auto& [label, count] : counts)
    if (most.empty() || count > counts[most]) most = label;
  return most;
}

QByteArray text(const std::map<std::string, int>& counts) {
  return QByteArray::fromStdString(nlohmann::json(counts).dump());
}

}  // namespace

class TestLiveListening : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase();
  void windowAndCommandLineScoreAFileAlike();
  void theCommandLineNamesWhatIsPlayed();
  void theCommandLineSaysThatThereIsNoMicrophone();
  void theWindowNamesWhatIsPlayed();
  void theWindowKeepsTorchOut();
  void scoresComeBackWhenTheChildIsKilled();
  void listeningComesBackWithTheAudioServer();

 private:
  fs::path sound(const std::string& label) const { return folder() / (label + ".wav"); }
  fs::path folder() const { return folder_.path().toStdString(); }
  void startApp();
  void verifyThatItHears(const std::string& label);

  QTemporaryDir folder_;
  fs::path model_;
  std::unique_ptr<App> app_;
};

void TestLiveListening::initTestCase() {
  SyntheticSounds unseen(2);
  for (const std::string& label : kAudible)
    SyntheticSounds::writeWave(sound(label), unseen.make(label, kPlaySeconds));

  std::string said;
  model_ = trainSmallModel(folder(), said);
  QVERIFY2(!model_.empty(), said.c_str());
}

/// The window's way: the child behind its pipe. The command line's: the network itself.
void TestLiveListening::windowAndCommandLineScoreAFileAlike() {
  ChildClassifier::Options options;
  options.program = kCli.toStdString();
  options.modelFile = model_;
  ChildClassifier child(options);
  child.warmUp();
  for (const std::string& label : kAudible) {
    const FileScores window = analyseFile(sound(label), &child, child.description().features,
                                          eventSettingsOf(child.description()));
    const Finished cli = run(kCli, {"classify", QString::fromStdString(sound(label).string()),
                                    "--model", QString::fromStdString(model_.string()), "--json"});
    QVERIFY2(cli.exitCode == 0, cli.err.c_str());
    const auto file = nlohmann::json::parse(cli.out).at("files").at(0);
    QCOMPARE(file.at("top").get<std::string>(), label);
    QCOMPARE(file.at("windows").size(), window.windows.size());
    QVERIFY(!window.windows.empty());
    for (size_t i = 0; i < window.windows.size(); ++i) {
      const auto scores = file["windows"][i].at("scores").get<std::vector<float>>();
      const std::string both = nlohmann::json({scores, window.windows[i].scores}).dump();
      QVERIFY2(scores == window.windows[i].scores, both.c_str());
    }
  }
}

void TestLiveListening::theCommandLineNamesWhatIsPlayed() {
  constexpr double kListenSeconds = 6.0;
  SyntheticSounds unseen(3);
  for (const std::string& label : kAudible) {
    // Longer than the program needs to start and to listen.
    const fs::path longSound = folder() / "long.wav";
    SyntheticSounds::writeWave(longSound, unseen.make(label, 120.0));
    Player player(longSound);
    const Finished listened =
        run(kCli, {"listen", "--seconds", QString::number(kListenSeconds), "--json", "--model",
                   QString::fromStdString(model_.string())});
    QVERIFY(player.playing());
    QVERIFY2(listened.exitCode == 0, listened.err.c_str());
    const auto heard = nlohmann::json::parse(listened.out);
    QVERIFY2(heard.at("windows").get<int>() > 0, listened.out.c_str());
    QCOMPARE(heard.at("last_top").get<std::string>(), label);
    // The first windows are filled up with silence, and may be named so.
    std::map<std::string, int> milliseconds;
    for (const auto& event : heard.at("events"))
      milliseconds[event.at("label")] +=
          int(1000 * (event.at("offset").get<double>() - event.at("onset").get<double>()));
    QVERIFY2(mostNamed(milliseconds) == label, listened.out.c_str());
    QVERIFY2(milliseconds[label] > 1500, listened.out.c_str());
  }
}

void TestLiveListening::theCommandLineSaysThatThereIsNoMicrophone() {
  QCOMPARE(run(kAudioServer, {"--stop"}).exitCode, 0);
  const Finished listened = run(kCli, {"listen", "--seconds", "1", "--json", "--model",
                                       QString::fromStdString(model_.string())});
  const Finished devices = run(kCli, {"devices", "--json"});
  QCOMPARE(run(kAudioServer, {"--start"}).exitCode, 0);

  QVERIFY(listened.exitCode > 0);
  QVERIFY(listened.out.empty());
  QVERIFY2(listened.err.starts_with("earwitness-cli: No microphone found."), listened.err.c_str());
  QCOMPARE(std::ranges::count(listened.err, '\n'), 1);
  QCOMPARE(devices.exitCode, 0);
  QVERIFY2(nlohmann::json::parse(devices.out).at("devices").empty(), devices.out.c_str());
}

void TestLiveListening::startApp() {
  if (app_ && app_->running()) return;
  app_ = std::make_unique<App>(model_, folder() / "events.jsonl");
  // "quiet" is a class of its own, so that its name tells that scores are there.
  QTRY_VERIFY_WITH_TIMEOUT(app_->lines() > 0 || !app_->running(), kPatienceMs);
  QVERIFY(app_->running());
}

void TestLiveListening::verifyThatItHears(const std::string& label) {
  const size_t before = app_->lines();
  const Finished played = play(sound(label));
  QVERIFY2(played.exitCode == 0, played.err.c_str());
  const auto counts = app_->named(before);
  QVERIFY2(mostNamed(counts) == label, text(counts).constData());
}

void TestLiveListening::theWindowNamesWhatIsPlayed() {
  startApp();
  const Finished visible =
      run("xdotool", {"search", "--sync", "--onlyvisible", "--pid", QString::number(app_->pid())});
  QVERIFY2(visible.exitCode == 0 && !visible.out.empty(), visible.err.c_str());
  for (const std::string& label : kAudible) {
    verifyThatItHears(label);
    if (QTest::currentTestFailed()) return;
  }
}

void TestLiveListening::theWindowKeepsTorchOut() {
  startApp();
  QVERIFY(!app_->servers().empty());
  const auto mapsTorch = [](qint64 pid) {
    std::ifstream maps("/proc/" + std::to_string(pid) + "/maps");
    const std::string all(std::istreambuf_iterator<char>(maps), {});
    return all.find("libtorch") != std::string::npos;
  };
  // The window's child is confined: its map is for root to read. One like it that is not shows what
  // to look for.
  QProcess child;
  child.start(kCli, {"serve", "--model", QString::fromStdString(model_.string()), "--unconfined"});
  QTRY_VERIFY(mapsTorch(child.processId()));
  child.closeWriteChannel();
  QVERIFY(child.waitForFinished());
  QVERIFY(!mapsTorch(app_->pid()));
}

void TestLiveListening::scoresComeBackWhenTheChildIsKilled() {
  startApp();
  const std::vector<int> before = app_->servers();
  QVERIFY(!before.empty());
  for (const int pid : before) QCOMPARE(::kill(pid, SIGKILL), 0);
  QTRY_VERIFY_WITH_TIMEOUT(!app_->servers().empty() && app_->servers() != before, kPatienceMs);
  const size_t lines = app_->lines();
  QTRY_VERIFY_WITH_TIMEOUT(app_->lines() > lines, kPatienceMs);
  verifyThatItHears("alarm");
  QVERIFY(app_->running());
}

void TestLiveListening::listeningComesBackWithTheAudioServer() {
  startApp();
  Finished server = run(kAudioServer, {"--stop"});
  QVERIFY2(server.exitCode == 0, server.err.c_str());
  // No sound, no window, no line: wait until the log stands still.
  size_t lines = 0;
  QTRY_VERIFY_WITH_TIMEOUT(
      [&] {
        const size_t now = app_->lines();
        const bool still = now == lines;
        lines = now;
        if (!still) QTest::qWait(1500);
        return still;
      }(),
      kPatienceMs);
  QVERIFY(app_->running());
  server = run(kAudioServer, {"--start"});
  QVERIFY2(server.exitCode == 0, server.err.c_str());
  QTRY_VERIFY_WITH_TIMEOUT(app_->lines() > lines, kPatienceMs);
  verifyThatItHears("engine");
  QVERIFY(app_->running());
}

QTEST_GUILESS_MAIN(TestLiveListening)
#include "test_live_listening.moc"
