// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/sound_view/event_track.h"

#include <algorithm>
#include <array>
#include <limits>

namespace earwitness::gui {

namespace {

// M. Okabe and K. Ito, "Color Universal Design", 2008, without black.
constexpr std::array<QRgb, 7> kColours{0xe69f00, 0x56b4e9, 0x009e73, 0xf0e442,
                                       0xcc79a7, 0x0072b2, 0xd55e00};

double endOf(const PictureEvent& event) {
  return event.open ? std::numeric_limits<double>::infinity() : event.offsetSeconds;
}

QString sentenceOf(NearMissReason reason) {
  switch (reason) {
    case NearMissReason::BelowThreshold:
      return EventTrack::tr("Its score stayed below the threshold of the class.");
    case NearMissReason::TooShort:
      return EventTrack::tr("It was shorter than the minimum duration of this class.");
    case NearMissReason::CoolingDown:
      return EventTrack::tr(
          "It started within the minimum gap after the previous event of this class.");
    case NearMissReason::Quiet:
      return EventTrack::tr("It was no louder than the room noise.");
  }
  return {};
}

}  // namespace

QColor eventColour(int index) {
  return QColor(kColours[size_t(std::max(0, index)) % kColours.size()]);
}

PictureEvent pictureEvent(const Event& event, const QString& label) {
  return {.id = event.id,
          .label = label,
          .onsetSeconds = event.onsetSeconds,
          .offsetSeconds = event.offsetSeconds,
          .open = event.open,
          .score = event.peakScore,
          .colour = event.label,
          .nearMiss = false,
          .reason = {}};
}

PictureEvent pictureEvent(const NearMiss& nearMiss, const QString& label) {
  return {.id = -1 - nearMiss.id,
          .label = label,
          .onsetSeconds = nearMiss.onsetSeconds,
          .offsetSeconds = nearMiss.offsetSeconds,
          .open = false,
          .score = nearMiss.peakScore,
          .colour = nearMiss.label,
          .nearMiss = true,
          .reason = sentenceOf(nearMiss.reason)};
}

void EventTrack::setEvents(std::vector<PictureEvent> events) {
  items_.clear();
  reach_.clear();
  onsetOf_.clear();
  std::sort(events.begin(), events.end(), [](const PictureEvent& a, const PictureEvent& b) {
    return a.onsetSeconds < b.onsetSeconds;
  });
  for (const PictureEvent& event : events)
    if (!onsetOf_.contains(event.id)) insert(event, std::nullopt);
  if (current_ && !onsetOf_.contains(*current_)) setCurrent(std::nullopt);
  emit changed();
}

void EventTrack::put(const PictureEvent& event) {
  std::optional<int> row;
  if (const auto index = indexOf(event.id)) {
    if (at(*index) == event) return;
    row = rowAt(*index);
    removeAt(*index);
  }
  insert(event, row);
  emit changed();
}

void EventTrack::clear() {
  setEvents({});
}

void EventTrack::forgetBefore(double seconds) {
  const auto over = [&](const Item& item) { return endOf(item.event) < seconds; };
  if (std::none_of(items_.begin(), items_.end(), over)) return;
  for (const Item& item : items_)
    if (over(item)) onsetOf_.erase(item.event.id);
  std::erase_if(items_, over);
  updateReach(0);
  if (current_ && !onsetOf_.contains(*current_)) setCurrent(std::nullopt);
  emit changed();
}

std::optional<int> EventTrack::indexOf(int64_t id) const {
  const auto onset = onsetOf_.find(id);
  if (onset == onsetOf_.end()) return std::nullopt;
  auto item = std::lower_bound(
      items_.begin(), items_.end(), onset->second,
      [](const Item& i, double seconds) { return i.event.onsetSeconds < seconds; });
  while (item != items_.end() && item->event.id != id) ++item;
  if (item == items_.end()) return std::nullopt;
  return int(item - items_.begin());
}

std::vector<int> EventTrack::between(double startSeconds, double endSeconds) const {
  std::vector<int> found;
  // Before the first whose predecessors reach this far, nothing does.
  const auto first = std::lower_bound(reach_.begin(), reach_.end(), startSeconds);
  for (auto i = size_t(first - reach_.begin()); i < items_.size(); ++i) {
    const PictureEvent& event = items_[i].event;
    if (event.onsetSeconds > endSeconds) break;
    if (endOf(event) >= startSeconds) found.push_back(int(i));
  }
  return found;
}

void EventTrack::setCurrent(std::optional<int64_t> id) {
  if (id && !onsetOf_.contains(*id)) id.reset();
  if (id == current_) return;
  current_ = id;
  emit changed();
  emit currentChanged(current_.value_or(0));
}

bool EventTrack::step(int direction, double nearSeconds) {
  if (items_.empty()) return false;
  const auto index = current_ ? indexOf(*current_) : std::nullopt;
  int wanted = 0;
  if (index) {
    wanted = *index + direction;
  } else {
    const auto after = std::upper_bound(
        items_.begin(), items_.end(), nearSeconds,
        [](double seconds, const Item& item) { return seconds < item.event.onsetSeconds; });
    wanted = std::max(0, int(after - items_.begin()) - 1);
  }
  if (wanted < 0 || wanted >= size()) return false;
  setCurrent(at(wanted).id);
  return true;
}

void EventTrack::insert(const PictureEvent& event, std::optional<int> row) {
  const Item item{event, row ? *row : freeRow(event)};
  const auto place = std::upper_bound(
      items_.begin(), items_.end(), item,
      [](const Item& a, const Item& b) { return a.event.onsetSeconds < b.event.onsetSeconds; });
  const auto index = size_t(place - items_.begin());
  items_.insert(place, item);
  onsetOf_[event.id] = event.onsetSeconds;
  updateReach(index);
}

void EventTrack::removeAt(int index) {
  onsetOf_.erase(at(index).id);
  items_.erase(items_.begin() + index);
  updateReach(size_t(index));
}

int EventTrack::freeRow(const PictureEvent& event) const {
  std::array<bool, kRows> taken{};
  for (const int other : between(event.onsetSeconds, endOf(event)))
    taken[size_t(rowAt(other))] = true;
  const auto* free = std::find(taken.begin(), taken.end(), false);
  return free == taken.end() ? kRows - 1 : int(free - taken.begin());
}

void EventTrack::updateReach(size_t from) {
  reach_.resize(items_.size());
  for (size_t i = from; i < items_.size(); ++i)
    reach_[i] = std::max(i == 0 ? 0.0 : reach_[i - 1], endOf(items_[i].event));
}

}  // namespace earwitness::gui
