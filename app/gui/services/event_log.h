// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QString>
#include <cstdint>
#include <map>

#include "core/events/event.h"

namespace earwitness::gui {

/// Appends one JSON object a line for each event that begins, changes or ends:
/// {"time": UTC ISO 8601 of the writing, "label", "onset", "offset": seconds of the stream,
/// "score", "open", "source": "live" or the file}. Thread: GUI.
class EventLog {
 public:
  /// Throws Error when the file cannot be written.
  explicit EventLog(const QString& path);
  void write(const Event& event, const std::string& label, const QString& source);

 private:
  QFile file_;
  std::map<int64_t, Event> open_;  ///< as last written, by id
};

}  // namespace earwitness::gui
