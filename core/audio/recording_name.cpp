// SPDX-License-Identifier: GPL-3.0-or-later
// Starts of recordings in the names that recorders and phones give to files.
#include <algorithm>
#include <array>
#include <utility>

#include "core/audio/recording_start.h"
#include "core/base/case_fold.h"
#include "core/base/text.h"

namespace earwitness {

namespace {

constexpr int kFirstYear = 1990;
constexpr int kLastYear = 2099;
constexpr int64_t kDayMs = 86'400'000;
constexpr size_t kMaxNameBytes = 1024;
constexpr size_t kMaxConnectorBytes = 12;

bool isDigit(char c) {
  return c >= '0' && c <= '9';
}
bool isLetter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// The name without its ending. ".240331023000" is no ending: there is no letter in it.
std::string stemOf(const std::filesystem::path& file) {
  std::string name = file.filename().string();
  const size_t point = name.rfind('.');
  if (point != std::string::npos && point > 0 &&
      std::any_of(name.begin() + std::ptrdiff_t(point), name.end(), isLetter))
    name.resize(point);
  return name.size() > kMaxNameBytes ? std::string() : name;
}

/// Digits in a row.
struct Run {
  size_t begin = 0, end = 0;
  std::string_view text;
  int number(size_t from, size_t count) const {
    int value = 0;
    for (size_t i = from; i < from + count; ++i) value = value * 10 + (text[i] - '0');
    return value;
  }
  int number() const { return number(0, text.size()); }
};

std::vector<Run> runsIn(std::string_view name) {
  std::vector<Run> runs;
  for (size_t i = 0; i < name.size();) {
    size_t end = i;
    while (end < name.size() && isDigit(name[end])) ++end;
    if (end > i) runs.push_back({i, end, name.substr(i, end - i)});
    i = std::max(end, i + 1);
  }
  return runs;
}

using Date = std::array<int, 3>;  // year, month, day
struct TimeOfDay {
  int hour = 0, minute = 0, second = 0, millisecond = 0;
};

/// Something like a date, with all that it can mean, and maybe a time of day.
struct Group {
  std::vector<Date> dates = {};
  bool hasCentury = false;  ///< the year has four digits: this is a date, and nothing else
  std::optional<TimeOfDay> time = {};
  std::optional<int> utcOffsetMinutes = {};
  size_t nextRun = 0;
  size_t end = 0;         ///< in the name
  bool isBroken = false;  ///< what follows the time looks like a zone, but is none
};

class NameReader {
 public:
  NameReader(std::string_view name, int64_t nowUtcMs)
      : name_(name), runs_(runsIn(name)), latestMs_(nowUtcMs + kDayMs) {}

  StartFinding read() {
    std::vector<Group> groups;
    for (size_t run = 0; run < runs_.size();) {
      std::optional<Group> group = groupAt(run);
      run = group ? group->nextRun : run + 1;
      // A short date means something beside a time only: it may be any other number.
      if (group && (group->time || group->hasCentury)) groups.push_back(std::move(*group));
    }
    return chosen(groups);
  }

 private:
  static StartFinding ambiguous() {
    return {
        {},
        Message("The start of the recording is not known: the date or time in the file name can be "
                "read in several ways.")};
  }

  static StartFinding chosen(const std::vector<Group>& groups) {
    const Group* dated = nullptr;
    for (const Group& group : groups)
      if (group.time && dated == nullptr) dated = &group;
    if (dated == nullptr) return {};
    for (const Group& group : groups) {
      if (group.dates != dated->dates || group.isBroken) return ambiguous();
      if (group.time && &group != dated && startOf(group) != startOf(*dated)) return ambiguous();
    }
    if (dated->dates.size() != 1) return ambiguous();
    return {RecordingStart{startOf(*dated), StartSource::FileName}, {}};
  }

