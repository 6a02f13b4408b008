// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/training/data_scan.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <map>
#include <thread>
#include <utility>

#include "app/gui/base/background.h"
#include "app/gui/base/core_text.h"
#include "app/gui/training/sound_set.h"
#include "core/base/error.h"
#include "core/base/look_alike.h"

namespace earwitness::gui {

namespace {

constexpr int kTellMs = 100;

/// As a scan joins them.
void joinAlike(std::vector<DataListing::Class>& classes) {
  std::map<std::string, size_t> counts;
  for (const DataListing::Class& its : classes) counts[its.label] = its.clips.size();
  const auto find = [&](const std::string& label) {
    return std::find_if(classes.begin(), classes.end(),
                        [&](const DataListing::Class& its) { return its.label == label; });
  };
  for (const std::vector<std::string>& names : alikeNames(counts))
    for (size_t i = 1; i < names.size(); ++i) {
      const auto other = find(names[i]);
      std::vector<std::filesystem::path> clips = std::move(other->clips);
      classes.erase(other);
      auto& all = find(names[0])->clips;
      all.insert(all.end(), clips.begin(), clips.end());
    }
}

DataListing listOwn(const DataRequest& request) {
  DataListing listing{
      .request = request, .isOwn = true, .layout = Layout::Folders, .classes = {}, .clips = 0};
  for (SoundClass& its : listSoundSet(request.root)) {
    listing.clips += its.clips.size();
    listing.classes.push_back({.label = its.name, .clips = std::move(its.clips)});
  }
  if (request.joinAlike) joinAlike(listing.classes);
  return listing;
}

DataListing listOther(const DataRequest& request) {
  const DataSet dataSet = scanDataSet(request);
  DataListing listing{.request = request,
                      .isOwn = false,
                      .layout = dataSet.layout,
                      .classes = {},
                      .clips = dataSet.clips.size(),
                      .obstacles = dataSet.obstacles};
  for (const std::string& label : dataSet.labels)
    listing.classes.push_back({.label = label, .clips = {}});
  for (const Clip& clip : dataSet.clips) {
    const std::filesystem::path address = clip.address();
    listing.classes[size_t(clip.label)].clips.push_back(address);
    for (const int label : clip.otherLabels)
      listing.classes[size_t(label)].clips.push_back(address);
    if (!clip.otherLabels.empty()) listing.severalLabels.insert(address);
  }
  return listing;
}

}  // namespace

struct DataScan::Work {
  DataRequest request;
  std::atomic<bool> stop{false};
  std::atomic<size_t> done{0};
  std::atomic<size_t> total{0};
  std::shared_ptr<const DataListing> listing;
  std::shared_ptr<const DataFindings> findings;
  QString problem;
};

DataScan::DataScan(QObject* parent) : QObject(parent) {
  clock_.setInterval(kTellMs);
  connect(&clock_, &QTimer::timeout, this, [this] {
    if (work_) emit progressed(work_->done.load(), work_->total.load());
  });
}

DataScan::~DataScan() {
  if (work_) work_->stop = true;
}

void DataScan::start(const DataRequest& request) {
  if (work_) work_->stop = true;
  auto work = std::make_shared<Work>();
  work->request = request;
  work_ = work;
  clock_.start();
  readInBackground(
      this,
      [work] {
        try {
          const bool isOwn = isOwnSet(work->request.root);
          work->listing = std::make_shared<const DataListing>(isOwn ? listOwn(work->request)
                                                                    : listOther(work->request));
        } catch (const std::exception&) {
          work->problem = shownProblem();
        }
      },
      [this, work] {
        if (work != work_) return;
        if (!work->listing) return end(work);
        emit listed(work->listing);
        if (work == work_) check(work);
      });
}

void DataScan::check(const std::shared_ptr<Work>& work) {
  if (work->listing->isOwn && work->listing->clips == 0) return end(work);
  readInBackground(
      this,
      [work] {
        DataCheckOptions options;
        // One core is left to the window.
        options.threads = std::max(1, int(std::thread::hardware_concurrency()) - 1);
        options.stop = &work->stop;
        options.onProgress = [&](size_t done, size_t total) {
          work->done = done;
          work->total = total;
        };
        try {
          auto findings = std::make_shared<DataFindings>();
          findings->report = checkDataSet(work->request, options);
          for (const DataProblem& problem : findings->report.problems)
            findings->problemsOf[addressOf(problem.path, problem.segment)].push_back(problem.kind);
          work->findings = std::move(findings);
        } catch (const std::exception&) {
          work->problem = shownProblem();
        }
      },
      [this, work] {
        if (work == work_) end(work);
      });
}

void DataScan::end(const std::shared_ptr<Work>& work) {
  work_.reset();
  clock_.stop();
  if (work->problem.isEmpty())
    emit finished(work->findings);
  else
    emit failed(work->problem);
}

void DataScan::cancel() {
  if (!work_) return;
  std::exchange(work_, nullptr)->stop = true;
  clock_.stop();
  emit cancelled();
}

}  // namespace earwitness::gui
