// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <iostream>
#include <memory>
#include <optional>

#include "app/cli/commands.h"
#include "app/cli/export_options.h"
#include "app/cli/support.h"
#include "app/cli/text_table.h"
#include "core/base/clock_time.h"
#include "core/base/error.h"
#include "core/base/text.h"
#include "core/monitoring/event_store.h"

namespace fs = std::filesystem;

namespace earwitness {
namespace {

/// Of a list; files and counts hold everything unless a limit is given.
constexpr int64_t kUsualLimit = 50;
constexpr int64_t kNoLimit = -1;

struct EventsArguments {
  fs::path store;
  std::string from, to;
  std::vector<std::string> labels;
  std::string source;
  std::string verdict;
  std::optional<int64_t> limit;
  std::string counts;
  std::string zone;
  ExportOptions exports;
};

struct ReviewArguments {
  int64_t id = 0;
  std::string verdict;
};

struct VerdictName {
  Verdict verdict;
  const char* name;
};
constexpr VerdictName kVerdicts[] = {{Verdict::None, "none"},
                                     {Verdict::Right, "right"},
                                     {Verdict::Wrong, "wrong"},
                                     {Verdict::Relabelled, "relabelled"}};

Verdict verdictNamed(const std::string& name) {
  for (const VerdictName& verdict : kVerdicts)
    if (name == verdict.name) return verdict.verdict;
  throw Error("Unknown review '%1'. Use one of: none, right, wrong, relabelled.", name);
}

/// Characters of "2026-03-31 18:30:59".
constexpr size_t kToTheDay = 10;
constexpr size_t kToTheMinute = 16;

/// A --to without a time of day takes in that day.
int64_t endOf(const std::string& to) {
  const int64_t utcMs = utcMsOf(to);
  const bool isDay = to.find(':') == std::string::npos;
  return isDay ? localDayOf(utcMs).endUtcMs : utcMs;
}

EventQuery queryOf(const EventsArguments& arguments) {
  EventQuery query;
  if (!arguments.from.empty()) query.fromUtcMs = utcMsOf(arguments.from);
  if (!arguments.to.empty()) query.toUtcMs = endOf(arguments.to);
  query.labels = arguments.labels;
  query.source = arguments.source;
  if (!arguments.verdict.empty()) query.verdict = verdictNamed(arguments.verdict);
  query.limit = arguments.limit.value_or(kNoLimit);
  return query;
}

void printCounts(const EventStore& store, const EventQuery& query, const std::string& step) {
  if (step != "hour" && step != "day")
    throw Error("Events are counted per day or per hour, not per '%1'.", step);
  const bool perHour = step == "hour";
  TextTable table({step, "label", "events"});
  for (const EventCount& count : store.countsPer(perHour ? CountStep::Hour : CountStep::Day, query))
    table.add({localText(count.startUtcMs).substr(0, perHour ? kToTheMinute : kToTheDay),
               count.label, std::to_string(count.count)});
  std::cout << table.text();
}

void exportAll(const EventStore& store, const EventQuery& query, const EventsArguments& arguments,
               ExportFormat format) {
  std::vector<ExportedEvent> events;
  for (const StoredEvent& event : store.query(query)) events.push_back(exportedEvent(event));
  std::reverse(events.begin(), events.end());  // as they happened
  findSourceStarts(events, TimeZone::named(arguments.zone));
  arguments.exports.write(events, format);
}

std::string reviewText(const StoredEvent& event) {
  if (event.verdict == Verdict::Relabelled) return "was " + event.label;
  return exportedEvent(event).review;
}

void printList(const EventStore& store, EventQuery query) {
  if (query.limit == kNoLimit) query.limit = kUsualLimit;
  TextTable table({"id", "when", "from (s)", "seconds", "sound", "score", "review", "source"});
  const std::vector<StoredEvent> events = store.query(query);
  for (const StoredEvent& event : events)
    table.add({std::to_string(event.id), localText(event.onsetUtcMs),
               event.live ? "" : fixedPoint(event.onsetSeconds, 1),
               fixedPoint(event.offsetSeconds - event.onsetSeconds, 1), event.finalLabel(),
               percent(double(event.peakScore)), reviewText(event), event.source});
  const int64_t count = store.count(query);
  if (count == 0) {
    std::cout << "No stored events match.\n";
    return;
  }
  std::cout << table.text();
  if (int64_t(events.size()) < count)
    std::cout << "The newest " << events.size() << " of " << count
              << " events; --limit shows more.\n";
}

fs::path storeFileOf(const EventsArguments& arguments) {
  return arguments.store.empty() ? EventStore::usualFile() : arguments.store;
}

/// Looking at a store that is not there makes none.
fs::path storeOf(const EventsArguments& arguments) {
  const fs::path file = storeFileOf(arguments);
  if (!fs::exists(file))
    throw Error("There is no event store '%1' yet. Listening or analysing files creates one.",
                file);
  return file;
}

int runEvents(const EventsArguments& arguments) {
  const std::optional<ExportFormat> format = arguments.exports.format({storeFileOf(arguments)});
  const EventQuery query = queryOf(arguments);
  const EventStore store(storeOf(arguments));
  if (!arguments.counts.empty())
    printCounts(store, query, arguments.counts);
  else if (format)
    exportAll(store, query, arguments, *format);
  else
    printList(store, query);
  return EXIT_SUCCESS;
}

int runReview(const EventsArguments& arguments, const ReviewArguments& review) {
  EventStore store(storeOf(arguments));
  for (const VerdictName& verdict : kVerdicts)
    if (review.verdict == verdict.name && verdict.verdict != Verdict::Relabelled) {
      store.review(review.id, verdict.verdict);
      return EXIT_SUCCESS;
    }
  store.review(review.id, Verdict::Relabelled, review.verdict);
  return EXIT_SUCCESS;
}

void addOptions(CLI::App& command, EventsArguments& arguments) {
  command.add_option("--store", arguments.store, "Event store (default: your own)");
  command.add_option("--from", arguments.from,
                     "Only events from this day or time on: \"2026-03-31 18:30\"");
  command.add_option("--to", arguments.to,
                     "Only events up to the end of this day, or before this time");
  command.add_option("--label", arguments.labels, "Only events of this class (repeatable)");
  command.add_option("--source", arguments.source,
                     "Only events whose device or file name contains this text");
  command.add_option("--verdict", arguments.verdict,
                     "Only events with this review: none, right, wrong or relabelled");
  command
      .add_option("--limit", arguments.limit,
                  "At most this many events, newest first (default for lists: 50)")
      ->check(CLI::PositiveNumber);
  CLI::Option* counts =
      command.add_option("--counts", arguments.counts, "Count them per day or per hour");
  command.add_option("--zone", arguments.zone,
                     "Time zone in exports of file start times without one: Europe/Berlin, +02:00, "
                     "UTC, local (default: left as written)");
  arguments.exports.addTo(command);
  counts->excludes("--format");
  counts->excludes("--output");
}

}  // namespace

void addEventsCommand(CLI::App& program, Command& run) {
  auto arguments = std::make_shared<EventsArguments>();
  auto review = std::make_shared<ReviewArguments>();
  CLI::App* command =
      program.add_subcommand("events", "List, count, export and review stored events");
  addOptions(*command, *arguments);
  CLI::App* reviewCommand =
      command->add_subcommand("review", "Review an event: correct, wrong or another label");
  reviewCommand->add_option("id", review->id, "Number of the event, as listed")->required();
  reviewCommand->add_option("verdict", review->verdict, "right, wrong, none, or the correct label")
      ->required();
  command->callback([arguments, review, reviewCommand, &run] {
    if (reviewCommand->parsed())
      run = [arguments, review] { return runReview(*arguments, *review); };
    else
      run = [arguments] { return runEvents(*arguments); };
  });
}

}  // namespace earwitness
