// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QtTest>
#include <algorithm>
#include <clocale>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <nlohmann/json.hpp>

#include "core/base/atomic_file.h"
#include "core/events/event_export.h"
#include "tests/unit/base/error_of.h"

using namespace earwitness;
namespace fs = std::filesystem;

namespace {

using Row = std::vector<std::string>;

/// RFC 4180: CRLF between records, fields in quotes where they hold what parts fields.
std::vector<Row> parseCsv(const std::string& text) {
  std::vector<Row> rows;
  Row row;
  std::string field;
  bool quoted = false;
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted) {
      if (c != '"')
        field += c;
      else if (i + 1 < text.size() && text[i + 1] == '"')
        field += text[++i];
      else
        quoted = false;
    } else if (c == '"' && field.empty()) {
      quoted = true;
    } else if (c == ',') {
      row.push_back(std::exchange(field, {}));
    } else if (c == '\r' && i + 1 < text.size() && text[i + 1] == '\n') {
      row.push_back(std::exchange(field, {}));
      rows.push_back(std::exchange(row, {}));
      ++i;
    } else {
      field += c;
    }
  }
  return field.empty() && row.empty() && !quoted ? rows : std::vector<Row>();
}

/// Lines that end in \n, fields between tabs: Audacity's and Raven's.
std::vector<Row> parseTabbed(const std::string& text) {
  std::vector<Row> rows;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    Row row(1);
    for (const char c : line)
      if (c == '\t')
        row.emplace_back();
      else
        row.back() += c;
    rows.push_back(row);
  }
  return rows;
}

ExportedEvent heardIn(const std::string& source, double start, double end,
                      const std::string& label) {
  ExportedEvent event;
  event.source = source;
  event.startSeconds = start;
  event.endSeconds = end;
  event.label = label;
  event.peakScore = 0.87F;
  event.meanScore = 0.5F;
  event.modelName = "Report's network, \"ESC-50\"";
  event.modelFingerprint = "0123abcd";
  event.sourceSeconds = 60.0;
  event.sourceRate = 44100.0;
  event.highHz = 8000.0F;
  return event;
}

/// Two files with labels that no format likes.
std::vector<ExportedEvent> fileEvents() {
  std::vector<ExportedEvent> events = {
      heardIn("/sounds/a,b.wav", 1.0, 2.5, "Siren"),
      heardIn("/sounds/a,b.wav", 1.0 / 3.0, 1234.5, "tab\tquote\"comma,line\nend"),
      heardIn("/sounds/Straße.flac", 0.1 + 0.2, 0.75, "Собака \\ 犬"),
  };
  events[0].review = "right";
  events[1].sourceSeconds = 0.0;
  events[2].sourceRate = 8000.0;
  events[2].peakScore = 1e-7F;
  return events;
}

std::vector<ExportedEvent> liveEvents() {
  // 2026-03-01T23:59:58.250Z, and the next day; newest first, as the history has them.
  constexpr int64_t kOnsetUtcMs = 1'772'409'598'250;
  std::vector<ExportedEvent> events = {heardIn("USB, microphone", 70.0, 71.0, "Dog"),
                                       heardIn("USB, microphone", 50.0, 53.5, "Siren")};
  events[0].onsetUtcMs = kOnsetUtcMs + 20'000;
  events[1].onsetUtcMs = kOnsetUtcMs;
  for (ExportedEvent& one : events) one.sourceSeconds = 0.0;
  return events;
}

/// Four recordings: one with a zone, one without, one without events, one without a start.
std::vector<ExportedFile> severalFiles() {
  return {{"/sounds/SITE_20240331_023000.wav", 8.0},
          {"/sounds/silence.wav", 10.0},
          {"/sounds/=c.wav", 3.0},
          {"/sounds/-d.wav", 20.25}};
}

std::vector<ExportedEvent> severalFilesEvents() {
  const auto files = severalFiles();
  std::vector<ExportedEvent> events = {heardIn(files[0].source, 1.0, 2.5, "Siren"),
                                       heardIn(files[0].source, 7.0, 8.0, "+Dog"),
                                       heardIn(files[2].source, 1.0, 2.0, "=SUM(A1:A9)"),
                                       heardIn("-d.wav", 20.0, 20.25, "Dog, \"wet\"")};
  events[3].source = files[3].source;
  events[2].modelName = "@model";
  events[0].sourceStart = events[1].sourceStart = civilTimeIn("2024-03-31T02:30:00+01:00");
  events[3].sourceStart = civilTimeIn("2023-12-31 23:59:40.100");
  for (ExportedEvent& event : events) event.sourceSeconds = 0.0;
  return events;
}

