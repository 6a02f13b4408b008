// SPDX-License-Identifier: GPL-3.0-or-later
// What coreName() knows.
#include <QtGlobal>

#include "app/gui/base/core_text.h"

namespace earwitness::gui {

namespace {

/// What coreName() makes of keys of the settings.
constexpr const char* kNames[] = {
    QT_TRANSLATE_NOOP("CoreNames", "Crop"),
    QT_TRANSLATE_NOOP("CoreNames", "Mel shift"),
    QT_TRANSLATE_NOOP("CoreNames", "Stretch"),
    QT_TRANSLATE_NOOP("CoreNames", "Roll"),
    QT_TRANSLATE_NOOP("CoreNames", "Shift"),
    QT_TRANSLATE_NOOP("CoreNames", "Gain"),
    QT_TRANSLATE_NOOP("CoreNames", "Filter"),
    QT_TRANSLATE_NOOP("CoreNames", "Band limit"),
    QT_TRANSLATE_NOOP("CoreNames", "Noise"),
    QT_TRANSLATE_NOOP("CoreNames", "Mixup"),
    QT_TRANSLATE_NOOP("CoreNames", "Between class"),
    QT_TRANSLATE_NOOP("CoreNames", "Frequency mask"),
    QT_TRANSLATE_NOOP("CoreNames", "Time mask"),
    QT_TRANSLATE_NOOP("CoreNames", "Shortest"),
    QT_TRANSLATE_NOOP("CoreNames", "Longest"),
    QT_TRANSLATE_NOOP("CoreNames", "Probability"),
    QT_TRANSLATE_NOOP("CoreNames", "Bands"),
    QT_TRANSLATE_NOOP("CoreNames", "Share"),
    QT_TRANSLATE_NOOP("CoreNames", "Seconds"),
    QT_TRANSLATE_NOOP("CoreNames", "Bends"),
    QT_TRANSLATE_NOOP("CoreNames", "Lowest"),
    QT_TRANSLATE_NOOP("CoreNames", "Softest"),
    QT_TRANSLATE_NOOP("CoreNames", "Loudest"),
    QT_TRANSLATE_NOOP("CoreNames", "Alpha"),
    QT_TRANSLATE_NOOP("CoreNames", "Count"),
    QT_TRANSLATE_NOOP("CoreNames", "Frames"),
    QT_TRANSLATE_NOOP("CoreNames", "Mean"),
    QT_TRANSLATE_NOOP("CoreNames", "Channels"),
    QT_TRANSLATE_NOOP("CoreNames", "Dropout"),
    QT_TRANSLATE_NOOP("CoreNames", "Feed forward"),
    QT_TRANSLATE_NOOP("CoreNames", "Heads"),
    QT_TRANSLATE_NOOP("CoreNames", "Layers"),
    QT_TRANSLATE_NOOP("CoreNames", "Position points"),
    QT_TRANSLATE_NOOP("CoreNames", "Positions"),
    QT_TRANSLATE_NOOP("CoreNames", "Kernels"),
    QT_TRANSLATE_NOOP("CoreNames", "Strides"),
    QT_TRANSLATE_NOOP("CoreNames", "Pools"),
    QT_TRANSLATE_NOOP("CoreNames", "Hidden"),
    QT_TRANSLATE_NOOP("CoreNames", "Patch"),
    QT_TRANSLATE_NOOP("CoreNames", "Stem"),
    QT_TRANSLATE_NOOP("CoreNames", "Stride"),
    QT_TRANSLATE_NOOP("CoreNames", "Expansions"),
    QT_TRANSLATE_NOOP("CoreNames", "Top moments"),
    QT_TRANSLATE_NOOP("CoreNames", "Sinusoidal"),
    QT_TRANSLATE_NOOP("CoreNames", "Learned"),
    QT_TRANSLATE_NOOP("CoreNames", "Rotary"),
    QT_TRANSLATE_NOOP("CoreNames", "Width"),
};

/// On the cards of the bundled models, which are older than messages in files.
[[maybe_unused]] constexpr const char* kTextsOfCards[] = {
    CORE_TEXT("folds 1,2,3,4 to train, none to validate"),
};

}  // namespace

std::span<const char* const> coreNames() {
  return kNames;
}

}  // namespace earwitness::gui
