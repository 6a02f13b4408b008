// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <filesystem>
#include <memory>
#include <optional>
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
    std::optional<CivilTime> start = {};  ///< of the recording
  };
  std::vector<Source> sources;
  ExportFormat format = ExportFormat::Csv;
  /// The file to write; where each source has one of its own, the folder that they go into.
  std::filesystem::path target;
  bool oneFilePerSource = false;

  void add(const FileRecord& file);
};

struct ExportOutcome {
  QString sentence;      ///< what was written
  QStringList failures;  ///< a sentence for each file that could not be written
};

/// Writes what the job says. One file for all replaces the one that is there. Where each source has
/// a file of its own, none is overwritten: names that are taken get numbers; one that cannot be
/// written does not keep the others from being written. Throws Error with one sentence if nothing
/// can be. Thread: worker.
ExportOutcome runExport(const EventExportJob& job);

}  // namespace earwitness::gui
