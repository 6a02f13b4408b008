// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/batch_source.h"

#include <algorithm>
#include <numeric>

#include "core/data/draw.h"

namespace earwitness {
namespace {

constexpr long kBatchesAhead = 4;

/// An independent generator for a place in the run (the finaliser of splitmix64 over the parts).
Augmenter::Random randomAt(uint64_t seed, uint64_t epoch, uint64_t place) {
  uint64_t state = seed;
  for (uint64_t part : {epoch + 1, place + 1}) {
    state += 0x9e3779b97f4a7c15ULL * part;
    state = (state ^ (state >> 30)) * 0xbf58476d1ce4e5b9ULL;
    state = (state ^ (state >> 27)) * 0x94d049bb133111ebULL;
    state ^= state >> 31;
  }
  return Augmenter::Random(state);
}

// Places beside those of the examples, which count from 0.
constexpr uint64_t kShuffle = ~uint64_t{1};
constexpr uint64_t kFirstBatch = uint64_t{1} << 62;

/// Of the row of targets, or of targets and answers, that begins at `row`.
int dominantLabel(const Batch& batch, size_t row, size_t nClasses) {
  const auto weightOf = [&](size_t at) {
    return batch.answers.empty() ? batch.targets[at]
                                 : batch.targets[at] * batch.targetWeights[at] +
                                       batch.answers[at] * batch.answerWeights[at];
  };
  size_t most = 0;
  for (size_t label = 1; label < nClasses; ++label)
    if (weightOf(row + label) > weightOf(row + most)) most = label;
  return int(most);
}

}  // namespace

BatchSource::BatchSource(const DataSet& dataSet, const FeatureStore& store, std::vector<int> clips,
                         const FeatureSettings& features, const Settings& settings,
                         const DistillationPool* pool)
    : dataSet_(dataSet),
      store_(store),
      settings_(settings),
      pool_(pool),
      augmenter_(settings.augmentation, features, store.windowFrames(), settings.seed) {
  for (int clip : clips)
    for (size_t window = 0; window < store.windowsOf(size_t(clip)); ++window)
      items_.push_back({size_t(clip), window});
  if (pool != nullptr) items_.resize(pool->items().size(), {kNoClip, 0});
}

BatchSource::~BatchSource() {
  stop();
}

void BatchSource::stop() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  changed_.notify_all();
  for (std::thread& thread : threads_) thread.join();
  threads_.clear();
  ready_.clear();
  stopping_ = false;
}

long BatchSource::stepsPerEpoch() const {
  const long size = settings_.batchSize;
  const long count = long(items_.size());
  return count / size + (count % size > 1 ? 1 : 0);
}

std::vector<long> BatchSource::windowsPerLabel() const {
  std::vector<long> count(dataSet_.labels.size());
  for (size_t item = 0; item < items_.size(); ++item)
    for (const int label : labelsOf(item)) ++count[size_t(label)];
  return count;
}

void BatchSource::startEpoch(int epoch, long firstStep) {
  stop();
  failure_ = nullptr;
  nextToMake_ = nextToTake_ = firstStep;
  order_ = orderOf(epoch);
  for (int i = 0; i < std::max(1, settings_.threads); ++i)
    threads_.emplace_back([this, epoch] {
      try {
        produce(epoch);
      } catch (...) {
        const std::lock_guard lock(mutex_);
        failure_ = std::current_exception();
        changed_.notify_all();
      }
    });
}

Batch BatchSource::next() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return ready_.contains(nextToTake_) || failure_; });
  if (!ready_.contains(nextToTake_)) std::rethrow_exception(failure_);
  Batch batch = std::move(ready_.extract(nextToTake_++).mapped());
  changed_.notify_all();
  return batch;
}

void BatchSource::produce(int epoch) {
  std::unique_lock lock(mutex_);
  while (true) {
    changed_.wait(lock, [this] {
      return stopping_ || failure_ || nextToMake_ >= stepsPerEpoch() ||
             nextToMake_ < nextToTake_ + kBatchesAhead;
    });
    if (stopping_ || failure_ || nextToMake_ >= stepsPerEpoch()) return;
    const long step = nextToMake_++;
    lock.unlock();
    Batch batch = make(epoch, step);
    lock.lock();
    ready_.emplace(step, std::move(batch));
    changed_.notify_all();
  }
}