  static CivilTime startOf(const Group& group) {
    const Date& date = group.dates.front();
    const auto localMs = localMsOf({.year = date[0],
                                    .month = date[1],
                                    .day = date[2],
                                    .hour = group.time->hour,
                                    .minute = group.time->minute,
                                    .second = group.time->second,
                                    .millisecond = group.time->millisecond});
    return {localMs.value_or(0), group.utcOffsetMinutes};
  }

  void addDate(std::vector<Date>& dates, int year, int month, int day) const {
    const auto localMs = localMsOf({.year = year, .month = month, .day = day});
    if (!localMs || year < kFirstYear || year > kLastYear || *localMs > latestMs_) return;
    const Date date{year, month, day};
    if (std::ranges::count(dates, date) == 0) dates.push_back(date);
  }
  /// Two digits of a year each: year first, day first, month first. `yearFirst`: that is known.
  std::vector<Date> shortDates(int first, int second, int third, bool yearFirst) const {
    std::vector<Date> dates;
    addDate(dates, century(first), second, third);
    if (yearFirst) return dates;
    addDate(dates, century(third), second, first);
    addDate(dates, century(third), first, second);
    return dates;
  }
  static int century(int year) { return year >= 90 ? 1900 + year : 2000 + year; }
  std::vector<Date> longDates(const Run& run) const {
    std::vector<Date> dates;
    addDate(dates, run.number(0, 4), run.number(4, 2), run.number(6, 2));
    addDate(dates, run.number(4, 4), run.number(2, 2), run.number(0, 2));
    addDate(dates, run.number(4, 4), run.number(0, 2), run.number(2, 2));
    return dates;
  }

  static std::optional<TimeOfDay> timeOf(int hour, int minute, int second, int millisecond = 0) {
    if (hour > 23 || minute > 59 || second > 59) return std::nullopt;
    return TimeOfDay{hour, minute, second, millisecond};
  }

  std::optional<Group> groupAt(size_t run) const {
    std::optional<Group> group = wholeGroup(run);
    if (group) return withZone(std::move(*group));
    group = dateAt(run);
    if (!group || group->dates.empty()) return std::nullopt;
    addTime(*group);
    return group->time ? withZone(std::move(*group)) : std::move(group);
  }

  /// Date and time in one: "20240331023000", with milliseconds, and SoundTrap's "240331023000".
  std::optional<Group> wholeGroup(size_t index) const {
    const Run& run = runs_[index];
    const size_t digits = run.text.size();
    Group group{.nextRun = index + 1, .end = run.end};
    if (digits == 14 || digits == 17) {
      group.dates = longDates(run);
      group.hasCentury = true;
      group.time = timeOf(run.number(8, 2), run.number(10, 2), run.number(12, 2),
                          digits == 17 ? run.number(14, 3) : 0);
    } else if (digits == 12) {
      const bool isSoundTrap =
          index > 0 && runs_[index - 1].begin == 0 &&
          name_.substr(runs_[index - 1].end, run.begin - runs_[index - 1].end) == ".";
      return twelveDigits(std::move(group), run, isSoundTrap);
    }
    if (!group.time || group.dates.empty()) return std::nullopt;
    return group;
  }

  /// YYMMDDhhmmss or YYYYMMDDhhmm.
  std::optional<Group> twelveDigits(Group group, const Run& run, bool isSoundTrap) const {
    group.dates = shortDates(run.number(0, 2), run.number(2, 2), run.number(4, 2), isSoundTrap);
    group.time = timeOf(run.number(6, 2), run.number(8, 2), run.number(10, 2));
    if (!group.time) group.dates.clear();
    const auto minutes = timeOf(run.number(8, 2), run.number(10, 2), 0);
    std::vector<Date> longer;
    if (minutes && !isSoundTrap) longer = longDates(run);
    if (!longer.empty()) {
      group.isBroken = !group.dates.empty();
      group.hasCentury = true;
      group.dates = longer;
      group.time = minutes;
    }
    if (!group.time || group.dates.empty()) return std::nullopt;
    return group;
  }

