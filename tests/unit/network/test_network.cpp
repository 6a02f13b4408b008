// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QTest>
#include <cmath>

#include <ATen/Parallel.h>
#include <torch/script.h>

#include "core/base/atomic_file.h"
#include "core/network/architectures.h"
#include "core/network/model_file.h"
#include "core/network/script_module.h"
#include "core/network/torch_error.h"
#include "core/training/compute.h"
#include "core/training/train_settings.h"
#include "core/training/training_state.h"
#include "tests/unit/base/error_of.h"

using namespace earwitness;

namespace {

// Single precision through about 20 layers; logits are of the order of 1 to 10.
constexpr double kTolerance = 1e-5;

ModelDescription descriptionFor(const std::string& architecture, int nClasses) {
  ModelDescription description;
  description.name = "test";
  for (int i = 0; i < nClasses; ++i) description.labels.push_back("class " + std::to_string(i));
  description.features = findArchitecture(architecture).features;
  description.windowSeconds = 2.0;
  description.thresholds.assign(size_t(nClasses), 0.5F);
  return description;
}

/// The architecture and settings of the current row.
struct Case {
  Case() : name(fetched("name")), settings(nlohmann::json::parse(fetched("settings"))) {}
  torch::jit::Module network(int nClasses, double dropout) const {
    nlohmann::json all = settings;
    all["dropout"] = dropout;
    return buildNetwork(name, all, nMels(), nClasses);
  }
  int nMels() const { return findArchitecture(name).features.nMels; }
  long frames(double seconds) const {
    const FeatureSettings& features = findArchitecture(name).features;
    return features.framesOf(long(seconds * features.sampleRate));
  }

  static std::string fetched(const char* column) {
    return static_cast<QString*>(QTest::qData(column, qMetaTypeId<QString>()))->toStdString();
  }

  std::string name;
  nlohmann::json settings;
};

double largestDifference(const torch::Tensor& a, const torch::Tensor& b) {
  return (a - b).abs().max().item<double>();
}

}  // namespace