std::vector<size_t> BatchSource::orderOf(int epoch) const {
  auto random = randomAt(settings_.seed, uint64_t(epoch), kShuffle);
  if (settings_.balanced) return balancedOrder(random);
  std::vector<size_t> order(items_.size());
  std::iota(order.begin(), order.end(), 0);
  shuffle(order, random);
  return order;
}

/// As many windows as there are, each class as often as any other; a class's windows come round in
/// turn, so that none is left out while another comes twice.
std::vector<size_t> BatchSource::balancedOrder(Augmenter::Random& random) const {
  std::vector<std::vector<size_t>> byLabel(dataSet_.labels.size() + 1);  // the last: without any
  for (size_t item = 0; item < items_.size(); ++item) {
    const std::vector<int> labels = labelsOf(item);
    for (const int label : labels) byLabel[size_t(label)].push_back(item);
    if (labels.empty()) byLabel.back().push_back(item);
  }
  std::erase_if(byLabel, [](const auto& items) { return items.empty(); });
  for (auto& items : byLabel) shuffle(items, random);
  std::vector<size_t> order;
  order.reserve(items_.size());
  for (size_t round = 0; order.size() < items_.size(); ++round)
    for (auto& items : byLabel)
      if (order.size() < items_.size()) order.push_back(items[round % items.size()]);
  shuffle(order, random);
  return order;
}

std::vector<int> BatchSource::labelsOf(size_t item) const {
  return isLabelled(item) ? dataSet_.clips[items_[item].clip].labels() : std::vector<int>();
}

/// The augmenter's label is the item, with a pool its version.
SourceWindow BatchSource::windowOf(size_t item, Augmenter::Random& random) const {
  if (pool_ == nullptr) return {store_.window(items_[item].clip, items_[item].window), int(item)};
  const int version = int(random() % uint64_t(pool_->versions()));
  return {pool_->window(item, version), int(item) * pool_->versions() + version};
}

std::vector<BatchSource::Part> BatchSource::partsOf(const LabelShares& windows) const {
  std::vector<Part> parts;
  for (size_t source = 0; source < windows.size(); ++source) {
    const auto& [window, share] = windows[source];
    if (pool_ == nullptr) {
      parts.push_back({size_t(window), share, source});
      continue;
    }
    const size_t item = size_t(window / pool_->versions());
    const auto [ownShare, other] = pool_->mixture(item, window % pool_->versions());
    parts.push_back({item, share * ownShare, source});
    if (ownShare < 1.0F) parts.push_back({other, share * (1.0F - ownShare), source});
  }
  return parts;
}

void BatchSource::setTarget(const std::vector<Part>& parts, std::span<float> target) const {
  const auto louder = std::max_element(
      parts.begin(), parts.end(), [](const Part& a, const Part& b) { return a.share < b.share; });
  for (const Part& part : parts)
    for (const int label : labelsOf(part.item)) {
      float& value = target[size_t(label)];
      value =
          settings_.multiLabel ? std::max(value, part.share / louder->share) : value + part.share;
    }
}

std::span<const float> BatchSource::answersTo(int window) const {
  return pool_->answers(size_t(window / pool_->versions()), window % pool_->versions());
}

bool BatchSource::knowsLabelsOf(size_t item) const {
  const std::vector<int> labels = labelsOf(item);
  return std::all_of(labels.begin(), labels.end(),
                     [this](int label) { return pool_->known()[size_t(label)]; });
}

void BatchSource::setAnswers(const LabelShares& windows, size_t example, Batch& batch) const {
  const std::vector<Part> parts = partsOf(windows);
  settings_.multiLabel ? setSeveralAnswers(parts, windows, example, batch)
                       : setSingleAnswers(parts, windows, example, batch);
}

