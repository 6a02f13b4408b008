#include "core/data/feature_store.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <cstring>
#include <fstream>
#include <thread>

#include <fcntl.h>
#include <nlohmann/json.hpp>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/audio/audio_file.h"
#include "core/base/atomic_file.h"
#include "core/base/content_hash.h"
#include "core/base/error.h"
#include "core/listening/pipeline.h"

namespace fs = std::filesystem;

namespace earwitness {
namespace {

// File: magic, length of the header, header (JSON), zeros up to a multiple of kAlignment, floats.
constexpr char kMagic[8] = {'E', 'W', 'F', 'E', 'A', 'T', '2', '\n'};
constexpr size_t kAlignment = 64;
constexpr size_t kBlockClips = 64;
constexpr size_t kReadSamples = 16384;

size_t aligned(size_t bytes) {
  return (bytes + kAlignment - 1) / kAlignment * kAlignment;
}

struct ClipFeatures {
  std::vector<float> windows;
  size_t nWindows = 0;
  std::string contentHash;
  std::string problem;  ///< empty where all is well
};

WindowPlan planOf(const FeatureStore::Request& request) {
  ModelDescription model;
  model.features = request.features;
  model.windowSeconds = request.windowSeconds;
  return WindowPlan::of(model, request.windowSeconds);
}

std::vector<Window> windowsOfFile(const fs::path& path, const FeatureStore::Request& request,
                                  WindowPlan plan) {
  AudioFileReader reader(path);
  Pipeline pipeline(reader.sampleRate(), request.features, plan, Pipeline::Mode::File);
  std::vector<Window> windows;
  const auto keep = [&](Window&& window) { windows.push_back(std::move(window)); };
  std::vector<float> samples(kReadSamples);
  while (const size_t count = reader.read(samples))
    pipeline.push({samples.data(), count}, nullptr, keep);
  pipeline.finish(nullptr, keep);
  // The last window ends with the file; where it brings under a quarter of new sound it would only
  // count the same sound twice.
  if (windows.size() > 1) {
    const double fresh = windows.back().endSeconds - windows[windows.size() - 2].endSeconds;
    if (fresh < request.windowSeconds / 4) windows.pop_back();
  }
  return windows;
}

ClipFeatures computeClip(const fs::path& path, const FeatureStore::Request& request,
                         WindowPlan plan) {
  ClipFeatures result;
  try {
    const std::vector<Window> windows = windowsOfFile(path, request, plan);
    result.nWindows = windows.size();
    for (const Window& window : windows)
      result.windows.insert(result.windows.end(), window.values.begin(), window.values.end());
    result.contentHash = hashOfFile(path);
  } catch (const Error& error) {
    result.problem = error.what();
  }
  return result;
}

/// The clips [first, last) on several threads.
std::vector<ClipFeatures> computeBlock(const DataSet& dataSet, size_t first, size_t last,
                                       const FeatureStore::Request& request, WindowPlan plan) {
  std::vector<ClipFeatures> block(last - first);
  std::atomic<size_t> next = first;
  const auto work = [&] {
    for (size_t i = next++; i < last; i = next++)
      block[i - first] = computeClip(dataSet.clips[i].path, request, plan);
  };
  const unsigned cores = std::max(1U, std::thread::hardware_concurrency());
  std::vector<std::jthread> workers;
  for (unsigned i = 1; i < (request.threads > 0 ? unsigned(request.threads) : cores); ++i)
    workers.emplace_back(work);
  work();
  workers.clear();
  return block;
}

/// Everything that decides what the store holds; files by size and time of change, so that looking
/// a known data set up does not read it.
std::string keyOf(const DataSet& dataSet, const FeatureStore::Request& request) {
  ContentHash hash;
  hash.add(toJson(request.features).dump());
  hash.add(std::to_string(request.windowSeconds));
  for (const Clip& clip : dataSet.clips) {
    struct stat status {};
    if (::stat(clip.path.c_str(), &status) != 0) continue;
    hash.add(clip.path.string());
    hash.add(" " + std::to_string(status.st_size) + " " + std::to_string(status.st_mtim.tv_sec) +
             "." + std::to_string(status.st_mtim.tv_nsec) + "\n");
  }
  return hash.hex();
}

void removeListedProblems(DataSet& dataSet, const nlohmann::json& problems) {
  for (const auto& problem : problems)
    dataSet.problems.push_back(
        {dataSet.clips.at(problem.at(0).get<size_t>()).path, problem.at(1).get<std::string>()});
  removeProblemClips(dataSet);
}

/// Computes every clip and writes the store. The floats go to a file of their own first, because
/// the header in front of them is known only at the end.
void writeStore(const fs::path& path, const DataSet& dataSet,
                const FeatureStore::Request& request) {
  const WindowPlan plan = planOf(request);
  nlohmann::json header = {{"window_frames", plan.windowFrames},
                           {"n_mels", request.features.nMels},
                           {"windows", nlohmann::json::array()},
                           {"hashes", nlohmann::json::array()},
                           {"problems", nlohmann::json::array()}};
  writeFileAtomically(path, [&](const fs::path& temporary) {
    const fs::path dataPath = temporary.string() + ".data";
    struct Remover {
      const fs::path& path;
      ~Remover() {
        std::error_code ignored;
        fs::remove(path, ignored);
      }
    } remover{dataPath};
    const auto check = [&](const std::ios& stream) {
      if (!stream)
        throw Error("The feature cache cannot be written to '" + path.parent_path().string() +
                    "': is the disk full?");
    };
    std::ofstream data(dataPath, std::ios::binary);
    for (size_t first = 0; first < dataSet.clips.size(); first += kBlockClips) {
      const size_t last = std::min(first + kBlockClips, dataSet.clips.size());
      const auto block = computeBlock(dataSet, first, last, request, plan);
      for (size_t i = 0; i < block.size(); ++i) {
        if (!block[i].problem.empty()) {
          header["problems"].push_back({first + i, block[i].problem});
          continue;
        }
        header["windows"].push_back(block[i].nWindows);
        header["hashes"].push_back(block[i].contentHash);
        data.write(reinterpret_cast<const char*>(block[i].windows.data()),
                   std::streamsize(block[i].windows.size() * sizeof(float)));
      }
      check(data);
      if (request.onProgress) request.onProgress(last, dataSet.clips.size());
    }
    data.close();
    check(data);

    // A sentence may hold a file's name, which need not be UTF-8.
    const std::string text = header.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    std::ofstream out(temporary, std::ios::binary);
    const uint64_t length = text.size();
    const size_t headerBytes = sizeof kMagic + sizeof length + text.size();
    const uintmax_t dataBytes = fs::file_size(dataPath);
    out.write(kMagic, sizeof kMagic);
    out.write(reinterpret_cast<const char*>(&length), sizeof length);
    out << text << std::string(aligned(headerBytes) - headerBytes, '\0');
    if (dataBytes > 0) out << std::ifstream(dataPath, std::ios::binary).rdbuf();
    // A stream does not tell that it took only a part of another's buffer.
    if (out.tellp() != std::streampos(std::streamoff(aligned(headerBytes) + dataBytes)))
      out.setstate(std::ios::failbit);
    out.close();
    check(out);
  });
}

}  // namespace

fs::path defaultCacheFolder() {
  if (const char* folder = std::getenv("XDG_CACHE_HOME"); folder != nullptr && *folder != '\0')
    return fs::path(folder) / "earwitness" / "features";
  if (const char* home = std::getenv("HOME"); home != nullptr && *home != '\0')
    return fs::path(home) / ".cache" / "earwitness" / "features";
  return fs::temp_directory_path() / "earwitness" / "features";
}

class FeatureStore::Mapping {
 public:
  explicit Mapping(const fs::path& path) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) return;
    struct stat status {};
    if (::fstat(file, &status) == 0 && status.st_size > 0) {
      size_ = size_t(status.st_size);
      void* address = ::mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, file, 0);
      bytes_ = address == MAP_FAILED ? nullptr : static_cast<const char*>(address);
    }
    ::close(file);
    readHeader();
  }
  ~Mapping() {
    if (bytes_ != nullptr) ::munmap(const_cast<char*>(bytes_), size_);
  }
  Mapping(const Mapping&) = delete;
  Mapping& operator=(const Mapping&) = delete;

  /// True where it is whole and belongs to so many clips.
  bool holds(size_t nClips) const {
    return !header_.is_null() &&
           header_.at("windows").size() + header_.at("problems").size() == nClips;
  }
  const nlohmann::json& header() const { return header_; }
  const float* floats() const { return reinterpret_cast<const float*>(bytes_ + dataStart_); }

 private:
  void readHeader() {
    uint64_t length = 0;
    const size_t fixed = sizeof kMagic + sizeof length;
    if (bytes_ == nullptr || size_ < fixed || std::memcmp(bytes_, kMagic, sizeof kMagic) != 0)
      return;
    std::memcpy(&length, bytes_ + sizeof kMagic, sizeof length);
    if (length > size_ - fixed) return;
    auto header = nlohmann::json::parse(bytes_ + fixed, bytes_ + fixed + length, nullptr, false);
    if (header.is_discarded()) return;
    dataStart_ = aligned(fixed + length);
    try {
      size_t nWindows = 0;
      for (size_t count : header.at("windows")) nWindows += count;
      const size_t windowBytes = header.at("window_frames").get<size_t>() *
                                 header.at("n_mels").get<size_t>() * sizeof(float);
      for (const auto& problem : header.at("problems"))
        if (!problem.at(0).is_number_unsigned() || !problem.at(1).is_string()) return;
      if (header.at("hashes").size() == header.at("windows").size() &&
          dataStart_ + nWindows * windowBytes == size_)
        header_ = std::move(header);
    } catch (const nlohmann::json::exception&) {
      // Not a header of ours: computed anew, as where the file is missing.
    }
  }

  const char* bytes_ = nullptr;
  size_t size_ = 0;
  size_t dataStart_ = 0;
  nlohmann::json header_;
};

