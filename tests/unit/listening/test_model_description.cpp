// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QtTest>
#include <functional>

#include "core/base/atomic_file.h"
#include "core/base/content_hash.h"
#include "tests/unit/base/error_of.h"
#include "tests/unit/listening/model_files.h"

using namespace earwitness;
namespace fs = std::filesystem;
using nlohmann::json;

class TestModelDescription : public QObject {
  Q_OBJECT

 private slots:
  void init() { path_ = fs::path(directory_.filePath("model.pt").toStdString()); }

  void roundTrip_data() {
    QTest::addColumn<int>("compression");
    QTest::newRow("stored") << int(ZIP_CM_STORE);
    QTest::newRow("deflated") << int(ZIP_CM_DEFLATE);
  }
  void roundTrip() {
    QFETCH(int, compression);
    ModelDescription description = smallDescription();
    description.labels[1] = "Звук \"высокий\"";
    description.features.nMels = 64;
    description.features.scale = LogScale::NaturalLog;
    description.shortestSeconds = 0.25;
    writeArchive(path_, "any name/extra/earwitness.json", toJson(description).dump(), compression);
    const ModelDescription read = readModelDescription(path_);
    QCOMPARE(read.formatVersion(), 1);
    QCOMPARE(read.name, description.name);
    QVERIFY(read.labels == description.labels);
    QVERIFY(read.features == description.features);
    QCOMPARE(read.windowSeconds, description.windowSeconds);
    QCOMPARE(read.hopSeconds, description.hopSeconds);
    QCOMPARE(read.shortestSeconds, 0.25);
    QVERIFY(!toJson(smallDescription()).contains("shortest_window_seconds"));
    QVERIFY(read.thresholds == description.thresholds);
    QVERIFY(read.card == description.card);
    QCOMPARE(read.fingerprint, hashOfFile(path_));
  }

  void windowFrames() {
    ModelDescription description = smallDescription(5.0);
    QCOMPARE(description.windowFrames(), 401L);  // a clip of 5 s, whole
    description.windowSeconds = 10.0;
    QCOMPARE(description.windowFrames(), 801L);
  }

  void waveformModelsAreOfTheSecondFormat() {
    ModelDescription description = smallDescription(2.0);
    description.input = ModelInput::Waveform;
    description.output = ModelOutput::MultiLabelLogits;
    QVERIFY(description.inputShape() == std::vector<long>{32000});
    QVERIFY(description.silentInput() == std::vector<float>(32000, 0.0F));
    const json object = toJson(description);
    QCOMPARE(object.at("format_version").get<int>(), 2);
    QVERIFY(object.at("input_shape") == json({32000}));
    const ModelDescription read = modelDescriptionFromJson(object, "test");
    QVERIFY(read.input == description.input && read.output == description.output);

    description.features.hopSamples = 300;  // its last frame would be there before its last sample
    QVERIFY(isSentence(errorOf([&] { description.validate(); })));
  }

  void whatTheFirstFormatLeavesOut() {
    json object = toJson(smallDescription());
    object.erase("input");
    object.erase("output");
    const ModelDescription read = modelDescriptionFromJson(object, "test");
    QVERIFY(read.input == ModelInput::LogMel && read.output == ModelOutput::SingleLabelLogits);
  }

  void picturesOfWaveforms() {
    QVERIFY(pictureFeatures(16000) == FeatureSettings{});
    for (const int rate : {1000, 8000, 11025, 22050, 44100, 48000, 192000, 768000}) {
      ModelDescription description = smallDescription();
      description.input = ModelInput::Waveform;
      description.features = pictureFeatures(rate);
      description.validate();
    }
  }

