// SPDX-License-Identifier: GPL-3.0-or-later
// Small files of each kind for the fuzzers to start from, in a folder per target.

#include <cstdio>
#include <fstream>

#include <nlohmann/json.hpp>

#include "core/data/feature_shard.h"
#include "core/listening/taught_file.h"
#include "core/listening/taught_store.h"
#include "core/monitoring/monitoring_settings.h"
#include "tests/unit/audio/recording_files.h"
#include "tests/unit/audio/sound_files.h"
#include "tests/unit/listening/model_files.h"

using namespace earwitness;
namespace fs = std::filesystem;

namespace {

void writeText(const fs::path& path, const std::string& text) {
  std::ofstream(path, std::ios::binary) << text;
}

void writeSounds(const fs::path& folder) {
  const std::vector<float> samples = tone(440.0, 8000.0, 400);
  int number = 0;
  for (const int format : {SF_FORMAT_WAV | SF_FORMAT_PCM_16, SF_FORMAT_WAV | SF_FORMAT_PCM_24,
                           SF_FORMAT_WAV | SF_FORMAT_FLOAT, SF_FORMAT_WAV | SF_FORMAT_DOUBLE,
                           SF_FORMAT_WAV | SF_FORMAT_ULAW, SF_FORMAT_WAV | SF_FORMAT_IMA_ADPCM,
                           SF_FORMAT_WAV | SF_FORMAT_MS_ADPCM, SF_FORMAT_WAVEX | SF_FORMAT_PCM_16,
                           SF_FORMAT_FLAC | SF_FORMAT_PCM_16, SF_FORMAT_OGG | SF_FORMAT_VORBIS,
                           SF_FORMAT_OGG | SF_FORMAT_OPUS, SF_FORMAT_AIFF | SF_FORMAT_PCM_16,
                           SF_FORMAT_AU | SF_FORMAT_PCM_16, SF_FORMAT_W64 | SF_FORMAT_PCM_16,
                           SF_FORMAT_RF64 | SF_FORMAT_PCM_16, SF_FORMAT_CAF | SF_FORMAT_ALAC_16})
    for (const int channels : {1, 2})
      writeSound(folder / std::to_string(number++), samples, 8000, channels, format);
}

void writeTables(const fs::path& folder) {
  writeText(folder / "csv", "filename,fold,category\na.wav,1,dog\nb.wav,2,\"cat, small\"\n");
  writeText(folder / "tsv", "YTID\tlabel\nabc\tSiren\ndef\t\"say \"\"hello\"\"\"\n");
  writeText(folder / "crlf",
            "\xEF\xBB\xBF"
            "a,b\r\n\"two\r\nlines\",2\r\n");
  writeText(folder / "utf16", std::string("\xFF\xFE"
                                          "a\0,\0b\0\n\0"
                                          "1\0,\0"
                                          "2\0",
                                          16));
  writeText(folder / "cp1251", "file,label\na.wav,\xF1\xEE\xE2\xE0\n");
}

void writeLabelFiles(const fs::path& folder) {
  writeText(folder / "audacity",
            "0.000000\t1.500000\tdog\n\\\t100.0\t2000.0\n2,0\t3,0\tcat;rain\n");
  writeText(folder / "raven",
            "Selection\tView\tBegin Time (s)\tEnd Time (s)\tBegin File\tFile Offset (s)\tSpecies\n"
            "1\tWaveform 1\t10\t11.5\ta.wav\t0\tdog\n");
  writeText(folder / "dcase", "a.wav\t0.1\t0.2\tdog\nb.wav\t1:00\t1:02.5\tcat\n");
  writeText(folder / "table", "file,start,end,label\na.wav,0,1,\"dog, rain\"\n");
}

void writeRecordings(const fs::path& folder) {
  const std::string comment = info("Recorded at 02:30:00 31/03/2024 (UTC+1) by AudioMoth 1");
  const std::string guanoChunk = guano("Timestamp: 2024-03-31T02:30:00+01:00\n");
  writeText(folder / "before", wave(broadcast("2024-03-31", "02:30:00", 72'000'000) + comment,
                                    std::string(20, 'x'), wildlife("2024-03-31 02:30:00-05:00")));
  writeText(folder / "after", wave({}, std::string(20, 'x'), comment + guanoChunk));
  writeText(folder / "unknown", wave({}, std::string(20, 'x'), guanoChunk, 0));
  writeText(folder / "name", "SITE_20240331_023000+0100.wav");
  writeText(folder / "parts", "2024-03-31 at 2.30.00 PM UTC+1.wav");
  writeText(folder / "digits", "1234.240331023000.wav");
  writeText(folder / "given", "2024-03-31T02:30:00.5+01:00");
  std::error_code ignored;
  fs::copy_file("/usr/share/zoneinfo/Europe/Berlin", folder / "zone",
                fs::copy_options::overwrite_existing, ignored);
}

void writeModels(const fs::path& folder) {
  const ModelDescription model = smallDescription();
  writeModelFile(folder / "model", model);
  writeArchive(folder / "packed", "model/extra/earwitness.json", toJson(model).dump(),
               ZIP_CM_DEFLATE);
  writeArchive(folder / "empty", "", "");
  writeText(folder / "json", toJson(model).dump());
}

void writeAugmentations(const fs::path& folder) {
  writeText(folder / "text", "roll; gain:db=6; frequency-mask:bands=8,count=2,mean=1");
  writeText(folder / "json",
            R"([{"step": "noise", "softest": 30, "loudest": 5}, {"step": "mixup"}])");
  writeText(folder / "none", "none");
}

void writeDesks(const fs::path& folder) {
  writeMonitoringSettings(folder / "defaults", {});
  MonitoringSettings settings;
  settings.classes["dog"] = {.threshold = 0.4F, .minimumSeconds = 0.5, .coolDownSeconds = 10.0};
  settings.recorder.mode = RecorderSettings::Mode::Triggered;
  settings.recorder.folder = "/srv/sounds";
  settings.alerts.command = {"bell", "an argument"};
  settings.alerts.webhookUrl = "https://example.org/hook";
  settings.room.features.nMels = 2;
  settings.room.floorDb = {-60.0F, -70.0F};
  settings.room.seconds = 20.0;
  writeMonitoringSettings(folder / "much", settings);
}

void writeShards(const fs::path& folder) {
  FeatureShardWriter writer(folder, {.windowFrames = 3, .nMels = 2});
  const std::vector<float> windows(12, -40.0F);
  writer.append(windows);
  writer.addClip(std::string(32, 'a'));
  writer.addProblem(std::string(32, 'b'), "The file is broken.");
  writer.commit();
}

void writeJournals(const fs::path& folder) {
  const std::string started =
      R"({"event":"started","time":"2026-01-02T03:04:05.678Z","version":2})";
  const std::string epoch = R"({"event":"epoch","epoch":1,"seconds":2.5,"best_epoch":1,)"
                            R"("best":{"loss":null,"accuracy":0.5,"balanced_accuracy":0.5}})";
  writeText(folder / "whole", started + "\n" + R"({"event":"built","parameters":7})" + "\n" +
                                  epoch + "\n" + R"({"event":"finished"})" + "\n");
  writeText(folder / "torn", started + "\n" + epoch.substr(0, 20) + "\n" +
                                 R"({"event":"resumed","epochs_done":0})" + "\n" + epoch + "\n");
  writeText(folder / "failed", started + "\n" + R"({"event":"failed","error":"No."})" + "\n");
}

void writeTaughtFiles(const fs::path& folder) {
  TaughtStore store(folder.parent_path() / "taught_store", "0a1b", 2);
  TaughtClasses classes("0a1b", 2);
  for (const char* id : {"0123456789abcdef", "0123456789abcde0"}) {
    const std::vector<float> samples = tone(440.0, 8000.0, 400);
    TaughtExample example{.id = id, .embedding = {0.5F, -1.0F}};
    example.clip = store.saveClip(id, samples, 8000);
    classes.addExample(id[15] == '0' ? "kettle" : "door", example);
  }
  writeText(folder / "json", toJson(classes).dump());
  TaughtFile::write(folder / "file", classes, "A model", store.folder());
  TaughtFile::write(folder / "without-clips", classes, "A model", folder);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  const fs::path root = argv[1];
  for (const char* name : {"audio_file", "augmentation", "delimited_table", "desk_settings",
                           "feature_shard", "label_file", "model_description", "recording_time",
                           "run_journal", "taught_file", "weights_file"})
    fs::create_directories(root / name);
  writeSounds(root / "audio_file");
  writeTables(root / "delimited_table");
  writeLabelFiles(root / "label_file");
  writeAugmentations(root / "augmentation");
  writeDesks(root / "desk_settings");
  writeShards(root / "feature_shard");
  writeRecordings(root / "recording_time");
  writeJournals(root / "run_journal");
  writeModels(root / "model_description");
  writeTaughtFiles(root / "taught_file");
  return 0;
}
