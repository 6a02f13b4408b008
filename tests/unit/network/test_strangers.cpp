// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QtTest>

#include "core/inference/bundled_model.h"
#include "core/inference/network_classifier.h"
#include "core/inference/open_model.h"
#include "core/listening/child_classifier.h"
#include "core/listening/file_analysis.h"
#include "tests/unit/base/error_of.h"
#include "tests/unit/cli/cli_process.h"
#include "tests/unit/network/hostile_models.h"
#include "tests/unit/training/small_run.h"

using namespace earwitness;
namespace fs = std::filesystem;
using nlohmann::json;
using State = ChildClassifier::State;

/// Models from strangers can do nothing but name sounds, in every command and in the window.
class TestStrangers : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    writeFileAtomically(root_ / "labels.txt", "clicks\nnoise\ntone\n");
    sound_ = SmallRun::get().newTone();
  }
  void init() { hostile_.reset(); }

  // ---- Every command

  void commands_data() {
    QTest::addColumn<QString>("attack");
    QTest::addColumn<QString>("arguments");
    const auto add = [](const char* attack, const char* arguments) {
      QTest::newRow(qPrintable(QString("%1: %2").arg(attack, arguments))) << attack << arguments;
    };
    for (const char* attack : {"saves", "overwrites", "reads", "loads"})
      add(attack, "classify SOUND --model MODEL");
    for (const char* attack : {"reads", "loads"}) {
      add(attack, "evaluate --model MODEL --data DATA --cache @/cache");
      add(attack, "listen --input SOUND --model MODEL --store none --settings @/none --json");
      add(attack, "model info MODEL --cost");
      add(attack, "serve --model MODEL");
      add(attack, "model probe FILE");
      add(attack, "model import FILE --labels @/labels.txt --shape 1,samples --window-seconds 1");
    }
    add("loads",
        "train --data DATA --cache @/cache --epochs 1 --threads 1 --out @/run --init MODEL");
    add("loads", "model describe MODEL --output @/described.pt --name Friend");
  }
  void commands() {
    QFETCH(QString, attack);
    QFETCH(QString, arguments);
    fs::remove_all(root_ / "run");
    CliProcess cli(root_ / "cache");
    QVERIFY(cli.begin(filled(attack, arguments)));
    cli.closeWriteChannel();
    QVERIFY(cli.ends());
    const QString text = cli.errorText();
    QVERIFY2(hostile_.harmless(), qPrintable(text));
    const QByteArray output = cli.readAllStandardOutput();
    // LibTorch does not notice that it cannot write, and the model goes on to name sounds.
    if (attack == "saves" || attack == "loads") return;
    // That every input is refused is a finding.
    if (arguments.startsWith("model probe")) {
      QVERIFY2(output.contains("The last one was refused: "), output.constData());
      return;
    }
    QVERIFY2(cli.exitCode() == 1 && text.contains("sandbox"), qPrintable(text + output));
  }

  /// The attacks are real ones.
  void unconfinedTheyDoHarm_data() {
    QTest::addColumn<QString>("attack");
    for (const char* attack : {"saves", "overwrites", "reads", "loads"})
      QTest::newRow(attack) << attack;
  }
  void unconfinedTheyDoHarm() {
    QFETCH(QString, attack);
    CliProcess cli(root_ / "cache");
    QVERIFY(cli.run(filled(attack, "classify SOUND --model MODEL --json --unconfined")));
    QVERIFY2(cli.exitCode() == 0, qPrintable(cli.errorText()));
    const double first = cli.json().at("files").at(0).at("scores").at("clicks");
    if (attack == "reads")
      QVERIFY(first > 0.99);
    else
      QVERIFY(!hostile_.harmless());
  }

  // ---- Run folders

  void aRunFolderFromAStranger_data() {
    QTest::addColumn<QString>("file");
    QTest::newRow("checkpoint") << "checkpoint.pt";
    QTest::newRow("model") << "best.pt";
  }
  void aRunFolderFromAStranger() {
    QFETCH(QString, file);
    const fs::path run = root_ / "their run";
    fs::remove_all(run);
    fs::copy(SmallRun::get().folder().path, run, fs::copy_options::recursive);
    fs::remove(run / "result.json");
    fs::copy_file(hostile_.write("loads", file == "best.pt"), run / file.toStdString(),
                  fs::copy_options::overwrite_existing);
    CliProcess cli(root_ / "cache");
    QVERIFY(cli.run(
        {"train", "--resume", "--out", textOf(run), "--cache", textOf(SmallRun::get().cache())}));
    const QString text = cli.errorText();
    QVERIFY2(hostile_.harmless(), qPrintable(text));
    if (file == "checkpoint.pt")
      QVERIFY2(cli.exitCode() == 1 && isCliError(text), qPrintable(text));
  }

  // ---- The window

  void theWindowsChildIsConfined() {
    for (const char* attack : {"saves", "overwrites", "reads", "loads"}) {
      ChildClassifier child(childOf(hostile_.write(attack, true)));
      const QString text = errorOf([&] {
        child.warmUp();
        std::vector<float> scores(3);
        child.classify(child.description().silentInput(), scores);
      });
      QVERIFY2(hostile_.harmless(), attack);
      if (QByteArray(attack) == "reads" || QByteArray(attack) == "overwrites")
        QVERIFY2(isSentence(text) && text.contains("It runs in a sandbox"), qPrintable(text));
      QVERIFY(child.state() != State::Unconfinable);
    }
  }

  /// What a model prints is no answer.
  void aModelThatPrints() {
    const fs::path file = root_ / "prints.pt";
    saveModelFile(foreignModule("def forward(self, x: Tensor) -> Tensor:\n"
                                "    print(\"EWAN\")\n"
                                "    return x.flatten()[0:3].reshape([1, 3]) * 0.0\n"),
                  HostileModels::description(), file);
    ChildClassifier child(childOf(file));
    std::vector<float> scores(3);
    child.classify(child.description().silentInput(), scores);
    for (const float score : scores) QVERIFY(std::abs(score - 1.0F / 3.0F) < 1e-6F);
    QCOMPARE(child.restarts(), 0);
  }

  /// One window that fails costs no restart.
  void aModelThatFailsOnOneWindow() {
    const fs::path file = root_ / "picky.pt";
    saveModelFile(foreignModule("def forward(self, x: Tensor) -> Tensor:\n"
                                "    y = x.flatten()[0:3].reshape([1, 3])\n"
                                "    return y * torch.log(1.0 - x.max()) * 0.0\n"),
                  HostileModels::description(), file);
    ChildClassifier child(childOf(file));
    std::vector<float> window = child.description().silentInput();
    std::vector<float> scores(3);
    child.classify(window, scores);
    window[40] = 5.0F;
    const QString text = errorOf([&] { child.classify(window, scores); });
    QVERIFY2(isSentence(text) && text.contains("not a number"), qPrintable(text));
    window[40] = 0.0F;
    child.classify(window, scores);
    QCOMPARE(child.restarts(), 0);
  }

  // ---- What is trusted

  void aBundledModelIsKnownByItsContent() {
    const fs::path bundled = fs::path(EARWITNESS_SOURCE_DIR) / "models" / "earwitness.pt";
    QVERIFY(bundledModelBytes(bundled) == readFile(bundled));
    const fs::path copy = root_ / "copy of a model.pt";
    fs::copy_file(bundled, copy, fs::copy_options::overwrite_existing);
    QVERIFY(bundledModelBytes(copy).has_value());
    std::string bytes = readFile(bundled);
    bytes[bytes.size() / 2] = char(bytes[bytes.size() / 2] ^ 1);
    const fs::path changed = root_ / "earwitness.pt";  // its name is no reason
    writeFileAtomically(changed, bytes);
    QVERIFY(!bundledModelBytes(changed).has_value());
    QVERIFY(!bundledModelBytes(root_ / "missing.pt").has_value());
  }

  /// The same network, once as it was bundled and once as a file that nobody knows.
  void confinedScoresAreTheSameBits() {
    const fs::path bundled = fs::path(EARWITNESS_SOURCE_DIR) / "models" / "earwitness.pt";
    const fs::path unknown = root_ / "renamed.pt";
    ModelDescription description = readModelDescription(bundled);
    description.name = "Renamed";
    replaceModelDescription(bundled, description, unknown);
    QVERIFY(!bundledModelBytes(unknown).has_value());
    const Confinement confinement{.program = EARWITNESS_CLI};
    const auto inside = openClassifier(bundled, confinement);
    const auto child = openClassifier(unknown, confinement);
    QVERIFY(dynamic_cast<NetworkClassifier*>(inside.get()) != nullptr);
    QVERIFY(dynamic_cast<ChildClassifier*>(child.get()) != nullptr);
    const fs::path sample = fs::path(EARWITNESS_SOURCE_DIR) / "resources/samples/sample.flac";
    const EventSettings events = eventSettingsOf(description);
    const FileScores expected = analyseFile(sample, inside.get(), {}, events);
    const FileScores confined = analyseFile(sample, child.get(), {}, events);
    QVERIFY(expected.windows.size() > 1);
    QCOMPARE(confined.windows.size(), expected.windows.size());
    for (size_t i = 0; i < expected.windows.size(); ++i)
      QVERIFY(confined.windows[i].scores == expected.windows[i].scores);
    QVERIFY(confined.events == expected.events);
  }

  // ---- Where the kernel has no sandbox

  void withoutASandboxItAsks_data() {
    QTest::addColumn<QString>("arguments");
    for (const char* arguments :
         {"classify SOUND --model MODEL", "listen --input SOUND --model MODEL --store none --json",
          "evaluate --model MODEL --data DATA --cache @/cache", "model info MODEL --cost",
          "train --data DATA --cache @/cache --epochs 1 --threads 1 --out @/run --init MODEL",
          "model probe FILE",
          "model import FILE --labels @/labels.txt --shape 1,samples --window-seconds 1"})
      QTest::newRow(arguments) << arguments;
  }
  void withoutASandboxItAsks() {
    QFETCH(QString, arguments);
    for (const bool agreed : {false, true}) {
      fs::remove_all(root_ / "run");
      CliProcess cli(root_ / "cache");
      QStringList words = filled("harmless", arguments);
      if (agreed) words << "--unconfined";
      cli.start(EARWITNESS_WITHOUT_SANDBOX, words);
      QVERIFY(cli.waitForStarted() && cli.ends());
      const QString text = cli.errorText();
      if (agreed) {
        QVERIFY2(cli.exitCode() == 0, qPrintable(text));
        continue;
      }
      QCOMPARE(cli.exitCode(), 1);
      QVERIFY2(isCliError(text) && text.contains("cannot confine it (seccomp") &&
                   text.contains("--unconfined"),
               qPrintable(text));
      // The window offers to go on without one.
      if (arguments.startsWith("train"))
        QVERIFY(readFile(RunFolder{root_ / "run"}.journal()).find("\"kind\":\"sandbox\"") !=
                std::string::npos);
    }
  }

  void withoutASandboxBundledModelsRun() {
    CliProcess cli;
    cli.start(EARWITNESS_WITHOUT_SANDBOX, {"classify", textOf(sound_)});
    QVERIFY(cli.waitForStarted() && cli.ends());
    QVERIFY2(cli.exitCode() == 0, qPrintable(cli.errorText()));
  }

  void withoutASandboxTheWindowsChildSaysSo() {
    ChildClassifier::Options options = childOf(hostile_.write("harmless", true));
    options.program = EARWITNESS_WITHOUT_SANDBOX;
    ChildClassifier child(options);
    const QString text = errorOf([&] { child.warmUp(); });
    QVERIFY2(isSentence(text) && text.contains("cannot confine it"), qPrintable(text));
    QCOMPARE(child.state(), State::Unconfinable);
    QCOMPARE(QString::fromStdString(child.lastError().english()), text);
    QCOMPARE(errorOf([&] { child.warmUp(); }), text);  // and it is not tried again
    QCOMPARE(child.restarts(), 0);

    options.unconfined = true;  // what the window does when the user agrees
    ChildClassifier agreed(options);
    agreed.warmUp();
    QCOMPARE(agreed.state(), State::Ready);

    options.unconfined = false;
    options.modelFile = fs::path(EARWITNESS_SOURCE_DIR) / "models" / "earwitness.pt";
    ChildClassifier bundled(options);
    bundled.warmUp();
    QCOMPARE(bundled.state(), State::Ready);
  }

 private:
  ChildClassifier::Options childOf(const fs::path& model) const {
    return {.program = EARWITNESS_CLI, .modelFile = model};
  }
  QStringList filled(const QString& attack, const QString& arguments) const {
    QStringList words = arguments.split(' ');
    for (QString& word : words) {
      if (word == "SOUND") word = textOf(sound_);
      if (word == "DATA") word = textOf(SmallRun::get().data());
      if (word == "MODEL") word = textOf(hostile_.write(attack.toStdString(), true));
      if (word == "FILE") word = textOf(hostile_.write(attack.toStdString(), false));
      if (word.startsWith('@')) word.replace(0, 1, textOf(root_));
    }
    return words;
  }

  QTemporaryDir directory_;
  fs::path root_ = fs::path(directory_.path().toStdString());
  HostileModels hostile_{root_};
  fs::path sound_;
};

QTEST_GUILESS_MAIN(TestStrangers)
#include "test_strangers.moc"
