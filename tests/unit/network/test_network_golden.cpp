// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <cmath>

#include <ATen/Parallel.h>
#include <torch/script.h>

#include "core/training/train_settings.h"
#include "core/training/training_state.h"
#include "tests/unit/network/golden_network.h"

using namespace earwitness;

namespace {

// Single precision through about 20 layers; logits are of the order of 1 to 10.
constexpr double kForwardTolerance = 2e-5;

std::string difference(const std::string& name, const torch::Tensor& a, const torch::Tensor& b) {
  return name + " differs by " + std::to_string(largestDifference(a, b));
}

}  // namespace

/// The architectures against the same networks written in python3-torch.
class TestNetworkGolden : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { at::set_num_threads(1); }

  void evaluationEqualsPyTorch_data() {
    QTest::addColumn<QString>("name");
    for (const char* name : {"network", "rotary", "learned", "cnn1d", "cnn2d", "crnn",
                             "transformer", "inverted-residual"})
      QTest::newRow(name) << name;
  }
  void evaluationEqualsPyTorch() {
    QFETCH(QString, name);
    const GoldenNetwork golden(name.toStdString());
    auto network = golden.network(0.1);
    QCOMPARE(parameterCount(network), golden.manifest().at("trainable_parameters").get<long>());
    network.eval();
    torch::NoGradGuard noGrad;
    const auto logits = network.forward({golden.tensor("input")}).toTensor();
    QVERIFY2(largestDifference(logits, golden.tensor("logits")) < kForwardTolerance,
             difference("logits", logits, golden.tensor("logits")).c_str());
  }

  void trainingModeEqualsPyTorch_data() { evaluationEqualsPyTorch_data(); }
  void trainingModeEqualsPyTorch() {
    QFETCH(QString, name);
    const GoldenNetwork golden(name.toStdString());
    auto network = golden.network(0.0);
    network.train();
    torch::NoGradGuard noGrad;
    const auto logits = network.forward({golden.tensor("input")}).toTensor();
    QVERIFY2(largestDifference(logits, golden.tensor("train_logits")) < kForwardTolerance,
             difference("logits", logits, golden.tensor("train_logits")).c_str());
    for (const auto& [buffer, entry] : golden.manifest().at("train_buffers").items()) {
      const auto value = GoldenNetwork::find(network, GoldenNetwork::scriptName(buffer));
      QVERIFY2(torch::allclose(value, golden.tensor(entry), 1e-4, 1e-4), buffer.c_str());
    }
  }

  void gradientsAndOneStepEqualPyTorch_data() { evaluationEqualsPyTorch_data(); }
  void gradientsAndOneStepEqualPyTorch() {
    QFETCH(QString, name);
    const GoldenNetwork golden(name.toStdString());
    TrainingState state(golden.network(0.1), recipe("report", golden.architecture()));
    state.beginEvaluation();
    const auto network = state.network();
    const auto targets = torch::tensor(golden.manifest().at("targets").get<std::vector<int64_t>>());
    const auto logits = torch::jit::Module(network).forward({golden.tensor("input")}).toTensor();
    const auto loss = -torch::log_softmax(logits, 1).gather(1, targets.unsqueeze(1)).mean();
    QVERIFY(std::abs(loss.item<double>() - golden.manifest().at("loss").get<double>()) < 1e-5);
    loss.backward();

    std::map<std::string, torch::Tensor> before;
    for (const auto& [key, entry] : golden.manifest().at("gradients").items()) {
      const auto parameter = GoldenNetwork::find(network, GoldenNetwork::scriptName(key));
      const auto expected = golden.tensor(entry);
      const double scale = expected.abs().max().item<double>();
      QVERIFY2(largestDifference(parameter.grad(), expected) < 1e-4 * scale + 1e-7,
               difference(key, parameter.grad(), expected).c_str());
      before[key] = parameter.detach().clone();
    }
    state.applyGradients(1e-3);
    for (const auto& [key, entry] : golden.manifest().at("adamw_changes").items()) {
      const auto parameter = GoldenNetwork::find(network, GoldenNetwork::scriptName(key));
      const auto change = parameter.detach() - before[key];
      // The first step divides each gradient by its own size: where it is nearly 0 (the keys' bias
      // has none in theory) rounding decides the step's sign.
      const auto gradient = golden.tensor(golden.manifest().at("gradients").at(key)).abs();
      const auto clear = gradient > 1e-4 * gradient.max();
      const auto off = (change - golden.tensor(entry)).abs().masked_select(clear);
      if (off.numel() == 0) continue;  // dead units
      QVERIFY2(off.max().item<double>() < 2e-6, key.c_str());
    }
  }
};

QTEST_GUILESS_MAIN(TestNetworkGolden)
#include "test_network_golden.moc"
