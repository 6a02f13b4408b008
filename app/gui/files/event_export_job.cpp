#include "app/gui/files/event_export_job.h"

#include <QCoreApplication>
#include <algorithm>
#include <set>

#include "app/gui/files/file_library.h"
#include "core/base/error.h"
#include "core/base/text.h"

namespace earwitness::gui {

namespace fs = std::filesystem;

namespace {

void appendEvents(const EventExportJob::Source& source, std::vector<ExportedEvent>& out) {
  std::vector<Event> events = source.events;
  std::stable_sort(events.begin(), events.end(), [](const Event& left, const Event& right) {
    return left.onsetSeconds < right.onsetSeconds;
  });
  for (const Event& event : events) {
    ExportedEvent& exported = out.emplace_back();
    exported.source = source.path.string();
    exported.startSeconds = event.onsetSeconds;
    exported.endSeconds = event.offsetSeconds;
    exported.label = source.model->labels[size_t(event.label)];
    exported.peakScore = event.peakScore;
    exported.meanScore = event.meanScore;
    exported.modelName = source.model->name;
    exported.modelFingerprint = source.model->fingerprint;
    exported.sourceSeconds = source.seconds;
    exported.sourceRate = source.sampleRate;
    exported.highHz = float(source.model->features.fMaxHz);
  }
}

/// "dog.csv", or "dog-2.csv" where that is taken by another file of the same export.
fs::path ownFile(const EventExportJob& job, const fs::path& source, std::set<fs::path>& taken) {
  const std::string ending(fileEnding(job.format));
  fs::path path = job.target / (source.stem().string() + ending);
  for (int number = 2; !taken.insert(path).second; ++number)
    path = job.target / (source.stem().string() + "-" + std::to_string(number) + ending);
  return path;
}

void makeFolder(const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error)
    throw Error("The folder " + inQuotes(folder.string()) + " cannot be made: " + error.message() +
                ".");
}

}  // namespace

void EventExportJob::add(const FileRecord& file) {
  if (!file.description || file.state != FileUpdate::State::Done) return;
  sources.push_back({file.path, file.description, file.events, file.seconds, file.sampleRate});
}

QString runExport(const EventExportJob& job) {
  size_t nEvents = 0;
  for (const EventExportJob::Source& source : job.sources) nEvents += source.events.size();
  if (job.oneFilePerSource) {
    makeFolder(job.target);
    std::set<fs::path> taken;
    for (const EventExportJob::Source& source : job.sources) {
      std::vector<ExportedEvent> events;
      appendEvents(source, events);
      exportEvents(ownFile(job, source.path, taken), events, job.format);
    }
    return QCoreApplication::translate("EventExport",
                                       "%L1 sounds of %L2 files were written into '%3'.")
        .arg(nEvents)
        .arg(job.sources.size())
        .arg(QString::fromStdString(job.target.string()));
  }
  std::vector<ExportedEvent> events;
  events.reserve(nEvents);
  for (const EventExportJob::Source& source : job.sources) appendEvents(source, events);
  exportEvents(job.target, events, job.format);
  return QCoreApplication::translate("EventExport", "%Ln sounds were written to '%1'.", nullptr,
                                     int(nEvents))
      .arg(QString::fromStdString(job.target.string()));
}

}  // namespace earwitness::gui
