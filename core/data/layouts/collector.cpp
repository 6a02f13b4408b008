#include <algorithm>

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/data/layouts/scanner.h"

namespace fs = std::filesystem;

namespace earwitness {

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

void ClipCollector::requireInside(const fs::path& path, const std::string& namedBy) {
  if (!mayTake(path))
    throw Error(namedBy + " a file outside its data set: " + inQuotes(path.string()) +
                "; move it there, or take it with --allow-outside.");
}

void ClipCollector::add(Clip clip, const std::string& className, const std::string& namedBy) {
  requireInside(clip.path, namedBy);
  std::error_code ignored;
  if (!fs::exists(clip.path, ignored)) leaveOut(clip.path, "missing");
  dataSet_.clips.push_back(std::move(clip));
  nameOfClip_.push_back(className);
}

void ClipCollector::leaveOut(const fs::path& path, const std::string& what) {
  dataSet_.problems.push_back({path, what});
}

DataSet ClipCollector::finish() {
  const std::set<std::string> names(nameOfClip_.begin(), nameOfClip_.end());
  dataSet_.labels.assign(names.begin(), names.end());
  for (size_t i = 0; i < dataSet_.clips.size(); ++i)
    dataSet_.clips[i].label =
        int(std::lower_bound(dataSet_.labels.begin(), dataSet_.labels.end(), nameOfClip_[i]) -
            dataSet_.labels.begin());
  return std::move(dataSet_);
}

std::vector<fs::path> sortedEntries(const fs::path& folder) {
  std::vector<fs::path> entries;
  for (const auto& entry : fs::directory_iterator(folder))
    if (!entry.path().filename().string().starts_with(".")) entries.push_back(entry.path());
  std::sort(entries.begin(), entries.end());
  return entries;
}

int foldIn(const fs::path& table, const std::string& column, const std::string& text) {
  try {
    size_t end = 0;
    const int fold = std::stoi(text, &end);
    if (end == text.size() && fold >= 1) return fold;
  } catch (const std::logic_error&) {
    // told below
  }
  throw Error("The column '" + column + "' of the table '" + table.string() + "' holds '" + text +
              "', which is not a whole number from 1 on.");
}

fs::path plainFileName(const fs::path& table, const std::string& name) {
  fs::path path = name;
  if (path.empty() || path.is_absolute() || name.find('\0') != std::string::npos ||
      std::find(path.begin(), path.end(), "..") != path.end())
    throw Error("The table '" + table.string() + "' names a file outside its data set: '" + name +
                "'.");
  return path;
}

}  // namespace earwitness
