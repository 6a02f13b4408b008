// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QtTest>

#include "core/base/atomic_file.h"
#include "tests/unit/cli/cli_process.h"
#include "tests/unit/training/small_run.h"

using namespace earwitness;
namespace fs = std::filesystem;
using nlohmann::json;

/// Learning from a teacher on the command line.
class TestCliDistill : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    QVERIFY(SmallRun::get().result().finished);
    teacher_ = textOf(SmallRun::get().folder().bestModel());
  }

  /// The labels of the few clips with labels count nothing, and the others have none: what the
  /// student knows, the teacher has told it.
  void clipsWithoutLabelsAreEnough() {
    // Labels that are wrong, so that they teach nothing: each class has all three kinds.
    writeThreeClasses(path("right"), 3);
    const char* names[] = {"clicks", "noise", "tone"};
    for (int kind = 0; kind < 3; ++kind)
      for (int i = 0; i < 3; ++i)
        copy(path("right") / names[kind] / (std::to_string(i) + ".wav"),
             path("few") / names[(kind + i) % 3] / (std::to_string(kind) + ".wav"));
    writeUnlabelled(path("many"), 14);
    const QStringList common = {"--cache", textOf(path("cache"))};
    CliProcess train;
    QVERIFY(train.run(QStringList{"train",
                                  "--data",
                                  textOf(path("few")),
                                  "--out",
                                  textOf(path("run")),
                                  "--teacher",
                                  teacher_,
                                  "--teacher-data",
                                  textOf(path("many")),
                                  "--teacher-share",
                                  "1",
                                  "--teacher-versions",
                                  "4",
                                  "--teacher-temperature",
                                  "1.5",
                                  "--epochs",
                                  "12",
                                  "--batch-size",
                                  "8",
                                  "--threads",
                                  "2",
                                  "--window-seconds",
                                  "1"} +
                      common));
    const QString progress = train.errorText();
    QVERIFY2(train.exitCode() == 0, qPrintable(progress));
    QVERIFY2(progress.contains("Teachers: ") && progress.contains("42 clips without labels"),
             qPrintable(progress));
    // The validation clips have wrong labels, so that the best epoch means nothing.
    writeNewClips(path("new"));
    const double student = accuracyOf(path("run") / "last.pt", common);
    QVERIFY2(student >= 0.8, qPrintable(QString::number(student)));
  }

  void settingsAndCard() {
    CliProcess train;
    QVERIFY(train.run({"train", "--data", textOf(SmallRun::get().data()), "--out",
                       textOf(path("named")), "--teacher", teacher_ + "," + teacher_,
                       "--teacher-versions", "2", "--epochs", "1", "--batch-size", "8", "--cache",
                       textOf(path("cache"))}));
    QVERIFY2(train.exitCode() == 0, qPrintable(train.errorText()));
    const json settings = json::parse(readFile(path("named") / "settings.json"));
    QCOMPARE(settings.at("teachers").size(), size_t(2));
    QCOMPARE(settings.at("teacher_versions").get<int>(), 2);
    CliProcess info;
    QVERIFY(info.run({"model", "info", textOf(path("named") / "best.pt"), "--json"}));
    QVERIFY(info.readAllStandardOutput().contains("\"teachers\""));
  }

  void whatIsRefused_data() {
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("says");
    QTest::newRow("share") << QStringList{"--teacher", "TEACHER", "--teacher-share", "1.5"}
                           << "between 0 and 1";
    QTest::newRow("temperature") << QStringList{"--teacher", "TEACHER", "--teacher-temperature",
                                                "0"}
                                 << "above 0";
    QTest::newRow("versions") << QStringList{"--teacher", "TEACHER", "--teacher-versions", "0"}
                              << "between 1 and 1000";
    QTest::newRow("no teacher") << QStringList{"--teacher-data", "/tmp"} << "--teacher";
    QTest::newRow("no model") << QStringList{"--teacher", "/no/such.pt"} << "/no/such.pt";
    QTest::newRow("no folder") << QStringList{"--teacher", "TEACHER", "--teacher-data", "/no/such"}
                               << "/no/such";
    QTest::newRow("frozen") << QStringList{"--teacher", "TEACHER",  "--init",
                                           "TEACHER",   "--freeze", "backbone"}
                            << "frozen backbone";
  }
  void whatIsRefused() {
    QFETCH(QStringList, options);
    QFETCH(QString, says);
    options.replaceInStrings("TEACHER", teacher_);
    CliProcess train;
    QVERIFY(train.run(QStringList{"train", "--data", textOf(SmallRun::get().data()), "--out",
                                  textOf(path("refused")), "--cache", textOf(path("cache"))} +
                      options));
    const QString text = train.errorText();
    QVERIFY2(train.exitCode() != 0 && isCliError(text) && text.contains(says), qPrintable(text));
    fs::remove_all(path("refused"));
  }

 private:
  fs::path path(const char* name) const { return fs::path(directory_.path().toStdString()) / name; }
  static void copy(const fs::path& from, const fs::path& to) {
    fs::create_directories(to.parent_path());
    fs::copy_file(from, to);
  }
  /// Files of all three kinds in one folder, under names that say nothing.
  void writeUnlabelled(const fs::path& folder, int clipsOfAKind) const {
    writeThreeClasses(path("kinds"), clipsOfAKind + 3);
    int number = 0;
    for (const char* name : {"clicks", "noise", "tone"})
      for (int i = 3; i < clipsOfAKind + 3; ++i)
        copy(path("kinds") / name / (std::to_string(i) + ".wav"),
             folder / (std::to_string(number++) + ".wav"));
  }
  /// Clips that no training saw, with their right labels.
  static void writeNewClips(const fs::path& root) {
    for (int i = 0; i < 8; ++i) {
      const std::string name = std::to_string(i) + ".wav";
      std::vector<float> hiss = noise(16000, uint32_t(500 + i));
      for (float& sample : hiss) sample *= 0.25F;
      writeClip(root / "clicks" / name, clicks(16000, size_t(1650 + 100 * i)));
      writeClip(root / "noise" / name, hiss);
      writeClip(root / "tone" / name, tone(425.0 + 50.0 * i, 16000, 16000, 0.25));
    }
  }
  double accuracyOf(const fs::path& model, const QStringList& common) const {
    CliProcess evaluate;
    if (!evaluate.run(QStringList{"evaluate", "--model", textOf(model), "--data",
                                  textOf(path("new")), "--json"} +
                      common))
      return -1.0;
    const json figures = evaluate.json();
    return figures.is_object() ? figures.value("balanced_accuracy", -1.0) : -1.0;
  }

  QTemporaryDir directory_;
  QString teacher_;
};

QTEST_GUILESS_MAIN(TestCliDistill)
#include "test_cli_distill.moc"
