// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <string>
#include <vector>

namespace earwitness::gui {

/// Program and arguments as one line: what has spaces stands in quotation marks, three of which are
/// one inside (as QProcess::splitCommand reads it).
QString commandText(const std::vector<std::string>& command);
std::vector<std::string> commandFromText(const QString& text);
/// Whether a quotation mark is opened and not closed.
bool hasOpenQuote(const QString& text);

}  // namespace earwitness::gui
