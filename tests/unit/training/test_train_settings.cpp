// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>
#include <cmath>
#include <numbers>

#include "core/runs/recipes.h"
#include "core/training/train_settings.h"
#include "tests/unit/base/error_of.h"

using namespace earwitness;

class TestTrainSettings : public QObject {
  Q_OBJECT

 private slots:
  /// torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=50) with lr 1e-3: what
  /// get_last_lr() gives in PyTorch 1.13 before the epoch's steps.
  void cosineIsTorchs_data() {
    QTest::addColumn<int>("epoch");
    QTest::addColumn<double>("expected");
    QTest::newRow("first") << 0 << 1e-3;
    QTest::newRow("second") << 1 << 0.0009990133642141358;
    QTest::newRow("tenth") << 10 << 0.0009045084971874737;
    QTest::newRow("half") << 25 << 0.0005;
    QTest::newRow("fortieth") << 40 << 9.549150281252636e-05;
    QTest::newRow("last") << 49 << 9.866357858642205e-07;
  }
  void cosineIsTorchs() {
    QFETCH(int, epoch);
    QFETCH(double, expected);
    const TrainSettings settings = recipe("report", "resnet-transformer");
    for (const long step : {0L, 5L, 9L})
      QVERIFY(std::abs(learningRateAt(settings, epoch, step, 10) - expected) < 1e-12);
  }

  void oneCycleRisesAndFalls() {
    TrainSettings settings;
    settings.schedule = "one-cycle";
    settings.epochs = 10;
    settings.learningRate = 0.5;
    settings.warmUp = 0.2;
    const auto at = [&](long step) {
      return learningRateAt(settings, int(step / 50), step % 50, 50);
    };
    QCOMPARE(at(0), 0.5 / 25.0);
    QCOMPARE(at(50), 0.5 * (1.0 + 1.0 / 25.0) / 2.0);
    QCOMPARE(at(100), 0.5);
    QVERIFY(std::abs(at(300) - 0.25) < 1e-5);
    QVERIFY(at(499) > 0.0 && at(499) < 1e-4);
    for (long step = 1; step < 500; ++step)
      QVERIFY(step <= 100 ? at(step) > at(step - 1) : at(step) < at(step - 1));
  }

  void oneCycleOfASingleStep() {
    TrainSettings settings;
    settings.schedule = "one-cycle";
    settings.epochs = 1;
    QVERIFY(std::isfinite(learningRateAt(settings, 0, 0, 1)));
    settings.warmUp = 0.0;
    QVERIFY(learningRateAt(settings, 0, 1, 2) > 0.0);
  }

  void constant() {
    TrainSettings settings;
    settings.schedule = "constant";
    QCOMPARE(learningRateAt(settings, 0, 0, 10), 1e-3);
    QCOMPARE(learningRateAt(settings, 49, 9, 10), 1e-3);
  }

  void theReportsRecipe() {
    const TrainSettings settings = recipe("report", "resnet-transformer");
    QCOMPARE(settings.epochs, 50);
    QCOMPARE(settings.batchSize, 32);
    QCOMPARE(settings.learningRate, 1e-3);
    QCOMPARE(settings.weightDecay, 1e-4);
    QCOMPARE(settings.schedule, std::string("cosine"));
    QVERIFY(settings.augmentation == augmentationFromText("frequency-mask:bands=15,count=1,mean=0;"
                                                          "time-mask:frames=100,count=1,mean=0"));
    QVERIFY(settings.features == FeatureSettings{});
    QVERIFY(!settings.decayWeightsOnly && !settings.bfloat16);
  }

  void everyRecipeIsValid() {
    for (const auto& [name, summary] : recipes())
      for (const char* architecture : {"resnet-transformer", "inverted-residual"}) {
        TrainSettings settings = recipe(name, architecture);
        QCOMPARE(settings.recipe, name);
        if (name == "head" || name == "fine-tune") {
          const QString problem = errorOf([&] { settings.validate(); });
          QVERIFY2(problem.contains(name.c_str()) && problem.contains("--init"),
                   qPrintable(problem));
          settings.initModel = "other.pt";
        }
        settings.validate();
        QVERIFY(!summary.empty());
        QCOMPARE(toJson(settings).at("architecture").get<std::string>(), std::string(architecture));
      }
    QVERIFY(isSentence(errorOf([] { recipe("weak", "resnet-transformer"); })));
    QVERIFY(isSentence(errorOf([] { recipe("report", "lenet"); })));
  }

  void settingsComeBackFromJson() {
    for (const auto& [name, summary] : recipes()) {
      TrainSettings settings = recipe(name, "inverted-residual");
      settings.data = {.root = "/sounds", .layout = Layout::Table, .columns = {.table = "t.csv"}};
      settings.split = {.trainingFolds = {1, 2}, .validationFolds = {4}, .seed = 7};
      settings.split.by = SplitRequest::By::Folds;
      settings.background = "auto";
      settings.architectureSettings = {{"dropout", 0.25}};
      settings.windowSeconds = 2.5;
      settings.initModel = "/models/other.pt";
      settings.patience = 9;
      settings.distillation = {.teachers = {"/models/a.pt", "/models/b, c.pt"},
                               .temperature = 3.5,
                               .share = 0.25,
                               .versions = 5,
                               .data = {"/more"}};
      settings.classBalance = "weights";
      settings.labelsPerClip = "multi";
      settings.seed = 123456789012345ULL;
      settings.threads = 3;
      settings.device = "cpu";
      const nlohmann::json json = toJson(settings);
      QCOMPARE(toJson(trainSettingsFromJson(json, "here")).dump(), json.dump());
      QCOMPARE(toJson(trainSettingsFromJson(nlohmann::json::parse(json.dump()), "here")).dump(),
               json.dump());
    }
  }

