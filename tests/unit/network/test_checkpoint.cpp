// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QtTest>

#include <torch/serialize.h>

#include "core/base/atomic_file.h"
#include "core/network/tensor_bytes.h"
#include "core/training/checkpoint.h"
#include "tests/unit/base/error_of.h"

using namespace earwitness;
namespace fs = std::filesystem;
using nlohmann::json;

class TestCheckpoint : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void whatIsWrittenIsRead() {
    const Checkpoint written = example();
    writeCheckpoint(written, file_);
    const Checkpoint read = readCheckpoint(file_, {.program = "/nowhere"});  // needs no child
    QVERIFY(isExample(read));
    QVERIFY(readFile(file_).starts_with("Earwitness checkpoint 1\n"));
  }

  /// A run that an earlier version was interrupted in goes on.
  void checkpointsOfEarlierVersionsAreRead() {
    const Checkpoint written = example();
    torch::serialize::OutputArchive archive;
    for (const auto& [name, tensor] : written.tensors) archive.write(name, tensor);
    archive.write("steps", torch::IValue(written.steps));
    archive.write("progress", torch::IValue(written.progress.dump()));
    archive.save_to(file_.string());
    QVERIFY(isExample(readCheckpoint(file_, {.program = EARWITNESS_CLI})));
  }

  void damagedCheckpointsAreRefused_data() {
    QTest::addColumn<QByteArray>("text");
    const QByteArray magic = "Earwitness checkpoint 1\n";
    const QByteArray rest = ", \"steps\": 1, \"progress\": {}}\n";
    const auto add = [&](const char* name, const QByteArray& tensors, const QByteArray& numbers) {
      QTest::newRow(name) << magic + "{\"tensors\": " + tensors + rest + numbers;
    };
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("magic alone") << magic;
    QTest::newRow("no JSON") << magic + "a line\n";
    QTest::newRow("another kind") << magic + "[1, 2]\n";
    QTest::newRow("half an archive") << QByteArray("PK\x03\x04 and no more");
    add("fewer numbers", R"([{"name": "t0", "sizes": [2]}])", QByteArray(4, 'x'));
    add("more numbers", R"([{"name": "t0", "sizes": [2]}])", QByteArray(12, 'x'));
    add("negative size", R"([{"name": "t0", "sizes": [-1]}])", "");
    add("sizes beyond all bounds",
        R"([{"name": "t0", "sizes": [4294967296, 4294967296, 4294967296]}])", "");
    add("no name", R"([{"sizes": [1]}])", QByteArray(4, 'x'));
    add("sizes that are none", R"([{"name": "t0", "sizes": "many"}])", "");
  }
  void damagedCheckpointsAreRefused() {
    QFETCH(QByteArray, text);
    writeFileAtomically(file_, text.toStdString());
    const QString sentence = errorOf([&] { readCheckpoint(file_, {.program = EARWITNESS_CLI}); });
    QVERIFY2(isSentence(sentence) && sentence.contains("c.pt"), qPrintable(sentence));
  }

 private:
  static Checkpoint example() {
    Checkpoint checkpoint{.tensors = {}, .steps = 41, .progress = {{"epoch", 7}}};
    torch::manual_seed(1);
    for (int i = 0; i < 6; ++i)
      checkpoint.tensors["t" + std::to_string(i)] = torch::randn({3, 2 + i});
    return checkpoint;
  }
  static bool isExample(const Checkpoint& read) {
    const Checkpoint expected = example();
    bool same = read.steps == expected.steps && read.progress == expected.progress &&
                read.tensors.size() == expected.tensors.size();
    for (const auto& [name, tensor] : expected.tensors)
      same = same && read.tensors.contains(name) && torch::equal(read.tensors.at(name), tensor);
    return same;
  }

  QTemporaryDir folder_;
  fs::path file_ = fs::path(folder_.path().toStdString()) / "c.pt";
};

QTEST_GUILESS_MAIN(TestCheckpoint)
#include "test_checkpoint.moc"