std::string written(const std::vector<ExportedEvent>& events, ExportFormat format) {
  std::ostringstream out;
  writeEvents(out, events, format);
  return out.str();
}

/// Thousands in groups, and a comma for a point.
struct GermanNumbers : std::numpunct<char> {
  char do_decimal_point() const override { return ','; }
  char do_thousands_sep() const override { return '.'; }
  std::string do_grouping() const override { return "\3"; }
};

}  // namespace

class TestEventExport : public QObject {
  Q_OBJECT

 private slots:
  // Listened to as if it was a microphone's: it has a time, and a place in its file.
  void aFileThatIsListenedTo() {
    ExportedEvent event;
    event.source = "/sounds/day.wav";
    event.onsetUtcMs = 1'767'323'045'678;
    event.startSeconds = 9.5;
    event.endSeconds = 10.25;
    event.label = "Dog";
    event.peakScore = 0.5F;
    event.sourceSeconds = 90.0;
    ExportedEvent other = event;
    other.source = "/sounds/night.wav";
    const auto written = [&](ExportFormat format) {
      std::ostringstream out;
      writeEvents(out, {event, other}, format);
      return out.str();
    };
    const std::string lines = written(ExportFormat::JsonLines);
    const auto line = nlohmann::json::parse(lines.substr(0, lines.find('\n')));
    QCOMPARE(line.at("source").get<std::string>(), event.source);
    QCOMPARE(line.at("start").get<std::string>(), std::string("2026-01-02T03:04:05.678Z"));
    QCOMPARE(line.at("onset").get<double>(), 9.5);
    QCOMPARE(line.at("offset").get<double>(), 10.25);
    const std::vector<Row> labels = parseTabbed(written(ExportFormat::Audacity));
    QCOMPARE(labels.at(0).at(0), std::string("9.500000"));
    QCOMPARE(labels.at(1).at(0), std::string("99.500000"));
    const std::vector<Row> raven = parseTabbed(written(ExportFormat::Raven));
    QCOMPARE(raven.at(2).at(3), std::string("99.500000"));
    constexpr size_t kFileOffset = 10;
    QCOMPARE(raven.at(2).at(kFileOffset), std::string("9.500000"));
  }

  void namesAndEndings() {
    for (const auto& [name, format] :
         {std::pair("csv", ExportFormat::Csv), std::pair("jsonl", ExportFormat::JsonLines),
          std::pair("audacity", ExportFormat::Audacity), std::pair("raven", ExportFormat::Raven)}) {
      QCOMPARE(exportFormatNamed(name), format);
      QVERIFY(exportFormatOf("x" + std::string(fileEnding(format))) == format);
    }
    // The ending alone asks for what programs read.
    QCOMPARE(exportFormatNamed("spreadsheet"), ExportFormat::Spreadsheet);
    QVERIFY(fileEnding(ExportFormat::Spreadsheet) == ".csv");
    QVERIFY(exportFormatOf("x.csv") == ExportFormat::Csv);
    QVERIFY(exportFormatOf("/a.csv/B.TXT") == ExportFormat::Audacity);
    QVERIFY(!exportFormatOf("labels.doc") && !exportFormatOf("csv"));
    const QString error = errorOf([] { exportFormatNamed("xlsx"); });
    QVERIFY2(isSentence(error) && error.contains("xlsx") && error.contains("raven"),
             qPrintable(error));
  }

  void csvOfFiles() {
    const auto events = fileEvents();
    const auto rows = parseCsv(written(events, ExportFormat::Csv));
    QCOMPARE(rows.size(), events.size() + 1);
    QVERIFY(rows[0] == Row({"source", "start", "end", "label", "peak_score", "mean_score", "model",
                            "model_fingerprint", "review", "start_time", "end_time"}));
    QVERIFY(rows[1] == Row({"/sounds/a,b.wav", "1.000", "2.500", "Siren", "0.87", "0.5",
                            "Report's network, \"ESC-50\"", "0123abcd", "right", "", ""}));
    for (size_t i = 0; i < events.size(); ++i) {
      QCOMPARE(rows[i + 1].size(), rows[0].size());
      QCOMPARE(rows[i + 1][0], events[i].source);
      QCOMPARE(rows[i + 1][3], events[i].label);
      QCOMPARE(std::stof(rows[i + 1][4]), events[i].peakScore);
      QVERIFY(std::abs(std::stod(rows[i + 1][1]) - events[i].startSeconds) <= 0.0005);
    }
  }

