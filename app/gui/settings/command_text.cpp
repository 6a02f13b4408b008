// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/settings/command_text.h"

#include <QProcess>
#include <algorithm>

namespace earwitness::gui {

QString commandText(const std::vector<std::string>& command) {
  QStringList parts;
  for (const std::string& word : command) {
    QString part = QString::fromStdString(word);
    part.replace(u'"', QStringLiteral("\"\"\""));
    const bool needsQuotes =
        std::any_of(part.cbegin(), part.cend(), [](QChar c) { return c.isSpace(); });
    parts.append(needsQuotes ? u'"' + part + u'"' : part);
  }
  return parts.join(u' ');
}

std::vector<std::string> commandFromText(const QString& text) {
  std::vector<std::string> command;
  for (const QString& word : QProcess::splitCommand(text)) command.push_back(word.toStdString());
  return command;
}

bool hasOpenQuote(const QString& text) {
  bool open = false;
  int marks = 0;  // in a row; three are one of the text's own
  for (const QChar c : text + u' ') {
    if (c == u'"') {
      marks = (marks + 1) % 3;
    } else {
      if (marks == 1) open = !open;
      marks = 0;
    }
  }
  return open;
}

}  // namespace earwitness::gui
