// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QtTest>
#include <filesystem>
#include <fstream>

#include <unistd.h>

#include "core/audio/audio_folder.h"

using namespace earwitness;
namespace fs = std::filesystem;

namespace {

void touch(const fs::path& path) {
  fs::create_directories(path.parent_path());
  std::ofstream(path) << "x";
}

QStringList namesOf(const std::vector<FoundSound>& sounds, const fs::path& root) {
  QStringList names;
  for (const FoundSound& sound : sounds)
    names.append(QString::fromStdString(sound.path.lexically_relative(root).string()));
  return names;
}

}  // namespace

class TestAudioFolder : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    directory_ = std::make_unique<QTemporaryDir>();
    root_ = directory_->path().toStdString();
  }

  void soundsInAllFoldersByTheirPaths() {
    for (const char* name :
         {"b.wav", "a.WAV", "deep/er/c.flac", "deep/d.mp3", "notes.txt", "noending"})
      touch(root_ / name);
    SoundSearch search;
    const FoundSounds found = soundsBelow(root_, search);
    QCOMPARE(namesOf(found.files, root_),
             QStringList({"a.WAV", "b.wav", "deep/d.mp3", "deep/er/c.flac"}));
    QCOMPARE(search.found.load(), 4);
    QCOMPARE(found.files[0].bytes, int64_t(1));
    QVERIFY(found.other.empty() && found.unreadable.empty());
  }

  void hiddenOnesNeverAppear() {
    for (const char* name : {"a.wav", "._a.wav", ".b.wav", ".Trash/c.wav", "__MACOSX/d.wav",
                             "x/__MACOSX/._e.wav", "._f.dss"})
      touch(root_ / name);
    SoundSearch search;
    const FoundSounds found = soundsBelow(root_, search);
    QCOMPARE(namesOf(found.files, root_), QStringList({"a.wav"}));
    QVERIFY(found.other.empty());
    // What the user names is searched, whatever its name.
    QCOMPARE(soundsBelow(root_ / ".Trash", search).files.size(), size_t(1));
  }

  void soundOfOtherKindsIsNamed() {
    for (const char* name : {"a.wav", "b.dss", "deep/c.AAX", "d.pdf"}) touch(root_ / name);
    SoundSearch search;
    const FoundSounds found = soundsBelow(root_, search);
    QCOMPARE(namesOf(found.other, root_), QStringList({"b.dss", "deep/c.AAX"}));
    QVERIFY(looksLikeOtherSound("x.dss") && !looksLikeOtherSound("x.wav") &&
            !looksLikeOtherSound("x.txt") && !looksLikeOtherSound("dss"));
  }

  void linksToFoldersDoNotLoop() {
    touch(root_ / "deep" / "a.wav");
    fs::create_directory_symlink(root_, root_ / "deep" / "up");
    fs::create_symlink("a.wav", root_ / "deep" / "link.wav");
    fs::create_symlink("gone.wav", root_ / "deep" / "broken.wav");
    SoundSearch search;
    const FoundSounds found = soundsBelow(root_, search);
    QCOMPARE(namesOf(found.files, root_),
             QStringList({"deep/a.wav", "deep/broken.wav", "deep/link.wav"}));
    fs::create_directory_symlink(root_ / "deep", root_ / "other");
    QCOMPARE(soundsBelow(root_ / "other", search).files.size(), size_t(3));
  }

  void foldersThatCannotBeReadAreNamed() {
    touch(root_ / "a.wav");
    SoundSearch search;
    const FoundSounds gone = soundsBelow(root_ / "gone", search);
    QCOMPARE(gone.unreadable.size(), size_t(1));
    QCOMPARE(gone.unreadable[0].path, root_ / "gone");
    QVERIFY(!gone.unreadable[0].reason.empty());
    if (::geteuid() == 0) QSKIP("root may read every folder");
    touch(root_ / "locked" / "b.wav");
    fs::permissions(root_ / "locked", fs::perms::none);
    const FoundSounds found = soundsBelow(root_, search);
    fs::permissions(root_ / "locked", fs::perms::owner_all);
    QCOMPARE(namesOf(found.files, root_), QStringList({"a.wav"}));
    QCOMPARE(found.unreadable.size(), size_t(1));
    QCOMPARE(found.unreadable[0].path, root_ / "locked");
  }

  void aCancelledSearchEndsAtOnce() {
    for (int i = 0; i < 50; ++i) touch(root_ / (std::to_string(i) + ".wav"));
    SoundSearch search;
    search.isCancelled = [&search] { return search.found.load() >= 3; };
    QCOMPARE(soundsBelow(root_, search).files.size(), size_t(3));
  }

  void oneFileOfManyNames() {
    touch(root_ / "a.wav");
    touch(root_ / "b.wav");
    fs::create_symlink("a.wav", root_ / "link.wav");
    fs::create_hard_link(root_ / "a.wav", root_ / "hard.wav");
    SameFiles files;
    QVERIFY(!files.add(root_ / "a.wav"));
    QVERIFY(!files.add(root_ / "b.wav"));
    for (const fs::path& name :
         {root_ / "a.wav", root_ / "." / "a.wav", root_ / "link.wav", root_ / "hard.wav"})
      QCOMPARE(files.add(name), std::optional(root_ / "a.wav"));
    QVERIFY(!files.add(root_ / "gone.wav"));
    QVERIFY(!files.add(root_ / "gone.wav"));
  }

 private:
  std::unique_ptr<QTemporaryDir> directory_;
  fs::path root_;
};

QTEST_GUILESS_MAIN(TestAudioFolder)
#include "test_audio_folder.moc"
