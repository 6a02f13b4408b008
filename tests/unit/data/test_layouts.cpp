// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QtTest>

#include <nlohmann/json.hpp>

#include "core/data/data_set.h"
#include "tests/unit/base/error_of.h"
#include "tests/unit/data/sound_sets.h"

using namespace earwitness;
namespace fs = std::filesystem;
using Strings = std::vector<std::string>;

namespace {

/// What a scan looks at is the name alone.
void touch(const fs::path& path) {
  writeText(path, "not decoded here");
}

}  // namespace

/// Fixtures that look like the real data sets.
class TestLayouts : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    directory_ = std::make_unique<QTemporaryDir>();
    root_ = fs::path(directory_->path().toStdString()) / "set";
    fs::create_directories(root_);
  }

  void urbanSound8k() {
    writeUrbanSound8k();
    const DataSet dataSet = scanDataSet(root_);
    QCOMPARE(dataSet.layout, Layout::UrbanSound8k);
    QVERIFY((dataSet.labels == Strings{"children_playing", "dog_bark", "siren"}));
    QCOMPARE(dataSet.clips.size(), size_t(4));
    QCOMPARE(dataSet.clips[0].fold, 5);
    QCOMPARE(dataSet.clips[0].source, std::string("100032"));
    QCOMPARE(dataSet.clips[0].path, root_ / "audio" / "fold5" / "100032-3-0-0.wav");
    QCOMPARE(dataSet.clips[3].fold, 10);
    QVERIFY(dataSet.problems.empty());
    const Split split = splitDataSet(dataSet, {});
    QVERIFY(split.description.english().find("fold 10 to validate") != std::string::npos);
  }

  void urbanSound8kByItsNames() {
    writeUrbanSound8k();
    const DataSet withTable = scanDataSet(root_);
    fs::remove_all(root_ / "metadata");
    touch(root_ / "audio" / "fold1" / ".DS_Store");
    touch(root_ / "audio" / "fold1" / "readme.txt");
    touch(root_ / "audio" / "fold1" / "1-10-0-0.wav");  // there is no class 10
    touch(root_ / "audio" / "fold1" / "noise.wav");
    touch(root_ / "audio" / "fold1" / "1-2-0-0-7.wav");
    DataSet dataSet = scanDataSet(root_);
    QCOMPARE(dataSet.layout, Layout::UrbanSound8k);
    QCOMPARE(dataSet.problems.size(), size_t(3));
    removeProblemClips(dataSet);
    QVERIFY(dataSet.labels == withTable.labels);
    QCOMPARE(dataSet.clips.size(), size_t(4));
    for (const Clip& clip : dataSet.clips) {
      const auto same = std::find_if(withTable.clips.begin(), withTable.clips.end(),
                                     [&](const Clip& other) { return other.path == clip.path; });
      QVERIFY(same != withTable.clips.end());
      QCOMPARE(clip.label, same->label);
      QCOMPARE(clip.fold, same->fold);
      QCOMPARE(clip.source, same->source);
    }
    // Also where the folder named is the one with the folds.
    QCOMPARE(scanDataSet(root_ / "audio").layout, Layout::UrbanSound8k);
    QCOMPARE(scanDataSet(root_ / "audio").clips.size(), size_t(4));
  }

  /// Clips that the window cut from recordings; of the dog there is one recording only.
  void recordingsOfFolders() {
    for (const char* file :
         {"cat/cat_2026-01-02T03-04-05.678Z_01.wav", "cat/cat_2026-01-02T03-04-05.678Z_02.wav",
          "cat/cat_2026-01-03T03-04-05.678Z_01.wav", "cat/_01.wav",
          "dog/dog_2026-01-02T03-04-05.678Z_01.wav", "dog/dog_2026-01-02T03-04-05.678Z_02.wav"})
      touch(root_ / file);
    Strings sources;
    for (const Clip& clip : scanDataSet(root_).clips) sources.push_back(clip.source);
    const std::string first = "cat_2026-01-02T03-04-05.678Z";
    QVERIFY((sources == Strings{"", first, first, "cat_2026-01-03T03-04-05.678Z", "", ""}));
  }

  void theClassesOfUrbanSound8k() {
    for (int i = 0; i < 10; ++i)
      touch(root_ / "audio" / "fold1" / ("7-" + std::to_string(i) + "-0-0.wav"));
    QVERIFY((scanDataSet(root_).labels ==
             Strings{"air_conditioner", "car_horn", "children_playing", "dog_bark", "drilling",
                     "engine_idling", "gun_shot", "jackhammer", "siren", "street_music"}));
  }

  void foldersCalledFoldAreClassesWhereNamesDoNotFit() {
    touch(root_ / "fold1" / "a.wav");
    touch(root_ / "fold2" / "b.wav");
    QVERIFY((scanDataSet(root_).labels == Strings{"fold1", "fold2"}));
  }

  void report() {
    writeReport();
    DataSet dataSet = scanDataSet(root_);
    QCOMPARE(dataSet.layout, Layout::Report);
    QVERIFY((dataSet.labels == Strings{"Heavy engine (low frequency)", "Siren", "Vacuum cleaner"}));
    QCOMPARE(dataSet.clips.size(), size_t(6));
    QCOMPARE(dataSet.clips[0].path, root_ / "clips" / "--aE2O5G5WE.flac");
    QCOMPARE(dataSet.clips[0].label, 2);
    QCOMPARE(dataSet.clips[0].split, std::string("train"));
    QCOMPARE(dataSet.clips[5].split, std::string("val"));
    QCOMPARE(dataSet.problems.size(), size_t(1));
    QCOMPARE(dataSet.problems[0].path.filename().string(), std::string("gone.flac"));
    removeProblemClips(dataSet);
    const Split split = splitDataSet(dataSet, {});
    QCOMPARE(split.training.size(), size_t(3));
    QCOMPARE(split.validation.size(), size_t(2));
  }

  void reportWithoutEvaluation() {
    writeReport();
    fs::remove(root_ / "eval.tsv");
    const DataSet dataSet = scanDataSet(root_);
    QCOMPARE(dataSet.layout, Layout::Report);
    QVERIFY(!dataSet.hasSplits());
  }

  void aVideoOnBothSidesIsRefused() {
    writeReport();
    writeText(root_ / "eval.tsv", "YTID\tlabel\n--aE2O5G5WE\tVacuum cleaner\nGGG\tSiren\n");
    const DataSet dataSet = scanDataSet(root_);
    const QString text = errorOf([&] { splitDataSet(dataSet, {}); });
    QVERIFY2(text.contains("'--aE2O5G5WE'"), qPrintable(text));
  }

  void reportWithBadColumns() {
    touch(root_ / "clips" / "a.flac");
    writeText(root_ / "train.tsv", "id\tname\na\tdog\n");
    const QString text = errorOf([&] { scanDataSet(root_); });
    QVERIFY2(isSentence(text) && text.contains("id, name") && text.contains("train.tsv"),
             qPrintable(text));
    writeText(root_ / "train.tsv", "YTID\tname\na\tdog\n");
    QVERIFY(isSentence(errorOf([&] { scanDataSet(root_); })));
    QVERIFY((scanDataSet({.root = root_, .columns = {.label = "name"}}).labels == Strings{"dog"}));
  }

  void tables_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("comma") << "all.csv" << QByteArray("path,label\nx/a.wav,dog\nb.wav,cat\n");
    QTest::newRow("semicolon") << "all.csv" << QByteArray("path;label\nx/a.wav;dog\nb.wav;cat\n");
    QTest::newRow("tabs in a csv")
        << "all.csv" << QByteArray("path\tlabel\nx/a.wav\tdog\nb.wav\tcat\n");
    QTest::newRow("commas in a tsv")
        << "all.tsv" << QByteArray("path,label\nx/a.wav,dog\nb.wav,cat\n");
    QTest::newRow("bar") << "all.csv" << QByteArray("path|label\nx/a.wav|dog\nb.wav|cat\n");
    QTest::newRow("sep=") << "all.csv" << QByteArray("sep=;\npath;label\nx/a.wav;dog\nb.wav;cat\n");
    QTest::newRow("BOM, CRLF") << "ALL.CSV"
                               << QByteArray(
                                      "\xEF\xBB\xBFpath,label\r\nx/a.wav,dog\r\nb.wav,cat\r\n");
    QTest::newRow("quotes") << "all.csv"
                            << QByteArray("\"path\",\"label\"\n\"x/a.wav\",\"dog\"\nb.wav,cat\n");
    QTest::newRow("blanks") << "all.csv" << QByteArray("path, label\nx/a.wav, dog\nb.wav, cat \n");
    QTest::newRow("other names") << "meta.csv"
                                 << QByteArray("id,Class,File_Name\n1,dog,x/a.wav\n2,cat,b.wav\n");
    QTest::newRow("backslashes") << "all.csv"
                                 << QByteArray("path,label\nx\\a.wav,dog\nb.wav,cat\n");
    QTest::newRow("audio, category")
        << "all.csv" << QByteArray("audio,category\nx/a.wav,dog\nb.wav,cat\n");
  }
  void tables() {
    QFETCH(QString, name);
    QFETCH(QByteArray, text);
    touch(root_ / "x" / "a.wav");
    touch(root_ / "clips" / "b.wav");
    writeText(root_ / name.toStdString(), text.toStdString());
    // The folder, the table, the folder and the table.
    for (const DataRequest& request :
         {DataRequest{.root = root_}, DataRequest{.root = root_ / name.toStdString()},
          DataRequest{.root = root_, .columns = {.table = name.toStdString()}}}) {
      const DataSet dataSet = scanDataSet(request);
      QCOMPARE(dataSet.layout, Layout::Table);
      QVERIFY((dataSet.labels == Strings{"cat", "dog"}));
      QCOMPARE(dataSet.clips.size(), size_t(2));
      QCOMPARE(dataSet.clips[0].path, root_ / "x" / "a.wav");
      QCOMPARE(dataSet.clips[1].path, root_ / "clips" / "b.wav");
      QCOMPARE(dataSet.clips[1].label, 0);
      QVERIFY(dataSet.problems.empty());
    }
  }

  void columnsOfChoice() {
    for (const char* name : {"a.wav", "b.wav", "c.wav"}) touch(root_ / "sounds" / name);
    writeText(root_ / "notes" / "my table.csv",
              "what,where,part,side,origin,label\n"
              "dog,sounds/a.wav,1,training,r1,x\n"
              "cat,sounds/b.wav,2,Validation,r2,x\n"
              "dog,sounds/c.wav,2,test,r1,x\n");
    DataRequest request{.root = root_,
                        .columns = {.table = "notes/my table.csv",
                                    .path = "where",
                                    .label = "what",
                                    .fold = "part",
                                    .split = "side",
                                    .source = "origin"}};
    const DataSet dataSet = scanDataSet(request);
    QVERIFY((dataSet.labels == Strings{"cat", "dog"}));
    QCOMPARE(dataSet.clips.size(), size_t(3));
    QCOMPARE(dataSet.clips[1].fold, 2);
    QCOMPARE(dataSet.clips[0].split, std::string("train"));
    QCOMPARE(dataSet.clips[1].split, std::string("val"));
    QCOMPARE(dataSet.clips[2].split, std::string("test"));
    QCOMPARE(dataSet.clips[2].source, std::string("r1"));
    request.columns.label = "wat";
    const QString text = errorOf([&] { scanDataSet(request); });
    QVERIFY2(isSentence(text) && text.contains("'wat'") && text.contains("what, where"),
             qPrintable(text));
  }

  void foldSplitAndSourceAreFoundByName() {
    touch(root_ / "a.wav");
    writeText(root_ / "t.csv", "file,class,fold,split,source\na.wav,dog,3,dev,r9\n");
    const DataSet dataSet = scanDataSet(root_);
    QCOMPARE(dataSet.clips[0].fold, 3);
    QCOMPARE(dataSet.clips[0].split, std::string("val"));
    QCOMPARE(dataSet.clips[0].source, std::string("r9"));
  }

  void aTableForEachSplit() {
    for (const char* name : {"a.wav", "b.wav", "c.wav"}) touch(root_ / "audio" / name);
    writeText(root_ / "train.csv", "file,label\na.wav,dog\n");
    writeText(root_ / "valid.csv", "file,label\nb.wav,dog\n");
    writeText(root_ / "test.csv", "file,label\nc.wav,dog\n");
    writeText(root_ / "vocabulary.csv", "index,name\n1,dog\n");
    const DataSet dataSet = scanDataSet(root_);
    QCOMPARE(dataSet.layout, Layout::Table);
    QCOMPARE(dataSet.clips.size(), size_t(3));
    for (const Clip& clip : dataSet.clips)
      QCOMPARE(clip.split, std::string(clip.path.stem() == "a"   ? "train"
                                       : clip.path.stem() == "b" ? "val"
                                                                 : "test"));
    fs::rename(root_ / "test.csv", root_ / "more.csv");
    QVERIFY(isSentence(errorOf([&] { scanDataSet(root_, Layout::Table); })));
  }

  void tablesThatNameNothingThereDoNotHideFolders() {
    touch(root_ / "dog" / "a.wav");
    writeText(root_ / "notes.csv", "file,label\nelsewhere.wav,horse\n");
    writeText(root_ / "ragged.csv", "file,label\na,b,c\n");
    QCOMPARE(scanDataSet(root_).layout, Layout::Folders);
    fs::remove(root_ / "ragged.csv");
    const DataSet dataSet = scanDataSet(root_, Layout::Table);
    QCOMPARE(dataSet.problems.size(), size_t(1));
    QVERIFY(dataSet.problems[0].what == Message("missing"));
  }

  void hostileTables_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("hint");
    QTest::newRow("empty") << QByteArray() << "is empty";
    QTest::newRow("header only") << QByteArray("path,label\n") << "no labelled clips";
    QTest::newRow("wrong delimiter") << QByteArray("path:label\na.wav:dog\n") << "path:label";
    QTest::newRow("ragged") << QByteArray("path,label\na.wav,dog,1\n") << "Line 2";
    QTest::newRow("open quote") << QByteArray("path,label\n\"a.wav,dog\n") << "quote";
    QTest::newRow("no path column") << QByteArray("x,label\na.wav,dog\n") << "--path-column";
    QTest::newRow("no label column") << QByteArray("path,x\na.wav,dog\n") << "--label-column";
    QTest::newRow("parent") << QByteArray("path,label\n../out.wav,dog\n") << "outside";
    QTest::newRow("deep parent") << QByteArray("path,label\nx/../../out.wav,dog\n") << "outside";
    QTest::newRow("parent of nothing")
        << QByteArray("path,label\n../nothing.wav,dog\n") << "outside";
    QTest::newRow("only dots") << QByteArray("path,label\n..,dog\n") << "outside";
    QTest::newRow("absolute") << QByteArray("path,label\n/etc/passwd,dog\n") << "outside";
    QTest::newRow("link") << QByteArray("path,label\nlink.wav,dog\n") << "outside";
    QTest::newRow("linked folder") << QByteArray("path,label\nlinked/out.wav,dog\n") << "outside";
    QTest::newRow("fold") << QByteArray("path,label,fold\na.wav,dog,one\n") << "'fold'";
    QTest::newRow("split") << QByteArray("path,label,split\na.wav,dog,maybe\n") << "'maybe'";
    QTest::newRow("UTF-16") << QByteArray("\xFF\xFEp\0a\0", 6) << "(columns: pa)";
    QTest::newRow("half of UTF-16") << QByteArray("\xFF\xFEp\0a", 5) << "UTF-8";
    QTest::newRow("no text") << QByteArray("\x89PNG\x81\x8D\0\0", 8) << "UTF-8";
  }
  void hostileTables() {
    QFETCH(QByteArray, text);
    QFETCH(QString, hint);
    touch(root_ / "a.wav");
    touch(root_.parent_path() / "outside" / "out.wav");
    touch(root_.parent_path() / "out.wav");
    fs::create_symlink(root_.parent_path() / "out.wav", root_ / "link.wav");
    fs::create_symlink(root_.parent_path() / "outside", root_ / "linked");
    writeText(root_ / "all.csv", text.toStdString());
    DataRequest request{.root = root_ / "all.csv"};
    const QString error = errorOf([&] { scanDataSet(request); });
    QVERIFY2(isSentence(QString(error).remove("..")) && error.contains(hint), qPrintable(error));
    request.allowOutside = true;
    if (hint == "outside") QCOMPARE(scanDataSet(request).clips.size(), size_t(1));
  }

  void placesInsideAreTakenHoweverTheyAreNamed() {
    touch(root_ / "audio" / "a.wav");
    fs::create_symlink(root_ / "audio" / "a.wav", root_ / "link.wav");
    writeText(root_ / "meta" / "all.csv", "path,label\n../audio/a.wav,dog\n" +
                                              (root_ / "audio/a.wav").string() +
                                              ",dog\nlink.wav,dog\n./audio/../audio/a.wav,dog\n");
    const DataSet dataSet = scanDataSet({.root = root_, .columns = {.table = "meta/all.csv"}});
    QCOMPARE(dataSet.clips.size(), size_t(4));
    QVERIFY(dataSet.problems.empty());
  }

  void rowsThatGiveNoClipAreCounted() {
    touch(root_ / "a.wav");
    touch(root_ / "b.wav");
    writeText(root_ / "all.csv", "path,label\na.wav,dog\nb.wav,\n,dog\ngone.wav,dog\n");
    DataSet dataSet = scanDataSet(root_);
    QCOMPARE(dataSet.problems.size(), size_t(3));
    removeProblemClips(dataSet);
    QCOMPARE(dataSet.clips.size(), size_t(1));
  }

  void oneClipOneClassTenThousandClasses() {
    touch(root_ / "a.wav");
    writeText(root_ / "all.csv", "path,label\na.wav,dog\n");
    QCOMPARE(scanDataSet(root_).clips.size(), size_t(1));
    std::string rows = "path,label\n";
    for (int i = 0; i < 10'000; ++i) rows += "a.wav,class " + std::to_string(i) + "\n";
    writeText(root_ / "all.csv", rows);
    const DataSet dataSet = scanDataSet(root_);
    QCOMPARE(dataSet.labels.size(), size_t(10'000));
    QVERIFY(std::is_sorted(dataSet.labels.begin(), dataSet.labels.end()));
    for (const Clip& clip : dataSet.clips) QVERIFY(clip.label >= 0 && clip.label < 10'000);
  }

  void filesInsteadOfFolders() {
    touch(root_ / "a.wav");
    QVERIFY(errorOf([&] { scanDataSet(root_ / "a.wav"); }).contains("is an audio file"));
    writeText(root_ / "all.csv", "path,label\na.wav,dog\n");
    QVERIFY(isSentence(errorOf([&] { scanDataSet(root_ / "all.csv", Layout::Folders); })));
    QVERIFY(isSentence(errorOf([&] { scanDataSet(root_ / "all.csv", Layout::Report); })));
  }

  void requestsAsJson() {
    const DataRequest request{
        .root = "a/b",
        .layout = Layout::Table,
        .columns =
            {.table = "t.csv", .path = "p", .label = "l", .fold = "f", .split = "s", .source = "o"},
        .allowOutside = true};
    QVERIFY(dataRequestFromJson(toJson(request)) == request);
    QVERIFY(dataRequestFromJson(nlohmann::json::object()) == DataRequest{});
    for (const char* text : {"[]", "{\"root\":1}", "{\"layout\":\"x\"}", "{\"columns\":[]}",
                             "{\"colums\":{}}", "{\"columns\":{\"x\":\"y\"}}"})
      QVERIFY2(isSentence(errorOf([&] { dataRequestFromJson(nlohmann::json::parse(text)); })),
               text);
  }

 private:
  void writeUrbanSound8k() {
    writeText(root_ / "metadata" / "UrbanSound8K.csv",
              "slice_file_name,fsID,start,end,salience,fold,classID,class\n"
              "100032-3-0-0.wav,100032,0.0,0.317551,1,5,3,dog_bark\n"
              "100263-2-0-117.wav,100263,58.5,62.5,1,5,2,children_playing\n"
              "102106-8-0-0.wav,102106,0.0,4.0,2,3,8,siren\n"
              "102853-8-0-0.wav,102853,0.0,4.0,2,10,8,siren\n");
    for (const char* name : {"fold5/100032-3-0-0.wav", "fold5/100263-2-0-117.wav",
                             "fold3/102106-8-0-0.wav", "fold10/102853-8-0-0.wav"})
      touch(root_ / "audio" / name);
  }

  void writeReport() {
    writeText(root_ / "train.tsv",
              "YTID\tstart_seconds\tlabel\n"
              "--aE2O5G5WE\t0.0\tVacuum cleaner\n"
              "abc_DEF-123\t30.0\tSiren\n"
              "gone\t30.0\tSiren\n"
              "0000000000E\t10.0\tHeavy engine (low frequency)\n");
    writeText(root_ / "eval.tsv",
              "YTID\tstart_seconds\tlabel\n"
              "EVAL1\t0.0\tVacuum cleaner\n"
              "EVAL2\t30.0\tSiren\n");
    for (const char* id : {"--aE2O5G5WE", "abc_DEF-123", "0000000000E", "EVAL1", "EVAL2", "GGG"})
      touch(root_ / "clips" / (std::string(id) + ".flac"));
  }

  std::unique_ptr<QTemporaryDir> directory_;
  fs::path root_;
};

QTEST_GUILESS_MAIN(TestLayouts)
#include "test_layouts.moc"
