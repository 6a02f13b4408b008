// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <cmath>
#include <map>

#include <torch/script.h>

#include "core/network/script_module.h"
#include "core/network/torch_threads.h"
#include "core/network/transfer.h"
#include "core/training/training_state.h"
#include "tests/unit/base/error_of.h"

using namespace earwitness;

namespace {

constexpr int kMels = 64;
constexpr int kClasses = 3;

TrainSettings settings() {
  TrainSettings result = recipe("report", "inverted-residual");
  result.weightDecay = 0.1;
  return result;
}

torch::jit::Module network() {
  torch::manual_seed(5);
  return buildNetwork("inverted-residual",
                      {{"stem", {4}},
                       {"channels", {4, 6}},
                       {"expansions", {8, 8}},
                       {"strides", {{1, 1}, {2, 2}}},
                       {"dropout", 0.0}},
                      kMels, kClasses);
}

torch::Tensor input() {
  torch::manual_seed(6);
  return torch::randn({4, 50, kMels}) * 20 - 50;
}

/// Targets of labels 0, 0, 0 and 2.
torch::Tensor targets() {
  torch::Tensor result = torch::zeros({4, kClasses});
  for (long i = 0; i < 4; ++i) result[i][i < 3 ? 0 : 2] = 1.0;
  return result;
}

/// By its definition, one number after another.
double binaryLoss(const torch::Tensor& logits, const torch::Tensor& wanted,
                  const std::vector<double>& weights) {
  double sum = 0.0;
  double weight = 0.0;
  for (long clip = 0; clip < logits.size(0); ++clip)
    for (long label = 0; label < logits.size(1); ++label) {
      const double target = wanted[clip][label].item<double>();
      const double score = 1.0 / (1.0 + std::exp(-logits[clip][label].item<double>()));
      const double loss = -target * std::log(score) - (1.0 - target) * std::log(1.0 - score);
      sum += weights[size_t(label)] * loss;
      weight += weights[size_t(label)];
    }
  return sum / weight;
}

std::map<std::string, torch::Tensor> copiesOf(const torch::jit::Module& module) {
  std::map<std::string, torch::Tensor> result;
  for (const auto& parameter : module.named_parameters())
    result[parameter.name] = parameter.value.clone();
  for (const auto& buffer : module.named_buffers()) result[buffer.name] = buffer.value.clone();
  return result;
}

}  // namespace

