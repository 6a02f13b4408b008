// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include "app/gui/training/settings/train_options.h"

class QWidget;

namespace earwitness::gui {

/// A control for an option's value. Thread: GUI.
struct OptionEditor {
  QWidget* widget = nullptr;   ///< in the row
  QWidget* control = nullptr;  ///< what takes the keyboard: the widget, or a part of it
  std::function<void(const nlohmann::json& value)> show;  ///< calls nobody
};

/// `onEdited` gets what the user chose.
OptionEditor makeOptionEditor(const TrainOption& option, QWidget* parent,
                              std::function<void(const nlohmann::json& value)> onEdited);

/// A value as the page shows it: "0.001", "Cosine", "1, 2, 3".
QString optionText(const TrainOption& option, const nlohmann::json& value);

}  // namespace earwitness::gui
