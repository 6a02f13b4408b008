// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryFile>
#include <QTest>
#include <cmath>
#include <random>
#include <sstream>

#include <torch/script.h>

#include "core/inference/network_classifier.h"
#include "core/inference/taught_model_work.h"
#include "core/listening/reference_sounds.h"
#include "core/listening/taught_classifier.h"
#include "core/network/architectures.h"
#include "core/network/model_file.h"
#include "core/network/script_module.h"
#include "core/network/taught_network.h"
#include "core/network/transfer.h"
#include "tests/unit/base/error_of.h"

using namespace earwitness;

namespace {

constexpr const char* kFingerprint = "00112233445566778899aabbccddeeff";
constexpr double kTolerance = 1e-4;  // of scores, that were computed in 32 bits and in 64

/// A model with the weights that its architecture begins with.
struct Model {
  Model(const std::string& architecture, const std::string& settings, ModelOutput output) {
    torch::manual_seed(3);
    description.name = "Base";
    description.labels = {"Dog", "Rain", "Kettle", "Siren"};
    description.output = output;
    description.features = findArchitecture(architecture).features;
    description.windowSeconds = 1.0;
    description.shortestSeconds = 0.5;
    description.hopSeconds = 0.5;
    description.thresholds = {0.5F, 0.4F, 0.3F, 0.6F};
    description.card = {{"licence", "CC BY 4.0"},
                        {"source", "somebody"},
                        {"architecture", architecture},
                        {"figures", {{"validation", 1}}},
                        {"label_ids", {"/m/1", "/m/2", "/m/3", "/m/4"}}};
    auto network = buildNetwork(architecture, nlohmann::json::parse(settings),
                                description.features.nMels, int(description.labels.size()));
    // Like those of a trained network, the values of labels are far from each other.
    for (const auto& parameter : network.named_parameters())
      if (parameter.name == "head_weight") parameter.value.detach().mul_(6.0);
    network.eval();
    archive = modelFileBytes(network, description);
    description.fingerprint = kFingerprint;
  }
  std::shared_ptr<NetworkClassifier> opened() const {
    std::istringstream bytes(archive);
    return std::make_shared<NetworkClassifier>(bytes, description);
  }

  ModelDescription description;
  std::string archive;
};

/// Windows of noise with a tilt of their own, some of them quiet at first.
std::vector<std::vector<float>> windowsFor(const ModelDescription& model, int count) {
  std::mt19937 random(11);
  std::normal_distribution<float> normal(0.0F, 6.0F);
  std::uniform_real_distribution<float> uniform(-1.0F, 1.0F);
  std::vector<std::vector<float>> windows;
  const auto nMels = size_t(model.features.nMels);
  for (int i = 0; i < count; ++i) {
    std::vector<float>& window = windows.emplace_back(model.inputSize());
    const float tilt = uniform(random) * 40.0F;
    const float level = -45.0F + uniform(random) * 25.0F;
    for (size_t k = 0; k < window.size(); ++k)
      window[k] = level + tilt * (float(k % nMels) / float(nMels) - 0.5F) + normal(random);
    if (i % 4 == 0)
      std::fill(window.begin(), window.begin() + std::ptrdiff_t(window.size() / 2), -100.0F);
  }
  return windows;
}

/// Classes of all kinds, whose examples are the model's own embeddings of the first windows.
TaughtClasses taughtTo(Classifier& model, const std::vector<std::vector<float>>& windows) {
  TaughtClasses classes(kFingerprint, size_t(model.embeddingSize()));
  std::vector<float> scores(model.description().labels.size());
  size_t next = 0;
  const auto add = [&](const char* name, bool isCounterExample = false) {
    std::vector<float> embedding(classes.embeddingSize());
    model.classifyAndEmbed(windows.at(next++), scores, embedding);
    classes.addExample(name, {.embedding = embedding, .isCounterExample = isCounterExample});
  };
  add("Door");  // one example
  for (int i = 0; i < 3; ++i) add("Whistle");
  add("Whistle", true);
  add("kettle");  // a label of the model, in another case
  add("kettle");
  add("Bell", true);  // no example
  classes.setThreshold("Door", 0.7F);
  return classes;
}

TaughtModel made(const Model& model, const TaughtClasses& classes) {
  std::istringstream bytes(model.archive);
  return modelOfTaughtClasses(bytes, model.description, classes, "Made", [](const std::string&) {});
}

std::unique_ptr<NetworkClassifier> opened(const std::string& archive,
                                          const ModelDescription& description) {
  std::istringstream bytes(archive);
  return std::make_unique<NetworkClassifier>(bytes, description);
}

/// What tells of a difference, and that it is none between models that answer always the same.
struct Comparison {
  double largest = 0.0;
  double least = 1.0;
  double most = 0.0;
};

Comparison compared(Classifier& one, Classifier& other,
                    const std::vector<std::vector<float>>& windows, size_t from) {
  Comparison comparison;
  std::vector<float> a(one.description().labels.size());
  std::vector<float> b(other.description().labels.size());
  for (const std::vector<float>& window : windows) {
    one.classify(window, a);
    other.classify(window, b);
    for (size_t i = 0; i < a.size(); ++i) {
      comparison.largest = std::max(comparison.largest, std::abs(double(a[i]) - double(b[i])));
      if (i < from) continue;
      comparison.least = std::min(comparison.least, double(a[i]));
      comparison.most = std::max(comparison.most, double(a[i]));
    }
  }
  return comparison;
}

/// The description that a made model has in its file.
ModelDescription descriptionOf(const Model& model, const TaughtClasses& classes) {
  ModelDescription description = TaughtLabels(model.description, classes).description;
  description.output = ModelOutput::MultiLabelLogits;
  return description;
}

}  // namespace

