// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QtTest>

#include <nlohmann/json.hpp>

#include "core/data/data_report.h"
#include "tests/unit/base/error_of.h"
#include "tests/unit/data/sound_sets.h"

using namespace earwitness;
namespace fs = std::filesystem;
using Kind = DataProblemKind;

namespace {

std::vector<DataProblem> problemsOf(const DataReport& report, Kind kind) {
  std::vector<DataProblem> problems;
  for (const DataProblem& problem : report.problems)
    if (problem.kind == kind) problems.push_back(problem);
  return problems;
}

std::vector<float> scaled(std::vector<float> samples, float gain) {
  for (float& sample : samples) sample = std::clamp(sample * gain, -1.0F, 1.0F);
  return samples;
}

}  // namespace

class TestDataReport : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    directory_ = std::make_unique<QTemporaryDir>();
    root_ = fs::path(directory_->path().toStdString()) / "set";
    fs::create_directories(root_);
  }

  void aGoodSet() {
    writeThreeClasses(root_, 4);
    writeClip(root_ / "tone" / "long.wav", tone(900.0, 16000, 40000, 0.2));
    writeSound(root_ / "tone" / "other.flac", scaled(noise(2 * 44100, 9), 0.5F), 44100, 2,
               SF_FORMAT_FLAC | SF_FORMAT_PCM_16);
    const DataReport report = checkDataSet({.root = root_});
    QVERIFY(report.problems.empty());
    QVERIFY(report.isUsable());
    QCOMPARE(report.classes.size(), size_t(3));
    QCOMPARE(report.classes[2].name, std::string("tone"));
    QCOMPARE(report.classes[2].clips, size_t(6));
    QCOMPARE(report.classes[2].seconds, 7.5);
    QCOMPARE(report.seconds, 15.5);
    QCOMPARE(report.shortestSeconds, 1.0);
    QCOMPARE(report.medianSeconds, 1.0);
    QCOMPARE(report.longestSeconds, 2.5);
    QVERIFY((report.sampleRates == std::map<int, size_t>{{16000, 13}, {44100, 1}}));
    QVERIFY((report.channels == std::map<int, size_t>{{1, 13}, {2, 1}}));
    for (const Clip& clip : report.dataSet.clips) QCOMPARE(clip.contentHash.size(), size_t(32));
    QVERIFY(!report.split.empty());
  }

  void everythingThatCanBeWrong() {
    writeThreeClasses(root_, 3);
    const fs::path folder = root_ / "noise";
    writeText(folder / "text.wav", "this is no sound");
    writeTruncatedClip(folder / "cut.wav");
    writeNanClip(folder / "nan.wav");
    writeText(folder / "zero bytes.wav", "");
    writeClip(folder / "zero samples.wav", {});
    writeClip(folder / "digital silence.wav", std::vector<float>(16000, 0.0F));
    writeClip(folder / "faint.wav", scaled(noise(16000, 50), 0.0005F));
    writeClip(folder / "loud.wav", scaled(noise(16000, 51), 20.0F));
    writeClip(folder / "short.wav", scaled(noise(1000, 52), 0.3F));
    const std::vector<float> sound = noise(16000, 53);
    std::vector<float> opposite;
    for (const float sample : sound) opposite.insert(opposite.end(), {sample, -sample});
    writeSound(folder / "opposite.wav", scaled(opposite, 0.3F), 16000, 2);
    const DataReport report = checkDataSet({.root = root_});
    const auto expect = [&](Kind kind, const std::vector<const char*>& names) {
      const std::vector<DataProblem> problems = problemsOf(report, kind);
      QVERIFY2(problems.size() == names.size(), (nameOf(kind) + textOf(report)).c_str());
      for (size_t i = 0; i < names.size(); ++i) QCOMPARE(problems[i].path, folder / names[i]);
    };
    // A folder's files come in the order of their names.
    expect(Kind::Broken, {"nan.wav", "text.wav"});
    expect(Kind::Incomplete, {"cut.wav"});
    QCOMPARE(problemsOf(report, Kind::Incomplete)[0].what.english(),
             std::string("Only 0.5 s of 1.0 s could be read: the file is cut off."));
    expect(Kind::OppositePhase, {"opposite.wav"});
    expect(Kind::Empty, {"zero bytes.wav", "zero samples.wav"});
    expect(Kind::Silent, {"digital silence.wav", "faint.wav"});
    expect(Kind::Clipped, {"loud.wav"});
    expect(Kind::Short, {"short.wav"});
    expect(Kind::Duplicate, {});
    expect(Kind::Missing, {});
    QVERIFY(report.isUsable());
    QCOMPARE(report.dataSet.clips.size(), size_t(15));  // all but broken and empty ones
  }

  void duplicatesAreFoundBySound() {
    writeThreeClasses(root_, 2);
    const std::vector<float> sound = scaled(noise(16000, 60), 0.3F);
    writeClip(root_ / "noise" / "x.wav", sound);
    fs::copy(root_ / "noise" / "x.wav", root_ / "noise" / "y.wav");
    writeSound(root_ / "tone" / "same.flac", sound, 16000, 1, SF_FORMAT_FLAC | SF_FORMAT_PCM_16);
    const DataReport report = checkDataSet({.root = root_});
    const auto duplicates = problemsOf(report, Kind::Duplicate);
    QCOMPARE(duplicates.size(), size_t(2));
    QCOMPARE(duplicates[0].path, root_ / "noise" / "y.wav");
    QCOMPARE(duplicates[0].other, root_ / "noise" / "x.wav");
    QCOMPARE(duplicates[1].path, root_ / "tone" / "same.flac");
    QCOMPARE(duplicates[1].other, root_ / "noise" / "x.wav");
    QVERIFY(duplicates[1].what.english().find("'noise'") != std::string::npos);
    QVERIFY(report.isUsable());
  }

  void silenceMayBeSilent() {
    writeThreeClasses(root_, 2);
    writeClip(root_ / "Silence" / "a.wav", std::vector<float>(16000, 0.0F));
    writeClip(root_ / "Silence" / "b.wav", scaled(noise(16000, 61), 0.0005F));
    QVERIFY(checkDataSet({.root = root_}).problems.empty());
  }

  void missingFilesAndRows() {
    writeThreeClasses(root_, 2);
    writeText(root_ / "all.csv",
              "path,label\ntone/0.wav,tone\ntone/1.wav,tone\nnoise/0.wav,noise\nnoise/1.wav,\n"
              "gone.wav,noise\nnoise/0.wav,noise\n");
    const DataReport report = checkDataSet({.root = root_});
    QCOMPARE(report.dataSet.layout, Layout::Table);
    QCOMPARE(problemsOf(report, Kind::Missing).size(), size_t(1));
    QCOMPARE(problemsOf(report, Kind::Unlabelled).size(), size_t(1));
    QCOMPARE(problemsOf(report, Kind::Duplicate).size(), size_t(1));
    QCOMPARE(report.dataSet.clips.size(), size_t(4));
  }

  void recordingsOnTwoSides() {
    writeThreeClasses(root_, 3);
    fs::copy(root_ / "noise" / "0.wav", root_ / "noise" / "copy.wav");
    writeText(root_ / "all.csv",
              "path,label,fold,source\ntone/0.wav,tone,1,a\ntone/1.wav,tone,2,b\n"
              "tone/2.wav,tone,1,b\nnoise/0.wav,noise,1,c\nnoise/copy.wav,noise,2,d\n"
              "noise/1.wav,noise,1,e\n");
    const DataReport report = checkDataSet({.root = root_});
    QCOMPARE(report.crossings.size(), size_t(2));
    QCOMPARE(report.crossings[0].source, std::string("b"));
    QCOMPARE(report.crossings[0].side.english(), std::string("fold 2"));
    QCOMPARE(report.crossings[0].otherSide.english(), std::string("fold 1"));
    QCOMPARE(report.crossings[1].source, std::string());
    QCOMPARE(report.crossings[1].otherPath, root_ / "noise" / "copy.wav");
    QVERIFY(!report.isUsable());  // as it is
    QVERIFY(QString::fromStdString(report.obstacles.at(0).english())
                .contains("--allow-shared-sources"));
    QVERIFY(QString::fromStdString(textOf(report)).contains("recording 'b'"));
  }

  void setsThatCannotBeTrainedOn() {
    writeThreeClasses(root_, 1);
    writeText(root_ / "siren" / "a.wav", "this is no sound");
    DataReport report = checkDataSet({.root = root_});
    QVERIFY(!report.isUsable());
    QVERIFY(QString::fromStdString(report.obstacles.at(0).english()).contains("'siren'"));
    for (const char* label : {"tone", "clicks", "noise"}) fs::remove_all(root_ / label);
    report = checkDataSet({.root = root_});
    QVERIFY(!report.isUsable());
    QVERIFY(report.dataSet.clips.empty());
    fs::remove_all(root_ / "siren");
    QVERIFY(isSentence(errorOf([&] { checkDataSet({.root = root_}); })));
    writeClip(root_ / "tone" / "a.wav", tone(440.0, 16000, 16000));
    report = checkDataSet({.root = root_});
    QVERIFY(QString::fromStdString(report.obstacles.at(0).english()).contains("two classes"));
  }

  void asJson() {
    writeThreeClasses(root_, 2);
    fs::remove(root_ / "tone" / "1.wav");
    writeText(root_ / "noise" / "text.wav", "this is no sound");
    const nlohmann::json json = toJson(checkDataSet({.root = root_}));
    QCOMPARE(json.at("version").get<int>(), 1);
    QCOMPARE(json.at("layout").get<std::string>(), std::string("folders"));
    QCOMPARE(json.at("clips").get<int>(), 5);
    QCOMPARE(json.at("classes").at(0).at("name").get<std::string>(), std::string("clicks"));
    QCOMPARE(json.at("imbalance").at("ratio").get<double>(), 2.0);
    QCOMPARE(json.at("imbalance").at("smallest").get<std::string>(), std::string("tone"));
    QCOMPARE(json.at("problems").at(0).at("kind").get<std::string>(), std::string("broken"));
    QCOMPARE(json.at("sample_rates").at("16000").get<int>(), 5);
    QCOMPARE(json.at("usable").get<bool>(), true);
  }

  /// People see twenty of a kind, JSON has all.
  void asText() {
    writeThreeClasses(root_, 2);
    for (int i = 0; i < 25; ++i)
      writeText(root_ / "noise" / ("text " + std::to_string(i) + ".wav"), "this is no sound");
    const DataReport report = checkDataSet({.root = root_});
    const QString text = QString::fromStdString(textOf(report));
    QVERIFY2(text.contains("6 clips in 3 classes") && text.contains("broken (25)") &&
                 text.contains("and 5 more"),
             qPrintable(text));
    QCOMPARE(text.count("cannot be opened"), 20);
    QCOMPARE(toJson(report).at("problems").size(), size_t(25));
  }

  void threadsDoNotMatterAndProgressIsTold() {
    writeThreeClasses(root_, 6);
    writeText(root_ / "noise" / "text.wav", "this is no sound");
    const auto reportWith = [&](int threads) {
      size_t last = 0;
      DataCheckOptions options;
      options.threads = threads;
      options.onProgress = [&](size_t done, size_t total) {
        QVERIFY(done >= last && done <= total && total == 19);
        last = done;
      };
      const auto json = toJson(checkDataSet({.root = root_}, options)).dump();
      if (last != 19) throw Error("The last progress was not told.");
      return json;
    };
    QVERIFY(reportWith(1) == reportWith(4));
  }

  void stops() {
    writeThreeClasses(root_, 6);
    std::atomic<bool> stop = true;
    DataCheckOptions options;
    options.stop = &stop;
    QVERIFY_EXCEPTION_THROWN(checkDataSet({.root = root_}, options), Stopped);
  }

 private:
  std::unique_ptr<QTemporaryDir> directory_;
  fs::path root_;
};

QTEST_GUILESS_MAIN(TestDataReport)
#include "test_data_report.moc"
