// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <torch/script.h>

#include "core/network/architectures.h"
#include "core/network/script_module.h"
#include "core/network/transfer.h"

using namespace earwitness;

namespace {

using Labels = std::vector<std::string>;

torch::jit::Module network(const std::string& architecture, const nlohmann::json& settings,
                           size_t nClasses) {
  return buildNetwork(architecture, settings, 80, int(nClasses));
}

bool contains(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

class TestTransfer : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void everyArchitectureHasAHead_data() {
    QTest::addColumn<QString>("name");
    for (const auto& info : architectures())
      QTest::newRow(info.name.c_str()) << QString::fromStdString(info.name);
  }
  void everyArchitectureHasAHead() {
    QFETCH(QString, name);
    const auto tensors = tensorsOf(network(name.toStdString(), {}, 7));
    for (const std::string& head : headParameterNames()) {
      QVERIFY2(tensors.contains(head), head.c_str());
      QCOMPARE(tensors.at(head).size(0), 7L);
    }
  }

  void everythingFitsItsOwnKind_data() { everyArchitectureHasAHead_data(); }
  void everythingFitsItsOwnKind() {
    QFETCH(QString, name);
    const Labels fromLabels = {"bark", "rain", "siren"};
    const Labels toLabels = {"siren", "drill", "bark", "horn"};
    const auto from = network(name.toStdString(), {}, 3);
    torch::NoGradGuard noGrad;
    for (torch::Tensor buffer : from.buffers()) buffer.add_(0.5);  // as if it had been trained
    auto to = network(name.toStdString(), {}, 4);
    const auto given = tensorsOf(from);
    const torch::Tensor fresh = tensorsOf(to).at("head_weight").clone();

    const TransferReport report = transferWeights(tensorsOf(from), fromLabels, to, toLabels);
    QCOMPARE(report.labelsTaken, 2);
    QVERIFY(report.skipped.empty());
    QCOMPARE(report.taken.size(), given.size());
    for (const auto& [key, tensor] : tensorsOf(to))
      if (!contains(headParameterNames(), key))
        QVERIFY2(torch::equal(tensor, given.at(key)), key.c_str());
    const torch::Tensor head = tensorsOf(to).at("head_weight");
    QVERIFY(torch::equal(head[0], given.at("head_weight")[2]));
    QVERIFY(torch::equal(head[2], given.at("head_weight")[0]));
    QVERIFY(torch::equal(head[1], fresh[1]));
    QVERIFY(torch::equal(head[3], fresh[3]));
    const torch::Tensor bias = tensorsOf(to).at("head_bias");
    QVERIFY(torch::equal(bias[0], given.at("head_bias")[2]));
    // Copies, not views: training the new network leaves the old one alone.
    for (torch::Tensor parameter : to.parameters()) parameter.zero_();
    for (const auto& [key, tensor] : tensorsOf(from)) QVERIFY(torch::equal(tensor, given.at(key)));
    QVERIFY(given.at("head_weight").abs().sum().item<double>() > 0.0);
  }

  void whatDoesNotFitIsNamed() {
    const auto from = network("resnet-transformer", {}, 2);
    auto to = network("resnet-transformer", {{"feed_forward", 96}, {"layers", 2}}, 2);
    const auto before = tensorsOf(to).at("encoder0.linear1_weight").clone();
    const TransferReport report = transferWeights(tensorsOf(from), {"a", "b"}, to, {"c", "d"});
    QCOMPARE(report.labelsTaken, 0);
    for (const char* name : {"encoder0.linear1_weight", "encoder0.linear2_weight",
                             "encoder1.in_proj_weight", "head_weight", "head_bias"})
      QVERIFY2(contains(report.skipped, name) && !contains(report.taken, name), name);
    for (const char* name : {"block1.conv1_weight", "block1.norm1_mean", "encoder0.linear2_bias"})
      QVERIFY2(contains(report.taken, name) && !contains(report.skipped, name), name);
    QVERIFY(torch::equal(tensorsOf(to).at("encoder0.linear1_weight"), before));
  }

  void headsOfAnotherWidthStayFresh() {
    const auto from = network("cnn1d", {{"channels", {64, 64, 32}}}, 2);
    auto to = network("cnn1d", {}, 2);
    const auto fresh = tensorsOf(to);
    const auto weight = fresh.at("head_weight").clone();
    const auto bias = fresh.at("head_bias").clone();
    const TransferReport report = transferWeights(tensorsOf(from), {"a", "b"}, to, {"a", "b"});
    QCOMPARE(report.labelsTaken, 0);
    QVERIFY(contains(report.taken, "block0.conv1_weight"));
    QVERIFY(torch::equal(tensorsOf(to).at("head_weight"), weight));
    QVERIFY(torch::equal(tensorsOf(to).at("head_bias"), bias));
  }

  void labelsThatDoNotMatchTheirNetworkAreNotUsed() {
    const auto from = network("cnn1d", {}, 2);
    auto to = network("cnn1d", {}, 2);
    const TransferReport report = transferWeights(tensorsOf(from), {"a", "b", "c"}, to, {"a", "c"});
    QCOMPARE(report.labelsTaken, 0);
    QVERIFY(contains(report.skipped, "head_weight"));
  }
};

QTEST_GUILESS_MAIN(TestTransfer)
#include "test_transfer.moc"
