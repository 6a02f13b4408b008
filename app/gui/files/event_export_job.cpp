// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/files/event_export_job.h"

#include <QCoreApplication>
#include <algorithm>
#include <locale>
#include <sstream>

#include "app/gui/base/core_text.h"
#include "app/gui/base/text_format.h"
#include "app/gui/services/file_library.h"
#include "app/gui/sound_view/event_export.h"
#include "core/audio/audio_folder.h"
#include "core/base/atomic_file.h"
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
    exported.sourceStart = source.start;
  }
}

std::string tableOf(const std::vector<ExportedEvent>& events, ExportFormat format) {
  std::ostringstream text;
  text.imbue(std::locale::classic());  // some would group the digits of a number
  writeEvents(text, events, format);
  return text.str();
}

void makeFolder(const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) throw Error("The folder '%1' cannot be created: %2.", folder, error.message());
}

}  // namespace

void EventExportJob::add(const FileRecord& file) {
  if (!file.description || file.state != FileUpdate::State::Done) return;
  Source& source = sources.emplace_back();
  source.path = file.path;
  source.model = file.description;
  source.events = file.events;
  source.seconds = file.seconds;
  source.sampleRate = file.sampleRate;
  if (file.start.start) source.start = file.start.start->time;
}

namespace {

ExportOutcome exportEach(const EventExportJob& job) {
  makeFolder(job.target);
  ExportOutcome outcome;
  size_t nEvents = 0;
  size_t nFiles = 0;
  for (const EventExportJob::Source& source : job.sources) {
    std::vector<ExportedEvent> events;
    appendEvents(source, events);
    try {
      writeNewFile(job.target, source.path.stem().string(), fileEnding(job.format),
                   tableOf(events, job.format));
      nEvents += events.size();
      ++nFiles;
    } catch (const std::exception&) {
      outcome.failures << shownProblem();
    }
  }
  outcome.sentence =
      QCoreApplication::translate("EventExport", "%L1 events from %L2 files exported to '%3'.")
          .arg(nEvents)
          .arg(nFiles)
          .arg(QString::fromStdString(job.target.string()));
  return outcome;
}

}  // namespace

ExportOutcome runExport(const EventExportJob& job) {
  if (job.oneFilePerSource) return exportEach(job);
  std::vector<ExportedEvent> events;
  std::vector<ExportedFile> files;
  SameFiles known;
  for (const EventExportJob::Source& source : job.sources) {
    if (known.add(source.path)) continue;  // it is in the list twice
    files.push_back({source.path.string(), source.seconds});
    appendEvents(source, events);
  }
  exportEvents(job.target, events, job.format, files);
  return {exportedText(int(events.size()), textOf(job.target)), {}};
}

}  // namespace earwitness::gui
