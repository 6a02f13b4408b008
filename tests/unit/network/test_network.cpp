#include <QTemporaryDir>
#include <QTest>
#include <cmath>

#include <ATen/Parallel.h>
#include <torch/script.h>

#include "core/base/error.h"
#include "core/network/architectures.h"
#include "core/network/model_file.h"
#include "core/network/script_module.h"
#include "core/training/train_settings.h"
#include "core/training/training_state.h"
#include "tests/unit/network/golden_network.h"

using namespace earwitness;

namespace {

constexpr int kReportMels = 80;
constexpr int kReportClasses = 30;
// Single precision through about 20 layers; logits are of the order of 1 to 10.
constexpr double kForwardTolerance = 2e-5;

torch::jit::Module goldenNetwork(const GoldenNetwork& golden) {
  auto network = buildNetwork("resnet-transformer", {}, kReportMels, kReportClasses);
  golden.copyInto(network);
  return network;
}

ModelDescription descriptionFor(const std::string& architecture, int nClasses) {
  ModelDescription description;
  description.name = "test";
  for (int i = 0; i < nClasses; ++i) description.labels.push_back("class " + std::to_string(i));
  description.features = findArchitecture(architecture).features;
  description.windowSeconds = 2.0;
  description.thresholds.assign(size_t(nClasses), 0.5F);
  return description;
}

}  // namespace

