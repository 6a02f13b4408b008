// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/feature_builder.h"

#include <condition_variable>
#include <exception>
#include <map>
#include <mutex>
#include <optional>
#include <set>

#include "core/base/content_hash.h"
#include "core/base/error.h"
#include "core/data/clip_cutter.h"
#include "core/data/parallel.h"

namespace fs = std::filesystem;

namespace earwitness {
namespace {

constexpr size_t kAhead = 8;  // clips that a thread may be ahead of the writer
constexpr double kLongSeconds =
    30 * 60;  // longer clips go to a shard of their own, window by window

std::string withoutPath(std::string sentence, const fs::path& path) {
  const std::string name = path.string();
  for (size_t at = sentence.find(name); at != std::string::npos; at = sentence.find(name))
    sentence.replace(at, name.size(), 1, kBrokenPath);
  return sentence;
}

/// What has become of a file.
struct Outcome {
  std::string contentHash;     ///< empty: the file cannot be read
  std::vector<float> windows;  ///< empty: there is nothing to write, or `problem` says why
  std::string problem;
  std::string note;   ///< of a clip that is used
  fs::path ownShard;  ///< of a long clip
};

class Builder {
 public:
  Builder(const std::vector<ClipPlace>& clips, const FeatureStore::Request& request,
          WindowPlan plan, FeatureLibrary& library, FileIndex& index, UnreadableFiles& unreadable)
      : clips_(clips),
        request_(request),
        plan_(plan),
        library_(library),
        index_(index),
        unreadable_(unreadable),
        threads_(threadCount(request.threads, clips.size())) {
    for (const ClipPlace& clip : clips) {
      const auto [file, isNew] = files_.try_emplace(clip.path);
      if (isNew) file->second.entry = index.find(clip.path);
      fileOf_.push_back(&file->second);
    }
  }

  size_t run() {
    try {
      runOnThreads(
          threads_, [this](bool isCaller) { work(isCaller); }, [this] { giveUp(); });
    } catch (const Stopped&) {
      finishShard();
      throw;
    }
    finishShard();
    if (request_.onProgress) request_.onProgress(clips_.size(), clips_.size());
    return computed_;
  }

 private:
  void work(bool isCaller) {
    ClipCutter cutter(request_.features, plan_, request_.windowSeconds);
    while (const auto i = nextFile()) {
      Outcome outcome = make(*i, cutter);
      std::unique_lock lock(mutex_);
      waiting_[*i] = std::move(outcome);
      while (!waiting_.empty() && waiting_.begin()->first == written_) {
        keep(written_, waiting_.begin()->second);
        spares_.push_back(std::move(waiting_.begin()->second.windows));
        if (spares_.size() > kAhead * threads_) spares_.pop_back();
        waiting_.erase(waiting_.begin());
        ++written_;
      }
      const size_t done = written_;
      lock.unlock();
      moved_.notify_all();
      if (isCaller && request_.onProgress && done < clips_.size())
        request_.onProgress(done, clips_.size());
    }
  }

  /// The next file to work on, as soon as the writer is near.
  std::optional<size_t> nextFile() {
    std::unique_lock lock(mutex_);
    if (next_ == clips_.size()) return std::nullopt;
    const size_t mine = next_++;
    moved_.wait(lock, [&] { return givenUp_ || mine < written_ + kAhead * threads_; });
    if (givenUp_) return std::nullopt;
    if (isSet(request_.stop)) throw Stopped();
    return mine;
  }

  void giveUp() {
    {
      const std::lock_guard lock(mutex_);
      givenUp_ = true;
    }
    moved_.notify_all();
  }

  Outcome make(size_t i, ClipCutter& cutter) {
    Outcome outcome;
    File& file = *fileOf_[i];
    std::call_once(file.once, [&] { hash(file, clips_[i].path); });
    if (file.hash.empty()) {
      outcome.problem = file.problem;
      return outcome;
    }
    outcome.contentHash = contentHashOf(file.hash, clips_[i].segment);
    if (isThere(outcome.contentHash)) return outcome;
    try {
      decode(clips_[i], cutter, outcome);
    } catch (const Stopped&) {
      throw;
    } catch (const CacheFailure& failure) {
      std::rethrow_exception(failure.cause);
    } catch (const Error& error) {
      outcome.windows.clear();
      outcome.problem = withoutPath(error.what(), clips_[i].path);
    }
    return outcome;
  }

  /// A file of which one clip or more are made; hashed by whoever comes first.
  struct File {
    FileIndex::Entry* entry = nullptr;
    std::once_flag once;
    std::string hash;  ///< empty: it cannot be read, and `problem` says why
    std::string problem;
  };

  static void hash(File& file, const fs::path& path) {
    try {
      file.hash = file.entry != nullptr && !file.entry->contentHash.empty()
                      ? file.entry->contentHash
                      : hashOfFile(path);
    } catch (const Error& error) {
      file.problem = error.what();
    }
  }

  /// An error of the cache, to be told from those of the clip.
  struct CacheFailure {
    std::exception_ptr cause;
  };
  template <typename Action>
  static auto writing(Action&& action) {
    try {
      return action();
    } catch (const Error&) {
      throw CacheFailure{std::current_exception()};
    }
  }

