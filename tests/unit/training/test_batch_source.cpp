// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QtTest>
#include <map>
#include <numeric>
#include <set>

#include "core/training/batch_source.h"
#include "tests/unit/data/sound_sets.h"

using namespace earwitness;
namespace fs = std::filesystem;

class TestBatchSource : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    const fs::path root = fs::path(directory_.path().toStdString()) / "set";
    writeThreeClasses(root, 7, 0.3);
    writeClip(root / "noise" / "long.wav", noise(16000));  // three windows of 0.3 s, and a last one
    dataSet_ = scanDataSet(root);
    FeatureStore::Request request;
    request.windowSeconds = 0.3;
    request.cacheFolder = root / ".." / "cache";
    store_ = std::make_unique<FeatureStore>(FeatureStore::open(dataSet_, request));
    clips_.resize(dataSet_.clips.size());
    std::iota(clips_.begin(), clips_.end(), 0);
    size_t windows = 0;
    for (size_t clip = 0; clip < clips_.size(); ++clip) windows += store_->windowsOf(clip);
    QCOMPARE(windows, size_t(21 + 4));
  }

  void everyWindowOnceAnEpoch() {
    BatchSource source = sourceOf({}, 6);  // 25 windows: four batches, a single one is left over
    QCOMPARE(source.stepsPerEpoch(), 4L);
    BatchSource fives = sourceOf({}, 5);
    QCOMPARE(fives.stepsPerEpoch(), 5L);
    std::map<std::vector<float>, int> seen;
    for (const Batch& batch : epochOf(fives, 0)) {
      QCOMPARE(batch.size, size_t(5));
      for (size_t i = 0; i < batch.size; ++i) {
        ++seen[windowOf(batch, i)];
        QCOMPARE(batch.targets[i * 3 + size_t(batch.labels[i])], 1.0F);
      }
    }
    QCOMPARE(seen.size(), size_t(25));
    for (size_t clip = 0; clip < clips_.size(); ++clip)
      for (size_t window = 0; window < store_->windowsOf(clip); ++window) {
        const auto values = store_->window(clip, window);
        QCOMPARE(seen[std::vector<float>(values.begin(), values.end())], 1);
      }
  }

  void onlyTheClipsAskedFor() {
    BatchSource source(dataSet_, *store_, {0, 1, 2}, {}, {});
    QCOMPARE(source.stepsPerEpoch(), 1L);
    const Batch batch = epochOf(source, 0).at(0);
    QCOMPARE(batch.size, size_t(3));
    QVERIFY((batch.labels == std::vector<int>{0, 0, 0}));
    BatchSource one(dataSet_, *store_, {0}, {}, {});
    QCOMPARE(one.stepsPerEpoch(), 0L);
  }

  void seedAndEpochDecide() {
    BatchSource source = sourceOf(augmented(), 5, 3);
    BatchSource twin = sourceOf(augmented(), 5, 3);
    BatchSource other = sourceOf(augmented(), 5, 4);
    const auto first = valuesOf(epochOf(source, 0));
    const auto second = valuesOf(epochOf(source, 1));
    QVERIFY(first != second);
    // In another order, and after an epoch that was broken off.
    twin.startEpoch(7);
    twin.next();
    QVERIFY(valuesOf(epochOf(twin, 1)) == second);
    QVERIFY(valuesOf(epochOf(twin, 0)) == first);
    QVERIFY(valuesOf(epochOf(other, 0)) != first);
  }

  void theOrderChangesFromEpochToEpoch() {
    BatchSource source = sourceOf({}, 25);
    const Batch first = epochOf(source, 0).at(0);
    const Batch second = epochOf(source, 1).at(0);
    QVERIFY(first.logMel != second.logMel);
    QVERIFY(first.labels != second.labels);
  }

  void threadsChangeNothing() {
    BatchSource one = sourceOf(augmented(), 2);
    BatchSource many = sourceOf(augmented(), 2, 1, 4);
    for (int epoch = 0; epoch < 5; ++epoch)
      QVERIFY(valuesOf(epochOf(one, epoch)) == valuesOf(epochOf(many, epoch)));
  }

  void anEpochCanStartInItsMiddle() {
    BatchSource source = sourceOf(augmented(), 5);
    const auto whole = valuesOf(epochOf(source, 2));
    source.startEpoch(2, 3);
    std::vector<Batch> rest;
    for (long step = 3; step < source.stepsPerEpoch(); ++step) rest.push_back(source.next());
    QVERIFY(valuesOf(rest) == std::vector(whole.begin() + 6, whole.end()));
  }

  void cropsShortenWholeBatches() {
    BatchSource source =
        sourceOf(augmentationFromText("crop:shortest=0.2,longest=0.25,probability=0.5"), 5);
    std::set<long> lengths;
    for (int epoch = 0; epoch < 8; ++epoch)
      for (const Batch& batch : epochOf(source, epoch)) {
        QCOMPARE(batch.logMel.size(), batch.size * size_t(batch.nFrames) * size_t(store_->nMels()));
        lengths.insert(batch.nFrames);
      }
    QVERIFY(lengths.size() > 3 && *lengths.rbegin() == store_->windowFrames());
  }

  void balancedDrawsEachClassEquallyOften() {
    // 25 windows: nine of the first class, eight of each of the others.
    BatchSource source(dataSet_, *store_, clips_, {}, {.batchSize = 5, .balanced = true});
    QVERIFY((source.windowsPerLabel() == std::vector<long>{7, 11, 7}));
    std::vector<int> drawn(3);
    for (int epoch = 0; epoch < 3; ++epoch)
      for (const Batch& batch : epochOf(source, epoch))
        for (int label : batch.labels) ++drawn[size_t(label)];
    QVERIFY((drawn == std::vector<int>{27, 24, 24}) || (drawn == std::vector<int>{24, 27, 24}) ||
            (drawn == std::vector<int>{24, 24, 27}));
  }

  void targetsSumToOneAndNameTheDominantLabel() {
    BatchSource source = sourceOf(augmented(), 5);
    int mixed = 0;
    for (int epoch = 0; epoch < 4; ++epoch)
      for (const Batch& batch : epochOf(source, epoch))
        for (size_t i = 0; i < batch.size; ++i) {
          const float* target = batch.targets.data() + i * 3;
          QVERIFY(std::abs(target[0] + target[1] + target[2] - 1.0F) < 1e-6F);
          for (int label = 0; label < 3; ++label) {
            QVERIFY(target[label] >= 0.0F && target[label] <= target[batch.labels[i]]);
            mixed += target[label] > 0.01F && target[label] < 0.99F;
          }
        }
    QVERIFY(mixed > 20);
  }

  void severalLabelsAreTargetsOfOne() {
    const DataSet several = severalLabels();
    BatchSource source(several, *store_, clips_, {}, {.batchSize = 5, .multiLabel = true});
    QVERIFY((source.windowsPerLabel() == std::vector<long>{7, 18, 0}));
    std::map<std::vector<float>, int> rows;
    for (const Batch& batch : epochOf(source, 0))
      for (size_t i = 0; i < batch.size; ++i)
        ++rows[{batch.targets.begin() + long(i) * 3, batch.targets.begin() + long(i + 1) * 3}];
    QVERIFY((rows ==
             std::map<std::vector<float>, int>{{{0, 0, 0}, 7}, {{0, 1, 0}, 11}, {{1, 1, 0}, 7}}));
    // Each label equally often, and clips without one as often as those of a label.
    BatchSource balanced(several, *store_, clips_, {},
                         {.batchSize = 5, .balanced = true, .multiLabel = true});
    int without = 0;
    for (const Batch& batch : epochOf(balanced, 0))
      for (size_t i = 0; i < batch.size; ++i) without += batch.targets[i * 3 + 1] == 0.0F;
    QVERIFY(without == 8 || without == 9);
  }

  /// In a mixture the louder clip's labels are there in full.
  void mixturesOfSeveralLabels() {
    const DataSet several = severalLabels();
    BatchSource source(several, *store_, clips_, {},
                       {.augmentation = augmentationFromText("between-class:probability=1"),
                        .batchSize = 5,
                        .multiLabel = true});
    int full = 0;
    int partly = 0;
    for (int epoch = 0; epoch < 4; ++epoch)
      for (const Batch& batch : epochOf(source, epoch))
        for (size_t i = 0; i < batch.size; ++i) {
          const float* target = batch.targets.data() + i * 3;
          QVERIFY(target[0] >= 0.0F && target[0] <= target[1] && target[1] <= 1.0F);
          QCOMPARE(target[2], 0.0F);
          full += target[0] == 1.0F;
          partly += target[0] > 0.0F && target[0] < 1.0F;
        }
    QVERIFY(full > 10 && partly > 10);
  }

  void stoppingEarlyDoesNotHang() {
    for (int taken = 0; taken < 5; ++taken) {
      BatchSource source = sourceOf(augmented(), 2);
      source.startEpoch(0);
      for (int i = 0; i < taken; ++i) source.next();
    }
    BatchSource neverStarted = sourceOf({}, 2);
    BatchSource again = sourceOf({}, 2);
    again.startEpoch(0);
    again.startEpoch(1);
    QCOMPARE(again.next().size, size_t(2));
  }

 private:
  /// Labels 0 and 1 on each clip of the first class, none on the clips of the third.
  DataSet severalLabels() const {
    DataSet several = dataSet_;
    for (Clip& clip : several.clips) {
      if (clip.label == 0) clip.otherLabels = {1};
      if (clip.label == 2) clip.label = Clip::kNoLabel;
    }
    return several;
  }
  static AugmentationList augmented() {
    return augmentationFromText(
        "crop:shortest=0.2,longest=0.3; roll; gain; between-class:probability=0.7; frequency-mask");
  }
  BatchSource sourceOf(const AugmentationList& augmentation, int batchSize, uint64_t seed = 1,
                       int threads = 1) const {
    return BatchSource(
        dataSet_, *store_, clips_, {},
        {.augmentation = augmentation, .batchSize = batchSize, .seed = seed, .threads = threads});
  }
  static std::vector<Batch> epochOf(BatchSource& source, int epoch) {
    std::vector<Batch> batches;
    source.startEpoch(epoch);
    for (long step = 0; step < source.stepsPerEpoch(); ++step) batches.push_back(source.next());
    return batches;
  }
  static std::vector<std::vector<float>> valuesOf(const std::vector<Batch>& batches) {
    std::vector<std::vector<float>> values;
    for (const Batch& batch : batches) {
      values.push_back(batch.logMel);
      values.push_back(batch.targets);
    }
    return values;
  }
  std::vector<float> windowOf(const Batch& batch, size_t index) const {
    const long values = store_->windowFrames() * store_->nMels();
    const auto begin = batch.logMel.begin() + long(index) * values;
    return {begin, begin + values};
  }

  QTemporaryDir directory_;
  DataSet dataSet_;
  std::unique_ptr<FeatureStore> store_;
  std::vector<int> clips_;
};

QTEST_GUILESS_MAIN(TestBatchSource)
#include "test_batch_source.moc"
