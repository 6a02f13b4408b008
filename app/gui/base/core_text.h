// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <span>
#include <string>

#include "core/base/message.h"

namespace earwitness::gui {

/// What core says, in the language of the window. Core knows no translations: its fixed texts and
/// the sentences that a user may well meet are listed here; what is not listed stays English.
QString coreText(const QString& text);
QString coreText(const std::string& text);
QString coreText(const char* text);
QString coreText(const Message& message);

/// About the exception that is being handled: the sentence that the window shows, in its language.
/// It is logged in English. Only inside a catch block. Thread: any.
QString shownProblem();

/// "feed_forward" of a network, "mel-shift" of an augmentation: "Feed forward", "Mel shift".
QString coreName(const std::string& key);

/// What is listed; the texts with %1 and so on for names, numbers and other texts.
std::span<const char* const> coreTexts();
std::span<const char* const> coreNames();

}  // namespace earwitness::gui