class TestTaughtNetwork : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void scoresAreThoseOfTheTaughtModel_data() {
    QTest::addColumn<QString>("architecture");
    QTest::addColumn<QString>("settings");
    QTest::addColumn<int>("output");
    const auto row = [](const char* architecture, const char* settings, ModelOutput output) {
      QTest::addRow("%s, %s", architecture, nameOf(output).c_str())
          << architecture << settings << int(output);
    };
    for (const ModelOutput output : {ModelOutput::SingleLabelLogits, ModelOutput::MultiLabelLogits})
      row("inverted-residual", "{}", output);
    row("mobilenet-v3", R"({"width": 0.1})", ModelOutput::MultiLabelLogits);
    row("resnet-transformer", "{}", ModelOutput::SingleLabelLogits);
    row("crnn", "{}", ModelOutput::SingleLabelLogits);
  }
  void scoresAreThoseOfTheTaughtModel() {
    QFETCH(QString, architecture);
    QFETCH(QString, settings);
    QFETCH(int, output);
    const Model model(architecture.toStdString(), settings.toStdString(), ModelOutput(output));
    const auto windows = windowsFor(model.description, 60);
    const auto base = model.opened();
    const TaughtClasses classes = taughtTo(*base, windows);
    TaughtClassifier taught(base, classes,
                            std::make_shared<EmbeddingSpace>(embeddingSpaceOf(*base)));
    const TaughtModel result = made(model, classes);
    const auto own = opened(result.archive, descriptionOf(model, classes));
    QVERIFY(own->description().labels == taught.description().labels);
    QVERIFY(own->description().thresholds == taught.description().thresholds);
    const Comparison same = compared(taught, *own, windows, 4);
    QVERIFY2(same.largest < kTolerance, qPrintable(QString::number(same.largest)));
    QVERIFY(same.least < 0.1 && same.most > 0.9);
    qInfo("largest difference of scores: %g", same.largest);

    // Its embedding is the base's, so it can be taught as well.
    QCOMPARE(own->embeddingSize(), base->embeddingSize());
    std::vector<float> scores(4), all(taught.description().labels.size());
    std::vector<float> before(size_t(base->embeddingSize())), after(before.size());
    base->classifyAndEmbed(windows[20], scores, before);
    own->classifyAndEmbed(windows[20], all, after);
    QVERIFY(before == after);
  }

  void aMadeModelIsTaughtFurther() {
    Model model("inverted-residual", "{}", ModelOutput::SingleLabelLogits);
    const auto windows = windowsFor(model.description, 30);
    const TaughtClasses classes = taughtTo(*model.opened(), windows);
    Model second = model;
    second.archive = made(model, classes).archive;
    second.description = descriptionOf(model, classes);
    const auto base = second.opened();
    TaughtClasses more(kFingerprint, size_t(base->embeddingSize()));
    std::vector<float> scores(base->description().labels.size());
    std::vector<float> embedding(more.embeddingSize());
    base->classifyAndEmbed(windows[25], scores, embedding);
    more.addExample("Tap", {.embedding = embedding});
    TaughtClassifier taught(base, more, std::make_shared<EmbeddingSpace>(embeddingSpaceOf(*base)));
    const auto own = opened(made(second, more).archive, descriptionOf(second, more));
    QCOMPARE(own->description().labels.back(), std::string("Tap"));
    const Comparison same = compared(taught, *own, windows, 7);
    QVERIFY2(same.largest < kTolerance, qPrintable(QString::number(same.largest)));
    QVERIFY(same.most > 0.9);
  }

  void theCardSaysWhereItComesFrom() {
    const Model model("inverted-residual", "{}", ModelOutput::SingleLabelLogits);
    const auto windows = windowsFor(model.description, 10);
    const TaughtModel result = made(model, taughtTo(*model.opened(), windows));
    QTemporaryFile file;
    QVERIFY(file.open());
    file.write(result.archive.data(), qint64(result.archive.size()));
    file.close();
    const ModelDescription description = readModelDescription(file.fileName().toStdString());
    QCOMPARE(description.name, std::string("Made"));
    QVERIFY(description.output == ModelOutput::MultiLabelLogits);
    QVERIFY(description.fingerprint != kFingerprint);
    const nlohmann::json& card = description.card;
    QCOMPARE(card.at("licence").get<std::string>(), std::string("CC BY 4.0"));
    QCOMPARE(card.at("source").get<std::string>(), std::string("somebody"));
    QVERIFY(!card.contains("figures"));  // they are of other labels
    QVERIFY(card.contains("noise_check"));
    QCOMPARE(card.at("label_ids").size(), description.labels.size());
    const nlohmann::json& taught = card.at("taught");
    QCOMPARE(taught.at("model").get<std::string>(), std::string("Base"));
    QCOMPARE(taught.at("fingerprint").get<std::string>(), std::string(kFingerprint));
    QCOMPARE(taught.at("classes").size(), size_t(4));
    QCOMPARE(taught.at("classes")[1].at("examples").get<int>(), 3);
    QCOMPARE(taught.at("classes")[1].at("counter_examples").get<int>(), 1);
    QCOMPARE(result.summary.at("labels").get<size_t>(), description.labels.size());
  }

  /// Trainings can start from it.
  void weightsKeepTheirNames() {
    const Model model("inverted-residual", "{}", ModelOutput::SingleLabelLogits);
    const auto windows = windowsFor(model.description, 10);
    std::istringstream before(model.archive);
    std::istringstream after(made(model, taughtTo(*model.opened(), windows)).archive);
    const NamedTensors with = tensorsOf(loadNetwork(after, "after"));
    for (const auto& [name, tensor] : tensorsOf(loadNetwork(before, "before")))
      QVERIFY2(with.contains(name) && torch::equal(with.at(name), tensor), name.c_str());
  }

  void aNetworkWithoutAnEmbeddingIsRefused() {
    ScriptModule module("Plain");
    const auto network = module.define("def forward(self, x: Tensor) -> Tensor:\n    return x\n");
    TaughtClasses classes(kFingerprint, 2);
    classes.addExample("Door", {.embedding = {1.0F, 2.0F}});
    const TaughtScorer scorer(classes, std::make_shared<EmbeddingSpace>(2));
    const QString text = errorOf(
        [&] { withTaughtClasses(network, ModelOutput::SingleLabelLogits, scorer, {0}, 1); });
    QVERIFY2(isSentence(text) && text.contains("no embedding"), qPrintable(text));
  }
};

QTEST_GUILESS_MAIN(TestTaughtNetwork)
#include "test_taught_network.moc"
