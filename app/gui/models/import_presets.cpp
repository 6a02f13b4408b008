// SPDX-License-Identifier: GPL-3.0-or-later
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
        .nFft = 512,
        .windowSamples = 400,
        .padding = FramePadding::None,
        .hopSamples = 160,
        .magnitude = true,
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
        .fMaxHz = 14000.0,
        .melScale = MelScale::Slaney,
        .areaNormalised = true}},
      {Text::tr("Like AST: 16 kHz, 128 bands"),
       {.sampleRate = 16000,
        .preEmphasis = 0.97,
        .nFft = 512,
        .windowSamples = 400,
        .symmetricWindow = true,
        .padding = FramePadding::None,
        .kaldiFrames = true,
        .hopSamples = 160,
        .nMels = 128,
        .fMinHz = 20.0,
        .fMaxHz = 8000.0,
        .melScale = MelScale::Kaldi,
        .scale = LogScale::NaturalLog,
        .floorPower = 1.1920929e-07}},
      {Text::tr("Like EfficientAT: 32 kHz, 128 bands"),
       {.sampleRate = 32000,
        .preEmphasis = 0.97,
        .nFft = 1024,
        .windowSamples = 800,
        .symmetricWindow = true,
        .hopSamples = 320,
        .nMels = 128,
        .fMinHz = 0.0,
        .fMaxHz = 15000.0,
        .melScale = MelScale::Kaldi,
        .scale = LogScale::NaturalLog,
        .floorPower = 1e-30,
        .offsetPower = 1e-5,
        .mean = -4.5,
        .deviation = 5.0}},
  };
}

}  // namespace earwitness::gui
