// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <span>
#include <string>

#include "core/base/message.h"

namespace earwitness::gui {

/// What core says, in the language of the window. Core knows no translations: its patterns and
/// fixed texts are marked in its sources, where resources/translations/update.sh finds them.
QString coreText(const Message& message);
/// A fixed text: a name or a help line. One that is not marked stays English.
QString coreText(const std::string& text);

/// About the exception that is being handled: the sentence that the window shows, in its language.
/// It is logged in English. Only inside a catch block. Thread: any.
QString shownProblem();

/// "feed_forward" of a network, "mel-shift" of an augmentation: "Feed forward", "Mel shift".
QString coreName(const std::string& key);

/// What coreName() makes of the keys that are known.
std::span<const char* const> coreNames();

}  // namespace earwitness::gui
