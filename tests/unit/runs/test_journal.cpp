// SPDX-License-Identifier: GPL-3.0-or-later
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QtTest>

#include "core/base/atomic_file.h"
#include "core/runs/journal.h"
#include "tests/unit/base/error_of.h"
#include "tests/unit/data/sound_sets.h"

using namespace earwitness;
using nlohmann::json;

namespace {

std::vector<json> linesOf(const std::filesystem::path& path) {
  std::vector<json> lines;
  std::istringstream text(readFile(path));
  for (std::string line; std::getline(text, line);)
    lines.push_back(json::parse(line, nullptr, false));
  return lines;
}

}  // namespace

class TestJournal : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    directory_ = std::make_unique<QTemporaryDir>();
    path_ = std::filesystem::path(directory_->filePath("journal.jsonl").toStdString());
  }

  void linesParseAndReachTheListener() {
    std::vector<json> told;
    Journal journal(path_, false, [&](const json& event) { told.push_back(event); });
    journal.write("started", {{"text", "two\nlines"}});
    // Each line is there as soon as it is written: somebody may be reading.
    QCOMPARE(linesOf(path_).size(), size_t(1));
    journal.write("epoch", {{"epoch", 1}});
    const std::vector<json> lines = linesOf(path_);
    QCOMPARE(lines.size(), size_t(2));
    QVERIFY(lines == told);
    QCOMPARE(lines[0].at("event").get<std::string>(), std::string("started"));
    QCOMPARE(lines[0].at("text").get<std::string>(), std::string("two\nlines"));
    QCOMPARE(lines[1].at("version").get<int>(), Journal::kVersion);
    QVERIFY(lines[1].contains("time"));
  }

  void startingAnewAndGoingOn() {
    Journal(path_, false, {}).write("started", {});
    Journal(path_, true, {}).write("resumed", {});
    QCOMPARE(linesOf(path_).size(), size_t(2));
    Journal(path_, false, {}).write("started", {});
    QCOMPARE(linesOf(path_).size(), size_t(1));
    std::filesystem::remove(path_);
    Journal(path_, true, {}).write("resumed", {});
    QCOMPARE(linesOf(path_).size(), size_t(1));
  }

  void aTornLineIsClosedFirst() {
    writeText(path_, "{\"event\": \"started\"}\n{\"event\": \"epo");
    Journal(path_, true, {}).write("resumed", {});
    const std::vector<json> lines = linesOf(path_);
    QCOMPARE(lines.size(), size_t(3));
    QVERIFY(lines[0].is_object() && lines[1].is_discarded());
    QCOMPARE(lines[2].at("event").get<std::string>(), std::string("resumed"));
  }

  void textThatIsNotUtf8DoesNotEndTheRun() {
    Journal journal(path_, false, {});
    journal.write("cached", {{"file", "caf\xE9.wav"}});
    QCOMPARE(linesOf(path_).at(0).at("file").get<std::string>(),
             std::string("caf\xEF\xBF\xBD.wav"));
  }

  void aFullDiskIsTold() {
    Journal journal("/dev/full", false, {});
    const QString text = errorOf([&] { journal.write("started", {}); });
    QVERIFY2(isSentence(text.chopped(1) + ".") && text.contains("/dev/full") &&
                 text.contains("disk full"),
             qPrintable(text));
  }

  void aFolderThatIsNotThere() {
    const QString text = errorOf([&] { Journal(path_ / "below", false, {}); });
    QVERIFY2(isSentence(text), qPrintable(text));
  }

  void theTimeIsUtc() {
    const QString text = QString::fromStdString(utcNow());
    QVERIFY(QRegularExpression("^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z$")
                .match(text)
                .hasMatch());
    const QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    QVERIFY(time.isValid());
    QVERIFY(std::abs(time.msecsTo(QDateTime::currentDateTimeUtc())) < 60'000);
  }

 private:
  std::unique_ptr<QTemporaryDir> directory_;
  std::filesystem::path path_;
};

QTEST_GUILESS_MAIN(TestJournal)
#include "test_journal.moc"
