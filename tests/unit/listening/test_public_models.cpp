// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QtTest>
#include <filesystem>
#include <functional>

#include <nlohmann/json.hpp>

#include "core/base/atomic_file.h"
#include "core/listening/public_models.h"
#include "tests/unit/base/error_of.h"

using namespace earwitness;
namespace fs = std::filesystem;

namespace {

nlohmann::json goodList() {
  nlohmann::json model = toJson(publicModels().front());
  model.erase("likely_bytes");
  return {{"version", 1}, {"models", {model}}};
}

}  // namespace

class TestPublicModels : public QObject {
  Q_OBJECT

 private slots:
  void theListOfTheProgramIsGood() {
    const std::vector<PublicModel> models = publicModels();
    QCOMPARE(models.size(), size_t(8));
    for (const PublicModel& model : models) {
      QVERIFY(model.address.starts_with(
          "https://github.com/fschmid56/EfficientAT/releases/download/v0.0.1/"));
      QVERIFY(model.address.ends_with("/" + model.fileName));
      QCOMPARE(model.licence, std::string("MIT"));
      QCOMPARE(model.labels, uint64_t(527));
      QVERIFY(model.mostBytes() > model.likelyBytes() && model.mostBytes() <= kMostModelBytes);
      QVERIFY(!model.isPlainHttp());
    }
    const PublicModel& mn04 = publicModelNamed(models, "mn04");
    QCOMPARE(mn04.parameters, uint64_t(983'599));
    QCOMPARE(mn04.bytes, uint64_t(4'066'513));
    QCOMPARE(mn04.meanAveragePrecision, 0.432);
    QVERIFY(mn04.sha256.starts_with("899a8c62") && mn04.sha256.ends_with("53321c"));
    QCOMPARE(publicModelNamed(models, "mn10").likelyBytes(), uint64_t(4 * 4'876'831));
    QCOMPARE(publicModelNamed(models, "mn40").mostBytes(), kMostModelBytes);
  }

  void aNameThatIsNotThereIsReportedWithTheOthers() {
    const std::vector<PublicModel> models = publicModels();
    const QString sentence = errorOf([&] { publicModelNamed(models, "mn99"); });
    QVERIFY2(isSentence(sentence) && sentence.contains("'mn99'") && sentence.contains("mn04, mn05"),
             qPrintable(sentence));
  }

  void whatIsWrittenIsRead() {
    const nlohmann::json list = goodList();
    const std::vector<PublicModel> models = parsePublicModels(list.dump(), "list");
    QCOMPARE(models.size(), size_t(1));
    nlohmann::json again = toJson(models[0]);
    again.erase("likely_bytes");
    QVERIFY(again == list["models"][0]);
  }

  void aServerOnThisComputerNeedsNoEncryption() {
    nlohmann::json list = goodList();
    for (const char* address :
         {"http://127.0.0.1:8000/a.pt", "http://localhost/a.pt", "http://[::1]:80/a.pt"}) {
      list["models"][0]["address"] = address;
      QVERIFY(parsePublicModels(list.dump(), "list")[0].isPlainHttp());
    }
  }

  void wrongListsAreRefused_data() {
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("value");  // JSON; empty: removed
    QTest::addColumn<QString>("part");
    const auto row = [](const char* name, const char* path, const char* value, const char* part) {
      QTest::newRow(name) << path << value << part;
    };
    row("no models", "/models", "", "\"models\"");
    row("models are no list", "/models", "{}", "\"models\"");
    row("no version", "/version", "", "version");
    row("newer version", "/version", "2", "Update");
    row("model is no object", "/models/0", "3", "not a JSON object");
    row("no name", "/models/0/name", "", "\"name\"");
    row("a name like a path", "/models/0/name", "\"../x\"", "\"name\"");
    row("empty title", "/models/0/title", "\"\"", "\"title\"");
    row("no licence", "/models/0/licence", "", "\"licence\"");
    row("negative parameters", "/models/0/parameters", "-3", "\"parameters\"");
    row("no labels", "/models/0/labels", "0", "\"labels\"");
    row("precision in percent", "/models/0/mean_average_precision", "43.2",
        "\"mean_average_precision\"");
    row("plain http", "/models/0/address", "\"http://example.org/a.pt\"", "\"address\"");
    row("a host that looks like this computer", "/models/0/address",
        "\"http://127.0.0.1@example.org/a.pt\"", "\"address\"");
    row("another one", "/models/0/address", "\"http://localhost.example.org/a.pt\"", "\"address\"");
    row("a file", "/models/0/address", "\"file:///etc/passwd\"", "\"address\"");
    row("no host", "/models/0/address", "\"https:///a.pt\"", "\"address\"");
    row("a program as page", "/models/0/source", "\"javascript:x\"", "\"source\"");
    row("a file in a folder", "/models/0/file", "\"../a.pt\"", "\"file\"");
    row("a hidden file", "/models/0/file", "\".a.pt\"", "\"file\"");
    row("a short digest", "/models/0/sha256", "\"abc\"", "\"sha256\"");
    row("a huge file", "/models/0/bytes", "2000000000", "\"bytes\"");
  }
  void wrongListsAreRefused() {
    QFETCH(QString, path);
    QFETCH(QString, value);
    QFETCH(QString, part);
    nlohmann::json list = goodList();
    const nlohmann::json::json_pointer pointer(path.toStdString());
    if (value.isEmpty())
      list.at(pointer.parent_pointer()).erase(pointer.back());
    else
      list[pointer] = nlohmann::json::parse(value.toStdString());
    const QString sentence = errorOf([&] { parsePublicModels(list.dump(), "my list"); });
    QVERIFY2(isSentence(sentence) && sentence.contains(part) && sentence.contains("'my list'"),
             qPrintable(sentence));
  }

  void aNameMayBeThereOnce() {
    nlohmann::json list = goodList();
    list["models"].push_back(list["models"][0]);
    const QString sentence = errorOf([&] { parsePublicModels(list.dump(), "list"); });
    QVERIFY2(isSentence(sentence) && sentence.contains("twice"), qPrintable(sentence));
  }

  void rubbishIsRefused() {
    for (const char* text : {"", "[]", "no json", "{\"models\": ["})
      QVERIFY(isSentence(errorOf([&] { parsePublicModels(text, "list"); })));
  }

  void anotherListIsReadFromAFile() {
    const QTemporaryDir folder;
    const fs::path file = fs::path(folder.path().toStdString()) / "list.json";
    writeFileAtomically(file, goodList().dump());
    QCOMPARE(publicModels(file).size(), size_t(1));
    QVERIFY(isSentence(errorOf([&] { publicModels(file.parent_path() / "missing.json"); })));
  }
};

QTEST_GUILESS_MAIN(TestPublicModels)
#include "test_public_models.moc"
