// SPDX-License-Identifier: GPL-3.0-or-later
// Teachers that answer by a simple property of the sound, and students that must have heard it too.
#include <QTemporaryDir>
#include <QtTest>
#include <numeric>

#include <torch/script.h>

#include "core/network/model_file.h"
#include "core/network/script_module.h"
#include "core/training/batch_source.h"
#include "core/training/distillation_data.h"
#include "tests/unit/base/error_of.h"
#include "tests/unit/training/small_run.h"

using namespace earwitness;
namespace fs = std::filesystem;

namespace {

constexpr int kBands = 8;
constexpr int kRate = 16000;
constexpr int kVersions = 6;

/// A frequency in the middle of one of kBands equal parts of the mel scale up to 8 kHz.
double hzOf(int band) {
  const double highest = 2595.0 * std::log10(1.0 + 8000.0 / 700.0);
  return 700.0 * (std::pow(10.0, (band + 0.5) * highest / kBands / 2595.0) - 1.0);
}

std::vector<float> toneIn(int band, double seconds, double detune = 1.0) {
  return tone(hzOf(band) * detune, kRate, size_t(seconds * kRate), 0.3);
}

/// Answers with the power in each band, dB. Its features are not the student's: another sample
/// rate, fewer mel bands, windows of half a second.
void writeLoudestBand(const fs::path& file, std::vector<std::string> labels) {
  ModelDescription description;
  description.name = "Loudest band";
  description.labels = std::move(labels);
  description.features.sampleRate = 22050;
  description.features.nMels = 64;
  description.windowSeconds = 0.5;
  description.hopSeconds = 0.5;
  description.thresholds.assign(description.labels.size(), 0.5F);
  description.card = {{"licence", "CC0"}};
  ScriptModule module("LoudestBand");
  const std::string size = std::to_string(64 / kBands);
  saveModelFile(module.define("def forward(self, x: Tensor) -> Tensor:\n"
                              "    power = torch.exp(x * 0.2302585).mean(1)\n"
                              "    bands = power.reshape(x.size(0), 8, " +
                              size +
                              ").sum(2)\n"
                              "    return 4.3429448 * torch.log(bands + 1e-12)\n"),
                description, file);
}

std::vector<std::string> bandNames() {
  std::vector<std::string> names;
  for (int band = 0; band < kBands; ++band) names.push_back("band " + std::to_string(band));
  return names;
}

int loudestOf(std::span<const float> values) {
  return int(std::max_element(values.begin(), values.end()) - values.begin());
}

/// Power in each band of a log-mel window (nFrames, nMels), dB.
std::vector<float> levelsOf(std::span<const float> window, int nMels) {
  std::vector<double> power(kBands, 1e-12);
  for (size_t i = 0; i < window.size(); ++i)
    power[i % size_t(nMels) / size_t(nMels / kBands)] +=
        std::pow(10.0, double(window[i]) / 10.0) * nMels / double(window.size());
  std::vector<float> levels;
  for (const double value : power) levels.push_back(float(10.0 * std::log10(value)));
  return levels;
}

/// How far the loudest is above the others.
float marginOf(std::vector<float> levels) {
  std::sort(levels.begin(), levels.end());
  return levels[levels.size() - 1] - levels[levels.size() - 2];
}

}  // namespace

