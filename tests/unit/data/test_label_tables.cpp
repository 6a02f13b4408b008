// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QtTest>
#include <map>

#include "core/data/data_report.h"
#include "core/data/data_set.h"
#include "core/data/layouts/cell_labels.h"
#include "core/data/layouts/table_columns.h"
#include "tests/unit/base/error_of.h"
#include "tests/unit/data/sound_sets.h"

using namespace earwitness;
namespace fs = std::filesystem;
using Kind = DataProblemKind;
using Strings = std::vector<std::string>;

namespace {

/// What a scan looks at is the name alone.
void touch(const fs::path& path) {
  writeText(path, "not decoded here");
}

/// "a.wav=dog b.wav=cat", in order of the table.
std::string clipsOf(const DataSet& dataSet) {
  std::string text;
  for (const Clip& clip : dataSet.clips) {
    text += (text.empty() ? "" : " ") + dataSet.shownPath(clip.path);
    if (!clip.segment.isWhole())
      text += "[" + std::to_string(std::lround(1000.0 * clip.segment.begin)) + "," +
              std::to_string(std::lround(1000.0 * clip.segment.end)) + "]";
    const char* between = "=";
    for (const int label : clip.labels()) {
      text += between + dataSet.labels[size_t(label)];
      between = "+";
    }
  }
  return text;
}

std::string utf16(const std::string& ascii) {
  std::string text = "\xFF\xFE";
  for (const char c : ascii) text += std::string{c, '\0'};
  return text;
}

std::vector<ClipProblem> problemsOf(const DataSet& dataSet, Kind kind) {
  std::vector<ClipProblem> problems;
  for (const ClipProblem& problem : dataSet.problems)
    if (problem.kind == kind) problems.push_back(problem);
  return problems;
}

}  // namespace

