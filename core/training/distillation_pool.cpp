// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/distillation_pool.h"

#include <algorithm>
#include <cmath>
#include <random>
#include <set>

#include "core/audio/resampler.h"
#include "core/augmentation/waveform_version.h"
#include "core/base/content_hash.h"
#include "core/base/text.h"
#include "core/data/clip_cutter.h"
#include "core/data/parallel.h"
#include "core/data/window_cache.h"
#include "core/training/run_failure.h"

namespace earwitness {
namespace {

constexpr int kHexDigits = 16;         ///< of 64 bits
constexpr double kMarginFrames = 2.0;  ///< so that rounding leaves no frame of a window empty

struct Sound {
  std::vector<float> samples;
  double rate = 0.0;
};

Sound readSound(ClipReader& reader, double seconds) {
  Sound sound{.samples = std::vector<float>(size_t(std::lround(seconds * reader.sampleRate()))),
              .rate = reader.sampleRate()};
  size_t done = 0;
  while (done < sound.samples.size()) {
    const size_t count = reader.read(std::span(sound.samples).subspan(done));
    if (count == 0) break;
    done += count;
  }
  sound.samples.resize(done);
  return sound;
}

std::vector<float> atRate(Sound sound, double rate) {
  if (sound.rate == rate) return std::move(sound.samples);
  std::vector<float> samples;
  Resampler resampler(sound.rate, rate);
  resampler.push(sound.samples, samples);
  resampler.finish(samples);
  return samples;
}

/// A generator for one version of one window.
std::mt19937_64 randomFor(const std::string& text) {
  return std::mt19937_64(std::stoull(hashOfText(text).substr(0, kHexDigits), nullptr, 16));
}

}  // namespace

/// Makes the samples of versions, and from them what the pool keeps.
class DistillationPool::Builder {
 public:
  Builder(DistillationPool& pool, DistillationTeachers& teachers, const TrainSettings& settings,
          const Request& request)
      : pool_(pool),
        teachers_(teachers),
        settings_(settings),
        request_(request),
        plan_(ClipCutter::planOf(settings.features, settings.windowSeconds)),
        frameSeconds_(settings.features.frameSeconds()),
        cutting_("; versions of format " + std::to_string(WaveformVersion::kFormat) + " of " +
                 std::to_string(settings.windowSeconds) + " s, frames of " +
                 std::to_string(frameSeconds_) + " s, " + textOf(settings.data.channel)),
        features_(request.cacheFolder, toJson(settings.features).dump() + cutting_,
                  {uint64_t(plan_.windowFrames), uint64_t(settings.features.nMels)}) {
    for (size_t i = 0; i < teachers.count(); ++i)
      answers_.push_back(std::make_unique<WindowCache>(
          request.cacheFolder, teachers.description(i).fingerprint + cutting_,
          WindowShape{1, uint64_t(teachers.description(i).labels.size())}));
  }

  void run() {
    drawVersions();
    compute(missing());
    takeAnswers();
    for (size_t place = 0; place < keys_.size(); ++place)
      pool_.windows_.push_back(isFirst(place) ? nullptr : features_.find(keys_[place]));
    pool_.pages_ = std::make_unique<ShardPages>();
    pool_.pages_->shards = features_.library().release();
    ContentHash identity;
    for (const std::string& key : keys_) identity.add(key);
    for (size_t i = 0; i < teachers_.count(); ++i)
      identity.add(teachers_.description(i).fingerprint);
    pool_.fingerprint_ = identity.hex();
  }

 private:
  bool isFirst(size_t place) const { return place % size_t(pool_.versions_) == 0; }
  size_t itemOf(size_t place) const { return place / size_t(pool_.versions_); }

