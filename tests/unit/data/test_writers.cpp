// SPDX-License-Identifier: GPL-3.0-or-later
// Everything in core that writes, at places where that is difficult.
#include <QTemporaryDir>
#include <QtTest>
#include <csignal>
#include <fstream>
#include <functional>
#include <map>
#include <thread>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include "core/audio/audio_writer.h"
#include "core/base/atomic_file.h"
#include "core/data/corrections.h"
#include "core/data/feature_shard.h"
#include "core/events/event_export.h"
#include "core/monitoring/event_store.h"
#include "core/monitoring/monitoring_settings.h"
#include "core/runs/journal.h"
#include "core/runs/run_folder.h"
#include "core/runs/run_lock.h"
#include "tests/unit/base/as_nobody.h"
#include "tests/unit/base/error_of.h"
#include "tests/unit/data/sound_sets.h"

using namespace earwitness;
namespace fs = std::filesystem;

namespace {

using Write = std::function<void(const fs::path& path)>;

std::vector<ExportedEvent> manyEvents() {
  ExportedEvent event;
  event.source = "/sounds/street.wav";
  event.endSeconds = 1.0;
  event.label = "Dog";
  event.sourceSeconds = 2.0;
  return std::vector<ExportedEvent>(1000, event);
}

Write exportAs(ExportFormat format) {
  return [format](const fs::path& path) { exportEvents(path, manyEvents(), format); };
}

Write soundWriter(size_t samples) {
  return [samples](const fs::path& path) { writeAudioFile(path, noise(samples), 16000); };
}

struct FileWriter {
  const char* ending;
  Write write;
};
/// Those that write a file that the user named, or could. Each writes more than a few kilobytes.
const std::map<std::string, FileWriter>& fileWriters() {
  static const std::map<std::string, FileWriter> all{
      {"contents",
       {".txt",
        [](const fs::path& path) { writeFileAtomically(path, std::string(100'000, 'x')); }}},
      {"writer",
       {".txt",
        [](const fs::path& path) {
          writeFileAtomically(path, [](const fs::path& temporary) {
            std::ofstream file(temporary);
            file << std::string(100'000, 'x');
            file.close();
            if (!file) throw Error("The writer noticed that the disk is full.");
          });
        }}},
      {"WAV", {".wav", soundWriter(20'000)}},
      {"FLAC", {".flac", soundWriter(20'000)}},
      {"Ogg", {".ogg", soundWriter(200'000)}},
      {"CSV", {".csv", exportAs(ExportFormat::Csv)}},
      {"JSON Lines", {".jsonl", exportAs(ExportFormat::JsonLines)}},
      {"Audacity", {".txt", exportAs(ExportFormat::Audacity)}},
      {"Raven", {".selections.txt", exportAs(ExportFormat::Raven)}},
      {"settings",
       {".json",
        [](const fs::path& path) {
          MonitoringSettings settings;
          for (int i = 0; i < 500; ++i) settings.classes[std::to_string(i)].alert = true;
          writeMonitoringSettings(path, settings);
        }}},
      {"JSON of a run",
       {".json",
        [](const fs::path& path) {
          writeJsonFile(path, {{"text", std::string(50'000, 'x')}});
        }}},
      {"corrections",
       {".json",
        [](const fs::path& path) {
          writeCorrections(std::vector<Correction>(500, {"/sounds/dog.wav", "cat"}), path);
        }}},
  };
  return all;
}

/// Those that have a folder of their own.
const std::map<std::string, Write>& folderWriters() {
  static const std::map<std::string, Write> all{
      {"recording",
       [](const fs::path& folder) {
         AudioFileWriter writer(folder / "dog.flac", 16000);
         try {
           writer.write(noise(200'000));
           writer.finish();
         } catch (const Error&) {
           writer.discard();
           throw;
         }
       }},
      {"new file",
       [](const fs::path& folder) {
         writeNewFile(folder, "dog", ".csv", std::string(100'000, 'x'));
       }},
      {"shard of features",
       [](const fs::path& folder) {
         FeatureShardWriter writer(folder, {.windowFrames = 100, .nMels = 80});
         writer.append(std::vector<float>(8000));
         writer.addClip("0123456789abcdef0123456789abcdef");
         writer.commit();
       }},
      {"journal",
       [](const fs::path& folder) {
         Journal journal(folder / "journal.jsonl", false, {});
         journal.write("started", {{"text", std::string(100'000, 'x')}});
       }},
      {"event store",
       [](const fs::path& folder) {
         EventStore store(folder / "events.sqlite");
         StoredEvent event;
         event.label = "Dog";
         store.put(event);
         store.commit();
       }},
      {"lock of a run", [](const fs::path& folder) { const RunLock lock(RunFolder{folder}); }},
  };
  return all;
}

/// What `write` says while no file can grow beyond 4 kB, as on a disk that is full.
QString onAFullDisk(const std::function<void()>& write) {
  auto* const handler = std::signal(SIGXFSZ, SIG_IGN);
  rlimit old{};
  ::getrlimit(RLIMIT_FSIZE, &old);
  rlimit limit = old;
  limit.rlim_cur = 4096;
  ::setrlimit(RLIMIT_FSIZE, &limit);
  const QString text = errorOf(write);
  ::setrlimit(RLIMIT_FSIZE, &old);
  std::signal(SIGXFSZ, handler);
  return text;
}

bool isReported(const QString& text) {
  return isSentence(text.endsWith('?') ? text.chopped(1) + "." : text);
}

}  // namespace

class TestWriters : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    directory_ = std::make_unique<QTemporaryDir>();
    folder_ = directory_->path().toStdString();
    fs::permissions(folder_, fs::perms(0755));  // for asNobody()
  }

  void aFullDisk_data() { addFileWriters(); }
  void aFullDisk() {
    const fs::path path = folder_ / ("file" + ending());
    std::ofstream(path) << "old";
    const QString text = onAFullDisk([&] { write()(path); });
    QVERIFY2(isReported(text) && text.contains("disk"), qPrintable(text));
    QCOMPARE(readFile(path), std::string("old"));
    QCOMPARE(entries(), 1);
  }

  void aReadOnlyFolder_data() { addFileWriters(); }
  void aReadOnlyFolder() {
    const fs::path path = folder_ / ("file" + ending());
    std::ofstream(path) << "old";
    fs::permissions(path, fs::perms(0666));
    fs::permissions(folder_, fs::perms(0555));
    for (const fs::path& target : {path, folder_ / ("new" + ending())}) {
      const QString text = asNobody([&] { write()(target); });
      QVERIFY2(isReported(text) && text.contains("cannot be written"), qPrintable(text));
    }
    QCOMPARE(readFile(path), std::string("old"));
    QCOMPARE(entries(), 1);
  }

  void aDevice_data() { addFileWriters(); }
  void aDevice() {
    // Behind a link, which a mistake would replace instead of the device itself.
    const fs::path full = folder_ / ("full" + ending());
    const fs::path null = folder_ / ("null" + ending());
    fs::create_symlink("/dev/full", full);
    fs::create_symlink("/dev/null", null);
    const QString text = errorOf([&] { write()(full); });
    QVERIFY2(isReported(text) && text.contains("disk is full"), qPrintable(text));
    QCOMPARE(errorOf([&] { write()(null); }), QString());
    for (const char* device : {"/dev/full", "/dev/null"}) QVERIFY(fs::is_character_file(device));
    for (const fs::path& link : {full, null}) QVERIFY(fs::is_symlink(link));
    QCOMPARE(entries(), 2);
  }

  void aPipe_data() { addFileWriters(); }
  void aPipe() {
    const fs::path pipe = folder_ / ("pipe" + ending());
    QCOMPARE(::mkfifo(pipe.c_str(), 0600), 0);
    std::string read;
    std::thread reader([&] { read = readFile(pipe); });
    const QString text = errorOf([&] { write()(pipe); });
    if (!text.isEmpty()) std::ofstream(pipe) << "the reader goes on";
    reader.join();
    QCOMPARE(text, QString());
    QVERIFY(fs::is_fifo(pipe));
    QCOMPARE(entries(), 1);
    requireWhole(read);
  }

  void anOpenDescriptor_data() { addFileWriters(); }
  void anOpenDescriptor() {
    const Descriptor log(
        ::open((folder_ / "log").c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600));
    QCOMPARE(::write(log.get(), "before\n", 7), ssize_t(7));
    const fs::path link = folder_ / ("link" + ending());
    fs::create_symlink("/dev/fd/" + std::to_string(log.get()), link);
    QCOMPARE(errorOf([&] { write()(link); }), QString());
    const std::string contents = readFile(folder_ / "log");
    QVERIFY(contents.starts_with("before\n"));
    requireWhole(contents.substr(7));
    QCOMPARE(entries(), 2);
  }

  void aLink_data() { addFileWriters(); }
  void aLink() {
    const fs::path target = folder_ / "target";
    const fs::path link = folder_ / ("link" + ending());
    std::ofstream(target) << "old";
    fs::create_symlink("target", link);
    QCOMPARE(errorOf([&] { write()(link); }), QString());
    QVERIFY(fs::is_symlink(link));
    requireWhole(readFile(target));
    QCOMPARE(entries(), 2);
  }

  void aNameOf255Bytes_data() { addFileWriters(); }
  void aNameOf255Bytes() {
    const fs::path path = folder_ / (std::string(255 - ending().size(), 'x') + ending());
    for (int time = 0; time < 2; ++time) QCOMPARE(errorOf([&] { write()(path); }), QString());
    requireWhole(readFile(path));
    QCOMPARE(entries(), 1);
  }

  void foldersOnAFullDisk_data() { addFolderWriters(); }
  void foldersOnAFullDisk() {
    QFETCH(QString, writer);
    const Write& write = folderWriters().at(writer.toStdString());
    const QString text = onAFullDisk([&] { write(folder_); });
    if (writer == "lock of a run") {
      QCOMPARE(text, QString());  // it holds a few digits
      return;
    }
    QVERIFY2(isReported(text), qPrintable(text));
    if (writer != "journal" && writer != "event store") QCOMPARE(entries(), 0);
    QCOMPARE(errorOf([&] { write(folder_); }), QString());  // once there is room
  }

  void foldersThatAreReadOnly_data() { addFolderWriters(); }
  void foldersThatAreReadOnly() {
    QFETCH(QString, writer);
    const Write& write = folderWriters().at(writer.toStdString());
    fs::permissions(folder_, fs::perms(0555));
    const QString text = asNobody([&] { write(folder_); });
    QVERIFY2(isReported(text), qPrintable(text));
    QCOMPARE(entries(), 0);
    fs::permissions(folder_, fs::perms(0777));
    QCOMPARE(asNobody([&] { write(folder_); }), QString());
  }

 private:
  static void addFileWriters() {
    QTest::addColumn<QString>("writer");
    for (const auto& [name, writer] : fileWriters())
      QTest::newRow(name.c_str()) << QString::fromStdString(name);
  }
  static void addFolderWriters() {
    QTest::addColumn<QString>("writer");
    for (const auto& [name, write] : folderWriters())
      QTest::newRow(name.c_str()) << QString::fromStdString(name);
  }
  static const FileWriter& fileWriter() {
    QFETCH(QString, writer);
    return fileWriters().at(writer.toStdString());
  }
  static std::string ending() { return fileWriter().ending; }
  static const Write& write() { return fileWriter().write; }

  /// As in a file of its own. Ogg streams have a number drawn by chance.
  static void requireWhole(const std::string& contents) {
    const QTemporaryDir folder;
    const fs::path path = folder.filePath("file").toStdString() + ending();
    write()(path);
    const std::string expected = readFile(path);
    QCOMPARE(contents.size(), expected.size());
    QVERIFY(contents == expected || ending() == ".ogg");
  }
  int entries() const {
    return int(std::distance(fs::directory_iterator(folder_), fs::directory_iterator()));
  }

  std::unique_ptr<QTemporaryDir> directory_;
  fs::path folder_;
};

QTEST_GUILESS_MAIN(TestWriters)
#include "test_writers.moc"