  bool isThere(const std::string& contentHash) {
    const std::lock_guard lock(mutex_);
    return library_.find(contentHash).shard != nullptr || inShard_.contains(contentHash);
  }

  void decode(const ClipPlace& clip, ClipCutter& cutter, Outcome& outcome) {
    ClipReader reader(clip.path, clip.segment, request_.channel);
    if (reader.seconds() <= kLongSeconds) {
      outcome.windows = spareBuffer();
      cutter.cut(reader, request_.stop, [&](std::span<const float> window) {
        outcome.windows.insert(outcome.windows.end(), window.begin(), window.end());
      });
      outcome.note = noteOf(reader.report());
      return;
    }
    std::optional<FeatureShardWriter> shard;
    writing([&] { shard.emplace(library_.folder(), library_.shape()); });
    cutter.cut(reader, request_.stop,
               [&](std::span<const float> windows) { writing([&] { shard->append(windows); }); });
    shard->addClip(outcome.contentHash, noteOf(reader.report()));
    outcome.ownShard = writing([&] { return shard->commit(); });
  }

  /// Fresh memory costs as much as filling it.
  std::vector<float> spareBuffer() {
    const std::lock_guard lock(mutex_);
    if (spares_.empty()) return {};
    std::vector<float> buffer = std::move(spares_.back());
    spares_.pop_back();
    buffer.clear();
    return buffer;
  }

  // From here on: with the lock held.

  void keep(size_t i, const Outcome& outcome) {
    if (outcome.contentHash.empty()) {
      unreadable_[clips_[i].path.string()] = outcome.problem;
      return;
    }
    const File& file = *fileOf_[i];
    if (file.entry != nullptr && file.entry->contentHash.empty()) {
      file.entry->contentHash = file.hash;
      index_.setChanged();
    }
    if (!outcome.ownShard.empty()) {
      library_.add(outcome.ownShard);
      ++computed_;
    } else if (!outcome.windows.empty() || !outcome.problem.empty()) {
      write(outcome);
    }
  }

  void write(const Outcome& outcome) {
    // Another file with the same content may have come first.
    if (library_.find(outcome.contentHash).shard != nullptr ||
        !inShard_.insert(outcome.contentHash).second)
      return;
    if (!shard_) shard_.emplace(library_.folder(), library_.shape());
    if (outcome.problem.empty()) {
      shard_->append(outcome.windows);
      shard_->addClip(outcome.contentHash, outcome.note);
    } else {
      shard_->addProblem(outcome.contentHash, outcome.problem);
    }
    ++computed_;
    if (shard_->windowBytes() >= request_.shardBytes) finishShard();
  }

  void finishShard() {
    if (shard_ && shard_->clips() > 0) library_.add(shard_->commit());
    shard_.reset();
    inShard_.clear();
  }

  const std::vector<ClipPlace>& clips_;
  const FeatureStore::Request& request_;
  WindowPlan plan_;
  FeatureLibrary& library_;
  FileIndex& index_;
  UnreadableFiles& unreadable_;
  size_t threads_;
  std::map<fs::path, File> files_;
  std::vector<File*> fileOf_;  ///< of each clip

  std::mutex mutex_;
  std::condition_variable moved_;
  bool givenUp_ = false;
  size_t next_ = 0;
  size_t written_ = 0;                 ///< files whose outcome has been kept
  std::map<size_t, Outcome> waiting_;  ///< for those before them
  std::optional<FeatureShardWriter> shard_;
  std::set<std::string> inShard_;
  std::vector<std::vector<float>> spares_;
  size_t computed_ = 0;
};

}  // namespace

FeatureLibrary::FeatureLibrary(const fs::path& folder, WindowShape shape)
    : folder_(folder), shape_(shape) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(folder))
    if (entry.path().extension() == ".features") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  for (const fs::path& file : files) {
    std::error_code ignored;
    if (auto shard = FeatureShard::open(file, shape))
      take(std::move(shard));
    else
      fs::remove(file, ignored);
  }
}

void FeatureLibrary::take(std::unique_ptr<FeatureShard> shard) {
  for (const FeatureShard::Entry& entry : shard->entries())
    places_.try_emplace(entry.contentHash, Place{shard.get(), &entry});
  shards_.push_back(std::move(shard));
}

FeatureLibrary::Place FeatureLibrary::find(const std::string& contentHash) const {
  const auto found = places_.find(contentHash);
  return found == places_.end() ? Place{} : found->second;
}

void FeatureLibrary::add(const fs::path& path) {
  auto shard = FeatureShard::open(path, shape_);
  if (!shard)
    throw Error("The feature cache '%1' cannot be read back. Check whether the disk is full.",
                path);
  take(std::move(shard));
}

size_t buildFeatures(const std::vector<ClipPlace>& clips, const FeatureStore::Request& request,
                     WindowPlan plan, FeatureLibrary& library, FileIndex& index,
                     UnreadableFiles& unreadable) {
  return Builder(clips, request, plan, library, index, unreadable).run();
}

}  // namespace earwitness