  void anotherDescriptionForTheSameNetwork() {
    writeModelFile(path_, smallDescription());
    ModelDescription description = readModelDescription(path_);
    description.name = "Another name";
    replaceModelDescription(path_, description, path_);
    const ModelDescription read = readModelDescription(path_);
    QCOMPARE(read.name, std::string("Another name"));
    QVERIFY(read.labels == description.labels);
    QVERIFY(read.fingerprint != description.fingerprint);

    writeFileAtomically(path_, "no archive");
    QVERIFY(isSentence(errorOf([&] { replaceModelDescription(path_, description, path_); })));
    QCOMPARE(readFile(path_), std::string("no archive"));
    description.labels.clear();
    QVERIFY(isSentence(errorOf([&] { replaceModelDescription(path_, description, path_); })));
  }

  void aCardIsNotNeeded() {
    json object = toJson(smallDescription());
    object.erase("card");
    object.erase("input_shape");
    QCOMPARE(modelDescriptionFromJson(object, "test").card, json::object());
    object["card"] = nullptr;
    QCOMPARE(modelDescriptionFromJson(object, "test").card, json::object());
    for (const json& wrong : {json("a text"), json::array({1, 2}), json(3)}) {
      object["card"] = wrong;
      QVERIFY(isSentence(errorOf([&] { modelDescriptionFromJson(object, "test"); })));
    }
  }

  void filesThatAreNoModels_data() {
    QTest::addColumn<QByteArray>("contents");
    QTest::addColumn<QString>("about");
    QTest::newRow("empty") << QByteArray() << "not a model file";
    QTest::newRow("text") << QByteArray("hello\n").repeated(100) << "not a model file";
    writeModelFile(path_, smallDescription());
    const QByteArray good = QByteArray::fromStdString(readFile(path_));
    QTest::newRow("cut off") << good.left(good.size() / 2) << "not a model file";
    QByteArray changed = good;
    changed.replace("Low sound", "Law sound");  // the check sum knows
    QTest::newRow("changed") << changed << "damaged";
  }
  void filesThatAreNoModels() {
    QFETCH(QByteArray, contents);
    QFETCH(QString, about);
    writeFileAtomically(path_, contents.toStdString());
    const QString error = errorOf([&] { readModelDescription(path_); });
    QVERIFY2(isSentence(error) && error.contains(about), qPrintable(error));
    QVERIFY(error.contains("model.pt"));
  }

  void missingAndFolder() {
    for (const fs::path& path : {path_.parent_path(), path_.parent_path() / "missing.pt"}) {
      const QString error = errorOf([&] { readModelDescription(path); });
      QVERIFY2(isSentence(error), qPrintable(error));
    }
  }

  void archivesWithoutADescription() {
    for (const char* entry : {"", "earwitness.json", "model/earwitness.json",
                              "model/extra/other.json", "a/b/extra/earwitness.json"}) {
      writeArchive(path_, entry, toJson(smallDescription()).dump());
      const QString error = errorOf([&] { readModelDescription(path_); });
      QVERIFY2(isSentence(error) && error.contains("no description"), qPrintable(error));
    }
  }

