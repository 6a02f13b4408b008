// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/base/core_text.h"

#include <QCoreApplication>
#include <vector>

#include "core/base/current_problem.h"
#include "core/base/log.h"

namespace earwitness::gui {

QString coreText(const Message& message) {
  if (message.isVerbatim()) return coreText(message.pattern());
  if (message.empty()) return {};
  const QString pattern = QCoreApplication::translate("Core", message.pattern().c_str());
  const std::vector<Message>& arguments = message.arguments();
  QString text;
  visitPattern(
      pattern.toStdString(), arguments.size(),
      [&text](std::string_view part) {
        text += QString::fromUtf8(part.data(), qsizetype(part.size()));
      },
      [&](size_t index) {
        const Message& argument = arguments[index];
        text +=
            argument.isVerbatim() ? QString::fromStdString(argument.pattern()) : coreText(argument);
      });
  return text;
}

QString coreText(const std::string& text) {
  return text.empty() ? QString() : QCoreApplication::translate("Core", text.c_str());
}

QString shownProblem() {
  const Message problem = currentProblem();
  logWarning(kLogApp, problem.english());
  return coreText(problem);
}

QString coreName(const std::string& key) {
  QString name = QString::fromStdString(key);
  name.replace(u'_', u' ').replace(u'-', u' ');
  if (!name.isEmpty()) name[0] = name[0].toUpper();
  return QCoreApplication::translate("CoreNames", name.toUtf8().constData());
}

}  // namespace earwitness::gui