  void csvOfLiveEventsIsUtc() {
    const auto rows = parseCsv(written(liveEvents(), ExportFormat::Csv));
    QCOMPARE(rows[1][1], std::string("2026-03-02T00:00:18.250Z"));
    QCOMPARE(rows[2][1], std::string("2026-03-01T23:59:58.250Z"));
    QCOMPARE(rows[2][2], std::string("2026-03-02T00:00:01.750Z"));
    for (const size_t row : {1U, 2U})
      for (const size_t column : {1U, 2U}) QCOMPARE(rows[row][column + 8], rows[row][column]);
  }

  void timesOfRecordingsWhoseStartIsKnown() {
    auto events = fileEvents();
    events[0].sourceStart = civilTimeIn("2024-03-31T02:30:00+01:00");
    events[1].sourceStart = civilTimeIn("2024-12-31 23:59:59.900");
    const auto csv = parseCsv(written(events, ExportFormat::Csv));
    QCOMPARE(csv[1][9], std::string("2024-03-31T02:30:01.000+01:00"));
    QCOMPARE(csv[1][10], std::string("2024-03-31T02:30:02.500+01:00"));
    QCOMPARE(csv[2][9], std::string("2025-01-01T00:00:00.233"));
    QCOMPARE(csv[2][10], std::string("2025-01-01T00:20:34.400"));
    QCOMPARE(csv[3][9], std::string());
    std::istringstream lines(written(events, ExportFormat::JsonLines));
    for (const Row& row : std::vector<Row>(csv.begin() + 1, csv.end())) {
      std::string line;
      std::getline(lines, line);
      const auto json = nlohmann::json::parse(line);
      QCOMPARE(json.at("start_time").is_null(), row[9].empty());
      if (!row[9].empty()) QCOMPARE(json.at("start_time").get<std::string>(), row[9]);
      if (!row[9].empty()) QCOMPARE(json.at("end_time").get<std::string>(), row[10]);
    }
    const auto raven = parseTabbed(written(events, ExportFormat::Raven));
    const auto clock = [&raven](size_t row) {
      return Row(raven[row].begin() + 11, raven[row].end());
    };
    QVERIFY(clock(0) == Row({"Begin Date", "Begin Clock Time", "UTC Offset"}));
    QVERIFY(clock(1) == Row({"2024/03/31", "02:30:01.000", "+01:00"}));
    QVERIFY(clock(2) == Row({"2025/01/01", "00:00:00.233", ""}));
    QVERIFY(clock(3) == Row({"", "", ""}));
  }

  void startsAreFoundInNames() {
    auto events = fileEvents();
    events[0].source = "/nowhere/20240331_023000.wav";
    const auto live = liveEvents();
    events.insert(events.end(), live.begin(), live.end());
    findSourceStarts(events, TimeZone::named("UTC"));
    QCOMPARE(startTimeText(events[0]), std::string("2024-03-31T02:30:01.000Z"));
    QVERIFY(!events[1].sourceStart && !events[3].sourceStart);
    // One that is known already stays.
    events[0].sourceStart = civilTimeIn("2020-01-01 00:00");
    findSourceStarts(events, {});
    QCOMPARE(startTimeText(events[0]), std::string("2020-01-01T00:00:01.000"));
  }

  void spreadsheetsGetNoFormulas() {
    auto events = fileEvents();
    events[0].source = "-a.wav";
    events[0].label = "=1+1";
    const auto safe = parseCsv(written(events, ExportFormat::Spreadsheet));
    QCOMPARE(safe[1][0], std::string("'-a.wav"));
    QCOMPARE(safe[1][3], std::string("'=1+1"));
    QCOMPARE(safe[2][3], events[1].label);
    const auto plain = parseCsv(written(events, ExportFormat::Csv));
    QCOMPARE(plain[1][3], std::string("=1+1"));
    for (const auto format : {ExportFormat::JsonLines, ExportFormat::Raven, ExportFormat::Audacity})
      QVERIFY(written(events, format).find('\'' + events[0].label) == std::string::npos);
  }

