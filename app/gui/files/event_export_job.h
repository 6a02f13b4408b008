#pragma once

#include <QString>
#include <filesystem>
#include <memory>
#include <vector>

#include "core/events/event.h"
#include "core/events/event_export.h"
#include "core/listening/model_description.h"

namespace earwitness::gui {

struct FileRecord;

/// Events of files on their way out of the program, apart from the library: written on another
/// thread.
struct EventExportJob {
  struct Source {
    std::filesystem::path path;
    std::shared_ptr<const ModelDescription> model;
    std::vector<Event> events;
    double seconds = 0.0;
    double sampleRate = 0.0;
  };
  std::vector<Source> sources;
  ExportFormat format = ExportFormat::Csv;
  /// The file to write; where each source has one of its own, the folder that they go into.
  std::filesystem::path target;
  bool oneFilePerSource = false;

  void add(const FileRecord& file);
};

/// Writes what the job says and returns one sentence about it. Files of the same name in different
/// folders get numbers. Throws Error with one sentence. Thread: worker.
QString runExport(const EventExportJob& job);

}  // namespace earwitness::gui