  void aDescriptionThatIsNoJson_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("half") << QByteArray("{\"name\": \"x\"");
    QTest::newRow("list") << QByteArray("[1, 2]");
    QTest::newRow("deep") << QByteArray(200'000, '[');
    QTest::newRow("not UTF-8") << QByteArray("{\"name\": \"\xff\xfe\"}");
  }
  void aDescriptionThatIsNoJson() {
    QFETCH(QByteArray, text);
    writeArchive(path_, "model/extra/earwitness.json", text.toStdString());
    const QString error = errorOf([&] { readModelDescription(path_); });
    QVERIFY2(isSentence(error) && error.contains("damaged"), qPrintable(error));
  }

  // 17 MiB of blanks are 17 kB in the archive.
  void aDescriptionThatIsHuge() {
    writeArchive(path_, "model/extra/earwitness.json", std::string(size_t(17) << 20, ' '),
                 ZIP_CM_DEFLATE);
    QVERIFY(fs::file_size(path_) < 100'000);
    const QString error = errorOf([&] { readModelDescription(path_); });
    QVERIFY2(isSentence(error) && error.contains("size"), qPrintable(error));
  }

  void aNewerVersion() {
    json object = toJson(smallDescription());
    object["format_version"] = 3;
    object.erase("labels");  // whatever else is different there
    const QString error = errorOf([&] { modelDescriptionFromJson(object, "'new.pt'"); });
    QVERIFY2(isSentence(error), qPrintable(error));
    QVERIFY(error.contains("newer") && error.contains("new.pt"));
  }

  void everyKeyIsNeededAndTyped() {
    for (const char* key : {"format_version", "name", "labels", "features", "window_seconds",
                            "hop_seconds", "thresholds"}) {
      json object = toJson(smallDescription());
      object.erase(key);
      QString error = errorOf([&] { modelDescriptionFromJson(object, "'m.pt'"); });
      QVERIFY2(isSentence(error) && error.contains(key), qPrintable(error));
      object[key] = {{"a", json::array({1, "x"})}};
      error = errorOf([&] { modelDescriptionFromJson(object, "'m.pt'"); });
      QVERIFY2(isSentence(error) && error.contains("m.pt"), qPrintable(error));
    }
  }

  void contradictions_data() {
    using Change = std::function<void(json&)>;
    static const std::vector<std::pair<const char*, Change>> kChanges{
        {"no labels",
         [](json& o) { o["labels"] = json::array(), o["thresholds"] = json::array(); }},
        {"same label twice", [](json& o) { o["labels"][1] = o["labels"][0]; }},
        {"empty label", [](json& o) { o["labels"][0] = ""; }},
        {"too few thresholds", [](json& o) { o["thresholds"].erase(0); }},
        {"too many thresholds", [](json& o) { o["thresholds"].push_back(0.5); }},
        {"threshold above 1", [](json& o) { o["thresholds"][0] = 1.5; }},
        {"threshold below 0", [](json& o) { o["thresholds"][0] = -0.1; }},
        {"no window", [](json& o) { o["window_seconds"] = 0.0; }},
        {"negative window", [](json& o) { o["window_seconds"] = -1.0; }},
        {"endless window", [](json& o) { o["window_seconds"] = 1e9; }},
        {"no hop", [](json& o) { o["hop_seconds"] = 0.0; }},
        {"hop beyond the window", [](json& o) { o["hop_seconds"] = 3.0; }},
        {"shortest window beyond the window", [](json& o) { o["shortest_window_seconds"] = 30.0; }},
        {"shortest window of nothing", [](json& o) { o["shortest_window_seconds"] = 0.01; }},
        {"shortest window of a waveform",
         [](json& o) {
           o.erase("input_shape"), o["input"] = "waveform", o["shortest_window_seconds"] = 1.0;
         }},
        {"other shape", [](json& o) { o["input_shape"][0] = 7; }},
        {"odd features", [](json& o) { o["features"]["n_mels"] = -3; }},
        {"unknown input", [](json& o) { o["input"] = "smell"; }},
        {"unknown output", [](json& o) { o["output"] = 3; }},
        {"version 0", [](json& o) { o["format_version"] = 0; }},
    };
    QTest::addColumn<int>("index");
    changes_ = &kChanges;
    for (size_t i = 0; i < kChanges.size(); ++i) QTest::newRow(kChanges[i].first) << int(i);
  }
  void contradictions() {
    QFETCH(int, index);
    json object = toJson(smallDescription());
    QVERIFY(errorOf([&] { modelDescriptionFromJson(object, "'m.pt'"); }).isEmpty());
    (*changes_)[size_t(index)].second(object);
    const QString error = errorOf([&] { modelDescriptionFromJson(object, "'m.pt'"); });
    QVERIFY2(isSentence(error) && error.contains("m.pt"), qPrintable(error));
  }

 private:
  QTemporaryDir directory_;
  fs::path path_;
  const std::vector<std::pair<const char*, std::function<void(json&)>>>* changes_ = nullptr;
};

QTEST_GUILESS_MAIN(TestModelDescription)
#include "test_model_description.moc"