class TestNetwork : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { at::set_num_threads(1); }

  void reportHasItsParameterCount() {
    QCOMPARE(parameterCount("resnet-transformer", {}, kReportMels, kReportClasses), 124510L);
  }

  void everyArchitectureIsSmallAndAnswersInShape_data() {
    QTest::addColumn<QString>("name");
    for (const auto& info : architectures())
      QTest::newRow(info.name.c_str()) << QString::fromStdString(info.name);
  }
  void everyArchitectureIsSmallAndAnswersInShape() {
    QFETCH(QString, name);
    const auto& info = findArchitecture(name.toStdString());
    const int nMels = info.features.nMels;
    QVERIFY(parameterCount(info.name, {}, nMels, kReportClasses) <= 130000);
    auto network = buildNetwork(info.name, {}, nMels, 7);
    network.eval();
    torch::NoGradGuard noGrad;
    for (long frames : {25L, 101L, 250L}) {
      const auto logits = network.forward({torch::randn({3, frames, nMels})}).toTensor();
      QVERIFY(logits.sizes() == at::IntArrayRef({3, 7}));
      QVERIFY(torch::isfinite(logits).all().item<bool>());
    }
  }

  void reportEqualsPyTorch() {
    const GoldenNetwork golden;
    QCOMPARE(golden.manifest().at("trainable_parameters").get<long>(), 124510L);
    auto network = goldenNetwork(golden);
    network.eval();
    torch::NoGradGuard noGrad;
    const auto logits = network.forward({golden.tensor("input")}).toTensor();
    QVERIFY2(largestDifference(logits, golden.tensor("logits")) < kForwardTolerance,
             std::to_string(largestDifference(logits, golden.tensor("logits"))).c_str());
  }

  void reportInTrainingModeEqualsPyTorch() {
    const GoldenNetwork golden;
    auto network =
        buildNetwork("resnet-transformer", {{"dropout", 0.0}}, kReportMels, kReportClasses);
    golden.copyInto(network);
    network.train();
    torch::NoGradGuard noGrad;
    const auto logits = network.forward({golden.tensor("input")}).toTensor();
    QVERIFY(largestDifference(logits, golden.tensor("train_logits")) < kForwardTolerance);
    for (const auto& [name, entry] : golden.manifest().at("train_buffers").items()) {
      const auto buffer = GoldenNetwork::find(network, GoldenNetwork::scriptName(name));
      QVERIFY2(torch::allclose(buffer, golden.tensor(entry), 1e-4, 1e-4), name.c_str());
    }
  }

  void gradientsAndOneStepEqualPyTorch() {
    const GoldenNetwork golden;
    TrainingState state(goldenNetwork(golden), recipe("report", "resnet-transformer"));
    state.beginEvaluation();
    const auto network = state.network();
    const auto targets = torch::tensor(golden.manifest().at("targets").get<std::vector<int64_t>>());
    const auto logits = torch::jit::Module(network).forward({golden.tensor("input")}).toTensor();
    const auto loss = -torch::log_softmax(logits, 1).gather(1, targets.unsqueeze(1)).mean();
    QVERIFY(std::abs(loss.item<double>() - golden.manifest().at("loss").get<double>()) < 1e-5);
    loss.backward();

    std::map<std::string, torch::Tensor> before;
    for (const auto& [name, entry] : golden.manifest().at("gradients").items()) {
      const auto parameter = GoldenNetwork::find(network, GoldenNetwork::scriptName(name));
      const auto expected = golden.tensor(entry);
      const double scale = expected.abs().max().item<double>();
      QVERIFY2(largestDifference(parameter.grad(), expected) < 1e-4 * scale + 1e-7,
               (name + " " + std::to_string(largestDifference(parameter.grad(), expected) / scale))
                   .c_str());
      before[name] = parameter.detach().clone();
    }
    state.applyGradients(1e-3);
    for (const auto& [name, entry] : golden.manifest().at("adamw_changes").items()) {
      const auto parameter = GoldenNetwork::find(network, GoldenNetwork::scriptName(name));
      const auto change = parameter.detach() - before[name];
      // The first step divides each gradient by its own size: where it is nearly 0 (the keys' bias
      // has none in theory) rounding decides the step's sign.
      const auto gradient = golden.tensor(golden.manifest().at("gradients").at(name)).abs();
      const auto clear = gradient > 1e-4 * gradient.max();
      const auto difference = (change - golden.tensor(entry)).abs().masked_select(clear);
      QVERIFY2(difference.max().item<double>() < 2e-6, name.c_str());
    }
  }

  void gradientsReachEveryParameter_data() { everyArchitectureIsSmallAndAnswersInShape_data(); }
  void gradientsReachEveryParameter() {
    QFETCH(QString, name);
    torch::manual_seed(1);
    const auto& info = findArchitecture(name.toStdString());
    auto network = buildNetwork(info.name, {{"dropout", 0.0}}, info.features.nMels, 5);
    network.train();
    network.forward({torch::randn({4, 101, info.features.nMels})})
        .toTensor()
        .square()
        .sum()
        .backward();
    for (const auto& parameter : network.named_parameters()) {
      QVERIFY2(parameter.value.grad().defined(), parameter.name.c_str());
      QVERIFY2(parameter.value.grad().abs().sum().item<double>() > 0.0, parameter.name.c_str());
    }
  }

  void overfitsEightClips_data() { everyArchitectureIsSmallAndAnswersInShape_data(); }
  void overfitsEightClips() {
    QFETCH(QString, name);
    torch::manual_seed(3);
    TrainSettings settings = recipe("report", name.toStdString());
    settings.learningRate = 3e-3;
    const int nMels = settings.features.nMels;
    TrainingState state(buildNetwork(settings.architecture, {{"dropout", 0.0}}, nMels, 8),
                        settings);
    const auto clips = -40 + 15 * torch::randn({8, 60, nMels});
    const auto targets = torch::eye(8);
    double loss = 10.0;
    torch::Tensor logits;
    for (int step = 0; step < 300 && loss >= 0.05; ++step)
      loss = state.step(clips, targets, settings.learningRate, logits);
    QVERIFY2(loss < 0.05, std::to_string(loss).c_str());
  }

  void savesLoadsAndFreezesToTheSameOutput_data() {
    everyArchitectureIsSmallAndAnswersInShape_data();
  }
  void savesLoadsAndFreezesToTheSameOutput() {
    QFETCH(QString, name);
    const QTemporaryDir folder;
    const std::filesystem::path path = (folder.path() + "/m.pt").toStdString();
    const auto description = descriptionFor(name.toStdString(), 6);
    auto network = buildNetwork(name.toStdString(), {}, description.features.nMels, 6);
    network.eval();
    saveModelFile(network, description, path);
    QCOMPARE(readModelDescription(path).labels, description.labels);

    torch::NoGradGuard noGrad;
    const auto input = torch::randn({1, description.windowFrames(), description.features.nMels});
    const auto expected = network.forward({input}).toTensor();
    auto loaded = loadModelNetwork(path);
    QVERIFY(torch::equal(loaded.forward({input}).toTensor(), expected));
    auto frozen = torch::jit::freeze(loaded);
    QVERIFY(largestDifference(frozen.forward({input}).toTensor(), expected) < kForwardTolerance);
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
    QCOMPARE(second.load(path).at("epoch").get<int>(), 7);
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
    QVERIFY_EXCEPTION_THROWN(large.load(path), Error);
    QFile garbage(folder.path() + "/g.pt");
    QVERIFY(garbage.open(QIODevice::WriteOnly));
    garbage.write("not a checkpoint");
    garbage.close();
    QVERIFY_EXCEPTION_THROWN(large.load(garbage.fileName().toStdString()), Error);
  }

  void wrongSettingsAreRefusedInWords() {
    QVERIFY_EXCEPTION_THROWN(buildNetwork("perceptron", {}, 80, 3), Error);
    QVERIFY_EXCEPTION_THROWN(buildNetwork("resnet-transformer", {{"width", 3}}, 80, 3), Error);
    QVERIFY_EXCEPTION_THROWN(buildNetwork("resnet-transformer", {{"channels", "many"}}, 80, 3),
                             Error);
    QVERIFY_EXCEPTION_THROWN(buildNetwork("resnet-transformer", {{"heads", 5}}, 80, 3), Error);
    QVERIFY_EXCEPTION_THROWN(buildNetwork("inverted-residual", {{"channels", {32, 32}}}, 64, 3),
                             Error);
    QVERIFY_EXCEPTION_THROWN(buildNetwork("resnet-transformer", {}, 80, 0), Error);
  }
};

QTEST_GUILESS_MAIN(TestNetwork)
#include "test_network.moc"
