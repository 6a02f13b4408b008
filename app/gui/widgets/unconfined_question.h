// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <functional>

class QWidget;

namespace earwitness::gui {

/// Asks whether a model that this system cannot confine is to run without a sandbox. The answer is
/// not stored: the file may be another one the next time. Does not wait. Thread: GUI.
void askToRunUnconfined(QWidget* parent, const QString& file, std::function<void()> onYes);

}  // namespace earwitness::gui