class TestDistillationPool : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void initTestCase() {
    for (int band = 0; band < kBands; ++band)
      for (int i = 0; i < 3; ++i)
        writeClip(path("set") / ("band " + std::to_string(band)) / (std::to_string(i) + ".wav"),
                  toneIn(band, 1.0, 1.0 + 0.01 * i));
    writeLoudestBand(path("teacher.pt"), bandNames());
    settings_ = smallSettings(path("set"));
    settings_.windowSeconds = 1.0;
    settings_.threads = 2;
    settings_.distillation.teachers = {path("teacher.pt")};
    settings_.distillation.versions = kVersions;
    dataSet_ = scanDataSet(path("set"));
    store_ = std::make_unique<FeatureStore>(
        FeatureStore::open(dataSet_, storeRequest(settings_, path("cache"), nullptr)));
  }

  /// The loudest band of what the student sees is the one that the teacher answers with.
  void teacherAndStudentHearTheSame() {
    const DistillationPool pool = poolOf(settings_);
    QCOMPARE(pool.items().size(), size_t(3 * kBands));
    int clear = 0, agreed = 0, agreedByChance = 0, changed = 0;
    for (size_t item = 0; item < pool.items().size(); ++item)
      for (int version = 0; version < kVersions; ++version) {
        const auto levels = levelsOf(pool.window(item, version), settings_.features.nMels);
        changed += loudestOf(levels) != loudestOf(pool.answers(item, 0));
        if (marginOf(levels) < 3.0F) continue;
        ++clear;
        agreed += loudestOf(levels) == loudestOf(pool.answers(item, version));
        const size_t another = (item + 3) % pool.items().size();
        agreedByChance += loudestOf(levels) == loudestOf(pool.answers(another, version));
      }
    QVERIFY2(clear > 100, qPrintable(QString::number(clear)));
    QCOMPARE(agreed, clear);
    QVERIFY(agreedByChance < clear / 3);
    // Some mixtures are louder in another band than their clip: the answers are the mixture's.
    QVERIFY2(changed > 0, qPrintable(QString::number(changed)));
  }

  void theFirstVersionIsTheClip() {
    const DistillationPool pool = poolOf(settings_);
    for (size_t item = 0; item < pool.items().size(); ++item) {
      const auto window = store_->window(item);
      QVERIFY(std::ranges::equal(pool.window(item, 0), window));
      QCOMPARE(pool.mixture(item, 0).ownShare, 1.0F);
      for (int version = 1; version < kVersions; ++version) {
        QCOMPARE(pool.window(item, version).size(), window.size());
        QVERIFY(!std::ranges::equal(pool.window(item, version), window));
      }
    }
  }

  /// A second pool asks nobody; one with more versions asks for those alone; another number of
  /// threads changes nothing.
  void poolsAreReused() {
    const DistillationPool first = poolOf(settings_);
    size_t asked = 0;
    const DistillationPool second = poolOf(settings_, "cache", &asked, "/nowhere");
    QVERIFY(second.reused() && asked == 0);
    QCOMPARE(second.fingerprint(), first.fingerprint());
    TrainSettings other = settings_;
    other.distillation.versions = kVersions + 1;
    other.distillation.temperature = 3.0;
    const DistillationPool more = poolOf(other, "cache", &asked);
    QCOMPARE(asked, first.items().size());
    QVERIFY(!more.reused() && more.fingerprint() != first.fingerprint());
    other = settings_;
    other.threads = 1;
    const DistillationPool fresh = poolOf(other, "fresh");
    for (size_t item = 0; item < first.items().size(); ++item)
      for (int version = 0; version < kVersions; ++version) {
        QVERIFY(std::ranges::equal(first.window(item, version), fresh.window(item, version)));
        QVERIFY(std::ranges::equal(first.answers(item, version), fresh.answers(item, version)));
        QVERIFY(std::ranges::equal(first.window(item, version), more.window(item, version)));
      }
    other.split.seed = 5;
    QVERIFY(poolOf(other, "fresh").fingerprint() != first.fingerprint());
  }

  void interruptedWorkIsKept() {
    std::atomic<bool> stop = false;
    DistillationTeachers teachers(settings_.distillation.teachers, dataSet_.labels, confinement());
    const auto build = [&](const std::function<void(size_t, size_t)>& onProgress) {
      DistillationPool(
          {source()}, teachers, settings_,
          {.cacheFolder = path("broken off"), .onProgress = onProgress, .stop = &stop});
    };
    const size_t all = dataSet_.clips.size() * kVersions;
    QVERIFY_THROWS_EXCEPTION(Stopped, build([&stop](size_t done, size_t) {
                               if (done >= 40) stop = true;
                             }));
    stop = false;
    size_t left = 0;
    build([&left](size_t, size_t total) { left = total; });
    QVERIFY2(left > 0 && left <= all - 40, qPrintable(QString::number(left)));
  }

  /// A teacher whose windows are shorter hears several, and the mean of its answers counts.
  void shorterWindowsAreAveraged() {
    DistillationTeachers teachers({path("teacher.pt")}, bandNames(), confinement());
    teachers.open();
    std::vector<float> sound = toneIn(1, 0.5);
    const std::vector<float> second = toneIn(6, 0.5);
    sound.insert(sound.end(), second.begin(), second.end());
    const std::vector<float> answer = teachers.hear(0, sound, kRate);
    QVERIFY2(std::abs(answer[1] - 0.5F) < 0.05F && std::abs(answer[6] - 0.5F) < 0.05F,
             qPrintable(QString("%1 %2").arg(answer[1]).arg(answer[6])));
    QVERIFY(teachers.hear(0, second, kRate)[6] > 0.95F);
  }

  /// A long clip has windows of its own, of which the last one ends with the clip.
  void windowsOfLongClips() {
    std::vector<float> sound = toneIn(1, 1.0);
    for (const auto& part : {toneIn(3, 0.9), toneIn(6, 1.0)})
      sound.insert(sound.end(), part.begin(), part.end());
    writeClip(path("long") / "band 1" / "a.wav", sound);
    writeClip(path("long") / "band 2" / "b.wav", toneIn(2, 0.4));  // shorter than a window
    DataSet dataSet = scanDataSet(path("long"));
    const FeatureStore store =
        FeatureStore::open(dataSet, storeRequest(settings_, path("cache"), nullptr));
    TrainSettings settings = settings_;
    settings.distillation.temperature = 1.0;
    DistillationTeachers teachers(settings.distillation.teachers, bandNames(), confinement());
    const DistillationPool pool({{.dataSet = &dataSet, .store = &store, .clips = {0, 1}}}, teachers,
                                settings, {.cacheFolder = path("cache")});
    QCOMPARE(pool.items().size(), size_t(4));
    const int expected[] = {1, 3, 6, 2};
    for (size_t item = 0; item < 4; ++item) {
      QCOMPARE(loudestOf(pool.answers(item, 0)), expected[item]);
      QVERIFY2(pool.answers(item, 0)[size_t(expected[item])] > 0.5F,
               qPrintable(QString::number(item)));
    }
  }

  /// An epoch has each window in one of its versions, with the answer to that version; which one
  /// depends on seed, epoch and place alone.
  void batchesAreVersions() {
    const DistillationPool pool = poolOf(settings_);
    std::map<std::vector<float>, std::vector<float>> answers;
    for (size_t item = 0; item < pool.items().size(); ++item)
      for (int version = 0; version < kVersions; ++version) {
        const auto window = pool.window(item, version);
        const auto answer = pool.answers(item, version);
        answers[{window.begin(), window.end()}] = {answer.begin(), answer.end()};
      }
    const BatchSource::Settings wanted{.batchSize = 8, .seed = 3, .answerShare = 0.7};
    BatchSource::Settings threaded = wanted;
    threaded.threads = 3;
    BatchSource one(dataSet_, *store_, clips(), settings_.features, wanted, &pool);
    BatchSource many(dataSet_, *store_, clips(), settings_.features, threaded, &pool);
    std::set<std::vector<float>> seen;
    for (int epoch = 0; epoch < 3; ++epoch) {
      one.startEpoch(epoch);
      many.startEpoch(epoch);
      for (long step = 0; step < one.stepsPerEpoch(); ++step) {
        const Batch batch = one.next();
        const Batch same = many.next();
        QVERIFY(batch.logMel == same.logMel && batch.answers == same.answers &&
                batch.targets == same.targets);
        const size_t values = batch.logMel.size() / batch.size;
        for (size_t i = 0; i < batch.size; ++i) {
          const auto begin = batch.logMel.begin() + long(i * values);
          const std::vector<float> window(begin, begin + long(values));
          QVERIFY(answers.contains(window));
          seen.insert(window);
          for (size_t band = 0; band < kBands; ++band) {
            QVERIFY(std::abs(batch.answers[i * kBands + band] - answers[window][band]) < 1e-6F);
            QVERIFY(std::abs(batch.answerWeights[i * kBands + band] - 0.7F) < 1e-6F);
            QVERIFY(std::abs(batch.targetWeights[i * kBands + band] - 0.3F) < 1e-6F);
          }
        }
      }
    }
    QVERIFY(seen.size() > pool.items().size() * 2);
  }

  /// The run's own mixing mixes answers by the same shares as labels.
  void mixedAnswers() {
    const DistillationPool pool = poolOf(settings_);
    const BatchSource::Settings wanted{
        .augmentation = augmentationFromText("between-class:probability=1"),
        .batchSize = 24,
        .answerShare = 0.5};
    BatchSource source(dataSet_, *store_, clips(), settings_.features, wanted, &pool);
    source.startEpoch(0);
    const Batch batch = source.next();
    int soft = 0;
    for (size_t i = 0; i < batch.size; ++i) {
      const auto row = [&](const std::vector<float>& values) {
        return std::span(values).subspan(i * kBands, kBands);
      };
      const auto sumOf = [](std::span<const float> values) {
        return std::accumulate(values.begin(), values.end(), 0.0F);
      };
      QVERIFY(std::abs(sumOf(row(batch.targets)) - 1.0F) < 1e-5F);
      QVERIFY(std::abs(sumOf(row(batch.answers)) - 1.0F) < 1e-5F);
      soft += *std::ranges::max_element(row(batch.targets)) < 0.95F;
    }
    QVERIFY(soft > 8);
  }

  /// Without a label the answers count alone; a label that no teacher knows counts alone.
  void whoCounts() {
    writeLoudestBand(path("stranger.pt"), [] {
      std::vector<std::string> names = bandNames();
      names[2] = "something else";
      return names;
    }());
    for (int band = 0; band < kBands; ++band)
      writeClip(path("unlabelled") / (std::to_string(band) + ".wav"), toneIn(band, 1.0, 1.05));
    DataSet unlabelled = listUnlabelled(path("unlabelled"));
    const FeatureStore store =
        FeatureStore::open(unlabelled, storeRequest(settings_, path("cache"), nullptr));
    TrainSettings settings = settings_;
    settings.distillation.versions = 1;
    DistillationTeachers teachers({path("stranger.pt")}, dataSet_.labels, confinement());
    QVERIFY(teachers.warning().english().find("'band 2'") != std::string::npos);
    std::vector<int> others(unlabelled.clips.size());
    std::iota(others.begin(), others.end(), 0);
    const DistillationPool pool(
        {source(), {.dataSet = &unlabelled, .store = &store, .clips = others, .labelled = false}},
        teachers, settings, {.cacheFolder = path("cache")});
    for (const bool multi : {false, true}) {
      BatchSource batches(dataSet_, *store_, clips(), settings_.features,
                          {.batchSize = 32, .multiLabel = multi, .answerShare = 0.75}, &pool);
      batches.startEpoch(0);
      QCOMPARE(batches.stepsPerEpoch(), 1L);
      QCOMPARE(batches.windowsPerLabel(), std::vector<long>(kBands, 3));
      const Batch batch = batches.next();
      std::map<std::pair<float, float>, int> weights;  // of the answers to band 0, of its target
      for (size_t i = 0; i < batch.size; ++i) {
        ++weights[{batch.answerWeights[i * kBands], batch.targetWeights[i * kBands]}];
        // No teacher answers to it.
        QCOMPARE(batch.answerWeights[i * kBands + 2], 0.0F);
      }
      QCOMPARE(weights[std::pair(1.0F, 0.0F)], kBands);  // without a label
      const int known = weights[std::pair(0.75F, 0.25F)];
      QCOMPARE(known, multi ? 3 * kBands : 3 * (kBands - 1));
      if (!multi) QCOMPARE(weights[std::pair(0.0F, 1.0F)], 3);
    }
  }

  void whatIsInTheLabelledSetIsLeftOut() {
    const fs::path folder = path("doubles");
    fs::create_directories(folder);
    fs::copy_file(dataSet_.clips[0].path, folder / "the same.wav");
    fs::create_symlink(dataSet_.clips[5].path, folder / "link.wav");
    writeClip(folder / "new.wav", toneIn(4, 1.0, 1.07));
    TrainSettings settings = settings_;
    settings.distillation.data = {folder};
    Journal journal(path("journal.jsonl"), false, [](const nlohmann::json&) {});
    TrainingData data =
        prepareTrainingData(settings, {.folder = {}, .cacheFolder = path("cache")}, {}, journal);
    const DistillationData made = prepareDistillation(
        settings, data, {.folder = {}, .cacheFolder = path("cache"), .confinement = confinement()},
        {}, journal);
    QCOMPARE(made.unlabelled.at(0)->clips.size(), size_t(1));
    QCOMPARE(made.pool->items().size(), data.split.training.size() + 1);
    QVERIFY(std::any_of(data.warnings.begin(), data.warnings.end(), [](const Message& warning) {
      return warning.english().starts_with("2 files");
    }));
    QCOMPARE(data.teachers.at(0).at("licence").get<std::string>(), std::string("CC0"));
    settings.distillation.data = {path("no such folder")};
    const QString text = errorOf([&] { prepareDistillation(settings, data, {}, {}, journal); });
    QVERIFY2(isSentence(text) && text.contains("no such folder"), qPrintable(text));
  }

 private:
  fs::path path(const char* name) const { return fs::path(directory_.path().toStdString()) / name; }
  static Confinement confinement(const fs::path& program = EARWITNESS_CLI) {
    return {.program = program};
  }
  std::vector<int> clips() const {
    std::vector<int> all(dataSet_.clips.size());
    std::iota(all.begin(), all.end(), 0);
    return all;
  }
  DistillationPool::Source source() const {
    return {.dataSet = &dataSet_, .store = store_.get(), .clips = clips()};
  }
  DistillationPool poolOf(const TrainSettings& settings, const char* cache = "cache",
                          size_t* asked = nullptr, const fs::path& program = EARWITNESS_CLI) const {
    DistillationTeachers teachers(settings.distillation.teachers, dataSet_.labels,
                                  confinement(program));
    return DistillationPool({source()}, teachers, settings,
                            {.cacheFolder = path(cache), .onProgress = [asked](size_t, size_t all) {
                               if (asked != nullptr) *asked = all;
                             }});
  }

  QTemporaryDir directory_;
  TrainSettings settings_;
  DataSet dataSet_;
  std::unique_ptr<FeatureStore> store_;
};

QTEST_GUILESS_MAIN(TestDistillationPool)
#include "test_distillation_pool.moc"
