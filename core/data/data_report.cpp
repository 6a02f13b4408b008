// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/data_report.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <mutex>
#include <set>
#include <string_view>

#include "core/audio/audio_file.h"
#include "core/base/content_hash.h"
#include "core/base/error.h"
#include "core/base/text.h"
#include "core/data/clip_reader.h"
#include "core/data/parallel.h"

namespace fs = std::filesystem;

namespace earwitness {
namespace {

constexpr float kFullScale = 0.999F;
constexpr size_t kClippedRun = 3;       // samples
constexpr double kClippedShare = 1e-3;  // of all samples
constexpr float kSilentPeak = 1e-3F;    // -60 dBFS
constexpr double kShortestSeconds = 0.1;
constexpr size_t kBlockSamples = 65536;

/// What decoding a file tells.
struct SoundFacts {
  double seconds = 0.0;
  double fileSeconds = -1.0;
  int sampleRate = 0;
  int channels = 0;
  float peak = 0.0F;
  size_t samples = 0;
  size_t clippedSamples = 0;
  std::string contentHash;
  std::string soundHash;
  Message failure;  ///< empty where all is well
  bool isEmpty = false;
  AudioReport audio;
};

/// Samples at full scale that stand in runs.
class ClippingCounter {
 public:
  void add(std::span<const float> samples) {
    for (const float sample : samples) {
      run_ = std::abs(sample) >= kFullScale ? run_ + 1 : 0;
      if (run_ == kClippedRun)
        count_ += kClippedRun;
      else if (run_ > kClippedRun)
        ++count_;
    }
  }
  size_t count() const { return count_; }

 private:
  size_t run_ = 0;
  size_t count_ = 0;
};

void listen(const fs::path& path, const Segment& segment, ChannelChoice channel, SoundFacts& facts,
            StopFlag stop) {
  ClipReader reader(path, segment, channel);
  facts.fileSeconds = reader.fileSeconds();
  facts.sampleRate = int(std::lround(reader.sampleRate()));
  facts.channels = reader.channels();
  ContentHash hash;
  hash.add(std::to_string(facts.sampleRate) + " Hz\n");
  ClippingCounter clipping;
  std::vector<float> block(kBlockSamples);
  while (const size_t count = reader.read(block)) {
    if (isSet(stop)) throw Stopped();
    const auto samples = std::span<const float>(block).first(count);
    hash.add(std::as_bytes(samples));
    clipping.add(samples);
    for (const float sample : samples) facts.peak = std::max(facts.peak, std::abs(sample));
    facts.samples += count;
  }
  if (facts.samples == 0) throw EmptyAudio(Message("'%1' contains no audio.", path));
  facts.audio = reader.report();
  facts.clippedSamples = clipping.count();
  facts.seconds = double(facts.samples) / reader.sampleRate();
  facts.soundHash = hash.hex();
}

/// The hash of a file that one clip or more are of, taken once.
class FileHash {
 public:
  /// Throws Error where the file cannot be read.
  const std::string& of(const fs::path& path) {
    std::call_once(once_, [&] {
      try {
        hash_ = hashOfFile(path);
      } catch (const Error& error) {
        failure_ = error.message();
      }
    });
    if (!failure_.empty()) throw Error(failure_);
    return hash_;
  }

 private:
  std::once_flag once_;
  std::string hash_;
  Message failure_;
};

SoundFacts factsOf(const Clip& clip, FileHash& hash, ChannelChoice channel, StopFlag stop) {
  SoundFacts facts;
  try {
    facts.contentHash = contentHashOf(hash.of(clip.path), clip.segment);
    listen(clip.path, clip.segment, channel, facts, stop);
  } catch (const Stopped&) {
    throw;
  } catch (const EmptyAudio& error) {
    facts.failure = error.message();
    facts.isEmpty = true;
  } catch (const SegmentOutside& error) {
    facts.fileSeconds = error.fileSeconds;  // so it is told as such
    facts.failure = error.message();
  } catch (const Error& error) {
    facts.failure = error.message();
  }
  return facts;
}

/// A class whose clips are meant to hold nothing.
bool isMeantToBeSilent(const std::string& label) {
  const std::string plain = lowerAscii(label);
  constexpr std::array<std::string_view, 5> kNames{"silen", "quiet", "background", "nothing",
                                                   "ambien"};
  return std::any_of(kNames.begin(), kNames.end(),
                     [&](std::string_view name) { return plain.find(name) != std::string::npos; });
}

class Checker {
 public:
  Checker(const DataRequest& request, const DataCheckOptions& options)
      : options_(options), channel_(request.channel) {
    report_.dataSet = scanDataSet(request);
  }

