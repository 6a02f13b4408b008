// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QApplication>
#include <QMessageBox>
#include <QPointer>
#include <QProcess>
#include <QProgressBar>
#include <QPushButton>
#include <algorithm>
#include <csignal>
#include <fstream>

#include <sys/syscall.h>
#include <unistd.h>

#include "app/gui/training/curve_canvas.h"
#include "app/gui/training/curves_plot.h"
#include "app/gui/training/run/run_problem_view.h"
#include "app/gui/training/run/run_process.h"
#include "app/gui/training/run/run_restart.h"
#include "app/gui/training/run/training_brake.h"
#include "app/gui/training/run/training_page.h"
#include "app/gui/training/run_library.h"
#include "app/gui/training/run_watch.h"
#include "app/gui/training/studio/training_studio.h"
#include "core/base/atomic_file.h"
#include "core/runs/journal.h"
#include "core/runs/run_folder.h"
#include "core/runs/run_lock.h"
#include "tests/gui/gui_test_support.h"
#include "tests/gui/heartbeat.h"
#include "tests/unit/cli/cli_process.h"

using namespace earwitness;
using namespace earwitness::gui;
using nlohmann::json;
namespace fs = std::filesystem;

namespace {

constexpr int kPatience = 240'000;  // ms, with a machine that has other things to do
constexpr int kEpochs = 60;
const QString kTrainInAProgram = QStringLiteral("--train-in-a-program");

json readJson(const fs::path& file) {
  return json::parse(readFile(file));
}

}  // namespace

