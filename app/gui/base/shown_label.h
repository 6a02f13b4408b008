// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <string>
#include <vector>

namespace earwitness {
enum class SoundGroup;
}

namespace earwitness::gui {

/// A model's label as the window shows it: in the language of the window if the table of sounds has
/// a name for it, else as displayLabel() has it. Exports and stored events keep the label itself.
/// Thread: any.
QString shownLabel(const std::string& label);
QStringList shownLabels(const std::vector<std::string>& labels);

/// "Animals", "Household": a group of sounds in the language of the window.
QString groupText(SoundGroup group);

/// True if a user who types `name` means `label`: in the language of the window, or as the model
/// has it. Capitals do not count.
bool isCalled(const std::string& label, const QString& name);

}  // namespace earwitness::gui