  /// What parts runs `index` and `index + 1`; no value at the end.
  std::optional<std::string_view> gap(size_t index) const {
    if (index + 1 >= runs_.size()) return std::nullopt;
    return name_.substr(runs_[index].end, runs_[index + 1].begin - runs_[index].end);
  }
  /// Runs from `index` on of these lengths, with the same one character between them.
  bool areParted(size_t index, std::initializer_list<size_t> lengths,
                 std::string_view marks) const {
    size_t i = index;
    std::string_view mark;
    for (const size_t length : lengths) {
      if (i >= runs_.size() || runs_[i].text.size() != length) return false;
      if (i > index) {
        const std::string_view between = *gap(i - 1);
        if (between.size() != 1 || marks.find(between) == std::string_view::npos) return false;
        if (i > index + 1 && between != mark) return false;
        mark = between;
      }
      ++i;
    }
    return true;
  }

  std::optional<Group> dateAt(size_t index) const {
    const Run& run = runs_[index];
    Group group{.nextRun = index + 1, .end = run.end};
    if (run.text.size() == 8) {
      group.dates = longDates(run);
      group.hasCentury = true;
    } else if (run.text.size() == 6) {
      group.dates = shortDates(run.number(0, 2), run.number(2, 2), run.number(4, 2),
                               followsYearFirstWord(run.begin));
    } else if (areParted(index, {4, 2, 2}, "-_. ")) {
      addDate(group.dates, run.number(), runs_[index + 1].number(), runs_[index + 2].number());
      group.hasCentury = true;
      group.nextRun = index + 3;
    } else if (areParted(index, {2, 2, 4}, "-_. ")) {
      const int year = runs_[index + 2].number();
      addDate(group.dates, year, runs_[index + 1].number(), run.number());
      addDate(group.dates, year, run.number(), runs_[index + 1].number());
      group.hasCentury = true;
      group.nextRun = index + 3;
    } else if (areParted(index, {2, 2, 2}, "-_. ")) {
      group.dates = shortDates(run.number(), runs_[index + 1].number(), runs_[index + 2].number(),
                               followsYearFirstWord(run.begin));
      group.nextRun = index + 3;
    } else {
      return std::nullopt;
    }
    group.end = runs_[group.nextRun - 1].end;
    return group;
  }

  std::string wordBefore(size_t position) const {
    std::string before = foldedCase(name_.substr(0, position));
    while (!before.empty() &&
           (before.back() == ' ' || before.back() == '_' || before.back() == '-'))
      before.pop_back();
    return before;
  }
  /// Samsung's "Voice 240331_023000" has the year first.
  bool followsYearFirstWord(size_t position) const { return wordBefore(position) == "voice"; }
  /// After these words four digits are a time; elsewhere "20240331_0012" may be the twelfth file.
  bool followsPhoneWord(size_t position) const {
    const std::string before = wordBefore(position);
    return std::ranges::any_of(std::array{"recording", "record", "rec", "voice", "audio", "memo",
                                          "call", "sound", "запись", "aufnahme"},
                               [&before](const char* word) { return before.ends_with(word); });
  }

  /// What may stand between date and time: "_", " ", "T", " at ", "-birdnet-".
  static bool isConnector(std::string_view text) {
    if (text.empty() || text.size() > kMaxConnectorBytes) return false;
    std::string word;
    for (const char c : text) {
      if (isLetter(c))
        word += lowerAscii(c);
      else if (std::string_view("_- .,$@").find(c) == std::string_view::npos)
        return false;
    }
    return word.empty() ? text.size() <= 3 : word == "t" || word == "at" || word == "birdnet";
  }

  void addTime(Group& group) const {
    const size_t index = group.nextRun;
    const auto between = gap(index - 1);
    if (!between || !isConnector(*between)) return;
    const Run& run = runs_[index];
    size_t runs = 1;
    if (run.text.size() == 6) {
      group.time = timeOf(run.number(0, 2), run.number(2, 2), run.number(4, 2));
    } else if (run.text.size() == 4 && *between != "." && hasPlainMinutes(group, *between)) {
      group.time = timeOf(run.number(0, 2), run.number(2, 2), 0);
    } else if (run.text.size() <= 2) {
      runs = addPartedTime(group, index);
    }
    if (!group.time) return;
    group.nextRun = index + runs;
    group.end = runs_[group.nextRun - 1].end;
    addHalfOfDay(group, index);
    if (group.time) addMilliseconds(group, *between);
  }

