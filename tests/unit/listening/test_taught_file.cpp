// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QtTest>
#include <fstream>
#include <functional>

#include <nlohmann/json.hpp>
#include <unistd.h>

#include "core/base/atomic_file.h"
#include "core/listening/taught_file.h"
#include "core/listening/taught_store.h"
#include "tests/unit/audio/sound_files.h"
#include "tests/unit/base/error_of.h"
#include "tests/unit/inference/model_surgery.h"

using namespace earwitness;
namespace fs = std::filesystem;
using nlohmann::json;

namespace {

constexpr const char* kModel = "00112233445566778899aabbccddeeff";

/// Adds an entry to the archive.
void addEntry(const fs::path& file, const std::string& name, const std::string& contents) {
  zip_t* archive = zip_open(file.c_str(), ZIP_CREATE, nullptr);
  zip_file_add(archive, name.c_str(),
               zip_source_buffer(archive, contents.data(), contents.size(), 0),
               ZIP_FL_ENC_UTF_8 | ZIP_FL_OVERWRITE);
  if (zip_close(archive) != 0) throw Error("The test cannot change %1.", file);
}

}  // namespace

class TestTaughtFile : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    directory_ = std::make_unique<QTemporaryDir>();
    const fs::path root = directory_->path().toStdString();
    file_ = root / "sounds.earwitness-taught";
    TaughtStore store(root / "store", kModel, 2);
    clips_ = store.folder();
    classes_ = TaughtClasses(kModel, 2);
    for (const char* name : {"kettle", "door", "kettle"}) {
      TaughtExample example{.id = newExampleId(), .embedding = {0.5F, -1.0F / 3.0F}};
      example.clip = store.saveClip(example.id, tone(500.0, 16000.0, 16000, 0.5), 16000);
      example.origin = "caf\xE9.wav";
      example.seconds = 1.0;
      classes_.addExample(name, example);
    }
    classes_.setThreshold("door", 0.7F);
    TaughtFile::write(file_, classes_, "A model", clips_);
  }

  void everythingIsInIt() {
    const TaughtFile file(file_);
    QCOMPARE(file.modelName(), std::string("A model"));
    QCOMPARE(file.classes().modelFingerprint(), std::string(kModel));
    QCOMPARE(file.classes().classes().size(), size_t(2));
    QCOMPARE(file.classes().find("door")->threshold, 0.7F);
    for (const TaughtClass& taught : classes_.classes())
      for (const TaughtExample& example : taught.examples) {
        const TaughtExample* read = file.classes().findExample(example.id);
        QVERIFY(read != nullptr && read->embedding == example.embedding);
        QCOMPARE(file.clipOf(*read), readFile(clips_ / example.clip));
        const std::vector<float> sound = file.samplesOf(*read, 16000);
        QCOMPARE(sound.size(), size_t(16000));
        QVERIFY(std::abs(sound[4000] - tone(500.0, 16000.0, 16000, 0.5)[4000]) < 0.001F);
      }
    const std::string before = readFile(file_);
    TaughtFile::write(file_, classes_, "A model", clips_);
    QCOMPARE(readFile(file_), before);  // the same input gives the same bytes
  }

  void aClipThatIsGoneIsLeftOut() {
    const TaughtExample& example = classes_.find("door")->examples[0];
    fs::remove(clips_ / example.clip);
    TaughtFile::write(file_, classes_, "A model", clips_);
    const TaughtFile file(file_);
    QVERIFY(file.classes().findExample(example.id)->clip.empty());
    QVERIFY(!file.classes().find("kettle")->examples[0].clip.empty());
  }

  void otherFilesAreRefused() {
    refused("does not exist", directory_->filePath("none").toStdString());
    refused("is not a file", directory_->path().toStdString());
    writeFileAtomically(file_, "");
    refused("does not contain taught classes");
    writeFileAtomically(file_, "no archive");
    refused("does not contain taught classes");
    fs::remove(file_);
    addEntry(file_, "model/data.pkl", "x");
    refused("does not contain taught classes");
  }

  void aFileThatIsCutIsRefused() {
    const std::string whole = readFile(file_);
    for (size_t size = 1; size < whole.size(); size += 997) {
      writeFileAtomically(file_, whole.substr(0, size));
      refused("");
    }
  }

  void changedBytesAreFound() {
    std::string bytes = readFile(file_);
    const std::string clip = readFile(clips_ / classes_.find("kettle")->examples[0].clip);
    const size_t at = bytes.find(clip);
    QVERIFY(at != std::string::npos);
    bytes[at + clip.size() / 2] = char(~bytes[at + clip.size() / 2]);
    writeFileAtomically(file_, bytes);
    const TaughtFile file(file_);
    const QString text = errorOf([&] { file.clipOf(file.classes().find("kettle")->examples[0]); });
    QVERIFY2(isSentence(text) && text.contains("damaged"), qPrintable(text));
  }

  void hostileListsAreRefused_data() {
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("hint");
    const auto row = [](const char* name, const char* pointer, const char* value,
                        const char* hint) { QTest::newRow(name) << pointer << value << hint; };
    row("no JSON", "", "{", "not valid JSON");
    row("a list", "", "[]", "not valid JSON");
    row("newer", "/format_version", "2", "newer Earwitness");
    row("no version", "/format_version", "null", "format_version");
    row("no model", "/model", "1", "model");
    row("name of the background", "/classes/0/name", "\"background\"", "name");
    row("no embedding", "/classes/0/examples/0/embedding", "[]", "embedding");
    row("huge embedding", "/model/embedding_size", "99999999999", "embedding_size");
    row("clip elsewhere", "/classes/0/examples/0/clip", "\"../../x.flac\"", "clip");
    row("another example's clip", "/classes/0/examples/0/clip", "\"0123456789abcdef.flac\"",
        "clip");
    row("no such clip", "/classes/0/examples/0/id", "\"0123456789abcdef\"", "clip");
  }
  void hostileListsAreRefused() {
    QFETCH(QString, pointer);
    QFETCH(QString, value);
    QFETCH(QString, hint);
    changeEntry(file_, TaughtStore::kFileName, [&](const std::string& text) {
      if (pointer.isEmpty()) return value.toStdString();
      json list = json::parse(text);
      list[json::json_pointer(pointer.toStdString())] = json::parse(value.toStdString());
      return list.dump();
    });
    refused(hint);
  }

  /// A clip that unpacks to more than the file, and one that is no FLAC.
  void hostileClipsAreRefused() {
    const std::string clip = classes_.find("door")->examples[0].clip;
    const auto replace = [&](const std::string& contents) {
      TaughtFile::write(file_, classes_, "A model", clips_);
      addEntry(file_, clip, contents);
    };
    replace(std::string(size_t(64) << 20, '\0'));
    QVERIFY(fs::file_size(file_) < 1'000'000);
    refused("clip");
    replace("MZ");
    const TaughtFile file(file_);
    const TaughtExample& example = file.classes().find("door")->examples[0];
    QVERIFY(isSentence(errorOf([&] { file.clipOf(example); })));
    replace("fLaC and nothing more");
    const TaughtFile broken(file_);
    QVERIFY(isSentence(
        errorOf([&] { broken.samplesOf(broken.classes().find("door")->examples[0], 16000); })));
  }

  void aFullDiskLeavesTheOldFile() {
    const QString text =
        errorOf([&] { TaughtFile::write("/dev/full", classes_, "A model", clips_); });
    QVERIFY2(isSentence(text), qPrintable(text));
    const fs::path nowhere = directory_->filePath("missing/x").toStdString();
    QVERIFY(isSentence(errorOf([&] { TaughtFile::write(nowhere, classes_, "A", clips_); })));
  }

 private:
  void refused(const QString& hint) { refused(hint, file_); }
  static void refused(const QString& hint, const fs::path& file) {
    const QString text = errorOf([&] { const TaughtFile opened(file); });
    QVERIFY2(isSentence(text) && text.contains(hint), qPrintable(text + " / " + hint));
  }

  std::unique_ptr<QTemporaryDir> directory_;
  fs::path file_, clips_;
  TaughtClasses classes_;
};

QTEST_GUILESS_MAIN(TestTaughtFile)
#include "test_taught_file.moc"
