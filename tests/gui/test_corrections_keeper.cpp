// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

#include <nlohmann/json.hpp>

#include "app/gui/training/result/corrections_keeper.h"
#include "core/base/atomic_file.h"
#include "tests/unit/base/error_of.h"

using namespace earwitness;
using namespace earwitness::gui;
namespace fs = std::filesystem;

class TestCorrectionsKeeper : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    directory_ = std::make_unique<QTemporaryDir>();
    root_ = directory_->path().toStdString();
    qputenv("XDG_STATE_HOME", QFile::encodeName(directory_->path()));
  }

  void theFileIsAsTheEngineReadsIt() {
    Corrections corrections;
    corrections.set("/sounds/a.wav", ClipVerdict{"rain"});
    corrections.set("/sounds/b.wav", ClipVerdict{std::nullopt});
    const fs::path file = root_ / "deep" / "down" / "c.json";
    corrections.write(file);
    QCOMPARE(nlohmann::json::parse(readFile(file)),
             nlohmann::json::parse(R"({"version": 1, "clips": [
               {"path": "/sounds/a.wav", "label": "rain"},
               {"path": "/sounds/b.wav", "label": null}]})"));
    QVERIFY(Corrections::read(file) == corrections);
    QVERIFY(Corrections::read(root_ / "none.json").empty());
  }

  void damagedFilesAreSaid() {
    const fs::path file = root_ / "c.json";
    for (const char* text : {"{\"version\": 1", "[]", R"({"version": 1, "clips": [{"path": 3}]})",
                             R"({"version": 2, "clips": []})"}) {
      writeFileAtomically(file, text);
      QVERIFY2(isSentence(errorOf([&] { Corrections::read(file); })), text);
    }
  }

  void aDataSetHasOneFileHoweverItIsSpelt() {
    fs::create_directories(root_ / "set" / "dog");
    fs::create_directory_symlink(root_ / "set", root_ / "link");
    const fs::path file = Corrections::fileOf(root_ / "set");
    QCOMPARE(file.parent_path(), root_ / "earwitness" / "corrections");
    QCOMPARE(Corrections::fileOf(root_ / "set" / ""), file);
    QCOMPARE(Corrections::fileOf(root_ / "set" / "dog" / ".."), file);
    QCOMPARE(Corrections::fileOf(root_ / "link"), file);
    QVERIFY(Corrections::fileOf(root_ / "other") != file);
  }

  void changesAreWrittenAndComeBack() {
    CorrectionsKeeper keeper;
    open(keeper, {});
    keeper.set({"/a", "/b"}, ClipVerdict{"rain"});
    keeper.set({"/b"}, ClipVerdict{std::nullopt});
    QTRY_COMPARE(onDisk().all().size(), size_t(2));
    QTRY_VERIFY(onDisk().find("/b") != nullptr && !onDisk().find("/b")->label);
    keeper.undo();
    QTRY_VERIFY(onDisk().find("/b")->label.has_value());
    keeper.undo();
    QTRY_VERIFY(onDisk().empty());
    QVERIFY(!keeper.canUndo());
  }

  void whatIsSoAlreadyIsNoChange() {
    CorrectionsKeeper keeper;
    open(keeper, {});
    keeper.set({"/a"}, std::nullopt);
    QVERIFY(!keeper.canUndo());
    keeper.set({"/a"}, ClipVerdict{"rain"});
    keeper.set({"/a"}, ClipVerdict{"rain"});
    keeper.undo();
    QVERIFY(!keeper.canUndo());
  }

  void runsOfADataSetShareThem() {
    CorrectionsKeeper one, other;
    open(one, {});
    open(other, {});
    one.set({"/a"}, ClipVerdict{"rain"});
    QTRY_COMPARE(onDisk().all().size(), size_t(1));
    // The other one has not seen that, and takes nothing of it away.
    other.set({"/b"}, ClipVerdict{"dog"});
    QTRY_COMPARE(onDisk().all().size(), size_t(2));
  }

  void thoseOfTheRunAreTheBeginning() {
    const fs::path ofRun = root_ / "by-hand.json";
    Corrections byHand;
    byHand.set("/a", ClipVerdict{"rain"});
    byHand.write(ofRun);
    CorrectionsKeeper keeper;
    open(keeper, ofRun);
    QCOMPARE(keeper.corrections().all().size(), size_t(1));
    keeper.set({"/b"}, ClipVerdict{"dog"});
    QTRY_COMPARE(onDisk().all().size(), size_t(2));
    QCOMPARE(Corrections::read(ofRun).all().size(), size_t(1));
  }

  void savingWritesAlsoWhatHasNotChanged() {
    CorrectionsKeeper keeper;
    open(keeper, {});
    bool saved = false;
    keeper.save([&] { saved = fs::exists(Corrections::fileOf(root_ / "set")); });
    QTRY_VERIFY(saved);
  }

  void aDamagedFileIsLeftAlone() {
    const fs::path file = Corrections::fileOf(root_ / "set");
    fs::create_directories(file.parent_path());
    CorrectionsKeeper keeper;
    open(keeper, {});
    writeFileAtomically(file, "by hand");
    QSignalSpy failed(&keeper, &CorrectionsKeeper::failed);
    keeper.set({"/a"}, ClipVerdict{"rain"});
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(QString::fromStdString(readFile(file)), QString("by hand"));
    bool saved = false;
    keeper.save([&] { saved = true; });
    QTRY_COMPARE(failed.size(), 2);
    QVERIFY(!saved);
    // Mended, what was said meanwhile is written with the rest.
    fs::remove(file);
    keeper.set({"/b"}, ClipVerdict{"dog"});
    QTRY_COMPARE(onDisk().all().size(), size_t(2));
  }

 private:
  void open(CorrectionsKeeper& keeper, const fs::path& ofRun) {
    QSignalSpy changed(&keeper, &CorrectionsKeeper::changed);
    keeper.open(root_ / "set", ofRun);
    QTRY_COMPARE(changed.size(), 1);
  }
  Corrections onDisk() const { return Corrections::read(Corrections::fileOf(root_ / "set")); }

  std::unique_ptr<QTemporaryDir> directory_;
  fs::path root_;
};

QTEST_GUILESS_MAIN(TestCorrectionsKeeper)
#include "test_corrections_keeper.moc"
