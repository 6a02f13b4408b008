// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QtTest>

#include "tests/unit/cli/cli_process.h"
#include "tests/unit/data/case_sets.h"
#include "tests/unit/data/sound_sets.h"

using namespace earwitness;
namespace fs = std::filesystem;

class TestCliData : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    directory_ = std::make_unique<QTemporaryDir>();
    root_ = directory_->path().toStdString();
  }

  /// A data set out of nothing, looked at, and refused a second time.
  void synthesisedAndChecked() {
    const QString folder = textOf(root_ / "set");
    CliProcess synth;
    QVERIFY(synth.run({"data", "synth", folder, "--clips-per-class", "3", "--seconds", "0.5"}));
    QCOMPARE(synth.exitCode(), 0);
    QVERIFY(synth.readAllStandardOutput().startsWith("21 clips in "));
    CliProcess check;
    QVERIFY(check.run({"data", "check", folder, "--json"}));
    QCOMPARE(check.exitCode(), 0);
    const nlohmann::json report = check.json();
    QCOMPARE(report.at("version").get<int>(), 1);
    QCOMPARE(report.at("clips").get<int>(), 21);
    QCOMPARE(report.at("classes").size(), size_t(7));
    QVERIFY2(report.at("problems").empty(), report.dump().c_str());
    CliProcess again;
    QVERIFY(again.run({"data", "synth", folder}));
    QCOMPARE(again.exitCode(), 1);
    QVERIFY(isCliError(again.errorText()));
  }

  void problemsAreNoFailure() {
    writeThreeClasses(root_ / "set", 2, 0.3);
    writeText(root_ / "set" / "noise" / "text.wav", "this is no sound");
    CliProcess check;
    QVERIFY(check.run({"data", "check", textOf(root_ / "set")}));
    QCOMPARE(check.exitCode(), 0);
    const QString out = QString::fromUtf8(check.readAllStandardOutput());
    QVERIFY2(out.contains("broken (1)") && out.contains("text.wav"), qPrintable(out));
    QVERIFY(!check.errorText().contains('\r'));
  }

  void nothingToTrainOnIsAFailure() {
    writeText(root_ / "set" / "noise" / "text.wav", "this is no sound");
    CliProcess check;
    QVERIFY(check.run({"data", "check", textOf(root_ / "set")}));
    QCOMPARE(check.exitCode(), 1);
    QVERIFY(QString::fromUtf8(check.readAllStandardOutput()).contains("Training would not start"));
    CliProcess nothing;
    QVERIFY(nothing.run({"data", "check", textOf(root_ / "nowhere")}));
    QCOMPARE(nothing.exitCode(), 1);
    QVERIFY(isCliError(nothing.errorText()));
  }

  void tablesByTheirColumns() {
    writeThreeClasses(root_, 2, 0.3);
    writeText(
        root_ / "list.csv",
        "where;what;part\ntone/0.wav;a;1\ntone/1.wav;a;2\nnoise/0.wav;b;1\nnoise/1.wav;b;2\n");
    CliProcess check;
    QVERIFY(
        check.run({"data", "check", textOf(root_), "--json", "--table", "list.csv", "--path-column",
                   "where", "--label-column", "what", "--fold-column", "part"}));
    const nlohmann::json report = check.json();
    QCOMPARE(report.at("layout").get<std::string>(), std::string("table"));
    QCOMPARE(report.at("split").get<std::string>(),
             std::string("fold 1 to train, fold 2 to validate"));
    CliProcess layout;
    QVERIFY(layout.run({"data", "check", textOf(root_), "--layout", "tabel"}));
    QVERIFY(layout.exitCode() == 1 && isCliError(layout.errorText()));
    // Columns that nothing has are an error, whatever the layout would be without them.
    CliProcess ignored;
    QVERIFY(ignored.run({"data", "check", textOf(root_), "--label-column", "species"}));
    QVERIFY(ignored.exitCode() == 1 && isCliError(ignored.errorText()));
  }

  /// A training has the labels of the table, or none at all.
  void aTableThatCannotBeUsedStopsTheTraining() {
    writeThreeClasses(root_ / "set", 2, 0.3);
    writeText(root_ / "set" / "labels.csv", "file,label\nC:\\x\\0.wav,owl\n");
    const QString set = textOf(root_ / "set");
    CliProcess check;
    QVERIFY(check.run({"data", "check", set}));
    QCOMPARE(check.exitCode(), 1);
    const QString out = QString::fromUtf8(check.readAllStandardOutput());
    QVERIFY2(out.contains("table (1)") && out.contains("labels.csv") &&
                 out.contains("Training would not start"),
             qPrintable(out));
    CliProcess train;
    QVERIFY(train.run({"train", "--data", set, "--dry-run"}));
    QCOMPARE(train.exitCode(), 1);
    const QString refusal = train.errorText();  // which reads it away
    QVERIFY2(isCliError(refusal) && refusal.contains("labels.csv"), qPrintable(refusal));
    CliProcess folders;
    QVERIFY(folders.run({"data", "check", set, "--layout", "folders", "--json"}));
    QCOMPARE(folders.exitCode(), 0);
    QVERIFY(folders.json().at("problems").empty());
  }

  void trainingsSayWhatTheyMakeOfLabels() {
    CliProcess segments;
    QVERIFY(segments.run({"train", "--data", textOf(unpackSet(root_, "G_segments")), "--dry-run",
                          "--json", "--cache", textOf(root_ / "cache")}));
    QCOMPARE(segments.exitCode(), 0);
    const nlohmann::json plan = segments.json();
    QCOMPARE(plan.at("clips").get<int>(), 16);
    QCOMPARE(plan.at("window_seconds").get<double>(), 1.0);
    QCOMPARE(plan.at("training_clips").get<int>(), 8);
    const QString several = textOf(unpackSet(root_, "K_multi_label"));
    CliProcess refused;
    QVERIFY(
        refused.run({"train", "--data", several, "--dry-run", "--cache", textOf(root_ / "cache")}));
    QCOMPARE(refused.exitCode(), 1);
    QVERIFY2(refused.errorText().contains("2 of 4 clips have several labels"),
             qPrintable(refused.errorText()));
    CliProcess taken;
    QVERIFY(taken.run({"train", "--data", several, "--labels-per-clip", "multi", "--dry-run",
                       "--json", "--cache", textOf(root_ / "cache")}));
    QVERIFY2(taken.exitCode() == 0, qPrintable(taken.errorText()));
    const nlohmann::json all = taken.json();
    QCOMPARE(all.at("clips").get<int>(), 4);
    QCOMPARE(all.at("classes").get<int>(), 2);
    QCOMPARE(all.at("settings").at("labels_per_clip").get<std::string>(), std::string("multi"));
  }

  void namesThatLookAlikeAreJoined() {
    const fs::path set = unpackSet(root_, "B_names");
    CliProcess check;
    QVERIFY(check.run({"data", "check", textOf(set), "--json"}));
    const nlohmann::json report = check.json();
    QCOMPARE(std::count_if(report.at("problems").begin(), report.at("problems").end(),
                           [](const auto& its) { return its.at("kind") == "look alike"; }),
             3);
    QCOMPARE(report.at("classes").size(), size_t(9));
    CliProcess joined;
    QVERIFY(joined.run({"data", "check", textOf(set), "--json", "--join-alike"}));
    QCOMPARE(joined.json().at("classes").size(), size_t(6));
    fs::remove_all(set);  // Qt cannot
  }

 private:
  std::unique_ptr<QTemporaryDir> directory_;
  fs::path root_;
};

QTEST_GUILESS_MAIN(TestCliData)
#include "test_cli_data.moc"