  void jsonLines() {
    auto events = fileEvents();
    const auto live = liveEvents();
    events.insert(events.end(), live.begin(), live.end());
    std::istringstream lines(written(events, ExportFormat::JsonLines));
    size_t count = 0;
    for (std::string line; std::getline(lines, line); ++count) {
      const auto json = nlohmann::json::parse(line);
      QVERIFY(count < events.size());
      QCOMPARE(json.at("source").get<std::string>(), events[count].source);
      QCOMPARE(json.at("label").get<std::string>(), events[count].label);
      QCOMPARE(json.at("peak_score").get<float>(), events[count].peakScore);
      QCOMPARE(json.at("mean_score").get<float>(), events[count].meanScore);
      QCOMPARE(json.at("model").get<std::string>(), events[count].modelName);
      QCOMPARE(json.at("review").get<std::string>(), events[count].review);
      QCOMPARE(json.at("start").is_string(), events[count].onsetUtcMs != 0);
    }
    QCOMPARE(count, events.size());
    ExportedEvent odd = heardIn("/sounds/\xff.wav", 0.0, 1.0, "Siren");
    QVERIFY(nlohmann::json::parse(written({odd}, ExportFormat::JsonLines)).is_object());
  }

  void audacityLabelsRunOnOverFiles() {
    const auto rows = parseTabbed(written(fileEvents(), ExportFormat::Audacity));
    QCOMPARE(rows.size(), size_t(3));
    QVERIFY(rows[0] == Row({"1.000000", "2.500000", "Siren 0.87 (a,b.wav)"}));
    QVERIFY(rows[1] ==
            Row({"0.333333", "1234.500000", "tab quote\"comma,line end 0.87 (a,b.wav)"}));
    // The first file is as long as its last event, which ends behind the length that is given.
    QCOMPARE(rows[2][0], std::string("1234.800000"));
    const auto alone =
        parseTabbed(written({heardIn("a.wav", 1.0, 2.0, "x")}, ExportFormat::Audacity));
    QVERIFY(alone[0] == Row({"1.000000", "2.000000", "x 0.87"}));
  }

  void filesWithoutEventsCount() {
    const std::vector<ExportedEvent> events = {heardIn("a.wav", 1.0, 2.0, "x"),
                                               heardIn("c.wav", 1.0, 2.0, "x")};
    const std::vector<ExportedFile> files = {
        {"a.wav", 8.0}, {"b.wav", 10.0}, {"c.wav", 3.0}, {"d.wav", 5.0}};
    std::ostringstream audacity;
    writeEvents(audacity, {events[1]}, ExportFormat::Audacity, files);
    QCOMPARE(audacity.str(), std::string("19.000000\t20.000000\tx 0.87 (c.wav)\n"));
    std::ostringstream raven;
    auto shortened = events;  // the file's length, not that of the longest event, is known for all
    for (ExportedEvent& event : shortened) event.sourceSeconds = 0.0;
    writeEvents(raven, shortened, ExportFormat::Raven, files);
    const auto rows = parseTabbed(raven.str());
    QCOMPARE(rows[1][3], std::string("1.000000"));
    QCOMPARE(rows[2][3], std::string("19.000000"));
    QCOMPARE(rows[2][10], std::string("1.000000"));
  }

  void oneFileOfManyNamesCountsOnce() {
    const std::string a = (root_ / "a.wav").string();
    const std::string link = (root_ / "link.wav").string();
    const std::string dotted = (root_ / "." / "a.wav").string();
    std::ofstream(a) << "x";
    fs::create_symlink("a.wav", link);
    const auto rows =
        parseTabbed(written({heardIn(a, 1.0, 2.0, "x"), heardIn(link, 3.0, 4.0, "x"),
                             heardIn(dotted, 5.0, 6.0, "x"), heardIn("b.wav", 1.0, 2.0, "x")},
                            ExportFormat::Raven));
    QCOMPARE(rows[1][3], std::string("1.000000"));
    QCOMPARE(rows[2][3], std::string("3.000000"));
    QCOMPARE(rows[3][3], std::string("5.000000"));
    QCOMPARE(rows[4][3], std::string("61.000000"));
  }

  void audacityCountsLiveEventsFromTheFirstsMidnight() {
    const auto rows = parseTabbed(written(liveEvents(), ExportFormat::Audacity));
    QVERIFY(rows[0] == Row({"86418.250000", "86419.250000", "Dog 0.87"}));
    QVERIFY(rows[1] == Row({"86398.250000", "86401.750000", "Siren 0.87"}));
  }

