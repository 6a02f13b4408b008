// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QTest>
#include <fstream>
#include <functional>
#include <map>
#include <numeric>
#include <sstream>

#include <torch/csrc/jit/passes/tensorexpr_fuser.h>
#include <torch/script.h>

#include "core/inference/network_classifier.h"
#include "core/network/foreign_archive.h"
#include "core/network/foreign_network.h"
#include "core/network/model_file.h"
#include "core/network/script_module.h"

using namespace earwitness;
namespace fs = std::filesystem;

namespace {

fs::path bundledModel() {
  return fs::path(EARWITNESS_SOURCE_DIR) / "models/earwitness.pt";
}

std::string bytesOf(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace

class TestTorchSetup : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void everyNetworkTurnsTheFuserOff_data() {
    QTest::addColumn<QString>("origin");
    for (const char* origin : {"created", "model file", "bytes", "third-party file", "classifier"})
      QTest::newRow(origin) << QString(origin);
  }
  void everyNetworkTurnsTheFuserOff() {
    const std::map<QString, std::function<void()>> origins{
        {"created", [] { buildNetwork("cnn1d", {}, 64, 3); }},
        {"model file", [] { loadModelNetwork(bundledModel()); }},
        {"bytes",
         [] {
           std::istringstream archive(bytesOf(bundledModel()));
           loadNetwork(archive, "bundled");
         }},
        {"third-party file",
         [] {
           ForeignFile file = openForeignFile(bundledModel());
           loadForeignNetwork(file);
         }},
        {"classifier", [] { NetworkClassifier classifier(bundledModel()); }},
    };
    QFETCH(QString, origin);
    torch::jit::setTensorExprFuserEnabled(true);
    origins.at(origin)();
    QVERIFY(!torch::jit::tensorExprFuserEnabled());
  }

  // With the fuser of LibTorch 2.6 the second call never returned.
  void bundledModelsAnswerAgainAndAgain_data() {
    QTest::addColumn<QString>("file");
    int count = 0;
    for (const auto& entry : fs::directory_iterator(bundledModel().parent_path())) {
      if (entry.path().extension() != ".pt") continue;
      QTest::newRow(entry.path().stem().c_str()) << QString::fromStdString(entry.path().string());
      ++count;
    }
    QVERIFY(count >= 3);
  }
  void bundledModelsAnswerAgainAndAgain() {
    QFETCH(QString, file);
    NetworkClassifier classifier(file.toStdString());
    classifier.warmUp();
    std::vector<float> window = classifier.description().silentInput();
    std::vector<float> first(classifier.description().labels.size());
    classifier.classify(window, first);
    QVERIFY(std::abs(std::accumulate(first.begin(), first.end(), 0.0F) - 1.0F) < 1e-4F);
    for (int call = 0; call < 5; ++call) {
      std::vector<float> again(first.size());
      classifier.classify(window, again);
      QVERIFY(again == first);
    }
  }
};

QTEST_GUILESS_MAIN(TestTorchSetup)
#include "test_torch_setup.moc"