  DataReport run() {
    takeScanProblems();
    DataSet& dataSet = report_.dataSet;
    facts_.resize(dataSet.clips.size());
    std::map<fs::path, FileHash> hashes;
    for (const Clip& clip : dataSet.clips) hashes.try_emplace(clip.path);
    forEachOnThreads(dataSet.clips.size(), options_.threads, options_.stop, options_.onProgress,
                     [&](size_t i) {
                       const Clip& clip = dataSet.clips[i];
                       if (!missing_.contains(clip.path))
                         facts_[i] = factsOf(clip, hashes.at(clip.path), channel_, options_.stop);
                     });
    judgeClips();
    keepUsableClips();
    summarise();
    findCrossings();
    findObstacles();
    return std::move(report_);
  }

 private:
  void tell(DataProblemKind kind, const Clip& clip, const Message& what,
            const fs::path& other = {}) {
    report_.problems.push_back({kind, clip.path, what, other, clip.segment});
  }

  void takeScanProblems() {
    for (const ClipProblem& problem : report_.dataSet.problems) {
      const bool isMissing = problem.what == Message("missing");
      if (isMissing) missing_.insert(problem.path);
      report_.problems.push_back(
          {problem.kind, problem.path, isMissing ? Message() : problem.what, {}, problem.segment});
    }
  }

  /// True where nothing of the clip's segment is in its file.
  bool isOutside(const Clip& clip, const SoundFacts& facts) {
    const auto problem = outsideProblem(clip, facts.fileSeconds);
    if (!problem) return false;
    report_.problems.push_back({problem->kind, problem->path, problem->what, {}, problem->segment});
    if (problem->leavesOut) report_.dataSet.problems.push_back(*problem);
    return problem->leavesOut;
  }

  void judgeClips() {
    std::map<std::string_view, size_t> bySound;
    for (size_t i = 0; i < facts_.size(); ++i) {
      const SoundFacts& facts = facts_[i];
      Clip& clip = report_.dataSet.clips[i];
      clip.contentHash = facts.contentHash;
      if (missing_.contains(clip.path) || isOutside(clip, facts)) continue;
      if (!facts.failure.empty()) {
        const auto kind = facts.isEmpty ? DataProblemKind::Empty : DataProblemKind::Broken;
        tell(kind, clip, facts.failure);
        report_.dataSet.problems.push_back({clip.path, facts.failure, kind, clip.segment});
        continue;
      }
      judgeSound(clip, facts);
      // The same bytes decode to the same sound.
      const auto [first, isNew] = bySound.try_emplace(facts.soundHash, i);
      if (!isNew) tellDuplicate(clip, report_.dataSet.clips[first->second]);
    }
  }

  void judgeSound(const Clip& clip, const SoundFacts& facts) {
    if (facts.audio.incomplete || facts.audio.badSamples > 0)
      tell(DataProblemKind::Incomplete, clip, noteMessage(facts.audio));
    else if (facts.audio.oppositePhase)
      tell(DataProblemKind::OppositePhase, clip, noteMessage(facts.audio));
    if (facts.peak < kSilentPeak && !isMeantToBeSilent(report_.dataSet.labels[size_t(clip.label)]))
      tell(DataProblemKind::Silent, clip,
           facts.peak == 0.0F
               ? Message("digital silence")
               : Message("its peak is %1 dBFS", std::lround(20.0 * std::log10(facts.peak))));
    const double share = double(facts.clippedSamples) / double(facts.samples);
    if (share > kClippedShare)
      tell(DataProblemKind::Clipped, clip,
           Message("%1 of 1000 samples", std::max(1L, std::lround(1000.0 * share))));
    if (facts.seconds < kShortestSeconds)
      tell(DataProblemKind::Short, clip, Message("%1 ms", std::lround(1000.0 * facts.seconds)));
  }

  void tellDuplicate(const Clip& clip, const Clip& first) {
    const std::string& label = report_.dataSet.labels[size_t(first.label)];
    Message what = clip.address() == first.address() ? Message("it is listed twice")
                                                     : Message("the same audio");
    if (clip.label != first.label) what = Message("%1, also as '%2'", what, label);
    tell(DataProblemKind::Duplicate, clip, what, first.path);
  }

  /// Not with removeProblemClips, which gives up at a class without a clip.
  void keepUsableClips() {
    DataSet& dataSet = report_.dataSet;
    std::set<std::pair<fs::path, Segment>> leftOut;
    for (const ClipProblem& problem : dataSet.problems)
      if (problem.leavesOut) leftOut.emplace(problem.path, problem.segment);
    std::vector<Clip> clips;
    std::vector<SoundFacts> facts;
    for (size_t i = 0; i < dataSet.clips.size(); ++i) {
      const Clip& clip = dataSet.clips[i];
      if (leftOut.contains({clip.path, {}}) || leftOut.contains({clip.path, clip.segment}))
        continue;
      clips.push_back(std::move(dataSet.clips[i]));
      facts.push_back(std::move(facts_[i]));
    }
    dataSet.clips = std::move(clips);
    facts_ = std::move(facts);
  }

