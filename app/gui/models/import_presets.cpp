#include "app/gui/models/import_presets.h"

#include <QCoreApplication>

namespace earwitness::gui {

namespace {

struct Text {
  Q_DECLARE_TR_FUNCTIONS(ImportPresets)
};

}  // namespace

std::vector<ImportPreset> importPresets() {
  return {
      {Text::tr("Earwitness: 16 kHz, 80 bands"), {}},
      {Text::tr("Like YAMNet: 16 kHz, 64 bands"),
       {.sampleRate = 16000,
        .nFft = 400,
        .hopSamples = 160,
        .nMels = 64,
        .fMinHz = 125.0,
        .fMaxHz = 7500.0,
        .scale = LogScale::NaturalLog,
        .offsetPower = 0.001}},
      {Text::tr("Like PANNs: 32 kHz, 64 bands"),
       {.sampleRate = 32000,
        .nFft = 1024,
        .hopSamples = 320,
        .nMels = 64,
        .fMinHz = 50.0,
        .fMaxHz = 14000.0}},
      {Text::tr("Like AST: 16 kHz, 128 bands"),
       {.sampleRate = 16000,
        .nFft = 400,
        .hopSamples = 160,
        .nMels = 128,
        .fMinHz = 20.0,
        .fMaxHz = 8000.0,
        .scale = LogScale::NaturalLog}},
  };
}

}  // namespace earwitness::gui