/// Of a part with a label that no teacher knows the label alone counts, of one without a label the
/// answers alone.
void BatchSource::setSingleAnswers(const std::vector<Part>& parts, const LabelShares& windows,
                                   size_t example, Batch& batch) const {
  const size_t nClasses = dataSet_.labels.size();
  const size_t row = example * nClasses;
  std::vector<float> answered(windows.size(), 0.0F);
  float targetWeight = 0.0F;
  for (const Part& part : parts) {
    const float share = !isLabelled(part.item)     ? 1.0F
                        : knowsLabelsOf(part.item) ? float(settings_.answerShare)
                                                   : 0.0F;
    answered[part.source] += part.share * share;
    for (const int label : labelsOf(part.item)) {
      batch.targets[row + size_t(label)] += part.share * (1.0F - share);
      targetWeight += part.share * (1.0F - share);
    }
  }
  const float answerWeight = std::accumulate(answered.begin(), answered.end(), 0.0F);
  for (size_t source = 0; source < windows.size(); ++source) {
    const std::span<const float> answers = answersTo(windows[source].first);
    for (size_t label = 0; label < nClasses && answerWeight > 0.0F; ++label)
      batch.answers[row + label] += answered[source] / answerWeight * answers[label];
  }
  for (size_t label = 0; label < nClasses; ++label) {
    if (targetWeight > 0.0F) batch.targets[row + label] /= targetWeight;
    batch.targetWeights[row + label] = targetWeight;
    batch.answerWeights[row + label] = pool_->known()[label] ? answerWeight : 0.0F;
  }
}

void BatchSource::setSeveralAnswers(const std::vector<Part>& parts, const LabelShares& windows,
                                    size_t example, Batch& batch) const {
  const size_t nClasses = dataSet_.labels.size();
  const size_t row = example * nClasses;
  setTarget(parts, std::span(batch.targets).subspan(row, nClasses));
  float labelled = 0.0F;
  for (const Part& part : parts)
    if (isLabelled(part.item)) labelled += part.share;
  float louder = 0.0F;
  for (const auto& [window, share] : windows) louder = std::max(louder, share);
  for (const auto& [window, share] : windows) {
    const std::span<const float> answers = answersTo(window);
    for (size_t label = 0; label < nClasses; ++label) {
      float& answer = batch.answers[row + label];
      answer = std::max(answer, share / louder * answers[label]);
    }
  }
  const float byLabel = labelled * (1.0F - float(settings_.answerShare));
  for (size_t label = 0; label < nClasses; ++label) {
    const bool known = pool_->known()[label];
    batch.targetWeights[row + label] = known ? byLabel : labelled;
    batch.answerWeights[row + label] = known ? 1.0F - byLabel : 0.0F;
  }
}

Batch BatchSource::make(int epoch, long step) const {
  const auto seedEpoch = uint64_t(epoch);
  const size_t first = size_t(step) * size_t(settings_.batchSize);
  const size_t nClasses = dataSet_.labels.size();
  Batch batch;
  batch.size = std::min(size_t(settings_.batchSize), order_.size() - first);
  auto batchRandom = randomAt(settings_.seed, seedEpoch, kFirstBatch + uint64_t(step));
  batch.nFrames = augmenter_.drawFrames(batchRandom);
  const size_t values = size_t(batch.nFrames) * size_t(store_.nMels());
  batch.logMel.resize(batch.size * values);
  batch.targets.resize(batch.size * nClasses);
  if (pool_ != nullptr)
    for (auto* wanted : {&batch.answers, &batch.answerWeights, &batch.targetWeights})
      wanted->resize(batch.size * nClasses);
  const auto another = [this](Augmenter::Random& random) {
    const size_t item = order_[random() % order_.size()];
    return windowOf(item, random);
  };
  for (size_t i = 0; i < batch.size; ++i) {
    auto random = randomAt(settings_.seed, seedEpoch, first + i);
    const std::span<float> out(batch.logMel.data() + i * values, values);
    const SourceWindow source = windowOf(order_[first + i], random);
    const LabelShares windows = augmenter_.make(source, out, random, another);
    const auto target = std::span(batch.targets).subspan(i * nClasses, nClasses);
    if (pool_ == nullptr)
      setTarget(partsOf(windows), target);
    else
      setAnswers(windows, i, batch);
    batch.labels.push_back(dominantLabel(batch, i * nClasses, nClasses));
  }
  return batch;
}

}  // namespace earwitness