class TestTrainingState : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() { useThreads(1); }

  /// torch.nn.CrossEntropyLoss(weight=w) with labels: sum of w[y] * loss over sum of w[y].
  void classWeightsAreTorchs() {
    TrainingState state(network(), settings());
    state.setClassWeights({0.25F, 7.0F, 2.0F});
    torch::Tensor logits;
    const double loss = state.step(input(), targets(), 1e-3, logits);
    const torch::Tensor each = -(targets() * torch::log_softmax(logits, 1)).sum(1);
    const torch::Tensor weights = torch::tensor({0.25F, 0.25F, 0.25F, 2.0F});
    const double expected = ((each * weights).sum() / weights.sum()).item<double>();
    QVERIFY(std::abs(loss - expected) < 1e-6);
    QVERIFY(std::abs(loss - each.mean().item<double>()) > 1e-3);
  }

  void labelSmoothingIsTorchs() {
    TrainSettings smooth = settings();
    smooth.labelSmoothing = 0.1;
    TrainingState state(network(), smooth);
    torch::Tensor logits;
    const double loss = state.step(input(), targets(), 1e-3, logits);
    const torch::Tensor wanted = targets() * 0.9 + 0.1 / kClasses;
    const double expected = -(wanted * torch::log_softmax(logits, 1)).sum(1).mean().item<double>();
    QVERIFY(std::abs(loss - expected) < 1e-6);
  }

  /// With several labels per clip each class is a question of its own.
  void severalLabelsHaveBinaryCrossEntropy() {
    TrainSettings several = settings();
    several.labelsPerClip = "multi";
    torch::Tensor wanted = targets();
    wanted[0][1] = 1.0;   // a clip with two labels
    wanted[3][2] = 0.25;  // and one with a softer one
    torch::Tensor logits;
    const double plain = TrainingState(network(), several).step(input(), wanted, 1e-3, logits);
    QVERIFY(std::abs(plain - binaryLoss(logits, wanted, {1.0, 1.0, 1.0})) < 1e-6);

    TrainingState weighted(network(), several);
    weighted.setClassWeights({0.25F, 7.0F, 2.0F});
    const double loss = weighted.step(input(), wanted, 1e-3, logits);
    QVERIFY(std::abs(loss - binaryLoss(logits, wanted, {0.25, 7.0, 2.0})) < 1e-6);

    several.labelSmoothing = 0.1;
    const double smooth = TrainingState(network(), several).step(input(), wanted, 1e-3, logits);
    QVERIFY(std::abs(smooth - binaryLoss(logits, wanted * 0.9 + 0.05, {1.0, 1.0, 1.0})) < 1e-6);
    QVERIFY(std::abs(smooth - plain) > 1e-4);
  }

  /// Against the definition of Kullback and Leibler, over the classes whose answers count.
  void divergenceOfDistributions() {
    const torch::Tensor logits = torch::tensor({{1.0F, -2.0F, 0.5F}, {3.0F, 0.0F, 1.0F}});
    const TeacherTargets teacher{
        .answers = torch::tensor({{0.75F, 0.25F, 0.0F}, {0.2F, 0.3F, 0.5F}}),
        .answerWeights = torch::tensor({{0.7F, 0.7F, 0.0F}, {0.7F, 0.7F, 0.7F}}),
        .targetWeights = torch::full({2, 3}, 0.3F)};
    constexpr double kT = 2.0;
    const torch::Tensor made = softmaxDivergence(logits, teacher, kT);
    const double sums[] = {std::exp(0.5) + std::exp(-1.0),
                           std::exp(1.5) + std::exp(0.0) + std::exp(0.5)};
    for (long row = 0; row < 2; ++row) {
      double expected = 0.0;
      for (long label = 0; label < 3; ++label) {
        const double answer = teacher.answers[row][label].item<double>();
        const double own = std::exp(logits[row][label].item<double>() / kT) / sums[row];
        if (answer > 0.0) expected += answer * std::log(answer / own);
      }
      QVERIFY(std::abs(made[row].item<double>() - kT * kT * expected) < 1e-5);
    }
    // Nothing diverges from itself.
    const TeacherTargets same{.answers = torch::softmax(logits / kT, 1),
                              .answerWeights = torch::ones({2, 3}),
                              .targetWeights = torch::zeros({2, 3})};
    QVERIFY(softmaxDivergence(logits, same, kT).abs().max().item<double>() < 1e-5);
  }

  void divergenceOfEachClass() {
    const torch::Tensor logits = torch::tensor({{1.0F, -2.0F}});
    const TeacherTargets teacher{.answers = torch::tensor({{0.9F, 0.0F}}),
                                 .answerWeights = torch::ones({1, 2}),
                                 .targetWeights = torch::zeros({1, 2})};
    constexpr double kT = 3.0;
    const torch::Tensor made = binaryDivergence(logits, teacher, kT);
    const auto own = [](double logit) { return 1.0 / (1.0 + std::exp(-logit / kT)); };
    const double first = 0.9 * std::log(0.9 / own(1.0)) + 0.1 * std::log(0.1 / (1.0 - own(1.0)));
    QVERIFY(std::abs(made[0][0].item<double>() - kT * kT * first) < 1e-4);
    QVERIFY(std::abs(made[0][1].item<double>() + kT * kT * std::log(1.0 - own(-2.0))) < 1e-4);
  }

  /// Target and answer count as their weights say; a weight of 0 leaves the answer out.
  void answersAreAddedToTheLoss_data() {
    QTest::addColumn<QString>("labels");
    QTest::newRow("one label") << "single";
    QTest::newRow("several labels") << "multi";
  }
  void answersAreAddedToTheLoss() {
    QFETCH(QString, labels);
    TrainSettings taught = settings();
    taught.labelsPerClip = labels.toStdString();
    taught.distillation.temperature = 2.0;
    torch::manual_seed(7);
    const torch::Tensor answers = torch::softmax(torch::randn({4, kClasses}), 1);
    const auto lossWith = [&](double share, const torch::Tensor& given, torch::Tensor& logits) {
      const TeacherTargets teacher{.answers = answers,
                                   .answerWeights = torch::full({4, kClasses}, share),
                                   .targetWeights = torch::full({4, kClasses}, 1.0 - share)};
      return TrainingState(network(), taught).step(input(), given, 1e-3, logits, &teacher);
    };
    torch::Tensor logits, again;
    const double plain = TrainingState(network(), taught).step(input(), targets(), 1e-3, logits);
    QVERIFY(std::abs(lossWith(0.0, targets(), again) - plain) < 1e-6);
    const TeacherTargets all{.answers = answers,
                             .answerWeights = torch::ones({4, kClasses}),
                             .targetWeights = torch::zeros({4, kClasses})};
    const double divergence = (labels == "multi" ? binaryDivergence(logits, all, 2.0)
                                                 : softmaxDivergence(logits, all, 2.0))
                                  .mean()
                                  .item<double>();
    QVERIFY(std::abs(lossWith(1.0, torch::zeros({4, kClasses}), again) - divergence) < 1e-5);
    QVERIFY(std::abs(lossWith(0.7, targets(), again) - (0.7 * divergence + 0.3 * plain)) < 1e-5);
  }

  void frozenNothingButTheHeadMoves() {
    TrainingState state(network(), settings());
    state.freezeAllBut(headParameterNames());
    const auto before = copiesOf(state.network());
    torch::Tensor logits;
    for (int i = 0; i < 3; ++i) state.step(input(), targets(), 1e-2, logits);
    int moved = 0;
    for (const auto& [name, tensor] : copiesOf(state.network())) {
      const bool same = torch::equal(tensor, before.at(name));
      QVERIFY2(same != name.starts_with("head_"), name.c_str());
      moved += !same;
    }
    QCOMPARE(moved, 2);
    // Set free, everything moves.
    state.unfreeze();
    state.step(input(), targets(), 1e-2, logits);
    for (const auto& [name, tensor] : copiesOf(state.network()))
      QVERIFY2(!torch::equal(tensor, before.at(name)), name.c_str());
    QVERIFY(isSentence(errorOf([&] { state.freezeAllBut({"no such"}); })));
  }

  void theBackboneMovesLess() {
    TrainSettings slow = settings();
    slow.weightDecay = 0.0;
    TrainingState usual(network(), slow);
    slow.backboneRate = 0.01;
    TrainingState state(network(), slow);
    const auto before = copiesOf(state.network());
    torch::Tensor logits;
    usual.step(input(), targets(), 1e-2, logits);
    state.step(input(), targets(), 1e-2, logits);
    const auto expected = copiesOf(usual.network());
    for (const auto& parameter : state.network().named_parameters()) {
      const torch::Tensor moved = parameter.value - before.at(parameter.name);
      const torch::Tensor whole = expected.at(parameter.name) - before.at(parameter.name);
      const double share = parameter.name.starts_with("head_") ? 1.0 : 0.01;
      QVERIFY2(torch::allclose(moved, whole * share, 1e-3, 1e-7), parameter.name.c_str());
    }
  }

  void keptNormsKeepTheirStatistics() {
    TrainSettings kept = settings();
    kept.initModel = "other.pt";
    kept.keepNorms = true;
    TrainingState state(network(), kept);
    const auto before = copiesOf(state.network());
    torch::Tensor logits;
    state.step(input(), targets(), 1e-2, logits);
    int buffers = 0;
    for (const auto& buffer : state.network().named_buffers()) {
      QVERIFY2(torch::equal(buffer.value, before.at(buffer.name)), buffer.name.c_str());
      ++buffers;
    }
    QVERIFY(buffers > 0);
    for (const auto& parameter : state.network().named_parameters())
      QVERIFY(!torch::equal(parameter.value, before.at(parameter.name)));
  }

  void clippingBoundsTheGradient() {
    TrainSettings clipped = settings();
    clipped.gradientClip = 1e-12;  // far below AdamW's epsilon: hardly a step
    clipped.weightDecay = 0.0;
    TrainingState state(network(), clipped);
    const auto before = copiesOf(state.network());
    torch::Tensor logits;
    state.step(input(), targets(), 1e-2, logits);
    for (const auto& parameter : state.network().named_parameters())
      QVERIFY((parameter.value - before.at(parameter.name)).abs().max().item<double>() < 1e-5);
  }
};

QTEST_GUILESS_MAIN(TestTrainingState)
#include "test_training_state.moc"
