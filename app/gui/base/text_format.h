// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QString>
#include <filesystem>
#include <string>

namespace earwitness::gui {

QString textOf(const std::filesystem::path& path);
/// "crackling_fire" -> "Crackling fire"; labels that already read well stay as they are.
QString displayLabel(const std::string& label);
/// 0.734 -> "73%"; anything above nothing is never shown as 0%.
QString percentText(float score);
/// 0.9 -> "0.9 s", 75 -> "1 min 15 s".
QString durationText(double seconds);
/// `base` with digits of one width, so that numbers that change do not jump.
QFont tabularFont(const QFont& base);
/// `base` at a fraction of its size, never below what can be read.
QFont smallFont(const QFont& base);

}  // namespace earwitness::gui
