// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QtTest>
#include <cmath>
#include <limits>
#include <numeric>

#include "core/base/atomic_file.h"
#include "core/inference/checkpoint_import.h"
#include "core/inference/network_classifier.h"
#include "core/inference/open_model.h"
#include "core/listening/model_start.h"
#include "core/network/public_checkpoint.h"
#include "core/network/script_module.h"
#include "core/network/transfer.h"
#include "tests/unit/base/error_of.h"
#include "tests/unit/cli/cli_process.h"
#include "tests/unit/network/weights_files.h"

using namespace earwitness;
namespace fs = std::filesystem;
using nlohmann::json;

namespace {

constexpr int kLabels = 527;

/// The name that the family's checkpoints have for a tensor of the network.
std::string publicName(std::string name) {
  const auto replace = [&name](const std::string& from, const std::string& to) {
    for (size_t at = name.find(from); at != std::string::npos; at = name.find(from, at + to.size()))
      name.replace(at, from.size(), to);
  };
  replace("_", ".");
  replace("conc.se.layers", "conc_se_layers");
  if (name.ends_with(".mean") || name.ends_with(".var"))
    name.insert(name.rfind('.') + 1, "running_");
  replace("head.", "classifier.5.");
  return name;
}

std::map<std::string, StoredTensor> checkpointOf(const torch::jit::Module& network) {
  std::map<std::string, StoredTensor> tensors;
  for (const auto& [name, tensor] : tensorsOf(network)) {
    const torch::Tensor values = tensor.detach().contiguous();
    const auto* data = values.data_ptr<float>();
    tensors[publicName(name)] = {values.sizes().vec(),
                                 std::vector<float>(data, data + values.numel())};
  }
  return tensors;
}

}  // namespace