  void drawVersions() {
    for (size_t item = 0; item < pool_.items_.size(); ++item)
      for (int version = 0; version < pool_.versions_; ++version) {
        std::string key = pool_.items_[item].key;
        WaveformVersion drawn;
        Mixture mixture;
        if (version > 0) {
          key += ", version " + std::to_string(version) + " of seed " +
                 std::to_string(settings_.split.seed);
          auto random = randomFor(key);
          drawn = WaveformVersion::draw(random);
          mixture.other = drawn.partner % pool_.items_.size();
          if (isSilent(item) || isSilent(mixture.other)) drawn.mixDb.reset();
          mixture.ownShare = float(drawn.ownShare());
          if (drawn.mixDb) key += " with " + pool_.items_[mixture.other].key;
        }
        keys_.push_back(hashOfText(key));
        drawn_.push_back(drawn);
        pool_.mixtures_.push_back(mixture);
      }
  }

  bool isSilent(size_t item) const {
    const auto values = pool_.window(item, 0);
    const float silence = settings_.features.silenceLevel();
    return std::all_of(values.begin(), values.end(),
                       [silence](float value) { return value <= silence; });
  }

  /// Places whose versions have to be made, together for each item.
  std::vector<std::vector<size_t>> missing() const {
    std::vector<std::vector<size_t>> ofItems;
    std::set<std::string> seen;
    for (size_t place = 0; place < keys_.size(); ++place) {
      const std::string& key = keys_[place];
      const bool isThere = (isFirst(place) || features_.has(key)) &&
                           std::all_of(answers_.begin(), answers_.end(),
                                       [&key](const auto& answers) { return answers->has(key); });
      if (isThere || !seen.insert(key).second) continue;
      if (ofItems.empty() || itemOf(ofItems.back().back()) != itemOf(place)) ofItems.emplace_back();
      ofItems.back().push_back(place);
    }
    return ofItems;
  }

  void compute(const std::vector<std::vector<size_t>>& ofItems) {
    pool_.reused_ = ofItems.empty();
    if (ofItems.empty()) return;
    teachers_.open();
    size_t versions = 0;
    for (const std::vector<size_t>& places : ofItems) versions += places.size();
    const auto onProgress = [this, versions](size_t, size_t) {
      if (request_.onProgress) request_.onProgress(made_, versions);
    };
    try {
      forEachOnThreads(ofItems.size(), settings_.threads, request_.stop, onProgress,
                       [&](size_t i) { makeVersions(ofItems[i]); });
    } catch (...) {
      commit();
      throw;
    }
    commit();
  }

  void commit() {
    features_.commit();
    for (const auto& answers : answers_) answers->commit();
  }

  /// Of one item, whose file is read once. Thread: any.
  void makeVersions(const std::vector<size_t>& places) {
    const Sound plain = soundOf(pool_.items_[itemOf(places.front())]);
    for (const size_t place : places) {
      if (isSet(request_.stop)) throw Stopped();
      makeVersion(place, plain);
      ++made_;
    }
  }

  void makeVersion(size_t place, const Sound& plain) {
    const std::string& key = keys_[place];
    const Sound sound = versionOf(place, plain);
    if (!isFirst(place) && !features_.has(key)) features_.add(key, logMelOf(sound));
    for (size_t i = 0; i < answers_.size(); ++i)
      if (!answers_[i]->has(key))
        answers_[i]->add(key, teachers_.hear(i, sound.samples, sound.rate));
  }

  Sound versionOf(size_t place, Sound sound) const {
    const WaveformVersion& version = drawn_[place];
    std::vector<float> other;
    if (version.mixDb)
      other = atRate(soundOf(pool_.items_[pool_.mixtures_[place].other]), sound.rate);
    if (!isFirst(place)) version.apply(sound.samples, sound.rate, other);
    return sound;
  }

  /// The samples that the feature store made an item's window of.
  Sound soundOf(const Item& item) const {
    const Clip& clip = *item.clip;
    ClipReader reader(clip.path, clip.segment, settings_.data.channel);
    const double start = startOf(item, reader.seconds());
    const double seconds = settings_.windowSeconds + kMarginFrames * frameSeconds_;
    Sound sound;
    if (start <= 0.0) {
      sound = readSound(reader, seconds);
    } else {
      const double begin = clip.segment.begin + start;
      const double end =
          clip.segment.isWhole() ? begin + seconds : std::min(clip.segment.end, begin + seconds);
      ClipReader part(clip.path, {begin, end}, settings_.data.channel);
      sound = readSound(part, seconds);
    }
    if (sound.samples.empty())
      throw DataError("The sound '%1' is shorter than its file says. Remove it from the data set.",
                      clip.address());
    return sound;
  }