  bool hasPlainMinutes(const Group& group, std::string_view between) const {
    if (between == "T" || between == "t") return true;
    const size_t dateRuns = group.nextRun >= 3 && runs_[group.nextRun - 1].text.size() == 2 ? 3 : 1;
    return followsPhoneWord(runs_[group.nextRun - dateRuns].begin);
  }

  /// "02-30-00", "02.30", "2.30.00 PM". Returns the number of runs.
  size_t addPartedTime(Group& group, size_t index) const {
    constexpr std::string_view kMarks = "-_.:h";
    const size_t hourDigits = runs_[index].text.size();
    if (hourDigits == 1 && !isHalfOfDay(index)) return 0;
    if (areParted(index, {hourDigits, 2, 2}, kMarks)) {
      group.time =
          timeOf(runs_[index].number(), runs_[index + 1].number(), runs_[index + 2].number());
      return 3;
    }
    if (areParted(index, {hourDigits, 2}, kMarks)) {
      const auto after = gap(index + 1);
      // Of three parts of other lengths, two are no time.
      if (after && *after == *gap(index) && runs_[index + 2].text.size() < 3) return 0;
      group.time = timeOf(runs_[index].number(), runs_[index + 1].number(), 0);
      return 2;
    }
    return 0;
  }

  /// Where "AM" or "PM" ends after the time that begins at a run; 0 for none.
  size_t endOfHalf(size_t position) const {
    while (position < name_.size() && (name_[position] == ' ' || name_[position] == '_'))
      ++position;
    if (position + 2 > name_.size()) return 0;
    const std::string half = foldedCase(name_.substr(position, 2));
    const bool ends = position + 2 == name_.size() || !isLetter(name_[position + 2]);
    return (half == "am" || half == "pm") && ends ? position + 2 : 0;
  }
  bool isHalfOfDay(size_t index) const {
    for (size_t i = index; i < std::min(index + 3, runs_.size()); ++i)
      if (endOfHalf(runs_[i].end) != 0) return true;
    return false;
  }
  void addHalfOfDay(Group& group, size_t firstRun) const {
    const size_t end = endOfHalf(group.end);
    if (end == 0) return;
    const bool afternoon = foldedCase(name_.substr(end - 2, 2)) == "pm";
    group.end = end;
    int& hour = group.time->hour;
    if (hour < 1 || hour > 12 || firstRun >= runs_.size()) {
      group.isBroken = true;
      return;
    }
    hour = hour % 12 + (afternoon ? 12 : 0);
  }

  /// PAMGuard's "_123", and ".123" of ISO 8601. Elsewhere three digits may count files.
  void addMilliseconds(Group& group, std::string_view between) const {
    if (group.nextRun >= runs_.size() || runs_[group.nextRun].text.size() != 3) return;
    const std::string_view mark = *gap(group.nextRun - 1);
    const bool isPamGuard = foldedCase(name_.substr(0, 4)) == "pam_" && mark == "_";
    const bool isIso = (between == "T" || between == "t") && mark == ".";
    if (!isPamGuard && !isIso) return;
    group.time->millisecond = runs_[group.nextRun].number();
    group.end = runs_[group.nextRun].end;
    ++group.nextRun;
  }

