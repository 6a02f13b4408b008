// Small files of each kind for the fuzzers to start from, in a folder per target.

#include <cstdio>
#include <fstream>

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
}

void writeModels(const fs::path& folder) {
  const ModelDescription model = smallDescription();
  writeModelFile(folder / "model", model);
  writeArchive(folder / "packed", "model/extra/earwitness.json", toJson(model).dump(),
               ZIP_CM_DEFLATE);
  writeArchive(folder / "empty", "", "");
  writeText(folder / "json", toJson(model).dump());
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  const fs::path root = argv[1];
  for (const char* name : {"audio_file", "delimited_table", "model_description"})
    fs::create_directories(root / name);
  writeSounds(root / "audio_file");
  writeTables(root / "delimited_table");
  writeModels(root / "model_description");
  return 0;
}