  void summarise() {
    std::vector<double> lengths;
    for (const std::string& label : report_.dataSet.labels) report_.classes.push_back({label});
    for (size_t i = 0; i < facts_.size(); ++i) {
      const Clip& clip = report_.dataSet.clips[i];
      for (const int label : clip.labels()) {
        ++report_.classes[size_t(label)].clips;
        report_.classes[size_t(label)].seconds += facts_[i].seconds;
      }
      report_.seconds += facts_[i].seconds;
      ++report_.sampleRates[facts_[i].sampleRate];
      ++report_.channels[facts_[i].channels];
      lengths.push_back(facts_[i].seconds);
    }
    if (lengths.empty()) return;
    std::sort(lengths.begin(), lengths.end());
    report_.shortestSeconds = lengths.front();
    report_.medianSeconds = lengths[lengths.size() / 2];
    report_.longestSeconds = lengths.back();
  }

  static Message sideOf(const Clip& clip) {
    return clip.fold > 0 ? Message("fold %1", clip.fold) : Message::verbatim(clip.split);
  }

  void findCrossings() {
    const std::vector<Clip>& clips = report_.dataSet.clips;
    std::map<std::string_view, size_t> sources, contents;
    std::set<std::string_view> told;
    const auto look = [&](auto& firsts, const std::string& key, size_t i, bool isSource) {
      if (key.empty() || sideOf(clips[i]).empty()) return false;
      const auto [first, isNew] = firsts.try_emplace(key, i);
      const Clip& other = clips[first->second];
      if (isNew || sideOf(other) == sideOf(clips[i])) return false;
      if (told.insert(first->first).second)
        report_.crossings.push_back(
            {isSource ? key : "", other.path, clips[i].path, sideOf(other), sideOf(clips[i])});
      return true;
    };
    for (size_t i = 0; i < clips.size(); ++i)
      if (!look(sources, clips[i].source, i, true)) look(contents, clips[i].contentHash, i, false);
  }

  void findSeveralLabelsObstacles() {
    report_.severalLabelsObstacles = report_.obstacles;
    DataSet several = report_.dataSet;
    keepSeveralLabels(several);
    if (!isToldApart(several))
      report_.severalLabelsObstacles.push_back(
          Message("A model needs at least two classes; '%1' has one.", several.root));
    try {
      splitDataSet(several, {});
    } catch (const Error& error) {
      report_.severalLabelsObstacles.push_back(error.message());
    }
  }

  void findObstacles() {
    const fs::path& root = report_.dataSet.root;
    std::vector<Message>& obstacles = report_.obstacles;
    obstacles = report_.dataSet.obstacles;
    if (report_.dataSet.clips.empty()) {
      obstacles.push_back(Message("No clip of '%1' can be used.", root));
      return;
    }
    for (const DataReport::Class& its : report_.classes)
      if (its.clips == 0)
        obstacles.push_back(Message(
            "The class '%1' has no usable clips. Fix its files or remove the class.", its.name));
    findSeveralLabelsObstacles();
    // As a training would.
    DataSet single = report_.dataSet;
    single.problems.clear();
    const auto trying = [&](auto&& step) {
      try {
        step();
        return true;
      } catch (const Error& error) {
        obstacles.push_back(error.message());
        return false;
      }
    };
    const bool hasClips = trying([&] { keepSingleLabels(single); });
    for (const ClipProblem& problem : single.problems)
      report_.problems.push_back({problem.kind, problem.path, problem.what, {}, problem.segment});
    report_.notes = single.notes;
    if (!hasClips) return;
    if (single.labels.size() < 2)
      obstacles.push_back(Message("A model needs at least two classes; '%1' has one.", root));
    trying([&] {
      const Split split = splitDataSet(single, {});
      report_.split = split.description;
      report_.splitWarning = split.warning;
    });
  }

  DataCheckOptions options_;
  ChannelChoice channel_;
  DataReport report_;
  std::set<fs::path> missing_;
  std::vector<SoundFacts> facts_;  ///< of each clip
};

}  // namespace

std::string nameOf(DataProblemKind kind) {
  switch (kind) {
    case DataProblemKind::Missing:
      return "missing";
    case DataProblemKind::Broken:
      return "broken";
    case DataProblemKind::Empty:
      return "empty";
    case DataProblemKind::Unread:
      return "unread";
    case DataProblemKind::Unlabelled:
      return "unlabelled";
    case DataProblemKind::Several:
      return "several labels";
    case DataProblemKind::Table:
      return "table";
    case DataProblemKind::Alike:
      return "look alike";
    case DataProblemKind::Outside:
      return "outside";
    case DataProblemKind::Overlap:
      return "overlap";
    case DataProblemKind::Silent:
      return "silent";
    case DataProblemKind::Clipped:
      return "clipped";
    case DataProblemKind::Short:
      return "short";
    case DataProblemKind::Incomplete:
      return "incomplete";
    case DataProblemKind::OppositePhase:
      return "opposite_phase";
    case DataProblemKind::Duplicate:
      break;
  }
  return "duplicate";
}

DataReport checkDataSet(const DataRequest& request, const DataCheckOptions& options) {
  return Checker(request, options).run();
}

}  // namespace earwitness