class TestNetwork : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { at::set_num_threads(1); }

  void parameterCounts_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("settings");
    QTest::addColumn<long>("parameters");  // with 30 classes
    const auto row = [](const char* name, const char* settings, long parameters) {
      QTest::addRow("%s %s", name, settings) << name << settings << parameters;
    };
    row("resnet-transformer", "{}", 124510L);
    row("resnet-transformer", R"({"positions": "rotary"})", 124510L);
    row("resnet-transformer", R"({"positions": "learned"})", 124510L + 64 * 64);
    row("resnet-transformer", R"({"layers": 4})", 124510L + 3 * 33472);
    row("cnn1d", "{}", 113726L);
    row("cnn2d", "{}", 114830L);
    row("crnn", "{}", 113646L);
    row("transformer", "{}", 107182L);
    row("inverted-residual", "{}", 115826L);
  }
  void parameterCounts() {
    QFETCH(QString, name);
    QFETCH(QString, settings);
    QFETCH(long, parameters);
    const ArchitectureInfo info = findArchitecture(name.toStdString());
    const auto overrides = nlohmann::json::parse(settings.toStdString());
    QCOMPARE(parameterCount(info.name, overrides, info.features.nMels, 30), parameters);
    if (overrides.empty()) QVERIFY(parameters <= 130000);
  }

  /// All architectures, and the settings of theirs that change what is computed.
  void everyArchitecture_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("settings");
    for (const auto& info : architectures())
      QTest::newRow(info.name.c_str()) << QString::fromStdString(info.name) << "{}";
    QTest::newRow("rotary") << "resnet-transformer"
                            << R"({"positions": "rotary", "layers": 2})";
    QTest::newRow("learned") << "resnet-transformer"
                             << R"({"positions": "learned"})";
  }

  void anyLengthGivesLogits_data() { everyArchitecture_data(); }
  void anyLengthGivesLogits() {
    const Case tested;
    auto network = tested.network(7, 0.1);
    network.eval();
    torch::NoGradGuard noGrad;
    for (double seconds : {0.3, 1.0, 5.0, 15.0}) {
      const long frames = tested.frames(seconds);
      const auto input = torch::randn({3, frames, tested.nMels()});
      const auto logits = network.forward({input}).toTensor();
      QVERIFY(logits.sizes() == at::IntArrayRef({3, 7}));
      QVERIFY(torch::isfinite(logits).all().item<bool>());
      QVERIFY(torch::equal(network.forward({input}).toTensor(), logits));
    }
  }

  void clipsOfABatchDoNotMeet_data() { everyArchitecture_data(); }
  void clipsOfABatchDoNotMeet() {
    const Case tested;
    auto network = tested.network(5, 0.1);
    network.eval();
    torch::NoGradGuard noGrad;
    const auto input = torch::randn({3, tested.frames(1.3), tested.nMels()});
    const auto together = network.forward({input}).toTensor();
    for (int clip = 0; clip < 3; ++clip) {
      const auto alone = network.forward({input.narrow(0, clip, 1)}).toTensor();
      QVERIFY(largestDifference(alone[0], together[clip]) < kTolerance);
    }
  }

  void gradientsReachEveryParameter_data() { everyArchitecture_data(); }
  void gradientsReachEveryParameter() {
    const Case tested;
    torch::manual_seed(1);
    auto network = tested.network(5, 0.0);
    network.train();
    const auto input = torch::randn({4, tested.frames(1.3), tested.nMels()});
    network.forward({input}).toTensor().square().sum().backward();
    for (const auto& parameter : network.named_parameters()) {
      QVERIFY2(parameter.value.grad().defined(), parameter.name.c_str());
      QVERIFY2(parameter.value.grad().abs().sum().item<double>() > 0.0, parameter.name.c_str());
    }
  }

  void overfitsEightClips_data() { everyArchitecture_data(); }
  void overfitsEightClips() {
    const Case tested;
    torch::manual_seed(3);
    TrainSettings settings = recipe("report", tested.name);
    settings.learningRate = 3e-3;
    TrainingState state(tested.network(8, 0.0), settings);
    const auto clips = -40 + 15 * torch::randn({8, 60, tested.nMels()});
    const auto targets = torch::eye(8);
    double loss = 10.0;
    torch::Tensor logits;
    for (int step = 0; step < 300 && loss >= 0.05; ++step)
      loss = state.step(clips, targets, settings.learningRate, logits);
    QVERIFY2(loss < 0.05, std::to_string(loss).c_str());
  }

  void bfloat16StepsAreNearFullOnes_data() { everyArchitecture_data(); }
  void bfloat16StepsAreNearFullOnes() {
    const Case tested;
    TrainSettings settings = recipe("strong", tested.name);
    const auto lossOf = [&](bool bfloat16) {
      torch::manual_seed(5);
      settings.bfloat16 = bfloat16;
      TrainingState state(tested.network(4, 0.0), settings);
      const auto clips = -40 + 15 * torch::randn({4, 60, tested.nMels()});
      torch::Tensor logits;
      double loss = 0.0;
      for (int step = 0; step < 3; ++step) loss = state.step(clips, torch::eye(4), 1e-3, logits);
      return loss;
    };
    const double loss = lossOf(true);
    QVERIFY(std::abs(loss - lossOf(false)) < 0.1);
    // A device that would have to imitate it computes in single precision.
    if (!computesBfloat16(torch::kCPU)) QCOMPARE(loss, lossOf(false));
  }

  void savesLoadsAndFreezesToTheSameOutput_data() { everyArchitecture_data(); }
  void savesLoadsAndFreezesToTheSameOutput() {
    const Case tested;
    const QTemporaryDir folder;
    const std::filesystem::path path = (folder.path() + "/m.pt").toStdString();
    const auto description = descriptionFor(tested.name, 6);
    auto network = tested.network(6, 0.1);
    network.eval();
    saveModelFile(network, description, path);
    QCOMPARE(readModelDescription(path).labels, description.labels);

    torch::NoGradGuard noGrad;
    const auto input = torch::randn({1, description.windowFrames(), tested.nMels()});
    const auto expected = network.forward({input}).toTensor();
    auto loaded = loadModelNetwork(path);
    QVERIFY(torch::equal(loaded.forward({input}).toTensor(), expected));
    auto frozen = torch::jit::freeze(loaded);
    QVERIFY(largestDifference(frozen.forward({input}).toTensor(), expected) < kTolerance);
    const auto longer = torch::randn({2, tested.frames(3.1), tested.nMels()});
    QVERIFY(largestDifference(frozen.forward({longer}).toTensor(),
                              network.forward({longer}).toTensor()) < kTolerance);
  }

  void equalNetworksMakeEqualFiles() {
    const QTemporaryDir folder;
    const auto description = descriptionFor("crnn", 3);
    const auto bytesOf = [&](const char* name) {
      torch::manual_seed(11);
      const auto path = std::filesystem::path(folder.path().toStdString()) / name;
      saveModelFile(buildNetwork("crnn", {}, description.features.nMels, 3), description, path);
      return readFile(path);
    };
    const std::string first = bytesOf("first.pt");
    QVERIFY(first == bytesOf("another name.pt"));
    QVERIFY(first == bytesOf("first.pt"));
  }

  void scaledSettingsBuild_data() { everyArchitecture_data(); }
  void scaledSettingsBuild() {
    const Case tested;
    const auto full = architectureSettings(tested.name, tested.settings);
    QVERIFY(scaledSettings(tested.name, tested.settings, 1.0) == full);
    long before = 0;
    for (double factor : {0.25, 0.5, 0.75, 1.0, 1.5, 2.0}) {
      const auto settings = scaledSettings(tested.name, tested.settings, factor);
      const long count = parameterCount(tested.name, settings, tested.nMels(), 10);
      QVERIFY2(count > before, std::to_string(factor).c_str());
      before = count;
    }
    QVERIFY(isSentence(errorOf([&] { scaledSettings(tested.name, tested.settings, 0.0); })));
  }

  void everySettingIsExplained_data() { everyArchitecture_data(); }
  void everySettingIsExplained() {
    const Case tested;
    const ArchitectureInfo& info = findArchitecture(tested.name);
    QVERIFY(!info.summary.empty());
    QCOMPARE(info.settingHelp.size(), info.settings.size());
    for (const auto& [key, value] : info.settings.items())
      QVERIFY2(info.settingHelp.contains(key), key.c_str());
    for (const std::string& key : info.widths) QVERIFY(info.settings.contains(key));
    for (const auto& [key, choices] : info.choices)
      QVERIFY(std::count(choices.begin(), choices.end(),
                         info.settings.at(key).get<std::string>()) == 1);
  }

  void checkpointsGiveTheSameNextStep() {
    const QTemporaryDir folder;
    const std::filesystem::path path = (folder.path() + "/c.pt").toStdString();
    TrainSettings settings = recipe("strong", "inverted-residual");
    settings.bfloat16 = false;
    const auto fresh = [&](uint64_t seed) {
      torch::manual_seed(seed);
      return TrainingState(buildNetwork("inverted-residual", {{"dropout", 0.0}}, 64, 4), settings);
    };
    const auto clips = torch::randn({4, 50, 64});
    const auto targets = torch::eye(4);
    torch::Tensor logits;
    TrainingState first = fresh(1);
    for (int i = 0; i < 3; ++i) first.step(clips, targets, 1e-3, logits);
    first.save(path, {{"epoch", 7}});
    TrainingState second = fresh(2);
    QCOMPARE(second.load(path, {}).at("epoch").get<int>(), 7);
    for (int i = 0; i < 2; ++i)
      QCOMPARE(second.step(clips, targets, 1e-3, logits), first.step(clips, targets, 1e-3, logits));
    first.beginEvaluation();
    second.beginEvaluation();
    QVERIFY(torch::equal(first.evaluate(clips), second.evaluate(clips)));
  }

  void foreignCheckpointsAreRefused() {
    const QTemporaryDir folder;
    const std::filesystem::path path = (folder.path() + "/c.pt").toStdString();
    const TrainSettings settings = recipe("report", "resnet-transformer");
    TrainingState small(buildNetwork("resnet-transformer", {}, 80, 3), settings);
    small.save(path, {});
    TrainingState large(buildNetwork("resnet-transformer", {}, 80, 4), settings);
    QVERIFY_EXCEPTION_THROWN(large.load(path, {}), Error);
    QFile garbage(folder.path() + "/g.pt");
    QVERIFY(garbage.open(QIODevice::WriteOnly));
    garbage.write("not a checkpoint");
    garbage.close();
    QVERIFY_EXCEPTION_THROWN(large.load(garbage.fileName().toStdString(), {}), Error);
  }

  void wrongSettingsAreRefusedInWords_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("settings");
    QTest::addColumn<QString>("told");
    const auto row = [](const char* name, const char* settings, const char* told) {
      QTest::addRow("%s %s", name, settings) << name << settings << told;
    };
    row("perceptron", "{}", "resnet-transformer, cnn1d");
    row("resnet-transformer", R"({"width": 3})", "width");
    row("resnet-transformer", R"({"channels": "many"})", "channels");
    row("resnet-transformer", R"({"channels": 1e9})", "channels");
    row("resnet-transformer", R"({"channels": 64.5})", "whole number");
    row("resnet-transformer", R"({"heads": 5})", "heads divide");
    row("resnet-transformer", R"({"heads": 0})", "'heads'");
    row("resnet-transformer", R"({"layers": 5})", "from 1 to 4");
    row("resnet-transformer", R"({"dropout": 1.5})", "dropout");
    row("resnet-transformer", R"({"positions": 3})", "positions");
    row("resnet-transformer", R"({"positions": "absolute"})", "sinusoidal, learned, rotary");
    row("resnet-transformer", R"({"positions": "rotary", "channels": 12})", "rotary");
    row("cnn1d", R"({"channels": [8, 8]})", "as many kernels");
    row("cnn1d", R"({"kernels": [5, 4, 3]})", "odd");
    row("cnn1d", R"({"channels": [8, "x", 8]})", "list of whole numbers");
    row("cnn2d", R"({"pools": [[2, 2]]})", "as many pools");
    row("cnn2d", R"({"pools": [2, 2, 2, 2, 2]})", "pairs");
    row("cnn2d", R"({"channels": []})", "channels");
    row("crnn", R"({"hidden": -1})", "hidden");
    row("crnn", R"({"channels": [4]})", "as many pools");
    row("transformer", R"({"stride": [32, 8]})", "gaps");
    row("transformer", R"({"patch": [16]})", "pair");
    row("transformer", R"({"heads": 3})", "heads divide");
    row("inverted-residual", R"({"channels": [32, 32]})", "as many channels");
  }
  void wrongSettingsAreRefusedInWords() {
    QFETCH(QString, name);
    QFETCH(QString, settings);
    QFETCH(QString, told);
    const QString text = errorOf([&] {
      buildNetwork(name.toStdString(), nlohmann::json::parse(settings.toStdString()), 80, 3);
    });
    QVERIFY2(isSentence(text) && text.contains(told), qPrintable(text));
  }

  void networksNeedBandsAndClasses() {
    QVERIFY(isSentence(errorOf([] { buildNetwork("cnn1d", {}, 80, 0); })));
    QVERIFY(isSentence(errorOf([] { buildNetwork("cnn1d", {}, 0, 2); })));
    QVERIFY(isSentence(errorOf([] { buildNetwork("transformer", {}, 8, 2); })));
  }

  void runningOutOfMemoryIsTold() {
    QVERIFY(isOutOfMemory(std::bad_alloc()));
    try {
      torch::zeros({long(1) << 50});
      QFAIL("LibTorch gave a petabyte");
    } catch (const std::exception& error) {
      QCOMPARE(reasonOf(error), std::string("there is not enough memory"));
    }
    auto network = buildNetwork("cnn1d", {}, 80, 3);
    try {
      network.forward({torch::zeros({2, 40, 79})});
      QFAIL("79 bands were taken for 80");
    } catch (const std::exception& error) {
      QVERIFY(!isOutOfMemory(error));
      QVERIFY2(QString::fromStdString(reasonOf(error)).contains("80"), reasonOf(error).c_str());
    }
  }
};

QTEST_GUILESS_MAIN(TestNetwork)
#include "test_network.moc"
