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

}  // namespace

BatchSource::BatchSource(const DataSet& dataSet, const FeatureStore& store, std::vector<int> clips,
                         const FeatureSettings& features, const Settings& settings)
    : dataSet_(dataSet),
      store_(store),
      settings_(settings),
      augmenter_(settings.augmentation, features, store.windowFrames(), settings.seed) {
  for (int clip : clips)
    for (size_t window = 0; window < store.windowsOf(size_t(clip)); ++window)
      items_.push_back({size_t(clip), window});
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
  for (const Item& item : items_)
    for (const int label : dataSet_.clips[item.clip].labels()) ++count[size_t(label)];
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
    const std::vector<int> labels = dataSet_.clips[items_[item].clip].labels();
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

SourceWindow BatchSource::windowOf(size_t item) const {
  const Item& place = items_[item];
  const Clip& clip = dataSet_.clips[place.clip];
  return {store_.window(place.clip, place.window), clip.label, clip.otherLabels};
}

void BatchSource::setTarget(const LabelShares& shares, float* target) const {
  if (!settings_.multiLabel) {
    for (const auto& [label, share] : shares) target[label] += share;
    return;
  }
  const auto louder =
      std::max_element(shares.begin(), shares.end(),
                       [](const auto& a, const auto& b) { return a.second < b.second; });
  for (const auto& [label, share] : shares)
    if (label != Clip::kNoLabel) target[label] = std::max(target[label], share / louder->second);
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
  const auto another = [this](Augmenter::Random& random) {
    return windowOf(order_[random() % order_.size()]);
  };
  for (size_t i = 0; i < batch.size; ++i) {
    auto random = randomAt(settings_.seed, seedEpoch, first + i);
    const std::span<float> out(batch.logMel.data() + i * values, values);
    float* target = batch.targets.data() + i * nClasses;
    setTarget(augmenter_.make(windowOf(order_[first + i]), out, random, another), target);
    batch.labels.push_back(int(std::max_element(target, target + nClasses) - target));
  }
  return batch;
}

}  // namespace earwitness
