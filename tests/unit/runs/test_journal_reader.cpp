// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QtTest>

#include "core/runs/journal.h"
#include "core/runs/journal_reader.h"
#include "tests/unit/data/sound_sets.h"

using namespace earwitness;
namespace fs = std::filesystem;
using nlohmann::json;

class TestJournalReader : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    directory_ = std::make_unique<QTemporaryDir>();
    path_ = fs::path(directory_->filePath("journal.jsonl").toStdString());
  }

  void onlyWhatIsNew() {
    JournalReader reader(path_);
    QCOMPARE(names(reader), QString());
    {
      Journal journal(path_, false, {});
      journal.write("started", {});
      QCOMPARE(names(reader), QString("started"));
      QCOMPARE(names(reader), QString());
      journal.write("scanned", {});
      journal.write("cached", {});
      QCOMPARE(names(reader), QString("scanned cached"));
    }
    Journal(path_, true, {}).write("resumed", {});
    QCOMPARE(names(reader), QString("resumed"));
    QCOMPARE(names(reader), QString());
  }

  /// Byte by byte, as a slow disk would show it.
  void aLineCountsWhenItIsComplete() {
    JournalReader reader(path_);
    const std::string lines = "{\"event\":\"a\"}\n{\"event\":\"b\"}\n";
    QString seen;
    for (size_t size = 1; size <= lines.size(); ++size) {
      writeText(path_, lines.substr(0, size));
      const QString fresh = names(reader);
      QCOMPARE(fresh.isEmpty(), lines[size - 1] != '\n');
      seen += fresh;
    }
    QCOMPARE(seen, QString("ab"));
  }

  void tornAndForeignLines() {
    JournalReader reader(path_);
    writeText(path_, "{\"event\":\"a\"}\n\n[1]\nDear diary\n\xFF\xFE\n{\"event\":\"epo");
    QCOMPARE(names(reader), QString("a"));
    Journal(path_, true, {}).write("resumed", {});  // closes the torn line
    QCOMPARE(names(reader), QString("resumed"));
  }

  void aShorterJournalIsAnotherOne() {
    JournalReader reader(path_);
    writeText(path_, "{\"event\":\"a\"}\n{\"event\":\"b\"}\n");
    QCOMPARE(names(reader), QString("a b"));
    writeText(path_, "{\"event\":\"c\"}\n");
    QCOMPARE(names(reader), QString("c"));
    writeText(path_, "");
    QCOMPARE(names(reader), QString());
    writeText(path_, "{\"event\":\"d\"}\n");
    QCOMPARE(names(reader), QString("d"));
  }

  /// A run that begins anew in the same folder may have said more already.
  void aJournalThatWasWrittenAnewAndGrew() {
    JournalReader reader(path_);
    Journal(path_, false, {}).write("started", {});
    QCOMPARE(names(reader), QString("started"));
    QTest::qWait(2);  // another time in its lines
    {
      Journal journal(path_, false, {});
      journal.write("started", {});
      journal.write("scanned", {});
    }
    QCOMPARE(names(reader), QString("started scanned"));
    const fs::path other = path_.string() + ".new";
    writeText(other, "{\"event\":\"x\"}\n" + std::string(2000, ' ') + "\n{\"event\":\"y\"}\n");
    fs::rename(other, path_);
    QCOMPARE(names(reader), QString("x y"));
    fs::remove(path_);
    QCOMPARE(names(reader), QString());
  }

  void manyEventsInOneGo() {
    std::string lines;
    for (int i = 0; i < 20000; ++i)
      lines += "{\"event\":\"step\",\"step\":" + std::to_string(i) + "}\n";
    writeText(path_, lines);
    JournalReader reader(path_);
    const auto events = reader.readNew();
    QCOMPARE(events.size(), size_t(20000));
    QCOMPARE(events.back().at("step").get<int>(), 19999);
    QVERIFY(reader.readNew().empty());
  }

 private:
  static QString names(JournalReader& reader) {
    QStringList names;
    for (const json& event : reader.readNew())
      names << QString::fromStdString(event.value("event", "?"));
    return names.join(' ');
  }

  std::unique_ptr<QTemporaryDir> directory_;
  fs::path path_;
};

QTEST_GUILESS_MAIN(TestJournalReader)
#include "test_journal_reader.moc"
