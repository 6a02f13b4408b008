// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "core/base/error.h"

namespace earwitness {

/// The sentence of the Error that `action` throws; empty where it throws none.
template <typename Action>
QString errorOf(Action&& action) {
  try {
    action();
  } catch (const Error& error) {
    return QString::fromUtf8(error.what());
  }
  return {};
}

/// One whole sentence (or two) for people: begins with something readable and ends with a stop.
inline bool isSentence(const QString& text) {
  return text.size() > 20 && text.endsWith('.') && !text.contains('\n') && !text.contains("..");
}

}  // namespace earwitness