FeatureStore::FeatureStore(FeatureStore&&) noexcept = default;
FeatureStore& FeatureStore::operator=(FeatureStore&&) noexcept = default;
FeatureStore::~FeatureStore() = default;

FeatureStore FeatureStore::open(DataSet& dataSet, const Request& request) {
  request.features.validate();
  removeProblemClips(dataSet);
  const fs::path folder = request.cacheFolder.empty() ? defaultCacheFolder() : request.cacheFolder;
  std::error_code failure;
  fs::create_directories(folder, failure);
  if (failure)
    throw Error("The feature cache folder '" + folder.string() +
                "' cannot be made: " + failure.message() + ".");
  const fs::path path = folder / (keyOf(dataSet, request) + ".features");

  FeatureStore store;
  store.mapping_ = std::make_unique<Mapping>(path);
  store.reused_ = store.mapping_->holds(dataSet.clips.size());
  if (!store.reused_) {
    writeStore(path, dataSet, request);
    store.mapping_ = std::make_unique<Mapping>(path);
    if (!store.mapping_->holds(dataSet.clips.size()))
      throw Error("The feature cache '" + path.string() +
                  "' cannot be read back; is the disk full?");
  }
  const nlohmann::json& header = store.mapping_->header();
  removeListedProblems(dataSet, header.at("problems"));
  store.windowFrames_ = header.at("window_frames");
  store.nMels_ = header.at("n_mels");
  store.firstWindow_.push_back(0);
  for (size_t count : header.at("windows"))
    store.firstWindow_.push_back(store.firstWindow_.back() + count);

  ContentHash identity;
  for (size_t i = 0; i < dataSet.clips.size(); ++i) {
    identity.add(header.at("hashes")[i].get<std::string>());
    identity.add(dataSet.labels[size_t(dataSet.clips[i].label)] + "\n");
  }
  store.fingerprint_ = identity.hex();
  return store;
}

std::span<const float> FeatureStore::window(size_t clip, size_t index) const {
  const size_t values = size_t(windowFrames_) * size_t(nMels_);
  return {mapping_->floats() + (firstWindow_[clip] + index) * values, values};
}

double suitableWindowSeconds(const DataSet& dataSet) {
  constexpr double kLongestSeconds = 10.0;
  constexpr double kShortestSeconds = 0.5;
  constexpr double kShare = 0.95;  // one long clip among a thousand does not decide
  std::vector<double> seconds;
  for (const Clip& clip : dataSet.clips) {
    try {
      seconds.push_back(AudioFileReader(clip.path).seconds());
    } catch (const Error&) {
      continue;  // told when the features are computed
    }
  }
  if (seconds.empty()) return kShortestSeconds;
  const auto most = seconds.begin() + long(std::ceil(double(seconds.size() - 1) * kShare));
  std::nth_element(seconds.begin(), most, seconds.end());
  return std::clamp(std::ceil(*most * 10.0 - 1e-6) / 10.0, kShortestSeconds, kLongestSeconds);
}

}  // namespace earwitness