  /// A zone right after the time: "Z", "+0100", "-04-00", " UTC", "UTC+1".
  Group withZone(Group group) const {
    std::string_view rest = name_.substr(group.end);
    while (!rest.empty() && (rest.front() == ' ' || rest.front() == '_')) rest.remove_prefix(1);
    const bool isApart = rest.size() < name_.size() - group.end;
    const std::string_view zone = zoneIn(rest);
    if (zone.empty()) return group;
    // "_Z" may be anything.
    if ((zone == "Z" || zone == "z") && isApart) return group;
    const size_t zoneEnd = size_t(zone.data() - name_.data()) + zone.size();
    std::string plain(zone);
    // A colon is rare in names: "+01-00", "+01.00".
    for (size_t i = 1; i + 1 < plain.size(); ++i)
      if (isDigit(plain[i - 1]) && !isDigit(plain[i])) plain[i] = ':';
    auto offset = utcOffsetIn(plain);
    if (offset && *offset % 15 != 0) offset.reset();
    // "-0001" is the first file, and no zone.
    if (zone.front() == '-' && !(offset && isRealOffset(*offset) && zone.size() >= 5)) return group;
    if (!offset) {
      group.isBroken = true;
      return group;
    }
    group.utcOffsetMinutes = *offset;
    group.end = zoneEnd;
    while (group.nextRun < runs_.size() && runs_[group.nextRun].begin < zoneEnd) ++group.nextRun;
    return group;
  }

  /// What looks like a zone at the front of a text.
  static std::string_view zoneIn(std::string_view text) {
    size_t end = 0;
    if (text.starts_with("Z") || text.starts_with("z"))
      return text.size() == 1 || (!isLetter(text[1]) && !isDigit(text[1])) ? text.substr(0, 1)
                                                                           : std::string_view();
    if (text.starts_with("UTC") || text.starts_with("GMT")) {
      end = 3;
      if (end < text.size() && isLetter(text[end])) return {};
    }
    if (end < text.size() && (text[end] == '+' || text[end] == '-')) {
      size_t digits = end + 1;
      while (digits < text.size() && isDigit(text[digits])) ++digits;
      if (digits == end + 1) return text.substr(0, end);
      const bool hasMinutes =
          digits == end + 3 && digits + 2 < text.size() &&
          std::string_view("-:.").find(text[digits]) != std::string_view::npos &&
          isDigit(text[digits + 1]) && isDigit(text[digits + 2]) &&
          (digits + 3 == text.size() || !isDigit(text[digits + 3]));
      if (hasMinutes) digits += 3;
      if (digits < text.size() && (isLetter(text[digits]) || text[digits] == '+')) return {};
      return text.substr(0, digits);
    }
    return text.substr(0, end);
  }

  /// Behind UTC: whole hours, Newfoundland and the Marquesas.
  static bool isRealOffset(int minutes) {
    return minutes >= -12 * 60 && minutes <= -60 &&
           (minutes % 60 == 0 || minutes == -210 || minutes == -150 || minutes == -570);
  }

  std::string_view name_;
  std::vector<Run> runs_;
  int64_t latestMs_;
};

/// Older AudioMoths: seconds since the epoch in eight hexadecimal digits, in capitals. One of
/// digits alone may be a number of another kind.
std::optional<RecordingStart> hexadecimalStart(std::string_view stem, int64_t nowUtcMs) {
  constexpr int64_t kFirstAudioMoth = 0x56800000;  // the end of 2015
  if (stem.size() != 8 || std::ranges::all_of(stem, isDigit)) return std::nullopt;
  int64_t seconds = 0;
  for (const char c : stem) {
    if (!isDigit(c) && (c < 'A' || c > 'F')) return std::nullopt;
    seconds = seconds * 16 + (isDigit(c) ? c - '0' : c - 'A' + 10);
  }
  if (seconds < kFirstAudioMoth || seconds * 1000 > nowUtcMs + kDayMs) return std::nullopt;
  return RecordingStart{{seconds * 1000, 0}, StartSource::FileName};
}

}  // namespace

StartFinding startInName(const std::filesystem::path& file, int64_t nowUtcMs) {
  const std::string stem = stemOf(file);
  if (const auto start = hexadecimalStart(stem, nowUtcMs)) return {start, {}};
  return NameReader(stem, nowUtcMs).read();
}

}  // namespace earwitness