  void damagedSettings() {
    const nlohmann::json whole = toJson(recipe("strong", "inverted-residual"));
    for (const auto& [key, value] : whole.items()) {
      nlohmann::json without = whole;
      without.erase(key);
      if (key == "freeze" || key == "backbone_rate" || key == "keep_norms" ||
          key == "labels_per_clip" || key.starts_with("teacher")) {
        // Runs of earlier versions lack them.
        QVERIFY(toJson(trainSettingsFromJson(without, "a.json")) == whole);
        continue;
      }
      QString text = errorOf([&] { trainSettingsFromJson(without, "a.json"); });
      QVERIFY2(isSentence(text) && text.contains("a.json"), qPrintable(text));
      nlohmann::json wrong = whole;
      wrong[key] = nlohmann::json::array({nullptr});
      text = errorOf([&] { trainSettingsFromJson(wrong, "a.json"); });
      QVERIFY2(key == "architecture_settings" || isSentence(text), qPrintable(text));
    }
    QVERIFY(isSentence(errorOf([] { trainSettingsFromJson(nlohmann::json("x"), "a.json"); })));
    nlohmann::json newer = whole;
    newer["version"] = 99;
    QVERIFY(errorOf([&] { trainSettingsFromJson(newer, "a.json"); }).contains("99"));
  }

  void valuesOutOfRange_data() {
    QTest::addColumn<int>("which");
    for (int which = 0; which < 34; ++which) QTest::addRow("%d", which) << which;
  }
  void valuesOutOfRange() {
    QFETCH(int, which);
    TrainSettings settings;
    settings.validate();
    switch (which) {
      case 0:
        settings.epochs = 0;
        break;
      case 1:
        settings.batchSize = 1;
        break;
      case 2:
        settings.learningRate = 0.0;
        break;
      case 3:
        settings.learningRate = std::nan("");
        break;
      case 4:
        settings.weightDecay = -1.0;
        break;
      case 5:
        settings.schedule = "steps";
        break;
      case 6:
        settings.warmUp = 1.0;
        break;
      case 7:
        settings.labelSmoothing = 1.0;
        break;
      case 8:
        settings.averaging = -0.1;
        break;
      case 9:
        settings.windowSeconds = 0.05;
        break;
      case 10:
        settings.windowSeconds = 100.0;
        break;
      case 11:
        settings.features.nMels = 0;
        break;
      case 12:
        settings.classBalance = "fair";
        break;
      case 13:
        settings.background = "loud";
        break;
      case 14:
        settings.device = "tpu";
        break;
      case 15:
        settings.patience = -1;
        break;
      case 16:
        settings.freezeEpochs = 2;  // without a model to start from
        break;
      case 17:
        settings.freezeEpochs = -1;
        break;
      case 18:
        settings.freeze = "everything";
        break;
      case 19:
        settings.freeze = "backbone";  // without a model to start from
        break;
      case 20:  // embeddings cannot be augmented
        settings = recipe("strong", "inverted-residual");
        settings.initModel = "other.pt";
        settings.freeze = "backbone";
        break;
      case 21:
        settings.backboneRate = 0.0;
        break;
      case 22:
        settings.keepNorms = true;  // without a model to start from
        break;
      case 23:
        settings.gradientClip = -1.0;
        break;
      case 24:
        settings.averaging = 1.0;
        break;
      case 25:
        settings.labelsPerClip = "both";
        break;
      case 26:
        settings.split.validationFraction = 1.5;
        break;
      case 27:
        settings.distillation = {.teachers = {"a.pt"}, .temperature = 0.0, .data = {}};
        break;
      case 28:
        settings.distillation = {.teachers = {"a.pt"}, .share = 1.1, .data = {}};
        break;
      case 29:
        settings.distillation = {.teachers = {"a.pt"}, .share = std::nan(""), .data = {}};
        break;
      case 30:
        settings.distillation = {.teachers = {"a.pt"}, .versions = 0, .data = {}};
        break;
      case 31:
        settings.distillation.data = {"/more"};  // without a teacher
        break;
      case 32:  // embeddings cannot be augmented
        settings.initModel = "other.pt";
        settings.freeze = "backbone";
        settings.distillation.teachers = {"a.pt"};
        break;
      default:
        settings.split.validationFraction = -0.1;
        break;
    }
    const QString text = errorOf([&] { settings.validate(); });
    QVERIFY2(isSentence(text), qPrintable(text));
  }
};

QTEST_GUILESS_MAIN(TestTrainSettings)
#include "test_train_settings.moc"
