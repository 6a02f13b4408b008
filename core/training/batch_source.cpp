#include "core/training/batch_source.h"

#include <algorithm>
#include <numeric>

namespace earwitness {
namespace {

constexpr size_t kBatchesAhead = 4;

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

constexpr uint64_t kShuffle = ~uint64_t{1};

}  // namespace

BatchSource::BatchSource(const DataSet& dataSet, const FeatureStore& store, std::vector<int> clips,
                         const FeatureSettings& features, const Settings& settings)
    : dataSet_(dataSet),
      store_(store),
      settings_(settings),
      augmenter_(settings.augmentation, features, store.windowFrames()) {
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
  if (thread_.joinable()) thread_.join();
  ready_.clear();
  stopping_ = false;
}

long BatchSource::stepsPerEpoch() const {
  const long size = settings_.batchSize;
  const long count = long(items_.size());
  return count / size + (count % size > 1 ? 1 : 0);
}

void BatchSource::startEpoch(int epoch) {
  stop();
  failure_ = nullptr;
  thread_ = std::thread([this, epoch] {
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
  changed_.wait(lock, [this] { return !ready_.empty() || failure_; });
  if (ready_.empty()) std::rethrow_exception(failure_);
  Batch batch = std::move(ready_.front());
  ready_.pop_front();
  changed_.notify_all();
  return batch;
}

void BatchSource::produce(int epoch) {
  std::vector<size_t> order(items_.size());
  std::iota(order.begin(), order.end(), 0);
  auto random = randomAt(settings_.seed, uint64_t(epoch), kShuffle);
  for (size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random() % i]);
  for (long step = 0; step < stepsPerEpoch(); ++step) {
    Batch batch = make(order, epoch, step);
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return stopping_ || ready_.size() < kBatchesAhead; });
    if (stopping_) return;
    ready_.push_back(std::move(batch));
    changed_.notify_all();
  }
}

Batch BatchSource::make(const std::vector<size_t>& order, int epoch, long step) const {
  const size_t first = size_t(step) * size_t(settings_.batchSize);
  const size_t values = size_t(store_.windowFrames()) * size_t(store_.nMels());
  const size_t nClasses = dataSet_.labels.size();
  Batch batch;
  batch.size = std::min(size_t(settings_.batchSize), order.size() - first);
  batch.logMel.resize(batch.size * values);
  batch.targets.resize(batch.size * nClasses);
  for (size_t i = 0; i < batch.size; ++i) {
    auto random = randomAt(settings_.seed, uint64_t(epoch), first + i);
    float* target = batch.targets.data() + i * nClasses;
    makeExample(order[first + i], random, batch.logMel.data() + i * values, target);
    batch.labels.push_back(int(std::max_element(target, target + nClasses) - target));
  }
  return batch;
}

void BatchSource::makeExample(size_t item, Augmenter::Random& random, float* logMel,
                              float* target) const {
  const size_t values = size_t(store_.windowFrames()) * size_t(store_.nMels());
  const std::span<float> out(logMel, values);
  augmenter_.vary(store_.window(items_[item].clip, items_[item].window), out, random);
  double share = 1.0;
  size_t other = item;
  if (uniform(random, 0.0, 1.0) < augmenter_.settings().mixProbability) {
    other = random() % items_.size();
    std::vector<float> second(values);
    augmenter_.vary(store_.window(items_[other].clip, items_[other].window), second, random);
    share = augmenter_.mix(out, second, random);
  }
  target[labelOf(item)] += float(share);
  target[labelOf(other)] += float(1.0 - share);
  augmenter_.mask(out, random);
}

}  // namespace earwitness