  /// Seconds from the clip's start; the last window may end with the clip.
  double startOf(const Item& item, double clipSeconds) const {
    const double start = double(item.window) * double(plan_.hopFrames) * frameSeconds_;
    const bool isLast = item.window + 1 == item.store->windowsOf(item.clipIndex);
    if (!isLast || start + settings_.windowSeconds <= clipSeconds + frameSeconds_) return start;
    return std::max(0.0, clipSeconds - settings_.windowSeconds);
  }

  std::vector<float> logMelOf(const Sound& sound) const {
    std::vector<float> first;
    ClipCutter cutter(settings_.features, plan_, settings_.windowSeconds);
    cutter.cut(sound.samples, sound.rate, [&first](std::span<const float> window) {
      if (first.empty()) first.assign(window.begin(), window.end());
    });
    return first;
  }

  void takeAnswers() {
    std::vector<std::span<const float>> rows(answers_.size());
    for (const std::string& key : keys_) {
      for (size_t i = 0; i < answers_.size(); ++i)
        rows[i] = {answers_[i]->find(key), teachers_.description(i).labels.size()};
      const std::vector<float> answer =
          teachers_.answersTo(rows, settings_.isMultiLabel(), settings_.distillation.temperature);
      pool_.answers_.insert(pool_.answers_.end(), answer.begin(), answer.end());
    }
  }

  DistillationPool& pool_;
  DistillationTeachers& teachers_;
  const TrainSettings& settings_;
  const Request& request_;
  WindowPlan plan_;
  double frameSeconds_;
  std::string cutting_;  ///< how windows are cut and versions made, for the cache
  WindowCache features_;
  std::vector<std::unique_ptr<WindowCache>> answers_;  ///< of each teacher
  std::vector<std::string> keys_;                      ///< by place
  std::vector<WaveformVersion> drawn_;                 ///< by place
  std::atomic<size_t> made_ = 0;                       ///< versions
};

DistillationPool::DistillationPool(const std::vector<Source>& sources,
                                   DistillationTeachers& teachers, const TrainSettings& settings,
                                   const Request& request)
    : versions_(settings.distillation.versions), known_(teachers.known()) {
  for (const Source& source : sources)
    for (const int clip : source.clips)
      for (size_t window = 0; window < source.store->windowsOf(size_t(clip)); ++window)
        items_.push_back(
            {.clip = &source.dataSet->clips[size_t(clip)],
             .store = source.store,
             .clipIndex = size_t(clip),
             .window = window,
             .labelled = source.labelled,
             .key = source.store->contentHash(size_t(clip)) + " window " + std::to_string(window)});
  Builder(*this, teachers, settings, request).run();
}

DistillationPool::DistillationPool(DistillationPool&&) noexcept = default;
DistillationPool& DistillationPool::operator=(DistillationPool&&) noexcept = default;
DistillationPool::~DistillationPool() = default;

std::span<const float> DistillationPool::window(size_t item, int version) const {
  const Item& of = items_[item];
  if (version == 0) return of.store->window(of.clipIndex, of.window);
  const size_t values = size_t(of.store->windowFrames()) * size_t(of.store->nMels());
  const float* first = windows_[place(item, version)];
  pages_->touch(first, values * sizeof(float));
  return {first, values};
}

std::span<const float> DistillationPool::answers(size_t item, int version) const {
  return std::span(answers_).subspan(place(item, version) * known_.size(), known_.size());
}

DistillationPool::Mixture DistillationPool::mixture(size_t item, int version) const {
  return mixtures_[place(item, version)];
}

}  // namespace earwitness