/// Weights of a public family become a model of the program's.
class TestPublicCheckpoint : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    torch::manual_seed(3);
    network_ = buildNetwork("mobilenet-v3", {{"width", 0.1}, {"dropout", 0.2}}, 128, kLabels);
    // Statistics that are not those of a new network.
    const torch::NoGradGuard noGrad;
    for (torch::Tensor buffer : network_.buffers()) buffer.add_(torch::rand_like(buffer) * 0.1);
    network_.eval();
    tensors_ = checkpointOf(network_);
    writeStateDictionary(file_, tensors_);
  }

  void theNetworkIsRecognised() {
    PublicNetwork made = recogniseCheckpoint(tensors_, "mn01.pt");
    QCOMPARE(made.architecture, std::string("mobilenet-v3"));
    QCOMPARE(made.settings.at("width").get<double>(), 0.1);
    QCOMPARE(made.description.labels.size(), size_t(kLabels));
    QCOMPARE(made.description.labels.front(), std::string("Speech"));
    QCOMPARE(made.description.card.at("label_ids").at(0).get<std::string>(),
             std::string("/m/09x0r"));
    QVERIFY(made.description.output == ModelOutput::MultiLabelLogits);
    const torch::Tensor input = torch::randn({1, 100, 128});
    const c10::InferenceMode inference;
    QVERIFY(made.network.forward({input}).toTensor().equal(network_.forward({input}).toTensor()));
  }

  void whatDoesNotFitIsSaid_data() {
    QTest::addColumn<QString>("change");
    QTest::addColumn<QString>("expected");
    QTest::newRow("missing") << "missing"
                             << "missing";
    QTest::newRow("size") << "size"
                          << "another size";
    QTest::newRow("not a number") << "nan"
                                  << "not numbers";
    QTest::newRow("labels") << "labels"
                            << "526 labels";
    QTest::newRow("family") << "family"
                            << "not known";
  }
  void whatDoesNotFitIsSaid() {
    QFETCH(QString, change);
    QFETCH(QString, expected);
    auto tensors = tensors_;
    const std::string name = "features.3.block.0.0.weight";
    if (change == "missing") tensors.erase(name);
    if (change == "size") tensors.at(name).sizes.push_back(1);
    if (change == "nan") tensors.at(name).values.back() = std::numeric_limits<float>::quiet_NaN();
    if (change == "labels") --tensors.at("classifier.5.weight").sizes.front();
    if (change == "family") tensors.erase("features.16.0.weight");
    const QString error = errorOf([&] { recogniseCheckpoint(tensors, "mn01.pt"); });
    QVERIFY2(error.contains(expected) && error.contains("mn01.pt"), qPrintable(error));
  }

  void aModelIsMadeOfIt() {
    const ImportedCheckpoint imported =
        importCheckpoint({.checkpoint = file_,
                          .origin = {.name = "Small", .licence = "MIT", .source = "somebody"},
                          .sample = {},
                          .confinement = {.program = EARWITNESS_CLI}});
    QCOMPARE(imported.summary.at("labels").get<int>(), kLabels);
    const fs::path model = root_ / "small.pt";
    writeFileAtomically(model, imported.archive);
    const ModelDescription description = readModelDescription(model);
    QCOMPARE(description.name, std::string("Small"));
    QCOMPARE(description.card.at("licence").get<std::string>(), std::string("MIT"));
    QVERIFY(description.card.contains("noise_check"));
    // A training can start from it.
    QCOMPARE(readModelStart(model).architecture, std::string("mobilenet-v3"));
    const auto classifier = openClassifier(model, {.program = EARWITNESS_CLI});
    QCOMPARE(classifier->embeddingSize(), 128);
    std::vector<float> scores(kLabels);
    classifier->classify(description.silentInput(), scores);
    QVERIFY(std::all_of(scores.begin(), scores.end(),
                        [](float score) { return score >= 0.0F && score <= 1.0F; }));
    // It pools over time, so a longer sound has an embedding too: of silence nearly the same one.
    std::vector<float> embedding(128);
    classifier->classifyAndEmbed(description.silentInput(), scores, embedding);
    ModelDescription longer = description;
    longer.windowSeconds *= 2.0;
    std::vector<float> ofLonger(128);
    classifier->classifyAndEmbed(longer.silentInput(), scores, ofLonger);
    const auto length = [](const std::vector<float>& values) {
      return std::sqrt(std::inner_product(values.begin(), values.end(), values.begin(), 0.0F));
    };
    const float both =
        std::inner_product(embedding.begin(), embedding.end(), ofLonger.begin(), 0.0F);
    QVERIFY(both > 0.9F * length(embedding) * length(ofLonger));
    // And the windows go on as before.
    std::vector<float> again(128);
    classifier->classifyAndEmbed(description.silentInput(), scores, again);
    for (size_t i = 0; i < again.size(); ++i) QVERIFY(std::abs(again[i] - embedding[i]) < 1e-4F);
  }

  void theCommandLineImportsIt() {
    CliProcess probe(root_ / "cache");
    QVERIFY(probe.run({"model", "probe", textOf(file_), "--json"}));
    const json report = probe.json();
    QVERIFY2(report.value("loads", false), report.dump().c_str());
    QVERIFY(report.value("family", "").find("MobileNetV3") != std::string::npos);
    const fs::path output = root_ / "cli.pt";
    CliProcess import(root_ / "cache");
    QVERIFY(import.run({"model", "import", textOf(file_), "--output", textOf(output), "--json"}));
    QCOMPARE(import.json().at("labels").get<int>(), kLabels);
    QCOMPARE(readModelDescription(output).labels.size(), size_t(kLabels));
    CliProcess wrong(root_ / "cache");
    QVERIFY(wrong.run({"model", "import", textOf(file_), "--shape", "1,samples"}));
    QCOMPARE(wrong.exitCode(), 2);
    QVERIFY(wrong.errorText().contains("omit --shape"));
  }

 private:
  torch::jit::Module network_{"unused"};
  std::map<std::string, StoredTensor> tensors_;
  QTemporaryDir folder_;
  fs::path root_ = folder_.path().toStdString();
  fs::path file_ = root_ / "mn01.pt";
};

QTEST_GUILESS_MAIN(TestPublicCheckpoint)
#include "test_public_checkpoint.moc"
