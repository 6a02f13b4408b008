// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QtTest>
#include <map>
#include <set>

#include "core/base/atomic_file.h"
#include "core/data/data_set.h"
#include "core/data/synthetic_set.h"
#include "tests/unit/base/error_of.h"
#include "tests/unit/data/sound_sets.h"

using namespace earwitness;
namespace fs = std::filesystem;

namespace {

std::map<std::string, std::string> contentsOf(const fs::path& folder) {
  std::map<std::string, std::string> contents;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file())
      contents[fs::relative(entry.path(), folder).string()] = readFile(entry.path());
  return contents;
}

}  // namespace

class TestSyntheticSet : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    directory_ = std::make_unique<QTemporaryDir>();
    root_ = directory_->path().toStdString();
    request_ = {};
    request_.folder = root_ / "set";
    request_.clipsPerClass = 3;
    request_.seconds = 0.2;
  }

  void isADataSet() {
    size_t last = 0;
    request_.onProgress = [&](size_t done, size_t total) {
      QVERIFY(done >= last && done <= total);
      QCOMPARE(total, size_t(21));
      last = done;
    };
    QCOMPARE(writeSyntheticSet(request_), 21);
    QCOMPARE(last, size_t(21));
    const DataSet dataSet = scanDataSet(request_.folder);
    QVERIFY((dataSet.labels == std::vector<std::string>{"beeps", "chirps", "clicks", "engine",
                                                        "silence", "siren", "vacuum cleaner"}));
    QCOMPARE(dataSet.clips.size(), size_t(21));
  }

  void theSameEachTimeAndNoTwoClipsAlike() {
    writeSyntheticSet(request_);
    const auto first = contentsOf(request_.folder);
    std::set<std::string> distinct;
    for (const auto& [name, bytes] : first) distinct.insert(bytes);
    QCOMPARE(distinct.size(), size_t(21));

    request_.folder = root_ / "again";
    request_.threads = 1;
    writeSyntheticSet(request_);
    QVERIFY(contentsOf(request_.folder) == first);
    request_.folder = root_ / "more";
    request_.clipsPerClass = 4;
    writeSyntheticSet(request_);
    auto more = contentsOf(request_.folder);
    QCOMPARE(std::erase_if(more, [](const auto& file) { return file.first.ends_with("4.flac"); }),
             size_t(7));
    QVERIFY(more == first);
    request_.folder = root_ / "other";
    request_.seed = 2;
    writeSyntheticSet(request_);
    QVERIFY(contentsOf(request_.folder).at("siren/001.flac") != first.at("siren/001.flac"));
  }

  void foldersThatHoldSomethingAreLeftAlone() {
    writeText(request_.folder / "note.txt", "mine");
    const QString text = errorOf([&] { writeSyntheticSet(request_); });
    QVERIFY2(isSentence(text) && text.contains("--force"), qPrintable(text));
    QCOMPARE(contentsOf(request_.folder).size(), size_t(1));
    request_.force = true;
    writeSyntheticSet(request_);
    QCOMPARE(contentsOf(request_.folder).size(), size_t(22));
    request_.folder = request_.folder / "note.txt";
    QVERIFY(isSentence(errorOf([&] { writeSyntheticSet(request_); })));
  }

  void stops() {
    std::atomic<bool> stop = false;
    request_.stop = &stop;
    request_.threads = 1;
    request_.onProgress = [&](size_t done, size_t) { stop = done == 4; };
    QVERIFY_EXCEPTION_THROWN(writeSyntheticSet(request_), Stopped);
    QCOMPARE(contentsOf(request_.folder).size(), size_t(4));
  }

  void badRequests() {
    request_.clipsPerClass = 0;
    QVERIFY(isSentence(errorOf([&] { writeSyntheticSet(request_); })));
    request_.clipsPerClass = 1;
    request_.seconds = 0.0;
    QVERIFY(isSentence(errorOf([&] { writeSyntheticSet(request_); })));
    request_.seconds = 1.0;
    request_.sampleRate = 5;
    QVERIFY(isSentence(errorOf([&] { writeSyntheticSet(request_); })));
    QVERIFY(!fs::exists(request_.folder));
    request_.folder = "/proc/nowhere";
    request_.sampleRate = 16000;
    QVERIFY(isSentence(errorOf([&] { writeSyntheticSet(request_); })));
  }

 private:
  std::unique_ptr<QTemporaryDir> directory_;
  fs::path root_;
  SyntheticSetRequest request_;
};

QTEST_GUILESS_MAIN(TestSyntheticSet)
#include "test_synthetic_set.moc"
