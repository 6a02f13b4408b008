// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/services/event_log.h"

#include <nlohmann/json.hpp>

#include "core/base/clock_time.h"
#include "core/base/error.h"

namespace earwitness::gui {

EventLog::EventLog(const QString& path) : file_(path) {
  if (!file_.open(QIODevice::WriteOnly | QIODevice::Append))
    throw Error("The event log '%1' cannot be written: %2.", path.toStdString(),
                file_.errorString().toStdString());
}

void EventLog::write(const Event& event, const std::string& label, const QString& source) {
  const auto last = open_.find(event.id);
  if (event.open && last != open_.end() && last->second.offsetSeconds == event.offsetSeconds &&
      last->second.peakScore == event.peakScore)
    return;
  if (event.open)
    open_[event.id] = event;
  else
    open_.erase(event.id);
  const nlohmann::ordered_json line{
      {"time", utcText(utcMsNow())},   {"label", label},           {"onset", event.onsetSeconds},
      {"offset", event.offsetSeconds}, {"score", event.peakScore}, {"open", event.open},
      {"source", source.toStdString()}};
  file_.write(QByteArray::fromStdString(
      line.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + '\n'));
  file_.flush();
}

}  // namespace earwitness::gui
