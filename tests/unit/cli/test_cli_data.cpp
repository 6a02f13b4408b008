#include <QTemporaryDir>
#include <QtTest>

#include "tests/unit/cli/cli_process.h"
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
  }

 private:
  std::unique_ptr<QTemporaryDir> directory_;
  fs::path root_;
};

QTEST_GUILESS_MAIN(TestCliData)
#include "test_cli_data.moc"
