// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QtTest>

#include <nlohmann/json.hpp>

#include "core/data/corrections.h"
#include "tests/unit/base/error_of.h"
#include "tests/unit/data/sound_sets.h"

using namespace earwitness;
namespace fs = std::filesystem;
using nlohmann::json;

class TestCorrections : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    directory_ = std::make_unique<QTemporaryDir>();
    for (const char* name : {"cat/1.wav", "cat/2.wav", "dog/1.wav", "dog/2.wav"})
      writeText(data() / name, name);
  }

  void otherLabelsAndNone() {
    const DataSet set = corrected({{{"path", clip("cat/2.wav")}, {"label", "dog"}},
                                   {{"path", clip("dog/1.wav")}, {"label", nullptr}}});
    QVERIFY((set.labels == std::vector<std::string>{"cat", "dog"}));
    QCOMPARE(told(set), QString("cat/1.wav=cat cat/2.wav=dog dog/2.wav=dog"));
    QVERIFY(set.problems.empty());
  }

  void newLabelsComeAndEmptyOnesGo() {
    const DataSet set = corrected({{{"path", clip("cat/1.wav")}, {"label", "bird"}},
                                   {{"path", clip("cat/2.wav")}, {"label", "wolf"}}});
    QVERIFY((set.labels == std::vector<std::string>{"bird", "dog", "wolf"}));
    QCOMPARE(told(set), QString("cat/1.wav=bird cat/2.wav=wolf dog/1.wav=dog dog/2.wav=dog"));
  }

  void theLastWordCountsAndStrangersDoNot() {
    const DataSet set = corrected(
        {{{"path", clip("cat/1.wav")}, {"label", nullptr}},
         {{"path", clip("gone/1.wav")}, {"label", "dog"}},
         {{"path", (data() / "dog" / ".." / "cat" / "1.wav").string()}, {"label", "dog"}}});
    QCOMPARE(told(set), QString("cat/1.wav=dog cat/2.wav=cat dog/1.wav=dog dog/2.wav=dog"));
  }

  void noneAtAll() { QCOMPARE(corrected(json::array()).clips.size(), size_t(4)); }

  void whatIsRefused_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("says");
    QTest::newRow("no JSON") << "{\"version\": 1, \"clips\": ["
                             << "damaged";
    QTest::newRow("no object") << "[]"
                               << "damaged";
    QTest::newRow("no clips") << "{\"version\": 1}"
                              << "damaged";
    QTest::newRow("no version") << "{\"clips\": []}"
                                << "damaged";
    QTest::newRow("newer") << "{\"version\": 2, \"clips\": []}"
                           << "version";
    QTest::newRow("no path") << "{\"version\": 1, \"clips\": [{\"label\": \"dog\"}]}"
                             << "damaged";
    QTest::newRow("no label") << "{\"version\": 1, \"clips\": [{\"path\": \"/a\"}]}"
                              << "damaged";
    QTest::newRow("a number") << "{\"version\": 1, \"clips\": [{\"path\": \"/a\", \"label\": 1}]}"
                              << "damaged";
    QTest::newRow("empty") << "{\"version\": 1, \"clips\": [{\"path\": \"/a\", \"label\": \"\"}]}"
                           << "empty label";
    QTest::newRow("relative")
        << "{\"version\": 1, \"clips\": [{\"path\": \"a\", \"label\": \"b\"}]}"
        << "absolute";
    QTest::newRow("another's")
        << "{\"version\": 1, \"clips\": [{\"path\": \"/a\", \"label\": \"b\"}]}"
        << "name no clip";
  }
  void whatIsRefused() {
    QFETCH(QString, text);
    QFETCH(QString, says);
    writeText(file(), text.toStdString());
    const QString error = errorOf([&] { scanDataSet(request()); });
    QVERIFY2(isSentence(error) && error.contains(says) && error.contains("other.json"),
             qPrintable(error));
  }

  void aFileThatIsNotThere() {
    const QString error = errorOf([&] { scanDataSet(request()); });
    QVERIFY2(isSentence(error) && error.contains("other.json"), qPrintable(error));
  }

  void allLeftOut() {
    json clips = json::array();
    for (const char* name : {"cat/1.wav", "cat/2.wav", "dog/1.wav", "dog/2.wav"})
      clips.push_back({{"path", clip(name)}, {"label", nullptr}});
    QVERIFY(isSentence(errorOf([&] { corrected(clips); })));
  }

  void theRequestKeepsThem() {
    QVERIFY(dataRequestFromJson(toJson(request())) == request());
    QVERIFY(dataRequestFromJson({{"root", "/x"}}).corrections.empty());
  }

 private:
  fs::path data() const { return fs::path(directory_->path().toStdString()) / "data"; }
  fs::path file() const { return fs::path(directory_->path().toStdString()) / "other.json"; }
  std::string clip(const char* name) const { return (data() / name).string(); }
  DataRequest request() const {
    DataRequest request{.root = data()};
    request.corrections = file();
    return request;
  }
  DataSet corrected(const json& clips) const {
    writeText(file(), json{{"version", 1}, {"clips", clips}}.dump());
    return scanDataSet(request());
  }
  static QString told(const DataSet& set) {
    QStringList clips;
    for (const Clip& clip : set.clips)
      clips << QString::fromStdString(set.shownPath(clip.path) + "=" +
                                      set.labels[size_t(clip.label)]);
    return clips.join(' ');
  }

  std::unique_ptr<QTemporaryDir> directory_;
};

QTEST_GUILESS_MAIN(TestCorrections)
#include "test_corrections.moc"