/// The training page and what it stands on, with the real earwitness-cli.
class TestTrainingRun : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    test::isolateSettings(settings_);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    qputenv("XDG_STATE_HOME", QFile::encodeName(state_.path()));
    qputenv("XDG_CACHE_HOME", QFile::encodeName(settings_.path()) + "/cache");
    const QByteArray folder =
        QByteArray::fromStdString(fs::path(EARWITNESS_CLI).parent_path().string());
    qputenv("PATH", folder + ":" + qgetenv("PATH"));
    CliProcess synth;
    QVERIFY(
        synth.run({"data", "synth", textOf(data()), "--clips-per-class", "8", "--seconds", "1"}));
    // What an undisturbed run comes to, and settings for others.
    CliProcess train;
    QVERIFY(train.run({"train", "--data", textOf(data()), "--epochs", QString::number(kEpochs),
                       "--batch-size", "4", "--threads", "1", "--out", textOf(root() / "whole")}));
    QVERIFY2(train.exitCode() == 0, train.readAllStandardError());
    settings_json_ = readJson(root() / "whole/settings.json");
    expected_ = readJson(root() / "whole/result.json");
  }
  void init() {
    page_ = std::make_unique<TrainingPage>();
    page_->resize(1000, 600);
    page_->show();
    QVERIFY(QTest::qWaitForWindowExposed(page_.get()));
  }
  void cleanup() {
    for (const fs::path& folder : runningRuns())
      if (const auto writer = writerOf(folder)) ::kill(*writer, SIGKILL);
    page_.reset();
    QTRY_VERIFY_WITH_TIMEOUT(runningRuns().empty(), kPatience);
  }

  /// From Start to Finished, with the GUI thread's longest block on the way.
  void pointsArriveWhileItTrains() {
    QSignalSpy started(page_.get(), &TrainingPage::runStarted);
    const test::Heartbeat heartbeat;
    page_->start({.settings = settings_json_, .searchTrials = 0});
    QTRY_COMPARE_WITH_TIMEOUT(started.count(), 1, kPatience);
    QCOMPARE(fs::path(started[0][0].toString().toStdString()), page_->folder());
    QCOMPARE(page_->folder().parent_path(), runsFolder());
    QCOMPARE(runTitle(page_->folder()), QString("small set"));
    QTRY_VERIFY_WITH_TIMEOUT(canvas()->lastEpoch() >= 2, kPatience);
    QVERIFY(page_->isActive() && page_->watch().isRunning());
    QVERIFY(canvas()->lastEpoch() < kEpochs);
    QTRY_COMPARE_WITH_TIMEOUT(page_->state(), RunState::Finished, kPatience);
    qInfo("GUI thread's longest block: %.1f ms, of which its own work %.1f ms",
          heartbeat.longestWallMs(), heartbeat.longestOwnMs());
    QVERIFY(heartbeat.longestOwnMs() < test::kLongestBlockMs);
    QCOMPARE(canvas()->lastEpoch(), kEpochs);
    compareWithWhole(page_->folder());
    auto* bar = page_->findChild<QProgressBar*>();
    QCOMPARE(bar->value(), bar->maximum());
    QSignalSpy asked(page_.get(), &TrainingPage::resultAsked);
    QTest::mouseClick(button("Show result"), Qt::LeftButton);
    QCOMPARE(fs::path(asked[0][0].toString().toStdString()), page_->folder());
    QVERIFY(!button("Pause")->isVisible() && !button("Resume")->isVisible());
  }

  void pausedAndResumedItComesToTheSame() {
    start();
    QTest::mouseClick(button("Pause"), Qt::LeftButton);
    QCOMPARE(page_->state(), RunState::Pausing);
    QVERIFY(!button("Pause")->isEnabled());
    QTRY_COMPARE_WITH_TIMEOUT(page_->state(), RunState::Paused, kPatience);
    const int before = canvas()->lastEpoch();
    QVERIFY(before < kEpochs && !RunLock::isHeld({page_->folder()}));
    QVERIFY(!button("Pause")->isVisible() && button("Show result")->isEnabled());
    QTest::mouseClick(button("Resume"), Qt::LeftButton);
    QCOMPARE(page_->state(), RunState::Starting);
    QTRY_COMPARE_WITH_TIMEOUT(page_->state(), RunState::Finished, kPatience);
    compareWithWhole(page_->folder());
  }

  void aKilledRunSaysSoAndResumesToTheSame() {
    start();
    const auto writer = writerOf(page_->folder());
    QVERIFY(writer.has_value());
    ::kill(*writer, SIGKILL);
    QTRY_COMPARE_WITH_TIMEOUT(page_->state(), RunState::Interrupted, kPatience);
    QVERIFY2(trouble().contains("interrupted in epoch"), qPrintable(trouble()));
    auto* remedies = page_->findChild<RunProblemView*>();
    QTest::mouseClick(buttonIn(remedies, "Resume"), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(page_->state(), RunState::Finished, kPatience);
    QVERIFY(!remedies->isVisible());
    compareWithWhole(page_->folder());
  }

  /// The window closes and opens again.
  void aRunOutlivesItsPageAndIsFoundAgain() {
    start();
    const fs::path folder = page_->folder();
    const auto writer = writerOf(folder);
    QVERIFY(writer.has_value());
    QCOMPARE(::getsid(*writer), *writer);
    page_.reset();
    QVERIFY(runningRuns() == std::vector<fs::path>{folder});
    RunWatch watch;
    QSignalSpy changed(&watch, &RunWatch::changed);
    watch.watch(folder);
    QTRY_VERIFY_WITH_TIMEOUT(watch.isKnown(), kPatience);
    QVERIFY(watch.isRunning());
    QTRY_VERIFY_WITH_TIMEOUT(watch.view().epochs.size() >= 3, kPatience);
    init();
    page_->showRun(folder);
    QTRY_COMPARE_WITH_TIMEOUT(page_->state(), RunState::Training, kPatience);
    // Not its child any more as far as the page knows, and yet it can be told to stop.
    QTRY_VERIFY_WITH_TIMEOUT(button("Stop and save best")->isEnabled(), kPatience);
    QSignalSpy asked(page_.get(), &TrainingPage::resultAsked);
    QTest::mouseClick(button("Stop and save best"), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(asked.count(), 1, kPatience);
    QVERIFY(fs::exists(RunFolder{folder}.bestModel()) && fs::exists(RunFolder{folder}.result()));
    QTRY_VERIFY_WITH_TIMEOUT(!watch.isRunning(), kPatience);
    QVERIFY(changed.count() > 1);
  }

  /// The program is killed, not closed: its training goes on, and the next window shows it.
  void aRunOutlivesAKilledProgram() {
    QProcess program;
    program.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    program.start(QCoreApplication::applicationFilePath(),
                  {kTrainInAProgram, textOf(root() / "whole/settings.json")});
    QTRY_VERIFY_WITH_TIMEOUT(program.canReadLine(), kPatience);
    const fs::path folder = program.readLine().trimmed().toStdString();
    RunWatch watch;
    watch.watch(folder);
    QTRY_VERIFY_WITH_TIMEOUT(watch.view().epochs.size() >= 3, kPatience);
    const auto writer = writerOf(folder);
    QVERIFY(writer.has_value());
    program.kill();
    QVERIFY(program.waitForFinished(kPatience));
    QCOMPARE(program.exitStatus(), QProcess::CrashExit);
    QVERIFY(runningRuns() == std::vector<fs::path>{folder});
    QCOMPARE(writerOf(folder), writer);

    TrainingStudio studio({});
    studio.show();
    QTRY_COMPARE_WITH_TIMEOUT(studio.step(), TrainingStudio::Step::Training, kPatience);
    QCOMPARE(studio.training()->folder(), folder);
    QTRY_COMPARE_WITH_TIMEOUT(studio.training()->state(), RunState::Finished, kPatience);
    compareWithWhole(folder);
  }

  /// A limit on the size of files stands for a full disk, as in test_cli_train.
  void aFullDiskIsToldAndTheRunResumesToTheSame() {
    const fs::path full = root() / "full disk";
    fs::create_directories(full);
    const fs::path program = full / "earwitness-cli";
    std::ofstream(program) << "#!/bin/bash\ntrap '' XFSZ\nulimit -f 1000\nexec '" << EARWITNESS_CLI
                           << "' \"$@\"\n";
    fs::permissions(program, fs::perms::owner_all);
    const QByteArray path = qgetenv("PATH");
    qputenv("PATH", QByteArray::fromStdString(full.string()) + ":" + path);
    page_->start({.settings = settings_json_, .searchTrials = 0});
    const bool hasFailed =
        QTest::qWaitFor([&] { return page_->state() == RunState::Failed; }, kPatience);
    qputenv("PATH", path);
    QVERIFY(hasFailed);
    QVERIFY2(trouble().contains("checkpoint.pt") &&
                 trouble().endsWith("Free some disk space, then resume."),
             qPrintable(trouble()));
    QTest::mouseClick(buttonIn(page_->findChild<RunProblemView*>(), "Resume"), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(page_->state(), RunState::Finished, kPatience);
    compareWithWhole(page_->folder());
  }

  /// The sounds are read before the first epoch only; a resumed run looks for them again.
  void soundsThatGoInTheMiddleAreTold() {
    start();
    const fs::path away = root() / "small set, moved";
    fs::rename(data(), away);
    const auto back = qScopeGuard([&] {
      if (fs::exists(away)) fs::rename(away, data());
    });
    const int before = canvas()->lastEpoch();
    QTRY_VERIFY_WITH_TIMEOUT(canvas()->lastEpoch() > before, kPatience);
    QTest::mouseClick(button("Pause"), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(page_->state(), RunState::Paused, kPatience);
    QTest::mouseClick(button("Resume"), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(page_->state(), RunState::Failed, kPatience);
    QVERIFY2(trouble().contains(textOf(data())), qPrintable(trouble()));
    fs::rename(away, data());
    QTest::mouseClick(buttonIn(page_->findChild<RunProblemView*>(), "Resume"), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(page_->state(), RunState::Finished, kPatience);
    compareWithWhole(page_->folder());
  }

  /// As long as the microphone loses sound, the training waits between its steps.
  void aLateMicrophoneIsGivenWayTo() {
    if (!fs::exists("/proc/self/syscall")) QSKIP("This system does not tell what a process does.");
    start();
    const auto writer = writerOf(page_->folder());
    QVERIFY(writer.has_value());
    TrainingBrake brake;
    LiveUpdate update;
    const auto waits = [&] {
      ++update.health.droppedWindows;
      brake.take(update);
      std::ifstream file("/proc/" + std::to_string(*writer) + "/syscall");
      long call = -1;
      return file >> call && call == SYS_clock_nanosleep;
    };
    QTRY_VERIFY_WITH_TIMEOUT(waits(), kPatience);
    // Left alone, it comes to its end.
    QTRY_COMPARE_WITH_TIMEOUT(page_->state(), RunState::Finished, kPatience);
    compareWithWhole(page_->folder());
  }

  void discardMovesToTheTrash() {
    start();
    const fs::path folder = page_->folder();
    QSignalSpy discarded(page_.get(), &TrainingPage::runDiscarded);
    QTest::mouseClick(button("Discard…"), Qt::LeftButton);
    auto* box = page_->findChild<QMessageBox*>();
    QVERIFY(box != nullptr);
    QTest::mouseClick(buttonIn(box, "Discard"), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(discarded.count(), 1, kPatience);
    QVERIFY(!fs::exists(folder) && page_->folder().empty());
    bool isInTrash = false;
    for (const auto& entry : fs::recursive_directory_iterator(root()))
      isInTrash = isInTrash || (entry.path().filename() == folder.filename() &&
                                entry.path().parent_path().parent_path().filename() == "Trash");
    for (const auto& entry : fs::recursive_directory_iterator(settings_.path().toStdString()))
      isInTrash = isInTrash || (entry.path().filename() == folder.filename() &&
                                entry.path().parent_path().parent_path().filename() == "Trash");
    QVERIFY(isInTrash);
  }

  void aSearchIsStartedStoppedAndGoneOnWith() {
    QSignalSpy started(page_.get(), &TrainingPage::searchStarted);
    page_->start({.settings = settings_json_, .searchTrials = 3});
    QTRY_COMPARE_WITH_TIMEOUT(started.count(), 1, kPatience);
    const fs::path folder = started[0][0].toString().toStdString();
    QVERIFY(page_->folder().empty());
    QTRY_VERIFY_WITH_TIMEOUT(fs::exists(folder / "trial-001/best.pt"), kPatience);
    QVERIFY(runningRuns() == std::vector<fs::path>{folder});
    QSignalSpy ended(page_->process(), &RunProcess::ended);
    page_->process()->pause(folder);
    QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 1, kPatience);
    QCOMPARE(ended[0][1].toString(), QString());
    QVERIFY(runningRuns().empty());
    page_->process()->resume(folder);
    QTRY_COMPARE_WITH_TIMEOUT(started.count(), 2, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(!runningRuns().empty(), kPatience);
    QSignalSpy discarded(page_.get(), &TrainingPage::runDiscarded);
    page_->process()->discard(folder);
    QTRY_COMPARE_WITH_TIMEOUT(discarded.count(), 1, kPatience);
    QVERIFY(!fs::exists(folder));
  }

  void aFolderThatCannotBeWrittenToIsTold() {
    qputenv("XDG_STATE_HOME", ::geteuid() == 0 ? "/sys" : "/");
    QSignalSpy told(page_.get(), &TrainingPage::told);
    page_->start({.settings = settings_json_, .searchTrials = 0});
    const bool isTold = QTest::qWaitFor([&] { return told.count() == 1; }, kPatience);
    qputenv("XDG_STATE_HOME", QFile::encodeName(state_.path()));
    QVERIFY(isTold);
    const QString sentence = told[0][0].toString();
    QVERIFY2(sentence.startsWith("A folder for the training cannot be created in '"),
             qPrintable(sentence));
    QCOMPARE(trouble(), sentence);
    QVERIFY(page_->folder().empty() && !page_->isActive());
  }

  void soundsThatAreGoneAreTold() {
    json settings = settings_json_;
    settings["data"]["root"] = (root() / "gone away").string();
    page_->start({.settings = settings, .searchTrials = 0});
    QTRY_COMPARE_WITH_TIMEOUT(page_->state(), RunState::Failed, kPatience);
    QVERIFY2(trouble().contains("gone away"), qPrintable(trouble()));
    QSignalSpy asked(page_.get(), &TrainingPage::settingsAsked);
    QTest::mouseClick(buttonIn(page_->findChild<RunProblemView*>(), "Change settings…"),
                      Qt::LeftButton);
    QCOMPARE(fs::path(asked[0][0].toString().toStdString()), page_->folder());
    QVERIFY(settingsOfRun(page_->folder()) == settings);
  }

  void aRunWithoutMemoryStartsWithASmallerBatch() {
    const fs::path folder = runsFolder() / "2026-01-02 03-04-05 large";
    fs::create_directories(folder);
    writeJsonFile(RunFolder{folder}.settings(), settings_json_);
    Journal journal(RunFolder{folder}.journal(), false, {});
    journal.write("started", {{"settings", settings_json_}});
    journal.write("failed", {{"error", "There is not enough memory."}, {"kind", "memory"}});
    page_->showRun(folder);
    QTRY_COMPARE_WITH_TIMEOUT(page_->state(), RunState::Failed, kPatience);
    QCOMPARE(trouble(), QString("There is not enough memory."));
    QTest::mouseClick(buttonIn(page_->findChild<RunProblemView*>(), "Start with batches of 2"),
                      Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(page_->folder() != folder, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(canvas()->lastEpoch() >= 1, kPatience);
    QCOMPARE(settingsOfRun(page_->folder()).at("batch_size").get<int>(), 2);
  }

  /// It goes on in the same folder, once the user has agreed.
  void aRunWithoutASandboxAsks() {
    const fs::path folder = runsFolder() / "2026-01-02 03-04-06 foreign";
    fs::create_directories(folder);
    writeJsonFile(RunFolder{folder}.settings(), settings_json_);
    json told = settings_json_;
    told["init"] = "/models/stranger.pt";
    {
      Journal journal(RunFolder{folder}.journal(), false, {});
      journal.write("started", {{"settings", told}});
      journal.write("failed", {{"error", "There is no sandbox."}, {"kind", "sandbox"}});
    }
    page_->showRun(folder);
    QTRY_COMPARE_WITH_TIMEOUT(page_->state(), RunState::Failed, kPatience);
    QTest::mouseClick(buttonIn(page_->findChild<RunProblemView*>(), "Start without a sandbox…"),
                      Qt::LeftButton);
    auto* question = page_->findChild<QMessageBox*>();
    QVERIFY(question != nullptr && question->text().contains("stranger.pt"));
    QTest::mouseClick(buttonIn(question, "Run without a sandbox"), Qt::LeftButton);
    QCOMPARE(page_->state(), RunState::Starting);
    QTRY_VERIFY_WITH_TIMEOUT(canvas()->lastEpoch() >= 1, kPatience);
    QCOMPARE(page_->folder(), folder);
  }

  void brokenFilesAreListedAsLeftOut() {
    const fs::path folder = root() / "with broken";
    const fs::path next = root() / "without broken";
    fs::create_directories(folder);
    fs::create_directories(next);
    Journal journal(RunFolder{folder}.journal(), false, {});
    json leftOut = json::array();
    leftOut.push_back({{"file", (data() / "siren/a.wav").string()}, {"problem", "broken"}});
    leftOut.push_back({{"file", "siren/b.wav"}, {"problem", "empty"}});
    journal.write("cached", {{"left_out", leftOut}});
    json settings = settings_json_;
    writeJsonFile(root() / "before.json",
                  {{"version", 1}, {"clips", {{{"path", "/x/y.wav"}, {"label", "dog"}}}}});
    settings["data"]["corrections"] = (root() / "before.json").string();
    settings = withoutBrokenFiles(settings, folder, next);
    const json list = readJson(settings["data"]["corrections"].get<std::string>());
    QVERIFY(list["version"] == 1);
    QCOMPARE(list["clips"].size(), size_t(3));
    QVERIFY(list["clips"][2]["label"] == "dog");
    QVERIFY(list["clips"][0]["path"] == (data() / "siren/a.wav").string());
    QVERIFY(list["clips"][1]["path"] == (data() / "siren/b.wav").string());
    QVERIFY(list["clips"][1]["label"].is_null());
  }

  void runsHaveNames() {
    QCOMPARE(runTitle("/x/2026-05-31 18-04-05 siren, dog, …"), QString("siren, dog, …"));
    QCOMPARE(runTitle("/x/mine"), QString("mine"));
    QCOMPARE(runTitle("/x/2026-05-31 18-04-05 birds/trial-007"), QString("birds, trial 7"));
    const fs::path own = fs::path(settings_.path().toStdString()) / "earwitness/sounds/set 1";
    for (const char* name : {"dog", "rain", "siren", "wind", ".hidden"})
      fs::create_directories(own / name);
    json settings = {{"data", {{"root", own.string()}}}};
    const fs::path folder = makeRunFolder(settings);
    QCOMPARE(runTitle(folder), QString("dog, rain, siren, …"));
    QVERIFY(makeRunFolder(settings) != folder);
    settings["data"]["root"] = "/";
    QCOMPARE(runTitle(makeRunFolder(settings)), QString("training"));
  }

 private:
  fs::path root() const { return directory_.path().toStdString(); }
  fs::path data() const { return root() / "small set"; }
  CurveCanvas* canvas() const { return page_->findChild<CurvesPlot*>()->canvas(); }
  QString trouble() const { return page_->findChild<RunProblemView*>()->sentence(); }
  static QAbstractButton* buttonIn(const QWidget* parent, const QString& text) {
    for (auto* button : parent->findChildren<QAbstractButton*>())
      if (button->text().remove(u'&') == text && button->isVisible()) return button;
    return nullptr;
  }
  QAbstractButton* button(const QString& text) const {
    for (auto* button : page_->findChildren<QPushButton*>())
      if (button->text().remove(u'&') == text && button->parent()->parent() == page_.get())
        return button;
    return nullptr;
  }
  /// Until it has trained for some epochs.
  void start() {
    page_->start({.settings = settings_json_, .searchTrials = 0});
    QTRY_VERIFY_WITH_TIMEOUT(canvas()->lastEpoch() >= 3, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(button("Pause")->isEnabled(), kPatience);
  }
  void compareWithWhole(const fs::path& folder) const {
    const json result = readJson(folder / "result.json");
    for (const char* key : {"finished", "best_epoch", "best", "last", "best_confusion"})
      QVERIFY2(result.at(key) == expected_.at(key), key);
  }

  QTemporaryDir settings_;
  QTemporaryDir state_;
  QTemporaryDir directory_;
  json settings_json_;
  json expected_;
  std::unique_ptr<TrainingPage> page_;
};

/// What the program does that is killed: it opens the window, starts a training, and goes on.
int trainInAProgram(int argc, char** argv) {
  const QApplication application(argc, argv);
  TrainingStudio studio({});
  studio.show();
  QObject::connect(studio.training(), &TrainingPage::runStarted, [](const QString& folder) {
    std::puts(qPrintable(folder));
    std::fflush(stdout);
  });
  studio.training()->start({.settings = readJson(argv[2]), .searchTrials = 0});
  return QApplication::exec();
}

int main(int argc, char** argv) {
  if (argc == 3 && argv[1] == kTrainInAProgram) return trainInAProgram(argc, argv);
  QApplication application(argc, argv);
  TestTrainingRun test;
  return QTest::qExec(&test, argc, argv);
}
#include "test_training_run.moc"
