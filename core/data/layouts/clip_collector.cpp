// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/layouts/clip_collector.h"

#include <algorithm>

#include "core/base/error.h"
#include "core/base/text.h"

namespace fs = std::filesystem;

namespace earwitness {
namespace {

constexpr double kSameSeconds = 1e-3;  // ends of neighbours are rounded

/// "'Dog' and 'dog'"
Message quotedList(const AlikeNames& names) {
  Message list("'%1'", names.front());
  for (size_t i = 1; i + 1 < names.size(); ++i) list = Message("%1, '%2'", list, names[i]);
  return names.size() == 1 ? list : Message("%1 and '%2'", list, names.back());
}

}  // namespace

ClipCollector::ClipCollector(const DataRequest& request)
    : request_(request),
      folder_(fs::is_directory(request.root) ? request.root : request.root.parent_path()) {
  if (folder_.empty()) folder_ = ".";
  canonicalFolder_ = fs::canonical(folder_);
}

bool ClipCollector::isInside(const fs::path& canonical) const {
  return std::mismatch(canonicalFolder_.begin(), canonicalFolder_.end(), canonical.begin(),
                       canonical.end())
             .first == canonicalFolder_.end();
}

bool ClipCollector::mayTake(const fs::path& path) {
  if (request_.allowOutside) return true;
  const std::string name = path.filename().string();
  std::error_code ignored;
  if (name.empty() || name == "." || name == ".." || fs::is_symlink(path, ignored))
    return isInside(fs::weakly_canonical(path));
  const auto [known, isNew] = parentIsInside_.try_emplace(path.parent_path(), false);
  if (isNew) known->second = isInside(fs::weakly_canonical(known->first));
  return known->second;
}

void ClipCollector::requireInside(const fs::path& path, const Message& namedBy) {
  if (!mayTake(path))
    throw Error(
        "%1 a file outside its data set: '%2'. Move it there, or allow files outside "
        "(--allow-outside).",
        namedBy, path);
}

void ClipCollector::add(Clip clip, const std::string& className, const Message& namedBy) {
  add(std::move(clip), std::vector<std::string>{className}, namedBy);
}

void ClipCollector::add(Clip clip, const std::vector<std::string>& classNames,
                        const Message& namedBy) {
  requireInside(clip.path, namedBy);
  const auto [place, isNew] =
      places_.try_emplace({clip.path, clip.segment, clip.split, clip.fold}, dataSet_.clips.size());
  std::vector<std::string>* const before = isNew ? nullptr : &names_[place->second];
  const auto isThere = [&](const std::string& name) {
    return std::find(before->begin(), before->end(), name) != before->end();
  };
  // The same label once more is a duplicate, which the check tells.
  if (before != nullptr && std::none_of(classNames.begin(), classNames.end(), isThere)) {
    before->insert(before->end(), classNames.begin(), classNames.end());
    return;
  }
  std::error_code ignored;
  if (!fs::exists(clip.path, ignored))
    leaveOut(clip.path, Message("missing"), DataProblemKind::Missing);
  dataSet_.clips.push_back(std::move(clip));
  names_.push_back(classNames);
}

void ClipCollector::leaveOut(const fs::path& path, const Message& what, DataProblemKind kind) {
  dataSet_.problems.push_back({path, what, kind});
}

void ClipCollector::leaveOutUnlabelled(Clip clip, const fs::path& path, const Message& what) {
  leaveOut(path, what);
  if (mayTake(clip.path))
    dataSet_.unlabelled.push_back({std::move(clip), dataSet_.problems.back()});
}

void ClipCollector::warn(const fs::path& path, const Message& what, DataProblemKind kind,
                         const Segment& segment) {
  dataSet_.problems.push_back({path, what, kind, segment, false});
}

/// Each segment that begins before all earlier ones of its file have ended.
void ClipCollector::findOverlaps() {
  std::map<fs::path, std::vector<const Clip*>> byFile;
  for (const Clip& clip : dataSet_.clips)
    if (!clip.segment.isWhole()) byFile[clip.path].push_back(&clip);
  for (auto& [path, clips] : byFile) {
    std::stable_sort(clips.begin(), clips.end(), [](const Clip* a, const Clip* b) {
      return a->segment.begin < b->segment.begin;
    });
    const Clip* longest = nullptr;  // the one that ends last of those before
    for (const Clip* clip : clips) {
      if (longest != nullptr && clip->segment.begin < longest->segment.end - kSameSeconds)
        warn(path,
             Message("%1 (%2) overlaps %3 (%4)", clip->row, spanOf(clip->segment), longest->row,
                     spanOf(longest->segment)),
             DataProblemKind::Overlap, clip->segment);
      if (longest == nullptr || clip->segment.end > longest->segment.end) longest = clip;
    }
  }
}

/// Segments of one file are one recording, unless something else is known. Where all are of the
/// same one, a part of it has to validate.
void ClipCollector::keepOneRecordingTogether() {
  std::set<fs::path> files;
  for (const Clip& clip : dataSet_.clips)
    if (!clip.segment.isWhole() && clip.source.empty()) files.insert(clip.path);
  const bool isOne = files.size() == 1 &&
                     std::all_of(dataSet_.clips.begin(), dataSet_.clips.end(),
                                 [&](const Clip& clip) { return clip.path == *files.begin(); });
  if (isOne && dataSet_.clips.size() > 1)
    note(
        Message("All clips are from one recording ('%1'), so it is in both training and "
                "validation, and results may be too optimistic.",
                files.begin()->filename()));
  if (isOne) return;
  for (Clip& clip : dataSet_.clips)
    if (files.contains(clip.path) && clip.source.empty())
      clip.source = clip.path.lexically_relative(folder_).string();
  for (UnlabelledClip& its : dataSet_.unlabelled)
    if (!its.clip.segment.isWhole() && its.clip.source.empty())
      its.clip.source = its.clip.path.lexically_relative(folder_).string();
}

DataSet ClipCollector::finish() {
  findOverlaps();
  keepOneRecordingTogether();
  setLabels(dataSet_, names_, emptyClasses_);
  const std::vector<AlikeNames> alike = alikeLabels(dataSet_);
  if (request_.joinAlike) {
    joinLabels(dataSet_, alike);
  } else {
    for (const AlikeNames& names : alike)
      warn(folder_, Message("the classes %1 look alike", quotedList(names)),
           DataProblemKind::Alike);
  }
  return std::move(dataSet_);
}

}  // namespace earwitness