  void ravenSelectionTable() {
    auto events = fileEvents();
    events[1].endSeconds = 2.0;
    const auto rows = parseTabbed(written(events, ExportFormat::Raven));
    QVERIFY(rows[0] == Row({"Selection", "View", "Channel", "Begin Time (s)", "End Time (s)",
                            "Low Freq (Hz)", "High Freq (Hz)", "Label", "Confidence", "Begin Path",
                            "File Offset (s)", "Begin Date", "Begin Clock Time", "UTC Offset"}));
    QVERIFY(rows[1] == Row({"1", "Spectrogram 1", "1", "1.000000", "2.500000", "0.0", "8000.0",
                            "Siren", "0.8700", "/sounds/a,b.wav", "1.000000", "", "", ""}));
    for (const Row& row : rows) QCOMPARE(row.size(), rows[0].size());
    // The second file begins where the first one, of 60 s, ends; its rate is 8 kHz.
    QCOMPARE(rows[3][3], std::string("60.300000"));
    QCOMPARE(rows[3][10], std::string("0.300000"));
    QCOMPARE(rows[3][6], std::string("4000.0"));
    QCOMPARE(rows[3][7], std::string("Собака \\ 犬"));
  }

  void nothingIsAHeaderOrNothing() {
    QCOMPARE(parseCsv(written({}, ExportFormat::Csv)).size(), size_t(1));
    QCOMPARE(parseTabbed(written({}, ExportFormat::Raven)).size(), size_t(1));
    QVERIFY(written({}, ExportFormat::JsonLines).empty());
    QVERIFY(written({}, ExportFormat::Audacity).empty());
  }

  void theSameBytesAsEver_data() {
    QTest::addColumn<int>("format");
    for (const auto format :
         {ExportFormat::Csv, ExportFormat::JsonLines, ExportFormat::Audacity, ExportFormat::Raven})
      QTest::newRow(std::string(fileEnding(format)).c_str()) << int(format);
    QTest::newRow("spreadsheet") << int(ExportFormat::Spreadsheet);
  }
  void theSameBytesAsEver() {
    QFETCH(int, format);
    const bool isSpreadsheet = ExportFormat(format) == ExportFormat::Spreadsheet;
    const auto ending =
        (isSpreadsheet ? ".spreadsheet" : "") + std::string(fileEnding(ExportFormat(format)));
    for (const auto& [name, events] :
         {std::pair("files", fileEvents()), std::pair("live", liveEvents()),
          std::pair("several", severalFilesEvents())}) {
      const fs::path golden =
          fs::path(EARWITNESS_TEST_DATA) / "golden" / "exports" / (name + ending);
      const fs::path path = root_ / (name + ending);
      const bool several = std::string_view(name) == "several";
      exportEvents(path, events, ExportFormat(format),
                   several ? severalFiles() : std::vector<ExportedFile>());
      QVERIFY2(fs::exists(golden), golden.c_str());
      if (readFile(path) != readFile(golden)) {
        fs::copy_file(path, fs::path(golden.filename()) += ".actual",
                      fs::copy_options::overwrite_existing);
        QFAIL((golden.string() + " differs; see the .actual beside this test").c_str());
      }
    }
  }

  void pointsWhateverTheLocale() {
    const auto expected = written(fileEvents(), ExportFormat::Raven);
    const std::locale before =
        std::locale::global(std::locale(std::locale::classic(), new GermanNumbers));
    std::vector<ExportedEvent> many(1001, heardIn("a.wav", 1.5, 2.5, "x"));
    exportEvents(root_ / "many.selections.txt", many, ExportFormat::Raven);
    const auto actual = written(fileEvents(), ExportFormat::Raven);
    std::locale::global(before);
    QCOMPARE(actual, expected);
    QCOMPARE(parseTabbed(readFile(root_ / "many.selections.txt")).back()[0], std::string("1001"));
  }

  void aFileIsReplacedOrLeftAsItIs() {
    const fs::path path = root_ / "events.csv";
    exportEvents(path, {}, ExportFormat::Csv);
    exportEvents(path, fileEvents(), ExportFormat::Csv);
    QCOMPARE(parseCsv(readFile(path)).size(), size_t(4));
    const QString error =
        errorOf([this] { exportEvents(root_ / "no" / "x.csv", {}, ExportFormat::Csv); });
    QVERIFY2(isSentence(error) && error.contains("x.csv"), qPrintable(error));
  }

 private:
  QTemporaryDir directory_;
  fs::path root_ = fs::path(directory_.path().toStdString());
};

QTEST_GUILESS_MAIN(TestEventExport)
#include "test_event_export.moc"
