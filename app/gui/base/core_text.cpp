// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/base/core_text.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>
#include <vector>

#include "core/base/current_problem.h"
#include "core/base/log.h"

namespace earwitness::gui {

namespace {

struct Pattern {
  const char* text;
  QString beginning;  ///< before the first place: most patterns are told from a text by it alone
  QRegularExpression form;
  QList<int> places;     ///< of the captures: 1 for %1
  QList<bool> isQuoted;  ///< a name, which is nothing to translate
};

Pattern patternOf(const char* text) {
  static const QRegularExpression place(QStringLiteral("%([1-9])"));
  const QString whole = QString::fromUtf8(text);
  Pattern pattern{text, whole.left(whole.indexOf(place)), {}, {}, {}};
  QString form;
  qsizetype done = 0;
  for (auto found = place.globalMatch(whole); found.hasNext();) {
    const auto match = found.next();
    form += QRegularExpression::escape(whole.mid(done, match.capturedStart() - done)) +
            QStringLiteral("(.+)");
    pattern.places << match.captured(1).toInt();
    pattern.isQuoted << (match.capturedStart() > 0 && whole[match.capturedStart() - 1] == u'\'');
    done = match.capturedEnd();
  }
  form += QRegularExpression::escape(whole.mid(done));
  pattern.form.setPattern(QRegularExpression::anchoredPattern(form));
  pattern.form.setPatternOptions(QRegularExpression::DotMatchesEverythingOption);
  return pattern;
}

const std::vector<Pattern>& patterns() {
  static const std::vector<Pattern> all = [] {
    std::vector<Pattern> made;
    for (const char* text : coreTexts())
      if (QByteArrayView(text).contains('%')) made.push_back(patternOf(text));
    return made;
  }();
  return all;
}

/// A part of a sentence. It may be another sentence, without its full stop.
QString translatedPart(const QString& part) {
  QString text = coreText(part);
  if (text != part) return text;
  text = coreText(part + u'.');
  if (text == part + u'.' || !text.endsWith(u'.')) return part;
  text.chop(1);
  return text;
}

QString translated(const Pattern& pattern, const QRegularExpressionMatch& match) {
  QString text = QCoreApplication::translate("Core", pattern.text);
  // All at once, since a captured text may hold %1 itself.
  QString filled;
  qsizetype done = 0;
  static const QRegularExpression place(QStringLiteral("%([1-9])"));
  for (auto found = place.globalMatch(text); found.hasNext();) {
    const auto here = found.next();
    const qsizetype capture = pattern.places.indexOf(here.captured(1).toInt());
    filled += text.mid(done, here.capturedStart() - done);
    if (capture >= 0) {
      const QString part = match.captured(int(capture) + 1);
      filled += pattern.isQuoted[capture] ? part : translatedPart(part);
    }
    done = here.capturedEnd();
  }
  return filled + text.mid(done);
}

}  // namespace

QString coreText(const QString& text) {
  if (text.isEmpty()) return text;
  const QByteArray plain = text.toUtf8();
  QString whole = QCoreApplication::translate("Core", plain.constData());
  if (whole != text) return whole;
  for (const Pattern& pattern : patterns()) {
    if (!text.startsWith(pattern.beginning)) continue;
    if (const auto match = pattern.form.match(text); match.hasMatch())
      return translated(pattern, match);
  }
  return text;
}

QString coreText(const std::string& text) {
  return coreText(QString::fromStdString(text));
}

QString coreText(const char* text) {
  return coreText(QString::fromUtf8(text));
}

QString coreText(const Message& message) {
  if (message.isVerbatim()) return coreText(message.pattern());
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