/// Tables of labels: which files and which labels they mean, and what becomes of those that cannot
/// be used.
class TestLabelTables : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    directory_ = std::make_unique<QTemporaryDir>();
    root_ = fs::path(directory_->path().toStdString()) / "set";
    fs::create_directories(root_);
  }

  void files_data() {
    QTest::addColumn<QStringList>("files");
    QTest::addColumn<QStringList>("names");
    QTest::addColumn<QString>("clips");
    QTest::addColumn<int>("unclear");
    const QStringList sites{"A/1.wav", "A/2.wav", "B/1.wav"};
    QTest::newRow("as it is") << sites << QStringList{"A/1.wav", "B/1.wav"}
                              << "A/1.wav=x0 B/1.wav=x1" << 0;
    QTest::newRow("backslashes") << sites << QStringList{"A\\1.wav", "B\\1.wav"}
                                 << "A/1.wav=x0 B/1.wav=x1" << 0;
    QTest::newRow("mixed slashes")
        << sites << QStringList{"d/A\\1.wav", "d/B\\1.wav"} << "A/1.wav=x0 B/1.wav=x1" << 0;
    QTest::newRow("drive") << sites << QStringList{"D:\\data\\A\\1.wav", "D:\\data\\B\\1.wav"}
                           << "A/1.wav=x0 B/1.wav=x1" << 0;
    QTest::newRow("drive, small, slashes")
        << sites << QStringList{"c:/x/A/1.wav", "c:/x/B/1.wav"} << "A/1.wav=x0 B/1.wav=x1" << 0;
    QTest::newRow("server") << sites << QStringList{"\\\\nas\\data\\A\\1.wav"} << "A/1.wav=x0" << 0;
    QTest::newRow("another home") << sites
                                  << QStringList{"/nowhere/x/A/1.wav", "/nowhere/x/B/1.wav"}
                                  << "A/1.wav=x0 B/1.wav=x1" << 0;
    QTest::newRow("other case") << sites << QStringList{"a/1.WAV", "b/1.Wav"}
                                << "A/1.wav=x0 B/1.wav=x1" << 0;
    QTest::newRow("without ending")
        << sites << QStringList{"A/1", "B/1"} << "A/1.wav=x0 B/1.wav=x1" << 0;
    QTest::newRow("name alone, once there") << sites << QStringList{"2.wav"} << "A/2.wav=x0" << 0;
    QTest::newRow("name alone, twice there")
        << sites << QStringList{"2.wav", "1.wav"} << "A/2.wav=x0" << 1;
    QTest::newRow("other form of Unicode")
        << QStringList{QString("caf\u00E9.wav"), "b.wav"} << QStringList{QString("cafe\u0301.wav")}
        << QString("caf\u00E9.wav=x0") << 0;
    QTest::newRow("the exact one counts")
        << QStringList{"a.wav", "A.wav"} << QStringList{"A.wav"} << "A.wav=x0" << 0;
    QTest::newRow("two that differ in case") << QStringList{"a.wav", "A.wav", "b.wav"}
                                             << QStringList{"b.wav", "a.WAV"} << "b.wav=x0" << 1;
    // A folder that is not there must not lend its label to a file of another one.
    QTest::newRow("a folder is missing")
        << QStringList{"A/1.wav"} << QStringList{"D:\\d\\A\\1.wav", "D:\\d\\B\\1.wav"}
        << "A/1.wav=x0 D:/d/B/1.wav=x1" << 0;
    QTest::newRow("folders were lost")
        << QStringList{"1.wav", "2.wav"} << QStringList{"A/1.wav", "B/1.wav", "B/2.wav"}
        << "2.wav=x2" << 2;
    QTest::newRow("another home, one file is gone")
        << QStringList{"A/1.wav"} << QStringList{"/nowhere/x/A/1.wav", "/nowhere/x/A/2.wav"}
        << "A/1.wav=x0 nowhere/x/A/2.wav=x1" << 0;
    QTest::newRow("folders were lost of some")
        << QStringList{"1.wav", "A/2.wav"} << QStringList{"A/2.wav", "B/1.wav"}
        << "A/2.wav=x0 B/1.wav=x1" << 0;
  }
  void files() {
    QFETCH(QStringList, files);
    QFETCH(QStringList, names);
    QFETCH(QString, clips);
    QFETCH(int, unclear);
    for (const QString& file : files) touch(root_ / file.toStdString());
    std::string table = "file,label\n";
    for (qsizetype i = 0; i < names.size(); ++i)
      table += names[i].toStdString() + ",x" + std::to_string(i) + "\n";
    writeText(root_ / "labels.csv", table);
    const DataSet dataSet = scanDataSet(root_);
    QCOMPARE(dataSet.layout, Layout::Table);
    QCOMPARE(QString::fromStdString(clipsOf(dataSet)), clips);
    size_t count = 0;
    for (const ClipProblem& problem : problemsOf(dataSet, Kind::Missing)) {
      if (problem.what == Message("missing")) continue;
      ++count;
      const QString text = QString::fromStdString(problem.what.english());
      QVERIFY2(text.startsWith("line ") && text.contains(" fits "), qPrintable(text));
    }
    QCOMPARE(count, size_t(unclear));
  }

  /// A table that cannot be used is shown, and the folders' names are no labels then.
  void unusableTables_data() {
    QTest::addColumn<QByteArray>("table");
    QTest::addColumn<QString>("reason");
    QTest::newRow("nothing there") << QByteArray("file,label\nx.wav,owl\n") << "none of which";
    QTest::newRow("unclear") << QByteArray("file,label\n0.wav,owl\n") << "fits 3 files";
    QTest::newRow("no labels") << QByteArray("file,x\ntone/0.wav,owl\n") << "--label-column";
    QTest::newRow("no paths") << QByteArray("x,label\ntone/0.wav,owl\n") << "--path-column";
    QTest::newRow("ragged") << QByteArray("file,label\ntone/0.wav,owl,1\n") << "fields";
    QTest::newRow("open quote") << QByteArray("file,label\n\"tone/0.wav,owl\n") << "quote";
    QTest::newRow("empty") << QByteArray() << "is empty";
    QTest::newRow("no rows") << QByteArray("file,label\n") << "no rows";
    QTest::newRow("broken UTF-16") << QByteArray("\xFF\xFE\x66\0\x69", 5) << "encoding";
    QTest::newRow("binary") << QByteArray("\x89PNG\x81\x8D\0\0", 8) << "encoding";
  }
  void unusableTables() {
    QFETCH(QByteArray, table);
    QFETCH(QString, reason);
    writeThreeClasses(root_, 2, 0.3);
    writeText(root_ / "labels.csv", table.toStdString());
    const DataReport report = checkDataSet({.root = root_});
    QVERIFY(!report.isUsable());
    const QString obstacle = QString::fromStdString(report.obstacles.at(0).english());
    QVERIFY2(isSentence(obstacle) && obstacle.contains("labels.csv") && obstacle.contains(reason) &&
                 obstacle.contains("--layout folders"),
             qPrintable(obstacle));
    QVERIFY(
        std::any_of(report.problems.begin(), report.problems.end(), [&](const DataProblem& its) {
          return its.kind == Kind::Table && its.path == root_ / "labels.csv";
        }));
    QVERIFY(!errorOf([&] { requireNoObstacles(scanDataSet(root_)); }).isEmpty());
    const DataReport folders = checkDataSet({.root = root_, .layout = Layout::Folders});
    QVERIFY(folders.isUsable() && folders.problems.empty());
  }

  void tablesOfOtherThings() {
    writeThreeClasses(root_, 2, 0.3);
    writeText(root_ / "vocabulary.csv", "index,name\n0,dog\n1,cat\n");
    const DataReport report = checkDataSet({.root = root_});
    QVERIFY(report.isUsable());
    QCOMPARE(report.dataSet.layout, Layout::Folders);
    QCOMPARE(report.problems.size(), size_t(1));
    QCOMPARE(report.problems[0].kind, Kind::Table);
    QVERIFY(QString::fromStdString(warningsOf(report.dataSet).at(0).english())
                .contains("vocabulary.csv"));
  }

  void spreadsheetsAndTexts() {
    writeThreeClasses(root_, 2, 0.3);
    writeText(root_ / "README.txt", "Sounds, recorded by us.\nThanks, all.\n");
    QVERIFY(checkDataSet({.root = root_}).problems.empty());
    writeText(root_ / "labels.xlsx", "PK");
    QString text = errorOf([&] { requireNoObstacles(scanDataSet(root_)); });
    QVERIFY2(isSentence(text) && text.contains("labels.xlsx") && text.contains("CSV"),
             qPrintable(text));
    fs::remove(root_ / "labels.xlsx");
    writeText(root_ / "meta.txt", "audio/x.wav\tbeach\naudio/y.wav\tpark\n");
    text = errorOf([&] { requireNoObstacles(scanDataSet(root_)); });
    QVERIFY2(isSentence(text) && text.contains("meta.txt"), qPrintable(text));
    writeText(root_ / "meta.txt", "tone/0.wav\tbeach\tb1\nnoise/1.wav\tpark\tp1\n");
    QCOMPARE(clipsOf(scanDataSet(root_)), std::string("tone/0.wav=beach noise/1.wav=park"));
  }

  void severalTables() {
    writeThreeClasses(root_, 2, 0.3);
    writeText(root_ / "a.csv", "file,label\ntone/0.wav,owl\n");
    writeText(root_ / "b.csv", "file,label\ntone/1.wav,frog\n");
    const QString text = errorOf([&] { requireNoObstacles(scanDataSet(root_)); });
    QVERIFY2(isSentence(text) && text.contains("a.csv, b.csv") && text.contains("--table"),
             qPrintable(text));
    // One of a pair that cannot be read is not passed over either.
    fs::rename(root_ / "a.csv", root_ / "train.csv");
    writeText(root_ / "val.csv", "file,label\nx.wav,owl\n");
    fs::remove(root_ / "b.csv");
    const DataSet dataSet = scanDataSet(root_);
    QCOMPARE(dataSet.layout, Layout::Table);
    QVERIFY(QString::fromStdString(dataSet.obstacles.at(0).english()).contains("val.csv"));
    QVERIFY(scanDataSet({.root = root_, .columns = {.table = "train.csv"}}).obstacles.empty());
  }

  void optionsAreNotIgnored() {
    writeThreeClasses(root_, 2, 0.3);
    for (const TableColumns& columns :
         {TableColumns{.path = "file"}, TableColumns{.label = "label"}, TableColumns{.fold = "f"},
          TableColumns{.split = "s"}, TableColumns{.source = "o"}, TableColumns{.start = "b"},
          TableColumns{.end = "e"}, TableColumns{.table = "labels.csv"}}) {
      for (const Layout layout : {Layout::Auto, Layout::Folders}) {
        const QString text =
            errorOf([&] { scanDataSet({.root = root_, .layout = layout, .columns = columns}); });
        QVERIFY2(isSentence(text), qPrintable(text));
      }
    }
    QVERIFY(isSentence(errorOf([&] {
      scanDataSet({.root = root_, .layout = Layout::Folders, .columns = {.separator = ","}});
    })));
    // Columns that a table beside folders does not have.
    writeText(root_ / "labels.csv", "file,label,species\ntone/0.wav,a,owl\nnoise/0.wav,b,frog\n");
    QVERIFY((scanDataSet({.root = root_, .columns = {.label = "species"}}).labels ==
             Strings{"frog", "owl"}));
    QVERIFY((scanDataSet({.root = root_, .columns = {.label = "Species"}}).labels ==
             Strings{"frog", "owl"}));
    const QString text =
        errorOf([&] { scanDataSet({.root = root_, .columns = {.label = "genus"}}); });
    QVERIFY2(isSentence(text) && text.contains("'genus'"), qPrintable(text));
  }

  void cells_data() {
    QTest::addColumn<QStringList>("cells");
    QTest::addColumn<QString>("separator");
    QTest::addColumn<QString>("labels");
    QTest::newRow("semicolon") << QStringList{"dog; rain", "Fire, crackling"} << ""
                               << "dog+rain/Fire, crackling";
    QTest::newRow("bar") << QStringList{"dog|rain", "dog"} << ""
                         << "dog+rain/dog";
    QTest::newRow("comma") << QStringList{"rain", "dog,rain"} << ""
                           << "rain/dog+rain";
    QTest::newRow("comma and blank, parts alone") << QStringList{"dog", "rain", "dog, rain"} << ""
                                                  << "dog/rain/dog+rain";
    QTest::newRow("comma and blank, other company")
        << QStringList{"dog, rain", "dog, cat", "cat, rain"} << ""
        << "dog+rain/dog+cat/cat+rain";
    QTest::newRow("a name with a comma") << QStringList{"Fire, crackling", "Dog", "Fire"} << ""
                                         << "Fire, crackling/Dog/Fire";
    QTest::newRow("two names with a comma")
        << QStringList{"Male speech, man speaking", "Female speech, woman speaking", "Speech"} << ""
        << "Male speech, man speaking/Female speech, woman speaking/Speech";
    QTest::newRow("numbers") << QStringList{"1,000 Hz", "440 Hz,loud"} << ""
                             << "1,000 Hz/440 Hz+loud";
    QTest::newRow("the same twice") << QStringList{"dog;dog", ";dog;"} << ""
                                    << "dog/dog";
    QTest::newRow("nothing") << QStringList{"", " ; "} << ""
                             << "/";
    QTest::newRow("none") << QStringList{"a;b,c"} << "none"
                          << "a;b,c";
    QTest::newRow("forced") << QStringList{"Fire, crackling", "a;b"} << ","
                            << "Fire+crackling/a;b";
    QTest::newRow("another one") << QStringList{"a + b"} << "+"
                                 << "a+b";
  }
  void cells() {
    QFETCH(QStringList, cells);
    QFETCH(QString, separator);
    QFETCH(QString, labels);
    Strings texts;
    for (const QString& cell : cells) texts.push_back(cell.toStdString());
    QStringList result;
    for (const Strings& its : splitCells(texts, separator.toStdString())) {
      QStringList names;
      for (const std::string& name : its) names << QString::fromStdString(name);
      result << names.join('+');
    }
    QCOMPARE(result.join('/'), labels);
  }

  void commasThatStayAreTold() {
    touch(root_ / "a.wav");
    touch(root_ / "b.wav");
    writeText(root_ / "t.csv", "file,label\na.wav,\"Fire, crackling\"\nb.wav,Dog\n");
    const DataSet dataSet = scanDataSet(root_);
    QVERIFY((dataSet.labels == Strings{"Dog", "Fire, crackling"}));
    QVERIFY(QString::fromStdString(dataSet.notes.at(0).english()).contains("--label-separator"));
    QVERIFY((scanDataSet({.root = root_, .columns = {.separator = ","}}).labels ==
             Strings{"Dog", "Fire", "crackling"}));
  }

  void severalRowsOfAClipGiveSeveralLabels() {
    touch(root_ / "a.wav");
    touch(root_ / "b.wav");
    writeText(root_ / "t.csv", "file,label\na.wav,dog\nb.wav,cat\na.wav,rain\n");
    QCOMPARE(clipsOf(scanDataSet(root_)), std::string("a.wav=dog+rain b.wav=cat"));
  }

  void times_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<double>("seconds");  // below 0: none
    QTest::newRow("whole") << "3" << 3.0;
    QTest::newRow("point") << " 1.25 " << 1.25;
    QTest::newRow("comma") << "1,25" << 1.25;
    QTest::newRow("minutes") << "2:03.5" << 123.5;
    QTest::newRow("hours") << "1:00:01" << 3601.0;
    QTest::newRow("text") << "soon" << -1.0;
    QTest::newRow("nothing") << "" << -1.0;
    QTest::newRow("nan") << "nan" << -1.0;
    QTest::newRow("too many") << "1:2:3:4" << -1.0;
    QTest::newRow("two points") << "1.000,5" << -1.0;
  }
  void times() {
    QFETCH(QString, text);
    QFETCH(double, seconds);
    QCOMPARE(secondsIn(text.toStdString()).value_or(-1.0), seconds);
  }

  void segments_data() {
    QTest::addColumn<QByteArray>("table");
    QTest::addColumn<QString>("clips");
    const QString two = "a.wav[0,1500]=dog a.wav[2000,3000]=cat";
    QTest::newRow("start, end") << QByteArray(
                                       "file,start,end,label\na.wav,0,1.5,dog\na.wav,2,3,cat\n")
                                << two;
    QTest::newRow("onset, offset") << QByteArray(
                                          "filename\tonset\toffset\tevent_label\n"
                                          "a.wav\t0.0\t1.5\tdog\na.wav\t2.0\t3.0\tcat\n")
                                   << two;
    QTest::newRow("no header") << QByteArray("a.wav\t0.0\t1.5\tdog\na.wav\t2.0\t3.0\tcat\n") << two;
    QTest::newRow("onset, duration") << QByteArray(
                                            "file,onset,duration,label\na.wav,0,1.5,dog\n"
                                            "a.wav,2,1,cat\n")
                                     << two;
    QTest::newRow("BirdNET") << QByteArray(
                                    "Start (s),End (s),Common name,Confidence,File\n"
                                    "0,1.5,dog,0.9,a.wav\n2,3,cat,0.8,a.wav\n")
                             << two;
    QTest::newRow("decimal commas")
        << QByteArray("file;start;end;label\na.wav;0;1,5;dog\na.wav;2;3;cat\n") << two;
    QTest::newRow("Raven over files")
        << QByteArray(
               "Selection\tView\tChannel\tBegin Time (s)\tEnd Time (s)\tBegin File\tFile Offset "
               "(s)\tSpecies\n"
               "1\tWaveform 1\t1\t10\t11.5\ta.wav\t0\tdog\n"
               "1\tSpectrogram 1\t1\t10\t11.5\ta.wav\t0\tdog\n"
               "2\tSpectrogram 1\t1\t12\t13\ta.wav\t2\tcat\n")
        << two;
    QTest::newRow("some have none")
        << QByteArray("file,start,end,label\na.wav,,,dog\nb.wav,2,3,cat\n")
        << "a.wav=dog b.wav[2000,3000]=cat";
    QTest::newRow("one stretch, two labels")
        << QByteArray("file,start,end,label\na.wav,0,1,dog\na.wav,0,1,cat\n")
        << "a.wav[0,1000]=dog+cat";
    // The times are of the recordings that the slices were cut from.
    QTest::newRow("UrbanSound8K's table")
        << QByteArray("slice_file_name,fsID,start,end,class\na.wav,7,58.5,62.5,dog\n")
        << "a.wav=dog";
    QTest::newRow("onset, end") << QByteArray(
                                       "file,onset,end,class\na.wav,0,1.5,dog\na.wav,2,3,cat\n")
                                << two;
    QTest::newRow("start alone") << QByteArray("file,start,label\na.wav,3,dog\n") << "a.wav=dog";
  }
  void segments() {
    QFETCH(QByteArray, table);
    QFETCH(QString, clips);
    touch(root_ / "a.wav");
    touch(root_ / "b.wav");
    writeText(root_ / "t.csv", table.toStdString());
    const DataSet dataSet = scanDataSet(root_);
    QCOMPARE(QString::fromStdString(clipsOf(dataSet)), clips);
    QVERIFY(dataSet.problems.empty());
  }

  void columnsOfTimesByName() {
    touch(root_ / "a.wav");
    writeText(root_ / "t.csv", "file,t0,t1,label\na.wav,1,2,dog\n");
    QCOMPARE(clipsOf(scanDataSet({.root = root_, .columns = {.start = "t0", .end = "t1"}})),
             std::string("a.wav[1000,2000]=dog"));
    writeText(root_ / "u.csv", "file,start,end,label\na.wav,10:00:05,10:00:10,dog\n");
    QCOMPARE(clipsOf(scanDataSet({.root = root_, .columns = {.table = "u.csv", .start = "none"}})),
             std::string("a.wav=dog"));
    fs::remove(root_ / "u.csv");
    const QString text = errorOf([&] { scanDataSet({.root = root_, .columns = {.start = "t0"}}); });
    QVERIFY2(isSentence(text) && text.contains("--end-column"), qPrintable(text));
  }

  void segmentsThatCannotBe() {
    writeClip(root_ / "a.wav", noise(48000, 1));
    writeClip(root_ / "b.wav", noise(48000, 2));
    writeText(root_ / "t.csv",
              "file,start,end,label\na.wav,0,1,dog\na.wav,0.5,1.5,cat\na.wav,2,2,dog\n"
              "a.wav,-1,1,dog\na.wav,x,1,dog\na.wav,2,4,cat\na.wav,5,6,dog\nb.wav,0,3.02,dog\n"
              "b.wav,1,2,cat\n");
    const DataReport report = checkDataSet({.root = root_});
    QStringList outside, overlapping;
    for (const DataProblem& problem : report.problems) {
      const QString what = QString::fromStdString(problem.what.english());
      if (problem.kind == Kind::Outside) outside << what;
      if (problem.kind == Kind::Overlap) overlapping << what;
    }
    QCOMPARE(
        outside,
        QStringList({"line 4: its end is not after its start",
                     "line 5: its start is before the start of its file",
                     "line 6: its start 'x' is not a time",
                     "line 7 of t.csv (2 to 4 s) is not inside the file, which is 3.00 s long",
                     "line 8 of t.csv (5 to 6 s) is not inside the file, which is 3.00 s long"}));
    QCOMPARE(overlapping,
             QStringList({"line 3 of t.csv (0.5 to 1.5 s) overlaps line 2 of t.csv (0 to 1 s)",
                          "line 10 of t.csv (1 to 2 s) overlaps line 9 of t.csv (0 to 3.02 s)"}));
    QCOMPARE(report.dataSet.clips.size(), size_t(5));  // what is there of the cut one stays
    QVERIFY(std::abs(report.seconds - (1.0 + 1.0 + 1.0 + 3.0 + 1.0)) < 1e-6);
  }

  void allOfOneRecording() {
    touch(root_ / "a.wav");
    writeText(root_ / "t.csv",
              "file,start,end,label\na.wav,0,1,dog\na.wav,1,2,cat\na.wav,2,3,dog\na.wav,3,4,cat\n");
    const DataSet dataSet = scanDataSet(root_);
    QVERIFY(!dataSet.hasSources());
    QVERIFY(
        QString::fromStdString(dataSet.notes.at(0).english()).contains("one recording ('a.wav')"));
    QCOMPARE(splitDataSet(dataSet, {}).validation.size(), size_t(2));
  }

  void labelFilesOfAudacity() {
    for (const char* name : {"north/a.wav", "north/b.wav", "c.wav", "d.wav"}) touch(root_ / name);
    writeText(root_ / "north/a.txt",
              "0.000000\t1.500000\tdog\n\\\t100.0\t2000.0\n2,000000\t3,000000\tcat\r\n");
    writeText(root_ / "north/b.txt", "");
    writeText(root_ / "C.TXT", utf16("0\t1\tdog\n1\t1\tcat\n2\t3\t\n"));
    const DataSet dataSet = scanDataSet(root_);
    QCOMPARE(dataSet.layout, Layout::LabelFiles);
    QCOMPARE(clipsOf(dataSet),
             std::string("c.wav[0,1000]=dog north/a.wav[0,1500]=dog north/a.wav[2000,3000]=cat"));
    QCOMPARE(problemsOf(dataSet, Kind::Outside).size(), size_t(1));  // a point
    QCOMPARE(problemsOf(dataSet, Kind::Unlabelled).size(),
             size_t(2));  // no text; no file for d.wav
    QVERIFY(QString::fromStdString(dataSet.notes.at(0).english()).contains("label file"));
    QCOMPARE(dataSet.clips[1].row.english(), std::string("line 1 of a.txt"));
  }

  void selectionTablesOfRaven() {
    touch(root_ / "a.wav");
    touch(root_ / "b.wav");
    const std::string header =
        "Selection\tView\tChannel\tBegin Time (s)\tEnd Time (s)\tLow Freq (Hz)\tHigh Freq "
        "(Hz)\tAnnotation\n";
    writeText(root_ / "a.Table.1.selections.txt",
              header +
                  "1\tWaveform 1\t1\t0.5\t1.0\t0\t8000\tdog\n"
                  "1\tSpectrogram 1\t1\t0.5\t1.0\t0\t8000\tdog\n"
                  "2\tSpectrogram 1\t1\t2\t3\t0\t8000\tcat;rain\n");
    writeText(root_ / "b.selections.txt", header);
    const DataSet dataSet = scanDataSet(root_);
    QCOMPARE(dataSet.layout, Layout::LabelFiles);
    QCOMPARE(clipsOf(dataSet), std::string("a.wav[500,1000]=dog a.wav[2000,3000]=cat+rain"));
    QVERIFY(dataSet.problems.empty());
  }

  /// A text beside a sound that is something else.
  void textsBesideSoundsAreNoLabels() {
    writeThreeClasses(root_, 2, 0.3);
    writeText(root_ / "tone" / "0.txt", "Recorded in the garden.\n");
    QCOMPARE(scanDataSet(root_).layout, Layout::Folders);
    const QString text = errorOf([&] { scanDataSet(root_, Layout::LabelFiles); });
    QVERIFY2(isSentence(text), qPrintable(text));
  }

  void linksToTheFolderItself() {
    writeThreeClasses(root_, 2, 0.3);
    fs::create_directory_symlink(root_, root_ / "self");
    fs::create_directory_symlink(".", root_ / "here");
    fs::create_directory_symlink("..", root_ / "up");
    fs::create_directory_symlink(root_ / "tone", root_ / "noise" / "more");
    for (const bool allowOutside : {false, true}) {
      const DataSet dataSet = scanDataSet({.root = root_, .allowOutside = allowOutside});
      QVERIFY((dataSet.labels == Strings{"clicks", "noise", "tone"}));
      QCOMPARE(dataSet.clips.size(), size_t(6));
      QCOMPARE(problemsOf(dataSet, Kind::Unlabelled).size(), size_t(3));
    }
    // Also above the classes.
    const fs::path set = root_.parent_path() / "split set";
    touch(set / "train" / "dog" / "a.wav");
    fs::create_directory_symlink(set, set / "test");
    fs::create_directory_symlink(set, set / "train" / "loop");
    const DataSet dataSet = scanDataSet(set);
    QVERIFY((dataSet.labels == Strings{"dog"}));
    QCOMPARE(dataSet.clips.size(), size_t(1));
  }

  void filesThatAreNoClips() {
    touch(root_ / "dog" / "a.wav");
    touch(root_ / "dog" / "b.wma0");
    touch(root_ / "dog" / "notes.txt");
    touch(root_ / "dog" / "._c.wav");
    touch(root_ / "dog" / "12345");
    touch(root_ / "cat" / "a.wav");
    touch(root_ / "loose.wav");
    fs::create_symlink("nowhere.wav", root_ / "cat" / "b.wav");
    fs::create_symlink("c.wav", root_ / "cat" / "c.wav");
    const DataSet dataSet = scanDataSet(root_);
    QCOMPARE(problemsOf(dataSet, Kind::Missing).size(), size_t(2));
    const auto unread = problemsOf(dataSet, Kind::Unread);
    QCOMPARE(unread.size(), size_t(2));
    QCOMPARE(unread[0].path, root_ / "dog" / "12345");
    QCOMPARE(unread[1].path, root_ / "dog" / "b.wma0");
    QCOMPARE(problemsOf(dataSet, Kind::Unlabelled).at(0).path, root_ / "loose.wav");
  }

  /// For a model of several labels per clip.
  void clipsKeepAllTheirLabels() {
    for (const char* name : {"a.wav", "b.wav", "c.wav", "d.wav"}) touch(root_ / name);
    writeText(
        root_ / "labels.csv",
        "file,label\na.wav,dog;rain\nb.wav,dog\nb.wav,rain\nc.wav,\na.wav,dog;cat\nd.wav,cat\n");
    DataSet dataSet = scanDataSet(root_);
    QCOMPARE(clipsOf(dataSet),
             std::string("a.wav=dog+rain b.wav=dog+rain a.wav=dog+cat d.wav=cat"));
    QCOMPARE(problemsOf(dataSet, Kind::Unlabelled).size(), size_t(1));
    keepSeveralLabels(dataSet);
    // Rows of one place are one clip; c.wav has none of the labels.
    QCOMPARE(clipsOf(dataSet), std::string("a.wav=dog+rain+cat b.wav=dog+rain d.wav=cat c.wav"));
    QCOMPARE(dataSet.clips.back().label, Clip::kNoLabel);
    QVERIFY(problemsOf(dataSet, Kind::Unlabelled).empty());
    QVERIFY(problemsOf(dataSet, Kind::Several).empty());
    QVERIFY(
        QString::fromStdString(dataSet.notes.back().english()).startsWith("1 clip has no label"));
    QVERIFY((dataSet.labels == Strings{"cat", "dog", "rain"}));
    removeProblemClips(dataSet);
    QCOMPARE(dataSet.clips.size(), size_t(4));
    const Split split = splitDataSet(dataSet, {});
    QCOMPARE(split.training.size() + split.validation.size(), size_t(4));
  }

  void stretchesKeepAllTheirLabels() {
    touch(root_ / "a.wav");
    touch(root_ / "b.wav");
    writeText(root_ / "labels.csv",
              "file,start,end,label\na.wav,0,1,dog\na.wav,0,1,rain\na.wav,2,3,rain\n"
              "a.wav,2.5,4,\na.wav,5,6,\nb.wav,0,1,\nb.wav,3,4,dog\n");
    DataSet dataSet = scanDataSet(root_);
    keepSeveralLabels(dataSet);
    // A stretch without a label counts where no other row gives one to a part of it.
    QCOMPARE(clipsOf(dataSet),
             std::string("a.wav[0,1000]=dog+rain a.wav[2000,3000]=rain b.wav[3000,4000]=dog "
                         "a.wav[5000,6000] b.wav[0,1000]"));
    QCOMPARE(problemsOf(dataSet, Kind::Unlabelled).size(), size_t(1));
    QCOMPARE(dataSet.clips[3].source, dataSet.clips[0].source);
    QVERIFY(!dataSet.clips[4].source.empty());
  }

 private:
  std::unique_ptr<QTemporaryDir> directory_;
  fs::path root_;
};

QTEST_GUILESS_MAIN(TestLabelTables)
#include "test_label_tables.moc"
