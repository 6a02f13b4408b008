// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <algorithm>
#include <cmath>

#include <nlohmann/json.hpp>

#include "core/base/atomic_file.h"
#include "core/features/feature_settings.h"
#include "core/inference/network_classifier.h"
#include "core/listening/file_analysis.h"
#include "core/network/network_cost.h"

using namespace earwitness;
namespace fs = std::filesystem;
using nlohmann::json;

constexpr float kTolerance = 1e-3F;

/// Each model in models/ against tests/golden/models/NAME.json, which make_models.py wrote.
class TestBundledModels : public QObject {
  Q_OBJECT

 private slots:
  void everyModelHasAGolden() {
    std::vector<std::string> models = stemsIn(root() / "models", ".pt");
    QVERIFY(std::find(models.begin(), models.end(), "earwitness") != models.end());
    QCOMPARE(models, stemsIn(root() / "tests/golden/models", ".json"));
  }

  void saysAndHearsTheSame_data() {
    QTest::addColumn<QString>("name");
    for (const std::string& name : stemsIn(root() / "models", ".pt"))
      QTest::newRow(name.c_str()) << QString::fromStdString(name);
  }
  void saysAndHearsTheSame() {
    QFETCH(QString, name);
    const std::string stem = name.toStdString();
    const fs::path file = root() / "models" / (stem + ".pt");
    const json golden = json::parse(readFile(root() / "tests/golden/models" / (stem + ".json")));

    NetworkClassifier classifier(file);
    const ModelDescription& model = classifier.description();
    QCOMPARE(model.labels, golden.at("labels").get<std::vector<std::string>>());
    QCOMPARE(nameOf(model.input), golden.at("input").get<std::string>());
    QCOMPARE(model.windowSeconds, golden.at("window_seconds").get<double>());
    QVERIFY(model.features == featureSettingsFromJson(golden.at("features")));
    const NetworkCost cost = modelFileCost(file, /*measureLatency=*/false);
    QCOMPARE(cost.parameters, golden.at("parameters").get<long>());
    QCOMPARE(model.card.at("parameters").get<long>(), cost.parameters);
    for (const char* key : {"data", "licence", "noise_check"})
      QVERIFY2(model.card.contains(key), key);

    const FileScores heard = analyseFile(root() / "resources/samples/sample.flac", &classifier, {},
                                         eventSettingsOf(model));
    for (size_t label = 0; label < model.labels.size(); ++label) {
      const float expected = golden.at("scores").at(model.labels[label]).get<float>();
      QVERIFY2(std::abs(heard.whole[label] - expected) < kTolerance, model.labels[label].c_str());
    }
    // Other processors round otherwise, so that two labels of the same score may change places.
    const auto top = golden.at("top").get<std::vector<std::string>>();
    QCOMPARE(heard.windows.size(), top.size());
    for (size_t i = 0; i < top.size(); ++i) {
      const std::vector<float>& scores = heard.windows[i].scores;
      const auto label = std::find(model.labels.begin(), model.labels.end(), top[i]);
      QVERIFY(label != model.labels.end());
      const float best = *std::max_element(scores.begin(), scores.end());
      QVERIFY(best - scores[size_t(label - model.labels.begin())] < kTolerance);
    }
  }

 private:
  static fs::path root() { return EARWITNESS_SOURCE_DIR; }
  static std::vector<std::string> stemsIn(const fs::path& folder, const char* ending) {
    std::vector<std::string> stems;
    for (const auto& entry : fs::directory_iterator(folder))
      if (entry.path().extension() == ending) stems.push_back(entry.path().stem().string());
    std::sort(stems.begin(), stems.end());
    return stems;
  }
};

QTEST_GUILESS_MAIN(TestBundledModels)
#include "test_bundled_models.moc"
